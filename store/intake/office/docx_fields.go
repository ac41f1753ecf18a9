package office

import "strings"

// fieldPart goes on to the next part of a field.
func (w *word) fieldPart(kind string) {
	n := len(w.fields)
	switch kind {
	case "begin":
		if n < maxDepth {
			w.fields = append(w.fields, field{})
		}
	case "separate":
		if n > 0 {
			w.separate(&w.fields[n-1])
		}
	case "end":
		if n == 0 {
			return
		}
		f := &w.fields[n-1]
		paged := paged(f.instruction.String())
		w.fields = w.fields[:n-1]
		if paged {
			w.put(page, look{})
		}
	}
}

// separate ends a field's instruction: its result follows.
func (w *word) separate(f *field) {
	f.result = true
	f.silent = paged(f.instruction.String())
	w.link(linkOf(f.instruction.String()))
}

// instruction reads words of the instruction of the innermost field.
func (w *word) instruction() {
	w.x.children(func(element) {}, func(s string) {
		if n := len(w.fields); n > 0 && w.fields[n-1].instruction.Len() < 4096 {
			w.fields[n-1].instruction.WriteString(s)
		}
	})
}

// simpleField reads a field that is one element.
func (w *word) simpleField(e element, l look) {
	instruction := e.attr("instr")
	if paged(instruction) {
		w.put(page, l)
		return
	}
	w.link(linkOf(instruction))
	w.x.children(func(e element) { w.node(e, l) }, nil)
}

// paged reports whether a field tells the number of a page or of pages.
func paged(instruction string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(instruction), " ")
	switch strings.ToUpper(name) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION":
		return true
	}
	return false
}

// linkOf is where a field of links leads, "" for another field.
func linkOf(instruction string) string {
	rest := strings.TrimSpace(instruction)
	if len(rest) < 10 || !strings.EqualFold(rest[:9], "HYPERLINK") {
		return ""
	}
	rest = strings.TrimSpace(rest[9:])
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		target, _, _ := strings.Cut(quoted, `"`)
		return target
	}
	target, _, _ := strings.Cut(rest, " ")
	if strings.HasPrefix(target, `\`) {
		return ""
	}
	return target
}
