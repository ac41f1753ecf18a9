package evidence

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/model/outline"
)

// Explain says in plain sentences why a line of document d, counted from 0, is pointed at for a requirement, or why it is not. Lines
// are the document's, as Find takes them. It is empty for a line or a requirement that there is not.
func (f Finder) Explain(d model.Document, lines []string, line int, id model.RequirementID) []string {
	a := slices.IndexFunc(f.asks, func(a ask) bool { return a.id == id })
	if a < 0 || id == 0 || line < 0 || line >= len(lines) {
		return nil
	}
	if line >= len(lines)-d.Aside {
		return []string{"Nobody sees this line on the document's pages, so it speaks for nobody."}
	}
	s := f.search(d, lines)
	findings := f.Find(d, lines)
	var said []string
	for _, x := range findings.Found[id] {
		switch {
		case line < x.From || line >= x.To:
		case x.Kind == Dated:
			said = append(said, s.explainDates(x, findings.Sums[id]))
		default:
			said = append(said, s.explainFound(a, x)...)
		}
	}
	if said == nil {
		return s.explainSilence(a, line, findings.Found[id])
	}
	return said
}

// explainFound says what each term of a statement speaks to, and how it counts.
func (s *search) explainFound(a int, x Found) []string {
	at := s.statementOf(x.Line)
	s.head(at)
	s.read(at)
	var said []string
	for _, m := range s.chosen(a) {
		if sentence := s.explainTerm(m); !slices.Contains(said, sentence) {
			said = append(said, sentence)
		}
	}
	if x.Kind == Listed {
		said = append(said, "It is a list of skills: it says that a word is known, and counts less than work that is told of.")
	}
	if s.aside() < 1 {
		said = append(said, "It stands aside of work, among studies, prizes, pastimes or references, and counts less.")
	}
	if x.Place != "" {
		said = append(said, fmt.Sprintf("It stands under %s.", x.Place))
	}
	return said
}

// explainTerm says what the words of a mark are and what they speak to: “Axum” (Rust web framework) speaks to Rust.
func (s *search) explainTerm(m mark) string {
	first, last := s.words[m.first], s.words[m.last]
	text := s.span(first, last)
	if text == "" {
		text = s.lines[first.line][first.from:] + " " + s.lines[last.line][:last.to]
	}
	speaks := m.way
	if way := strings.Split(m.way, " → "); len(way) > 1 {
		speaks = way[len(way)-1] + " by way of " + strings.Join(way[:len(way)-1], ", ")
	}
	switch {
	case m.way == ownTerm:
		return fmt.Sprintf("“%s” is a term of your own.", text)
	case m.standing:
		return fmt.Sprintf("It stands in a part of the document that speaks to %s.", speaks)
	case m.entry < 0:
		return fmt.Sprintf("“%s” is a word of the requirement.", text)
	}
	e := s.reader.entries[m.entry]
	gloss := ""
	if e.gloss != "" {
		gloss = " (" + e.gloss + ")"
	}
	switch own := e.has(text); {
	case own && strings.EqualFold(text, e.name):
		return fmt.Sprintf("“%s”%s speaks to %s.", text, gloss, speaks)
	case own:
		return fmt.Sprintf("“%s” is another word for %s%s: it speaks to %s.", text, e.name, gloss, speaks)
	default:
		return fmt.Sprintf("“%s” is a sign of %s%s: it speaks to %s.", text, e.name, gloss, speaks)
	}
}

// has reports whether words are one of the names of an entry.
func (e entry) has(text string) bool {
	var stems []string
	for _, w := range words(text) {
		stems = append(stems, w.stem)
	}
	return slices.ContainsFunc(e.asked, func(p phrase) bool { return slices.Equal(p.stems, stems) })
}

// explainDates says how the dates of a post, or the years that a statement names, count.
func (s *search) explainDates(x Found, sum Sum) string {
	asked := x.Terms[0].Why
	for _, r := range sum.Ranges {
		if r.Line == x.Line && r.From == x.Terms[0].From {
			return fmt.Sprintf("“%s” are the dates of a post: they count towards the %s that are asked for.", x.Terms[0].Text, asked)
		}
	}
	return fmt.Sprintf("“%s” says how long somebody did it: %s are asked for.", x.Terms[0].Text, asked)
}

// statementOf is the statement that a line is part of.
func (s *search) statementOf(line int) statement {
	for at := range s.statements {
		if at.from <= line && line < at.to {
			return at
		}
	}
	return statement{from: line, to: line + 1}
}

// explainSilence says why a line is not pointed at for an ask for which those statements are.
func (s *search) explainSilence(a, line int, found []Found) []string {
	switch s.outline.Lines[line].Kind {
	case outline.Blank:
		return []string{"There is nothing in this line."}
	case outline.Heading:
		return []string{"It is a heading, and a heading tells of nothing done."}
	case outline.Contact:
		return []string{"It is a line of contacts."}
	}
	at := s.statementOf(line)
	s.head(at)
	s.read(at)
	if len(s.marks[a]) == 0 {
		for _, w := range s.words[s.starts[at.from]:s.starts[at.to]] {
			if w.own {
				return []string{"These are the posting's own words: they say what is asked for, not what was done."}
			}
		}
		return []string{"None of the words that speak to this requirement stand in it. The finder misses things."}
	}
	var said []string
	for _, m := range s.chosen(a) {
		if sentence := s.explainTerm(m); !slices.Contains(said, sentence) {
			said = append(said, sentence)
		}
	}
	sum, _ := s.weigh(a)
	switch subject := s.asks[a].subject; {
	case !s.enough(sum):
		return append(said, "That alone is too little to be pointed at.")
	case len(found) == 0 && subject != 0:
		return append(said, fmt.Sprintf("Nothing in the document speaks to %s, which it is asked of.", s.asks[a].names(subject)))
	case slices.ContainsFunc(found, func(x Found) bool { return s.lines[x.From] == s.lines[at.from] }):
		return append(said, "The same words are pointed at already.")
	case len(found) >= most:
		return append(said, fmt.Sprintf("%d stronger statements are pointed at, which is the most.", most))
	default:
		return append(said, "Stronger statements are pointed at, and beside them it says little.")
	}
}
