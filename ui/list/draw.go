package list

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/query"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"
)

// View draws the list.
func (m Model) View() string {
	if m.width < 1 || m.height < 1 {
		return ""
	}
	p := pen{ellipsis: m.theme.Glyphs.Ellipsis}
	p.out.Grow(m.width * m.height * 7) // about what a screen full of styled cells takes
	c := m.columns()
	side := m.side(m.height - paneTop - foot)
	for line := range m.height {
		switch line {
		case 0:
			m.drawTitle(&p)
		case 1:
			m.drawFilter(&p)
		case m.height - foot:
			if !m.drawMistakeBelow(&p, 0) {
				m.drawRequirement(&p)
			}
		case m.height - foot + 1:
			if !m.drawMistakeBelow(&p, 1) {
				m.drawStatus(&p)
			}
		default:
			p.begin(c.width)
			m.drawLine(&p, c, line)
			if side != nil && line >= paneTop {
				p.blank(theme.Style{}, p.room)
				p.raw(side[line-paneTop], 0)
			}
		}
	}
	return p.out.String()
}

// paneTop is the line that the pane begins at.
const paneTop = 3

// drawLine draws a line of the list proper.
func (m Model) drawLine(p *pen, c columns, line int) {
	t := m.theme
	row := m.top + line - m.head()
	switch {
	case line == 2 && m.head() == 5:
		if says := m.mistake(); says != "" && m.mistakeFits(says) {
			p.blank(t.Background, margin)
			p.put(t.Warn, says)
		}
	case len(m.rows) == 0 || len(m.shown) == 0 && line >= m.head():
		if words := m.nobody(); line-m.head() < len(words) && line >= m.head() {
			p.blank(t.Background, margin)
			for _, s := range words[line-m.head()] {
				p.put(s.style, s.text)
			}
		}
	case line == m.head()-2:
		m.drawKinds(p, c)
	case line == m.head()-1:
		m.drawHeading(p, c)
	case row < len(m.shown):
		m.drawRow(p, c, row)
	}
}

// drawTitle draws whose list this is and how far it has come.
func (m Model) drawTitle(p *pen) {
	t, g := m.theme, m.theme.Glyphs
	p.begin(m.width)
	left := []stretch{{t.Badge, " candid "}}
	if !m.known {
		p.ends(left, nil)
		return
	}
	left = append(left, stretch{t.Strong, "  " + m.role.Title})
	if len(m.role.Locations) > 0 {
		left = append(left, stretch{t.Muted, " " + g.Dot + " " + strings.Join(m.role.Locations, ", ")})
	}
	counts := text.Count(len(m.rows), "candidate")
	switch {
	case !m.loaded:
		counts += " so far"
	case len(m.rows) > 0:
		counts += fmt.Sprintf(" %s %d done by me", g.Dot, m.done)
	}
	p.ends(left, []stretch{{t.Muted, counts}})
}

// drawFilter draws the filter, how many it shows and in which order.
func (m Model) drawFilter(p *pen) {
	t, g := m.theme, m.theme.Glyphs
	p.begin(m.width)
	if !m.known {
		p.ends(nil, nil)
		return
	}
	left := []stretch{{t.AccentStrong, " /"}}
	switch {
	case m.typing:
		left = append(left, stretch{t.Text, " "})
		left = append(left, m.typedWords()...)
	case m.filter.text != "":
		left = append(left, stretch{t.Text, " "})
		left = append(left, m.words(m.filter.text)...)
	default:
		left = []stretch{{t.Muted, " / filters"}}
	}
	if len(m.rows) == 0 {
		p.ends(left, nil)
		return
	}
	arrow := g.Down
	if m.sort.Reverse {
		arrow = g.Up
	}
	state := fmt.Sprintf("%d shown %s by %s %s", len(m.shown), g.Dot, m.order(), arrow)
	p.ends(left, []stretch{{t.Muted, state}})
}

// words is a query with the names of its fields told apart.
func (m Model) words(query string) []stretch {
	var words []stretch
	for word := range strings.SplitAfterSeq(query, " ") {
		if colon := strings.IndexByte(word, ':'); colon > 0 && !strings.Contains(word[:colon], `"`) {
			words = append(words, stretch{m.theme.Muted, word[:colon+1]})
			word = word[colon+1:]
		}
		words = append(words, stretch{m.theme.Text, word})
	}
	return words
}

// order is what the rows are sorted by, in words.
func (m Model) order() string {
	if m.sort.By != model.ByRequirement {
		return m.sort.By.String()
	}
	q, _ := m.role.Checklist.Requirement(m.sort.Requirement)
	return fmt.Sprint(q.Priority, " ", m.role.Checklist.Number(q.ID))
}

// typedWords is what is being typed, as far as it is in sight, with the cursor in it and what cannot be read marked.
func (m Model) typedWords() []stretch {
	const cursor = "\x00"
	t := m.theme
	plain := func(s string) string { return s }
	before, after, _ := strings.Cut(m.input.View(cursor, plain), cursor)
	from, to := 0, 0
	if m.filter.err != nil && strings.HasPrefix(m.input.Text(), before+after) {
		_, from, to = m.filter.why()
	}
	words := marked(before, from, to, t.Text, t.Match)
	words = append(words, stretch{t.Accent, t.Glyphs.Edge})
	return append(words, marked(after, from-len(before), to-len(before), t.Text, t.Match)...)
}

// marked is words with bytes from to of them, as far as they lie in them, in another style.
func marked(words string, from, to int, style, mark theme.Style) []stretch {
	from = min(max(0, from), len(words))
	to = min(max(from, to), len(words))
	return []stretch{{style, words[:from]}, {mark, words[from:to]}, {style, words[to:]}}
}

// mistake says what is wrong with what is being typed; "" when nothing is.
func (m Model) mistake() string {
	if !m.typing || m.filter.err == nil {
		return ""
	}
	says, _, _ := m.filter.why()
	return says
}

// mistakeFits reports whether a mistake has room right under the filter.
func (m Model) mistakeFits(says string) bool {
	return m.head() == 5 && text.Width(says) <= m.width-margin-1
}

// drawMistakeBelow says it in the lines at the foot, n of them above this one; false where there is nothing to say there.
func (m Model) drawMistakeBelow(p *pen, n int) bool {
	says := m.mistake()
	if says == "" || m.mistakeFits(says) {
		return false
	}
	lines := text.Lines(says, m.width-2)
	p.begin(m.width)
	switch {
	case n >= len(lines):
	case n == foot-1 && len(lines) > foot:
		p.put(m.theme.Warn, " "+text.Cut(lines[n]+" "+lines[n+1], m.width-2, m.theme.Glyphs.Ellipsis))
	default:
		p.put(m.theme.Warn, " "+lines[n])
	}
	return true
}

// drawRequirement names the requirement whose column the cursor is on; without one, whom the row under the cursor may be the same as
// and the gates that it has not passed.
func (m Model) drawRequirement(p *pen) {
	t := m.theme
	p.begin(m.width)
	if m.column > 0 && m.column <= len(m.strip) {
		q := m.strip[m.column-1]
		p.put(t.Muted, fmt.Sprintf(" %s %d  ", kind(q.Priority), m.role.Checklist.Number(q.ID)))
		p.put(t.Text, q.Text)
		return
	}
	r, ok := m.here()
	if !ok {
		return
	}
	if words := m.tied(r.Candidate); words != "" && m.pane() == 0 {
		p.put(t.Warn, " "+words)
		p.blank(t.Background, 2)
	}
	if _, ids := r.Score.Gate(); len(ids) > 0 {
		p.put(t.Warn, " "+m.role.Checklist.GateWords(r.Score))
		p.put(t.Muted, "  "+m.labels(ids))
	}
}

func kind(p model.Priority) string {
	if p == model.Nice {
		return "nice-to-have"
	}
	return "must-have"
}

func (m Model) labels(ids []model.RequirementID) string {
	var labels []string
	for _, id := range ids {
		if q, ok := m.role.Checklist.Requirement(id); ok {
			labels = append(labels, q.Label)
		}
	}
	return strings.Join(labels, " "+m.theme.Glyphs.Dot+" ")
}

// drawStatus draws what is marked and how the writing goes.
func (m Model) drawStatus(p *pen) {
	t, g := m.theme, m.theme.Glyphs
	p.begin(m.width)
	var left, right []stretch
	if n := len(m.marked); n > 0 {
		left = append(left, stretch{t.Accent, fmt.Sprintf(" %d marked", n)})
		if hidden := n - m.markedShown(); hidden > 0 {
			left = append(left, stretch{t.Muted, fmt.Sprintf(" %s %d of them not shown", g.Dot, hidden)})
		}
	} else if m.status.Added != "" {
		left = append(left, stretch{t.Warn, " " + m.status.Added})
	}
	switch {
	case m.status.Saving:
		right = []stretch{{t.Muted, "saving" + g.Ellipsis}}
	case !m.status.Saved.IsZero():
		right = []stretch{{t.OK, "saved"}, {t.Muted, " " + g.Dot + " " + m.status.Saved.In(m.setting.Zone).Format("15:04")}}
	}
	p.ends(left, right)
}

func (m Model) markedShown() int {
	n := 0
	for _, at := range m.shown {
		if m.marked[m.rows[at].Candidate.ID] {
			n++
		}
	}
	return n
}

// nobody is what stands where there are no rows: why, and what to do next.
func (m Model) nobody() [][]stretch {
	t := m.theme
	say := func(words string) []stretch { return []stretch{{t.Text, words}} }
	key := func(key, does string) []stretch { return []stretch{{t.Key, key}, {t.Muted, "  " + does}} }
	keys := func(a keymap.Action, does string) []stretch {
		return key(fmt.Sprintf("%-3s", m.setting.Keys.Key(a)), does)
	}
	switch {
	case m.unread != "":
		words := [][]stretch{say("The candidates could not be read."), nil}
		for _, line := range text.Lines(m.unread, m.width-2*margin) {
			words = append(words, []stretch{{t.Warn, line}})
		}
		return append(words, nil, keys(keymap.Quit, "quits"))
	case !m.loaded:
		return [][]stretch{{{t.Muted, "reading the candidates" + t.Glyphs.Ellipsis}}}
	case len(m.rows) > 0:
		words := [][]stretch{say("Nobody matches.")}
		if m.filter.plain() {
			for _, line := range text.Lines(query.Words, m.width-2*margin) {
				words = append(words, []stretch{{t.Muted, line}})
			}
		}
		if !m.typing {
			return append(words, nil, keys(keymap.Back, "clears the filter"), keys(keymap.Search, "changes it"), keys(keymap.Help, "says how one is written"))
		}
		return append(words, nil, key(fmt.Sprintf("%-3s", m.setting.Keys.Typing().Key(keymap.Back)), "goes back to what it was"), key("f1 ", "says how one is written"))
	case m.setting.May.Files:
		return [][]stretch{say("Nobody has applied yet."), nil, key(m.setting.Keys.Key(keymap.Add), "adds files and folders of applications"),
			{{t.Muted, "   so does "}, {t.Text, "candid add FOLDER"}, {t.Muted, " in a shell"}}}
	default:
		return [][]stretch{say("Nobody has applied yet."), nil, {{t.Muted, "the machine that holds the store adds them: "}, {t.Text, "candid add FOLDER"}}}
	}
}
