package model

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is s as searches and orders by name compare it: in lower case, without accents, wide and joined forms written plainly.
// "Łukasz" and "LUKASZ" fold to the same. What comes out is for comparing, not for showing.
func Fold(s string) string { return string(AppendFold(nil, s)) }

// AppendFold appends s, folded, to b.
func AppendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] >= utf8.RuneSelf {
			end++
		}
		b = appendPlain(b, s[i:end])
		i = end
	}
	return b
}

// appendPlain appends a run of characters beyond ASCII, folded.
func appendPlain(b []byte, s string) []byte {
	var room [64]byte
	decomposed := norm.NFKD.AppendString(room[:0], s)
	for len(decomposed) > 0 {
		r, size := utf8.DecodeRune(decomposed)
		switch r = unicode.ToLower(r); {
		case r >= 0x0300 && r <= 0x036f: // combining accents
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		case plainLetters[r] != "":
			b = append(b, plainLetters[r]...)
		default:
			b = utf8.AppendRune(b, r)
		}
		decomposed = decomposed[size:]
	}
	return b
}

// plainLetters is the letters that no decomposition takes apart, as people without them on the keyboard type them.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "n", 'ς': "σ",
}
