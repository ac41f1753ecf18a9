package outline

import (
	"strings"

	"candid/model"
)

// reader is a document on its way to be told apart.
type reader struct {
	Outline
	shapes   []shape
	anchors  []Dated // ranges and single dates, in their order
	sections map[string]Section
	words    map[string]role
	dates    map[string]word
	present  Month
	room     [12]part // for the names of one headline
}

// Read tells the lines of document d apart. Present is the month that "now" means in it; 0 when it is not known. The document's
// marks say whether its text is Markdown, and whether a line of it is a paragraph.
func Read(d model.Document, lines []string, present Month) Outline {
	r := reader{Outline: Outline{Lines: make([]Line, len(lines)), text: lines}, present: present, sections: sections(), words: roles(), dates: dateWords()}
	for i := range r.Lines {
		r.Lines[i] = Line{From: i, To: i + 1, Post: -1}
	}
	shown := max(0, len(lines)-max(0, d.Aside))
	r.Lines, r.shapes = r.Lines[:shown], make([]shape, shown)
	for i := range r.shapes {
		r.shapes[i].read(lines[i], d.Marked())
	}
	r.open()
	if !d.Flowing {
		r.wrap()
	}
	r.state()
	r.carry()
	r.judge()
	r.date()
	r.post()
	r.Lines = r.Lines[:len(lines)]
	return r.Outline
}

// open finds the headings whose words are known.
func (r *reader) open() {
	for i := range r.Lines {
		l := &r.Lines[i]
		s := &r.shapes[i]
		if s.blank || s.rule {
			l.Kind = Blank
			continue
		}
		if l.Section = r.section(i); l.Section != NoSection {
			l.Kind, s.opens = Heading, true
		} else {
			l.Section = r.beside(s)
		}
	}
}

// carry gives each line the section that it stands in. A heading of Markdown that is not known ends the section if it is of its
// level.
func (r *reader) carry() {
	now, level := NoSection, 0
	for i := range r.Lines {
		l, s := &r.Lines[i], &r.shapes[i]
		switch {
		case l.Kind == Heading:
			if level > 0 && s.level > level { // a part of the section
				l.Section = now
				continue
			}
			now, level = l.Section, s.level
		case l.Section != NoSection:
			now, level = l.Section, 0
		case s.level > 0 && s.level <= level:
			now, level = NoSection, 0
		}
		l.Section = now
	}
}

// judge gives each line its kind, as far as its own shape and its section tell.
func (r *reader) judge() {
	head, top := true, true
	for i := range r.Lines {
		l, s := &r.Lines[i], &r.shapes[i]
		if l.Kind == Heading {
			head, top = false, false
		}
		if l.Kind != Told {
			continue
		}
		switch {
		case r.contact(i, head):
			l.Kind = Contact
		case head && s.words <= 6 && !s.bullet && !s.sentence() && l.To == i+1 && r.says(s.text)&ofTitle != 0:
			l.Kind = Posted
		case top && r.name(i), r.headed(i):
			l.Kind = Heading
		case l.From == i:
			if r.listed(i) {
				l.Kind = Listed
			}
		default:
			l.Kind = r.Lines[l.From].Kind
			if l.Kind != Listed {
				l.Kind = Told
			}
		}
		top = top && (l.Kind == Contact || s.digits > 0 && s.words <= 6)
	}
	r.runs()
}

// name reports whether a line may be the name at the top.
func (r *reader) name(i int) bool {
	s := &r.shapes[i]
	if s.words > 5 || s.words < 2 && s.upper < s.letters || s.letters < 2 || s.digits > 0 || s.parts > 0 || s.bullet || s.sentence() || s.last == ',' || r.Lines[i].To > i+1 {
		return false
	}
	return s.upper >= s.words || s.upper+s.lower == 0 && s.words == 1
}

// headed reports whether a line whose words are not known is a heading all the same.
func (r *reader) headed(i int) bool {
	s := &r.shapes[i]
	switch {
	case s.level > 0:
		return true
	case s.bullet || s.words > 8 || r.Lines[i].To-r.Lines[i].From > 1:
		return false
	case s.bold:
		return s.digits == 0
	case i+1 < len(r.shapes) && r.shapes[i+1].rule && s.digits == 0 && (i == 0 || r.shapes[i-1].blank) && strings.ContainsAny(r.shapes[i+1].text[:1], "-="):
		return true // underlined
	case s.last == ':' || s.last == '：':
		return s.words <= 5
	case s.capitals() && s.digits == 0 && s.parts <= 1 && !s.sentence():
		return !skillful(r.Lines[i].Section) || s.words > 1 || s.letters > 5
	}
	return false
}

// date finds the dates.
func (r *reader) date() {
	for i := range r.shapes {
		if !r.shapes[i].year {
			continue
		}
		from, single := len(r.Dates), Dated{}
		r.Dates, single = appendRanges(r.Dates, r.text[i], i, r.present)
		if from == len(r.Dates) || r.column(single) {
			if single.To > 0 {
				r.anchors = append(r.anchors, single)
			}
			continue
		}
		r.mend(i, &r.Dates[len(r.Dates)-1])
		r.anchors = append(r.anchors, r.Dates[from:]...)
	}
}

// column reports whether a date that is no range stands in a column of such at the left, so that the dates behind it are of what is
// told: "2021 | Organiser, Harbour Days 2019–2020".
func (r *reader) column(d Dated) bool {
	if d.To == 0 || !leads(r.text[d.Line], d.From) {
		return false
	}
	after := r.text[d.Line][d.To:]
	return strings.HasPrefix(after, "   ") || strings.HasPrefix(strings.TrimLeft(after, " "), "|")
}

// mend reads a range on that a line's end breaks off: "2015 –" with "2019" below it, "2015 – настоящее" with "время".
func (r *reader) mend(i int, d *Dated) {
	l := &r.Lines[i]
	if !d.Range.Open || d.To < r.shapes[i].at+len(r.shapes[i].text) || i+1 == len(r.shapes) || r.shapes[i+1].blank || l.More {
		return
	}
	next := &r.shapes[i+1]
	first, _, _ := strings.Cut(next.text[:min(60, len(next.text))], ",")
	whole := Ranges(r.text[i][d.From:d.To]+" "+strings.ToValidUTF8(first, ""), r.present)
	if len(whole) != 1 || whole[0].To <= d.To-d.From+1 {
		return
	}
	d.Range = whole[0].Range
	next.date = min(whole[0].To-(d.To-d.From)-1, len(next.text))
	if l.To == i+1 && i-l.From < headLines && r.Lines[i+1].To == i+2 && r.Lines[i+1].Kind == Told { // the lines are one statement after all
		l.More, l.To = true, i+2
		r.Lines[i+1].From = l.From
		for n := l.From; n < i; n++ {
			r.Lines[n].To = i + 2
		}
	}
}
