// Package search is words looked for in texts: what is said in a query, and the folded texts of candidates' documents.
//
// A word is found at the beginning of a word, in any case and without accents: "rust" finds "Rust-based", not "trust". A
// phrase is words as they stand, whole, with any white space or a hyphen between them. In scripts that part words by no blanks, such as
// Chinese, both are found at any place.
package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

// Text is a text made ready to be looked through: folded, all white space one blank, and a mark before each word. It takes about a
// fifth more bytes than the text it was made of: 4.8 KB for a resume of 4 KB. The zero Text holds nothing.
type Text []byte

const (
	mark  = '\x01' // before the first letter or digit of a word
	apart = '\n'   // behind each of several texts: no phrase runs from one to the next
)

// kind sorts characters by what they are to words.
type kind uint8

const (
	other    kind = iota // blanks and signs
	wordly               // letters and digits of words that something parts
	unspaced             // letters of scripts that part no words
)

// New makes texts ready, each parted from the next.
func New(texts ...string) Text {
	size := 0
	for _, s := range texts {
		size += len(s) + len(s)/4 + 1
	}
	t := make(Text, 0, size)
	for _, s := range texts {
		t = t.With(s)
	}
	return t
}

// With is the text with one more behind it, parted from it. It may share its bytes with t, which is not to be added to again.
func (t Text) With(s string) Text {
	t, _ = appendText(t, s)
	t = append(t, apart)
	for joined := range hyphenated(s) {
		t, _ = appendText(t, joined)
		t = append(t, apart)
	}
	return t
}

// appendText appends s, ready to be looked through, to t; last is the kind of its last character.
func appendText(t Text, s string) (_ Text, last kind) {
	start := len(t)
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			end := i
			for end < len(s) && s[end] >= utf8.RuneSelf {
				end++
			}
			t, last = appendBeyond(t, start, s[i:end], last)
			i = end
			continue
		}
		i++
		t, last = appendASCII(t, start, c, last)
	}
	if len(t) > start && t[len(t)-1] == ' ' {
		t = t[:len(t)-1]
	}
	return t, last
}

// appendASCII appends one character of the text that begins at start.
func appendASCII(t Text, start int, c byte, last kind) (Text, kind) {
	switch {
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	case c <= ' ' || c == 0x7f:
		if len(t) > start && t[len(t)-1] != ' ' {
			t = append(t, ' ')
		}
		return t, other
	default:
		return append(t, c), other
	}
	if last != wordly {
		t = beginWord(t, start)
	}
	return append(t, c), wordly
}

// beginWord marks the beginning of a word. A hyphen between two words is a blank: "event-driven" and "event driven" are the same.
func beginWord(t Text, start int) Text {
	if n := len(t); n-start > 1 && t[n-1] == '-' {
		if r, _ := utf8.DecodeLastRune(t[start : n-1]); kindOf(r) == wordly {
			t[n-1] = ' '
		}
	}
	return append(t, mark)
}

// appendBeyond appends a run of characters beyond ASCII.
func appendBeyond(t Text, start int, s string, last kind) (Text, kind) {
	var room [128]byte
	for folded := model.AppendFold(room[:0], s); len(folded) > 0; {
		r, size := utf8.DecodeRune(folded)
		folded = folded[size:]
		if p := plain(r); p < utf8.RuneSelf {
			if p >= 0 {
				t, last = appendASCII(t, start, byte(p), last)
			}
			continue
		}
		k := kindOf(r)
		if unicode.IsMark(r) {
			k = last // belongs to the letter before it
		}
		if k == wordly && last != wordly {
			t = beginWord(t, start)
		}
		t, last = utf8.AppendRune(t, r), k
	}
	return t, last
}

// plain is the ASCII character that people type for r; r itself where they type that one, and -1 for one that is not seen.
func plain(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r == '\u2018', r == '\u2019', r == '\u02bc', r == '\u2032':
		return '\''
	case r == '\u201c', r == '\u201d', r == '\u201e', r == '\u2033', r == '\u00ab', r == '\u00bb':
		return '"'
	case r >= '\u2010' && r <= '\u2015', r == '\u2212':
		return '-'
	case r == '\u00ad', r == '\u200b', r == '\u200c', r == '\u200d', r == '\u2060', r == '\ufeff':
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

func kindOf(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return wordly
		}
		return other
	case r < 0x0e00:
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return wordly
		}
		return other
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar), r == 'ー':
		return unspaced
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return wordly
	}
	return other
}

// hyphenated is the words that a hyphen at the end of a line breaks, in one: "develop-" and "ment" below it give "development".
func hyphenated(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for at := 0; ; {
			i := strings.IndexByte(s[at:], '\n')
			if i < 0 {
				return
			}
			end := at + i
			at = end + 1
			before := strings.TrimRight(s[:end], " \t\r")
			head := strings.TrimSuffix(before, "-")
			if head == before {
				head = strings.TrimSuffix(before, "\u2010")
			}
			if head == before {
				continue
			}
			from := len(head)
			for from > 0 {
				r, size := utf8.DecodeLastRuneInString(head[:from])
				if !unicode.IsLetter(r) {
					break
				}
				from -= size
			}
			rest := strings.TrimLeft(s[at:], " \t")
			to := 0
			for to < len(rest) {
				r, size := utf8.DecodeRuneInString(rest[to:])
				if !unicode.IsLetter(r) || to == 0 && !unicode.IsLower(r) {
					break
				}
				to += size
			}
			if from < len(head) && to > 0 && !yield(head[from:]+rest[:to]) {
				return
			}
		}
	}
}
