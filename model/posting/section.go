package posting

import (
	"cmp"
	"slices"
	"strings"

	"candid/model"
	"candid/model/wording"
)

// section is what stands under one heading.
type section struct {
	meaning
	head  string // the heading
	intro bool   // it is words that lead on to a list
	wants []want // what stands there that could be asked for
	named block  // a heading in bold, under one with a mark of its own that asks
}

// asked is what the sections ask for, in their order, nothing twice.
func asked(parts []section) []want {
	plain := slices.ContainsFunc(parts, func(s section) bool { return s.sense == asks && !s.intro && len(s.asked()) > 0 })
	wishPriority, wishDoubt := model.Must, "and no list says what is required"
	if slices.ContainsFunc(parts, func(s section) bool { return s.sense == asks && len(s.asked()) > 0 }) {
		wishPriority, wishDoubt = model.Nice, ""
	}
	g := gathering{seen: map[string]bool{}}
	var prose []want
	for i, s := range parts {
		g.section = i + 1
		switch {
		case s.sense == asks && s.mixed:
			g.add(s.asked(), model.Must, wording.Priority, s.doubt("which says both required and welcome"))
		case s.sense == asks:
			g.add(s.asked(), model.Must, wording.Priority, "")
		case s.sense == asksNice:
			g.add(s.asked(), model.Nice, wording.Priority, "")
		case s.sense == wishes:
			g.add(s.asked(), wishPriority, wording.Priority, s.doubt(wishDoubt))
		case (!plain || s.mixed || s.sense == unknown && s.exact) && s.sense != gives && s.sense != uses && s.qualifies():
			g.add(s.asked(), model.Must, wording.Asked, s.doubt(s.silent()))
		case s.mixed:
			g.add(s.qualifying(), model.Must, wording.Asked, s.doubt(s.silent()))
		}
	}
	if !g.must() {
		for i, s := range parts {
			if g.section = i + 1; s.sense == uses {
				g.add(s.asked(), model.Must, wording.Asked, s.doubt("which says what is worked with"))
			}
		}
	}
	for i, s := range parts {
		switch {
		case s.sense == gives:
		case !plain && !g.must():
			prose = append(prose, s.demands()...)
		default:
			leads := !plain && i+1 < len(parts) && parts[i+1].intro && (parts[i+1].sense == asks || parts[i+1].mixed)
			prose = append(prose, s.extras(leads)...)
		}
	}
	if g.section = 0; !plain && !g.must() {
		g.section = len(parts) + 1 // all of it is told in one way
	}
	g.add(prose, model.Must, wording.Asked, "told from running text")
	slices.SortStableFunc(g.all, func(a, b want) int { return a.first - b.first })
	return g.all
}

// doubt is what is doubtful about the section: where that stands, and why; "" for nothing.
func (s section) doubt(why string) string {
	head := strings.TrimRight(s.head, " :：")
	switch {
	case why == "":
		return ""
	case head == "":
		return "under no heading"
	default:
		return "under '" + wording.Shorten(head, model.LabelCells) + "', " + why
	}
}

// silent is why it is doubtful that a section asks whose items read so.
func (s section) silent() string {
	if s.mixed {
		return "which names the work, too"
	}
	return "which names no requirements"
}

// gathering is what is asked for, as it is found.
type gathering struct {
	all     []want
	seen    map[string]bool
	section int // that is gathered from, from 1; 0 when what is gathered is doubtful each by itself
}

func (g *gathering) must() bool {
	return slices.ContainsFunc(g.all, func(w want) bool { return w.priority == model.Must })
}

// add takes what a section asks for, at its priority but for those whose own words say another.
func (g *gathering) add(wants []want, p model.Priority, kind wording.DoubtKind, doubt string) {
	for _, w := range wants {
		key := w.key()
		if g.seen[key] || strings.IndexFunc(key, wording.Wordy) < 0 {
			continue
		}
		g.seen[key] = true
		w.priority, w.kind, w.doubt, w.section = p, kind, doubt, g.section
		switch {
		case p == model.Must && w.marksNice():
			w.priority = model.Nice
			if kind == wording.Priority {
				w.doubt = "" // its words say it
			}
		case p == model.Nice && w.says.has(firm):
			w.priority, w.kind, w.section, w.doubt = model.Must, wording.Priority, 0, "required in its words, welcome by its heading"
		}
		g.all = append(g.all, w)
	}
}

// doubtful is what is doubtful about wants, each the requirement of its number, with what their words leave doubtful by
// themselves, in their order.
func doubtful(wants []want, own []wording.Doubt) []wording.Doubt {
	var all []wording.Doubt
	alike := map[int]int{} // how many of a section are doubtful
	for _, w := range wants {
		if w.doubt != "" {
			alike[w.section]++
		}
	}
	for i, w := range wants {
		if w.doubt == "" {
			continue
		}
		d := wording.Doubt{Requirement: model.RequirementID(i + 1), Kind: w.kind, Why: w.doubt}
		if alike[w.section] > 1 {
			d.Section = w.section
		}
		all = append(all, d)
	}
	all = append(all, own...)
	slices.SortStableFunc(all, func(a, b wording.Doubt) int { return cmp.Compare(a.Requirement, b.Requirement) })
	return all
}

// sections parts the blocks by their headings. A heading that says nothing stands for what the one above it says, so a list of
// "Tools" inside "Requirements" is required; and the words that lead on to a list do not make requirements of what stands under
// another heading.
func sections(blocks []block) []section {
	var stack []open
	parts := []section{{}}
	first := true
	for _, b := range blocks {
		if b.kind != heading {
			p := &parts[len(parts)-1]
			p.wants = append(p.wants, wantsOf(b)...)
			if len(stack) > 0 {
				stack[len(stack)-1].filled = true
			}
			continue
		}
		m := meaningOf(b.text)
		if b.level < introLevel && m.own > ownWords {
			m = meaning{own: m.own}
		}
		if first && (!m.exact && (m.own > 1 || onlyOf(blocks, b.level)) || m.seeks && b.level == 1) {
			m = meaning{} // the role's title
		}
		first = false
		level := under(stack, 2*b.level, m)
		for len(stack) > 0 && stack[len(stack)-1].level >= level {
			stack = stack[:len(stack)-1]
		}
		var named block
		if len(stack) > 0 {
			around := stack[len(stack)-1]
			if m.sense != unknown || !around.left {
				m = within(around, m, b.level == introLevel)
			}
			if around.sense == asks && m.sense >= works && !m.mixed && !m.weak {
				stack[len(stack)-1].left = true
			}
			if around.sense == asks && m.sense == asks && b.level == boldLevel && around.level < level {
				named = b
			}
		}
		stack = append(stack, open{meaning: m, level: level})
		parts = append(parts, section{meaning: m, head: b.text, intro: b.level == introLevel, named: named})
	}
	return joinNames(parts)
}

// ownWords is the most words of its own in a heading that names a section. What leads on to a list may have more.
const ownWords = 10

// joinNames makes one want of a name in bold and the sentences below it, where several such stand in a row.
func joinNames(parts []section) []section {
	isName := func(i int) bool {
		return i >= 0 && i < len(parts) && parts[i].named.text != "" && len(parts[i].wants) > 0 &&
			!slices.ContainsFunc(parts[i].wants, func(w want) bool { return !w.prose || w.first != parts[i].wants[0].first })
	}
	joined := slices.Clone(parts)
	for i, p := range parts {
		if isName(i) && (isName(i-1) || isName(i+1)) {
			text := p.named.text
			for _, w := range p.wants {
				text += " " + w.text
			}
			whole := block{kind: item, text: text, first: p.named.first, end: p.wants[0].end}
			joined[i].wants = wantsOf(whole)
		}
	}
	return joined
}

// onlyOf reports whether but one heading has the level.
func onlyOf(blocks []block, level int) bool {
	n := 0
	for _, b := range blocks {
		if b.kind == heading && b.level == level {
			n++
		}
	}
	return n == 1
}

// open is a heading under which the next blocks stand.
type open struct {
	meaning
	level  int  // twice the heading's, and one more for one that stands under another of the same mark
	filled bool // something stands under it
	left   bool // it asks, and a heading under it speaks of the work, the company or what is given
}

// under is the level of a heading: below one of the same mark that asks and has nothing under it yet, if it says nothing of
// its own, and beside others like it.
func under(stack []open, level int, m meaning) int {
	if m.sense != unknown && !m.weak {
		return level
	}
	for _, o := range stack {
		if o.level == level+1 {
			return level + 1
		}
	}
	if n := len(stack); n > 0 && stack[n-1].level == level && !stack[n-1].filled {
		switch stack[n-1].sense {
		case asks, asksNice, wishes:
			return level + 1
		}
	}
	return level
}

// within is what a heading says that stands under another.
func within(around open, m meaning, intro bool) meaning {
	marked := around.level < 2*boldLevel // so that what stands under it is known to
	switch {
	case around.sense == unknown:
		return m
	case m.sense == unknown, m.weak && (around.sense == asksNice || around.sense == wishes || around.sense == gives), m.sense == asksNice && around.sense == gives && marked && !intro:
		return around.meaning
	case intro && around.sense == asksNice && m.sense == asks && !m.weak && !m.seeks:
		return m
	case !intro || m.sense == asksNice || m.sense == gives:
		return m
	case m.sense == asks && (around.sense == company || around.sense == works):
		return meaning{sense: works, mixed: true}
	default:
		return around.meaning
	}
}

// qualifying is the items that read like what an applicant has.
func (s section) qualifying() []want {
	return slices.DeleteFunc(slices.Clone(s.asked()), func(w want) bool { return !w.item || !w.says.qualifies() })
}

// qualifies reports whether most of the section's items read like what an applicant has.
func (s section) qualifies() bool {
	n, yes := 0, 0
	for _, w := range s.wants {
		if w.item {
			n++
			if w.says.qualifies() {
				yes++
			}
		}
	}
	return n >= 2 && 5*yes >= 3*n
}
