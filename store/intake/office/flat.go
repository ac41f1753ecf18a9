package office

import (
	"bytes"
	"encoding/xml"

	"candid/model"
	"candid/store/intake/content"
)

// FlatXML reads a document that is one XML file: Word's of 2003 (often named .doc), Word's later package in one file, and Flat
// ODT. The error is a *model.Problem.
func FlatXML(b []byte) (content.Document, error) {
	if len(b) > maxPart {
		return content.Document{}, tooLarge()
	}
	b, _ = utf8Of(b)
	root, problem := rootOf(b)
	if problem != nil {
		return content.Document{}, problem
	}
	switch root {
	case "w:wordDocument":
		return readWord2003(b)
	case "pkg:package":
		return readPackage(b)
	case "office:document":
		return readODT(b, nil)
	}
	return content.Document{}, refuse("an XML file, but of no word processor", saveAnew)
}

// rootOf is the name of the first element of an XML file.
func rootOf(b []byte) (string, *model.Problem) {
	x := newTree(flatPart, b, new(int))
	for x.problem == nil {
		t, err := x.decoder.Token()
		if err != nil {
			return "", damaged(flatPart, x.decoder.InputOffset())
		}
		if start, ok := t.(xml.StartElement); ok {
			return x.name(start.Name), nil
		}
	}
	return "", x.problem
}

// flatPart is what the only part of a document is called.
const flatPart = "the XML"

// readWord2003 reads a document of Word 2003, in which everything stands in one part.
func readWord2003(b []byte) (content.Document, error) {
	d := &docx{sheet: &sheet{}, pack: &pack{}, ground: paper, marks: maxMarks, seen: map[string]bool{}, notes: map[string]noteAt{}}
	d.styles = readWordStyles(nil)
	d.lists = readWordLists(nil, d.styles)
	d.beneath = behind(b)
	x := newTree(flatPart, b, &d.marks)
	x.walk(func(e element) {
		x.children(func(e element) {
			switch e.name {
			case "w:styles":
				d.styles.read(x)
			case "w:bgPict":
				x.children(func(e element) {
					if c := tintOf(e.attr("bgcolor")); e.name == "w:background" && c.known {
						d.ground = c
					}
				}, nil)
			case "w:body":
				w := d.walker(x, &flow{sheet: d.sheet}, nil)
				x.children(func(e element) { w.node(e, look{}) }, nil)
				d.sheet.body = w.flow.close()
			}
		}, nil)
	})
	d.walked(x)
	return d.document()
}

// readPackage reads a package whose parts are elements of one file.
func readPackage(b []byte) (content.Document, error) {
	p := &pack{flat: map[string][]byte{}}
	d := xml.NewDecoder(bytes.NewReader(b))
	name, depth, from := "", 0, int64(-1)
	for {
		t, err := d.RawToken()
		if err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return content.Document{}, tooDeep()
			}
			switch {
			case depth == 2 && t.Name.Local == "part":
				name = element{attrs: t.Attr}.attr("name")
			case depth == 3 && t.Name.Local == "xmlData":
				from = d.InputOffset()
			}
		case xml.EndElement:
			if depth == 3 && from >= 0 && len(p.flat) < maxEntries {
				part := b[from:d.InputOffset()]
				if end := bytes.LastIndex(part, []byte("</")); end >= 0 {
					p.flat[partName(name)] = part[:end]
				}
				from = -1
			}
			depth--
		}
	}
	if depth > 0 {
		return content.Document{}, damaged(flatPart, d.InputOffset())
	}
	return readDOCX(p)
}
