package ui

import (
	"fmt"
	"slices"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

// entries is every action as the palette shows it on the screen on top: what was called last in this sitting, then what the key line
// tells of, then what else can be used, then the others.
func (a *App) entries() []entry {
	keys, looks := a.top().Keys(), a.top().View()
	first := slices.Clone(a.recent)
	for _, h := range keys.Hints {
		first = append(first, h.Actions...)
	}
	var all []entry
	for _, b := range keymap.All() {
		if b.Action == keymap.Palette {
			continue
		}
		all = append(all, entry{
			Binding: b, key: a.setting.Keys.Key(b.Action), name: model.Fold(string(b.Action)), tells: model.Fold(b.Does), why: a.whyNot(keys, looks, b.Action),
		})
	}
	place := func(e entry) int {
		at := slices.Index(first, e.Action)
		switch {
		case e.why != "":
			return len(first) + 2
		case at >= 0:
			return at
		case keymap.Moves(e.Action):
			return len(first) + 1
		default:
			return len(first)
		}
	}
	slices.SortStableFunc(all, func(x, y entry) int { return place(x) - place(y) })
	return all
}

// whyNot is why an action cannot be used on the screen on top, whose keys and looks these are; "" where it can. The screen is asked by giving
// its copy the key: what it says then is what it says when the key is pressed.
func (a *App) whyNot(keys keymap.Map, before string, action keymap.Action) string {
	own := keymap.Table{}.Key(action)
	switch {
	case action == keymap.GoTo:
		return a.nobody()
	case !keys.Takes(action):
		if keymap.Known(own) == action && keys.Action(own) == "" {
			if said, ok := a.tried(own).(intent.Say); ok {
				return said.Text
			}
		}
		if where := keymap.Where(action, keys.Screen); where != "" {
			return where
		}
		return "works on the other screens"
	}
	e, editor := a.top().(intent.Editor)
	switch unedited := !editor || !e.Editing(); action {
	case keymap.Help, keymap.Suspend, keymap.MouseOff, keymap.MouseOn, keymap.Theme, keymap.HintsOff, keymap.HintsOn:
		return ""
	case keymap.Sort, keymap.Reverse: // there is always another order, and 5,000 rows take a while to stand in it
		return ""
	case keymap.Undo, keymap.Redo:
		if unedited {
			return a.refusal(map[keymap.Action]intent.Intent{keymap.Undo: intent.Undo{}, keymap.Redo: intent.Redo{}}[action])
		}
	}
	if keymap.Moves(action) {
		return ""
	}
	next, want := a.top().Update(press(own))
	switch want.(type) {
	case nil:
		if next.View() == before {
			return "it would change nothing"
		}
	case intent.Say:
		if next.View() != before {
			return "" // it does something, and tells of it
		}
	}
	return a.refusal(want)
}

// tried is what the screen on top would ask for at a key.
func (a *App) tried(key string) intent.Intent {
	_, want := a.top().Update(press(key))
	return want
}

// refusal is why something that is asked for cannot be done; "" where it can.
func (a *App) refusal(want intent.Intent) string {
	switch w := want.(type) {
	case intent.Say:
		return w.Text
	case intent.Undo:
		if len(a.acts.done) == 0 {
			return nothingDone
		}
	case intent.Redo:
		if len(a.acts.undone) == 0 {
			return nothingUndone
		}
	case intent.Repeat:
		if len(a.acts.done) == 0 {
			return nothingToRepeat
		}
	case intent.Step:
		return a.noStep(w.By)
	}
	return ""
}

// nobody is why no candidate can be gone to; "" when there is one.
func (a *App) nobody() string {
	switch {
	case a.field.role.ID.IsZero():
		return "there is no role yet"
	case !a.field.loaded:
		return "the candidates are still being read"
	case len(a.field.rows) == 0:
		return "nobody has applied yet"
	}
	return ""
}

// noStep is why there is nobody further on in the queue; "" where there is.
func (a *App) noStep(by int) string {
	switch to := a.queue.at + by; {
	case to < 0:
		return fmt.Sprintf("the first of the %d shown", len(a.queue.ids))
	case to >= len(a.queue.ids):
		return fmt.Sprintf("the last of the %d shown: %s goes back to the list", len(a.queue.ids), a.setting.Keys.Key(keymap.Back))
	}
	return ""
}

// carryOut leaves the palette and does what was chosen in it. What cannot be done says why, and the palette stays.
func (a *App) carryOut(c chosen) tea.Cmd {
	p := a.stack[len(a.stack)-1]
	a.stack = a.stack[:len(a.stack)-1]
	cmd, why := a.command(c)
	if why != "" {
		a.stack = append(a.stack, p)
		a.say("%s", why)
		return nil
	}
	if c.action != "" {
		a.recent = append([]keymap.Action{c.action}, slices.DeleteFunc(a.recent, func(x keymap.Action) bool { return x == c.action })...)
	}
	return tea.Batch(cmd, a.tellList())
}

// command does what was chosen in the palette, or says why it cannot be done.
func (a *App) command(c chosen) (cmd tea.Cmd, why string) {
	switch {
	case c.number > 0:
		if why := a.noNumber(c.number); why != "" {
			return nil, why
		}
		return a.toTop(intent.Number{N: c.number}), ""
	case c.take != nil:
		return c.take()
	}
	return a.own(press(keymap.Table{}.Key(c.action))), ""
}

// noNumber is why there is nothing of a number on the screen on top; "" where there is.
func (a *App) noNumber(n int) string {
	before, moves := a.top().View(), false
	for _, n := range []int{n, 1, 2} {
		next, want := a.top().Update(intent.Number{N: n})
		if said, ok := want.(intent.Say); ok {
			return said.Text
		}
		moves = moves || want != nil || next.View() != before
	}
	if !moves {
		return "nothing here goes by number"
	}
	return ""
}
