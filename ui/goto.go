package ui

import (
	"cmp"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/match"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// finder finds a candidate of the role by a few letters of the name, the alias or the mail address.
type finder struct {
	theme         theme.Theme
	keys          keymap.Table
	role          model.Role
	people        []findable // in the order of an empty line
	words         input.Input
	shown         []int // of people
	cursor, top   int
	width, height int
}

// findable is a candidate as they are found.
type findable struct {
	row                model.Row
	name, other, whole string // folded: what they are called, what else they go by up to an @, and all of their mail address
}

// found is the candidate that was chosen.
type found struct{ candidate model.ID }

func newFinder(t theme.Theme, keys keymap.Table, role model.Role, rows []model.Row) finder {
	f := finder{theme: t, keys: keys, role: role, words: input.Line("", 200), people: make([]findable, 0, len(rows))}
	for _, r := range rows {
		name, other := goesBy(r.Candidate)
		short, _, _ := strings.Cut(other, "@") // half of all share what stands behind it
		f.people = append(f.people, findable{r, model.Fold(name), model.Fold(short + " " + r.Candidate.Alias), model.Fold(name + " " + r.Candidate.Email)})
	}
	return f.look()
}

// goesBy is what a candidate is called, and what else they go by.
func goesBy(c model.Candidate) (name, other string) {
	switch {
	case c.Name != "":
		return c.Name, cmp.Or(c.Email, c.Alias)
	case c.Email != "":
		return c.Email, c.Alias
	default:
		return c.Alias, ""
	}
}

// aliased is how much better a name is than what somebody goes by else.
const aliased = 500

// look finds what was typed.
func (f finder) look() finder {
	f.cursor, f.top = 0, 0
	f.shown = make([]int, 0, len(f.people))
	q, mail := match.New(f.words.Text()), strings.Contains(f.words.Text(), "@")
	if q.Empty() {
		for i := range f.people {
			f.shown = append(f.shown, i)
		}
		return f
	}
	ranks := make([]int, len(f.people))
	var weak []int // who only have the letters, wanted when nobody else is found
	for i := range f.people {
		rank, ok := f.people[i].rank(q, mail)
		ranks[i] = rank
		switch {
		case ok && match.Clear(rank):
			f.shown = append(f.shown, i)
		case ok:
			weak = append(weak, i)
		}
	}
	if len(f.shown) == 0 {
		f.shown = weak
	}
	slices.SortStableFunc(f.shown, func(x, y int) int { return ranks[x] - ranks[y] })
	return f
}

// rank is how well a query finds somebody, the lower the better. Mere letters of it count in the name alone; what stands behind an
// @ counts when there is one in the query.
func (p *findable) rank(q match.Query, mail bool) (rank int, ok bool) {
	rank, ok = q.Name(p.name)
	if ok && match.Clear(rank) {
		return rank, true
	}
	also := p.other
	if mail {
		also = p.whole
	}
	if r, is := q.Name(also); is && match.Clear(r) {
		return r + aliased, true
	}
	return rank, ok
}

func (f finder) Typing() bool { return true }

func (f finder) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		f.theme = msg.Theme
	case tea.WindowSizeMsg:
		f.width, f.height = msg.Width, msg.Height
	case tea.MouseMsg:
		f, want = f.mouse(msg)
	case tea.KeyMsg:
		f, want = f.key(msg)
	}
	f.cursor = max(0, min(f.cursor, len(f.shown)-1))
	f.top = max(0, min(f.top, f.cursor, len(f.shown)-f.room()), f.cursor-f.room()+1)
	return f, want
}

func (f finder) key(msg tea.KeyMsg) (finder, intent.Intent) {
	key := msg.String()
	if msg.Paste {
		key = ""
	}
	switch key {
	case "esc":
		return f, intent.Back{}
	case "enter":
		return f.choose()
	case "down", "ctrl+n":
		f.cursor++
	case "up", "ctrl+p":
		f.cursor--
	case "pgdown":
		f.cursor += f.room()
	case "pgup":
		f.cursor -= f.room()
	default:
		was := f.words.Text()
		if was == "" && key == "backspace" {
			return f, intent.Back{}
		}
		if f.words = f.words.Key(msg); f.words.Text() != was {
			f = f.look()
		}
	}
	return f, nil
}

func (f finder) choose() (finder, intent.Intent) {
	if f.cursor >= len(f.shown) {
		return f, intent.Say{Text: "nobody is called that"}
	}
	return f, found{f.people[f.shown[f.cursor]].row.Candidate.ID}
}

// mouse opens whom is clicked on; the wheel moves.
func (f finder) mouse(msg tea.MouseMsg) (finder, intent.Intent) {
	switch i := f.top + msg.Y - paletteHead; {
	case msg.Button == tea.MouseButtonWheelDown:
		f.cursor++
	case msg.Button == tea.MouseButtonWheelUp:
		f.cursor--
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress && msg.Y >= paletteHead && i < len(f.shown) && i < f.top+f.room():
		f.cursor = i
		return f.choose()
	}
	return f, nil
}

func (f finder) Keys() keymap.Map {
	return keymap.Map{
		Screen: "Go to a candidate",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "open"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back to where you were"},
		},
	}
}

// looksFor reports whether a key is the one that looks for a candidate, and neither the text on the screen nor a list to choose from
// needs it.
func (a *App) looksFor(msg tea.KeyMsg) bool {
	key := keymap.Table{}.Key(keymap.GoTo)
	if pressed, _, ok := a.setting.Keys.Typing().Own(keymap.Map{}, msg.String()); !ok || pressed != key || msg.Paste {
		return false
	}
	switch a.top().(type) {
	case palette, finder:
		return false
	}
	action := a.top().Keys().Action(key)
	return action == "" || action == keymap.GoTo
}

// find looks for a candidate, above whatever is on the screen: a question on the last line waits.
func (a *App) find() tea.Cmd {
	if why := a.nobody(); why != "" {
		a.say("%s", why)
		return nil
	}
	a.held, a.asking = a.asking, nil
	a.push(layer{Screen: newFinder(a.theme, a.setting.Keys, a.field.role, a.everybody())})
	return nil
}

// queued is a screen that shows candidates in an order.
type queued interface{ Queue() []model.ID }

// everybody is the rows of all candidates: first those who were opened in this sitting, the last one first; then as the list shows
// them; then the others by name.
func (a *App) everybody() []model.Row {
	listed := a.listed()
	place := make(map[model.ID]int, len(listed))
	for i, id := range listed {
		place[id] = i - len(listed) // before all who are not shown
	}
	_, open := a.showing()
	type standing struct{ seen, place, at int }
	order := make([]standing, 0, len(a.field.rows)) // rows are large: each moves once
	for i := range a.field.rows {
		c := &a.field.rows[i].Candidate
		if c.Hidden() {
			continue
		}
		seen := a.seen[c.ID]
		if open && c.ID == a.queue.open() {
			seen = 0 // one is there already
		}
		order = append(order, standing{seen, place[c.ID], i})
	}
	slices.SortFunc(order, func(x, y standing) int {
		if c := cmp.Or(y.seen-x.seen, x.place-y.place); c != 0 {
			return c
		}
		p, q := &a.field.rows[x.at].Candidate, &a.field.rows[y.at].Candidate
		return cmp.Or(strings.Compare(p.Name, q.Name), strings.Compare(p.Alias, q.Alias), x.at-y.at)
	})
	rows := make([]model.Row, len(order))
	for i, x := range order {
		rows[i] = a.field.rows[x.at]
	}
	return rows
}

// listed is the candidates that the list shows, in its order.
func (a *App) listed() []model.ID {
	if l, ok := a.stack[0].Screen.(queued); ok {
		return l.Queue()
	}
	return nil
}

// visit opens a candidate from wherever one is. What was being written on the one that was open is kept; a screen that is about no
// candidate waits below.
func (a *App) visit(id model.ID) tea.Cmd {
	a.held = nil
	if _, ok := a.top().(finder); ok {
		a.stack = a.stack[:len(a.stack)-1]
	}
	cmds := []tea.Cmd{a.draft(a.top())}
	a.stack = slices.DeleteFunc(slices.Clone(a.stack), func(l layer) bool {
		_, helps := l.Screen.(help)
		return l.person || helps
	})
	queue := a.listed()
	if !slices.Contains(queue, id) {
		queue = []model.ID{id}
	}
	return tea.Batch(append(cmds, a.open(intent.Open{Candidate: id, Queue: queue, As: intent.Detail}))...)
}
