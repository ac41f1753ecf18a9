package pdf

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// mend makes plain text of the code points that a font gives for a word: the letters of ligatures, characters for the radicals
// and the presentation forms that stand for them, a hyphen where one is printed. Other signs stay what they are.
func mend(in []rune) string {
	private := 0
	for _, r := range in {
		if symbolic(r) {
			private++
		}
	}
	out := make([]rune, 0, len(in))
	for i, r := range in {
		switch {
		case hyphenated(r): // one sign may be mapped to several kinds of hyphen at once
			if i == 0 || !hyphenated(in[i-1]) && in[i-1] != '-' {
				out = append(out, '-')
			}
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0xfeff, r == 0xffff, r == 0xfffd:
		case symbolic(r) && private == len(in) && private > 2:
			out = append(out, r-0xf000) // letters of a font that numbers them like signs
		case pointer(r):
			out = append(out, bullet)
		case unicode.Is(unicode.Co, r): // an icon of a font that is not here
		case compatible(r):
			out = append(out, []rune(norm.NFKC.String(string(r)))...)
		case accent(r) != 0 && i+1 < len(in) && unicode.Is(unicode.Latin, in[i+1]):
		case i > 0 && accent(in[i-1]) != 0 && unicode.Is(unicode.Latin, r):
			out = append(out, r, accent(in[i-1]))
		default:
			out = append(out, r)
		}
	}
	return norm.NFC.String(string(out))
}

// hyphenated reports whether r is a hyphen that is not "-"; PDFium has marks of its own for one at the end of a line.
func hyphenated(r rune) bool {
	return r == 0x02 || r == 0xfffe || r == 0xad || r == 0x2010 || r == 0x2011
}

// bare reports whether r is a byte with which the fonts of TeX number a ligature, and which nothing maps to characters.
func bare(r rune) bool {
	return r == 0x0b || r == 0x0c || r == 0x0e || r == 0x0f || r >= 0x1b && r <= 0x1f
}

// ligature is what a bare byte stands for. Fonts that have been cut down number their widest one like the narrowest.
func ligature(r rune, place box) rune {
	switch r {
	case 0x0c, 0x1c:
		return 'ﬁ'
	case 0x1d:
		return 'ﬂ'
	case 0x0e, 0x1e:
		return 'ﬃ'
	case 0x0f, 0x1f:
		return 'ﬄ'
	}
	if place.width() > 0.75*place.height() {
		return 'ﬃ'
	}
	return 'ﬀ'
}

const bullet = '•'

// symbolic reports whether r is what fonts of signs have for the byte r - 0xf000.
func symbolic(r rune) bool { return r > 0xf020 && r < 0xf100 }

// pointer reports whether r is one of the signs that Symbol and Wingdings have for the points of a list.
func pointer(r rune) bool {
	switch r {
	case 0xf0b7, 0xf0a7, 0xf0a8, 0xf06c, 0xf06e, 0xf076, 0xf0d8, 0xf0fc:
		return true
	}
	return false
}

// compatible reports whether r is a font's form of characters that have code points of their own.
func compatible(r rune) bool {
	return r >= 0x2e80 && r <= 0x2fd5 || r >= 0xfb00 && r <= 0xfdff || r >= 0xfe70 && r < 0xfeff
}

// accent is the combining mark for an accent that is drawn on its own before its letter.
func accent(r rune) rune {
	switch r {
	case '´':
		return '\u0301'
	case '`':
		return '\u0300'
	case '¨':
		return '\u0308'
	case 'ˆ':
		return '\u0302'
	case '˜':
		return '\u0303'
	case '¸':
		return '\u0327'
	case 'ˇ':
		return '\u030c'
	case '˚':
		return '\u030a'
	}
	return 0
}

// rightToLeft reports whether r is a letter of a script that runs from right to left.
func rightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r < 0xfeff || r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}
