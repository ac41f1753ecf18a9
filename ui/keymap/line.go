package keymap

import (
	"strings"

	"candid/ui/text"
)

// Line is the key line of the map in exactly width cells: its hints in their order, as many as there is room for, and at
// the right end, where the map takes it, how to get help. key and word style the two halves of a hint without changing
// their width.
func (t Table) Line(m Map, width int, key, word func(string) string) string {
	var line strings.Builder
	used, end, pin := 0, "", 0
	if m.Takes(Help) {
		pin = text.Width(t.Key(Help)) + len(" help")
		if pin > width {
			return text.Blank(width)
		}
		end = key(t.Key(Help)) + word(" help")
	}
	for _, h := range m.Hints {
		if len(h.Actions) == 0 || h.Actions[0] == Help {
			continue
		}
		gap := "  "
		if used == 0 {
			gap = ""
		}
		keys := t.Hint(h)
		cells := len(gap) + text.Width(keys) + 1 + text.Width(h.Word)
		after := 0
		if pin > 0 {
			after = 2 + pin
		}
		if used+cells+after > width {
			break
		}
		line.WriteString(gap + key(keys) + word(" "+h.Word))
		used += cells
	}
	return line.String() + text.Blank(width-used-pin) + end
}
