package page

import (
	"strings"

	"candid/ui/intent"
	"candid/ui/text"
)

// selection is lines of the document, from where it began to where one stands.
type selection struct {
	on           bool
	anchor, head int
}

func (s selection) bounds() (from, to int) { return min(s.anchor, s.head), max(s.anchor, s.head) + 1 }

// Select begins a selection, or ends it: on the line of the match or the statement one stands on, the one that one came to last, if
// it is in sight; else on the other; else on the first line that is.
func (p Page) Select(on bool) Page {
	if !on || len(p.rows) == 0 {
		p.chosen = selection{}
		return p
	}
	line := p.lineAt(p.top)
	stood, stands := p.stands()
	stands = stands && p.visible(stood)
	if stands {
		line = stood.From
	}
	if row, ok := p.rowOfHit(); ok && row >= p.top && row < p.top+p.height && !(stands && p.search.left) {
		line = p.lineOfHit()
	}
	p.chosen = selection{true, line, line}
	return p
}

// Selecting reports whether lines are being selected.
func (p Page) Selecting() bool { return p.chosen.on }

// Selection is the selected lines of the document, the first and the one after the last, from 0, and their text as it came,
// joined by line breaks. All are zero when nothing is selected.
func (p Page) Selection() (from, to int, text string) {
	if !p.chosen.on {
		return 0, 0, ""
	}
	from, to = p.chosen.bounds()
	return from, to, strings.Join(p.source[from:to], "\n")
}

// extend moves the end of the selection to a line, or past it to the next that has a row.
func (p Page) extend(line int) Page {
	step := 1
	if line < p.chosen.head {
		step = -1
	}
	line = max(0, min(line, len(p.source)-1))
	for line >= 0 && line < len(p.source) && !p.hasRow(line) {
		line += step
	}
	if line < 0 || line >= len(p.source) {
		line = p.lineAt(0)
		if step > 0 {
			line = p.paragraphs[p.rows[len(p.rows)-1].paragraph].to - 1
		}
	}
	p.chosen.head = line
	return p.follow(line)
}

// hasRow reports whether a line of the document is shown at all: of several blank ones only one is.
func (p Page) hasRow(line int) bool {
	from, to := p.span(line)
	return from < to
}

// chosenIn reports whether some of a row is selected.
func (p Page) chosenIn(row int) bool {
	if !p.chosen.on {
		return false
	}
	from, to := p.chosen.bounds()
	return p.holdsAny(row, from, to)
}

// Copied asks for a copy of the selected lines of a document, which is called so.
func (p Page) Copied(document string) intent.Copy {
	from, to, words := p.Selection()
	return intent.Copy{Text: words, What: text.Count(to-from, "line") + " of " + document}
}
