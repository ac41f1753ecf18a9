package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headline is what the lines around dates name.
type headline struct {
	parts  []part
	title  int // one more than the place of the part that is a job's title; 0 for none
	degree int // the same of a degree's
	school bool
}

// part is one of the names in a headline.
type part struct {
	text   string
	says   role
	first  bool // nothing stands before it on its line
	at     bool // behind "at"
	town   bool
	near   bool // it stands before a country or the like, and may be a town
	beside bool // in parentheses
}

// full reports whether both a title and an employer are named.
func (h headline) full() bool {
	title := max(h.title, h.degree) - 1
	employer := h.employer(title)
	if title >= 0 && employer >= 0 && h.title == 0 && h.parts[employer].says&ofSchool == 0 {
		return false // what was studied, but not where
	}
	return title >= 0 && employer >= 0 && !((h.parts[employer].beside || h.parts[employer].near) && h.parts[employer].says == 0)
}

// named is the title and the employer, "" where none is named. Of two names that could be either, the first is the employer.
func (h headline) named() (title, employer string) {
	t := h.title - 1
	if h.degree > 0 && (t < 0 || h.school && h.parts[t].says&ofDegree == 0 && h.title > h.degree) {
		t = h.degree - 1
	}
	e := h.employer(t)
	if t < 0 {
		for i, p := range h.parts {
			if i != e && !p.town && !p.beside && !p.near {
				t = i
				break
			}
		}
	}
	if t >= 0 {
		title = h.parts[t].text
	}
	if e >= 0 {
		employer = h.parts[e].text
	}
	return title, employer
}

// The longest name of an award that is told together with what it was won in, in bytes: "Finalist" says little by itself.
const shortAward = 20

// won is what an award is called: the first of the names, and the second behind it where the first is short.
func (h headline) won() string {
	first := h.parts[0].text
	if len(first) <= shortAward && len(h.parts) > 1 && !h.parts[1].town {
		return first + ", " + h.parts[1].text
	}
	return first
}

// employer is the part that names the employer best, where another is the title; -1 for none.
func (h headline) employer(title int) int {
	best, found := 0, -1
	for i, p := range h.parts {
		worth := 2
		switch {
		case i == title || p.town || p.text == "", p.beside && p.says&ofTitle != 0: // "Data Engineer (Intern)"
			continue
		case p.at:
			worth = 7
		case p.says&ofSchool != 0 && (title < 0 || h.parts[title].says&ofDegree != 0):
			worth = 6
		case p.says&ofFirm != 0 && p.says&ofTitle == 0:
			worth = 5
		case p.says&(ofTitle|ofDegree) != 0, p.beside, p.near:
			worth = 1
		case p.first:
			worth = 3
		}
		if worth > best {
			best, found = worth, i
		}
	}
	return found
}

// gather adds what the lines name to a headline, but for the dates in them.
func (r *reader) gather(h *headline, from, to int, d *Dated) {
	for i := from; i < to; i = max(r.Lines[i].To, i+1) {
		if r.shapes[i].blank || r.shapes[i].rule {
			continue
		}
		last := min(r.Lines[i].To, to)
		if last-i == 1 {
			r.gatherLine(h, r.cutDates(i, d))
			continue
		}
		var b strings.Builder
		for n := i; n < last; n++ {
			if n > i {
				b.WriteByte(' ')
			}
			b.WriteString(r.cutDates(n, d))
		}
		r.gatherLine(h, b.String())
	}
}

// cutDates is the text of a line with a bar in the place of the dates, without a heading in its margin.
func (r *reader) cutDates(i int, d *Dated) string {
	text := r.cut(i, d)
	if s := &r.shapes[i]; s.side > 0 {
		text = strings.TrimPrefix(text, s.text[:s.side])
		n, _ := Bullet(text)
		text = text[n:]
	}
	return text
}

func (r *reader) cut(i int, d *Dated) string {
	s := &r.shapes[i]
	if s.date > 0 {
		return s.text[s.date:]
	}
	if i != d.Line || d.From < s.at || d.To > s.at+len(s.text) {
		return s.text
	}
	after := s.text[d.To-s.at:]
	if d.From == s.at && (strings.HasPrefix(after, "   ") || strings.HasPrefix(after, "\t")) {
		return after
	}
	return s.text[:d.From-s.at] + " | " + after
}

// gatherLine adds the names in a text to a headline.
func (r *reader) gatherLine(h *headline, text string) {
	first := true
	beside, next := false, false // in parentheses, behind "at"
	for len(text) > 0 {
		name, sign, rest := split(text)
		if r.put(h, name, part{first: first, at: next, beside: beside}) || sign == '|' {
			first = false
		}
		next = sign == '@' || next && strings.TrimSpace(name) == ""
		beside = sign == '(' || sign == '（' || beside && sign == ','
		text = rest
	}
}

// split is the first name of a text, the sign that parts it from the next, which is @ for a word that means "at" as well, and what
// follows it.
func split(text string) (name string, sign rune, rest string) {
	for i, c := range text {
		next := text[i:]
		switch {
		case strings.ContainsRune(",|·•;\t()[]，（）、", c):
			return text[:i], c, next[utf8.RuneLen(c):]
		case c == '@' && i > 0 && text[i-1] == ' ':
			return text[:i], c, next[1:]
		case c != ' ':
			continue
		case strings.HasPrefix(next, "   "), strings.HasPrefix(next, " - "), strings.HasPrefix(next, " / "):
			return text[:i], '-', next[3:]
		case strings.HasPrefix(next, " – "), strings.HasPrefix(next, " — "):
			return text[:i], '-', next[len(" – "):]
		}
		for _, w := range [...]string{" at ", " bei ", " beim ", " chez ", " presso ", " bij ", " hos "} {
			if strings.HasPrefix(next, w) {
				return text[:i], '@', next[len(w):]
			}
		}
	}
	return text, 0, ""
}

// put adds a name to a headline, unless it is none: a number, how long it lasted, how it was worked.
func (r *reader) put(h *headline, name string, p part) bool {
	name = strings.TrimRight(strings.TrimLeft(name, " \u00a0*_:.-–—~#`>"), " \u00a0*_:-–—~#`")
	if len(name) > 160 || !strings.ContainsFunc(name, unicode.IsLetter) || name[0] >= '0' && name[0] <= '9' && !strings.ContainsFunc(name, unicode.IsUpper) {
		return false
	}
	if last := name[len(name)-1]; last >= '0' && last <= '9' && len(name) <= 24 { // another date
		d := dates{line: name, words: r.dates}
		if x, ok := d.date(0); ok && x.to == len(name) {
			return false
		}
	}
	n := len(h.parts)
	p.text, p.says = name, r.says(name)
	switch {
	case p.says&ofAside != 0 && p.says&(ofTitle|ofSchool|ofFirm|ofDegree) == 0:
		return false
	case p.says&ofFirm != 0 && len(name) <= 7 && n > 0 && !strings.Contains(name, " "): // "Lumen Pay, Inc."
		h.parts[n-1].says |= ofFirm
		return true
	}
	short := len(name) == 2 && strings.ToUpper(name) == name
	p.town = !p.at && (short || r.whole(name)&ofLand != 0)
	if p.town && n > 0 && !h.parts[n-1].first && !h.parts[n-1].at {
		before := &h.parts[n-1]
		before.town = before.town || short && before.says == 0                      // "Guelph, ON"
		before.near = true                                                          // "Guelph, Canada", or "Lumen Pay, Canada"
		before.town = before.town || n > 1 && before.says == 0 && h.parts[n-2].town // "Toronto, Ontario, Canada"
	}
	h.parts = append(h.parts, p)
	h.school = h.school || p.says&(ofSchool|ofDegree) != 0
	if h.title == 0 && p.says&ofTitle != 0 && !p.at && !p.beside {
		h.title = n + 1
	}
	if h.degree == 0 && p.says&ofDegree != 0 {
		h.degree = n + 1
	}
	return true
}
