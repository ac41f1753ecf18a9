package ui

import (
	"slices"
	"strconv"
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/match"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// palette is every action of the program by name: those of the screen below it first, then the others, each with why it cannot be
// used there. A number goes to that row or requirement; behind the name of some actions goes an argument.
type palette struct {
	theme         theme.Theme
	entries       []entry // in the order of an empty line
	arguments     []argument
	words         input.Input
	cursor        int // the entry or choice one stands on; -1: none of the choices
	top           int // the first in sight
	width, height int
	found         []entry  // those that what was typed matches
	choices       []choice // what could stand as the argument that is being typed
}

// entry is an action as the palette shows it.
type entry struct {
	keymap.Binding
	key         string // to show
	name, tells string // folded
	why         string // it cannot be used; "" where it can
}

// chosen is what the palette was left with: an action of the screen below, with an argument or without, or a number.
type chosen struct {
	action keymap.Action
	take   func() (cmd tea.Cmd, why string) // does it with its argument; nil: it has none
	number int
}

// paletteLong is the longest that a line of the palette may be, in characters.
const paletteLong = 1000

func newPalette(t theme.Theme, entries []entry, arguments []argument) palette {
	return palette{theme: t, entries: entries, arguments: arguments, words: input.Line("", paletteLong)}.look()
}

func (p palette) Typing() bool { return true }

// number is the number that was typed; 0 for none.
func (p palette) number() int {
	n, err := strconv.Atoi(strings.TrimSpace(p.words.Text()))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// look finds what was typed.
func (p palette) look() palette {
	p.found, p.choices, p.cursor, p.top = nil, nil, 0, 0
	if g, typed, ok := p.argument(); ok {
		p.choices = g.choices(typed)
		if g.Free {
			p.cursor = -1
		}
		return p
	}
	if p.number() == 0 {
		p.found = matching(p.entries, match.New(p.words.Text()))
	}
	return p
}

// matching is the entries that a query finds: those by whose name it can be meant first, then those that only hold its letters or
// tell of it; in both what can be used before what cannot, and the best first.
func matching(entries []entry, q match.Query) []entry {
	type ranked struct {
		entry
		class, rank int
	}
	var found []ranked
	for _, e := range entries {
		r := ranked{entry: e}
		rank, named := q.Name(e.name)
		switch {
		case named && match.Clear(rank):
			r.rank = rank
		case q.Told(e.name, e.tells):
			r.class, r.rank = 2, match.Weak
		case named:
			r.class, r.rank = 2, rank
		default:
			continue
		}
		if e.why != "" {
			r.class++
		}
		found = append(found, r)
	}
	if slices.ContainsFunc(found, func(r ranked) bool { return r.class < 2 }) { // then nobody means mere letters of a name
		found = slices.DeleteFunc(found, func(r ranked) bool { return r.rank > match.Weak })
	}
	slices.SortStableFunc(found, func(x, y ranked) int {
		if x.class != y.class {
			return x.class - y.class
		}
		return x.rank - y.rank
	})
	all := make([]entry, len(found))
	for i, r := range found {
		all[i] = r.entry
	}
	return all
}

// argument is the action whose name stands first in the line, and what stands behind it; false where none does.
func (p palette) argument() (g argument, typed string, ok bool) {
	line := strings.TrimLeft(p.words.Text(), " ")
	folded, longest := model.Fold(line), 0
	for _, x := range p.arguments {
		for _, name := range x.Called {
			if n := len(name); n > longest && len(line) == len(folded) && strings.HasPrefix(folded, name+" ") {
				g, typed, ok, longest = x, strings.TrimLeft(line[n:], " "), true, n
			}
		}
	}
	return g, typed, ok
}

// count is how many entries or choices there are to choose from.
func (p palette) count() int { return max(len(p.found), len(p.choices)) }

func (p palette) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		p.theme = msg.Theme
	case tea.WindowSizeMsg:
		p.width, p.height = msg.Width, msg.Height
	case intent.Listed, intent.Chosen:
		for _, g := range p.arguments {
			if g.told != nil {
				g.told(msg)
			}
		}
		p = p.look()
	case tea.MouseMsg:
		p, want = p.mouse(msg)
	case tea.KeyMsg:
		p, want = p.key(msg)
	}
	p.cursor = max(min(p.cursor, p.count()-1), p.lowest())
	room := p.room()
	p.top = max(0, min(p.top, p.cursor, p.count()-room), p.cursor-room+1)
	return p, want
}

// lowest is the least place of the cursor: before the first choice where anything may be typed.
func (p palette) lowest() int {
	if g, _, ok := p.argument(); ok && g.Free {
		return -1
	}
	return 0
}

func (p palette) key(msg tea.KeyMsg) (palette, intent.Intent) {
	key := msg.String()
	if msg.Paste {
		key = ""
	}
	switch key {
	case "esc":
		return p, intent.Back{}
	case "down", "ctrl+n":
		p.cursor++
	case "up", "ctrl+p":
		p.cursor--
	case "pgdown":
		p.cursor += p.room()
	case "pgup":
		p.cursor -= p.room()
	case "tab":
		return p.complete()
	case "enter":
		return p.enter()
	default:
		was := p.words.Text()
		if was == "" && key == "backspace" {
			return p, intent.Back{}
		}
		if p.words = p.words.Key(msg); p.words.Text() != was {
			return p.typed()
		}
	}
	return p, nil
}

// typed looks for what stands there now, and asks for the folder that is being typed.
func (p palette) typed() (palette, intent.Intent) {
	var want intent.Intent
	if g, typed, ok := p.argument(); ok && g.asks != nil {
		want = g.asks(typed)
	}
	return p.look(), want
}

// complete types the rest of what one stands on.
func (p palette) complete() (palette, intent.Intent) {
	_, typed, ok := p.argument()
	at := max(0, p.cursor)
	switch line := p.words.Text(); {
	case ok && at < len(p.choices):
		p.words = p.words.With(line[:len(line)-len(typed)] + p.choices[at].text)
	case !ok && at < len(p.found):
		name := string(p.found[at].Action)
		if p.takes(p.found[at].Action) {
			name += " "
		}
		p.words = p.words.With(name)
	default:
		return p, nil
	}
	return p.typed()
}

// takes reports whether an action takes an argument.
func (p palette) takes(a keymap.Action) bool {
	return slices.ContainsFunc(p.arguments, func(g argument) bool { return g.Action == a })
}

// enter chooses what one stands on, or what was typed. What cannot be used says why, and stays.
func (p palette) enter() (palette, intent.Intent) {
	if g, typed, ok := p.argument(); ok {
		return p.enterArgument(g, typed)
	}
	if n := p.number(); n > 0 {
		return p, chosen{number: n}
	}
	if p.cursor >= len(p.found) {
		return p, intent.Say{Text: "nothing is called that"}
	}
	switch e := p.found[p.cursor]; {
	case e.why != "":
		return p, intent.Say{Text: string(e.Action) + ": " + e.why}
	case p.takes(e.Action) && keymap.Unbound(e.Action):
		return p.complete()
	default:
		return p, chosen{action: e.Action}
	}
}

// enterArgument chooses an action with its argument.
func (p palette) enterArgument(g argument, typed string) (palette, intent.Intent) {
	typed = strings.TrimSpace(typed)
	if why := p.why(g.Action); why != "" {
		return p, intent.Say{Text: string(g.Action) + ": " + why}
	}
	if p.cursor >= 0 && p.cursor < len(p.choices) {
		c := p.choices[p.cursor]
		if c.more {
			return p.complete()
		}
		if c.take != nil {
			return p, chosen{action: g.Action, take: c.take}
		}
		typed = c.text
	} else if typed == "" || !g.Free {
		return p, intent.Say{Text: string(g.Action) + " takes " + g.Accepts}
	}
	return p, chosen{action: g.Action, take: func() (tea.Cmd, string) { return g.take(typed) }}
}

// why is why an action cannot be used; "" where it can.
func (p palette) why(a keymap.Action) string {
	i := slices.IndexFunc(p.entries, func(e entry) bool { return e.Action == a })
	if i < 0 {
		return ""
	}
	return p.entries[i].why
}

// mouse chooses what is clicked on; the wheel moves.
func (p palette) mouse(msg tea.MouseMsg) (palette, intent.Intent) {
	switch i := p.top + msg.Y - paletteHead; {
	case msg.Button == tea.MouseButtonWheelDown:
		p.cursor++
	case msg.Button == tea.MouseButtonWheelUp:
		p.cursor--
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress && msg.Y >= paletteHead && i < p.count() && i < p.top+p.room():
		p.cursor = i
		return p.enter()
	}
	return p, nil
}

func (p palette) Keys() keymap.Map {
	return keymap.Map{
		Screen: "Command",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "do it"},
			{Actions: []keymap.Action{keymap.Complete}, Word: "complete"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
	}
}

// press is the key message of a key's name.
func press(key string) tea.KeyMsg {
	if key == "space" {
		key = " "
	}
	for t := tea.KeyType(-128); t < 128; t++ {
		if t != tea.KeyRunes && (tea.KeyMsg{Type: t}).String() == key {
			return tea.KeyMsg{Type: t}
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}
}
