package posting

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"

	"golang.org/x/text/unicode/norm"
)

// magic is how files begin that are no text.
var magic = []struct{ prefix, what string }{
	{"%PDF-", "is a PDF"}, {"PK\x03\x04", "is a Word, OpenDocument or zip file"}, {"\x89PNG", "is an image"}, {"\xff\xd8\xff", "is an image"},
	{"GIF8", "is an image"}, {"{\\rtf", "is a rich text file"}, {"\xd0\xcf\x11\xe0", "is an old Word file"},
}

var htmlPage = pattern.New(`(?i)^<(!doctype html|html|head|body|script|div|p|ul|h[1-6])\b`)

// clean gives the text as it may be shown and kept: NFC, lines parted by "\n", tabs widened to spaces, no control and no
// invisible formatting characters. What is no text, or would steer a terminal, is refused.
func clean(text string) (string, error) {
	if len(text) > MaxBytes {
		return "", refuse(fmt.Sprintf("is %.1f MB long, and at most %d MB are read", float64(len(text))/(1<<20), MaxBytes>>20), "keep the posting alone")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	for _, m := range magic {
		if strings.HasPrefix(text, m.prefix) {
			return "", refuse(m.what+", not text", "save its text, or paste it")
		}
	}
	if t := strings.TrimSpace(text); strings.HasPrefix(t, "{") && json.Valid([]byte(t)) {
		return "", refuse("is JSON, not Markdown or text", "paste the posting as people read it")
	} else if htmlPage.MatchString(t) {
		return "", refuse("is a web page's source, not Markdown or text", "paste the posting as people read it")
	}
	if strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text) {
		return "", refuse("is not text in UTF-8", "save it as UTF-8 text, or paste it")
	}
	if i := strings.IndexAny(text, "\x1b\u009b\u009d\u0090"); i >= 0 {
		return "", refuse(fmt.Sprintf("holds terminal escape sequences, the first in line %d", 1+strings.Count(text[:i], "\n")),
			"paste it from the page it was published on")
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n").Replace(text)
	text = norm.NFC.String(visible(text))
	if strings.TrimSpace(text) == "" {
		return "", refuse("is empty", "give a file with the posting's text in it")
	}
	return text, nil
}

// visible drops control and formatting characters but for line ends and the joiners that some scripts need, widens tabs to
// the next multiple of four columns, and makes every kind of space a plain one.
func visible(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	column := 0
	for _, r := range s {
		column++
		switch {
		case r >= ' ' && r < 0x7f:
			b.WriteByte(byte(r))
		case r == '\n':
			b.WriteByte('\n')
			column = 0
		case r == '\t':
			for b.WriteByte(' '); column%4 != 0; column++ {
				b.WriteByte(' ')
			}
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case r == '\u200c' || r == '\u200d':
			b.WriteRune(r)
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point):
			column--
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold makes one line of s: entities may have brought in what clean had taken out, so that is taken out again.
func fold(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// plainKey is a word or phrase as it is looked up: lower case, apostrophes gone, other punctuation made spaces.
func plainKey(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’' || r == '‘':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		default:
			return ' '
		}
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
