package outline

import (
	"strings"
	"unicode"

	"candid/model"
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
	section, layout, end := -1, 0, 0
	for n := range r.Dates {
		d := &r.Dates[n]
		if d.Line < end || r.Lines[d.Line].Kind == Contact || !r.dated(d) {
			continue
		}
		from, to := r.Lines[d.Line].From, r.Lines[d.Line].To
		if s := r.opening(d.Line); s != section || layout < 0 {
			section, layout = s, r.over(from, end, above)
		}
		p := Post{From: from, To: to, Dates: d.Range, HasDates: true, Dated: *d}
		var h headline
		r.gather(&h, from, to, d)
		if !h.full() {
			for range min(layout, r.over(p.From, end, layout)) {
				p.From = r.before(p.From)
			}
			h = headline{}
			r.gather(&h, p.From, to, d)
		}
		for n := 0; n < below && !h.full() && layout == 0; n++ {
			next := r.after(p.To)
			if next < 0 || !r.head(next) {
				break
			}
			p.To = r.Lines[next].To
			r.gather(&h, next, p.To, d)
		}
		p.Title, p.Employer = h.named()
		p.Study = r.studied(d.Line, h)
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

// extend gives each post its lines: to the next post or heading.
func (r *reader) extend() {
	for n := range r.Posts {
		p := &r.Posts[n]
		last := len(r.Lines)
		if n+1 < len(r.Posts) {
			last = r.Posts[n+1].From
		}
		to := p.To
		for to < last && !(r.Lines[to].Kind == Heading && (r.Lines[to].Section != r.Lines[p.From].Section || r.shapes[to].level > 0 || r.opens(to))) {
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

// opens reports whether a heading is one whose words are known.
func (r *reader) opens(i int) bool { return r.section(i) != NoSection }

// opening is the line of the heading that line i stands under; -1 for none.
func (r *reader) opening(i int) int {
	for i--; i >= 0; i-- {
		if r.Lines[i].Kind == Heading && r.Lines[i].Section != NoSection && r.opens(i) {
			return i
		}
	}
	return -1
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

// head reports whether the statement at line i may be part of a headline.
func (r *reader) head(i int) bool {
	l, s := &r.Lines[i], &r.shapes[i]
	switch {
	case l.Kind == Blank, l.Kind == Contact, l.Kind == Posted, s.bullet, s.quoted:
		return false
	case l.Kind == Heading:
		return !r.opens(i) && s.last != ':' && i > 0
	case s.words > 12, s.width > 90, l.To-l.From > 1, s.parts > 3, unicode.IsLower(s.first):
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
	title  int // one more than the place of the part that is a title; 0 for none
	school bool
}

// part is one of the names in a headline.
type part struct {
	text  string
	says  role
	first bool // nothing stands before it on its line
	at    bool // behind "at"
	town  bool
}

// full reports whether both a title and an employer are named.
func (h headline) full() bool {
	title, employer := h.named()
	return title != "" && employer != "" && h.title > 0
}

// named is the title and the employer.
func (h headline) named() (title, employer string) {
	if h.title > 0 {
		title = h.parts[h.title-1].text
	}
	best := 0
	for i, p := range h.parts {
		if i == h.title-1 || p.town {
			continue
		}
		worth := 1
		switch {
		case p.at:
			worth = 6
		case p.says&ofSchool != 0 && p.says&ofTitle == 0 && h.school && h.title == 0:
			worth = 5
		case p.says&ofFirm != 0:
			worth = 4
		case p.says&ofTitle != 0:
			worth = 1
		case p.first:
			worth = 3
		default:
			worth = 2
		}
		if worth > best {
			best, employer = worth, p.text
		}
	}
	if title == "" {
		for _, p := range h.parts {
			if !p.town && p.text != employer {
				return p.text, employer
			}
		}
	}
	return title, employer
}

// gather adds what the lines name to a headline, but for the dates in them.
func (r *reader) gather(h *headline, from, to int, d *Dated) {
	for i := from; i < to; i = max(r.Lines[i].To, i+1) {
		if r.shapes[i].blank || r.shapes[i].rule {
			continue
		}
		first := true
		last := min(r.Lines[i].To, to)
		if last-i == 1 {
			r.gatherLine(h, r.shapes[i].text, r.cutDates(i, d), &first)
			continue
		}
		var b strings.Builder
		for n := i; n < last; n++ {
			if n > i {
				b.WriteByte(' ')
			}
			b.WriteString(r.cutDates(n, d))
		}
		r.gatherLine(h, b.String(), b.String(), &first)
	}
}

// cutDates is the text of a line with a bar in the place of the dates.
func (r *reader) cutDates(i int, d *Dated) string {
	s := &r.shapes[i]
	if i != d.Line || d.From < s.at || d.To > s.at+len(s.text) {
		return s.text
	}
	return s.text[:d.From-s.at] + " | " + s.text[d.To-s.at:]
}

func (r *reader) gatherLine(h *headline, whole, text string, first *bool) {
	for len(text) > 0 {
		name, rest, at := split(text)
		r.put(h, name, first, false, at)
		text = rest
	}
}

// split is the first name of a text, and what follows the sign that parts it from the next; at says that the sign was one for
// "at".
func split(text string) (name, rest string, at bool) {
	for i, c := range text {
		next := text[i:]
		switch {
		case c == ',' || c == '|' || c == '·' || c == '•' || c == ';' || c == '\t' || c == '(' || c == ')' || c == '[' || c == ']' || c == '，' || c == '（' || c == '）':
			return text[:i], strings.TrimLeft(next[len(string(c)):], " "), false
		case c == '@' && i > 0 && text[i-1] == ' ':
			return text[:i], next[1:], true
		case c != ' ':
			continue
		case strings.HasPrefix(next, "   "), strings.HasPrefix(next, " - "), strings.HasPrefix(next, " / "):
			return text[:i], next[3:], false
		case strings.HasPrefix(next, " – "), strings.HasPrefix(next, " — "):
			return text[:i], next[len(" – "):], false
		}
		for _, w := range [...]string{" at ", " bei ", " beim ", " chez ", " presso ", " bij ", " hos "} {
			if strings.HasPrefix(next, w) {
				return text[:i], next[len(w):], true
			}
		}
	}
	return text, "", false
}

// put adds a name to a headline, unless it is none: a number, how long it lasted, how it was worked.
func (r *reader) put(h *headline, name string, first *bool, at, atNext bool) {
	name = strings.Trim(name, " \u00a0*_:.-–—~·#`>")
	behind := h.behind()
	if atNext {
		defer func() {
			if n := len(h.parts); n > 0 {
				h.parts[n-1].at = h.parts[n-1].at && true
			}
			h.parts = append(h.parts, part{at: true}) // a mark, which the next name takes the place of
		}()
	}
	if behind {
		h.parts = h.parts[:len(h.parts)-1]
	}
	if name == "" || len(name) > 160 || name[0] >= '0' && name[0] <= '9' && !strings.ContainsFunc(name, unicode.IsUpper) {
		return
	}
	p := part{text: name, says: r.says(name), first: *first, at: behind || at}
	*first = false
	key := model.Fold(name)
	p.town = r.words[key]&ofLand != 0 || len(name) == 2 && strings.ToUpper(name) == name
	if p.says&ofAside != 0 && p.says&(ofTitle|ofSchool|ofFirm) == 0 {
		return
	}
	if n := len(h.parts); p.says&ofFirm != 0 && len(name) <= 7 && n > 0 && !strings.Contains(name, " ") { // "Lumen Pay, Inc."
		h.parts[n-1].says |= ofFirm
		return
	}
	if n := len(h.parts); p.town && len(name) == 2 && n > 0 && h.parts[n-1].says == 0 && !h.parts[n-1].first {
		h.parts[n-1].town = true // "Toronto, ON"
	}
	h.school = h.school || p.says&ofSchool != 0
	h.parts = append(h.parts, p)
	if p.says&ofTitle != 0 && !p.at && h.title == 0 && p.says&ofLand == 0 {
		h.title = len(h.parts)
	}
}

// behind reports whether the last part is the mark that a name behind "at" comes next.
func (h *headline) behind() bool {
	n := len(h.parts)
	return n > 0 && h.parts[n-1].text == "" && h.parts[n-1].at
}
