package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	if named > 0 && r.sections[string(appendHeading(nil, text[:min(named, 60)]))]&^loud == Skills {
		return words <= 4*items+2
	}
	if named == 0 && all.parts == few && words <= 3*items && !strings.ContainsAny(text, ",;，；、。") && r.says(text)&ofTitle == 0 {
		few-- // "Go | Postgres | Kafka"
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
