package office

import (
	"strconv"
	"strings"
)

// inch is an inch in the units of drawings.
const inch = 914400

// drawing reads a drawing or a shape of one for the text boxes in it. How a box is filled is the ground of its words.
func (w *word) drawing(e element, l look) {
	ground := w.ground
	switch e.name {
	case "wps:wsp":
		w.ground = tint{}
	case "v:shape", "v:rect", "v:roundrect", "v:oval":
		color, _, _ := strings.Cut(e.attr("fillcolor"), " ")
		w.ground = tintOf(color)
	}
	above := false
	boxes := w.flow.after
	width, height := 0, 0
	w.x.children(func(e element) {
		switch e.name {
		case "wp:extent":
			width, _ = strconv.Atoi(e.attr("cx"))
			height, _ = strconv.Atoi(e.attr("cy"))
		case "wp:positionV":
			above = w.position(e.attr("relativeFrom"))
		case "wps:spPr":
			w.x.children(func(e element) {
				if e.name == "a:solidFill" {
					w.x.children(func(e element) { w.ground = tintOf(e.attr("val")) }, nil)
				}
			}, nil)
		case "wps:style", "wp:positionH", "wps:cNvPr", "wps:cNvSpPr":
		default:
			w.node(e, l)
		}
	}, nil)
	w.ground = ground
	// A banner at the head of a page is anchored in the first words below it.
	if above && width > height && len(w.flow.after) > len(boxes) {
		w.flow.before = append(w.flow.before, w.flow.after[len(boxes):]...)
		w.flow.after = w.flow.after[:len(boxes)]
	}
}

// position reports whether a drawing stands above the paragraph that it is anchored in, or at the head of the page.
func (w *word) position(from string) (above bool) {
	w.x.children(func(e element) {
		if e.name != "wp:posOffset" {
			return
		}
		w.x.children(func(element) {}, func(s string) {
			offset, err := strconv.Atoi(strings.TrimSpace(s))
			switch {
			case err != nil:
			case from == "paragraph" || from == "line":
				above = offset < 0
			default:
				above = offset < inch/2
			}
		})
	}, nil)
	return above
}

// box reads a text box: paragraphs of their own, beside those of the part.
func (w *word) box(e element, l look) {
	if e.name != "w:txbxContent" {
		w.x.children(func(e element) { w.node(e, l) }, nil)
		return
	}
	outer, para, fields := w.flow, w.para, w.fields
	w.flow, w.fields = outer.sub(), nil
	w.x.children(func(e element) { w.node(e, look{}) }, nil)
	blocks := w.flow.close()
	w.flow, w.para, w.fields = outer, para, fields
	outer.box(blocks, false)
}
