package office

import (
	"bytes"
	"cmp"
	"path"
	"strings"

	"candid/store/intake/content"
)

// DOCX reads a document of Word 2007 and later. The error is a *model.Problem.
func DOCX(b []byte) (content.Document, error) {
	p, problem := openPack(b)
	if problem != nil {
		return content.Document{}, problem
	}
	return readDOCX(p)
}

// docx is a Word document while it is read.
type docx struct {
	*sheet
	pack    *pack
	main    string // the name of the part with the body
	styles  *wordStyles
	lists   *wordLists
	ground  tint // of the page
	beneath bool // something may lie behind the words: what their ground is cannot be told
	mirror  bool // even pages have headers of their own
	seen    map[string]bool
	marks   int // elements that may still come
	notes   map[string]noteAt
	order   []string // the notes in the order of their references
	foreign bool     // its words, or some, are a file of another format within it
}

// noteAt is a note that the body refers to.
type noteAt struct{ reference, kind, id string }

func readDOCX(p *pack) (content.Document, error) {
	d := &docx{sheet: &sheet{}, pack: p, ground: paper, marks: maxMarks, seen: map[string]bool{}, notes: map[string]noteAt{}}
	d.main = d.mainPart()
	body, problem := p.read(d.main)
	if problem != nil {
		return content.Document{}, problem
	}
	if body == nil {
		return content.Document{}, refuse("no document in it: "+d.main+" is missing", saveAnew)
	}
	rels := d.relations(d.main)
	d.styles = readWordStyles(d.tree(rels.part("styles", "word/styles.xml")))
	d.lists = readWordLists(d.tree(rels.part("numbering", "word/numbering.xml")), d.styles)
	d.settings(rels.part("settings", "word/settings.xml"))
	d.beneath = behind(body)
	d.body(newTree(d.main, body, &d.marks), rels)
	d.readNotes(rels)
	if d.foreign && d.problem == nil && len(render(d.sheet.body)) == 0 {
		return content.Document{}, refuse("its words are a web page within the document, which only Word shows", saveAnew)
	}
	return d.document()
}

// mainPart is the name of the part with the body: what the package says, or what it is mostly called.
func (d *docx) mainPart() string {
	main := "word/document.xml"
	if x := d.tree("_rels/.rels"); x != nil {
		for _, r := range readRelations(x, "") {
			if r.kind == "officeDocument" && !r.external && d.pack.has(r.target) {
				main = r.target
			}
		}
	}
	return main
}

// tree is a part to walk, nil when there is none.
func (d *docx) tree(name string) *tree {
	b, problem := d.pack.read(name)
	if problem != nil && d.problem == nil {
		d.problem = problem
	}
	if b == nil {
		return nil
	}
	return newTree(name, b, &d.marks)
}

// walked takes over what went wrong in a part.
func (d *docx) walked(x *tree) {
	if d.problem == nil {
		d.problem = x.problem
	}
}

// behind reports whether a part has drawings that lie behind the words.
func behind(part []byte) bool {
	return bytes.Contains(part, []byte(`behindDoc="1"`)) || bytes.Contains(part, []byte(`behindDoc="true"`)) ||
		bytes.Contains(part, []byte("z-index:-"))
}

// walker walks a part of the document.
func (d *docx) walker(x *tree, f *flow, rels relations) *word {
	w := &word{docx: d, x: x, flow: f, rels: rels, ground: d.ground}
	if d.beneath {
		w.ground = tint{}
	}
	return w
}

// body reads the part with the body.
func (d *docx) body(x *tree, rels relations) {
	w := d.walker(x, &flow{sheet: d.sheet}, rels)
	x.walk(func(e element) {
		x.children(func(e element) {
			if e.name == "w:background" {
				if c := tintOf(e.attr("color")); c.known && !d.beneath {
					w.ground, d.ground = c, c
				}
				return
			}
			w.node(e, look{})
		}, nil)
	})
	d.walked(x)
	d.sheet.body = w.flow.close()
}

// margin reads a header or footer, each text of which is taken once.
func (d *docx) margin(id, kind string, rels relations) {
	part := rels[id]
	if part.external || part.target == "" || d.seen[part.target] {
		return
	}
	d.seen[part.target] = true
	b, problem := d.pack.read(part.target)
	if problem != nil || b == nil {
		if d.problem == nil {
			d.problem = problem
		}
		return
	}
	x := newTree(part.target, b, &d.marks)
	w := d.walker(x, &flow{sheet: d.sheet, place: kind}, d.relations(part.target))
	if behind(b) {
		w.ground = tint{}
	}
	x.walk(func(e element) { x.children(func(e element) { w.node(e, look{}) }, nil) })
	d.walked(x)
	d.keepMargin(w.flow.close(), kind)
}

// keepMargin keeps the blocks of a header or footer unless their words are there already.
func (d *docx) keepMargin(blocks []block, kind string) {
	words := kind + strings.Join(render(blocks), "\n")
	if words == kind || d.seen[words] {
		return
	}
	d.seen[words] = true
	if kind == "header" {
		d.head = append(d.head, blocks...)
	} else {
		d.foot = append(d.foot, blocks...)
	}
}

// refer gives the reference of a note.
func (d *docx) refer(kind, id string) string {
	key := kind + id
	n, ok := d.notes[key]
	if !ok {
		reference, _ := d.note()
		n = noteAt{reference, kind, id}
		d.notes[key] = n
		d.order = append(d.order, key)
	}
	return n.reference
}

// readNotes reads the notes that the body refers to, in that order.
func (d *docx) readNotes(rels relations) {
	found := map[string]*flow{}
	for _, kind := range []string{"footnote", "endnote"} {
		part := rels.part(kind+"s", "word/"+kind+"s.xml")
		x := d.tree(part)
		if x == nil || len(d.order) == 0 {
			continue
		}
		own := d.relations(part)
		x.walk(func(e element) {
			x.children(func(e element) {
				n, ok := d.notes[kind+e.attr("id")]
				if !ok || e.name != "w:"+kind || found[kind+n.id] != nil {
					return
				}
				f := &flow{sheet: d.sheet, place: "note " + strings.Trim(n.reference, "[]")}
				found[kind+n.id] = f
				w := d.walker(x, f, own)
				x.children(func(e element) { w.node(e, look{}) }, nil)
			}, nil)
		})
		d.walked(x)
	}
	for _, key := range d.order {
		if f := found[key]; f != nil {
			d.noted(d.notes[key].reference, f)
		}
	}
}

func (d *docx) settings(part string) {
	x := d.tree(part)
	if x == nil {
		return
	}
	x.walk(func(e element) {
		x.children(func(e element) {
			if e.name == "w:evenAndOddHeaders" {
				d.mirror = on(e)
			}
		}, nil)
	})
}

// relation is what a part refers to.
type relation struct {
	id, kind, target string
	external         bool // outside of the package: never fetched
}

type relations map[string]relation

// relations is what a part refers to.
func (d *docx) relations(part string) relations {
	folder, name := path.Split(part)
	x := d.tree(folder + "_rels/" + name + ".rels")
	if x == nil {
		return nil
	}
	return readRelations(x, folder)
}

func readRelations(x *tree, folder string) relations {
	all := relations{}
	x.walk(func(e element) {
		x.children(func(e element) {
			r := relation{e.attr("Id"), path.Base(e.attr("Type")), e.attr("Target"), strings.EqualFold(e.attr("TargetMode"), "external")}
			if !r.external {
				if !strings.HasPrefix(r.target, "/") {
					r.target = folder + r.target
				}
				r.target = strings.TrimPrefix(path.Clean("/"+r.target), "/")
			}
			if _, twice := all[r.id]; !twice && len(all) < maxEntries {
				all[r.id] = r
			}
		}, nil)
	})
	return all
}

// part is the part of a kind, or where it stands mostly.
func (all relations) part(kind, usual string) string {
	part := ""
	for _, r := range all {
		if r.kind == kind && !r.external && (part == "" || r.target < part) {
			part = r.target
		}
	}
	return cmp.Or(part, usual)
}
