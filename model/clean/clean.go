// Package clean makes a stranger's text safe to draw and easy to search.
package clean

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Text is a stranger's text as it may be kept and drawn: no control character, escape sequence, direction override
// or invisible character, in Unicode's composed form (NFC), with plain spaces and hyphens. Lines end with "\n", and there
// are as many as before. Cleaning twice is cleaning once.
func Text(s string) string {
	switch {
	case strings.Contains(s, "\n"):
		// A lone \r in such a text is white space: one producer parts words by tab, \r and a no-break space.
		s = strings.ReplaceAll(s, "\r\n", "\n")
	default:
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if !plain(line) {
			line = cleanLine(line)
		}
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// plain reports whether a line is printable ASCII, which needs no cleaning.
func plain(line string) bool {
	for i := 0; i < len(line); i++ {
		if line[i] < ' ' || line[i] > '~' {
			return false
		}
	}
	return true
}

func cleanLine(line string) string {
	line, _ = stripEscapes(strings.ToValidUTF8(line, "\ufffd"))
	// Composed first, so that the rules below see each letter as it stays; and again, since what they take away may have
	// stood between a letter and its accent.
	runes := visible([]rune(norm.NFC.String(line)))
	runes = fewMarks(joiners(hyphens(runes)))
	runes = fewMarks([]rune(norm.NFC.String(string(runes))))
	return spaces(runes)
}

// visible drops what has no shape, and replaces characters that only fonts tell from plain ones.
func visible(in []rune) []rune {
	out := make([]rune, 0, len(in))
	for _, r := range in {
		switch {
		case r < 0x7f && r >= ' ':
			out = append(out, r)
		case isSpace(r):
			out = append(out, r)
		case r == 0xad || r == zwj || r == zwnj:
			out = append(out, r) // hyphens and joiners decide
		case r == 0x2800 || r == 0xfffc || unicode.Is(unicode.Co, r):
			out = append(out, '\u00a0') // blank, or a sign of a font that is not here
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		case unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		case unicode.Is(unicode.Variation_Selector, r):
			if len(out) > 0 && varies(out[len(out)-1], r) {
				out = append(out, r)
			}
		case r >= 0x2e80 && r <= 0x2fd5, r >= 0xfb00 && r <= 0xfb06: // radicals for characters, ligatures for letters
			out = append(out, []rune(norm.NFKC.String(string(r)))...)
		default:
			out = append(out, r)
		}
	}
	return out
}

// varies reports whether a variation selector after r makes a difference that readers need: emoji and Han variants.
func varies(r, selector rune) bool {
	if selector == 0xfe0e || selector == 0xfe0f {
		return symbol(r) || r >= '0' && r <= '9' || r == '#' || r == '*'
	}
	return selector >= 0xe0100 && unicode.Is(unicode.Han, r)
}

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
)

// joiners keeps the zero-width joiners that a script or an emoji is spelt with, and drops the others.
func joiners(in []rune) []rune {
	out := in[:0:len(in)]
	for i, r := range in {
		if r != zwj && r != zwnj {
			out = append(out, r)
			continue
		}
		base := len(out) - 1
		for base > 0 && (unicode.Is(unicode.Inherited, out[base]) || out[base] >= 0x1f3fb && out[base] <= 0x1f3ff) {
			base--
		}
		if base < 0 || i+1 == len(in) {
			continue
		}
		before, after := out[base], in[i+1]
		if joins(before) && joins(after) || r == zwj && symbol(before) && symbol(after) {
			out = append(out, r)
		}
	}
	return out
}

// joins reports whether r is of a script that is spelt with joiners: not one of those that stand letter by letter.
func joins(r rune) bool {
	return r > 0x500 && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic,
		unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Common, unicode.Inherited)
}

func symbol(r rune) bool { return unicode.In(r, unicode.So, unicode.Sm) && r > 0xff }

// hyphens makes every hyphen '-'. A soft hyphen inside a word only says where it may break, and goes; beside a hyphen it is a
// second copy of it; anywhere else somebody saw a dash there.
func hyphens(in []rune) []rune {
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); {
		if !hyphen(in[i]) {
			out = append(out, in[i])
			i++
			continue
		}
		from, soft := i, 0
		for ; i < len(in) && hyphen(in[i]); i++ {
			if in[i] == 0xad {
				soft++
			}
		}
		wordBefore := from > 0 && (unicode.IsLetter(in[from-1]) || unicode.IsMark(in[from-1]))
		wordAfter := i < len(in) && (unicode.IsLetter(in[i]) || unicode.IsMark(in[i]))
		startsWord := wordAfter && (from == 0 || isSpace(in[from-1]))
		switch {
		case soft == 0:
			for range i - from {
				out = append(out, '-')
			}
		case soft == i-from && (wordBefore && wordAfter || startsWord):
		default:
			out = append(out, '-')
		}
	}
	return out
}

func hyphen(r rune) bool { return r == '-' || r == 0xad || r == 0x2010 || r == 0x2011 }

// fewMarks keeps at most eight marks on a letter: no script needs more, and a tower of them covers the lines above.
func fewMarks(in []rune) []rune {
	out, marks := in[:0:len(in)], 0
	for _, r := range in {
		if unicode.In(r, unicode.Mn, unicode.Me) {
			if marks++; marks > 8 {
				continue
			}
		} else {
			marks = 0
		}
		out = append(out, r)
	}
	return out
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	}
	return r > 0x7f && unicode.Is(unicode.Zs, r)
}

// spaces makes all white space plain. An indent keeps its width, with a tab stop every four; between words a run of plain
// spaces stays, for columns are made of them, and any other run is one space.
func spaces(in []rune) string {
	var b strings.Builder
	b.Grow(len(in) + 8)
	i, width := 0, 0
	for ; i < len(in) && isSpace(in[i]); i++ {
		switch in[i] {
		case '\r', '\v', '\f':
		case '\t':
			width += 4 - width%4
		default:
			width++
		}
	}
	b.WriteString(strings.Repeat(" ", width))
	for i < len(in) {
		from, only := i, true
		for ; i < len(in) && isSpace(in[i]); i++ {
			only = only && in[i] == ' '
		}
		switch {
		case i == from:
			b.WriteRune(in[i])
			i++
		case only:
			b.WriteString(strings.Repeat(" ", i-from))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
