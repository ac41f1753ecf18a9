package posting

import (
	"slices"
	"strings"
	"unicode/utf8"

	"candid/model/pattern"
	"candid/model/wording"
)

// saying is what the words of an item or a sentence say of it.
type saying struct {
	text  string
	words []string
	hits  []hit
}

// said looks an item's words up. Those beyond maxSaid bytes are left out: no requirement is that long.
func said(s string) saying {
	const maxSaid = utf8.UTFMax * wording.MaxText
	if len(s) > maxSaid {
		s = s[:maxSaid]
	}
	words := keyWords(s)
	_, sayings := phrases()
	return saying{s, words, sayings.find(words)}
}

// has reports whether a phrase of one of the families is there.
func (s saying) has(fs ...family) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool { return slices.Contains(fs, h.family) })
}

// nice reports whether the words themselves say that this is welcome and not asked, and nothing in it is.
func (s saying) nice() bool {
	if s.has(firm) {
		return false
	}
	for _, h := range s.hits {
		if h.family == anywhere || h.family == lasts && h.to == len(s.words) {
			return true
		}
	}
	return s.led()
}

// led reports whether the words begin by saying that this is welcome.
func (s saying) led() bool {
	return s.labelled() || slices.ContainsFunc(s.hits, func(h hit) bool { return h.family == leads && (h.from == 0 || h.from == 1 && h.to > 2) })
}

// labelled reports whether a name of what is welcome, and a colon, stand before the words.
func (s saying) labelled() bool {
	const near = 40 // bytes
	i := strings.IndexAny(s.text[:min(near, len(s.text))], ":：")
	return i > 0 && exactSense(s.text[:i]) == asksNice
}

// qualifies reports whether an item reads like something that an applicant has, and not like something to do: it names it
// within its first words, or says that it is asked.
func (s saying) qualifies() bool {
	const first = 4 // words before what an applicant has, such as "at least five years"
	for _, h := range s.hits {
		if h.family == demand || h.family == firm || h.family == trait && (h.from < first || h.runes > 0) {
			return true
		}
	}
	return false
}

// idle reports whether the words ask for nothing: they tell how to apply, what is paid, who may. In a long item what decides
// stands at its beginning.
func (s saying) idle() bool {
	const beginning = 12 // words
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		switch h.family {
		case aside:
			return h.from < beginning
		case opens:
			return h.from == 0
		case naught:
			return h.to-h.from == len(s.words) && (h.runes == 0 || h.runes == utf8.RuneCountInString(s.words[0]))
		default:
			return false
		}
	})
}

// tellsWork reports whether a sentence begins by telling what the work will be, and not what one will have for it.
func (s saying) tellsWork() bool {
	return len(s.hits) > 0 && s.hits[0].family == will && s.hits[0].from == 0 && !s.willHave()
}

// willHave reports whether what will be, by the words, is something that an applicant has.
func (s saying) willHave() bool {
	const near = 3 // words
	for i, h := range s.hits {
		if h.family == will && slices.ContainsFunc(s.hits[i+1:], func(o hit) bool {
			return (o.family == trait || o.family == demand || o.family == firm) && o.from < h.to+near
		}) {
			return true
		}
	}
	return false
}

// asksOfYou reports whether a sentence in running text asks something of who reads it.
func (w want) asksOfYou() bool {
	return !w.idle && !strings.HasSuffix(w.text, "?") && (w.says.has(demand, firm) || w.says.nice() || w.says.has(trait) && w.says.has(person) && (!w.says.has(will) || w.says.willHave()))
}

// longRemark matches words in brackets that are more than a mark such as "(nice to have)".
var longRemark = pattern.New(`[(（](?:[^()（）\s]+(?:\s+[^()（）\s]+){4,}|[^()（）]*[\p{Han}\p{Katakana}]{2,}[^()（）]{6,})[)）]`)

// marksNice reports whether the want's own words say that it is not a must. One that asks for something first, and names an
// advantage after it, is a must.
func (w want) marksNice() bool {
	if !w.says.has(anywhere, leads, lasts) && !w.says.labelled() {
		return false
	}
	s, says := w.says.text, w.says
	if strings.ContainsAny(s, "(（") {
		s = longRemark.ReplaceAllString(s, "")
		says = said(s)
	}
	if !says.nice() {
		return false
	}
	before, after := lastClause(s)
	if rest := said(after); before != "" && !rest.nice() {
		return says.led() || !rest.has(trait, demand, firm)
	}
	return before == "" || said(before).nice()
}

// lastClause parts an item before its last sentence, or what stands after its last semicolon, or after its last comma where
// each side names what an applicant has; before is empty where there is but one.
func lastClause(s string) (before, after string) {
	all := wording.Sentences(s)
	if n := len(all); n > 1 {
		return strings.Join(all[:n-1], " "), all[n-1]
	}
	if i := strings.LastIndex(s, ";"); i >= 0 && strings.TrimSpace(s[i+1:]) != "" {
		return s[:i], s[i+1:]
	}
	if i := strings.LastIndex(s, ", "); i >= 0 && said(s[:i]).has(trait, demand, firm) && said(s[i:]).has(trait) {
		return s[:i], s[i+1:]
	}
	return "", s
}
