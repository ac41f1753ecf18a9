package evidence

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"candid/model/outline"
	"candid/model/pattern"
)

// address matches what stands on lines of contacts: mail addresses, links, and names of sites with a path.
var address = pattern.New(`(?i)\S+@\S+|\b(?:https?://|www\.)\S+|\b(?:github|gitlab|linkedin|twitter|x|medium|stackoverflow)\.(?:com|org)/\S*`)

// search is what a Finder notes while it reads a statement of a document.
type search struct {
	Finder
	document
	at      statement
	of      string   // the employer that the statement's post names; "" in statements that name none
	heading int      // the line of the heading above the statement
	below   []hit    // what it makes all speak to that stands below it
	marks   [][]mark // by ask
	touched []int    // the asks that have marks
	said    []float64
}

// mark is a phrase that stands in the statement and speaks to a want.
type mark struct {
	hit
	first, last int  // words of the document
	apart       bool // other words stand between the two
}

// read marks what speaks to anything in the statement; false when nothing does.
func (s *search) read(at statement) bool {
	for _, a := range s.touched {
		s.marks[a] = s.marks[a][:0]
	}
	s.touched, s.at, s.of = s.touched[:0], at, ""
	if at.kind == outline.Posted && at.post >= 0 {
		s.of = s.outline.Posts[at.post].Employer
	}
	from, to := s.starts[at.from], s.starts[at.to]
	for i := from; i < to; i++ {
		w := s.words[i]
		if w.own || w.address {
			continue
		}
		if w.joined != 0 {
			for _, p := range s.first[w.joined] {
				if len(p.rest) == 0 && p.exact == "" {
					s.note(p, i, i+1)
				}
			}
		}
		if w.id == 0 {
			continue
		}
		for _, p := range s.first[w.id] {
			if p.apart {
				if last := s.apart(i, to, p.rest[0]); last > 0 {
					s.note(p, i, last)
				}
				continue
			}
			if last := i + len(p.rest); last < to && s.follow(i+1, p.rest) && (p.exact == "" || p.written(s.span(w, s.words[last]))) {
				s.note(p, i, last)
			}
		}
	}
	s.standing(from, to)
	return len(s.touched) > 0
}

// fewest is how many words a statement has to have to speak by where it stands: "July 2023" does not.
const fewest = 3

// standing marks the words of the statement's first line, from one to another, for all that its section speaks to.
func (s *search) standing(from, to int) {
	hits := s.sections[s.at.section]
	if len(hits) == 0 {
		hits = s.below
	}
	if len(hits) == 0 || to-from < fewest || s.words[from].own || !s.begins(from, to) {
		return
	}
	last := from
	for last+1 < to && s.words[last+1].line == s.words[from].line && !s.words[last+1].own {
		last++
	}
	s.note(spoken{hits: hits}, from, s.closed(from, last))
}

// closed is the last of some words of a line without what a bracket ends them with: the "(2011" of "A handbook of tills (2011)".
func (s *search) closed(from, last int) int {
	first, end := s.words[from], s.words[last]
	text := s.lines[first.line][first.from:end.to]
	open := strings.LastIndexAny(text, "([")
	if open <= 0 || strings.ContainsAny(text[open:], ")]") {
		return last
	}
	for last > from && int(s.words[last].from-first.from) > open {
		last--
	}
	return last
}

// head notes what the heading above a statement speaks to, which the statement does as well: what stands below "Open source" is open
// source. It is asked for each statement, and reads a heading once.
func (s *search) head(at statement) {
	line := at.heading
	if line == s.heading {
		return
	}
	s.heading, s.below = line, nil
	switch s.outline.Lines[line].Section {
	case outline.Work, outline.Summary, outline.Skills, outline.Study:
		return
	}
	if line == 0 {
		return
	}
	s.read(statement{from: line, to: line + 1})
	for _, a := range s.touched {
		for _, m := range s.marks[a] {
			if m.weight >= sign {
				m.weight *= sign
				m.standing = true
				s.below = append(s.below, m.hit)
			}
		}
	}
}

// follow reports whether the words from place i on are those numbers.
func (s *search) follow(i int, ids []int32) bool {
	for k, id := range ids {
		if w := s.words[i+k]; w.id != id || w.own || w.address {
			return false
		}
	}
	return true
}

// mostMarks is how many marks of a statement are noted for one ask. They are weighed against each other, so that a line of megabytes
// made of nothing else would hold the program up for hours.
const mostMarks = 500

// ofEmployer is what is left of the weight of words that are an employer's name: Harbour Networks may sell shoes.
const ofEmployer = 0.5

func (s *search) note(p spoken, first, last int) {
	employer := s.of != "" && strings.Contains(s.of, s.span(s.words[first], s.words[last]))
	for _, h := range p.hits {
		if employer {
			h.weight *= ofEmployer
		}
		switch len(s.marks[h.ask]) {
		case 0:
			s.touched = append(s.touched, h.ask)
		case mostMarks:
			continue
		}
		s.marks[h.ask] = append(s.marks[h.ask], mark{h, first, last, p.apart})
	}
}

// inBrackets is what words count that speak to a thing by way of another, where they stand among others in brackets: "the platform
// (Kafka, RDS, S3)" tells of a platform.
const inBrackets = 0.25

// again is what words count for the second and third thing they speak to.
const again = 0.25

// weigh is how much the statement says to an ask, and the line of it that says most.
func (s *search) weigh(a int) (sum float64, line int) {
	marks, wants := s.marks[a], s.asks[a].wants
	worth := func(m mark) float64 { return wants[m.want].weight * m.weight }
	// The strongest first, so that words which speak to several things count whole for the one they speak to most.
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last), cmp.Compare(a.want, b.want))
	})
	s.said = append(s.said[:0], make([]float64, s.at.to-s.at.from)...)
	for i, m := range marks {
		worth, more, taken := worth(m), 0, false
		for _, n := range marks[:i] {
			if n.want == m.want {
				more++
			}
			taken = taken || n.want != m.want && n.shares(m)
		}
		switch {
		case more > 3:
			worth = 0
		case more > 0:
			worth *= 0.2
		case taken:
			worth *= again
		}
		if m.weight < same && s.at.kind != outline.Listed && s.enumerated(m) {
			worth *= inBrackets
		}
		sum += worth
		s.said[int(s.words[m.first].line)-s.at.from] += worth
	}
	best := 0
	for i, w := range s.said {
		if w > s.said[best] {
			best = i
		}
	}
	return sum, s.at.from + best
}

// What a statement counts where nothing is told of work done: a list says only that a word was known, and the line of a post names
// it. In the sections aside of work, of schools, prizes and pastimes, things are met by name.
const (
	ofListed = 0.8
	ofPosted = 0.8
	ofAside  = 0.7
)

// leastSum is the sum of weights below which a statement is not worth pointing at: what is only hinted at is not.
const leastSum = 0.5

// aside is what the section that the statement stands in leaves of a sum of weights.
func (s *search) aside() float64 {
	switch s.at.section {
	case outline.Study, outline.Awards, outline.Interests, outline.References, outline.Languages:
		return ofAside
	}
	return 1
}

// enough reports whether a sum of weights is worth pointing at.
func (s *search) enough(sum float64) bool { return sum*s.aside() >= leastSum }

// noSubject is what is left of a statement's strength that shows nothing of what the requirement asks all else of.
const noSubject = 0.7

// strength is how strongly a sum of weights speaks to an ask, in the kind of statement and the section that it stands in.
func (s *search) strength(a int, sum float64) float64 {
	sum *= s.aside()
	switch s.at.kind {
	case outline.Listed:
		sum *= ofListed
	case outline.Posted:
		if s.at.section != outline.Publications && s.at.section != outline.Talks && s.at.section != outline.Certificates { // where the line of an entry is all that is told of it
			sum *= ofPosted
		}
	}
	strength := 1 - math.Exp(-sum)
	if subject := s.asks[a].subject; subject != 0 && s.covers(a)&subject == 0 {
		strength *= noSubject
	}
	return strength
}

// covers is a bit for each of an ask's wants that the statement speaks to, those that it only hints at left out where there are others;
// the wants past the 64th share the last.
func (s *search) covers(a int) uint64 {
	var covers, hinted uint64
	for _, m := range s.marks[a] {
		if m.weight >= sign {
			covers |= 1 << min(m.want, 63)
		} else {
			hinted |= 1 << min(m.want, 63)
		}
	}
	if covers == 0 {
		return hinted
	}
	return covers
}

// chosen is the marks for an ask that are shown, in the order of the document: the longest where they overlap.
func (s *search) chosen(a int) []mark {
	marks, wants := s.marks[a], s.asks[a].wants
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last),
			cmp.Compare(wants[b.want].weight*b.weight, wants[a.want].weight*a.weight), cmp.Compare(a.want, b.want))
	})
	var chosen []mark
	end := -1
	for _, m := range marks {
		if m.apart && slices.ContainsFunc(marks, func(n mark) bool { return !n.apart && n.first <= m.last && m.first <= n.last }) {
			continue // what stands between its words is said better by those
		}
		if m.first <= end {
			if m.last <= end || !pair(s.text(s.words[m.first])) {
				continue
			}
			m.first = end + 1 // of characters, which the mark before ran into
		}
		chosen = append(chosen, m)
		end = m.last
	}
	return chosen
}

// terms is the chosen marks for an ask as terms.
func (s *search) terms(a int) []Term {
	var terms []Term
	for _, m := range s.chosen(a) {
		terms = s.term(terms, m.first, m.last, m.way)
	}
	return terms
}

// term adds the words from one to another, which may go over the end of a line. Characters that follow each other are one term.
func (s *search) term(terms []Term, first, last int, way string) []Term {
	for first <= last {
		w := s.words[first]
		end := first
		for end < last && s.words[end+1].line == w.line {
			end++
		}
		t := Term{From: int(w.from), To: int(s.words[end].to), Why: way, Line: int(w.line)}
		if n := len(terms) - 1; n >= 0 && terms[n].Line == t.Line && terms[n].To == t.From && pair(s.text(w)) {
			t.From, t.Why = terms[n].From, longer(terms[n].Why, way)
			terms = terms[:n]
		}
		t.Text = s.lines[t.Line][t.From:t.To]
		terms, first = append(terms, t), end+1
	}
	return terms
}

// longer is a why that goes on with the last character of the next: of two characters each, the next one by the first of them.
func longer(why, next string) string {
	if _, size := utf8.DecodeLastRuneInString(next); pair(next) && !strings.Contains(next, "→") {
		return why + next[len(next)-size:]
	}
	return why
}
