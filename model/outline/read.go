package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

// reader is a document on its way to be told apart.
type reader struct {
	Outline
	shapes   []shape
	anchors  []Dated // ranges and single dates, in their order
	sections map[string]Section
	words    map[string]role
	present  Month
	room     [12]part // for the names of one headline
}

// Read tells the lines of document d apart. Present is the month that "now" means in it; 0 when it is not known. The document's
// marks say whether its text is Markdown, and whether a line of it is a paragraph.
func Read(d model.Document, lines []string, present Month) Outline {
	r := reader{Outline: Outline{Lines: make([]Line, len(lines)), text: lines}, present: present, sections: sections(), words: roles()}
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

// skillful reports whether a section is made of lists.
func skillful(s Section) bool { return s == Skills || s == Languages || s == Interests }

// listed reports whether a statement is a list of names, or one of them in a section made of such.
func (r *reader) listed(i int) bool {
	s, l := &r.shapes[i], &r.Lines[i]
	text, all := s.text, *s
	for n := i + 1; n < l.To; n++ {
		x := &r.shapes[n]
		all.words, all.parts, all.upper, all.letters = all.words+x.words, all.parts+x.parts, all.upper+x.upper, all.letters+x.letters
		all.lower += x.lower
		all.last = x.last
	}
	named := 0
	if s.colon {
		named = label(text)
		if named == 0 {
			if at := strings.Index(text, "："); at > 0 && at < 40 {
				named = at
			}
		}
	}
	words := all.words
	if named > 0 {
		words -= strings.Count(text[:named], " ") + 1
	}
	items := all.parts + 1
	if skillful(l.Section) {
		switch {
		case all.parts == 0 && s.gaps == 0:
			return words <= 6 || words <= 16 && !all.sentence() && capitalised(text)
		case s.gaps > 0:
			return words <= 5*(items+s.gaps)
		}
		return words <= 4*items+2 && !(all.last == '.' && words > 3*items)
	}
	switch l.Section {
	case NoSection, Summary, Work, Projects, Study:
	default:
		return false
	}
	few := 2 // items that make a list without a label
	if named > 0 {
		few = 1
	}
	if named > 0 && r.sections[string(appendHeading(nil, text[:min(named, 60)]))] == Skills {
		return words <= 4*items+2
	}
	return all.parts > few && 2*words <= 5*items+2 && r.names(i, named) && all.last != '?' && !(all.last == '.' && named == 0) && (l.Section != Study || named > 0)
}

// capitalised reports whether no word of a text begins with a small letter.
func capitalised(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
			return false
		}
	}
	return true
}

// names reports whether more than half of the items of a list look like names, with a capital, a sign or in a script without
// capitals, and the first is no half of a sentence.
func (r *reader) names(i, from int) bool {
	items, capital, words := 0, 0, 0
	for n := i; n < r.Lines[i].To; n++ {
		begins := n == i
		for at, c := range r.shapes[n].text {
			switch {
			case n == i && at <= from && from > 0:
				continue
			case c == ' ':
				if items == 1 {
					words++
				}
				continue
			case strings.ContainsRune(",|;•·、，；◦", c):
				begins = true
				continue
			}
			if begins {
				items++
				if !unicode.IsLower(c) && !unicode.IsDigit(c) {
					capital++
				}
			}
			begins = false
		}
	}
	return 2*capital > items+1 && words <= 4
}

// The fewest short lines on end that make a list, and how many words they may have.
const (
	fewestLines = 3
	shortLine   = 4
)

// runs finds lists of one name a line.
func (r *reader) runs() {
	begun, headed := -1, false
	n := 0
	end := func(to int) {
		if n >= fewestLines && headed {
			for i := begun; i < to; i++ {
				if r.Lines[i].Kind == Told {
					r.Lines[i].Kind = Listed
				}
			}
		}
		n = 0
	}
	for i := range r.Lines {
		l, s := &r.Lines[i], &r.shapes[i]
		switch {
		case l.Kind == Blank:
		case l.Kind == Told && l.To-l.From == 1 && s.words <= shortLine && s.parts == 0 && s.gaps == 0 && !s.year && !s.sentence() && s.last != ',' && !unicode.IsLower(s.first) && l.Section != Work && l.Section != References && l.Section != Contacts && s.last != ':' && s.width < 40:
			if n == 0 {
				begun = i
			}
			n++
		default:
			end(i)
			headed = headed || l.Kind == Heading && l.Section != NoSection
		}
	}
	end(len(r.Lines))
}

// date finds the dates.
func (r *reader) date() {
	for i := range r.shapes {
		if !r.shapes[i].year {
			continue
		}
		from, single := len(r.Dates), Dated{}
		r.Dates, single = appendRanges(r.Dates, r.text[i], i, r.present)
		if from == len(r.Dates) {
			if single.To > 0 {
				r.anchors = append(r.anchors, single)
			}
			continue
		}
		r.mend(i, &r.Dates[len(r.Dates)-1])
		r.anchors = append(r.anchors, r.Dates[from:]...)
	}
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

// contact reports whether a line tells how to reach somebody or the like; head says that no heading has come yet.
func (r *reader) contact(i int, head bool) bool {
	s := &r.shapes[i]
	switch {
	case (s.mail || s.link) && addressed(s):
		return true
	case s.words > 12, s.level > 0:
		return false
	case r.Lines[i].Section == Contacts:
		return s.words <= 8
	case s.digits == 0 && !head:
		return false
	case s.digits >= 7 && r.Lines[i].Section != Publications && phone(s.text):
		return true
	case s.digits > 0 && s.words <= 8 && unicode.IsDigit(s.last) && (paged(s.text) || s.gaps > 0 && numbered(s.text)):
		return true
	case s.digits > 0 && (head || s.colon) && born(s.text):
		return true
	}
	if !head || s.bullet || s.sentence() || r.Lines[i].To-r.Lines[i].From > 1 || s.words > 8 {
		return false
	}
	if r.located(s.text) {
		return true
	}
	return s.digits >= 2 && !s.year && s.words >= 2 // a street or a postal code
}

// addressed reports whether an address is most of what a line has: other than in "built x (https://…)".
func addressed(s *shape) bool {
	if s.words <= 4 {
		return true
	}
	plain := 0
	for w := range strings.FieldsSeq(s.text[:min(len(s.text), 400)]) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) && !strings.ContainsAny(w, "@/.:") {
			plain++
		}
	}
	return plain <= 2 && !s.sentence() && s.words <= 24
}

// phone reports whether a line has a telephone number in it: seven digits on end and more with nothing but its signs between.
func phone(text string) bool {
	digits, most, year := 0, 0, false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			most = max(most, digits)
		case strings.IndexByte(" -+().", c) >= 0:
			if c == '-' && digits == 4 && i >= 4 && text[i-4] >= '1' && text[i-4] <= '2' {
				year = true
			}
		case c == '/' && digits <= 5:
		default:
			digits = 0
		}
	}
	return most >= 7 && most <= 16 && !year && (strings.HasPrefix(text, "+") || strings.ContainsAny(text, "()+-. ")) && len(Ranges(text, 0)) == 0
}

// paged reports whether a line numbers a page: "Page 2 of 3", "2/3", "John Doe – 1/2".
func paged(text string) bool {
	lower := model.Fold(text[:min(len(text), 60)])
	for _, w := range [...]string{"page", "seite", "pagina", "strona", "sida", "side", "sivu", "страница", "стр", "第"} {
		if rest, ok := strings.CutPrefix(lower, w); ok {
			rest = strings.TrimLeft(rest, " .")
			return rest != "" && rest[0] >= '0' && rest[0] <= '9'
		}
	}
	tail := strings.TrimLeft(strings.TrimRight(lower, "0123456789"), "")
	if tail == "" {
		return len(text) <= 2 // a number by itself
	}
	head := strings.TrimRight(tail, " /")
	return head != tail && strings.Contains(tail[len(head):], "/") && len(head)-len(strings.TrimRight(head, "0123456789")) <= 2 && len(lower)-len(tail) <= 2 &&
		(strings.TrimRight(head, "0123456789") == "" || strings.HasSuffix(strings.TrimRight(head, "0123456789 "), "–"))
}

// numbered reports whether a line ends with a number of up to three digits that stands apart: that of a page.
func numbered(text string) bool {
	words := strings.TrimRight(text, "0123456789")
	return len(text)-len(words) <= 3 && len(words) < len(text) && strings.HasSuffix(words, "   ")
}

// born reports whether a line says when somebody was born.
func born(text string) bool {
	var room [128]byte
	lower := string(model.AppendFold(room[:0], text[:min(len(text), 60)]))
	for _, w := range [...]string{"date of birth", "born", "birth", "dob", "geburtsdatum", "geboren", "geb.", "ne le", "nee le", "date de naissance", "fecha de nacimiento", "nacido", "nacida",
		"data di nascita", "nato il", "nata il", "data de nascimento", "geboortedatum", "data urodzenia", "дата рождения", "дата народження", "fodelsedatum", "fodselsdato", "dogum tarihi", "出生", "生年月日", "nationality", "nationalitat", "marital status", "familienstand", "age:"} {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	return false
}
