package intake

import (
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/store/intake/content"
)

// Contacts stand at the head or the foot of a document; in one longer than any resume they are sought nowhere else.
const (
	searchedBytes = 128 << 10
	searchedLine  = 2000 // bytes of one line
	footLines     = 40
	headLines     = 14 // lines that hold something; contacts stand in them
)

// page is the lines that contacts are sought in, and what they are.
type page struct {
	lines  []string // long ones cut
	bare   []string // without the marks of Markdown
	nth    []int    // how many lines that hold something stand before each
	head   int      // the number of lines down to the end of the head
	above  int      // the number of lines before the first heading of a part like "Experience"
	others int      // where the part about others begins: referees, testimonials; the number of lines when none does
	greet  int      // the line that greets somebody in a letter, -1 when none does
	large  string   // the words set largest
	links  []string // where links of the document lead, beside those that the lines say
}

// newPage reads cleaned lines.
func newPage(lines []string, d content.Document) page {
	p := page{lines: searched(lines), large: oneLine(d.Large), links: d.Links[:min(len(d.Links), 200)], greet: -1}
	p.bare, p.nth = make([]string, len(p.lines)), make([]int, len(p.lines))
	n := 0
	for i, line := range p.lines {
		p.bare[i], p.nth[i] = strings.TrimSpace(line), n
		if n < nameLines || i >= len(p.lines)-footLines {
			p.bare[i] = unmark(line)
		}
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	p.head = headOf(p.lines)
	p.above, p.others = p.parts()
	for i := range p.head {
		if salutation.MatchString(p.bare[i]) {
			p.greet = i
			break
		}
	}
	return p
}

// searched is the lines that contacts are sought in, long ones cut.
func searched(lines []string) []string {
	out := make([]string, 0, min(len(lines), 4096))
	left := searchedBytes
	for i, line := range lines {
		if left <= 0 && i < len(lines)-footLines {
			continue
		}
		if len(line) > searchedLine {
			line = strings.ToValidUTF8(line[:searchedLine], "")
		}
		left -= len(line) + 1
		out = append(out, line)
	}
	return out
}

// headOf is the number of lines down to the end of the head.
func headOf(lines []string) int {
	left := headLines
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			if left--; left == 0 {
				return i + 1
			}
		}
	}
	return len(lines)
}

// parts is where the first part like "Experience" begins, and where the part about others does.
func (p page) parts() (above, others int) {
	above, others = len(p.lines), len(p.lines)
	for i, line := range p.bare {
		if len(line) == 0 || len(line) > 60 || strings.ContainsAny(line, "@0123456789") {
			continue
		}
		folded := foldedWords(line)
		if len(folded) == 0 || len(folded) > 4 {
			continue
		}
		if i > 0 && others == len(p.lines) && len(folded) <= 3 && slices.ContainsFunc(folded, func(w string) bool { return known()["references"][w] }) && !strings.ContainsAny(line, ",") {
			others = i
		}
		if above < len(p.lines) || i == 0 && slices.ContainsFunc(folded, func(w string) bool { return strings.HasPrefix(w, "profil") }) {
			continue // "Personal profile" over the name and contacts
		}
		if slices.ContainsFunc(folded, func(w string) bool { return known()["sections"][w] }) || headingLevel(p.lines[i], p.next(i)) > 1 && hasStopPart(line) {
			above = i
		}
	}
	return above, others
}

// next is the line below.
func (p page) next(i int) string {
	if i+1 < len(p.lines) {
		return p.lines[i+1]
	}
	return ""
}

// below is the next line that holds something, above the last that does; "" when there is none near.
func (p page) below(i int) string {
	for _, s := range p.bare[min(i+1, len(p.bare)):min(i+4, len(p.bare))] {
		if s != "" {
			return s
		}
	}
	return ""
}

func (p page) over(i int) string {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if p.bare[k] != "" {
			return p.bare[k]
		}
	}
	return ""
}

// foot reports whether line i is one of the last that hold something.
func (p page) foot(i int) bool { return len(p.nth) > 0 && p.nth[i] >= p.nth[len(p.nth)-1]-5 }

func isWordPart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '#'
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	var last rune
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return last
}

// latin is folded letters as an address spells them: Cyrillic and Greek ones in Latin.
func latin(s string) string {
	s = model.Fold(s)
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if t, ok := spelt[r]; ok {
			b.WriteString(t)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var spelt = map[rune]string{'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p",
	'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya", 'і': "i", 'є': "ye", 'ґ': "g",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o"}
