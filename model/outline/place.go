package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The widest place, in cells.
const widestPlace = 40

// Place says where a line stands: "Lumen Pay, 2021 – now" where it belongs to a post, or else the heading that it stands under, as
// the document has it; "" when the document does not tell. It takes 40 cells at most.
func (o Outline) Place(line int) string {
	if line < 0 || line >= len(o.Lines) {
		return ""
	}
	if n := o.Lines[line].Post; n >= 0 {
		if place := o.Posts[n].place(); place != "" {
			return place
		}
	}
	for i := line; i >= 0; i-- {
		if l := o.Lines[i]; l.Kind == Heading && (i < line) && (l.Section != NoSection || o.headed(i)) {
			return fit(o.headline(i), widestPlace)
		}
	}
	return ""
}

// headed reports whether a heading whose words are not known is that of a part of the document, and not the name at its top.
func (o Outline) headed(i int) bool {
	for i--; i >= 0; i-- {
		if o.Lines[i].Kind == Heading {
			return true
		}
	}
	return false
}

// headline is the words of a heading, without its marks and without a rule drawn beside them: "SKILLS ------".
func (o Outline) headline(i int) string {
	var s shape
	s.read(o.text[i], true)
	text := s.text
	if spaced(&s) {
		text = unspace(text)
	}
	return strings.Trim(text, " \u00a0*_:：-=~–—─━═")
}

// place is whose lines a post's are, and from when to when.
func (p Post) place() string {
	years := ""
	if p.HasDates {
		from, last := p.Dates.From.Year(), (p.Dates.To - 1).Year()
		switch years = strconv.Itoa(from); {
		case p.Dates.Open:
			years += " – now"
		case last > from:
			years += " – " + strconv.Itoa(last)
		}
	}
	if p.year > 0 {
		years = strconv.Itoa(p.year)
	}
	name := p.Employer
	if name == "" {
		name = p.Title
	}
	switch {
	case name == "":
		return years
	case years == "", strings.HasSuffix(name, " "+years): // "Harbour Days 2019"
		return fit(name, widestPlace)
	}
	return fit(name, widestPlace-2-utf8.RuneCountInString(years)) + ", " + years
}

// fit is as much of a text as so many cells hold.
func fit(text string, most int) string {
	width, fits := 0, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if width += cells(r); width > most {
			return strings.TrimRight(text[:fits], " ,.-–") + "…"
		}
		if i += size; width < most {
			fits = i
		}
	}
	return text
}
