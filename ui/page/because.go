package page

import (
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"
)

// Because is why a line is, or is not, pointed at, while that is shown; the zero one is nothing.
type Because struct {
	asked   intent.Why // what an answer is waited for; zero: none
	told    intent.Because
	reading evidence.Reading
}

// Asks waits for the answer to a question about a line of a reading.
func (b Because) Asks(r evidence.Reading, why intent.Why) Because {
	return Because{asked: why, reading: r}
}

// Told takes an answer; one to another question is dropped.
func (b Because) Told(answer intent.Because) Because {
	if b.asked != (intent.Why{}) && b.asked == answer.Why {
		b.asked, b.told = intent.Why{}, answer
	}
	return b
}

// On reports whether an answer is shown: any key then leaves it.
func (b Because) On() bool { return len(b.told.Words) > 0 }

// Lines draws the answer in at most so many rows: the line, and why it is, or is not, pointed at. Where that has no room, the line is cut
// to one row, and then the reasons are, with a sign that there are more.
func (b Because) Lines(t theme.Theme, label string, cells, rows int) []string {
	g := t.Glyphs
	head := "WHY THIS LINE"
	if !b.told.Pointed {
		head = "WHY NOT THIS LINE"
	}
	var words []string
	for _, sentence := range b.told.Words {
		words = append(words, text.Lines(g.Own(sentence), cells)...)
	}
	lines := []string{text.Cut(t.AccentStrong.Render(head)+t.Muted.Render("   "+label), cells, g.Ellipsis)}
	most := 2
	if len(lines)+most+len(words) > rows {
		most = 1
	}
	for _, row := range b.excerpt(t, cells-2, most) {
		lines = append(lines, t.Muted.Render(g.Edge)+" "+row)
	}
	roomy := len(lines)+len(words)+3 <= rows
	if roomy {
		lines = append(lines, "")
	}
	if room := max(0, rows-len(lines)); len(words) > room {
		words = words[:room]
		if room > 0 {
			words[room-1] = text.Cut(words[room-1], cells-text.Width(g.Ellipsis)-1, "") + " " + g.Ellipsis
		}
	}
	for _, row := range words {
		lines = append(lines, t.Text.Render(row))
	}
	if roomy {
		lines = append(lines, "")
	}
	if len(lines) < rows {
		lines = append(lines, t.Muted.Render("any key leaves"))
	}
	return lines[:min(len(lines), rows)]
}

// excerpt is the line that was asked about, or all of the statement that it is pointed at with, in at most so many rows.
func (b Because) excerpt(t theme.Theme, cells, rows int) []string {
	at := b.told.Line
	if at >= len(b.reading.Lines) {
		return nil
	}
	f := evidence.Found{Line: at, From: at, To: at + 1, Text: b.reading.Lines[at]}
	for _, all := range b.reading.Found[b.told.Requirement] {
		if all.From <= at && at < all.To && b.told.Pointed {
			f = all
		}
	}
	return Excerpt(b.reading, f, t.Palette, t.Glyphs.Ellipsis, cells, rows)
}
