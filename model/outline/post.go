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
		if !h.full() && !(len(h.parts) > 0 && r.won(d)) {
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
		if worked(r.Lines[from].Section) || len(h.parts) == 0 {
			r.under(&p, &h, layout, next)
		}
		if len(h.parts) == 0 && layout == 0 { // nothing beside the dates nor below them: another layout
			for range r.over(from, max(end, head), above) {
				p.From = r.before(p.From)
			}
			r.gather(&h, p.From, to, d)
		}
		p.Title, p.Employer = h.named()
		switch l := r.Lines[d.Line].Section; {
		case len(h.parts) == 0:
		case l == Certificates:
			p.Title, p.Employer = h.parts[0].text, ""
		case l == Awards:
			p.Title, p.Employer = h.won(), ""
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

// worked reports whether the entries of a section name two things, a title and an employer or the like of them; in the others what
// stands below the first line tells of it.
func worked(s Section) bool { return s != Projects && s != Certificates && s != Awards && s != Talks }

// won reports whether the line of a date tells all of an award or a certificate: what it is called stands behind its year.
func (r *reader) won(d *Dated) bool {
	s := r.Lines[d.Line].Section
	return (s == Awards || s == Certificates) && leads(r.text[d.Line], d.From)
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
		r.giveBack(n)
	}
}

// giveBack returns what follows to the post above, where post n is one of its bullets: "• Teaching assistant (2019 – 2021)".
func (r *reader) giveBack(n int) {
	p := &r.Posts[n]
	if n == 0 || !r.shapes[p.From].bullet || p.From == 0 || r.shapes[p.From-1].blank {
		return
	}
	outer := r.Lines[p.From-1].Post
	if outer < 0 || r.shapes[r.Posts[outer].From].bullet || r.Lines[p.From-1].Kind == Posted {
		return
	}
	for i := r.Lines[p.From].To; i < p.To; i++ {
		if s := &r.shapes[i]; s.bullet && s.hang <= r.shapes[p.From].hang && r.Lines[i].Kind != Posted {
			for n := i; n < p.To; n++ {
				r.Lines[n].Post = outer
			}
			p.To = i
			return
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
	case last == '.' && pointed(r.text[d.Line][:d.From], r.text[d.Line][d.To:]):
		return words <= headWords
	case last == '.' || last == ';' || last == ',':
		return words <= 6 && (beginning || strings.ContainsRune(",(–—-|:", signBefore(r.text[d.Line][:d.From])))
	case beginning || ending || s.gaps > 0 || barred(s):
		return words <= headWords || s.gaps > 0 || barred(s)
	}
	before, after := r.text[d.Line][:d.From], r.text[d.Line][d.To:]
	return words <= headWords && (strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") || strings.HasPrefix(after, ")")) ||
		words <= 10 && (strings.HasSuffix(strings.TrimRight(before, " *_"), ",") || strings.Contains(after, ",") || strings.HasPrefix(after, ":"))
}

// pointed reports whether points part what stands before and after the dates of a headline from them: "Lumen Pay, Guelph. 2019 – 2021.
// Engineer."
func pointed(before, after string) bool {
	return strings.HasSuffix(strings.TrimRight(before, " "), ".") && strings.HasPrefix(after, ".")
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
	sign := signBefore(before)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \t_*"))
	apart := before == "" || strings.ContainsRune(",|(–—-·•:", sign) || strings.HasSuffix(before, "   ") || strings.HasSuffix(before, "\t")
	short := len(after) <= 2 || strings.ContainsRune("|)·•", next) || before == "" && (strings.ContainsRune("–—-,:", next) || s.words <= 8 && unicode.IsUpper(next)) || strings.HasPrefix(after, "   ") || after[0] == '\t'
	return apart && short
}

// signBefore is the last character of what stands before a date, but for blanks and emphasis.
func signBefore(text string) rune {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " \t_*"))
	return last
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
		if l.Section == Work && (l.Kind == Told || l.Kind == Listed || l.Kind == Heading) && l.To-l.From == 1 && r.head(i) && s.words <= 8 && r.says(s.text)&ofTitle != 0 {
			l.Kind = Posted
		}
	}
}
