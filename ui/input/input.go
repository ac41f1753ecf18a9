// Package input is words being typed: one line, a paragraph that wraps, or a path. Bubbles' text input edits them; this package takes
// its keys by grapheme clusters and lines, cleans what is pasted, keeps it away from the clipboard of the machine it runs on,
// and draws the cursor as a glyph, so that it shows without colours too.
package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/rivo/uniseg"
)

// Input is a text and a cursor in it. Line and Paragraph make one.
type Input struct {
	text  string
	at    int  // the byte that the cursor stands before
	lines bool // more than one line
	limit int  // characters
	cells int  // width that it is drawn in
}

// Line is an input of one line that takes at most limit characters, its cursor at the end of text.
func Line(text string, limit int) Input {
	return Input{text: text, at: len(text), limit: limit, cells: 40}
}

// Paragraph is an input of as many lines as it needs.
func Paragraph(text string, limit int) Input {
	return Input{text: text, at: len(text), lines: true, limit: limit, cells: 40}
}

// Text is what has been typed.
func (i Input) Text() string { return i.text }

// At is the byte of the text that the cursor stands before.
func (i Input) At() int { return i.at }

// Replace puts words in the place of bytes from to of the text, the cursor behind them.
func (i Input) Replace(from, to int, words string) Input {
	i.text, i.at = i.text[:from]+words+i.text[to:], from+len(words)
	return i
}

// With is the input with another text, its cursor at the end.
func (i Input) With(text string) Input {
	i.text, i.at = text, len(text)
	return i
}

// Size sets the width that it is drawn in, in cells, the cursor's included.
func (i Input) Size(cells int) Input {
	i.cells = max(2, cells)
	return i
}

// Key edits. A key that edits nothing leaves the input as it is; enter is left to the caller, who knows what it ends.
func (i Input) Key(msg tea.KeyMsg) Input {
	before, after := i.text[:i.at], i.text[i.at:]
	keys := textinput.DefaultKeyMap
	switch {
	case msg.Type == tea.KeyRunes && (msg.Paste || !msg.Alt):
		return i.insert(string(msg.Runes))
	case key.Matches(msg, keys.CharacterBackward, keys.DeleteCharacterBackward):
		return i.edit(msg, lastCluster(before))
	case key.Matches(msg, keys.CharacterForward, keys.DeleteCharacterForward):
		return i.edit(msg, firstCluster(after))
	case key.Matches(msg, keys.LineStart):
		return i.edit(tea.KeyMsg{Type: tea.KeyLeft}, lastLine(before))
	case key.Matches(msg, keys.DeleteBeforeCursor):
		return i.edit(tea.KeyMsg{Type: tea.KeyBackspace}, lastLine(before))
	case key.Matches(msg, keys.LineEnd):
		return i.edit(tea.KeyMsg{Type: tea.KeyRight}, firstLine(after))
	case key.Matches(msg, keys.DeleteAfterCursor):
		return i.edit(tea.KeyMsg{Type: tea.KeyDelete}, firstLine(after))
	case key.Matches(msg, keys.WordBackward, keys.WordForward):
		return i.edit(msg, 1)
	// The engine's own ways to delete a word take a blank too many, or read past the end of the text.
	case key.Matches(msg, keys.DeleteWordBackward):
		word := i.text[i.edit(tea.KeyMsg{Type: tea.KeyLeft, Alt: true}, 1).at:i.at]
		return i.edit(tea.KeyMsg{Type: tea.KeyBackspace}, utf8.RuneCountInString(word))
	case key.Matches(msg, keys.DeleteWordForward):
		word := i.text[i.at:i.edit(tea.KeyMsg{Type: tea.KeyRight, Alt: true}, 1).at]
		return i.edit(tea.KeyMsg{Type: tea.KeyDelete}, utf8.RuneCountInString(word))
	}
	switch msg.String() {
	case " ":
		return i.insert(" ")
	case "alt+enter", "ctrl+j":
		if i.lines {
			return i.insert("\n")
		}
	case "up", "ctrl+p":
		return i.row(-1)
	case "down", "ctrl+n":
		return i.row(1)
	case "ctrl+home", "alt+<":
		i.at = 0
	case "ctrl+end", "alt+>":
		i.at = len(i.text)
	}
	return i
}

// lineBreak stands for a new line in the engine, which knows one line only and makes blanks of new lines.
const lineBreak = "\u2028"

// edit gives the engine the text and, n times over, the key. The engine is made anew each time: its copies share their text.
func (i Input) edit(msg tea.KeyMsg, n int) Input {
	engine := textinput.New()
	engine.Cursor.SetMode(cursor.CursorHide) // no clock ticks for it
	engine.Focus()
	engine.CharLimit = max(i.limit, utf8.RuneCountInString(i.text))
	engine.SetValue(strings.ReplaceAll(i.text, "\n", lineBreak))
	engine.SetCursor(utf8.RuneCountInString(i.text[:i.at]))
	for range n {
		engine, _ = engine.Update(msg)
	}
	typed := func(runes []rune) string { return strings.ReplaceAll(string(runes), lineBreak, "\n") }
	runes := []rune(engine.Value())
	i.text, i.at = typed(runes), len(typed(runes[:engine.Position()]))
	return i
}

// insert puts s, cleaned, at the cursor, as much of it as the limit leaves room for. It goes in as something pasted, so that no
// word in it is taken for the name of a key.
func (i Input) insert(s string) Input {
	return i.edit(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(i.clean(s)), Paste: true}, 1)
}

// clean takes out of s what would steer a terminal: what is pasted comes from anywhere.
func (i Input) clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\u2028', '\u2029':
			if i.lines {
				return '\u2028'
			}
			return ' '
		case '\t', '\u00a0':
			return ' '
		case '\u200c', '\u200d': // they join and part the letters of some scripts
			return r
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

// lastCluster is how many characters the grapheme cluster at the end of s has.
func lastCluster(s string) (n int) {
	for clusters := uniseg.NewGraphemes(s); clusters.Next(); {
		n = len(clusters.Runes())
	}
	return n
}

// firstCluster is how many characters the grapheme cluster at the beginning of s has.
func firstCluster(s string) int {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return utf8.RuneCountInString(cluster)
}

// lastLine is how many characters stand behind the last new line of s.
func lastLine(s string) int { return utf8.RuneCountInString(s[strings.LastIndexByte(s, '\n')+1:]) }

// firstLine is how many characters stand before the first new line of s.
func firstLine(s string) int {
	line, _, _ := strings.Cut(s, "\n")
	return utf8.RuneCountInString(line)
}
