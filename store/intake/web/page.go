// Package web reads HTML pages: the text as a browser shows it, and what of it nobody sees.
//
// Comments are neither text nor an aside: nobody meets them who does not open the source. The same holds for scripts, and for
// the texts that stand in for pictures.
package web

import (
	"errors"
	"fmt"
	"strings"

	"candid/model"
	"candid/store/intake/charset"
	"candid/store/intake/content"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a page may ask for. A resume saved as a page, pictures and all, is far below each.
const (
	maxPage   = 16 << 20 // bytes of the file
	maxText   = 4 << 20  // bytes of what is read in it
	maxLinks  = 200
	maxAsides = 100
	maxTarget = 2000 // bytes of a link's target
)

// page is a page while it is read.
type page struct {
	source string
	style  sheet
	root   look

	links    []string
	linked   map[string]bool
	asides   []aside
	numbers  map[*html.Node]int // the last number in each list
	headings bool
	first    string // the first heading of the first level
	title    string
	hiding   *html.Node // the element whose words were kept apart last
	left     int        // bytes of text that may still come
}

// aside is words that nobody sees, of one place in the page.
type aside struct {
	text  string
	place *html.Node // the first node of it that has words
}

// Page reads an HTML page, or a piece of one. Headings bear the marks of Markdown. Large is the first heading of the first
// level, else the page's title. The error is a *model.Problem: of what is no text, or nests or grows past all measure.
func Page(b []byte) (content.Document, error) {
	if len(b) > maxPage {
		return content.Document{}, refuse(fmt.Sprintf("a web page larger than %d MB", maxPage>>20), "save its text and add that")
	}
	source, ok := charset.Page(b)
	if !ok {
		return content.Document{}, refuse("a web page in an encoding that cannot be told", "save it as UTF-8")
	}
	root, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		return content.Document{}, refuse("a web page whose elements nest deeper than any page's", "save its text and add that")
	}
	p := &page{source: source, left: maxText, linked: map[string]bool{}, numbers: map[*html.Node]int{}}
	p.gather(root)
	p.root = p.style.rootLook()
	w := &writer{page: p}
	if err := p.children(w, root, p.root); err != nil {
		return content.Document{}, refuse(fmt.Sprintf("a web page with more than %d MB of text", maxText>>20), "save what belongs to the application and add that")
	}
	doc := content.Document{Text: w.String(), Marked: p.headings, Flowing: true, Links: p.links, Large: p.first}
	if doc.Large == "" {
		doc.Large = oneLine(p.title)
	}
	doc.Aside = p.placed()
	return doc, nil
}

func refuse(what, next string) *model.Problem {
	return &model.Problem{Kind: model.Refused, What: what, Next: next}
}

var errTooLong = errors.New("too much text")

// gather takes the style sheets and the title out of a page.
func (p *page) gather(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Style && c.FirstChild != nil:
			if media := attr(c, "media"); media == "" || forScreens(media) {
				p.style.add(c.FirstChild.Data)
			}
		case c.DataAtom == atom.Link && strings.Contains(strings.ToLower(attr(c, "rel")), "stylesheet"):
			p.style.elsewhere = true
		case c.DataAtom == atom.Title && p.title == "" && c.Namespace == "" && c.FirstChild != nil:
			p.title = c.FirstChild.Data
		default:
			p.gather(c)
		}
	}
}

// link keeps the target of a link that its words do not say.
func (p *page) link(target, words string) {
	target = strings.TrimSpace(target)
	scheme, rest, ok := strings.Cut(target, ":")
	if !ok || len(target) > maxTarget || len(p.links) == maxLinks || p.linked[target] {
		return
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "//"), "www.")
	case "mailto":
		rest, _, _ = strings.Cut(rest, "?")
	case "tel":
	default:
		return
	}
	if rest = strings.TrimRight(rest, "/"); rest == "" || strings.Contains(strings.ToLower(words), strings.ToLower(rest)) {
		return
	}
	p.linked[target] = true
	p.links = append(p.links, target)
}

// hide keeps words that nobody sees; those that go on from the last are one with them.
func (p *page) hide(text string, n *html.Node, goesOn bool) {
	text = strings.TrimSpace(text)
	switch last := len(p.asides) - 1; {
	case text == "":
	case goesOn && last >= 0:
		p.asides[last].text += " " + text
	case len(p.asides) < maxAsides:
		p.asides = append(p.asides, aside{text, n})
	default:
		p.asides[last].text += "\n" + text
	}
}

// placed is the asides with the lines of the file that they stand in.
func (p *page) placed() []content.Aside {
	var all []content.Aside
	finder := finder{z: html.NewTokenizer(strings.NewReader(p.source)), line: 1}
	for _, a := range p.asides {
		place := ""
		if line := finder.find(a.place.Data); line > 0 {
			place = fmt.Sprintf("line %d of the file", line)
		}
		all = append(all, content.Aside{Why: content.Unseen, Place: place, Text: a.text})
	}
	return all
}

// finder tells in which line of a page's source words stand. The words are asked for in the order of the page.
type finder struct {
	z    *html.Tokenizer
	line int
	text string // the text that the last words were found in, after them
}

// find is the line, from 1, that words begin in; 0 for words that are not found, after which nothing more is.
func (f *finder) find(words string) int {
	words = strings.TrimSpace(words)
	words = words[:min(len(words), 64)]
	for {
		if before, after, ok := strings.Cut(f.text, words); ok {
			f.line += strings.Count(before, "\n")
			f.text = words + after
			return f.line
		}
		f.line += strings.Count(f.text, "\n")
		f.text = ""
		switch f.z.Next() {
		case html.ErrorToken:
			return 0
		case html.TextToken:
			raw := string(f.z.Raw())
			text := html.UnescapeString(strings.ReplaceAll(raw, "\r\n", "\n"))
			f.text = text
		default:
			f.line += strings.Count(string(f.z.Raw()), "\n")
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return true
		}
	}
	return false
}

// oneLine is words with their white space folded.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
