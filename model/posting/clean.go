package posting

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/clean"
)

// magic is how files begin that are no text.
var magic = []struct{ prefix, what string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a Word, OpenDocument or zip file"}, {"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"},
	{"GIF8", "an image"}, {"{\\rtf", "a rich text file"}, {"\xd0\xcf\x11\xe0", "an old Word file"},
}

// lineEnds are the ends of lines that are not "\n".
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n")

// cleaned gives the text as it may be shown and kept, and tells what was left out of it. What is no text is refused.
func cleaned(text string) (string, []string, error) {
	if len(text) > MaxSource {
		return "", nil, tooLong(len(text), MaxSource)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	for _, m := range magic {
		if strings.HasPrefix(text, m.prefix) {
			return "", nil, refuse("is "+m.what+", not text", "save its text, or copy and paste it")
		}
	}
	if strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text) {
		return "", nil, refuse("is not text in UTF-8", "save it as UTF-8 text, or paste it")
	}
	var remarks []string
	if n, first := clean.Escapes(text); n == 1 {
		remarks = append(remarks, fmt.Sprintf("a terminal escape sequence was left out, in line %d", first+1))
	} else if n > 1 {
		remarks = append(remarks, fmt.Sprintf("%d terminal escape sequences were left out, the first in line %d", n, first+1))
	}
	text = clean.Text(lineEnds.Replace(text))
	if strings.TrimSpace(text) == "" {
		return "", nil, refuse("is empty", "give a file with the posting's text in it")
	}
	return text, remarks, nil
}

func tooLong(n, limit int) error {
	return refuse(fmt.Sprintf("is %.1f MB long, and at most %d MB are read", float64(n)/(1<<20), limit>>20), "keep nothing but the posting")
}

// fold makes one line of s: entities may have brought in what cleaned had taken out, so that is taken out again.
func fold(s string) string { return strings.Join(strings.Fields(clean.Text(s)), " ") }

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
