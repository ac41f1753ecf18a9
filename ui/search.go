package ui

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"sync/atomic"

	"candid/model"
	"candid/model/search"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// searching is the search of words in the documents of a role. Their texts are read beside all else when words are searched for first,
// and held for as long as the role is shown; documents that come in, go or change hands are read, let go and moved.
type searching struct {
	corpus search.Corpus       // by who is in the list: of those who are joined, all that they sent
	read   map[model.ID]uint64 // which documents were read of whom
	left   []model.ID          // who is still to be read
	gone   []model.ID          // whose texts are to be let go
	of     int                 // how many have documents
	on     bool                // somebody has searched
	busy   bool                // texts are being read

	want     intent.Search // the last that was asked for; number 0: none
	answered int           // the last that was answered
	known    map[search.Said]map[model.ID]bool
	looking  bool          // the corpus is being looked through for what is wanted
	again    bool          // and is to be once more, since it has grown
	turn     *atomic.Int64 // of looking through; another for each role, so that it also tells whose an answer is

	ctx  context.Context // of the reading of texts
	stop context.CancelFunc
}

// atOnce is how many candidates' texts are read between two looks at what has come.
const atOnce = 250

// mostKnown is for how many words it is remembered whose documents hold them.
const mostKnown = 64

// What the commands of a search come to.
type (
	textsRead struct {
		of     *atomic.Int64 // the turn of the search that they were read for
		corpus search.Corpus
		read   map[model.ID]uint64
		gone   []model.ID
		err    error
	}
	lookedThrough struct {
		of     *atomic.Int64
		turn   int64
		hits   []map[model.ID]bool
		corpus int // how many texts there were
	}
)

// forget ends the search of a role: what is being read or looked for is given up.
func (s *searching) forget() {
	if s.turn != nil {
		s.turn.Add(1)
		s.stop()
	}
	*s = searching{read: map[model.ID]uint64{}, known: map[search.Said]map[model.ID]bool{}, turn: new(atomic.Int64)}
	s.ctx, s.stop = context.WithCancel(context.Background())
}

// unanswered reports whether an answer is on its way without which the list shows what was asked before.
func (s *searching) unanswered() bool { return s.want.Number > s.answered }

// whole reports whether the texts of all documents have been read.
func (s *searching) whole() bool { return s.on && !s.busy && len(s.left) == 0 && len(s.read) == s.of }

// search looks through the documents for what is said, in place of what was said before.
func (a *App) search(w intent.Search) tea.Cmd {
	s := &a.searching
	s.want = w
	if !s.on {
		s.on = true
		a.survey()
	}
	more := a.readTexts()
	if s.busy && len(s.read) == 0 { // the first texts are soon there: an answer without any would only flicker
		return more
	}
	return tea.Batch(a.lookThrough(), more)
}

// survey finds whose documents are not as they were read.
func (a *App) survey() {
	s := &a.searching
	s.left, s.gone, s.of = nil, nil, 0
	there := make(map[model.ID]bool, len(a.field.cards))
	for i := range a.field.rows {
		id := a.field.rows[i].Candidate.ID
		documents := a.documents(id)
		if documents == 0 {
			continue
		}
		there[id] = true
		s.of++
		if s.read[id] != documents {
			s.left = append(s.left, id)
		}
	}
	for id := range s.read {
		if !there[id] {
			s.gone = append(s.gone, id)
		}
	}
}

// documents tells which documents somebody in the list sent, those included that came with other applications of theirs; 0: none.
func (a *App) documents(id model.ID) uint64 {
	var sum uint64
	c := a.field.cards[id].Candidate
	if c.Hidden() {
		return 0
	}
	for _, from := range append([]model.ID{id}, c.Bound(model.Holds)...) {
		for _, d := range a.field.cards[from].Candidate.Documents {
			sum = sum*1099511628211 + binary.BigEndian.Uint64(d.ID[8:]) | 1
		}
	}
	return sum
}

// keepTrue reads the texts of who has come in or sent something else, and lets go of those who are there no more. Of those given, it
// looks first whether that is so of any.
func (a *App) keepTrue(of ...model.Record) tea.Cmd {
	s := &a.searching
	same := func(r model.Record) bool { return s.read[r.Candidate.ID] == a.documents(r.Candidate.ID) }
	if !s.on || len(of) > 0 && !slices.ContainsFunc(of, func(r model.Record) bool { return !same(r) }) {
		return nil
	}
	a.survey()
	return a.readTexts()
}

// readTexts reads the next texts that are missing.
func (a *App) readTexts() tea.Cmd {
	s := &a.searching
	if s.busy || len(s.left)+len(s.gone) == 0 || len(a.writer.jobs) > 0 { // what is on its way to the disk may be who holds whom
		return nil
	}
	s.busy = true
	ids := s.left[:min(atOnce, len(s.left))]
	s.left = s.left[len(ids):]
	ids = slices.DeleteFunc(slices.Clone(ids), func(id model.ID) bool { return s.read[id] == a.documents(id) }) // they came in meanwhile
	m := textsRead{of: s.turn, corpus: s.corpus, read: make(map[model.ID]uint64, len(ids)), gone: s.gone}
	s.gone = nil
	for _, id := range ids {
		m.read[id] = a.documents(id)
	}
	st, role, ctx := a.session.Store, a.field.role.ID, s.ctx
	return func() tea.Msg {
		texts := make(map[model.ID]search.Text, len(ids))
		m.err = st.Texts(ctx, role, ids, func(id model.ID, text search.Text) { texts[id] = text })
		if m.err != nil && !model.Is(m.err, model.Damaged) { // who was not come to is read when the documents are looked over next
			maps.DeleteFunc(m.read, func(id model.ID, _ uint64) bool { _, read := texts[id]; return !read })
		}
		if len(m.gone) > 0 {
			m.corpus = m.corpus.Remove(m.gone...)
		}
		m.corpus = m.corpus.Put(texts)
		return m
	}
}

// gotTexts takes texts that were read, and looks through them for what is wanted.
func (a *App) gotTexts(m textsRead) tea.Cmd {
	s := &a.searching
	if m.of != s.turn {
		return nil
	}
	s.busy = false
	s.corpus = m.corpus
	clear(s.known)
	for id, documents := range m.read {
		s.read[id] = documents
	}
	for _, id := range m.gone {
		delete(s.read, id)
		if a.documents(id) != 0 { // who is back by now
			s.left = append(s.left, id)
		}
	}
	if m.err != nil {
		a.complain(m.err)
	}
	more := a.readTexts()
	switch {
	case s.want.Number == 0:
		return more
	case s.looking:
		s.again = true
		return more
	}
	return tea.Batch(a.lookThrough(), more)
}

// lookThrough looks through what has been read for what is wanted. One that is under way is given up.
func (a *App) lookThrough() tea.Cmd {
	s := &a.searching
	s.looking, s.again = true, false
	turn, newest, corpus := s.turn.Add(1), s.turn, s.corpus
	said := s.want.Said
	hits := make([]map[model.ID]bool, len(said))
	for i, x := range said {
		hits[i] = s.known[x]
	}
	m := lookedThrough{of: newest, turn: turn, hits: hits, corpus: len(s.read)}
	return func() tea.Msg {
		old := func() bool { return newest.Load() != turn }
		for i, x := range said {
			if m.hits[i] == nil && !old() {
				m.hits[i] = corpus.Hits(x, old)
			}
		}
		return m
	}
}

// sawThrough gives the list the answer that it waits for, unless something else was asked for meanwhile.
func (a *App) sawThrough(m lookedThrough) tea.Cmd {
	s := &a.searching
	if m.of != s.turn || m.turn != s.turn.Load() {
		return nil
	}
	s.looking = false
	if len(s.known) > mostKnown {
		clear(s.known)
	}
	if m.corpus == len(s.read) && !s.again {
		for i, x := range s.want.Said {
			s.known[x] = m.hits[i]
		}
	}
	s.answered = s.want.Number
	cmds := []tea.Cmd{a.tell(intent.Found{Number: s.want.Number, Hits: m.hits, Read: min(m.corpus, s.of), Of: s.of})}
	if s.again {
		cmds = append(cmds, a.lookThrough())
	}
	return tea.Batch(append(cmds, a.catchUpKeys())...)
}

// awaited reports whether keys of the list are to wait for the answer to a filter that has been typed: they mean what it will show.
func (a *App) awaited() bool {
	if len(a.stack) > 1 || !a.searching.unanswered() {
		return false
	}
	typing, ok := a.top().(intent.Typing)
	return ok && !typing.Typing()
}
