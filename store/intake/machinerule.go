package intake

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed machine.txt
var machineText string

// machineWords is what people write to machines, read when it is first needed.
var machineWords = sync.OnceValue(func() vocabulary { return readVocabulary(machineText) })

// vocabulary is the rules of machine.txt and its lists of words.
type vocabulary struct {
	rules []rule
	key   map[uint32][]start // by the first four bytes of the words that rules begin with
	maybe [1 << 13]bool      // by a hash of these: nearly all of the words of a text begin no rule

	before, reported, not, asks []term
	marks                       []string
}

// rule is parts that follow each other.
type rule struct {
	manner string // the section that it stands in
	parts  []part
}

// part is words of which one is enough.
type part struct {
	terms []term
	least int
	most  int
}

// term is a word as squashed text has it, or several.
type term struct {
	text   string
	ending bool // it may have one
}

// start is a rule, and the term of its first part that a word begins with.
type start struct{ rule, term int }

// longestEnding is how many bytes of a word may follow what a rule has of it.
const longestEnding = 16

// readVocabulary reads machine.txt.
func readVocabulary(text string) vocabulary {
	v := vocabulary{key: map[uint32][]start{}}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case section != "marks" && strings.HasPrefix(line, "["): // of that section, the last, some lines look like a head
			section = strings.Trim(line, "[]")
		case section == "before":
			v.before = append(v.before, terms(strings.Fields(line))...)
		case section == "reported":
			v.reported = append(v.reported, terms(strings.Fields(line))...)
		case section == "not_followed":
			v.not = append(v.not, terms(strings.Fields(line))...)
		case section == "asks":
			v.asks = append(v.asks, terms(strings.Fields(line))...)
		case section == "marks":
			v.marks = append(v.marks, line)
		default:
			v.add(rule{section, parts(strings.Fields(line))})
		}
	}
	return v
}

// parts reads the parts of a rule.
func parts(fields []string) []part {
	var all []part
	for _, f := range fields {
		p := part{least: 1, most: 1}
		if word, ok := strings.CutSuffix(f, "*"); ok {
			f, p.least, p.most = word, 0, 4
		} else if word, ok := strings.CutSuffix(f, "?"); ok {
			f, p.least = word, 0
		}
		p.terms = terms(strings.Split(f, "|"))
		all = append(all, p)
	}
	return all
}

// terms folds words.
func terms(words []string) []term {
	var all []term
	for _, w := range words {
		w, ending := strings.CutSuffix(w, "~")
		all = append(all, term{fold(strings.NewReplacer("_", " ", "~ ", " ").Replace(w)), ending})
	}
	return all
}

// add adds a rule, to be found by its beginnings.
func (v *vocabulary) add(r rule) {
	v.rules = append(v.rules, r)
	for i, t := range r.parts[0].terms {
		if len(t.text) < 4 {
			continue
		}
		k := keyOf([]byte(t.text))
		v.key[k] = append(v.key[k], start{len(v.rules) - 1, i})
		v.maybe[hash(k)] = true
	}
}

// keyOf is the first four bytes of b.
func keyOf(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func hash(k uint32) uint32 { return k * 2654435761 >> 19 }

// begins gives the end of each rule that holds at a place of a text, with the rule.
func (v *vocabulary) begins(s squashed, at int, found func(r rule, end int)) {
	if at+4 > len(s.text) {
		return
	}
	k := keyOf(s.text[at:])
	if !v.maybe[hash(k)] {
		return
	}
	for _, st := range v.key[k] {
		r := v.rules[st.rule]
		if end, ok := s.after(at, r.parts[0].terms[st.term]); ok {
			if end = s.match(end, r.parts[1:]); end > 0 {
				found(r, end)
			}
		}
	}
}

// match is where the parts of a rule end that follow at a place, 0 when they do not.
func (s squashed) match(at int, parts []part) int {
	if len(parts) == 0 {
		if s.ends(at) {
			return at
		}
		return 0
	}
	p := parts[0]
	if p.least == 0 {
		if end := s.match(at, parts[1:]); end > 0 {
			return end
		}
	}
	if p.most == 0 {
		return 0
	}
	rest := parts[1:]
	if p.most > 1 {
		again := append([]part{{p.terms, 0, p.most - 1}}, rest...)
		rest = again
	}
	for _, t := range p.terms {
		if next, ok := s.after(at, t); ok {
			if end := s.match(next, rest); end > 0 {
				return end
			}
		}
	}
	return 0
}

// after is where a term ends that stands at a place: right behind it, or with an ending at the end of the word.
func (s squashed) after(at int, t term) (end int, ok bool) {
	end = at + len(t.text)
	if end > len(s.text) || s.text[at] != t.text[0] || string(s.text[at:end]) != t.text {
		return 0, false
	}
	for last := end + longestEnding; t.ending && end < min(len(s.text), last) && !s.first[end] && s.text[end] != 0; {
		end++
	}
	return end, true
}

// oneOf reports whether one of some terms stands at a place, as words of their own.
func (s squashed) oneOf(at int, of []term) bool {
	for _, t := range of {
		if end, ok := s.after(at, t); ok && s.ends(end) {
			return true
		}
	}
	return false
}

// ends reports whether a word ends at a place.
func (s squashed) ends(at int) bool { return at == len(s.text) || s.first[at] || s.text[at] == 0 }
