package posting

import (
	"fmt"
	"strings"

	"candid/model/clean"
	"candid/model/pattern"

	"golang.org/x/net/html"
)

// sheet is a posting that came in pieces: facts, and parts under headings.
type sheet struct {
	facts
	parts []part
	whole int // parts that were to be added, also those that were not
}

// maxParts is the most parts that a sheet holds; the formats have about twenty.
const maxParts = 100

// part is what stands under one heading of a sheet.
type part struct {
	heading string // "" for text that has headings of its own
	level   int    // of the heading; 2 when 0
	text    string // Markdown
	key     string // the text as plainKey gives it
	asks    *bool  // whether the text by itself asks for something; nil until it was read for that
}

// add adds a part, unless its words are in the sheet already.
func (s *sheet) add(p part) {
	p.text = strings.Trim(p.text, "\n")
	p.key = plainKey(p.text)
	if p.key == "" {
		return
	}
	if s.whole++; s.whole > maxParts {
		return
	}
	for i, q := range s.parts {
		if strings.Contains(q.key, p.key) && (p.heading == "" || q.heading != "" || s.asksIn(i)) {
			return
		}
		if p.heading == "" && q.heading == "" && strings.Contains(p.key, q.key) {
			s.parts[i] = p
			return
		}
	}
	s.parts = append(s.parts, p)
}

// asksIn reports whether the text of a part asks for something by itself, under headings that it has.
func (s *sheet) asksIn(i int) bool {
	p := &s.parts[i]
	if p.asks == nil {
		yes := guard(p.text) == nil && strengthOf(asked(sections(read(p.text).blocks))).plain > 0
		p.asks = &yes
	}
	return *p.asks
}

// markdown is the sheet as people read it.
func (s sheet) markdown() string {
	var b strings.Builder
	if s.title != "" {
		b.WriteString("# " + escaped(s.title) + "\n\n")
	}
	if len(s.locations) > 0 {
		b.WriteString("Location: " + escaped(strings.Join(s.locations, "; ")) + "\n")
	}
	if s.employment != "" {
		b.WriteString("Employment: " + escaped(s.employmentWords()) + "\n")
	}
	for _, p := range s.parts {
		b.WriteString("\n")
		if p.heading != "" {
			b.WriteString(strings.Repeat("#", max(2, p.level)) + " " + escaped(p.heading) + "\n")
			if p.text != "" {
				b.WriteString("\n")
			}
		}
		if p.text != "" {
			b.WriteString(p.text + "\n")
		}
	}
	return b.String()
}

func (f facts) employmentWords() string {
	if kinds := employmentsIn(f.employment); len(kinds) > 0 {
		return strings.Join(kinds, ", ")
	}
	return f.employment
}

// open reads the sheet as the Markdown that it makes.
func (s sheet) open() (source, error) {
	if s.whole > maxParts {
		return source{}, refuse(fmt.Sprintf("has %d parts, and at most %d are read", s.whole, maxParts), "keep nothing but the posting")
	}
	src, err := openMade("", s.markdown())
	src.doc.stated = s.facts
	return src, err
}

var (
	anyTag     = pattern.New(`</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>`)
	hiddenTag  = pattern.New(`(?i)&(?:amp;)?lt;/?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|span|table)\b`)
	anyEntity  = pattern.New(`&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)
	bulletHead = pattern.New(`^\s*(?:[-*•–·]|\d{1,2}[.)])\s`)
)

// asText is the Markdown of a string that may hold HTML, also such as was escaped once more on its way.
func asText(s string) string {
	for range 2 {
		if anyTag.MatchString(s) || !hiddenTag.MatchString(s) {
			break
		}
		s = html.UnescapeString(s)
	}
	if strings.Count(s, `\n`) > 1 && !strings.Contains(s, "\n") {
		s = writtenEnds.Replace(s)
	}
	if !anyTag.MatchString(s) {
		if anyEntity.MatchString(s) {
			s = html.UnescapeString(s)
		}
		return clean.Text(lineEnds.Replace(s))
	}
	if !blockTag.MatchString(s) {
		s = strings.ReplaceAll(s, "\n", "<br>") // plain text with bold words in it
	}
	n, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	if err != nil {
		return anyTag.ReplaceAllString(s, " ")
	}
	return clean.Text(asMarkdown(n))
}

// writtenEnds makes line ends of those that were escaped once more than they should.
var writtenEnds = strings.NewReplacer(`\r\n`, "\n", `\n`, "\n", `\r`, "\n", `\t`, " ")

// asItem is a line of a list.
func asItem(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for bulletHead.MatchString(s) {
		_, s, _ = strings.Cut(strings.TrimSpace(s), " ")
	}
	if s == "" {
		return ""
	}
	return "- " + s
}
