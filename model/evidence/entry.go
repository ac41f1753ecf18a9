package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/outline"
)

// begins reports whether the statement of the words from one to another begins an entry of its section, a paper, a talk, and is not what
// is told below it: its authors, where it came out, bullets that tell what it is about.
func (s *search) begins(from, to int) bool {
	text := s.lines[s.at.from]
	n, _ := outline.Bullet(strings.TrimLeft(text, " \t"))
	if first, _ := utf8.DecodeRuneInString(text[s.words[from].from:]); unicode.IsLower(first) || s.people(from, to) || s.numbers(from, to) {
		return false
	}
	above := s.at.from - 1
	blank := false
	for above >= 0 && s.outline.Lines[above].Kind == outline.Blank {
		above, blank = above-1, true
	}
	if above < 0 || s.outline.Lines[above].Kind == outline.Heading || s.outline.Lines[above].Section != s.at.section {
		return true
	}
	above = s.outline.Lines[above].From
	over, _ := outline.Bullet(strings.TrimLeft(s.lines[above], " \t"))
	if n > 0 {
		return over > 0 && !s.belowLine(above)
	}
	return blank || over > 0 || s.year(s.starts[above], s.starts[s.at.from])
}

// year reports whether one of the words is a year.
func (s *search) year(from, to int) bool {
	for _, w := range s.words[from:to] {
		if text := s.text(w); len(text) == 4 && (text[:2] == "19" || text[:2] == "20") && number(text) {
			return true
		}
	}
	return false
}

// mostBullets is how many lines above a bullet are looked through for what it may tell of.
const mostBullets = 12

// belowLine reports whether the bullets that go up from a line begin below a line without one, and tell of that.
func (s *search) belowLine(line int) bool {
	for last := line - mostBullets; line >= 0 && line > last; line-- {
		switch l := s.outline.Lines[line]; l.Kind {
		case outline.Heading:
			return false
		case outline.Blank:
		default:
			line = min(line, l.From)
			if n, _ := outline.Bullet(strings.TrimLeft(s.lines[line], " \t")); n == 0 {
				return true
			}
		}
	}
	return false
}

// people reports whether words are a list of names: of who wrote a paper.
func (s *search) people(from, to int) bool {
	names, length := 1, 0
	for i := from; i < to; i++ {
		w := s.words[i]
		text := s.text(w)
		if i > from && s.words[i-1].line == w.line && strings.ContainsAny(s.lines[w.line][s.words[i-1].to:w.from], ",;&") || text == "and" {
			names, length = names+1, 0
		}
		if text == "and" {
			continue
		}
		if length++; length > 3 {
			return false
		}
		if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) {
			return false
		}
	}
	return names > 1
}

// numbers reports whether more of the words begin with a digit than do not: a date, a number by which a paper is found.
func (s *search) numbers(from, to int) bool {
	digits := 0
	for i := from; i < to; i++ {
		if c := s.text(s.words[i])[0]; '0' <= c && c <= '9' {
			digits++
		}
	}
	return 2*digits >= to-from
}
