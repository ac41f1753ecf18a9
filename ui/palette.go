package ui

import (
	"slices"
	"strconv"
	"strings"

	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// palette is every action of the screen below it by name. A number goes to that row or requirement.
type palette struct {
	theme         theme.Theme
	keys          keymap.Table
	of            keymap.Map
	words         input.Input
	cursor        int
	width, height int
}

// chosen is what the palette was left with: an own key of the program for the screen below, or a number.
type chosen struct {
	key    string
	number int
}

func newPalette(t theme.Theme, keys keymap.Table, of keymap.Map) palette {
	return palette{theme: t, keys: keys, of: of, words: input.Line("", 80)}
}

// matching is the actions whose name holds all the words typed, then those whose sentence does too.
func (p palette) matching() []keymap.Binding {
	words := strings.Fields(strings.ToLower(p.words.Text()))
	holds := func(s string) bool {
		s = strings.ToLower(s)
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(s, w) })
	}
	var named, told []keymap.Binding
	for _, b := range p.of.Bindings() {
		switch name := string(b.Action); {
		case b.Action == keymap.Palette:
		case holds(name):
			named = append(named, b)
		case holds(name + " " + b.Does):
			told = append(told, b)
		}
	}
	return append(named, told...)
}

func (p palette) Typing() bool { return true }

func (p palette) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.width, p.height = msg.Width, msg.Height
	case tea.KeyMsg:
		switch msg.String() {
		case "esc":
			return p, intent.Back{}
		case "down", "ctrl+n":
			p.cursor++
		case "up", "ctrl+p":
			p.cursor--
		case "enter":
			if n, err := strconv.Atoi(strings.TrimSpace(p.words.Text())); err == nil && n > 0 {
				return p, chosen{number: n}
			}
			if m := p.matching(); p.cursor < len(m) {
				return p, chosen{key: m[p.cursor].Keys[0]}
			}
		default:
			was := p.words.Text()
			if was == "" && msg.String() == "backspace" {
				return p, intent.Back{}
			}
			if p.words = p.words.Key(msg); p.words.Text() != was {
				p.cursor = 0
			}
		}
	}
	p.cursor = max(0, min(p.cursor, len(p.matching())-1))
	return p, nil
}

func (p palette) View() string {
	t := p.theme
	lines := []string{" " + t.AccentStrong.Render(":") + " " + p.words.Size(p.width-4).View(t.Caret, t.Text.Render), ""}
	matching := p.matching()
	room := max(1, p.height-3)
	from := max(0, p.cursor-room+1)
	for i := from; i < len(matching) && i < from+room; i++ {
		b := matching[i]
		name, key := text.Fit(string(b.Action), 22, t.Glyphs.Ellipsis), text.Fit(p.keys.Key(b.Action), 10, "")
		does := text.Fit(b.Does, p.width-38, t.Glyphs.Ellipsis)
		if i == p.cursor {
			line := " " + t.Row.Accent.Render(t.Glyphs.Cursor+" ") + t.Row.Strong.Render(name) + t.Row.Key.Render(" "+key) + t.Row.Text.Render(" "+does)
			lines = append(lines, line)
			continue
		}
		lines = append(lines, "   "+t.Text.Render(name)+" "+t.Key.Render(key)+" "+t.Muted.Render(does))
	}
	if len(matching) == 0 {
		lines = append(lines, "   "+t.Muted.Render("nothing here is called that"))
	}
	return fill(lines, p.width, p.height)
}

func (p palette) Keys() keymap.Map {
	return keymap.Map{
		Screen: "Command",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "do it"},
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

// carryOut leaves the palette and does what was chosen in it.
func (a *App) carryOut(c chosen) tea.Cmd {
	cmd := a.pop()
	if c.number > 0 {
		return tea.Batch(cmd, a.toTop(intent.Number{N: c.number}))
	}
	return tea.Batch(cmd, a.own(press(c.key)))
}
