package evidence

import (
	"regexp"
	"strings"
)

// address matches what stands on lines of contacts: mail addresses, links, and names of sites with a path.
var address = regexp.MustCompile(`(?i)\S+@\S+|\b(?:https?://|www\.)\S+|\b(?:github|gitlab|linkedin|twitter|x|medium|stackoverflow)\.(?:com|org)/\S*`)

// addresses is where addresses stand in a line, as pairs of bytes.
func addresses(line string) [][]int {
	for _, sign := range [...]string{"@", "://", "www.", ".com/", ".org/"} {
		if strings.Contains(line, sign) {
			return address.FindAllStringIndex(line, -1)
		}
	}
	return nil
}

// heading reports whether the line is made of nothing but the words of headings: TECHNICAL SKILLS. A bullet is an item, not a
// heading.
func (s *search) heading() bool {
	if len(s.ids) > 5 || strings.HasPrefix(strings.TrimSpace(s.line), "•") || strings.HasPrefix(strings.TrimSpace(s.line), "- ") {
		return false
	}
	for i := range s.ids {
		buf := append(s.buf[:0], strings.ToLower(s.line[s.from[i]:s.to[i]])...)
		if !s.vocabulary.sections[string(stem(buf))] {
			return false
		}
	}
	return true
}

var (
	yearsSaid = regexp.MustCompile(`(?i)\b(\d{1,2})\s*\+?\s*(?:years|yrs)\b`)
	dateRange = regexp.MustCompile(`(?i)\b(?:19|20)\d\d\s*(?:[-–—]|to)\s*(?:[a-z]{3,9}\.?\s*)?(?:(?:19|20)\d\d|present|now|today|current|ongoing)\b`)
)

// noteYears marks what a line says of years of work, for the requirements that ask for some: a number of years, or the dates
// of a post.
func (s *search) noteYears() {
	if !s.years || !strings.ContainsAny(s.line, "0123456789") {
		return
	}
	at, weight := yearsSaid.FindStringIndex(s.line), same
	if at == nil && (strings.Contains(s.line, "19") || strings.Contains(s.line, "20")) {
		at, weight = dateRange.FindStringIndex(s.line), dated
		if at != nil && !s.post(at) {
			return
		}
	}
	if at == nil {
		return
	}
	for i, a := range s.asks {
		if a.years >= 0 {
			s.mark(i, mark{a.years, at[0], at[1], weight, a.wants[a.years].why})
		}
	}
}

// dated is how strongly the dates of one post speak to years of work.
const dated = 0.6

// post reports whether the dates at those bytes of the line are a post's: something is named beside them, and it is no school.
func (s *search) post(dates []int) bool {
	named := 0
	for i := range s.ids {
		buf := append(s.buf[:0], strings.ToLower(s.line[s.from[i]:s.to[i]])...)
		switch word := stem(buf); {
		case s.vocabulary.study[string(word)]:
			return false
		case !s.vocabulary.months[string(word)] && (s.to[i] <= dates[0] || s.from[i] >= dates[1]):
			named++
		}
	}
	return named >= 2
}
