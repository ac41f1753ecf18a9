package evidence

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"candid/model/outline"
)

// posts is what is noted of a document's posts for the requirements that ask for years.
type posts struct {
	trade  []uint64      // by post: a bit for each ask that something in it speaks to; the first is for the trade itself
	told   []bool        // by post: more is told of it than its headline
	whole  uint64        // the bits of the whole document
	speaks [][]bool      // by ask that asks for years, then post: something in it speaks to what they are asked of
	all    bool          // nothing tells what the trade is
	stated [][]candidate // by ask: the statements that say a number of years
}

func (s *search) newPosts() *posts {
	p := &posts{}
	if s.years == nil {
		return p
	}
	p.trade, p.told = make([]uint64, len(s.outline.Posts)), make([]bool, len(s.outline.Posts))
	p.speaks, p.stated = make([][]bool, len(s.asks)), make([][]candidate, len(s.asks))
	p.all = len(s.asks[len(s.asks)-1].wants) == 0
	for a := range s.asks {
		if s.asks[a].years > 0 {
			p.speaks[a] = make([]bool, len(s.outline.Posts))
		}
	}
	return p
}

// counts reports whether a post is of the role's trade: its headline says so, or it speaks to three things that the role asks for. A post
// of which nothing is told is taken to be, where the document as a whole speaks to as many.
func (p *posts) counts(post int) bool {
	spoken := p.trade[post]
	if !p.told[post] {
		spoken = p.whole
	}
	return p.trades(spoken)
}

// manyAsks is how many of the things that a role asks for a post speaks to that is of its trade, whatever its headline says.
const manyAsks = 3

// trades reports whether what is spoken to tells of the role's trade.
func (p *posts) trades(spoken uint64) bool {
	return p.all || spoken&1 != 0 || bits.OnesCount64(spoken) >= manyAsks
}

// look notes what a statement says of years.
func (p *posts) look(s *search) {
	if s.years == nil {
		return
	}
	if s.at.post >= 0 && s.at.kind != outline.Posted {
		p.told[s.at.post] = true
	}
	switch s.at.section {
	case outline.NoSection, outline.Summary, outline.Work, outline.Projects, outline.Skills:
	default:
		return // years of membership, of a language, of a school
	}
	if s.dated() {
		return
	}
	worked := s.experience()
	for i := s.starts[s.at.from]; i < s.starts[s.at.to]; i++ {
		w := s.words[i]
		if w.id != 0 && !w.own && s.Finder.years[w.id] && (worked || s.goesOn(i)) && p.state(s, s.at, i) {
			return
		}
	}
}

// dated reports whether there are dates in the statement: the years beside them are how long a post was, which the dates tell.
func (s *search) dated() bool {
	i, _ := slices.BinarySearchFunc(s.outline.Dates, s.at.from, func(d outline.Dated, line int) int { return cmp.Compare(d.Line, line) })
	return s.at.kind == outline.Posted && i < len(s.outline.Dates) && s.outline.Dates[i].Line < s.at.to
}

// experience reports whether a statement speaks of somebody's work, so that years in it are years of that: years pass in many ways.
func (s *search) experience() bool {
	if s.at.section == outline.Summary || len(s.marks[len(s.asks)-1]) > 0 {
		return true
	}
	for _, w := range s.words[s.starts[s.at.from]:s.starts[s.at.to]] {
		if w.id != 0 && s.worked[w.id] {
			return true
		}
	}
	return false
}

// goesOn reports whether a word follows that says what the years at word i were spent on: "8 years in the trade".
func (s *search) goesOn(i int) bool {
	return i+1 < s.starts[s.at.to] && (s.text(s.words[i+1]) == "in" || s.text(s.words[i+1]) == "as")
}

// state notes a statement that says a number of years, at the word for years; false when it says none.
func (p *posts) state(s *search, at statement, i int) bool {
	// The words around it, of the same line.
	lo, hi := max(s.starts[at.from], i-6), min(s.starts[at.to], i+6)
	line := s.words[i].line
	for s.words[lo].line != line {
		lo++
	}
	for s.words[hi-1].line != line {
		hi--
	}
	base := int(s.words[lo].from)
	ws := words(s.lines[line][base:s.words[hi-1].to])
	k := slices.IndexFunc(ws, func(w token) bool { return base+w.from == int(s.words[i].from) })
	if k < 0 {
		return false
	}
	years, first := yearsNamed(ws, k)
	last := k
	if age(ws, k) {
		years = 0
	}
	if since()[ws[k].stem] {
		first = k
		years, last = yearsSince(ws, k, s.present.Year())
	}
	if years == 0 {
		return false
	}
	from, to := base+ws[first].from, base+ws[last].to
	if strings.HasPrefix(s.lines[line][to:], "+") {
		to++
	}
	for a, ask := range s.asks {
		if ask.years == 0 || len(p.stated[a]) >= most || ask.of != 0 && s.covers(a)&ask.of == 0 {
			continue
		}
		p.stated[a] = append(p.stated[a], candidate{statement: at, line: int(line), strength: ofStated,
			terms: []Term{{From: from, To: to, Text: s.lines[line][from:to], Why: ask.asked(), Line: int(line)}}})
	}
	return true
}

// note takes down that the statement says so much to an ask.
func (p *posts) note(s *search, a int, sum float64) {
	if s.years == nil {
		return
	}
	var bit uint64
	switch trade := a == len(s.asks)-1; {
	case trade && s.at.kind == outline.Posted:
		bit = 1
	case !trade && s.enough(sum):
		bit = 1 << (1 + a%63)
	}
	p.whole |= bit
	if s.at.post < 0 {
		return
	}
	p.trade[s.at.post] |= bit
	if of := s.asks[a].of; of != 0 && s.covers(a)&of != 0 {
		p.speaks[a][s.at.post] = true
	}
}

// How strongly it speaks that somebody says how many years; and that a post has dates, the shortest and what is added for the longest.
const (
	ofStated  = 0.9
	ofDates   = 0.45
	ofLongest = 0.3
)

// short is how many months a post has to have to be pointed at for its dates; the shorter ones count nevertheless.
const short = 6

// sum adds up the dates of the posts that count for an ask, and gives the statements that are evidence of years.
func (p *posts) sum(s *search, a int) (Sum, []candidate) {
	ask := s.asks[a]
	if ask.years == 0 {
		return Sum{}, nil
	}
	sum := Sum{Asked: ask.years, Of: ask.ofNames()}
	var ranges []outline.Range
	c := p.stated[a]
	if ask.of == 0 && len(s.outline.Posts) > 0 && !p.trades(p.whole) {
		c = nil // years of another trade
	}
	longest := 0
	for i, post := range s.outline.Posts {
		if post.Study || !post.HasDates || ask.of == 0 && !p.counts(i) || ask.of != 0 && !p.speaks[a][i] {
			continue
		}
		ranges = append(ranges, post.Dates)
		months := outline.Sum([]outline.Range{post.Dates}, s.present)
		longest = max(longest, months)
		d := post.Dated
		sum.Ranges = append(sum.Ranges, Ranged{Line: d.Line, From: d.From, To: d.To, Months: months, Place: s.outline.Place(d.Line)})
	}
	sum.Months = outline.Sum(ranges, s.present)
	for _, r := range sum.Ranges {
		if r.Months < short && r.Months < longest {
			continue
		}
		l := s.outline.Lines[r.Line]
		at := statement{max(0, min(l.From, r.Line)), max(l.To, r.Line+1), outline.Posted, l.Section, l.Post, 0}
		c = append(c, candidate{statement: at, line: r.Line, strength: ofDates + ofLongest*float64(r.Months)/float64(max(1, longest)),
			terms: []Term{{From: r.From, To: r.To, Text: s.lines[r.Line][r.From:r.To], Why: ask.asked(), Line: r.Line}}})
	}
	return sum, c
}

// asked is what an ask for years asks for, in words: "5+ years of Rust".
func (a ask) asked() string {
	s := strconv.Itoa(a.years) + "+ years"
	if of := a.ofNames(); of != "" {
		s += " of " + of
	}
	return s
}

// ofNames is what years are asked of: "Rust or Go"; "" for any work.
func (a ask) ofNames() string { return a.names(a.of) }

// names is the names of some wants, by their bits: "Rust or Go".
func (a ask) names(wants uint64) string {
	var names []string
	for i, w := range a.wants {
		if wants&(1<<min(i, 63)) != 0 {
			names = append(names, w.name)
		}
	}
	return strings.Join(names, " or ")
}
