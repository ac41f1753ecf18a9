// Package charset turns the bytes of a text into UTF-8, whatever encoding they are in.
package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// Text turns bytes into UTF-8: as they are where they are that already, even with a few broken bytes; from UTF-16 and UTF-32
// with a byte order mark or without; else from the encoding in which they read most like a language that is written in it. It
// reports false for what reads like none.
func Text(b []byte) (string, bool) {
	if s, ok := marked(b); ok {
		return s, !binary(s)
	}
	if bytes.IndexByte(b, 0) >= 0 && (!utf8.Valid(b) || binary(string(b))) {
		if s, ok := unmarked(b); ok {
			return s, true
		}
	}
	if bytes.IndexByte(b, 0x1b) >= 0 {
		if s, ok := escaped(b); ok {
			return s, true
		}
	}
	switch {
	case utf8.Valid(b):
		s := strings.TrimPrefix(string(b), "\ufeff")
		return s, !binary(s)
	case nearlyUTF8(b):
		s := strings.TrimPrefix(strings.ToValidUTF8(string(b), "\ufffd"), "\ufeff")
		return s, !binary(s)
	case bytes.IndexByte(b, 0) >= 0:
		return "", false
	}
	s, ok := guess(b, candidates())
	return s, ok && !binary(s)
}

// Names turns the names of files into UTF-8 that a tool of an older system wrote, one a line. They are all in one encoding.
// Where it cannot be told, bytes that are no ASCII become "\ufffd".
func Names(b []byte) string {
	if !utf8.Valid(b) {
		if s, ok := guess(b, named()); ok {
			return s
		}
	}
	return strings.ToValidUTF8(string(b), "\ufffd")
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
		case r == utf8.RuneError && n == 1 && !utf8.FullRune(b):
			return good >= 5*bad && good > 0 // cut
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good >= 5*bad
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
