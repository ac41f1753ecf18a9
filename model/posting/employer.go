package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// employerNames is the names by which a posting calls the employer, by placeKey.
type employerNames map[string]bool

// properName is a name of up to four words in capitals.
const properName = `((?:[\p{Lu}\d][\p{L}\d.&'’+-]*)(?: (?:of |the |de |& |and )?[\p{Lu}\d][\p{L}\d.&'’+-]*){0,4})`

var (
	doesSo = pattern.New(`^(?:,? (?:is|was|are|has been) (?:an? |the |one of|our |now |currently |hiring|looking|seeking|building|growing|on a|dedicated|committed|proud|founded|launched|changing|transforming|redefining|leading|recruiting)|` +
		`, (?:an?|the|une?|eine?) \p{Ll}?[\d\p{Ll}]|,? (?:seeks|builds|provides|offers|makes|helps|develops|delivers|hires|sucht|recherche|recrute|busca|contrata|est une?|ist ein|es una?|é uma?|ist der|ist die)\b)`)
	legal = pattern.New(`(?i)(?:^|\s)(?:gmbh|inc\.?|llc|ltd\.?|ag|corp\.?|corporation|limited|plc|s\.?a\.?s?\.?|s\.?l\.?|b\.?v\.?|kg|e\. ?v\.|ltda\.?|kk|株式会社|university|universität|université|universidad|universidade)(?: .{0,20})?$|株式会社|^university of `)
)

// house is a name that ends, or begins, as those of public houses do.
var house = pattern.New(`^(?:\p{Lu}\S* ){1,5}(?:(?:Public |Free )?Library|Libraries|Studios?|University|College|School|Hospital|Museum|Foundation|Institute|Labs|Technologies|Bank|Society|Association|Agency|Church|Clinic|Ventures|Corporation|Company|Holdings)$|^(?:University|City|Museum|Bank|Institute) of \p{Lu}`)

// isHouse reports whether s is a company's name by its form.
func isHouse(s string) bool { return (legal.MatchString(s) || house.MatchString(s)) && !isJob(s) }

// employers is the names that the posting uses as an employer's: those it names so, what its "About" headings are about, and
// what its sentences say is a company, is hiring, or can be joined.
func employers(doc document, all []factLine) employerNames {
	e := employerNames{}
	add := func(s string) {
		s = strings.Trim(s, " .,:!?")
		s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
		last := s[strings.LastIndexByte(s, ' ')+1:]
		if key := placeKey(s); key != "" && !areas[key] && !areas[plainKey(last)] && !strings.EqualFold(last, "team") && !isJob(s) && kindOf(s) == 0 && hasLetter(s) {
			e[key] = true
		}
	}
	for _, v := range given(doc, all, "company") {
		add(v)
	}
	read := 0
	for _, x := range all {
		if read += len(x.text); read > maxProse {
			break
		}
		if x.kind == heading {
			if m := aboutWhom.FindStringSubmatch(x.text); m != nil {
				add(m[1])
			}
			continue
		}
		for _, n := range properNames(x.text) {
			after := x.text[n.end:]
			if (n.begins || n.led) && doesSo.MatchString(after) || n.led && standsAlone.MatchString(after) {
				add(n.name)
			}
		}
	}
	return e
}

var (
	aboutWhom   = pattern.New(`^(?i:about|why|life at|working at|work at|join|über|warum|à propos de|sobre(?: [oa])?|acerca de|who is|what is) ` + properName + `\W*$`)
	standsAlone = pattern.New(`^(?:[,.!?]| (?:we|you|our|as|and|is|in|for|to|team)\b|$)`)
)

// namedAs is a name in a text, and what stands before it.
type namedAs struct {
	name   string
	end    int  // where the text goes on after it
	begins bool // it begins a sentence
	led    bool // a word stands before it that employers' names stand after: "at", "join"
}

// leadsName is the words that employers' names stand after.
var leadsName = setOf("at|join|about|why|we are|were|we're|we’re|chez|bei|über|à propos de|sobre|na|no")

// withinName is the small words inside a name.
var withinName = setOf("of|the|de|&|and")

// properNames is the names of up to five words in capitals in s.
func properNames(s string) []namedAs {
	var all []namedAs
	begins, before, before2 := true, "", ""
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		w := wordAt(s, i)
		next := i + len(w)
		if startsName(w) && !leadsName[strings.ToLower(w)] {
			n := namedAs{begins: begins, led: leadsName[before] || leadsName[before2+" "+before]}
			n.end = i + len(strings.TrimRight(w, closers))
			for words := 1; words < 5 && n.end == next; words++ { // no punctuation ends it
				at := next + 1
				v := wordAt(s, min(at, len(s)))
				if withinName[v] {
					at += len(v) + 1
					v = wordAt(s, min(at, len(s)))
				}
				if !startsName(v) {
					break
				}
				next = at + len(v)
				n.end = at + len(strings.TrimRight(v, closers))
			}
			n.name = s[i:n.end]
			all = append(all, n)
			w = s[strings.LastIndexByte(s[:next], ' ')+1 : next]
		}
		before2, before = before, strings.ToLower(strings.TrimRight(w, closers))
		begins = strings.ContainsAny(w[len(w)-1:], ".:!?")
		i = next
	}
	return all
}

// closers is the marks that end a word.
const closers = ".,:;!?)\"”»"

// wordAt is the word of s that begins at i, with the marks that follow it.
func wordAt(s string, i int) string {
	w, _, _ := strings.Cut(s[i:], " ")
	return w
}

func startsName(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
