package export

import "strings"

// Summaries is the candidates as Markdown for a message or a document: of each who they are and how to write to them, and what is behind
// their score, as the shortlist has it.
func Summaries(s Shortlist) string {
	d := &page{Shortlist: s, strip: s.Role.Checklist.Application(), contacts: true}
	for i := range s.Rows {
		d.person(i)
	}
	return strings.TrimLeft(d.b.String(), "\n")
}

// reach writes how to reach a candidate.
func (d *page) reach(i int) {
	c := d.Rows[i].Candidate
	facts := []string{c.Location, c.Email, c.Phone}
	for _, fact := range append(facts, c.Links...) {
		if fact != "" {
			d.printf("- %s\n", line(fact))
		}
	}
}
