package ui

import (
	"slices"
	"strings"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/list"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// The tour is six hints, each shown once, when it is of use: on a line of its own above the key line, until it was followed or has
// been there for some keys.

// hint is what is said once. Its first part is what it is about: on a screen that does not take those keys it is out of place.
type hint struct {
	name  string // that the store keeps
	parts []part
}

// part is keys and what they do; without actions, words alone.
type part struct {
	actions []keymap.Action
	words   string
	often   bool // they are pressed again and again: to press them does not put the hint away
}

// hints is the tour. The names are kept in stores: they stay as they are.
var hints = []hint{
	{"list", []part{
		tells("opens a candidate", keymap.Open),
		tells("rates them", keymap.Score),
		tells("shows every key", keymap.Help),
	}},
	{"proof", []part{
		repeats("another requirement", keymap.NextReq, keymap.PrevReq),
		tells("its document", keymap.Open),
		tells("why this line", keymap.Why),
	}},
	{"rating", []part{
		repeats("rates, saves and goes on", keymap.Rate1, keymap.Rate2, keymap.Rate3, keymap.Rate4, keymap.Rate0),
		tells("takes it back", keymap.Undo),
		tells("quotes the line", keymap.Quote),
	}},
	{"decision", []part{
		tells("takes that back, wherever you are", keymap.Undo),
		tells("decides the same here", keymap.Repeat),
	}},
	{"panel", []part{
		tells("Submitted: colleagues' reviews show"),
		tells("! they differ by two or more"),
	}},
	{"filter", []part{
		tells("filters, as in stage:new rust", keymap.Search),
		tells("goes to a name", keymap.GoTo),
		tells("saved views", keymap.Views),
	}},
}

// tells is a part of a hint whose keys put it away.
func tells(words string, actions ...keymap.Action) part { return part{actions: actions, words: words} }

// repeats is a part whose keys do not.
func repeats(words string, actions ...keymap.Action) part {
	return part{actions: actions, words: words, often: true}
}

const (
	hintKeys   = 10 // how many keys a hint stays for
	filterRows = 20 // a list with more rows than this is worth a filter
	filterKeys = 10 // once so many keys were pressed on it
)

// tour is how far the viewer has come with the hints.
type tour struct {
	shown map[string]bool // nil: not known yet, or not wanted
	up    hint            // the one that is shown; without a name: none
	on    scene           // where it is shown
	left  int             // how many keys it stays for
	acts  int             // how many acts it knows of: a hint about what was done answers the last one
	idle  int             // keys that were pressed on the list while no hint was up
	knows bool            // the viewer has filtered the list without being told how
}

// scene is a place where hints are given.
type scene int

const (
	elsewhere scene = iota
	onList
	onPerson
	onScoring
)

// scene is where the viewer is.
func (a *App) scene() scene {
	l := a.stack[len(a.stack)-1]
	_, listed := l.Screen.(list.Model)
	switch {
	case l.person && l.mode == intent.Scoring:
		return onScoring
	case l.person:
		return onPerson
	case listed:
		return onList
	default:
		return elsewhere
	}
}

// guide puts the hint away whose time is over, and shows the one whose time has come. It is asked after every message.
func (a *App) guide() tea.Cmd {
	if a.tour.shown == nil || !a.fits() || a.width == 0 {
		return nil
	}
	t, here := &a.tour, a.scene()
	was := t.up.name
	if was != "" && (t.left <= 0 || here != t.on || a.asking == nil && !a.takes(t.up)) {
		t.up = hint{}
	}
	var keep tea.Cmd
	if next := a.due(here); next != "" {
		t.up, t.on, t.left, t.idle = named(next), here, hintKeys, 0
		t.shown[next] = true
		keep = a.keepHints(next)
	}
	t.acts = len(a.acts.done)
	if a.lined() && (was == "") != (t.up.name == "") {
		return tea.Batch(keep, a.tell(a.room()))
	}
	return keep
}

// due is the hint whose time has come; "" for none. One about what was just done takes the place of another.
func (a *App) due(here scene) string {
	t := &a.tour
	fresh := func(name string) bool { return !t.shown[name] && a.takes(named(name)) }
	switch {
	case here == elsewhere || a.asking != nil || a.notice.bad || a.unread() || typing(a.top()):
	case here != onScoring && a.justDecided() && fresh("decision"):
		return "decision"
	case t.up.name != "":
	case here != onScoring && fresh("panel") && a.sawPanel():
		return "panel"
	case here == onPerson && fresh("proof"):
		return "proof"
	case here == onScoring && fresh("rating"):
		return "rating"
	case here == onList && fresh("list"):
		return "list"
	case here == onList && t.idle >= filterKeys && !t.knows && len(a.field.rows) > filterRows && fresh("filter"):
		return "filter"
	}
	return ""
}

func named(name string) hint {
	return hints[slices.IndexFunc(hints, func(h hint) bool { return h.name == name })]
}

// justDecided reports whether the last act is new and was a decision.
func (a *App) justDecided() bool {
	n := len(a.acts.done)
	return n > a.tour.acts && a.acts.done[n-1].changes[0].Facet == model.FacetDecision
}

// sawPanel reports whether, in this sitting, the viewer has submitted a review of somebody whom others have reviewed too.
func (a *App) sawPanel() bool {
	return slices.ContainsFunc(a.acts.done, func(x *act) bool {
		c := x.changes[0]
		i, there := a.field.at[c.Candidate]
		return c.Facet == model.FacetSubmission && there && a.field.rows[i].Mine == model.Submitted && a.field.rows[i].Reviews > 1
	})
}

// takes reports whether a hint is in place on the screen.
func (a *App) takes(h hint) bool {
	return slices.ContainsFunc(h.parts[:1], func(p part) bool { return a.works(p) })
}

// works reports whether the keys of a part do something on the screen.
func (a *App) works(p part) bool {
	on := a.top().Keys().Bindings()
	for _, action := range p.actions {
		taken := slices.ContainsFunc(on, func(b keymap.Binding) bool { return b.Action == action })
		if !taken || a.setting.Keys.Key(action) == "" {
			return false
		}
	}
	return true
}

// pressed counts a key, as the program's own table has it, before the screen gets it.
func (a *App) pressed(key string) {
	t, action := &a.tour, a.top().Keys().Action(key)
	if a.scene() == onList {
		t.knows = t.knows || action == keymap.Search
		if t.up.name == "" {
			t.idle++
		}
	}
	if t.up.name == "" {
		return
	}
	t.left--
	for _, p := range t.up.parts {
		if !p.often && slices.Contains(p.actions, action) {
			t.left = 0
		}
	}
	if key == "esc" {
		t.left = 0
	}
}

// hintsOff puts the hint away and shows no other ever again.
func (a *App) hintsOff() tea.Cmd {
	a.tour.left = 0
	var names []string
	for _, h := range hints {
		names = append(names, h.name)
	}
	a.tour.know(names)
	a.say("no more hints")
	return a.keepHints(names...)
}

// hintsAgain shows each hint anew, when it is of use: once those of before are forgotten, so that none shown since is forgotten too.
func (a *App) hintsAgain() tea.Cmd {
	a.tour = tour{}
	a.say("the hints are shown again, each when it is of use")
	return tea.Batch(a.tell(a.room()), a.forgetHints())
}

// know takes the names of hints that were shown.
func (t *tour) know(names []string) {
	if t.shown == nil {
		t.shown = map[string]bool{}
	}
	for _, n := range names {
		t.shown[n] = true
	}
}

// lined reports whether there is room for a line more than the screens need; else a hint stands in the key line's place.
func (a *App) lined() bool { return a.height > MinHeight }

// hintLine draws the hint that is up in the width of the screen: of its parts those that work here, as many as there is room for.
// In the key line's place it ends as that one does.
func (a *App) hintLine() string {
	row, end, width := a.theme.Row, "", a.columns()
	if help := (part{actions: []keymap.Action{keymap.Help}}); !a.lined() && a.works(help) {
		key := a.setting.Keys.Key(keymap.Help)
		end = row.Key.Render(key) + row.Muted.Render(" help ")
		width -= text.Width(key) + len(" help ")
	}
	var line strings.Builder
	used := text.Width(hintLead)
	line.WriteString(row.AccentStrong.Render(hintLead))
	for i, p := range a.tour.up.parts {
		if !a.works(p) {
			continue
		}
		keys, words := a.setting.Keys.Hint(keymap.Hint{Actions: p.actions}), p.words
		if keys != "" {
			keys += " "
		}
		room := width - used - 3 - text.Width(keys)
		if i == 0 {
			words = text.Cut(words, room, a.theme.Glyphs.Ellipsis)
		}
		if text.Width(words) > room {
			break
		}
		line.WriteString(row.Text.Render("  ") + row.Key.Render(keys) + row.Text.Render(words))
		used += 2 + text.Width(keys) + text.Width(words)
	}
	return line.String() + row.Background.Render(text.Blank(width-used)) + end
}

// hintLead stands before a hint.
const hintLead = " Hint"
