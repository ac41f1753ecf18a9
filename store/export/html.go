package export

import (
	_ "embed"
	"fmt"
	"html"
	"strings"
	"unicode"

	"candid/model"
)

// style is the look of the page: light and dark as the reader has it, and light on paper.
//
//go:embed shortlist.css
var style string

// webPage is the shortlist as one HTML file that needs nothing else: no script, no picture, nothing from the network. Its policy
// forbids a browser all of that, should a stranger's text ever get through.
func webPage(s Shortlist) string {
	d := &web{page{Shortlist: s, strip: s.Role.Checklist.Application()}}
	d.printf("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	d.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	d.printf("<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	d.printf("<title>Shortlist: %s</title>\n<style>\n%s</style>\n</head>\n<body>\n", escaped(d.Role.Title), style)
	d.printf("<h1>Shortlist: %s</h1>\n", stranger(d.Role.Title))
	facts := d.facts()
	if len(d.Role.Locations) > 0 {
		facts = append([]string{strings.Join(d.Role.Locations, ", ")}, facts...)
	}
	d.printf("<p class=\"facts\">%s</p>\n<p>%s</p>\n", escaped(strings.Join(facts, " · ")), escaped(d.meaning()))
	d.field()
	for i := range s.Rows {
		d.person(i)
	}
	d.printf("</body>\n</html>\n")
	return d.b.String()
}

// web is the page as it grows.
type web struct{ page }

// field is the table of everybody, and what its columns mean.
func (d *web) field() {
	if len(d.Rows) == 0 {
		d.printf("<p>Nobody is on it.</p>\n")
		return
	}
	d.printf("<table>\n<thead>\n<tr><th>#</th><th>Candidate</th><th>Score</th><th>Gate</th><th>Reviews</th><th>Stage</th>")
	for _, q := range d.strip {
		d.printf("<th title=\"%s\">%s</th>", escaped(q.Label), d.column(q))
	}
	d.printf("</tr>\n</thead>\n<tbody>\n")
	for i, row := range d.Rows {
		c := row.Candidate
		d.printf("<tr><td>%s</td><td><a href=\"#c%d\">%s</a></td><td>%s</td><td>%s</td><td>%d</td><td>%s</td>", rank(row), i+1,
			stranger(called(c)), row.Score.Words("–"), escaped(d.Role.Checklist.GateWords(row.Score)), row.Reviews, c.Decision.Stage)
		for k := range d.strip {
			sign := cellSign(row, k)
			d.printf("<td class=\"%s\">%s</td>", shade(sign), sign)
		}
		d.printf("</tr>\n")
	}
	d.printf("</tbody>\n</table>\n<p class=\"facts\">%s</p>\n<ul class=\"asked\">\n", signs)
	for _, q := range d.strip {
		d.printf("<li>%s: %s</li>\n", title(place(d.Role, q)), stranger(q.Text))
	}
	d.printf("</ul>\n")
}

// shade is the class of a cell of the strip.
func shade(sign string) string {
	if sign[0] >= '1' && sign[0] <= '4' {
		return "r r" + sign[:1]
	}
	return "r"
}

// person is one candidate with what is behind every rating.
func (d *web) person(i int) {
	row := d.Rows[i]
	record := model.Record{Candidate: row.Candidate}
	if i < len(d.Records) {
		record = d.Records[i]
	}
	d.printf("<section id=\"c%d\">\n<h2>%s</h2>\n<ul>\n", i+1, stranger(called(row.Candidate)))
	decision := record.Candidate.Decision
	d.printf("<li>Stage: %s%s</li>\n", decision.Stage, because(stranger(decision.Reason.In(d.Role.Checklist))))
	if tags := model.TagNames(row.Candidate.Tags); len(tags) > 0 {
		d.printf("<li>Tags: %s</li>\n", stranger(strings.Join(tags, ", ")))
	}
	standing := row.Score.Words("–")
	if row.Score.Rated {
		standing += ", rank " + rank(row)
	}
	d.printf("<li>Score: %s, from %s</li>\n", standing, counted(row.Reviews, "submitted review"))
	if g := d.Role.Checklist.GateWords(row.Score); g != "" {
		d.printf("<li>Gate: %s</li>\n", escaped(g))
	}
	for _, text := range d.recommendations(record) {
		d.printf("<li>Recommendation: %s</li>\n", stranger(text))
	}
	d.printf("</ul>\n")
	for _, x := range record.Reviews {
		d.note(x.Reviewer, x.Note)
	}
	var open, wait []string
	for _, q := range d.strip {
		if !d.requirement(record, q) {
			open = append(open, heading(d.Role, q))
		}
	}
	for _, q := range d.Role.Checklist.Interview() {
		if !d.requirement(record, q) {
			wait = append(wait, q.Label)
		}
	}
	if len(open) > 0 {
		d.printf("<p class=\"facts\">Open: %s.</p>\n", stranger(strings.Join(open, "; ")))
	}
	if len(wait) > 0 {
		d.printf("<p class=\"facts\">Waits for the interview: %s.</p>\n", stranger(strings.Join(wait, "; ")))
	}
	d.printf("</section>\n")
}

// requirement writes who rated it how, and the quotes and notes behind it; false, and nothing, when nobody has said anything.
func (d *web) requirement(r model.Record, q model.Requirement) bool {
	var said []model.Review
	var rated []string
	for _, x := range r.Reviews {
		y := x.Rating(q.ID)
		if y.Empty() {
			continue
		}
		said = append(said, x)
		if y.Value != model.Open {
			rated = append(rated, fmt.Sprintf("%s <span class=\"%s\">%s</span>", stranger(d.reviewer(x.Reviewer)), shade(string(y.Value.Digit())), escaped(rating(x, y, q))))
		}
	}
	if len(said) == 0 {
		return false
	}
	if len(rated) == 0 {
		rated = []string{"open"}
	}
	d.printf("<h3>%s: %s</h3>\n", stranger(heading(d.Role, q)), strings.Join(rated, ", "))
	for _, x := range said {
		y := x.Rating(q.ID)
		for _, quote := range y.Quotes {
			d.printf("<blockquote><p class=\"words\">%s</p><p class=\"facts\">%s</p></blockquote>\n", stranger(strings.TrimSpace(quote.Text)),
				stranger(source(r.Candidate, quote, d.reviewer(x.Reviewer))))
		}
		d.note(x.Reviewer, y.Note)
	}
	return true
}

func (d *web) note(by model.ID, text string) {
	if text != "" {
		d.printf("<p class=\"words\">Note by %s: %s</p>\n", stranger(d.reviewer(by)), stranger(strings.TrimSpace(text)))
	}
}

// stranger is what somebody wrote as the content of an element: it becomes no tag, and its direction of writing stays its own.
func stranger(s string) string {
	if s == "" {
		return ""
	}
	return "<bdi>" + escaped(s) + "</bdi>"
}

// escaped is s as text, without the signs that no text needs.
func escaped(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, s))
}
