package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How far around its dates the headline of a post goes, in statements, and how long a statement of one may be.
const (
	above     = 2
	below     = 2
	headWords = 16
	headLines = 3
	headCells = 120
)

// post finds the posts: around each range of dates that stands in a headline, what the lines beside it name. Layouts differ in where
// the dates stand, and a document keeps to one within a section: the number of headlines above the first dates of a section is
// that of all.
func (r *reader) post() {
	head, at, layout, end := -1, 0, -1, 0
	for n := range r.anchors {
		d := &r.anchors[n]
		if d.Line < end || r.Lines[d.Line].Kind == Contact || !r.dated(d) {
			continue
		}
		from, to := r.Lines[d.Line].From, r.Lines[d.Line].To
		for ; at < d.Line; at++ {
			if r.shapes[at].opens {
				head, layout = at, -1
			}
		}
		if layout < 0 {
			layout = r.over(from, max(end, head), above)
		}
		p := Post{From: from, To: to}
		h := headline{parts: r.room[:0]}
		r.gather(&h, from, to, d)
		if !h.full() {
			for range r.over(from, end, layout) {
				p.From = r.before(p.From)
			}
			h = headline{parts: r.room[:0]}
			r.gather(&h, p.From, to, d)
		}
		next := len(r.Lines)
		if n+1 < len(r.anchors) {
			next = r.anchors[n+1].Line
		}
		r.under(&p, &h, layout, next)
		if len(h.parts) == 0 && layout == 0 { // nothing beside the dates nor below them: another layout
			for range r.over(from, max(end, head), above) {
				p.From = r.before(p.From)
			}
			r.gather(&h, p.From, to, d)
		}
		p.Title, p.Employer = h.named()
		if l := r.Lines[d.Line].Section; (l == Certificates || l == Awards) && len(h.parts) > 0 {
			p.Title, p.Employer = h.parts[0].text, ""
		}
		if p.Study = r.studied(d.Line, h); d.Range.To > d.Range.From {
			p.Dates, p.HasDates, p.Dated = d.Range, true, *d
		} else {
			p.year = d.Range.From.Year()
		}
		for i := p.From; i < p.To; i++ {
			if l := &r.Lines[i]; l.Kind != Blank {
				l.Kind = Posted
			}
		}
		end = p.To
		r.Posts = append(r.Posts, p)
	}
	r.untold()
	r.extend()
}

// under adds the lines below the dates of a post that name what the others do not. Those that stand above the next dates are the
// next post's, as many as the layout has.
func (r *reader) under(p *Post, h *headline, layout, next int) {
	lines := [below + above + 1]int{}
	free := 0
	for i := r.after(p.To); i >= 0 && free < len(lines) && r.head(i); i = r.after(r.Lines[i].To) {
		if i <= next && next < r.Lines[i].To {
			free -= layout
			break
		}
		lines[free] = i
		free++
	}
	for n := 0; n < min(free, below) && !h.full(); n++ {
		i := lines[n]
		title, employer := h.named()
		if says := r.says(r.shapes[i].text); layout > 0 && !(title == "" && says&ofTitle != 0) && !(employer == "" && says&(ofFirm|ofSchool) != 0) && !(h.degree > 0 && says&ofSchool != 0) {
			return
		}
		p.To = r.Lines[i].To
		r.gather(h, i, p.To, &Dated{Line: -1})
	}
}

// extend gives each post its lines: to the next post or heading, but for one that is a label for what stands below it.
func (r *reader) extend() {
	for n := range r.Posts {
		p := &r.Posts[n]
		last := len(r.Lines)
		if n+1 < len(r.Posts) {
			last = r.Posts[n+1].From
		}
		to := p.To
		for to < last && !(r.Lines[to].Kind == Heading && r.shapes[to].last != ':') && r.Lines[to].Section == r.Lines[p.From].Section {
			to++
		}
		for to > p.To && r.Lines[to-1].Kind == Blank {
			to--
		}
		p.To = to
		for i := p.From; i < to; i++ {
			r.Lines[i].Post = n
		}
	}
}

// dated reports whether a range of dates stands in a headline, and not in a sentence.
func (r *reader) dated(d *Dated) bool {
	l, s := &r.Lines[d.Line], &r.shapes[d.Line]
	if l.To-l.From > headLines {
		return false
	}
	words, cells, last := 0, 0, s.last
	for i := l.From; i < l.To; i++ {
		words, cells, last = words+r.shapes[i].words, cells+r.shapes[i].width, r.shapes[i].last
	}
	end := s.at + len(s.text)
	beginning, ending := d.From <= s.at+3, d.To+3 >= end
	if d.Range.To == d.Range.From {
		return r.singled(d) && words <= headWords
	}
	switch {
	case words > headWords+8 || cells > headCells+40:
		return false
	case s.bullet:
		return words <= headWords && (beginning || ending) && last != '.'
	case last == '.' || last == ';' || last == ',':
		return words <= 6
	case beginning || ending || s.gaps > 0 || barred(s):
		return words <= headWords || s.gaps > 0 || barred(s)
	}
	before, after := r.text[d.Line][:d.From], r.text[d.Line][d.To:]
	return words <= headWords && (strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") || strings.HasPrefix(after, ")")) ||
		words <= 10 && (strings.HasSuffix(strings.TrimRight(before, " *_"), ",") || strings.Contains(after, ",") || strings.HasPrefix(after, ":"))
}

// singled reports whether a date that is no range stands apart from the words beside it, as the dates of headlines do.
func (r *reader) singled(d *Dated) bool {
	l, s := &r.Lines[d.Line], &r.shapes[d.Line]
	switch l.Section {
	case NoSection, Summary, Skills, Publications, Languages, Interests, References, Contacts:
		return false
	}
	if s.bullet && l.Section != Certificates && l.Section != Awards || s.sentence() || d.From < s.at || d.To > s.at+len(s.text) {
		return false
	}
	before, after := s.text[:d.From-s.at], s.text[d.To-s.at:]
	sign, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \t_*"))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \t_*"))
	apart := before == "" || strings.ContainsRune(",|(–—-·•:", sign) || strings.HasSuffix(before, "   ") || strings.HasSuffix(before, "\t")
	short := len(after) <= 2 || strings.ContainsRune("|)·•", next) || before == "" && strings.ContainsRune("–—-,:", next) || strings.HasPrefix(after, "   ") || after[0] == '\t'
	return apart && short
}

// head reports whether the statement at line i may be part of a headline.
func (r *reader) head(i int) bool {
	l, s := &r.Lines[i], &r.shapes[i]
	switch {
	case l.Kind == Blank, l.Kind == Contact, l.Kind == Posted, s.bullet, s.quoted:
		return false
	case l.Kind == Heading:
		return !s.opens && s.last != ':' && i > 0
	case s.words > 12, s.width > 90, l.To-l.From > 2, s.parts > 3, unicode.IsLower(s.first):
		return false
	case s.sentence():
		return s.words <= 6 && s.last == '.' && r.says(s.text)&ofFirm != 0
	}
	return s.last != ':' && s.last != ',' && !(s.colon && label(s.text) > 0)
}

// before is the first line of the statement above line i, blanks left out; -1 for none.
func (r *reader) before(i int) int {
	for i--; i >= 0; i-- {
		if r.Lines[i].Kind != Blank {
			return r.Lines[i].From
		}
	}
	return -1
}

// after is the first line from i on that is not blank; -1 for none.
func (r *reader) after(i int) int {
	for ; i < len(r.Lines); i++ {
		if r.Lines[i].Kind != Blank {
			return i
		}
	}
	return -1
}

// over is how many statements above line i may be its headline, at most so many and none before the line end.
func (r *reader) over(i, end, most int) (n int) {
	for ; n < most; n++ {
		b := r.before(i)
		if b < end || b < 0 || !r.head(b) {
			break
		}
		i = b
	}
	return n
}

// studied reports whether what a headline names is no work.
func (r *reader) studied(line int, h headline) bool {
	switch r.Lines[line].Section {
	case Work:
		return false
	case NoSection, Summary, Contacts:
		return h.school && h.title == 0
	}
	return true
}

// untold finds the titles in a section of work that no dates stand beside.
func (r *reader) untold() {
	for i := range r.Lines {
		l, s := &r.Lines[i], &r.shapes[i]
		if l.Section == Work && (l.Kind == Told || l.Kind == Listed || l.Kind == Heading) && r.head(i) && s.words <= 8 && r.says(s.text)&ofTitle != 0 {
			l.Kind = Posted
		}
	}
}

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
	beside bool // in parentheses
}

// full reports whether both a title and an employer are named.
func (h headline) full() bool {
	title := max(h.title, h.degree) - 1
	employer := h.employer(title)
	if title >= 0 && employer >= 0 && h.title == 0 && h.parts[employer].says&ofSchool == 0 {
		return false // what was studied, but not where
	}
	return title >= 0 && employer >= 0 && !(h.parts[employer].beside && h.parts[employer].says == 0)
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
			if i != e && !p.town && !p.beside {
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

// employer is the part that names the employer best, where another is the title; -1 for none.
func (h headline) employer(title int) int {
	best, found := 0, -1
	for i, p := range h.parts {
		worth := 2
		switch {
		case i == title || p.town || p.text == "":
			continue
		case p.at:
			worth = 7
		case p.says&ofSchool != 0 && (title < 0 || h.parts[title].says&ofDegree != 0):
			worth = 6
		case p.says&ofFirm != 0 && p.says&ofTitle == 0:
			worth = 5
		case p.says&(ofTitle|ofDegree) != 0, p.beside:
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

// cutDates is the text of a line with a bar in the place of the dates.
func (r *reader) cutDates(i int, d *Dated) string {
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
	if name == "" || len(name) > 160 || name[0] >= '0' && name[0] <= '9' && !strings.ContainsFunc(name, unicode.IsUpper) {
		return false
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
	if p.town && n > 0 && h.parts[n-1].says == 0 && !h.parts[n-1].first && !h.parts[n-1].at {
		h.parts[n-1].town = true // "Toronto, ON"
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
