package posting

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inline is the words of the block n line by line, emphasis and links reduced to their text.
func (r *reader) inline(n ast.Node) []line {
	first, end := r.span(n)
	w := words{src: r.src}
	w.walk(n, false)
	var lines []line
	w.flush()
	for i, l := range w.lines {
		l.text = fold(l.text)
		l.at = max(first, min(first+i, end-1))
		lines = append(lines, l)
	}
	return lines
}

// words gathers the text of inline nodes.
type words struct {
	src          []byte
	lines        []line
	now          strings.Builder
	lead         int  // bytes in bold at the line's beginning
	plain, heavy bool // whether the line has letters outside bold, and inside it
}

func (w *words) flush() {
	w.lines = append(w.lines, line{text: w.now.String(), bold: w.heavy && !w.plain, lead: w.leads()})
	w.now.Reset()
	w.plain, w.heavy, w.lead = false, false, 0
}

// leads reports whether the line begins in bold with a name, after which a mark parts it from its text.
func (w *words) leads() bool {
	s := w.now.String()
	if !w.heavy || !w.plain || w.lead == 0 {
		return false
	}
	before, after := strings.TrimSpace(s[:w.lead]), strings.TrimSpace(s[w.lead:])
	return strings.ContainsAny(before[len(before)-1:], ".:!?") || strings.HasSuffix(before, "：") || strings.IndexAny(after[:1], ":-") == 0 ||
		strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "：")
}

func (w *words) put(s string, bold bool) {
	w.now.WriteString(s)
	if strings.Trim(s, " :.") != "" {
		w.heavy = w.heavy || bold
		w.plain = w.plain || !bold
		if bold && !w.plain {
			w.lead = w.now.Len()
		}
	}
}

func (w *words) walk(n ast.Node, bold bool) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := c.Segment.Value(w.src)
			if !c.IsRaw() {
				s = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s)))
			}
			w.put(string(s), bold)
			if c.SoftLineBreak() || c.HardLineBreak() {
				w.flush()
			}
		case *ast.String:
			w.put(string(c.Value), bold)
		case *ast.AutoLink:
			w.put(string(c.Label(w.src)), bold)
		case *ast.Emphasis:
			w.walk(c, bold || c.Level > 1)
		case *ast.RawHTML:
		default:
			w.walk(c, bold)
		}
	}
}

// onlyLink reports whether all of n's words are one link's.
func onlyLink(n ast.Node) bool {
	_, ok := n.FirstChild().(*ast.Link)
	return ok && n.ChildCount() == 1
}

func joined(lines []line) string {
	var all []string
	for _, l := range lines {
		if l.text != "" {
			all = append(all, l.text)
		}
	}
	return strings.Join(all, " ")
}
