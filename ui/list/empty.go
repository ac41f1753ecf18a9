package list

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/query"
	"candid/model/search"
	"candid/ui/keymap"
	"candid/ui/text"
)

// nobody is what stands where there are no rows: why, and what to do next.
func (m Model) nobody() [][]stretch {
	t := m.theme
	say := func(words string) []stretch { return []stretch{{t.Text, words}} }
	switch {
	case m.unread != "":
		words := [][]stretch{say("The candidates could not be read."), nil}
		for _, line := range text.Lines(m.unread, m.width-2*margin) {
			words = append(words, []stretch{{t.Warn, line}})
		}
		return append(append(words, nil), m.ways(way{m.setting.Keys.Key(keymap.Quit), "quits"})...)
	case !m.loaded:
		return [][]stretch{{{t.Muted, "reading the candidates" + t.Glyphs.Ellipsis}}}
	case len(m.rows) > 0:
		words := [][]stretch{say(m.nobodyMatches())}
		for _, line := range m.lacking {
			words = append(words, []stretch{{t.Muted, line}})
		}
		if !m.typing.on {
			return append(append(words, nil), m.ways(way{m.setting.Keys.Key(keymap.Back), "clears the filter"}, way{m.setting.Keys.Key(keymap.Search), "changes it"},
				way{m.setting.Keys.Key(keymap.Help), "says how one is written"})...)
		}
		return append(append(words, nil), m.ways(way{m.setting.Keys.Typing().Key(keymap.Back), "goes back to what it was"}, way{m.helpWhileTyping(), "says how one is written"})...)
	case m.setting.May.Files:
		return [][]stretch{say("Nobody has applied yet."), nil, m.ways(way{m.setting.Keys.Key(keymap.Add), "adds files and folders of applications"})[0],
			{{t.Muted, "   so does "}, {t.Text, "candid add FOLDER"}, {t.Muted, " in a shell"}}}
	default:
		return [][]stretch{say("Nobody has applied yet."), nil, {{t.Muted, "the machine that holds the store adds them: "}, {t.Text, "candid add FOLDER"}}}
	}
}

// way is a key and what it does.
type way struct{ key, does string }

// ways is what can be done next, a line each.
func (m Model) ways(ways ...way) [][]stretch {
	widest := 0
	for _, w := range ways {
		widest = max(widest, text.Width(w.key))
	}
	var lines [][]stretch
	for _, w := range ways {
		lines = append(lines, []stretch{{m.theme.Key, text.Fit(w.key, widest, "")}, {m.theme.Muted, "  " + w.does}})
	}
	return lines
}

// helpWhileTyping is the key for help that types nothing.
func (m Model) helpWhileTyping() string {
	for _, k := range m.setting.Keys.Keys(keymap.Help) {
		if len(k) > 1 {
			return k
		}
	}
	return ""
}

// nobodyMatches says why nobody is shown.
func (m Model) nobodyMatches() string {
	switch f := m.filter; {
	case f.number > 0 && f.read < f.of:
		return fmt.Sprintf("Nobody matches so far: documents %s of %s read.", text.Thousands(f.read), text.Thousands(f.of))
	case m.done == len(m.rows) && strings.Contains(f.text, "mine:"):
		return "Nobody matches: your review of everybody is submitted."
	default:
		return "Nobody matches."
	}
}

// mostCounted is how many rows are counted while a filter is typed, to say which part of it lets nobody through: more would hold up the
// next key, and wait until it is kept.
const mostCounted = 1000

// lack finds what there is to say where nobody is shown.
func (m *Model) lack() {
	m.lacking = nil
	if len(m.shown) == 0 && (!m.typing.on || len(m.rows) <= mostCounted) {
		m.lacking = m.without()
	}
}

// without says which part of the filter lets nobody through: how many would be shown without it.
func (m Model) without() []string {
	const most = 4
	parts := apart(m.filter.text)
	if len(parts) < 2 {
		return nil
	}
	var lines []string
	for i, part := range parts {
		rest := strings.TrimSpace(strings.Join(parts[:i], "") + strings.Join(parts[i+1:], ""))
		q, err := query.Parse(rest, m.scope())
		if err != nil {
			continue
		}
		n := m.count(q)
		if n == 0 {
			continue
		}
		lines = append(lines, fmt.Sprintf("Without %s there %s %s.", strings.TrimSpace(part), verb(n), text.Thousands(n)))
		if len(lines) == most {
			break
		}
	}
	return lines
}

func verb(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// count is how many a part of the filter lets through, as far as the documents are looked through for what it says.
func (m Model) count(q query.Query) int {
	f := filter{query: q, hits: m.hitsOf(q.Said())}
	return len(q.Indices(m.rows, f.documents))
}

// hitsOf is whose documents hold what is said, as far as the filter says it too and there is an answer.
func (m Model) hitsOf(all []search.Said) []map[model.ID]bool {
	hits := make([]map[model.ID]bool, len(all))
	for n, said := range all {
		for i, known := range m.filter.query.Said() {
			if known == said && i < len(m.filter.hits) {
				hits[n] = m.filter.hits[i]
			}
		}
	}
	return hits
}

// apart is the parts of a filter that must match together, each with the blanks behind it; nil for alternatives.
func apart(words string) []string {
	var parts []string
	depth, quoted, from := 0, false, 0
	end := func(to int) bool {
		word := strings.TrimSpace(words[from:to])
		if strings.EqualFold(word, "or") {
			return false
		}
		if word != "" && !strings.EqualFold(word, "not") {
			parts = append(parts, words[from:to])
			from = to
		}
		return true
	}
	for i, r := range words {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ' ' && depth == 0:
			if !end(i + 1) {
				return nil
			}
		}
	}
	if !end(len(words)) {
		return nil
	}
	return parts
}
