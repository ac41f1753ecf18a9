package office

import (
	"bytes"
	"strings"

	"candid/store/intake/content"
)

// ODT reads a text document of OpenOffice, LibreOffice and others. The error is a *model.Problem.
func ODT(b []byte) (content.Document, error) {
	p, problem := openPack(b)
	if problem != nil {
		return content.Document{}, problem
	}
	manifest, problem := p.read("META-INF/manifest.xml")
	if problem != nil {
		return content.Document{}, problem
	}
	if bytes.Contains(manifest, []byte(":encryption-data")) || bytes.Contains(manifest, []byte("<encryption-data")) {
		return content.Document{}, refuse("locked with a password", "ask the candidate for a copy without a password")
	}
	body, problem := p.read("content.xml")
	if problem != nil {
		return content.Document{}, problem
	}
	if body == nil {
		return content.Document{}, refuse("no document in it: content.xml is missing", saveAnew)
	}
	styles, problem := p.read("styles.xml")
	if problem != nil {
		return content.Document{}, problem
	}
	return readODT(body, styles)
}

// odt is an OpenDocument text while it is read.
type odt struct {
	*sheet
	x       *tree
	styles  *odtStyles
	flow    *flow
	ground  tint
	page    tint // the ground of the page
	masters map[string]bool
	lists   map[string]*counter // by the ids of lists
	styled  map[string]*counter // the last list of each style
	outline counter             // of headings
	list    *odtList            // that is being read
	hidden  bool
	marks   int // elements that may still come
}

// readODT reads a document of two parts; the second may be missing.
func readODT(body, styles []byte) (content.Document, error) {
	o := &odt{sheet: &sheet{}, marks: maxMarks, styles: newODTStyles(), masters: map[string]bool{}, lists: map[string]*counter{}, styled: map[string]*counter{}}
	if styles != nil {
		o.readStyles(newTree("styles.xml", styles, &o.marks))
	}
	o.page = o.styles.pageGround(o.styles.firstMaster)
	if bytes.Contains(body, []byte(`run-through="background"`)) || bytes.Contains(styles, []byte(`run-through="background"`)) {
		o.page = tint{} // a drawing may lie behind the words
	}
	o.ground = o.page
	o.flow = &flow{sheet: o.sheet}
	o.x = newTree("content.xml", body, &o.marks)
	o.x.walk(func(e element) { o.x.children(o.top, nil) })
	o.fail()
	o.sheet.body = o.flow.close()
	if styles == nil {
		styles = body
	}
	o.margins(newTree("styles.xml", styles, &o.marks))
	return o.document()
}

// readStyles reads the part with the styles, without what stands on its pages.
func (o *odt) readStyles(x *tree) {
	o.x = x
	x.walk(func(e element) {
		x.children(func(e element) {
			switch e.name {
			case "office:styles", "office:automatic-styles", "office:master-styles":
				o.styles.read(x, e.name == "office:automatic-styles")
			}
		}, nil)
	})
	o.fail()
}

func (o *odt) fail() {
	if o.problem == nil {
		o.problem = o.x.problem
	}
}

// top reads an element right below the root of the part with the body.
func (o *odt) top(e element) {
	switch e.name {
	case "office:styles", "office:automatic-styles", "office:master-styles":
		o.styles.read(o.x, e.name == "office:automatic-styles")
	case "office:body":
		o.x.children(func(e element) {
			if e.name == "office:text" {
				o.x.children(func(e element) { o.node(e, look{}) }, nil)
			}
		}, nil)
	}
}

// margins reads the headers and footers of the pages that the body uses.
func (o *odt) margins(x *tree) {
	if len(o.masters) == 0 {
		o.masters[o.styles.firstMaster] = true
	}
	for range 10 { // a page's successor has headers of its own
		for name := range o.masters {
			if next := o.styles.nextMaster[name]; next != "" {
				o.masters[next] = true
			}
		}
	}
	o.x = x
	seen := map[string]bool{}
	x.walk(func(e element) {
		x.children(func(e element) {
			if e.name != "office:master-styles" {
				return
			}
			x.children(func(e element) {
				if e.name == "style:master-page" && o.masters[e.attr("name")] {
					x.children(func(e element) { o.margin(e, seen) }, nil)
				}
			}, nil)
		}, nil)
	})
	o.fail()
}

func (o *odt) margin(e element, seen map[string]bool) {
	kind := ""
	switch e.name {
	case "style:header", "style:header-first", "style:header-left":
		kind = "header"
	case "style:footer", "style:footer-first", "style:footer-left":
		kind = "footer"
	}
	if kind == "" || e.attr("display") == "false" {
		return
	}
	o.flow = &flow{sheet: o.sheet, place: kind}
	o.list, o.ground, o.hidden = nil, o.page, false
	o.x.children(func(e element) { o.node(e, look{}) }, nil)
	blocks := o.flow.close()
	words := kind + strings.Join(render(blocks), "\n")
	if words == kind || seen[words] {
		return
	}
	seen[words] = true
	if kind == "header" {
		o.head = append(o.head, blocks...)
	} else {
		o.foot = append(o.foot, blocks...)
	}
}
