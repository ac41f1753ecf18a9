package office

import (
	"strings"
	"unicode/utf8"

	codes "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encoding is what bytes above 0x7f mean.
type encoding struct {
	codes codes.Encoding // nil: UTF-8
	signs bool           // they are signs of a font
}

// decode turns bytes into words.
func (e encoding) decode(b []byte) string {
	plain := true
	for _, c := range b {
		plain = plain && c < utf8.RuneSelf
	}
	if plain || e.codes == nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	out, err := e.codes.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return string(out)
}

// codePage is a code page by its number; Western European for one that is not known.
func codePage(n int) encoding {
	switch n {
	case 437:
		return encoding{codes: charmap.CodePage437}
	case 850:
		return encoding{codes: charmap.CodePage850}
	case 852:
		return encoding{codes: charmap.CodePage852}
	case 855:
		return encoding{codes: charmap.CodePage855}
	case 860:
		return encoding{codes: charmap.CodePage860}
	case 862:
		return encoding{codes: charmap.CodePage862}
	case 863:
		return encoding{codes: charmap.CodePage863}
	case 865:
		return encoding{codes: charmap.CodePage865}
	case 866:
		return encoding{codes: charmap.CodePage866}
	case 874:
		return encoding{codes: charmap.Windows874}
	case 932:
		return encoding{codes: japanese.ShiftJIS}
	case 936:
		return encoding{codes: simplifiedchinese.GBK}
	case 949, 1361:
		return encoding{codes: korean.EUCKR}
	case 950:
		return encoding{codes: traditionalchinese.Big5}
	case 1250:
		return encoding{codes: charmap.Windows1250}
	case 1251:
		return encoding{codes: charmap.Windows1251}
	case 1253:
		return encoding{codes: charmap.Windows1253}
	case 1254:
		return encoding{codes: charmap.Windows1254}
	case 1255:
		return encoding{codes: charmap.Windows1255}
	case 1256:
		return encoding{codes: charmap.Windows1256}
	case 1257:
		return encoding{codes: charmap.Windows1257}
	case 1258:
		return encoding{codes: charmap.Windows1258}
	case 10000:
		return encoding{codes: charmap.Macintosh}
	case 10007:
		return encoding{codes: charmap.MacintoshCyrillic}
	case 20866:
		return encoding{codes: charmap.KOI8R}
	case 65001:
		return encoding{}
	}
	return encoding{codes: charmap.Windows1252}
}

// charsets is the code pages of the character sets that fonts name. 0 and 1 are the document's own.
var charsets = map[int]int{77: 10000, 78: 932, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
	178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850, 83: 10000, 88: 10007}

// symbolSet is the character set of fonts of signs.
const symbolSet = 2

// charset reads a control word that says what bytes mean: of the document, or of the font that is being read.
func (r *rtf) charset(word string, n int) {
	switch word {
	case "mac":
		r.page = codePage(10000)
	case "pc":
		r.page = codePage(437)
	case "pca":
		r.page = codePage(850)
	case "ansicpg":
		r.page = codePage(n)
	default:
		if r.state.place != inFonts {
			return
		}
		font := r.fonts[r.font]
		switch page, ok := charsets[n]; {
		case word == "cpg" && n > 0:
			font.page, font.said = codePage(n), true
		case word == "cpg":
		case n == symbolSet:
			font.page, font.said = encoding{signs: true}, true
		case ok:
			font.page, font.said = codePage(page), true
		}
		if len(r.fonts) < maxStyles {
			r.fonts[r.font] = font
		}
	}
}

// fontNamed ends an entry of the table of fonts.
func (r *rtf) fontNamed() {
	font := r.fonts[r.font]
	font.name = strings.TrimSpace(string(r.name))
	if len(r.fonts) < maxStyles {
		r.fonts[r.font] = font
	}
	r.name = nil
}
