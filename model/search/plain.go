package search

import (
	"bytes"
	"unicode/utf8"
)

// InString is In for a text that was not made ready, such as a name. Where it is one line of ASCII and does not begin to hold the
// pattern, which is nearly always, nothing is made of it.
func (p Pattern) InString(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '\n' {
			return p.In(New(s))
		}
	}
	first, more := p.first()
	plain := !more && !p.whole && bytes.IndexByte(first, '-') < 0 // a hyphen is one only where it joins no words
	return p.begins(s, first) && (plain || p.In(New(s)))
}

// first is the pattern up to its first blank; more says that there is one.
func (p Pattern) first() (first []byte, more bool) {
	first, _, more = bytes.Cut(p.words, []byte{' '})
	return first, more
}

// begins reports whether an ASCII text holds the first word of the pattern, at the beginning of a word where it must.
func (p Pattern) begins(s string, first []byte) bool {
	if len(first) == 0 {
		return true
	}
	for i := 0; i < len(s); i++ {
		if lower(s[i]) != first[0] || p.marked && i > 0 && kindOf(rune(lower(s[i-1]))) == wordly {
			continue
		}
		at := i
		for _, c := range first {
			if c == mark {
				continue
			}
			if at == len(s) || lower(s[at]) != c {
				at = -1
				break
			}
			at++
		}
		if at >= 0 {
			return true
		}
	}
	return false
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
