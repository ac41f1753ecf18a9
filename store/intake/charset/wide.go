package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// marked decodes a text that begins with a byte order mark of two or four bytes. It is false where none stands there.
func marked(b []byte) (string, bool) {
	var e encoding.Encoding
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")) && len(b)%4 == 0:
		e = utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")):
		e = utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		e = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	default:
		return "", false
	}
	s, err := e.NewDecoder().Bytes(b)
	return string(s), err == nil
}

// unmarked decodes UTF-16 and UTF-32 without a mark. In both every blank and every plain letter has zeros, on the side of the
// high byte. It is false for what would not be text.
func unmarked(b []byte) (string, bool) {
	var at [4]int // how many zeros stand at each place in four bytes
	for i, c := range b {
		if c == 0 {
			at[i%4]++
		}
	}
	var e encoding.Encoding
	quarter := len(b) / 4
	switch even, odd := at[0]+at[2], at[1]+at[3]; {
	case at[2]*10 > quarter*9 && at[3]*10 > quarter*9:
		e = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case at[0]*10 > quarter*9 && at[1]*10 > quarter*9:
		e = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case odd > 3*even:
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > 3*odd:
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	default:
		return "", false
	}
	s, err := e.NewDecoder().Bytes(b)
	return string(s), err == nil && !scattered(string(s))
}

// scattered reports whether a twentieth or more of the characters of s are none that texts have.
func scattered(s string) bool {
	odd, all := 0, 0
	for _, r := range s {
		all++
		switch {
		case r == '\n', r == '\t', r == '\r', r == '\f':
		case r < ' ', r >= 0x7f && r < 0xa0, r == utf8.RuneError, r >= 0xe000 && r < 0xf900, r > 0x1ffff, r >= 0x3400 && r < 0x4e00, r >= 0xa000 && r < 0xac00:
			odd++
		}
	}
	return odd*20 >= max(all, 1)
}

// escaped decodes ISO-2022-JP, which is ASCII with escape sequences.
func escaped(b []byte) (string, bool) {
	if !bytes.Contains(b, []byte("\x1b$B")) && !bytes.Contains(b, []byte("\x1b$@")) && !bytes.Contains(b, []byte("\x1b(J")) && !bytes.Contains(b, []byte("\x1b(I")) {
		return "", false
	}
	out, err := japanese.ISO2022JP.NewDecoder().Bytes(b)
	return string(out), err == nil && !strings.Contains(string(out), "\ufffd")
}
