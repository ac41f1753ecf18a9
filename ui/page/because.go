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

// Lines draws the answer in at most so many rows: the line, and why it is, or is not, pointed at.
func (b Because) Lines(t theme.Theme, label string, cells, rows int) []string {
	g := t.Glyphs
	head := "WHY THIS LINE"
	if !b.told.Pointed {
		head = "WHY NOT THIS LINE"
	}
	lines := []string{text.Cut(t.AccentStrong.Render(head)+t.Muted.Render("   "+label), cells, g.Ellipsis)}
	at := b.told.Line
	if at < len(b.reading.Lines) {
		f := evidence.Found{Line: at, From: at, To: at + 1, Text: b.reading.Lines[at]}
		for _, all := range b.reading.Found[b.told.Requirement] {
			if all.From <= at && at < all.To && b.told.Pointed {
				f = all
			}
		}
		for _, row := range Excerpt(b.reading, f, t.Palette, g.Ellipsis, cells-2, 2) {
			lines = append(lines, t.Muted.Render(g.Edge)+" "+row)
		}
	}
	roomy := len(lines)+len(b.told.Words)+2 < rows
	if roomy {
		lines = append(lines, "")
	}
	for _, words := range b.told.Words {
		for _, row := range text.Lines(g.Own(words), cells) {
			lines = append(lines, t.Text.Render(row))
		}
	}
	leave := t.Muted.Render("any key leaves")
	if roomy && len(lines)+2 <= rows {
		return append(lines, "", leave)
	}
	if len(lines) >= rows {
		lines = lines[:max(0, rows-1)]
	}
	return append(lines, leave)
}
