package office

import (
	"strconv"
	"strings"

	"candid/model"
	"candid/store/intake/content"
)

// sheet is a document while it is read.
type sheet struct {
	head, body, foot, notes []block

	asides     []aside
	wholly     int // the last paragraph that is unseen as a whole
	links      []string
	runs       []run
	titles     []string
	paragraphs int // so far, of the body, that hold words
	count      int // of notes
	words      int // bytes so far
	pieces     int // paragraphs and cells so far
	problem    *model.Problem
}

// aside is words that nobody sees, line by line, and their place.
type aside struct {
	place string
	lines []string
}

// piece counts a paragraph or a cell. It reports whether there may be one more.
func (s *sheet) piece() bool {
	if s.pieces++; s.pieces > maxPieces && s.problem == nil {
		s.problem = tooMuch()
	}
	return s.problem == nil
}

// link keeps where a link leads.
func (s *sheet) link(target string) {
	target = strings.TrimSpace(target)
	scheme, rest, ok := strings.Cut(target, ":")
	if !ok || rest == "" || len(target) > 2000 || len(s.links) >= maxLinks {
		return
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		s.links = append(s.links, target)
	}
}

// conceal keeps words that nobody sees. whole says that their paragraph has no others.
func (s *sheet) conceal(place, text string, whole bool) {
	if place == "" {
		place = "paragraph " + strconv.Itoa(s.paragraphs)
		if whole && s.wholly == s.paragraphs-1 && s.wholly > 0 {
			last := &s.asides[len(s.asides)-1]
			last.lines = append(last.lines, text)
			s.wholly = s.paragraphs
			return
		}
		if whole {
			s.wholly = s.paragraphs
		}
	} else if n := len(s.asides); n > 0 && s.asides[n-1].place == place {
		s.asides[n-1].lines = append(s.asides[n-1].lines, text)
		return
	}
	s.asides = append(s.asides, aside{place, []string{text}})
}

// note opens a note: its number, and the flow that its paragraphs go to.
func (s *sheet) note() (reference string, f *flow) {
	if s.count++; s.count > maxNotes && s.problem == nil {
		s.problem = tooMuch()
	}
	reference = "[" + strconv.Itoa(s.count) + "]"
	return reference, &flow{sheet: s, place: "note " + strconv.Itoa(s.count)}
}

// noted closes a note: its reference goes before its first line.
func (s *sheet) noted(reference string, f *flow) {
	blocks := f.close()
	for i := range blocks {
		if len(blocks[i].lines) > 0 {
			blocks[i].lines[0] = reference + " " + strings.TrimSpace(blocks[i].lines[0])
			s.notes = append(s.notes, blocks[i:]...)
			return
		}
	}
}

// document is what was read.
func (s *sheet) document() (content.Document, error) {
	if s.problem != nil {
		return content.Document{}, s.problem
	}
	var out []string
	for _, part := range [][]block{s.head, s.body, s.notes, s.foot} {
		if lines := render(part); len(lines) > 0 {
			if len(out) > 0 {
				out = append(out, "")
			}
			out = append(out, lines...)
		}
	}
	text := strings.Join(out, "\n")
	var asides []content.Aside
	for _, a := range s.asides {
		asides = append(asides, content.Aside{Why: content.Unseen, Place: a.place, Text: strings.Join(a.lines, "\n")})
	}
	return content.Document{Text: text, Flowing: true, Aside: asides, Large: s.large(), Links: unsaid(s.links, text)}, nil
}

// unsaid is the links that a text does not hold itself, each once.
func unsaid(links []string, text string) []string {
	if len(links) == 0 {
		return nil
	}
	bare := strings.NewReplacer(" ", "", "\n", "", "-", "", "(", "", ")", "", "\u00ad", "", "\u00a0", "", "\u2011", "")
	text = bare.Replace(strings.ToLower(text))
	known := map[string]bool{}
	var out []string
	for _, link := range links {
		words := strings.ToLower(link)
		for _, prefix := range []string{"mailto:", "tel:", "https://", "http://", "www."} {
			words = strings.TrimPrefix(words, prefix)
		}
		words, _, _ = strings.Cut(words, "?subject=")
		words = bare.Replace(strings.TrimSuffix(words, "/"))
		if !known[words] && words != "" && !strings.Contains(text, words) {
			out = append(out, link)
		}
		known[words] = true
	}
	return out
}
