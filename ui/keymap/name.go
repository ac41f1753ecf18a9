package keymap

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// special is the keys that have a name, as Bubble Tea calls them, modifiers left out.
var special = []string{"enter", "tab", "esc", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
	"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12", "f13", "f14", "f15", "f16", "f17", "f18", "f19", "f20"}

// moving is those that terminals send with ctrl and shift too.
var moving = []string{"up", "down", "left", "right", "home", "end"}

// NamesOfKeys is what a key may be called, in words.
const NamesOfKeys = `a character such as x or X, enter, tab, shift+tab, esc, space, backspace, delete, insert, up, down, left, right, home, end, pgup, pgdown, ` +
	`f1 to f20, ctrl+a to ctrl+z (ctrl+i is tab, ctrl+m is enter), alt+ and any of these`

// Meant is the key that is probably meant by a name that none has, such as Ctrl-Q or ctrl+i; "" where none is near.
func Meant(name string) string {
	name = strings.ToLower(name)
	for _, other := range [][2]string{{"control", "ctrl"}, {"c-", "ctrl+"}, {"m-", "alt+"}, {"ctrl-", "ctrl+"}, {"alt-", "alt+"}, {"shift-", "shift+"}} {
		if rest, ok := strings.CutPrefix(name, other[0]); ok {
			name = other[1] + rest
		}
	}
	for _, other := range [][2]string{{"return", "enter"}, {"escape", "esc"}, {"ctrl+i", "tab"}, {"ctrl+m", "enter"}, {"pageup", "pgup"}, {"pagedown", "pgdown"}} {
		if name == other[0] {
			name = other[1]
		}
	}
	if !Names(name) {
		return ""
	}
	return name
}

// Names reports whether a terminal sends a key of that name.
func Names(key string) bool {
	key = strings.TrimPrefix(key, "alt+")
	if r, size := utf8.DecodeRuneInString(key); size == len(key) && size > 0 {
		return r != utf8.RuneError && unicode.IsPrint(r) && r != ' '
	}
	if slices.Contains(special, key) || key == "shift+tab" {
		return true
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok && len(letter) == 1 {
		return strings.Contains(`abcdefghjklnopqrstuvwxyz@\]^_`, letter) // ctrl+i is tab and ctrl+m is enter
	}
	switch bare, ctrl := strings.CutPrefix(key, "ctrl+"); {
	case ctrl && (bare == "pgup" || bare == "pgdown"):
		return true
	default:
		bare, shift := strings.CutPrefix(bare, "shift+")
		return (ctrl || shift) && slices.Contains(moving, bare)
	}
}

// sent is the keys as terminals send them: Bubble Tea calls the space bar by the character.
func sent(keys []string) []string {
	var all []string
	for _, k := range keys {
		all = append(all, k)
		if bare, is := strings.CutSuffix(k, "space"); is && (bare == "" || bare == "alt+") {
			all = append(all, bare+" ")
		}
	}
	return all
}
