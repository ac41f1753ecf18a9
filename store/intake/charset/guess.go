package charset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// candidate is an encoding with the languages that are written in it.
type candidate struct {
	encoding  encoding.Encoding
	languages []string
	prior     float64 // the logarithm of how usual it is
}

var (
	western  = []string{"de", "fr", "es", "pt", "it", "nl", "sv", "da", "fi", "is", "en"}
	central  = []string{"pl", "cs", "sk", "hu", "ro", "hr", "de"}
	cyrillic = []string{"ru", "uk", "bg"}
)

// candidates is the encodings of texts. Of two that decode a text alike the first is taken.
func candidates() []candidate {
	return []candidate{
		{charmap.Windows1252, western, 0},
		{charmap.Windows1251, cyrillic, -0.5},
		{charmap.Windows1250, central, -0.5},
		{charmap.Windows1254, []string{"tr"}, -0.5},
		{charmap.Windows1253, []string{"el"}, -0.5},
		{charmap.Windows1255, []string{"he"}, -0.5},
		{charmap.Windows1256, []string{"ar", "fa"}, -0.5},
		{charmap.Windows1257, []string{"lt", "lv", "et"}, -1},
		{charmap.Windows874, []string{"th"}, -1},
		{charmap.KOI8R, cyrillic[:1], -1},
		{charmap.KOI8U, cyrillic[1:2], -1.5},
		{charmap.ISO8859_15, western, -1.5},
		{charmap.ISO8859_2, central, -1},
		{charmap.ISO8859_9, []string{"tr"}, -1.5},
		{charmap.ISO8859_7, []string{"el"}, -1.5},
		{charmap.ISO8859_8, []string{"he"}, -1.5},
		{charmap.ISO8859_6, []string{"ar"}, -1.5},
		{charmap.ISO8859_13, []string{"lt", "lv", "et"}, -1.5},
		{charmap.ISO8859_4, []string{"lt", "lv", "et"}, -2.5},
		{charmap.ISO8859_5, cyrillic, -2.5},
		{charmap.ISO8859_10, []string{"is", "sv"}, -4},
		{charmap.ISO8859_16, []string{"ro", "pl"}, -3},
		{charmap.Macintosh, western, -2.5},
		{charmap.MacintoshCyrillic, cyrillic, -3},
		{charmap.CodePage866, cyrillic, -3},
		{simplifiedchinese.GB18030, []string{"zh"}, -0.5},
		{japanese.ShiftJIS, []string{"ja"}, -0.5},
		{japanese.EUCJP, []string{"ja"}, -1.5},
		{traditionalchinese.Big5, []string{"tw"}, -0.5},
		{korean.EUCKR, []string{"ko"}, -0.5},
	}
}

// named is the encodings of the names in archives, which old tools wrote as their systems' consoles did.
func named() []candidate {
	return append([]candidate{
		{charmap.CodePage850, western, 1},
		{charmap.CodePage437, western, 0.5},
		{charmap.CodePage852, central, 0.5},
		{charmap.CodePage866, cyrillic, 1},
	}, candidates()...)
}

// How much of a text is weighed.
const (
	weighed  = 64 << 10 // bytes
	enough   = 1500     // bytes beyond ASCII
	doubtful = -7.5     // the mean likelihood, as a logarithm, below which bytes are no text of the encoding,
	slack    = 40.0     // and how much worse a few bytes may do
)

// guess decodes a text in the encoding in which it reads best. It is false where it reads like a text in none.
func guess(b []byte, all []candidate) (string, bool) {
	part := around(b)
	best, most, high := encoding.Encoding(nil), math.Inf(-1), 0
	for _, c := range all {
		worth, n := c.worth(part, most)
		if worth > most {
			best, most, high = c.encoding, worth, n
		}
	}
	if best == nil || most < doubtful*float64(high)-slack {
		return "", false
	}
	s, err := best.NewDecoder().Bytes(b)
	return string(s), err == nil
}

// around is the lines of a text that have something beyond ASCII, up to as many as tell enough.
func around(b []byte) []byte {
	b = b[:min(len(b), weighed)]
	var part []byte
	high := 0
	for len(b) > 0 && high < enough {
		end := len(b)
		for i, c := range b {
			if c == '\n' {
				end = i + 1
				break
			}
		}
		n := 0
		for _, c := range b[:end] {
			if c >= 0x80 {
				n++
			}
		}
		if n > 0 {
			part = append(part, b[:end]...)
			high += n
		}
		b = b[end:]
	}
	return part
}

// worth is how likely a text is in an encoding, in the language of it that fits best, and how many bytes beyond ASCII that is
// counted over. What is less than least is not reckoned out.
func (c candidate) worth(b []byte, least float64) (float64, int) {
	high := 0
	for _, x := range b {
		if x >= 0x80 {
			high++
		}
	}
	decoded, err := c.encoding.NewDecoder().Bytes(b)
	if err != nil {
		return math.Inf(-1), high
	}
	runes := []rune(string(decoded))
	best := math.Inf(-1)
	_, single := c.encoding.(*charmap.Charmap)
	for _, code := range c.languages {
		l := languages()[code]
		sum := c.prior
		for i, r := range runes {
			if sum < least {
				break // it only gets less
			}
			last, next := ' ', ' '
			if i > 0 {
				last = runes[i-1]
			}
			if i+1 < len(runes) {
				next = runes[i+1]
			}
			switch {
			case r < 0x80 && last < 0x80:
			case !single:
				sum += c.wide(l, r)
			default:
				sum += l.of(last, r, next)
			}
		}
		best = max(best, sum)
		least = max(least, sum)
	}
	return best, high
}

// wide is how likely a character of two or more bytes is in a language: by the part of the encoding that it stands in, which
// were laid out by use.
func (c candidate) wide(l language, r rune) float64 {
	if r < 0x80 {
		return -1.5
	}
	if p, ok := l.alone[unicode.ToLower(r)]; ok && letter(r) {
		return max(p, -7)
	}
	if !letter(r) {
		if r == utf8.RuneError {
			return -40
		}
		if strings.ContainsRune(printers, r) || r >= 0xff01 && r <= 0xff5e {
			return -8
		}
		return -14
	}
	code, err := c.encoding.NewEncoder().Bytes([]byte(string(r)))
	if err != nil || len(code) == 0 {
		return -20
	}
	lead := code[0]
	switch c.encoding {
	case simplifiedchinese.GB18030:
		return level(len(code) == 2 && lead >= 0xb0 && lead <= 0xd7 && code[1] >= 0xa1, len(code) == 2 && lead >= 0xd8 && lead <= 0xf7 && code[1] >= 0xa1)
	case japanese.EUCJP:
		return level(lead == 0xa4 || lead == 0xa5 || lead >= 0xb0 && lead <= 0xcf, lead >= 0xd0 && lead <= 0xf4)
	case japanese.ShiftJIS:
		return level(lead == 0x82 || lead == 0x83 || lead >= 0x88 && lead <= 0x97 && len(code) == 2, lead >= 0x98 && lead < 0xa0 || lead >= 0xe0 && lead <= 0xea)
	case traditionalchinese.Big5:
		return level(lead >= 0xa4 && lead <= 0xc6, lead >= 0xc9 && lead <= 0xf9)
	default:
		return level(lead >= 0xb0 && lead <= 0xc8, false)
	}
}

// level is how likely a character is of the everyday part of an encoding, of the part for rarer ones, or of neither.
func level(everyday, rarer bool) float64 {
	switch {
	case everyday:
		return -8.8
	case rarer:
		return -12.5
	}
	return -19
}
