package ui

import (
	"fmt"
	"strconv"
	"strings"

	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"
)

// spot is a place on the screen, in rows and columns from 1; zero: nowhere.
type spot struct{ row, column int }

// attend takes the marks out of a screen and tells where the terminal's own cursor belongs: in what is being typed, so that input
// methods show there what they compose; else, in plain looks, where one stands, so that a screen reader reads that line. Where one
// stands on a requirement and on a line of a document, it is on the one that the last key moved.
func (a *App) attend(screen string) (string, spot) {
	order := theme.Marks
	if a.along {
		order = [...]theme.Mark{theme.Caret, theme.AtLine, theme.Here}
	}
	at, from := spot{}, 0
	if a.theme.Plain {
		at = spot{1, 1}
	}
	if a.asking != nil {
		from = strings.LastIndexByte(screen, '\n') + 1
		if a.theme.Plain {
			at = spot{a.height, 1}
		}
	}
	for _, mark := range order {
		if i := strings.Index(screen[from:], string(mark)); i >= 0 {
			i += from
			line := strings.LastIndexByte(screen[:i], '\n') + 1
			at = spot{1 + strings.Count(screen[:i], "\n"), 1 + min(text.Width(screen[line:i]), a.width-1)}
			break
		}
	}
	for _, mark := range order {
		screen = strings.ReplaceAll(screen, string(mark), "")
	}
	return screen, at
}

// along is the actions that move along the lines of a document, and leave the requirement.
var along = map[keymap.Action]bool{
	keymap.NextProof: true, keymap.PrevProof: true, keymap.Down: true, keymap.Up: true, keymap.Top: true, keymap.Bottom: true,
	keymap.HalfDown: true, keymap.HalfUp: true, keymap.PageDown: true, keymap.PageUp: true, keymap.NextMatch: true, keymap.PrevMatch: true,
	keymap.Select: true, keymap.Search: true, keymap.Confirm: true,
}

// sequence tells the writer of frames the place. It travels at the end of the frame, and is never sent to the terminal.
func (s spot) sequence() string { return fmt.Sprintf("\x1b[%d;%dz", s.row, s.column) }

// Attention takes out of a frame what the app says there of the cursor: its row and column from 1, both 0 where none is to be seen.
// It reports false for a frame that says nothing, after which the cursor belongs where it was.
func Attention(frame string) (bare string, row, column int, said bool) {
	end := strings.LastIndexByte(frame, 'z')
	for ; end >= 0; end = strings.LastIndexByte(frame[:end], 'z') {
		begin := strings.LastIndex(frame[:end], "\x1b[")
		if begin < 0 {
			return frame, 0, 0, false
		}
		first, second, two := strings.Cut(frame[begin+2:end], ";")
		r, err := strconv.Atoi(first)
		c, err2 := strconv.Atoi(second)
		if two && err == nil && err2 == nil {
			return frame[:begin] + frame[end+1:], r, c, true
		}
	}
	return frame, 0, 0, false
}

// columns is the width that screens are told of. In plain looks it is too little for two panes: nothing stands beside anything.
func (a *App) columns() int {
	if a.theme.Plain {
		return min(a.width, 99)
	}
	return a.width
}
