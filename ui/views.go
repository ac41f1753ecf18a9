package ui

import (
	"strconv"
	"strings"

	"candid/model"
	"candid/model/query"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// views is the screen of the viewer's saved views of the role: nine places, each called with its digit.
type views struct {
	theme         theme.Theme
	scope         query.Scope
	now           string // the query of the list
	views         model.Views
	kept          bool   // else they are the program's own
	trouble       string // why those that were kept could not be read
	mistakes      [9]string
	counts        viewsCounted
	cursor        int
	width, height int
}

// What the app tells the screen.
type (
	viewsAre struct {
		views   model.Views
		kept    bool
		trouble string
	}
	viewsCounted struct {
		views model.Views
		shown [9]int // how many of the role's candidates; -1: not known yet
	}
)

// What the screen asks for.
type (
	useView  struct{ digit int }
	keepView struct{ digit int } // what the list shows now
	nameView struct{ digit int }
	askView  struct{ digit int } // another query
	dropView struct{ digit int }
	undoView struct{}
	redoView struct{}
)

func newViews(t theme.Theme, scope query.Scope, now string, v viewsAre) views {
	s := views{theme: t, scope: scope, now: now}.told(v)
	if at, ok := s.views.Of(now); ok {
		s.cursor = at - 1
	} else if free := s.views.Free(); now != "" && free > 0 {
		s.cursor = free - 1
	}
	return s
}

// told is the screen with the views as they now are.
func (s views) told(v viewsAre) views {
	s.views, s.kept, s.trouble = v.views, v.kept, v.trouble
	for i, x := range s.views {
		s.mistakes[i] = ""
		if _, err := query.Parse(x.Query, s.scope); err != nil {
			s.mistakes[i] = err.Error()
		}
	}
	return s
}

// Editing says that undo and redo mean the views while they are shown.
func (s views) Editing() bool { return true }

func (s views) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	switch msg := msg.(type) {
	case intent.Themed:
		s.theme = msg.Theme
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
	case viewsAre:
		s = s.told(msg)
	case viewsCounted:
		s.counts = msg
	case intent.Number:
		if msg.N <= len(s.views) {
			s.cursor = msg.N - 1
		}
	case tea.MouseMsg:
		if at := msg.Y - viewsTop; at >= 0 && at < len(s.views) && msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			if s.cursor == at {
				return s, useView{at + 1}
			}
			s.cursor = at
		}
	case tea.KeyMsg:
		return s.key(msg.String())
	}
	return s, nil
}

func (s views) key(key string) (intent.Screen, intent.Intent) {
	here := s.cursor + 1
	switch s.Keys().Action(key) {
	case keymap.Back:
		return s, intent.Back{}
	case keymap.Down:
		s.cursor = min(s.cursor+1, len(s.views)-1)
	case keymap.Up:
		s.cursor = max(s.cursor-1, 0)
	case keymap.Top:
		s.cursor = 0
	case keymap.Bottom:
		s.cursor = len(s.views) - 1
	case keymap.UseView:
		if digit, err := strconv.Atoi(key); err == nil && digit > 0 {
			s.cursor = digit - 1
			return s, useView{digit}
		}
	case keymap.Open:
		return s, useView{here}
	case keymap.KeepView:
		return s, keepView{here}
	case keymap.Reword:
		return s, nameView{here}
	case keymap.Search:
		return s, askView{here}
	case keymap.Drop:
		return s, dropView{here}
	case keymap.Undo:
		return s, undoView{}
	case keymap.Redo:
		return s, redoView{}
	}
	return s, nil
}

// viewsTop is the line of the first view.
const viewsTop = 3

func (s views) View() string {
	t := s.theme
	now := t.Muted.Render("everybody")
	if s.now != "" {
		now = t.Text.Render(s.now)
	}
	lines := []string{
		" " + t.Accent.Render(t.Glyphs.Back) + " " + t.Strong.Render("Saved views") + t.Muted.Render("  "+s.scope.Role.Title),
		text.Cut(" "+t.Muted.Render("The list shows ")+now, s.width-1, t.Glyphs.Ellipsis), "",
	}
	for i := range s.views {
		lines = append(lines, s.line(i))
	}
	for i, words := range s.notes() {
		if i == 0 {
			lines = append(lines, "")
		}
		lines = append(lines, " "+words)
	}
	return fill(lines, s.width, s.height)
}

// line is one place: its digit, what is kept there, how many it shows.
func (s views) line(i int) string {
	t, x, p := s.theme, s.views[i], s.theme.Palette
	lead := "   "
	if i == s.cursor {
		p = t.Row
		lead = p.Accent.Render(" "+t.Glyphs.Cursor) + p.Text.Render(" ")
	}
	name := min(22, max(14, s.width/4))
	room := s.width - 3 - 3 - name - 2 - 2 - viewCount - 1
	count, style := "", p.Text
	if x.Name != "" && s.counts.views[i].Query == x.Query && s.counts.shown[i] >= 0 {
		count = strconv.Itoa(s.counts.shown[i])
	}
	asks := x.Query
	switch {
	case x.Name == "":
		asks, style = "free", p.Muted
	case s.mistakes[i] != "":
		count, style = "mistake", p.Warn
	case asks == "":
		asks, style = "everybody", p.Muted
	}
	on := "  "
	if now, ok := s.views.Of(s.now); ok && now == i+1 {
		on = t.Glyphs.Done + " "
	}
	return lead + p.Key.Render(strconv.Itoa(i+1)+"  ") + p.Strong.Render(text.Fit(text.Drawable(x.Name), name, t.Glyphs.Ellipsis)) +
		p.OK.Render(text.Fit(on, 2, "")) + style.Render(text.Fit(text.Drawable(asks), room, t.Glyphs.Ellipsis)) + p.Text.Render("  ") +
		style.Render(text.FitRight(count, viewCount, "")) + p.Text.Render(" ")
}

// viewCount is the cells that how many are shown takes.
const viewCount = 7

// notes is what there is to say of the view under the cursor, and of all.
func (s views) notes() []string {
	t := s.theme
	var said []string
	say := func(style theme.Style, words string) {
		for _, part := range text.Lines(words, min(s.width-3, 100)) {
			said = append(said, style.Render(part))
		}
	}
	if mistake := s.mistakes[s.cursor]; mistake != "" {
		say(t.Warn, text.Drawable(mistake))
	}
	switch {
	case s.trouble != "":
		say(t.Warn, text.Drawable(s.trouble))
		say(t.Muted, "These are the program's own. What you keep now takes the place of what cannot be read.")
	case !s.kept:
		say(t.Muted, "These are the program's own until you keep, change or drop one. They are yours alone, in this role.")
	}
	return said
}

func (s views) Keys() keymap.Map {
	hint := func(word string, a ...keymap.Action) keymap.Hint { return keymap.Hint{Actions: a, Word: word} }
	return keymap.Map{
		Screen: "Saved views",
		Hints: []keymap.Hint{hint("open", keymap.Open), hint("keep what is shown", keymap.KeepView), hint("name", keymap.Reword),
			hint("query", keymap.Search), hint("drop", keymap.Drop), hint("back", keymap.Back)},
		Others: append([]keymap.Action{keymap.UseView, keymap.Down, keymap.Up, keymap.Top, keymap.Bottom}, keymap.Common...),
	}
}

// propose is a name for a view, made of what its query asks for.
func propose(asked string) string {
	var words []string
	for word := range strings.FieldsSeq(asked) {
		field, value, named := strings.Cut(word, ":")
		switch {
		case !named:
			words = append(words, strings.Trim(word, `"()`))
		case field == "sort":
		case strings.Contains(" stage tag from loc gate ", " "+field+" "):
			words = append(words, strings.ReplaceAll(value, ",", ", "))
		default:
			words = append(words, field+" "+strings.ReplaceAll(value, ",", ", "))
		}
	}
	if len(words) == 0 {
		return "everybody"
	}
	return text.Cut(strings.Join(words, " "), model.ViewName, "")
}
