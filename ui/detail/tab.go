package detail

import (
	"strconv"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/text"
)

// tabKind is what kind of thing a tab shows, so that the next candidate opens on the same.
type tabKind int

// The kinds of tab: those of documents are documentKind and more.
const (
	proofKind tabKind = iota
	historyKind
	documentKind
)

func (m Model) historyTab() int { return len(m.documents) + 1 }

func (m Model) tabKind() tabKind {
	switch d, ok := m.document(); {
	case ok:
		return documentKind + tabKind(d.Kind)
	case m.tab > 0:
		return historyKind
	default:
		return proofKind
	}
}

// tabOf is the first tab of a kind; proof where there is none. A new candidate is never shown history first.
func (m Model) tabOf(k tabKind) int {
	for i, d := range m.documents {
		if documentKind+tabKind(d.Kind) == k {
			return i + 1
		}
	}
	return 0
}

// document is the document whose tab is shown; false on the other tabs.
func (m Model) document() (model.Document, bool) {
	if m.tab < 1 || m.tab > len(m.documents) {
		return model.Document{}, false
	}
	return m.documents[m.tab-1], true
}

// show goes to a tab. The history is asked for when it is gone to.
func (m Model) show(tab int) (Model, intent.Intent) {
	if p, ok := m.page(); ok {
		m = m.with(p.Select(false).Find(""))
	}
	n := m.historyTab() + 1
	m.tab = (tab + n) % n
	m.top = 0
	m.seek = len(m.sought) > 0
	return m, m.look()
}

// look asks for the history when it is in sight.
func (m Model) look() intent.Intent {
	if m.known && m.tab == m.historyTab() {
		return intent.Look{Candidate: m.candidate()}
	}
	return nil
}

// tabNames is what the tabs are called.
func (m Model) tabNames() []string {
	names := []string{"Proof"}
	seen := map[string]int{}
	for i, d := range m.current {
		name := kindNames[min(int(d.Kind), len(kindNames)-1)]
		if d.Kind >= model.OtherDocument && d.Name != "" {
			name = text.Cut(d.Name, 20, m.theme.Glyphs.Ellipsis)
		}
		if seen[name]++; seen[name] > 1 {
			name += " " + strconv.Itoa(seen[name])
		}
		if _, held := m.sender(i + 1); held {
			name = "+ " + name
		}
		names = append(names, name)
	}
	return append(names, "History")
}

var kindNames = [...]string{"Resume", "Cover letter", "Answers", "Document"}

// tabAt is a tab as it is drawn: from is the cell it begins at.
type tabAt struct {
	tab, from, to int
	name          string
}

// tabs is the tabs that have room in so many cells, the one shown among them.
func (m Model) tabs(cells int) []tabAt {
	names := m.tabNames()
	first := 0
	width := func(from, to int) int {
		w := 0
		for _, n := range names[from : to+1] {
			w += text.Width(n) + 3
		}
		return w
	}
	for first < m.tab && width(first, m.tab) > cells {
		first++
	}
	var tabs []tabAt
	x := 0
	for i := first; i < len(names); i++ {
		w := text.Width(names[i]) + 2
		if x+w > cells && i > m.tab {
			break
		}
		tabs = append(tabs, tabAt{i, x, x + w, names[i]})
		x += w + 1
	}
	return tabs
}
