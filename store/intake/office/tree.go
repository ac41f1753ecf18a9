package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"candid/model"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// tree walks the elements of an XML part, once, from its first to its last. encoding/xml expands no entities but the five of
// XML and fetches nothing; the depth is bounded here.
type tree struct {
	decoder *xml.Decoder
	part    string
	depth   int
	left    *int // elements that may still come, of all parts
	names   map[xml.Name]string
	problem *model.Problem // the first that was met; nothing is visited after it
}

// element is the start of an element. Its name is that of its namespace in short, and its own: "w:p".
type element struct {
	name  string
	attrs []xml.Attr
}

// attr is the value of an attribute, whichever its namespace; "" when there is none.
func (e element) attr(local string) string {
	for _, a := range e.attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// of is the value of an attribute of a namespace given in short.
func (e element) of(space, local string) string {
	for _, a := range e.attrs {
		if a.Name.Local == local && short(a.Name.Space) == space {
			return a.Value
		}
	}
	return ""
}

// has reports whether an attribute is there.
func (e element) has(local string) bool {
	for _, a := range e.attrs {
		if a.Name.Local == local {
			return true
		}
	}
	return false
}

// newTree walks a part; left is how many elements all parts may still have.
func newTree(part string, b []byte, left *int) *tree {
	b, decoded := utf8Of(b)
	if crowded(b) {
		return &tree{part: part, left: left, problem: tooMuch()}
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if decoded {
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	return &tree{decoder: d, part: part, left: left, names: map[xml.Name]string{}}
}

// utf8Of is a part without its byte order mark, decoded where it is UTF-16.
func utf8Of(b []byte) (_ []byte, decoded bool) {
	endian := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return b[3:], true
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("<\x00")):
	case bytes.HasPrefix(b, []byte("\xfe\xff")), bytes.HasPrefix(b, []byte("\x00<")):
		endian = unicode.BigEndian
	default:
		return b, false
	}
	out, err := unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return b, false
	}
	return out, true
}

// crowded reports whether an element has more attributes than any word processor writes: each costs ten times its bytes.
func crowded(b []byte) bool {
	for {
		from := bytes.IndexByte(b, '<')
		if from < 0 {
			return false
		}
		b = b[from:]
		to := bytes.IndexByte(b, '>')
		if to < 0 {
			to = len(b)
		}
		if to > 5*maxAttrs && bytes.Count(b[:to], []byte("=")) > maxAttrs {
			return true
		}
		b = b[to:]
	}
}

// walk visits the root element, which must be there.
func (x *tree) walk(visit func(element)) {
	rooted := false
	x.children(func(e element) {
		rooted = true
		visit(e)
	}, nil)
	if !rooted && x.problem == nil {
		x.problem = damaged(x.part, x.decoder.InputOffset())
	}
}

// children visits the elements within the one that was visited last, and its characters. What a visit leaves of its element
// is passed over.
func (x *tree) children(visit func(element), chars func(string)) {
	inside := x.depth
	for x.problem == nil {
		t, err := x.decoder.Token()
		if err != nil {
			x.fail(err)
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			if x.enter(); x.problem != nil {
				return
			}
			visit(element{x.name(t.Name), t.Attr})
			x.leave(inside)
		case xml.EndElement:
			x.depth--
			return
		case xml.CharData:
			if chars != nil {
				chars(string(t))
			}
		}
	}
}

// enter counts an element.
func (x *tree) enter() {
	x.depth++
	*x.left--
	switch {
	case x.depth > maxDepth:
		x.problem = tooDeep()
	case *x.left < 0:
		x.problem = tooMuch()
	}
}

// leave passes over everything down to a depth.
func (x *tree) leave(depth int) {
	for x.problem == nil && x.depth > depth {
		t, err := x.decoder.Token()
		if err != nil {
			x.fail(err)
			return
		}
		switch t.(type) {
		case xml.StartElement:
			x.enter()
		case xml.EndElement:
			x.depth--
		}
	}
}

func (x *tree) fail(err error) {
	if errors.Is(err, io.EOF) && x.depth == 0 {
		return
	}
	x.problem = damaged(x.part, x.decoder.InputOffset())
}

// name is the name of an element with its namespace in short.
func (x *tree) name(n xml.Name) string {
	s, ok := x.names[n]
	if !ok {
		s = short(n.Space) + ":" + n.Local
		if len(x.names) < 2000 {
			x.names[n] = s
		}
	}
	return s
}

// spaces is the namespaces that are known, in both writings of OOXML; each in short is what documents mostly call it.
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                    "w",
	"http://schemas.microsoft.com/office/word/2003/wordml":                "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             "r",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":          "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                      "m",
	"http://schemas.openxmlformats.org/drawingml/2006/main":               "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                           "a",
	"http://schemas.microsoft.com/office/word/2010/wordml":                "w14",
	"http://schemas.microsoft.com/office/word/2003/auxHint":               "wx",
	"http://schemas.microsoft.com/office/2006/xmlPackage":                 "pkg",
	"http://schemas.microsoft.com/aml/2001/core":                          "aml",
	"urn:schemas-microsoft-com:vml":                                       "v",
}

// short is a namespace in short, "" for one that is not known.
func short(space string) string {
	if s, ok := spaces[space]; ok {
		return s
	}
	const compatibility, drawing, shape = "/markup-compatibility/", "/wordprocessingDrawing", "/wordprocessingShape"
	switch {
	case strings.Contains(space, compatibility):
		return "mc"
	case strings.HasSuffix(space, drawing):
		return "wp"
	case strings.HasSuffix(space, shape):
		return "wps"
	}
	if rest, ok := strings.CutPrefix(space, "urn:oasis:names:tc:opendocument:xmlns:"); ok {
		name, _, _ := strings.Cut(rest, ":")
		return strings.TrimSuffix(name, "-compatible") // office, text, style, table, drawing, xsl-fo, svg
	}
	return ""
}
