package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// chipRunes is the longest that one of a row of chips says.
const chipRunes = 40

// chips reports whether a box of a page holds nothing but a row of short words of their own, as pages show a job's team, place
// and hours: "Kitchen" "Lyon" "Full-time". A sentence whose words are parted by their style is none.
func chips(n *html.Node) bool {
	count := 0
	if n.DataAtom == atom.P {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.CommentNode, c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
			continue
		case c.Type != html.ElementNode || c.DataAtom != atom.Span:
			return false
		}
		s := strings.TrimSpace(chipText(c, 3))
		if s == "" {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(s); unicode.IsLower(first) || strings.ContainsAny(s[len(s)-1:], ".,:;!?") || utf8.RuneCountInString(s) > chipRunes {
			return false
		}
		count++
	}
	return count > 1
}

// chipText is the words in n and the elements a few deep in it, which is all that a chip has.
func chipText(n *html.Node, depth int) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for c := n.FirstChild; c != nil && depth > 0 && len(s) < 4*chipRunes; c = c.NextSibling {
		s += chipText(c, depth-1)
	}
	return s
}
