package ui

import (
	"strings"

	"candid/model/query"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// help is the help of the screen below it: its keys, made from its keymap, and what the numbers mean.
type help struct {
	theme         theme.Theme
	keys          keymap.Table
	of            keymap.Map
	width, height int
	top           int
}

func newHelp(t theme.Theme, keys keymap.Table, of keymap.Map) help {
	return help{theme: t, keys: keys, of: of}
}

// meaning is the arithmetic in words, as the README has it.
var meaning = []string{
	"Ratings: 1 lacks (the application shows they do not have it), 2 some, 3 meets, 4 exceeds. 0 is not shown: nothing either way, a question for the interview.",
	"A rating is worth: lacks 0, some 0.4, meets 0.8, exceeds 1. A requirement's worth is the mean over the reviews I may see: mine alone until I submit.",
	"Score = 100 × (0.8 × must-haves + 0.2 × nice-to-haves), each the weighted mean of its requirements; the 0.8 is the role's to set. 80 means: meets everything.",
	"What is open counts as 0 for the low bound and as 1 for the high one, so a score is a range until all is rated. Rating more never lowers the low bound nor raises the high one.",
	"A must-have is not met when more than half of its ratings are 1, disputed when some are. Not met sorts below all others.",
	"Order: gate, then low bound, then high bound. ≈ marks a candidate within one rating of the one above. Equal ones stand in the order of their aliases, never of arrival.",
	"In the strip: 1 2 3 4 rated, 0 not shown, · open, ~ rated before the requirement changed, ! two reviewers differ by two or more.",
	"Candid never scores anybody by itself: numbers come from people's ratings only.",
	"Until my review is submitted I see nothing made from another reviewer's judgement. That hides from glances, not from somebody who holds the file.",
}

// pointing is what is pointed at, and that it is never a number on a person.
func pointing(keys keymap.Table) []string {
	return []string{
		"For each requirement Candid points at the statements of a document that speak to it, the strongest first: by its words and what they are also called, by terms of its own (" + keys.Key(keymap.Terms) + "), and for years of something by adding up the document's dates, what overlaps once.",
		"A list of skills counts less than work that is told, and is called listed; a line that I quote (" + keys.Key(keymap.Quote) + ") is mine and comes first, one that does not speak to the requirement I take away (" + keys.Key(keymap.Dismiss) + "), and " + keys.Key(keymap.Why) + " says why a line is pointed at, or is not.",
		"What is pointed at orders the statements of one document and nothing else: it is never a number on a person, in no score, order, filter or export, and no line found is no proof that there is nothing.",
	}
}

func (h help) lines() []string {
	t := h.theme
	var lines []string
	lines = append(lines, " "+t.Strong.Render("Keys: "+strings.ToUpper(h.of.Screen[:1])+h.of.Screen[1:]), "")
	for _, b := range h.keys.Bindings(h.of) {
		var keys []string
		for _, k := range b.Keys {
			if k != " " {
				keys = append(keys, k)
			}
		}
		key := text.Fit(strings.Join(keys, " "), 14, t.Glyphs.Ellipsis)
		for i, part := range text.Lines(b.Does, h.width-19) {
			if i > 0 {
				key = text.Blank(14)
			}
			lines = append(lines, "   "+t.Key.Render(key)+" "+t.Text.Render(part))
		}
	}
	if h.of.Filter {
		lines = append(lines, h.filter()...)
	}
	if h.of.Takes(keymap.Palette) {
		lines = append(lines, h.byName()...)
	}
	lines = append(lines, h.told("What the numbers mean", meaning)...)
	return append(lines, h.told("What is pointed at", pointing(h.keys))...)
}

// byName is what can be called by its name.
func (h help) byName() []string {
	lines := h.told("By name", []string{h.keys.Key(keymap.Palette) + " finds every action by a few letters of its name, and says of those that cannot be used here why; a number goes to that row or requirement. Behind some names goes what they are about, and " + h.keys.Key(keymap.Complete) + " completes it:"})
	lines = append(lines, "")
	for _, g := range keymap.Arguments() {
		lead := h.theme.Key.Render(text.Fit(g.Called[0], 14, h.theme.Glyphs.Ellipsis))
		for _, part := range text.Lines(g.Accepts, h.width-19) {
			lines = append(lines, "   "+lead+" "+h.theme.Text.Render(part))
			lead = text.Blank(14)
		}
	}
	return lines
}

// told is sentences below a heading.
func (h help) told(heading string, sentences []string) []string {
	t := h.theme
	lines := []string{"", " " + t.Strong.Render(heading), ""}
	for i, m := range sentences {
		if i > 0 {
			lines = append(lines, "")
		}
		for _, part := range text.Lines(t.Glyphs.Own(m), min(h.width-6, 100)) {
			lines = append(lines, "   "+t.Text.Render(part))
		}
	}
	return lines
}

// filterWords is how words are put together.
const filterWords = ` "A phrase" is whole words as they stand; -word takes away; or and parentheses join; the rest must match together. ` +
	`A field asks for one thing. Several values are parted by commas, and any of them will do; those with blanks stand in quotes. A number or a rating may have < <= = >= > before it, or be two with .. between.`

// filter is how a filter is written.
func (h help) filter() []string {
	t := h.theme
	lines := []string{"", " " + t.Strong.Render("The filter"), ""}
	for _, part := range text.Lines(t.Glyphs.Own(query.Words+filterWords), min(h.width-6, 100)) {
		lines = append(lines, "   "+t.Text.Render(part))
	}
	lines = append(lines, "")
	for _, f := range query.Fields() {
		lead := t.Key.Render(text.Fit(f.Name+":", 14, t.Glyphs.Ellipsis))
		for _, part := range text.Lines(t.Glyphs.Own(f.Asks+"; "+f.Accepts), h.width-19) {
			lines = append(lines, "   "+lead+" "+t.Text.Render(part))
			lead = text.Blank(14)
		}
	}
	return lines
}

func (h help) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	switch msg := msg.(type) {
	case intent.Themed:
		h.theme = msg.Theme
	case tea.WindowSizeMsg:
		h.width, h.height = msg.Width, msg.Height
	case tea.MouseMsg:
		switch msg.Button {
		case tea.MouseButtonWheelDown:
			h.top += 3
		case tea.MouseButtonWheelUp:
			h.top -= 3
		}
	case tea.KeyMsg:
		switch h.Keys().Action(msg.String()) {
		case keymap.Back:
			return h, intent.Back{}
		case keymap.Down:
			h.top++
		case keymap.Up:
			h.top--
		case keymap.HalfDown, keymap.PageDown:
			h.top += h.height / 2
		case keymap.HalfUp, keymap.PageUp:
			h.top -= h.height / 2
		case keymap.Top:
			h.top = 0
		case keymap.Bottom:
			h.top = len(h.lines())
		}
	}
	h.top = max(0, min(h.top, len(h.lines())-h.height))
	return h, nil
}

func (h help) View() string {
	lines := h.lines()
	lines = lines[min(h.top, len(lines)):]
	return fill(lines, h.width, h.height)
}

func (h help) Keys() keymap.Map {
	return keymap.Map{
		Screen: "Help",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "scroll"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
		Others: []keymap.Action{keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom, keymap.Suspend},
	}
}

// fill is exactly height lines of at most width cells.
func fill(lines []string, width, height int) string {
	var b strings.Builder
	for i := range height {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i < len(lines) {
			b.WriteString(text.Cut(lines[i], width, ""))
		}
	}
	return b.String()
}
