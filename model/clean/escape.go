package clean

import (
	"strings"
	"unicode/utf8"
)

// introducers begin terminal escape sequences.
const introducers = "\x1b\u0090\u0098\u009b\u009d\u009e\u009f"

// Escapes counts the terminal escape sequences that Text leaves out of s, and tells in which line the first of them stands,
// from 0.
func Escapes(s string) (count, first int) {
	if strings.IndexByte(s, 0x1b) < 0 && strings.IndexByte(s, 0xc2) < 0 || !strings.ContainsAny(s, introducers) {
		return 0, 0 // all but the first introducer begin with that byte
	}
	n := 0
	for line := range strings.Lines(s) {
		_, found := stripEscapes(line)
		if count == 0 {
			first = n
		}
		count += found
		n++
	}
	if count == 0 {
		first = 0
	}
	return count, first
}

// stripEscapes drops terminal escape sequences whole, and counts them. A string sequence without its end loses only its
// introducer: what follows it may be what is to be read.
func stripEscapes(s string) (string, int) {
	if !strings.ContainsAny(s, introducers) {
		return s, 0
	}
	count := 0
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		if strings.ContainsRune(introducers, r) {
			count++
		}
		switch r {
		case 0x1b:
			s = afterEscape(s)
		case 0x9b:
			s = afterControl(s)
		case 0x90, 0x98, 0x9d, 0x9e, 0x9f:
			s = afterString(s)
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), count
}

// afterEscape is s after the sequence that an ESC before it begins.
func afterEscape(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '[':
		return afterControl(s[1:])
	case ']', 'P', 'X', '^', '_':
		return afterString(s[1:])
	}
	rest := strings.TrimLeft(s, " !\"#$%&'()*+,-./")
	if rest != "" && rest[0] >= '0' && rest[0] <= '~' {
		return rest[1:]
	}
	return s
}

// afterControl is s after the parameters and the last byte of a control sequence.
func afterControl(s string) string {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '?' {
		i++
	}
	for i < len(s) && s[i] >= ' ' && s[i] <= '/' {
		i++
	}
	if i < len(s) && s[i] >= '@' && s[i] <= '~' {
		i++
	}
	return s[i:]
}

// afterString is s after the end of a string sequence, or s itself when it has no end.
func afterString(s string) string {
	for i, r := range s {
		switch {
		case r == 0x07:
			return s[i+1:]
		case r == 0x9c:
			return s[i+len("\u009c"):]
		case r == 0x1b:
			if strings.HasPrefix(s[i:], "\x1b\\") {
				return s[i+2:]
			}
			return s
		}
	}
	return s
}
