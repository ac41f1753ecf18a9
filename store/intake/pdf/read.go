package pdf

import (
	"fmt"
	"slices"
	"strings"

	"candid/store/intake/content"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

var tooLong = problem(fmt.Sprintf("too long: more than %d characters", maxChars), "ask for the resume alone", nil)

// read gives the text of an open document.
func read(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT, fast bool) (content.Document, error) {
	var d content.Document
	n, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return d, err
	}
	switch {
	case n.PageCount < 1:
		return d, problem("no pages", "ask for it again, or for another format", nil)
	case n.PageCount > maxPages:
		return d, problem(fmt.Sprintf("too many pages: %d, and %d at most are read", n.PageCount, maxPages), "ask for the resume alone", nil)
	}
	d.Pages = n.PageCount
	var text []string
	chars, drawn := maxChars, 0
	for i := range n.PageCount {
		s, err := openSheet(lib, doc, i, chars)
		if err != nil {
			return d, err
		}
		lines, aside, err := s.lines(fast)
		for _, r := range s.runs {
			chars -= r.count
		}
		drawn += len(s.runs)
		s.close()
		if err != nil {
			return d, err
		}
		if len(aside) > 0 {
			d.Aside = append(d.Aside, content.Aside{Why: content.Unseen, Place: fmt.Sprintf("page %d", i+1), Text: strings.Join(aside, "\n")})
		}
		if len(lines) > 0 && len(text) > 0 {
			text = append(text, "")
		}
		text = append(text, lines...)
	}
	switch {
	case drawn == 0:
		return d, problem("no text layer: a scan or a picture", "ask for the document it was made from, or run OCR on it", nil)
	case len(text) == 0:
		return d, problem("no text that a person can see on its pages", "ask for the document it was made from", nil)
	}
	d.Text = strings.Join(text, "\n")
	return d, nil
}

// lines gives the lines of a page, and those that a person cannot see on it.
func (s *sheet) lines(fast bool) (seen, aside []string, err error) {
	if fast {
		return s.layout(s.runs), nil, nil
	}
	not, err := unseen(s)
	if err != nil {
		return nil, nil, err
	}
	var shown, hidden []run
	for i, r := range s.runs {
		if not[i] {
			hidden = append(hidden, r)
		} else {
			shown = append(shown, r)
		}
	}
	return s.layout(shown), s.layout(hidden), nil
}

// layout gives the lines of runs in reading order, those that are turned against the others last.
func (s *sheet) layout(runs []run) []string {
	var many [5]int
	for _, r := range runs {
		many[r.turn]++
	}
	turns := []int{0, 1, 2, 3, 4}
	slices.SortStableFunc(turns, func(a, b int) int { return many[b] - many[a] })
	var out []string
	for _, turn := range turns {
		lines := arrange(s.words(runs, turn))
		if len(lines) > 0 && len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, lines...)
	}
	return out
}
