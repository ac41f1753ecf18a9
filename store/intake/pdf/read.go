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
	form := openForm(lib, doc)
	defer closeForm(lib, form)
	a := account{d: &d, chars: maxChars}
	for i := range n.PageCount {
		s, err := openSheet(lib, doc, form, i, a.chars)
		if err != nil {
			return d, err
		}
		err = a.add(s, fast)
		s.close()
		if err != nil {
			return d, err
		}
	}
	return d, a.finish()
}

// account is what is known of a document while its pages are read.
type account struct {
	d     *content.Document
	text  []string
	links []string
	chars int // how many more may come
	runs  int // how many there were
	other kinds
}

// add adds a page.
func (a *account) add(s *sheet, fast bool) error {
	seen, hidden, err := s.sort(fast)
	if err != nil {
		return err
	}
	if lines := s.layout(seen); len(lines) > 0 {
		if len(a.text) > 0 {
			a.text = append(a.text, "")
		}
		a.text = append(a.text, lines...)
	}
	if aside := s.layout(hidden); len(aside) > 0 {
		a.d.Aside = append(a.d.Aside, content.Aside{Why: content.Unseen, Place: fmt.Sprintf("page %d", s.number), Text: strings.Join(aside, "\n")})
	}
	if s.number == 1 {
		a.d.Large = large(s.words(seen, 0))
	}
	for _, r := range s.runs {
		a.chars -= r.count
	}
	if a.runs += len(s.runs); a.runs == 0 {
		a.other |= s.kinds()
	}
	a.links = append(a.links, s.links...)
	return nil
}

// finish makes the document of the pages, or says why there is nothing to read.
func (a *account) finish() error {
	switch {
	case a.runs == 0 && a.other == 0:
		return problem("empty: there is nothing on its pages", "ask for it again", nil)
	case a.runs == 0 && a.other == drawings:
		return problem("no text layer: its letters are drawings, or it has none", "ask for the document it was made from, or run OCR on it", nil)
	case a.runs == 0:
		return problem("no text layer: a scan or a picture", "ask for the document it was made from, or run OCR on it", nil)
	}
	a.d.Text = strings.Join(a.text, "\n")
	if len(a.links) == 0 {
		return nil
	}
	said := says(a.d.Text)
	for _, link := range a.links {
		if len(a.d.Links) < maxLinks && !slices.Contains(a.d.Links, link) && !said.link(link) {
			a.d.Links = append(a.d.Links, link)
		}
	}
	return nil
}

// sort parts the runs of a page into those that a person sees on it and those that nobody does.
func (s *sheet) sort(fast bool) (seen, hidden []run, err error) {
	if fast {
		return s.runs, nil, nil
	}
	not, err := unseen(s)
	if err != nil {
		return nil, nil, err
	}
	for i, r := range s.runs {
		if not[i] {
			hidden = append(hidden, r)
		} else {
			seen = append(seen, r)
		}
	}
	return seen, hidden, nil
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
