package ui

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"

	"candid/model"
	"candid/model/query"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/match"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// argument is an action that takes one, what could stand as it, and how it is carried out.
type argument struct {
	keymap.Argument
	choices func(typed string) []choice                  // the likeliest first
	asks    func(typed string) intent.Intent             // what has to be known to tell
	told    func(tea.Msg)                                // and the answer
	take    func(typed string) (cmd tea.Cmd, why string) // does it, or says why not and what would do
}

// choice is something that could stand as an argument.
type choice struct {
	text string // which tab types
	does string
	more bool                             // it is not whole yet: enter types it too
	take func() (cmd tea.Cmd, why string) // does just this one, where another may have the same text; nil: its text says all
}

// arguments is the actions that take an argument.
func (a *App) arguments() []argument {
	var all []argument
	for _, k := range keymap.Arguments() {
		g := argument{Argument: k, choices: func(string) []choice { return nil }}
		switch k.Action {
		case keymap.GoTo:
			g = a.goToArgument(g)
		case keymap.Search:
			g = a.searchArgument(g)
		case keymap.Sort:
			g = a.sortArgument(g)
		case keymap.Reject:
			g = a.rejectArgument(g)
		case keymap.Tag:
			g = a.tagArgument(g)
		case keymap.Views:
			g = a.viewArgument(g)
		case keymap.Roles:
			g = a.roleArgument(g)
		case keymap.Theme:
			g = a.themeArgument(g)
		case keymap.Add:
			g = a.addArgument(g)
		default:
			continue
		}
		all = append(all, g)
	}
	return all
}

// among is the choices that a query finds, the best first.
func among(choices []choice, typed string) []choice {
	q := match.New(typed)
	ranks := map[string]int{}
	var found []choice
	for _, c := range choices {
		rank, ok := q.Name(model.Fold(c.text))
		if !ok && q.Told(model.Fold(c.text), model.Fold(c.does)) {
			rank, ok = match.Weak, true
		}
		if ok {
			ranks[c.text] = rank
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(x, y choice) int { return ranks[x.text] - ranks[y.text] })
	return found
}

// one is the choice that is called so, or else the only one that can be meant.
func one(choices []choice, typed string) (choice, bool) {
	for _, c := range choices {
		if model.Fold(c.text) == model.Fold(typed) {
			return c, true
		}
	}
	found := among(choices, typed)
	if len(found) != 1 {
		return choice{}, false
	}
	return found[0], true
}

// goToArgument goes to a candidate.
func (a *App) goToArgument(g argument) argument {
	// Of thousands it takes a moment to make, and most who call something call something else.
	made := sync.OnceValue(func() finder { return newFinder(a.theme, a.setting.Keys, a.field.role, a.everybody()) })
	find := func(typed string) []model.Candidate {
		f := made()
		f.words = f.words.With(typed)
		f = f.look()
		var all []model.Candidate
		for _, i := range f.shown {
			all = append(all, f.people[i].row.Candidate)
		}
		return all
	}
	g.choices = func(typed string) []choice {
		var all []choice
		for _, c := range find(typed) {
			name, other := goesBy(c)
			all = append(all, choice{text: name, does: other, take: func() (tea.Cmd, string) { return a.visit(c.ID), "" }})
		}
		return all
	}
	g.take = func(typed string) (tea.Cmd, string) {
		people := find(typed)
		if len(people) == 0 {
			return nil, fmt.Sprintf("nobody is called %q: %s", text.Drawable(typed), g.Accepts)
		}
		return a.visit(people[0].ID), ""
	}
	return g
}

// searchArgument filters the list, or finds in a document.
func (a *App) searchArgument(g argument) argument {
	onList := len(a.stack) == 1
	in := a.whole()
	if onList {
		g.choices = func(typed string) []choice {
			var all []choice
			for _, c := range query.Complete(typed, len(typed), in) {
				whole := typed[:c.From] + c.Text + typed[min(len(typed), c.To):]
				all = append(all, choice{text: whole, does: c.Does, more: strings.HasSuffix(whole, ":")})
			}
			return all
		}
	}
	g.take = func(typed string) (tea.Cmd, string) {
		if onList {
			if _, err := query.Parse(typed, in); err != nil {
				return nil, text.Drawable(err.Error())
			}
			return a.tell(intent.Filter{Query: typed}), ""
		}
		words := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(typed), Paste: true}
		begin := a.own(press(keymap.Table{}.Key(keymap.Search)))
		return tea.Batch(begin, a.toTop(words), a.toTop(press("enter"))), ""
	}
	return g
}

// whole is what a query on the list may speak of, with all that can be completed.
func (a *App) whole() query.Scope {
	in := a.scope()
	add := func(to *[]string, s string) {
		if s != "" && !slices.Contains(*to, s) {
			*to = append(*to, s)
		}
	}
	for _, r := range a.field.rows {
		add(&in.Sources, r.Candidate.Source)
		add(&in.Places, r.Candidate.Location)
	}
	slices.Sort(in.Sources)
	slices.Sort(in.Places)
	return in
}

// sortArgument sorts the list.
func (a *App) sortArgument(g argument) argument {
	minus := func(typed string) (sign, words string) {
		if rest, ok := strings.CutPrefix(typed, "-"); ok {
			return "-", strings.TrimSpace(rest)
		}
		return "", typed
	}
	g.choices = func(typed string) []choice {
		sign, words := minus(typed)
		found := among(a.orders(sign != ""), words)
		for i := range found {
			found[i].text = sign + found[i].text
		}
		return found
	}
	g.take = func(typed string) (tea.Cmd, string) {
		sign, words := minus(typed)
		c, ok := one(a.orders(sign != ""), words)
		if !ok {
			return nil, fmt.Sprintf("%q is no order: %s", text.Drawable(typed), g.Accepts)
		}
		return c.take()
	}
	return g
}

// orders is what the list can be sorted by.
func (a *App) orders(reverse bool) []choice {
	var all []choice
	order := func(name, does string, by model.Sort) {
		by.Reverse = reverse
		all = append(all, choice{text: name, does: does, take: func() (tea.Cmd, string) { return a.tell(intent.Order{By: by}), "" }})
	}
	does := map[model.SortKey]string{
		model.ByScore: "by gate, low bound, high bound", model.ByReviews: "by how many were submitted", model.ByApplied: "by when they applied",
	}
	for by := model.ByScore; by < model.ByRequirement; by++ {
		order(by.String(), does[by], model.Sort{By: by})
	}
	list := a.field.role.Checklist
	for _, q := range list.Application() {
		order(q.Label, fmt.Sprintf("%s %d", q.Priority, list.Number(q.ID)), model.Sort{By: model.ByRequirement, Requirement: q.ID})
	}
	return all
}

// rejectArgument rejects whom the screen on top would reject, with a reason.
func (a *App) rejectArgument(g argument) argument {
	var reasons []choice
	musts := a.musts()
	for i, q := range musts {
		reasons = append(reasons, choice{text: strconv.Itoa(i + 1), does: q.Label + ": not met"})
	}
	g.choices = func(typed string) []choice { return among(reasons, typed) }
	g.take = func(typed string) (tea.Cmd, string) {
		w, ok := a.tried(keymap.Table{}.Key(keymap.Reject)).(intent.Decide)
		why := model.Reason{Other: typed}
		if n, err := strconv.Atoi(typed); err == nil {
			if n < 1 || n > len(musts) {
				return nil, fmt.Sprintf("there is no must-have %d: 1 to %d, or other words", n, len(musts))
			}
			why = model.Reason{Requirement: musts[n-1].ID}
		}
		switch {
		case !ok || len(w.Candidates) == 0:
			return nil, "nobody is shown"
		case len([]rune(why.Other)) > reasonLimit:
			return nil, fmt.Sprintf("a reason has at most %d characters", reasonLimit)
		case len(w.Candidates) > 1:
			if len(a.undecided(w)) == 0 {
				return a.decide(w), "" // which says so
			}
			a.asking = a.askCount(w, &why)
			return nil, ""
		}
		return a.decided(w, why), ""
	}
	return g
}

// tagArgument puts tags on whom the screen on top would tag, or takes them off.
func (a *App) tagArgument(g argument) argument {
	w, _ := a.tried(keymap.Table{}.Key(keymap.Tag)).(intent.Tag)
	used := a.usedTags()
	g.choices = func(typed string) []choice {
		var all []choice
		for _, line := range a.completeTags(w.Candidates, used, typed) {
			all = append(all, choice{text: line})
		}
		return all
	}
	g.take = func(typed string) (tea.Cmd, string) {
		t, err := model.ParseTagging(typed)
		switch {
		case err != nil:
			return nil, text.Drawable(err.Error())
		case t.Empty():
			return nil, "tag takes " + g.Accepts
		case len(w.Candidates) == 0:
			return nil, "nobody is shown"
		}
		return a.tagged(w.Candidates, t), ""
	}
	return g
}

// viewArgument shows a saved view.
func (a *App) viewArgument(g argument) argument {
	var names []choice
	for i, v := range a.viewing.views {
		if v.Name != "" {
			names = append(names, choice{text: v.Name, does: fmt.Sprintf("%d: %s", i+1, v.Query)})
		}
	}
	g.choices = func(typed string) []choice { return among(names, typed) }
	g.take = func(typed string) (tea.Cmd, string) {
		if c, ok := one(names, typed); ok {
			typed = c.text
		}
		if _, ok := a.viewing.views.Find(typed); !ok {
			return nil, fmt.Sprintf("no view is called %q: %s", text.Drawable(typed), g.Accepts)
		}
		return a.callView(typed), ""
	}
	return g
}

// musts is the must-haves that a rejection may name by their number.
func (a *App) musts() []model.Requirement {
	qs := a.field.role.Checklist.Application()
	n := 0
	for n < len(qs) && qs[n].Priority == model.Must {
		n++
	}
	return qs[:n]
}

// askRoles asks for all roles. The answer is a Chosen.
type askRoles struct{}

// roleArgument goes to another role.
func (a *App) roleArgument(g argument) argument {
	var titles []choice
	known := false
	g.asks = func(string) intent.Intent {
		if known {
			return nil
		}
		return askRoles{}
	}
	g.told = func(msg tea.Msg) {
		m, ok := msg.(intent.Chosen)
		if !ok {
			return
		}
		known, titles = true, nil
		for i, r := range m.Roles {
			if !r.Archived && r.ID != a.field.role.ID {
				titles = append(titles, choice{
					text: text.Drawable(r.Title), does: text.Count(m.Counts[i], "candidate"),
					take: func() (tea.Cmd, string) { return a.load(r.ID), "" },
				})
			}
		}
	}
	g.choices = func(typed string) []choice { return among(titles, typed) }
	g.take = func(typed string) (tea.Cmd, string) {
		c, ok := one(titles, typed)
		if !ok {
			return nil, fmt.Sprintf("%q is no other role, or more than one: %s", text.Drawable(typed), g.Accepts)
		}
		return c.take()
	}
	return g
}

// addArgument adds the candidates of a file or folder.
func (a *App) addArgument(g argument) argument {
	path := input.NewPath()
	g.asks = func(typed string) (want intent.Intent) {
		path, want = path.At(typed)
		return want
	}
	g.told = func(msg tea.Msg) {
		if m, ok := msg.(intent.Listed); ok {
			path, _ = path.Listed(m)
		}
	}
	g.choices = func(typed string) []choice {
		var all []choice
		for _, c := range path.Matching() {
			all = append(all, choice{text: c, more: strings.HasSuffix(c, "/")})
		}
		return all
	}
	g.take = func(typed string) (tea.Cmd, string) {
		if !a.session.May.Files {
			return nil, farFiles
		}
		if _, err := os.Stat(home(typed)); err != nil {
			return nil, text.Drawable(typed) + " is not there: " + g.Accepts
		}
		show := a.show(keymap.Add)
		return tea.Batch(show, a.toTop(intent.Command{Action: keymap.Add, Argument: typed})), ""
	}
	return g
}
