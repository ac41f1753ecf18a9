package role

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/model/evidence"
	"candid/model/posting"
	"candid/ui/intent"
)

// enter goes into the posting, to the line of the requirement one stands on, or back out of it.
func (m Model) enter(beside bool) Model {
	if m.beside = beside; !m.looking || len(m.reading.Lines) == 0 {
		return m.show()
	}
	if q, ok := m.current(); beside && ok {
		return m.standOn(q.ID)
	}
	if made := m.draft.of(m.line); !beside && len(made) > 0 {
		return m.standOn(made[0].ID)
	}
	return m.show()
}

// picking reports whether keys move from line to line of the posting.
func (m Model) picking() bool { return m.looking && m.beside }

// toLine goes to a line of the posting that could be a requirement, and to the requirement that was made of it.
func (m Model) toLine(i int) Model {
	m.line = max(0, min(i, len(m.reading.Lines)-1))
	for at, q := range m.draft.entries() {
		for _, of := range m.draft.origin[q.ID] {
			if of == m.line {
				m.at = at + 1
			}
		}
	}
	return m.show()
}

// pick takes the line one stands on into the checklist, or what was made of it out again.
func (m Model) pick() (Model, intent.Intent) {
	made := m.draft.of(m.line)
	if len(made) == 0 {
		if len(m.draft.requirements) >= mostRequirements {
			return m, full
		}
		next, q := m.draft.pick(m.line, m.reading.Lines[m.line])
		return m.do("picked "+q.Label, q.ID, next), nil
	}
	var ids []model.RequirementID
	dropped := false // whether one of them is in the checklist
	for _, q := range made {
		ids = append(ids, q.ID)
		dropped = dropped || !m.draft.dropped[q.ID]
	}
	did := map[bool]string{true: "dropped ", false: "took back "}[dropped]
	return m.do(did+made[0].Label, made[0].ID, m.draft.drop(ids, dropped)), nil
}

// picked is the requirement that the line one stands on is in the checklist as; false when it is not.
func (m Model) picked() (model.Requirement, bool) {
	for _, q := range m.draft.of(m.line) {
		if !m.draft.dropped[q.ID] {
			return q, true
		}
	}
	return model.Requirement{}, false
}

// mark shows in the posting what one stands on: the lines of a requirement, or the line that may be picked.
func (m Model) mark() Model {
	reading := evidence.Reading{Document: model.Document{ID: m.role.ID, Format: "markdown"}, Lines: m.lines}
	if m.picking() && len(m.reading.Lines) > 0 {
		if m.page.Document() != m.role.ID || !m.page.Shown() {
			m.page = m.page.Show(reading, 0)
		}
		l := m.reading.Lines[m.line]
		meant := m.meant(l)
		from, to := span(l, meant)
		m.page = m.page.Choose(from, to, meant, m.marked())
		return m
	}
	q, _ := m.current()
	if q.Lines[1] > q.Lines[0] {
		reading.Found = map[model.RequirementID][]evidence.Found{q.ID: nil}
		meant := m.meantBy(q)
		for i := max(0, q.Lines[0]); i < min(q.Lines[1], len(m.lines)); i++ {
			if len(meant) > 0 && len(meant[i]) == 0 {
				continue
			}
			reading.Found[q.ID] = append(reading.Found[q.ID], evidence.Found{Line: i, From: i, To: i + 1, Text: m.lines[i], Terms: meant[i], Strength: 1})
		}
	}
	m.page = m.page.Show(reading, q.ID)
	return m
}

// meantBy is the words of the posting's lines that a requirement was made of, where these hold more.
func (m Model) meantBy(q model.Requirement) map[int][]evidence.Term {
	meant := map[int][]evidence.Term{}
	for _, i := range m.draft.origin[q.ID] {
		for line, term := range m.meant(m.reading.Lines[i]) {
			meant[line] = append(meant[line], term)
		}
	}
	return meant
}

// marked is where in the posting's lines begins what is in the checklist.
func (m Model) marked() map[int][]int {
	marked := map[int][]int{}
	for _, q := range m.draft.kept().Requirements {
		for _, i := range m.draft.origin[q.ID] {
			meant := m.meant(m.reading.Lines[i])
			first, _ := span(m.reading.Lines[i], meant)
			marked[first] = append(marked[first], meant[first].From)
		}
	}
	return marked
}

// meant is the words of the posting's lines that a line of the reading is, where these hold more than it.
func (m Model) meant(l posting.Line) map[int]evidence.Term {
	if !m.shared(l) {
		return nil
	}
	meant := map[int]evidence.Term{}
	words := strings.Fields(l.Text)
	for i := max(0, l.Lines[0]); i < min(l.Lines[1], len(m.lines)) && len(words) > 0; i++ {
		from, to, n := run(m.lines[i], words)
		if n == 0 {
			continue
		}
		meant[i] = evidence.Term{Line: i, From: from, To: to, Text: m.lines[i][from:to]}
		words = words[n:]
	}
	return meant
}

// span is the posting's lines that a line of the reading stands in, from the first with words that are meant to the last.
func span(l posting.Line, meant map[int]evidence.Term) (from, to int) {
	if len(meant) == 0 {
		return l.Lines[0], l.Lines[1]
	}
	in := slices.Sorted(maps.Keys(meant))
	return in[0], in[len(in)-1] + 1
}

// shared reports whether another line of the reading stands in the same lines of the posting.
func (m Model) shared(l posting.Line) bool {
	n := 0
	for _, x := range m.reading.Lines {
		if x.Lines[0] < l.Lines[1] && l.Lines[0] < x.Lines[1] {
			n++
		}
	}
	return n > 1
}

// run finds in a line the words of a sentence, or as many as it ends with: bytes from to to, and how many words they are.
func run(line string, words []string) (from, to, n int) {
	for at := 0; ; {
		i := strings.Index(line[at:], words[0])
		if i < 0 {
			return from, to, n
		}
		begin, end, k := at+i, at+i+len(words[0]), 1
		for k < len(words) {
			j := strings.Index(line[end:min(len(line), end+8+len(words[k]))], words[k])
			if j < 0 {
				break
			}
			end, k = end+j+len(words[k]), k+1
		}
		whole := k == len(words) || !strings.ContainsFunc(line[end:], unicode.IsLetter)
		if whole && (k > n || k == n && end-begin < to-from) { // of several the one without gaps
			from, to, n = begin, end, k
		}
		at += i + len(words[0])
	}
}
