package posting

import (
	"strings"

	"candid/model/pattern"
)

// employerNames is the names by which a posting calls the employer, by placeKey.
type employerNames map[string]bool

// properName is a name of up to four words in capitals.
const properName = `((?:[\p{Lu}\d][\p{L}\d.&'’+-]*)(?: (?:of |the |de |& |and )?[\p{Lu}\d][\p{L}\d.&'’+-]*){0,4})`

var (
	saidOf = pattern.New(`(?:^|[.!?:] |\b(?:[Aa]t|[Jj]oin|[Aa]bout|[Ww]hy|[Ww]e are|[Ww]e['’]re|[Cc]hez|[Bb]ei|[Üü]ber|À propos de|[Ss]obre|[Nn]a|[Nn]o) )` + properName)
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
		for _, m := range saidOf.FindAllStringSubmatchIndex(x.text, -1) {
			name, led := x.text[m[2]:m[3]], m[2] > m[0]+2
			if doesSo.MatchString(x.text[m[3]:]) || led && strings.IndexByte(".,:!?", x.text[m[0]]) < 0 && standsAlone.MatchString(x.text[m[3]:]) {
				add(name)
			}
		}
	}
	return e
}

var (
	aboutWhom   = pattern.New(`^(?i:about|why|life at|working at|work at|join|über|warum|à propos de|sobre(?: [oa])?|acerca de|who is|what is) ` + properName + `\W*$`)
	standsAlone = pattern.New(`^(?:[,.!?]| (?:we|you|our|as|and|is|in|for|to|team)\b|$)`)
)
