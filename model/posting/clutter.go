package posting

import (
	"slices"
	"strconv"
	"strings"

	"candid/model/pattern"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// neverText is the elements that hold nothing of a posting's words.
var neverText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Head: true, atom.Title: true, atom.Meta: true, atom.Link: true,
	atom.Svg: true, atom.Math: true, atom.Canvas: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Video: true, atom.Audio: true,
	atom.Img: true, atom.Picture: true, atom.Input: true, atom.Select: true, atom.Option: true, atom.Datalist: true, atom.Textarea: true,
	atom.Nav: true, atom.Footer: true, atom.Dialog: true, atom.Noembed: true, atom.Noframes: true,
}

var blocks = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Aside: true,
	atom.Blockquote: true, atom.Figure: true, atom.Figcaption: true, atom.Address: true, atom.Center: true, atom.Details: true, atom.Summary: true,
	atom.Fieldset: true, atom.Legend: true, atom.Form: true, atom.Hr: true, atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true,
	atom.Dd: true, atom.Table: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true,
	atom.Pre: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hgroup: true, atom.Button: true,
	atom.Plaintext: true, atom.Xmp: true, atom.Listing: true,
}

func isBlock(n *html.Node) bool { return blocks[n.DataAtom] }

// holdsBlocks reports whether an element holds lists, headings, tables or several paragraphs.
func holdsBlocks(n *html.Node) bool {
	paragraphs := 0
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Ul, atom.Ol, atom.Table, atom.Dl, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Pre:
				return true
			case atom.P:
				paragraphs++
			}
			if paragraphs > 1 || walk(c) {
				return true
			}
		}
		return false
	}
	return walk(n)
}

// manyLines reports whether breaks part the words of an element.
func manyLines(n *html.Node) bool {
	return find(n, func(c *html.Node) bool { return c.DataAtom == atom.Br && c.NextSibling != nil }) != nil
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val[:min(len(a.Val), 2000)]
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

var (
	unseen      = pattern.New(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))`)
	heavyValue  = pattern.New(`(?i)font-weight\s*:\s*(?:bold|[6-9]00)`)
	lightValue  = pattern.New(`(?i)font-weight\s*:\s*(?:normal|[1-4]00)`)
	roles       = []string{"navigation", "menu", "menubar", "search", "dialog", "alertdialog", "contentinfo", "banner", "tooltip"}
	clutterFold = pattern.New(`(?i)accordion|collaps|expand`)
	clutterTag  = pattern.New(`(?i)(?:^|[\s_-])(?:cookies?|cookiebar|consent|gdpr|nav|navbar|navigation|breadcrumbs?|menu|sr-only|visually-hidden|visuallyhidden|screen-reader-text|skip-link|skip)(?:$|[\s_-])`)
)

func heavyStyle(n *html.Node) bool {
	s := attr(n, "style")
	return s != "" && heavyValue.MatchString(s)
}
func lightStyle(n *html.Node) bool {
	s := attr(n, "style")
	return s != "" && lightValue.MatchString(s)
}

// clutter reports whether an element is no part of what a page says to who reads a posting: scripts and styles, what is
// hidden, menus, banners, forms.
func clutter(n *html.Node) bool {
	if neverText[n.DataAtom] || n.Namespace != "" {
		return true
	}
	if n.DataAtom == atom.Form {
		return !wraps(n)
	}
	if n.DataAtom == atom.Button && !hasAttr(n, "aria-expanded") && !hasAttr(n, "aria-controls") && !inHeading(n) && !opensSection(n) {
		return true
	}
	if len(n.Attr) == 0 || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	switch {
	case hasAttr(n, "hidden") && attr(n, "hidden") != "until-found", attr(n, "aria-hidden") == "true" && !wraps(n), unseen.MatchString(attr(n, "style")):
		return true
	case n.DataAtom == atom.Main || n.DataAtom == atom.Article:
		return false
	case slices.Contains(roles, strings.ToLower(attr(n, "role"))):
		return !holdsTitle(n)
	case isBlock(n) || n.DataAtom == atom.A || n.DataAtom == atom.Span:
		return (marksClutter(attr(n, "class")) || marksClutter(attr(n, "id"))) && !wraps(n)
	}
	return false
}

func marksClutter(names string) bool { return names != "" && clutterTag.MatchString(names) }

// wraps reports whether an element is laid around a posting: it holds a heading and a list, or another form's length of words.
func wraps(n *html.Node) bool {
	return holdsTitle(n) || find(n, func(c *html.Node) bool { return c.DataAtom == atom.H2 || c.DataAtom == atom.H3 }) != nil && countWords(n) > 150
}

func holdsTitle(n *html.Node) bool {
	return find(n, func(c *html.Node) bool {
		return c.DataAtom == atom.H1 || c.DataAtom == atom.Main || c.DataAtom == atom.Article
	}) != nil
}

// opensSection reports whether a button is named like what it opens: what is asked, the work, the company.
func opensSection(n *html.Node) bool {
	if countWords(n) > exactWords {
		return false
	}
	sense := exactSense(wordsOf(n))
	return sense != unknown && sense != gives || clutterFold.MatchString(attr(n, "class"))
}

func inHeading(n *html.Node) bool {
	p := n.Parent
	for range 3 {
		if p == nil {
			return false
		}
		if p.DataAtom == atom.H1 || p.DataAtom == atom.H2 || p.DataAtom == atom.H3 || p.DataAtom == atom.H4 || p.DataAtom == atom.Summary {
			return true
		}
		p = p.Parent
	}
	return false
}

// find is the first element inside n that is wanted, nil where there is none.
func find(n *html.Node, wanted func(*html.Node) bool) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if wanted(c) {
			return c
		}
		if f := find(c, wanted); f != nil {
			return f
		}
	}
	return nil
}

// countWords counts the words in n.
func countWords(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			count += wordCount(c.Data)
		case c.Type == html.ElementNode && !neverText[c.DataAtom]:
			count += countWords(c)
		}
	}
	return count
}

// headingRole is the level of an element that is a heading by its role; 0 for others.
func headingRole(n *html.Node) int {
	if len(n.Attr) == 0 || attr(n, "role") != "heading" {
		return 0
	}
	level, err := strconv.Atoi(attr(n, "aria-level"))
	if err != nil || level < 1 || level > 6 {
		return 2
	}
	return level
}
