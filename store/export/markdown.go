package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"candid/model"
)

// markdown is the shortlist for people to read and to defend: the ranking, then each person with what is behind every rating.
func markdown(s Shortlist) string {
	d := &page{Shortlist: s, strip: s.Role.Checklist.Application()}
	d.head()
	d.table()
	for i := range s.Rows {
		d.person(i)
	}
	return d.b.String()
}

// page is the document as it grows.
type page struct {
	Shortlist
	contacts bool // of each, how to reach them
	strip    []model.Requirement
	b        strings.Builder
}

func (d *page) printf(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

func (d *page) head() {
	d.printf("# Shortlist: %s\n\n", line(d.Role.Title))
	facts := d.facts()
	if len(d.Role.Locations) > 0 {
		facts = append([]string{line(strings.Join(d.Role.Locations, ", "))}, facts...)
	}
	d.printf("%s\n\n", strings.Join(facts, " · "))
	d.printf("%s\n\n", d.meaning())
}

// facts is when the shortlist was made, on what and of how many.
func (d *page) facts() []string {
	facts := []string{"checklist version " + strconv.Itoa(d.Role.Checklist.Version), counted(len(d.Rows), "candidate")}
	if !d.Made.IsZero() {
		facts = append([]string{"made " + d.Made.Format("2006-01-02 15:04")}, facts...)
	}
	return facts
}

// meaning is how the numbers are to be read.
func (d *page) meaning() string {
	kinds := map[model.Priority]bool{}
	for _, q := range d.strip {
		kinds[q.Priority] = true
	}
	of := fmt.Sprintf("%s %% must-haves and %s %% nice-to-haves", percent(d.Role.MustShare), percent(1-d.Role.MustShare))
	switch {
	case !kinds[model.Nice]:
		of = "must-haves alone"
	case !kinds[model.Must]:
		of = "nice-to-haves alone"
	}
	return "The score is out of 100, from " + of + "; 80 means: meets everything. " +
		"Numbers come from people's ratings only: 1 lacks, 2 some, 3 meets, 4 exceeds, 0 not shown. " +
		"A range shows how far what is still open could move the score."
}

func percent(x float64) string { return strconv.FormatFloat(math.Round(x*1000)/10, 'f', -1, 64) }

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

func (d *page) table() {
	if len(d.Rows) == 0 {
		d.printf("Nobody is on it.\n")
		return
	}
	heads := []string{"#", "Candidate", "Score", "Gate", "Reviews", "Stage"}
	for _, q := range d.strip {
		heads = append(heads, d.column(q))
	}
	d.row(heads)
	d.row(strings.Split(strings.Repeat("---,", len(heads)-1)+"---", ","))
	for _, row := range d.Rows {
		c := row.Candidate
		cells := []string{rank(row), line(called(c)), row.Score.Words("–"), d.Role.Checklist.GateWords(row.Score), strconv.Itoa(row.Reviews), c.Decision.Stage.String()}
		for k := range d.strip {
			cells = append(cells, cellSign(row, k))
		}
		d.row(cells)
	}
	d.printf("\n%s\n\n", signs)
	for _, q := range d.strip {
		d.printf("- %s: %s\n", title(place(d.Role, q)), line(q.Text))
	}
}

// signs is what stands in the columns of the requirements.
const signs = "M1, N1, …: must-haves and nice-to-haves, the median where several rated. · open, ~ rated before the requirement changed, ! reviewers differ by two or more."

// column is what the column of a requirement is called: "M3".
func (d *page) column(q model.Requirement) string {
	return strings.ToUpper(q.Priority.String()[:1]) + strconv.Itoa(d.Role.Checklist.Number(q.ID))
}

// cellSign is one cell of the strip as people read it.
func cellSign(row model.Row, column int) string {
	text := cellText(row, column)
	if text == "" {
		text = "·"
	}
	if column < len(row.Cells) && row.Cells[column].Disagree {
		text += "!"
	}
	return text
}

func (d *page) row(cells []string) { d.printf("| %s |\n", strings.Join(cells, " | ")) }

func rank(row model.Row) string {
	if !row.Score.Rated || row.Rank == 0 {
		return "–"
	}
	return strconv.Itoa(row.Rank)
}

func (d *page) person(i int) {
	row := d.Rows[i]
	record := model.Record{Candidate: row.Candidate}
	if i < len(d.Records) {
		record = d.Records[i]
	}
	d.printf("\n## %s\n\n", line(called(row.Candidate)))
	if d.contacts {
		d.reach(i)
	}
	decision := record.Candidate.Decision
	d.printf("- Stage: %s%s\n", decision.Stage, because(line(decision.Reason.In(d.Role.Checklist))))
	if tags := model.TagNames(row.Candidate.Tags); len(tags) > 0 {
		d.printf("- Tags: %s\n", line(strings.Join(tags, ", ")))
	}
	standing := row.Score.Words("–")
	if row.Score.Rated && row.Rank > 0 {
		standing += ", rank " + rank(row)
	}
	d.printf("- Score: %s, from %s\n", standing, counted(row.Reviews, "submitted review"))
	if g := d.Role.Checklist.GateWords(row.Score); g != "" {
		d.printf("- Gate: %s\n", g)
	}
	for _, text := range d.recommendations(record) {
		d.printf("- Recommendation: %s\n", line(text))
	}
	for _, x := range record.Reviews {
		if x.Note != "" {
			d.printf("\nNote by %s: %s\n", line(d.reviewer(x.Reviewer)), indent(x.Note, ""))
		}
	}
	var open, wait []string
	for _, q := range d.strip {
		if !d.requirement(record, q) {
			open = append(open, line(heading(d.Role, q)))
		}
	}
	for _, q := range d.Role.Checklist.Interview() {
		if !d.requirement(record, q) {
			wait = append(wait, line(q.Label))
		}
	}
	if len(open) > 0 {
		d.printf("\nOpen: %s.\n", strings.Join(open, "; "))
	}
	if len(wait) > 0 {
		d.printf("\nWaits for the interview: %s.\n", strings.Join(wait, "; "))
	}
}

// heading is a requirement by its place and label: "Must 3 · Rust and async".
func heading(role model.Role, q model.Requirement) string {
	at := title(place(role, q))
	if q.From == model.FromInterview {
		at = "Interview"
	}
	return at + " · " + q.Label
}

func because(reason string) string {
	if reason == "" {
		return ""
	}
	return ", because: " + reason
}

// requirement writes who rated it how, and the quotes and notes behind it. It reports false, and writes nothing, when nobody
// has said anything.
func (d *page) requirement(r model.Record, q model.Requirement) bool {
	var rated []string
	var proof strings.Builder
	for _, x := range r.Reviews {
		y := x.Rating(q.ID)
		if y.Empty() {
			continue
		}
		who := d.reviewer(x.Reviewer)
		if y.Value != model.Open {
			rated = append(rated, line(who)+" "+rating(x, y, q))
		}
		for _, quote := range y.Quotes {
			fmt.Fprintf(&proof, "\n> %s\n>\n> — %s\n", indent(quote.Text, "> "), line(source(r.Candidate, quote, who)))
		}
		if y.Note != "" {
			fmt.Fprintf(&proof, "\nNote by %s: %s\n", line(who), indent(y.Note, ""))
		}
	}
	says := strings.Join(rated, ", ")
	if says == "" && proof.Len() == 0 {
		return false
	}
	if says == "" {
		says = "open"
	}
	d.printf("\n### %s: %s\n%s", line(heading(d.Role, q)), says, proof.String())
	return true
}

// rating is a rating in words: "3 meets", with what makes it less than it looks.
func rating(x model.Review, y model.Rating, q model.Requirement) string {
	text := string(y.Value.Digit()) + " " + y.Value.String()
	var marks []string
	if x.Submitted == 0 {
		marks = append(marks, "draft")
	}
	if y.Behind(q) {
		marks = append(marks, "rated before the change")
	}
	if y.Revision {
		marks = append(marks, "revised after seeing the panel")
	}
	if len(marks) > 0 {
		text += " (" + strings.Join(marks, ", ") + ")"
	}
	return text
}

// source is where a quote stands and who laid it there: "resume.txt, lines 12–14, quoted by Ana".
func source(c model.Candidate, q model.Quote, who string) string {
	lines := fmt.Sprintf("line %d", q.From+1)
	if q.To > q.From+1 {
		lines = fmt.Sprintf("lines %d–%d", q.From+1, q.To)
	}
	parts := []string{lines, "quoted by " + who}
	if name := documentName(c, q.Document); name != "" {
		parts = append([]string{name}, parts...)
	}
	return strings.Join(parts, ", ")
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
