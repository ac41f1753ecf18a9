// Package charset turns the bytes of a text into UTF-8, whatever encoding they are in.
package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"
)

// Text turns bytes into UTF-8: as they are, from UTF-16 with a byte order mark, or from Windows-1252 (which Latin-1 is a
// part of) where the result reads like text. It reports false for everything else.
func Text(b []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		out, err := xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM).NewDecoder().Bytes(b)
		return string(out), err == nil && !binary(string(out))
	case utf8.Valid(b):
		s := strings.TrimPrefix(string(b), "\ufeff")
		return s, !binary(s)
	case nearlyUTF8(b):
		s := strings.ToValidUTF8(string(b), "\ufffd")
		return s, !binary(s)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil || bytes.IndexByte(b, 0) >= 0 || binary(string(out)) || !plausible(string(out)) {
		return "", false
	}
	return string(out), true
}

// Page turns the bytes of an HTML page into UTF-8: by its byte order mark, by the encoding that it names, or as Text
// does. It reports false for everything else.
func Page(b []byte) (string, bool) {
	if utf8.Valid(b) {
		return Text(b)
	}
	named, name, _ := charset.DetermineEncoding(b, "text/html")
	if name == "utf-8" || name == "windows-1252" || strings.HasPrefix(name, "utf-16") { // named so, or nothing is named
		return Text(b)
	}
	out, err := named.NewDecoder().Bytes(b)
	return string(out), err == nil && !binary(string(out))
}

// nearlyUTF8 reports whether b is UTF-8 with a few broken bytes, as a file cut in the middle of a letter is.
func nearlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good >= 10*bad
}

// binary reports whether a tenth or more of s is control characters that no text has.
func binary(s string) bool {
	controls, all := 0, 0
	for _, r := range s {
		all++
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r\x1b\u0085", r) || r >= 0xfdd0 && r <= 0xfdef || r == 0xfffe || r == 0xffff {
			controls++
		}
	}
	return controls*10 >= max(all, 1)
}

// plausible reports whether text decoded from Windows-1252 reads like a language written in it. Text in another eight-bit
// encoding gives letters by the row where plain ones should stand, signs inside words, and capitals after small letters.
func plausible(s string) bool {
	high, highLetters, odd, letters := 0, 0, 0, 0
	var before rune
	rest := []rune(s)
	for i, r := range rest {
		if unicode.IsLetter(r) {
			letters++
		}
		if r >= 0x80 {
			high++
			if unicode.IsLetter(r) {
				highLetters++
			}
			var after rune
			if i+1 < len(rest) {
				after = rest[i+1]
			}
			inside := unicode.IsLetter(before) && unicode.IsLetter(after)
			switch {
			case r == utf8.RuneError, unicode.IsControl(r):
				odd += 10
			case unicode.IsLower(before) && unicode.IsUpper(r):
				odd++
			case inside && !unicode.IsLetter(r) && !strings.ContainsRune("’‘–—·\u00ad\u00a0", r):
				odd++
			}
		}
		before = r
	}
	return highLetters*10 <= letters*3+10 && high <= letters && odd*5 <= high
}
