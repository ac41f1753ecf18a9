package list

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/query"
	"candid/model/search"
	"candid/ui/intent"
)

// longest a filter may be, in characters.
const longestFilter = 1000

// filter is the words that say which rows are shown, what they mean, and whose documents hold what they say.
type filter struct {
	text   string
	query  query.Query
	number int                 // of the search that was asked for; 0: its words are looked for in no document
	hits   []map[model.ID]bool // of that search, one map for each that is said; nil until there is an answer
	of     int                 // how many documents are to be looked through
	read   int                 // and how many of them had been read
}

// documents says whose documents hold what is said.
func (f filter) documents(n int, candidate model.ID) bool {
	return n < len(f.hits) && f.hits[n][candidate]
}

// asksFor reports whether the filter says something that documents are looked through for.
func (f filter) asksFor(said []search.Said) bool {
	return len(said) > 0 && slices.Equal(f.query.Said(), said)
}

// scope is what a filter may speak of. What it may be completed with is gathered when the typing begins: at a key there is no time.
func (m Model) scope() query.Scope {
	s := m.values
	s.Role, s.Viewer, s.Names, s.Now, s.Zone = m.role, m.setting.Viewer.ID, m.setting.Names, m.setting.Now(), m.setting.Zone
	return s
}

// gather finds the values that a filter can name.
func (m Model) gather() query.Scope {
	var tags, sources, places []string
	for i := range m.rows {
		c := &m.rows[i].Candidate
		for _, t := range c.Tags {
			tags = append(tags, t.Name)
		}
		sources, places = append(sources, c.Source), append(places, c.Location)
	}
	return query.Scope{Tags: distinct(tags), Sources: distinct(sources), Places: distinct(places)}
}

// distinct is each of the words once, those that stand there most often first.
func distinct(words []string) []string {
	count := map[string]int{}
	for _, w := range words {
		if w != "" {
			count[w]++
		}
	}
	once := make([]string, 0, len(count))
	for w := range count {
		once = append(once, w)
	}
	slices.SortFunc(once, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	return once
}

// narrow puts words in the place of the filter. Words that cannot be read leave it as it was, and so do words that documents have to be
// looked through for, until the answer is there: the list goes from one whole result to the next. Whoever the cursor is on keeps it if
// they are still shown; else the first has it.
func (m *Model) narrow(words string) error {
	q, err := query.Parse(words, m.scope())
	if err != nil {
		return err
	}
	f := filter{text: strings.TrimSpace(words), query: q}
	said := q.Said()
	switch {
	case len(said) == 0:
		m.wanted = filter{}
	case m.filter.asksFor(said) && m.filter.hits != nil:
		f.number, f.hits, f.read, f.of = m.filter.number, m.filter.hits, m.filter.read, m.filter.of
		if f.number != m.searched { // something else was asked for meanwhile: fuller answers come to the last search only
			m.searches++
			f.number = m.searches
		}
		m.wanted = filter{}
	case m.wanted.asksFor(said):
		f.number = m.wanted.number
		m.wanted = f
		return nil
	default:
		m.searches++
		f.number = m.searches
		m.wanted = f
		return nil
	}
	m.apply(f)
	return nil
}

// apply shows what a filter lets through.
func (m *Model) apply(f filter) {
	before := m.by()
	m.filter = f
	m.cursor = 0
	if m.by() != before {
		m.settle()
		return
	}
	m.pick()
}

// found takes an answer to what is wanted now, or a fuller one to what is shown. Any other answer is old.
func (m *Model) found(answer intent.Found) {
	f := m.filter
	wanted := m.wanted.number != 0 && m.wanted.number == answer.Number
	switch {
	case wanted:
		f, m.wanted = m.wanted, filter{}
	case f.number == 0 || f.number != answer.Number:
		return
	}
	f.hits, f.read, f.of = answer.Hits, answer.Read, answer.Of
	if wanted {
		m.apply(f)
	} else {
		m.filter = f
		m.pick()
	}
	m.unless()
}

// unless gives up what was typed as a word and nobody has, where it can still become a field.
func (m *Model) unless() {
	if len(m.shown) == 0 && m.wanted.number == 0 && m.filter.read >= m.filter.of {
		m.stepBack(m.filter.text)
	}
}

// words is the filter as it was written, shown or on its way.
func (m Model) words() string {
	if m.wanted.number != 0 {
		return m.wanted.text
	}
	return m.filter.text
}

// reread reads the filter again, after something that it may speak of has changed. One that means nothing any more stays as it was.
func (m *Model) reread() {
	for _, f := range []*filter{&m.filter, &m.wanted} {
		if q, err := query.Parse(f.text, m.scope()); err == nil && slices.Equal(q.Said(), f.query.Said()) {
			f.query = q
		}
	}
}

// begin is the filter that a list opens with. It shows at once what it lets through without a look into documents.
func (m *Model) begin(words string) {
	m.filter, m.wanted, m.typing = filter{}, filter{}, typing{}
	q, err := query.Parse(words, m.scope())
	if err != nil {
		return
	}
	m.filter = filter{text: strings.TrimSpace(words), query: q}
	if len(q.Said()) > 0 {
		m.searches++
		m.filter.number = m.searches
	}
	m.recall(m.filter.text)
}

// filterBy puts a query in the place of the filter, from elsewhere than the filter line.
func (m *Model) filterBy(words string) intent.Intent {
	m.leaveTyping()
	if err := m.narrow(words); err != nil {
		says, _, _ := why(err)
		return intent.Say{Text: says}
	}
	m.recall(m.words())
	return nil
}
