package posting

import (
	"strings"

	"candid/model/pattern"
	"candid/model/wording"
)

// sense is what a heading says of what stands under it.
type sense uint8

const (
	unknown  sense = iota
	asks           // what the role asks for
	asksNice       // what is welcome
	wishes         // what is asked for, unless another section does so more plainly
	uses           // what is worked with: asked for where nothing else is
	works          // the work
	company        // the company, the team, the job as a whole
	gives          // what is given, how to apply, who may
)

// senses is what the families of headings say. Of several, the first family's counts.
var senses = [small + 1]sense{offers: gives, duties: works, nice: asksNice, desired: wishes, tools: uses, demands: asks, seeks: asks, about: company, skills: asks, applicant: asks, yourself: asks}

// headingBytes is the longest a heading is that says what stands under it.
const headingBytes = 200

// meaning is what a heading says, and how plainly.
type meaning struct {
	sense sense
	weak  bool // it names what applicants have, as one of the headings in a section may
	own   int  // words that speak of no section
	exact bool // it has none, so that it is a heading by nothing but its words
	mixed bool // it says two things, and the items tell which
	seeks bool // it says whom we look for, or who reads it, and nothing plainer
}

// senseOf is the sense of a heading.
func senseOf(s string) sense { return meaningOf(s).sense }

// exactSense is the sense of a line that is a heading by nothing but its words: unknown unless all of them speak of sections.
func exactSense(s string) sense {
	if len(s) > headingBytes/2 {
		return unknown
	}
	if m := meaningOf(s); m.exact {
		return m.sense
	}
	return unknown
}

// exactWords is the most words in a heading that has no mark.
const exactWords = 8

// weakRest is the most words of their own beside what an applicant can have, such as "solid cooking" in "Solid cooking skills".
const weakRest = 2

// yourselfRest is the most words of their own in a heading that speaks to who reads it, such as "You care about quality".
const yourselfRest = 1

func meaningOf(s string) meaning {
	if len(s) > headingBytes {
		return meaning{}
	}
	words := keyWords(s)
	headings, _ := phrases()
	hits := headings.find(words)
	var has [small + 1]bool
	for _, h := range hits {
		has[h.family] = true
	}
	rest := remaining(words, hits)
	if has[seeks] && !begins(words, question) && namesWhom(words, hits) {
		has[seeks] = false
	}
	m := meaning{own: rest, exact: rest == 0 && len(words) <= exactWords}
	for f := offers; f <= yourself; f++ {
		if has[f] {
			if f == skills && rest > weakRest || f == applicant && rest > 0 || f == yourself && rest > yourselfRest {
				continue
			}
			m.sense, m.weak, m.seeks = senses[f], f >= skills, f == seeks
			break
		}
	}
	if m.sense == asksNice && has[demands] && plainlyAsks(words, hits) {
		m.sense, m.mixed = asks, true
	}
	if (m.sense == gives || m.sense == works) && has[demands] {
		if bare := brackets.ReplaceAllString(s, ""); bare != s {
			return meaningOf(bare)
		}
		m.sense, m.mixed = works, true
	}
	return m
}

// brackets matches words in brackets.
var brackets = pattern.New(`[(（][^()（）]*[)）]`)

// plainlyAsks reports whether a heading that speaks of what is welcome speaks of what is required, too.
func plainlyAsks(words []string, hits []hit) bool {
	for _, h := range hits {
		if h.family == demands || h.family == seeks {
			switch strings.Join(words[h.from:h.to], " ") {
			case "required", "must", "musts", "minimum", "must have", "must haves", "basic qualifications", "mandatory", "muss", "obligatorios", "minimos":
				return true
			}
		}
	}
	return false
}

// namesWhom reports whether words of their own stand after those that look for somebody: that is a title, such as "We are
// looking for a cook", and not the head of a list.
func namesWhom(words []string, hits []hit) bool {
	end := 0
	for _, h := range hits {
		if h.family == seeks {
			end = max(end, h.to)
		}
	}
	var after []hit
	for _, h := range hits {
		if h.from >= end {
			after = append(after, hit{h.family, h.from - end, h.to - end, h.runes})
		}
	}
	return remaining(words[end:], after) > 0
}

// begins reports whether the first word is of the family.
func begins(words []string, f family) bool {
	headings, _ := phrases()
	for _, h := range headings.find(words[:min(1, len(words))]) {
		if h.family == f {
			return true
		}
	}
	return false
}

// particles are what joins the words of Japanese, and the words that say nothing of their own there.
const particles = "のなにをはがとでもやへた人事者件条要項"

// remaining is how many of the words no hit covers. Of a word in a script without spaces, its runes count, three as one.
func remaining(words []string, hits []hit) int {
	rest := 0
	covered := make([]int, len(words))
	for _, h := range hits {
		for i := h.from; i < h.to; i++ {
			covered[i] += max(h.runes, 1)
		}
	}
	for i, w := range words {
		r := []rune(w)
		switch {
		case wording.Unspaced(r[0]):
			n := -covered[i]
			for _, r := range r {
				if !strings.ContainsRune(particles, r) {
					n++
				}
			}
			rest += max(n+1, 0) / 3
		case covered[i] == 0 && !(i == 0 && len(words) > 1 && number(w)):
			rest++
		}
	}
	return rest
}

// number reports whether a word is one in digits.
func number(w string) bool { return w[0] >= '0' && w[0] <= '9' }
