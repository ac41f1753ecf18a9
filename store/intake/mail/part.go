package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"candid/store/intake/charset"
	"candid/store/intake/content"
	"candid/store/intake/web"

	"github.com/jhillyerd/enmime/v2"
	"github.com/jhillyerd/enmime/v2/mediatype"
	"golang.org/x/text/encoding/htmlindex"
)

// unwrapped is the bytes of a part as they were before they were made fit to be sent. What is damaged in the wrapping is left
// out: the reader of the file says what that comes to.
func unwrapped(p *enmime.Part) []byte {
	switch strings.ToLower(strings.TrimSpace(p.Header.Get("Content-Transfer-Encoding"))) {
	case "base64":
		return fromBase64(p.Content)
	case "quoted-printable":
		return fromQuoted(p.Content)
	}
	return p.Content
}

func fromBase64(b []byte) []byte {
	letters := make([]byte, 0, len(b))
	for _, c := range b {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
			letters = append(letters, c)
		}
	}
	if len(letters)%4 == 1 {
		letters = letters[:len(letters)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
	n, _ := base64.RawStdEncoding.Decode(out, letters)
	return out[:n]
}

func fromQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for line := range bytes.SplitAfterSeq(b, []byte("\n")) {
		words := bytes.TrimRight(line, " \t\r\n")
		end := line[len(bytes.TrimRight(line, "\r\n")):]
		for len(words) > 0 {
			i := bytes.IndexByte(words, '=')
			if i < 0 {
				i = len(words)
			}
			out = append(out, words[:i]...)
			words = words[i:]
			switch {
			case len(words) == 1:
				words, end = nil, nil // the line goes on
			case len(words) >= 3 && hexadecimal(words[1]) >= 0 && hexadecimal(words[2]) >= 0:
				out = append(out, byte(hexadecimal(words[1])<<4|hexadecimal(words[2])))
				words = words[3:]
			case len(words) > 0:
				out = append(out, '=')
				words = words[1:]
			}
		}
		out = append(out, end...)
	}
	return out
}

func hexadecimal(c byte) int {
	return strings.IndexByte("0123456789ABCDEF", bytes.ToUpper([]byte{c})[0])
}

// param is a parameter of a part's type, such as "format".
func param(p *enmime.Part, name string) string {
	_, params, _, _ := mediatype.Parse(p.Header.Get("Content-Type"))
	return params[name]
}

// text is the words of a part in UTF-8: by the encoding that it names, unless they are plainly in another.
func text(p *enmime.Part, b []byte) string {
	s := ""
	switch name := strings.ToLower(strings.Trim(p.Charset, " '\"")); {
	case utf8.Valid(b) && !bytes.ContainsAny(b, "\x00\x1b"):
		s = string(b)
	default:
		s = decoded(name, b)
	}
	return strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r\n", "\n")
}

// decoded is bytes in the encoding called name; where there is none of that name, in the one that they look like.
func decoded(name string, b []byte) string {
	switch name {
	case "", "utf-8", "us-ascii", "unknown-8bit", "iso-8859-1", "windows-1252": // what programs say that do not know
		if s, ok := charset.Text(b); ok {
			return s
		}
	case "cp932":
		name = "shift_jis"
	}
	if e, err := htmlindex.Get(name); err == nil {
		if out, err := e.NewDecoder().Bytes(b); err == nil {
			return string(out)
		}
	}
	s, ok := charset.Text(b)
	if !ok {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return s
}

// unflowed joins the lines of paragraphs that a message marks as such (RFC 3676).
func unflowed(p *enmime.Part, s string) string {
	if !strings.EqualFold(param(p, "format"), "flowed") {
		return s
	}
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimPrefix(line, " ")
		goesOn := strings.HasSuffix(line, " ") && line != "-- " && !strings.HasPrefix(line, ">")
		if goesOn && strings.EqualFold(param(p, "delsp"), "yes") {
			line = line[:len(line)-1]
		}
		b.WriteString(line)
		if !goesOn {
			b.WriteByte('\n')
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// body is the words of a message: its plain text, or its page where that says next to nothing.
func (m *message) body() (content.Document, error) {
	plain := strings.Trim(strings.Join(m.plain, "\n\n"), "\n")
	if len(m.page) == 0 || len(strings.Fields(plain)) >= 15 {
		return content.Document{Text: plain}, nil
	}
	doc, err := web.Page([]byte("\ufeff" + strings.Join(m.page, "\n<hr>\n")))
	if err != nil && plain == "" {
		return content.Document{}, err
	}
	if err != nil || plain != "" && len(strings.Fields(doc.Text)) < 3*len(strings.Fields(plain)) {
		return content.Document{Text: plain}, nil
	}
	doc.Large = ""
	for i := range doc.Aside {
		doc.Aside[i].Place = "the message" // its lines are those of a part, which nobody can count
	}
	return doc, nil
}

// header is a field of a message with its encoded words decoded.
func header(p *enmime.Part, name string) string {
	return oneLine(words(p.Header.Get(name)))
}

// words decodes the encoded words of a field, and bytes that were sent bare.
func words(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(r)
		return strings.NewReader(decoded(strings.ToLower(name), b)), err
	}}
	s = repaired(s)
	if out, err := d.DecodeHeader(s); err == nil {
		return repaired(out)
	}
	return repaired(enmime.DecodeRFC2047(s))
}

// repaired is s in UTF-8, if it was not.
func repaired(s string) string {
	if utf8.ValidString(s) && !strings.Contains(s, "\x1b") {
		return s
	}
	if out, ok := charset.Text([]byte(s)); ok {
		return out
	}
	return strings.ToValidUTF8(s, "\ufffd")
}
