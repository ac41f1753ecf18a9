package posting

import (
	"bytes"
	"slices"
	"strings"

	"candid/model/pattern"
	"candid/model/wording"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markup "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what matters of a page's nodes.
type page struct {
	root     *html.Node
	scripts  []string   // of linked data
	data     []string   // other JSON in it, from which its scripts would draw it
	scope    *html.Node // of the first JobPosting in marked-up HTML
	main     *html.Node
	articles []*html.Node
	h1       []*html.Node
	headings []string
	title    string // of the page
	hints    facts  // what the names of its elements tell
}

// openHTML reads a page, or a piece of one, which may have front matter above it. Of the readings that a page gives (the
// JobPosting that it states, its main part, all of it) it takes the first that asks for something.
func openHTML(front, body string) (source, error) {
	root, err := html.ParseWithOptions(strings.NewReader(body), html.ParseOptionEnableScripting(false))
	if err != nil {
		return source{}, refuse("is a web page whose elements nest deeper than any page's", "paste the posting as people read it")
	}
	p := page{root: root}
	p.look(root)
	stated, several := p.postings()
	if several > 1 {
		return source{}, severalPostings(several)
	}
	if front == "" {
		stated.facts = stated.facts.or(p.hints)
	}
	visible, err := p.visible(front, stated.facts)
	if err != nil || len(visible.wants) == 0 && stated.title == "" {
		if drawn, ok := p.drawn(); ok {
			return drawn, nil
		}
	}
	visible.doc.page = oneLine(p.title)
	if len(stated.parts) == 0 && stated.title == "" {
		return visible, err
	}
	sheet, sheetErr := stated.open()
	if sheetErr != nil || err == nil && p.better(visible.wants, sheet.wants) {
		return visible, err
	}
	return sheet, nil
}

// drawn reads the posting that a page which shows nothing of it holds for its scripts.
func (p *page) drawn() (source, bool) {
	for _, s := range p.data {
		if src, err := openJSON(s); err == nil && len(src.wants) > 0 {
			return src, true
		}
	}
	return source{}, false
}

// better reports whether what a page shows asks for more than what it states for machines: where that is linked data, of a
// kind that leaves the page's clutter away, for much more.
func (p *page) better(visible, stated []want) bool {
	v, s := strengthOf(visible), strengthOf(stated)
	switch {
	case v.plain == 0 && s.plain == 0:
		return v.all > 0 && s.all == 0 || v.all > s.all && len(p.scripts) == 0
	case len(p.scripts) == 0:
		return v.plain >= s.plain
	default:
		return v.plain > 2*s.plain
	}
}

// strength is how much a text asks for: under headings that say so, and in all.
type strength struct{ plain, all int }

func strengthOf(wants []want) strength {
	var s strength
	for _, w := range wants {
		s.all++
		if w.kind != wording.Asked || w.doubt == "" {
			s.plain++
		}
	}
	return s
}

// look gathers what matters of a page.
func (p *page) look(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch {
		case c.DataAtom == atom.Script:
			if kind := strings.ToLower(attr(c, "type")); strings.Contains(kind, "ld+json") && c.FirstChild != nil {
				p.scripts = append(p.scripts, c.FirstChild.Data)
			} else if kind == "application/json" && c.FirstChild != nil {
				p.data = append(p.data, c.FirstChild.Data)
			}
			continue
		case c.DataAtom == atom.Title && p.title == "" && c.FirstChild != nil && c.Namespace == "":
			p.title = c.FirstChild.Data
		case c.DataAtom == atom.Meta && attr(c, "property") == "og:title" && attr(c, "content") != "":
			p.title = attr(c, "content")
		case p.scope == nil && scopesPosting(c):
			p.scope = c
		}
		if clutter(c) && c.DataAtom != atom.Head {
			continue
		}
		switch {
		case c.DataAtom == atom.Main || attr(c, "role") == "main":
			if p.main == nil {
				p.main = c
			}
		case c.DataAtom == atom.Article:
			p.articles = append(p.articles, c)
		case c.DataAtom == atom.H1:
			p.h1 = append(p.h1, c)
		case c.DataAtom == atom.H2 || c.DataAtom == atom.H3:
			p.headings = append(p.headings, wordsOf(c))
		}
		p.hint(c)
		p.look(c)
	}
}

// postings is the posting that a page states for machines, and how many there are.
func (p *page) postings() (sheet, int) {
	var all []object
	for _, s := range p.scripts {
		if v, err := linkedData(s); err == nil {
			all = append(all, postingsIn(v)...)
		}
	}
	all = distinct(all, itself)
	if len(all) > 1 { // a list of others may stand beside the one that the page is about
		if full := slices.DeleteFunc(slices.Clone(all), func(o object) bool { return !o.has("description") }); len(full) > 0 {
			all = full
		}
	}
	if len(all) == 0 && p.scope != nil {
		all = []object{marked(p.scope)}
	}
	if len(all) == 0 {
		return sheet{}, 0
	}
	return schemaSheet(all[0]), len(all)
}

// visible reads what a page shows: the first part of it that asks for something under a heading, or else in running text, or
// else all of it.
func (p *page) visible(front string, stated facts) (source, error) {
	var best source
	var bestErr error
	most := -1
	for _, n := range p.parts() {
		text := p.titled(asMarkdown(n), n, stated)
		if strings.TrimSpace(text) == "" {
			continue
		}
		src, err := openMade(front, text)
		s := strengthOf(src.wants)
		worth := min(s.plain, 1)*2 + min(s.all, 1)
		if worth > most || worth == 0 && err == nil {
			best, bestErr, most = src, err, worth
		}
		if s.plain > 0 {
			break
		}
	}
	if most < 0 {
		bestErr = refuse("is a web page that shows no words before its scripts run", "open it in a browser and copy the posting from there")
	}
	best.doc.stated = stated
	return best, bestErr
}

// parts is the parts of a page that may be the posting, the likeliest first.
func (p *page) parts() []*html.Node {
	var all []*html.Node
	add := func(n *html.Node) {
		if n != nil && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	add(p.scope)
	if p.main != nil {
		add(p.main)
	} else if len(p.articles) == 1 {
		add(p.articles[0])
	}
	add(p.root)
	return all
}

// titled puts the title of the role above a text that does not begin with it.
func (p *page) titled(text string, n *html.Node, stated facts) string {
	title := stated.title
	if title == "" && find(n, func(c *html.Node) bool { return c.DataAtom == atom.H1 }) == nil {
		if len(p.h1) > 0 {
			title = wordsOf(p.h1[0])
		}
		if title == "" {
			title = p.titleOfRole()
		}
	}
	if title == "" || strings.Contains(plainKey(text[:min(len(text), 1000)]), plainKey(title)) {
		return text
	}
	return "# " + escaped(title) + "\n\n" + text
}

// wordsOf is the words in n, on one line.
func wordsOf(n *html.Node) string {
	var m markdown
	m.children(n)
	var b strings.Builder
	for _, l := range append(m.above, m.line) {
		for _, s := range l {
			b.WriteString(s.text)
		}
		b.WriteByte(' ')
	}
	return fold(strings.Join(m.lines, " ") + b.String())
}

var titleBreak = pattern.New(`\s+[|–—·»-]\s+|\s*::\s*|\s*\|\s*`)

// titleOfRole is the part of a page's title that names a role: the first that is a heading, reads as a job, or stands first.
func (p *page) titleOfRole() string {
	parts := titleBreak.Split(oneLine(p.title), -1)
	for _, t := range parts {
		if slices.Contains(p.headings, t) {
			return t
		}
	}
	for _, t := range parts {
		if isJob(t) {
			return t
		}
	}
	return parts[0]
}

// rendered is the HTML of Markdown that has blocks of HTML in it.
func rendered(text string) string {
	if guard(text) != nil {
		return text
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(markup.WithUnsafe(), markup.WithHardWraps()))
	var b bytes.Buffer
	if err := md.Convert([]byte(text), &b); err != nil {
		return text
	}
	return b.String()
}
