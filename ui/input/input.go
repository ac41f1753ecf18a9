// Package input is words being typed: one line, or a paragraph that wraps. It edits by grapheme clusters, takes nothing from a
// clipboard but what the terminal pastes, and draws its cursor as a glyph, so that it shows without colours too.
package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// Path is the text as a path: without the blanks around it, and the quotation marks that terminals put around what is dropped
// on them.
func (i Input) Path() string {
	path := strings.TrimSpace(i.text)
	for _, q := range []string{"'", `"`} {
		if len(path) > 1 && strings.HasPrefix(path, q) && strings.HasSuffix(path, q) {
			return path[1 : len(path)-1]
		}
	}
	return path
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
	if msg.Type == tea.KeyRunes && (msg.Paste || !msg.Alt) {
		return i.insert(string(msg.Runes))
	}
	switch msg.String() {
	case " ":
		return i.insert(" ")
	case "alt+enter", "ctrl+j":
		if i.lines {
			return i.insert("\n")
		}
	case "left", "ctrl+b":
		i.at = i.before()
	case "right", "ctrl+f":
		i.at = i.after()
	case "up", "ctrl+p":
		return i.row(-1)
	case "down", "ctrl+n":
		return i.row(1)
	case "home", "ctrl+a":
		i.at = i.lineStart()
	case "end", "ctrl+e":
		i.at = i.lineEnd()
	case "ctrl+home", "alt+<":
		i.at = 0
	case "ctrl+end", "alt+>":
		i.at = len(i.text)
	case "alt+left", "ctrl+left", "alt+b":
		i.at = i.wordStart()
	case "alt+right", "ctrl+right", "alt+f":
		i.at = i.wordEnd()
	case "backspace", "ctrl+h":
		return i.remove(i.before(), i.at)
	case "delete", "ctrl+d":
		return i.remove(i.at, i.after())
	case "ctrl+w", "alt+backspace":
		return i.remove(i.wordStart(), i.at)
	case "alt+d", "alt+delete":
		return i.remove(i.at, i.wordEnd())
	case "ctrl+u":
		return i.remove(i.lineStart(), i.at)
	case "ctrl+k":
		return i.remove(i.at, i.lineEnd())
	}
	return i
}

// insert puts s, cleaned, at the cursor, as much of it as the limit leaves room for.
func (i Input) insert(s string) Input {
	s = i.clean(s)
	room := i.limit - utf8.RuneCountInString(i.text)
	for n := range s {
		if room--; room < 0 {
			s = s[:n]
			break
		}
	}
	i.text = i.text[:i.at] + s + i.text[i.at:]
	i.at += len(s)
	return i
}

func (i Input) remove(from, to int) Input {
	i.text, i.at = i.text[:from]+i.text[to:], from
	return i
}

// clean takes out of s what would steer a terminal: what is pasted comes from anywhere.
func (i Input) clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\u2028', '\u2029':
			if i.lines {
				return '\n'
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

// before is where the cluster before the cursor begins.
func (i Input) before() int {
	last := 0
	state := -1
	for at, rest := 0, i.text[:i.at]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		last = at
		at += len(cluster)
	}
	return last
}

// after is where the cluster at the cursor ends.
func (i Input) after() int {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(i.text[i.at:], -1)
	return i.at + len(cluster)
}

func (i Input) lineStart() int { return strings.LastIndexByte(i.text[:i.at], '\n') + 1 }

func (i Input) lineEnd() int {
	if n := strings.IndexByte(i.text[i.at:], '\n'); n >= 0 {
		return i.at + n
	}
	return len(i.text)
}

// wordStart is where the word at or before the cursor begins.
func (i Input) wordStart() int {
	to := len(strings.TrimRightFunc(i.text[:i.at], unicode.IsSpace))
	from := strings.LastIndexFunc(i.text[:to], unicode.IsSpace)
	if from < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(i.text[from:])
	return from + size
}

// wordEnd is where the word at or after the cursor ends.
func (i Input) wordEnd() int {
	rest := strings.TrimLeftFunc(i.text[i.at:], unicode.IsSpace)
	from := len(i.text) - len(rest)
	if n := strings.IndexFunc(rest, unicode.IsSpace); n >= 0 {
		return from + n
	}
	return len(i.text)
}
