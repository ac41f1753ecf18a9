package search

import (
	"bytes"
	"unicode/utf8"
)

// Said is something that is looked for. The zero Said is found everywhere.
type Said struct {
	Text  string // as it was typed, without quotes
	Whole bool   // a phrase: its last word is whole, too
}

// Pattern is what is said, made ready to be looked for in many texts. The zero Pattern is found everywhere.
type Pattern struct {
	words  []byte // what stands in a text, without the mark before its first word
	marked bool   // whether that mark must stand there
	whole  bool   // whether a word must end where it ends
	rare   int    // the byte of words that texts hold least of
}

// Pattern makes what is said ready.
func (s Said) Pattern() Pattern {
	words, last := appendText(nil, s.Text)
	p := Pattern{words: words}
	if len(words) > 0 && words[0] == mark {
		p.words, p.marked = words[1:], true
	}
	if n := len(p.words); !s.Whole && n > 1 && p.words[n-1] == '-' && p.words[n-2] != ' ' { // a word may follow, and then it is a blank
		p.words = p.words[:n-1]
	}
	if n := len(p.words); n > 0 {
		p.whole = s.Whole && (last == wordly || p.words[n-1] == '+' || p.words[n-1] == '#')
	}
	for i, c := range p.words {
		if often(c) < often(p.words[p.rare]) {
			p.rare = i
		}
	}
	return p
}

// Empty reports whether nothing is looked for.
func (p Pattern) Empty() bool { return len(p.words) == 0 }

// In reports whether the text holds the pattern.
func (p Pattern) In(t Text) bool {
	if len(p.words) == 0 {
		return true
	}
	rare := p.words[p.rare]
	for at := p.rare; at < len(t); {
		i := bytes.IndexByte(t[at:], rare)
		if i < 0 {
			return false
		}
		from := at + i - p.rare
		if (!p.marked || from > 0 && t[from-1] == mark) && bytes.HasPrefix(t[from:], p.words) && (!p.whole || ends(t[from+len(p.words):])) {
			return true
		}
		at += i + 1
	}
	return false
}

// Holds reports whether the text holds what is said. For many texts make a Pattern once.
func (t Text) Holds(s Said) bool { return s.Pattern().In(t) }

// ends reports whether a word ends before rest. The signs of C++ and C# belong to the word, unless another word follows them.
func ends(rest Text) bool {
	if len(rest) == 0 {
		return true
	}
	if rest[0] == '+' || rest[0] == '#' {
		return len(rest) > 1 && rest[1] == mark
	}
	r, _ := utf8.DecodeRune(rest)
	return kindOf(r) != wordly
}

// often is how often texts hold a byte: more is more often. The order of the letters is that of English, which serves others well enough.
func often(c byte) int {
	switch {
	case c == mark || c == ' ':
		return 100
	case c >= 0xc0: // begins a character: the same one for most of a script
		return 90
	case c >= utf8.RuneSelf:
		return 15
	}
	if i := bytes.IndexByte([]byte("zqxjkvbwygfpmudhclsotnriae"), c); i >= 0 {
		return 3*i + 3
	}
	return 12 // digits and signs
}
