package scoring

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/keymap"
	"candid/ui/page"
	"candid/ui/text"
	"candid/ui/theme"
)

// row is one line of a pane, and what a click on it does.
type row struct {
	text  string
	value model.Value // rates; Open: nothing
	jump  model.RequirementID
	say   model.Recommendation
}

func plain(lines ...string) []row {
	rows := make([]row, len(lines))
	for i, s := range lines {
		rows[i].text = s
	}
	return rows
}

// squeeze is how much is left out of the right pane for want of rows.
type squeeze int

const (
	roomy  squeeze = iota
	short          // notes, quotes and reasons in fewer lines
	tight          // and no blank lines
	minute         // and only the beginning of the requirement
)

// side is the right pane: the requirement, its values, the evidence, what was quoted and noted, the panel.
func (m Model) side(cells, rows int) []row {
	switch {
	case m.because.On():
		return plain(m.becauseLines(cells, rows)...)
	case m.note.open:
		return m.besideNote(cells, rows)
	}
	var drawn []row
	for s := roomy; s <= minute; s++ {
		drawn = nil
		for _, block := range [][]row{plain(m.asked(cells, s)...), m.values(cells, s), plain(m.evidenced(cells, s)...), plain(m.kept(cells, s)...), plain(m.panel(cells, s)...)} {
			if len(drawn) > 0 && len(block) > 0 && s < tight {
				drawn = append(drawn, row{})
			}
			drawn = append(drawn, block...)
		}
		if len(drawn) <= rows {
			break
		}
	}
	return drawn[:min(rows, len(drawn))]
}

// title names a requirement by its kind and number.
func (m Model) title(q model.Requirement) string {
	return fmt.Sprint(choose(q.Priority == model.Must, "MUST-HAVE ", "NICE-TO-HAVE "), m.person.Role.Checklist.Number(q.ID))
}

// asked is the requirement: its number, what it counts, and its words.
func (m Model) asked(cells int, s squeeze) []string {
	q, _ := m.current()
	var facts []string
	if q.Weight != 1 {
		facts = append(facts, fmt.Sprintf("weight %g", q.Weight))
	}
	if q.Gate {
		facts = append(facts, "gate")
	}
	lines := []string{m.theme.AccentStrong.Render(m.title(q)) + m.theme.Muted.Render("   "+strings.Join(facts, " "+m.theme.Glyphs.Dot+" "))}
	most := 12
	if s == minute {
		most = 3
	}
	for _, line := range m.wrap(q.Text, cells, most) {
		lines = append(lines, m.theme.Strong.Render(line))
	}
	if q.Terms != "" && s < tight {
		lines = append(lines, m.styled(m.theme.Muted, m.wrap("terms: "+q.Terms, cells, 2))...)
	}
	return lines
}

// The values are drawn in this order, their words in these columns.
var scale = [...]model.Value{model.Lacks, model.Some, model.Meets, model.Exceeds, model.NotShown}

const (
	wordColumn   = 5
	anchorColumn = 16
)

// values is the five values with what each means here. The one that was given leads with the cursor.
func (m Model) values(cells int, s squeeze) []row {
	q, _ := m.current()
	given := m.mine.Rating(q.ID)
	var rows []row
	for _, v := range scale {
		lead, word, anchor := "  ", m.theme.Text, m.theme.Muted
		if v == given.Value {
			cursor := m.theme.AccentStrong
			if given.Behind(q) {
				cursor = m.theme.Warn
			}
			lead, word, anchor = cursor.Render(m.theme.Glyphs.Cursor)+" ", m.theme.Strong, m.theme.Strong
		}
		most := 3
		if s > roomy {
			most = 1
		}
		for i, line := range m.wrap(q.Anchor(v), cells-anchorColumn, most) {
			start := text.Blank(anchorColumn)
			if i == 0 {
				start = lead + m.theme.Value(v).Render(string(v.Digit())) + "  " + word.Render(text.Fit(v.String(), anchorColumn-wordColumn, ""))
			}
			rows = append(rows, row{text: start + anchor.Render(line), value: v})
		}
	}
	if given.Behind(q) {
		for _, line := range text.Lines("rated before the change: press a digit to rate again", cells) {
			rows = append(rows, row{text: m.theme.Warn.Render(line)})
		}
	}
	return rows
}

// noProof warns of what an empty search means.
const noProof = "No line found. The finder misses things: read before you rate 1."

// evidenced is the statement one stands on, what it is, where it stands and why it is one.
func (m Model) evidenced(cells int, s squeeze) []string {
	if len(m.person.Readings) == 0 {
		return nil
	}
	t := m.theme
	var lines []string
	if years := m.years(); years != "" {
		lines = append(lines, t.Text.Render(m.cut(years, cells)))
	}
	n, of := m.lines()
	switch {
	case of == 0:
		return append(lines, m.styled(t.Muted, text.Lines(m.noProof(), cells))...)
	case n == 0:
		return append(lines, t.Text.Render(fmt.Sprintf("Evidence %d", of))+t.Muted.Render("   not in this document: e"))
	}
	_, _, f, _ := m.page.Here()
	head := fmt.Sprintf("Evidence %d of %d", n, of)
	where := page.Where(f, t.Glyphs)
	if text.Width(head)+3+text.Width(where) <= cells || s > short {
		lines = append(lines, t.Text.Render(head)+t.Muted.Render("   "+m.cut(where, cells-text.Width(head)-3)))
	} else {
		lines = append(lines, t.Text.Render(head), t.Muted.Render(m.cut(where, cells)))
	}
	most := [...]int{roomy: 4, short: 2, tight: 2, minute: 0}[s]
	reasons := page.Reasons(f, t.Glyphs)
	for _, reason := range reasons[:min(most, len(reasons))] {
		lines = append(lines, t.Muted.Render(m.cut(reason, cells)))
	}
	if away := len(m.away()); away > 0 && s == roomy {
		lines = append(lines, t.Muted.Render(fmt.Sprintf("%d taken away, %s brings back", away, m.setting.Keys.Key(keymap.Restore))))
	}
	return lines
}

// years is what the documents' dates come to, where the requirement asks for years.
func (m Model) years() string {
	q, _ := m.current()
	_, sum := page.Longest(m.person.Readings, q.ID)
	return page.Years(sum, m.theme.Glyphs.Dot)
}

// noProof warns of what it means that there is no line.
func (m Model) noProof() string {
	if n := len(m.away()); n > 0 {
		return page.NoneLeft(n, m.setting.Keys)
	}
	return noProof
}

func (m Model) styled(s theme.Style, lines []string) []string {
	for i := range lines {
		lines[i] = s.Render(lines[i])
	}
	return lines
}

// Quotes, notes and the panel begin in this column, behind what they are.
const keptColumn = 9

// entry is lines behind a word.
func (m Model) entry(word string, lines []string) []string {
	for i := range lines {
		start := text.Blank(keptColumn)
		if i == 0 {
			start = m.theme.Muted.Render(text.Fit(word, keptColumn, ""))
		}
		lines[i] = start + lines[i]
	}
	return lines
}

// kept is the quotes and the note.
func (m Model) kept(cells int, s squeeze) []string {
	q, _ := m.current()
	x := m.mine.Rating(q.ID)
	room := cells - keptColumn
	most := choose(s == roomy, 4, 1)
	hint := "y quotes the line"
	if _, _, _, found := m.page.Here(); !found {
		hint = "v selects lines"
	}
	quotes := m.nothing(hint, room)
	if n := len(x.Quotes); n > 0 {
		quotes = nil
		for i, quote := range x.Quotes {
			if i == most-1 && n > most {
				quotes = append(quotes, m.theme.Muted.Render(fmt.Sprintf("and %d more", n-i)))
				break
			}
			quotes = append(quotes, m.quoted(quote, room))
		}
	}
	return append(m.entry(choose(len(x.Quotes) > 1, "Quotes", "Quote"), quotes), m.noted("Note", x.Note, room, most)...)
}

// quoted is the first words of a quote.
func (m Model) quoted(q model.Quote, cells int) string {
	words := strings.TrimLeft(strings.Join(strings.Fields(q.Text), " "), "-*•‣ ")
	return m.theme.Accent.Render(m.theme.Glyphs.Edge) + " " + m.theme.Text.Render(m.cut(words, cells-2))
}

// nothing says that there is nothing, and which key would change that.
func (m Model) nothing(hint string, cells int) []string {
	dash := m.theme.Muted.Render(m.theme.Glyphs.Dash)
	gap := max(1, min(13, cells-1-text.Width(hint)))
	return []string{m.cut(dash+text.Blank(gap)+m.theme.Muted.Render(hint), cells)}
}

// noted is a note in at most so many lines.
func (m Model) noted(word, note string, cells, most int) []string {
	if note == "" {
		return m.entry(word, m.nothing("m writes one", cells))
	}
	var lines []string
	for paragraph := range strings.SplitSeq(note, "\n") {
		lines = append(lines, text.Lines(paragraph, cells)...)
	}
	if len(lines) > most {
		lines = m.wrap(strings.Join(strings.Fields(note), " "), cells, most)
	}
	return m.entry(word, m.styled(m.theme.Text, lines))
}

// besideNote is the right pane while a note is written: the requirement and its values as far as there is room, the note below.
func (m Model) besideNote(cells, rows int) []row {
	var drawn []row
	room := rows - noteRows
	for s := roomy; s <= minute; s++ {
		drawn = append(plain(m.asked(cells, s)...), row{})
		drawn = append(drawn, m.values(cells, s)...)
		if len(drawn) < room {
			break
		}
	}
	drawn = append(drawn[:max(0, min(room-1, len(drawn)))], row{})
	return append(drawn, plain(m.noteBox(cells, rows-len(drawn))...)...)
}

// The least rows that a note is written in beside the document, its heading included.
const noteRows = 8

// noteBox is the note being written, in at most so many rows.
func (m Model) noteBox(cells, rows int) []string {
	head := "Note on the review"
	for _, q := range m.strip {
		if q.ID == m.note.about {
			head = "Note on " + q.Label
		}
	}
	edge := m.theme.Caret
	lines := append([]string{m.theme.AccentStrong.Render(m.cut(head, cells))}, m.styled(m.theme.Muted, text.Lines(notePrompt, cells))...)
	return append(lines, m.note.words.Lines(max(1, rows-len(lines)), edge, m.theme.Text.Render)...)
}
