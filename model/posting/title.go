package posting

import (
	"slices"
	"strings"

	"candid/model/pattern"
	"candid/model/wording"
)

// titleCells is the widest a role's title is kept.
const titleCells = 100

// inURL matches a line that is an address of the web, or a field that holds one.
var inURL = pattern.New(`(?i)^(\w+ ?)*:? ?https?://|^www\.|^\S+@\S+\.\w+$`)

// mailbox matches what holds an e-mail address.
var mailbox = pattern.New(`\S@\S+\.\w`)

// chooseTitle is the role's title and where it stands, and the line of the running text it was taken from: -1 where it was not.
// What the format or the front matter states comes first, then the first of the fields and headings that names a job, then a
// short line at the top, then what the text says it is looking for, then whatever heads the posting.
func chooseTitle(doc document, all []factLine) (jobName, int) {
	e := employers(doc, all)
	fallback := jobName{row: -1}
	try := func(s string, at int, sure bool) (jobName, bool) {
		if fallback.name != "" && !sure && !isJob(s) && !saysSought.MatchString(s) {
			return jobName{}, false
		}
		n := nameOf(untilGenders(s), e)
		n.row = at
		if n.name == "" || !sure && (!mayBeTitle(n.name) || classified.MatchString(s) || strings.HasSuffix(s, "。")) {
			return jobName{}, false
		}
		if fallback.name == "" && !e[placeKey(n.name)] {
			fallback = n
		}
		return n, isJob(n.name) || n.sought && wordCount(n.name) <= 5
	}
	if n, ok := try(doc.stated.title, -1, true); ok || n.name != "" && !recruits.MatchString(n.name) {
		return standing(n, all), -1
	}
	front := jobName{}
	for _, name := range append(slices.Clone(fieldNames["title"]), "name") {
		v := doc.front[name]
		if name == "name" && (!isJob(v) || slug.MatchString(v)) {
			continue
		}
		if n := nameOf(soughtIn(v), e); n.name != "" && toReader.MatchString(v) && front.name == "" {
			front = n
		}
		if n, ok := try(doc.front[name], -1, true); ok && front.name == "" {
			front = n
		}
	}
	if front.name != "" {
		for i, x := range all[:min(len(all), 12)] {
			n, ok := try(x.text, i, false)
			if ok && x.kind == heading && (wordCount(n.name) <= wordCount(front.name)+2 && strings.HasSuffix(plainKey(n.name), " "+plainKey(front.name)) || headsName(front.name, n.name)) {
				return n, -1 // it says more, or the front matter has the site's name beside it
			}
		}
		return standing(front, all), -1
	}
	if n, ok := firstJob(all, try); ok {
		return n, -1
	}
	if recruits.MatchString(fallback.name) {
		for i, x := range all[:min(len(all), 60)] {
			if x.kind != item && x.field == "" && !x.link && !isProse(x.block) {
				if n, ok := try(x.text, i, false); ok {
					return n, -1
				}
			}
		}
	}
	read := 0
	for _, x := range all {
		if read += len(x.text); read > maxProse {
			break
		}
		if x.kind == heading {
			continue
		}
		for _, s := range wording.Sentences(x.text) {
			if n := nameOf(soughtIn(s), e); n.name != "" {
				if fallback.name != "" && fallback.row < 3 && (wordCount(n.name) == 1 || sharesWord(fallback.name, n.name)) {
					return fallback, -1
				}
				n.row = -1
				return n, x.first
			}
		}
	}
	return fallback, -1
}

// headsName reports whether a part of name that a dash or bar ends is the head.
func headsName(name, head string) bool {
	rest, ok := strings.CutPrefix(name, head)
	at := joint.FindStringIndex(rest)
	return ok && at != nil && at[0] == 0 && !areas[plainKey(rest)]
}

// untilGenders is a line that speaks to the reader up to the mark for all genders, at which a title ends.
func untilGenders(s string) string {
	if !strings.ContainsAny(s, "(/") || !toReader.MatchString(s) {
		return s
	}
	if at := genders.FindStringIndex(s); at != nil && at[0] > 0 && isJob(s[:at[0]]) && !toReader.MatchString(s[:at[0]]) {
		return s[:at[0]]
	}
	return s
}

// sharesWord reports whether two names have a word in common.
func sharesWord(a, b string) bool {
	words := strings.Fields(plainKey(a))
	return slices.ContainsFunc(strings.Fields(plainKey(b)), func(w string) bool { return len(w) > 2 && slices.Contains(words, w) })
}

// standing is n with the row in which it stands.
func standing(n jobName, all []factLine) jobName {
	for i, x := range all {
		if i > 40 {
			break
		}
		if strings.Contains(x.text, n.name) && !isProse(x.block) {
			if here := nameOf(x.text, nil); here.name == n.name {
				for _, p := range here.places {
					n.places = addPlace(n.places, p)
				}
				n.kinds = append(n.kinds, here.kinds...)
			}
			n.row = i
			break
		}
	}
	return n
}

// firstJob is the first of the headings, fields and, at the top, short lines that names a job.
func firstJob(all []factLine, try func(s string, at int, sure bool) (jobName, bool)) (jobName, bool) {
	top, headed := all[:min(len(all), 12)], false
	marked := func(x factLine) bool { return x.field == "" && !x.link && x.kind == heading && x.level < boldLevel }
	for _, x := range top {
		headed = headed || marked(x) && mayBeTitle(x.text) && isJob(x.text)
	}
	for i, x := range top {
		switch {
		case x.field == "title" && x.value != "":
			if n, ok := try(x.value, i, wordCount(x.value) <= 12); ok {
				return n, true
			}
		case marked(x), x.field == "" && !headed && !strings.Contains(x.text, "：") && !x.link && !x.section && x.kind != item && !isProse(x.block) && (wordCount(x.text) <= 12 || i == 0 && wordCount(x.text) <= 14 || strings.Contains(x.text, "|")):
			if n, ok := try(x.text, i, false); ok {
				return n, true
			}
		}
	}
	for i, x := range all[:min(len(all), 60)] {
		switch {
		case marked(x):
			if n, ok := try(x.text, i, false); ok {
				return n, true
			}
		case x.field == "title" && x.value != "":
			if n, ok := try(x.value, i, wordCount(x.value) <= 12); ok {
				return n, true
			}
		}
	}
	return jobName{}, false
}

var (
	// a-file-name
	slug = pattern.New(`^[a-z\d]+(?:[-_][a-z\d]+)+$`)
	// what speaks to the reader
	toReader = pattern.New(`\b(?i:we|you|your|youll|our|why|how|what|wir|unser\w*|dein\w*|ihre?|nous|vous|notre|votre|nosotros|nuestr[oa]s?|você|nós|nosso|nossa|join|apply|welcome|thank|visit|click|please)\b|\b(?:us|who|Who|uns|sie|dich|nos|vos)\b|[?!]$|:$|^(?i:about|über|à propos|sobre|acerca) `)
	// what heads postings and names no job
	nameless = pattern.New(`(?i)^(?:(?:job|role|position|vacancy|career|employment) ?)?(?:description|summary|details|overview|posting|announcement|opening|opportunity|ad|listing|information|title|profile|requirements|specification|spec|advertisement)s?$|` +
		`^(?:(?:open |current )?(?:positions|roles|jobs|vacancies|careers|openings)|jobs?|careers?|hiring|now hiring|home|menu|apply|apply (?:now|here)|stellenangebote?|stellenausschreibung|stellenanzeige|karriere|offres? d.?emploi|fiche de poste|fiche poste|recrutement|descriptif|` +
		`ofertas? de (?:trabajo|empleo)|empleo|oferta|descripción(?: del puesto)?|vagas?|descrição(?: da vaga)?|oportunidade|trabalhe conosco|求人|求人情報|求人票|募集要項|採用情報|募集|missions?|contexte|description de fonction|url|link|source|date|posted|salary|compensation|experience|department|team|intro|introduction|introducción|einleitung|tl;?dr;?|details|contact|note|warning.*|company|company name|vaga de emprego)$`)
)

// mayBeTitle reports whether a line could be a title by its form: it names no section, speaks to nobody, and is no sentence.
func mayBeTitle(s string) bool {
	_, _, isField := field(s)
	return short(s) && !classified.MatchString(s) && !mailbox.MatchString(s) && !isField && exactSense(s) == unknown && hasLetter(s) && wordCount(s) <= 14 && !inURL.MatchString(s) &&
		!slug.MatchString(s) && !toReader.MatchString(s) && !nameless.MatchString(s)
}

// classified matches a field that gives what a job is counted as, which is no job's name.
var classified = pattern.New(`(?i)^(?:(?:job|occupational|occupation|position|labou?r|employment) )?(?:category|code|classification|class|family|occupation|group|function|industry|noc|soc|o\*?net|isco|kldb|rome)\b[^:]{0,24}:`)

// recruits matches the name of a house or page that finds people for others.
var recruits = pattern.New(`(?i)\b(?:recruit(?:s|ing|ment|ers)?|talents?|staffing|careers|jobs|headhunt(?:ing|ers)|personnel)$`)

// The words with which postings in several languages lead on to whom they look for, and those that end the name.
var (
	sought = pattern.New(`(?i)(?:\b(?:looking|searching|search) for|\bseeking|\bseeks?|\bhiring|\brecruiting|\b(?:in search|in need) of|\bneeds?|\bjoin (?:us|our team|the team|\S+) as|\b(?:opening|vacancy|applications?) for|\b(?:position|role|job|post) (?:of|for|as)|\bas) ` +
		`(?:an? |the |our |two |several |experienced ){1,2}|\b(?:looking for|hiring|seeking) |` +
		`\b(?:recherch\p{L}+|recrut\p{L}+) pour [^,.]{3,50}? une?(?:\(e\)|·e)? |` +
		`(?:recherchons|recherche|recrutons|recrute|cherchons|cherche|en tant que?|tant qu['’])(?: actuellement| aujourd['’]hui|,? pour [^,]{3,40},)? ?(?:une?·?e?(?:\(e\))?(?:/une)? |son |sa |notre |nos |des )?|` +
		`\bstellt (?:[^.,]{0,60}? )?eine?n?(?:/\S+|\(\S+)? |\b(?:cerchiamo|ricerchiamo|cercasi|cerca) (?:un[oa]? |un[' ’])?|` +
		`\b(?:suchen wir|wir suchen|suchen|sucht|als)(?: (?:ab sofort|in (?:voll-?|teilzeit|vollzeit)(?:[- ](?:oder|und|/) ?teilzeit)?|zum nächstmöglichen (?:zeitpunkt|termin)|per sofort|für \S+ \S+|zur verstärkung [^,]{5,40}|dich als|sie als|dich|sie|derzeit|aktuell|eine?n?(?:[/:*(]\S*)?))* |` +
		`\b(?:buscamos|buscando|busca|contratando|necesitamos|solicita|incorporar|seleccionamos|precisa de|procuramos|procurando|contratamos|contrata|vaga (?:de|para)|como)(?: (?:a|un|una|uno|um|uma|um\(a\)|uma?/a?|un/a|una/o|nuev[oa]|nov[oa]|pessoas?|profissional|profesional))* `)
	soughtEnd = pattern.New(`(?i)[.,;:!?（]|\s\(|\s[-–—|]\s|\s(?:to|who|that|which|with|for|in|on|at|whose|based|within|joining|will|is|can|you|your|we|and will|excited|eager|interested|able|willing|ready|looking|responsible|reporting|` +
		`pour|afin|qui|avec|dans|à|au|chez|disposant|capable|ayant|vous|en cdi|en cdd|en stage|passionné|confirmé|h/f|` +
		`für|zur|zum|mit|im|am|bei|der|die|das|welche|unbefristet|befristet|in vollzeit|` +
		`para|que|con|com|en|em|na|no|nuestro|nuestra|nossa|você|trabajarás|tendrás|serás|será|tu|irá)\s|[mwfhd]/[mwfhd]`)
	praise = pattern.New(`^(?i:(?:talented|experienced|awesome|amazing|fantastic|stellar|top-notch|rockstar|excited|passionate|skilled|motivated|new|highly|strong|great|exceptional|dedicated|enthusiastic|driven|creative|ambitious|dynamic|full[- ]time|part[- ]time|remote|results-driven|` +
		`detail-oriented|self-motivated|world[- ]class|hands-on|proactive|outstanding|excellent|qualified|another|more|brilliant|curious|smart|additional|seasoned|versatile|and|or|an?|the|engagierte?n?|erfahrene?n?|motivierte?n?|leidenschaftliche?n?) )+`)
	theOne   = pattern.New(`^(?:The|An?) ((?:\p{Lu}[\p{L}/-]+ (?:of |and |& )?){1,6})(?:will|is responsible|is expected|is in charge|reports|plays|works|leads|manages|oversees)\b`)
	japanese = pattern.New(`([^、。\s「」・]{2,30})(?:を|の)(?:募集|採用)`)
)

// soughtIn is whom a sentence says the posting looks for, "" when it does not.
func soughtIn(s string) string {
	if len(s) > wording.MaxText {
		return ""
	}
	if m := japanese.FindStringSubmatch(s); m != nil && isJob(m[1]) {
		parts := strings.Split(m[1], "は")
		return parts[len(parts)-1]
	}
	if m := theOne.FindStringSubmatch(s); m != nil && isJob(m[1]) {
		return strings.TrimSpace(m[1])
	}
	for _, at := range sought.FindAllStringIndex(s, -1) {
		rest := s[at[1]:]
		if end := soughtEnd.FindStringIndex(rest + " "); end != nil {
			rest = rest[:min(end[0], len(rest))]
		}
		rest = strings.Trim(praise.ReplaceAllString(rest, ""), " -/&\"'“”")
		words := strings.Fields(rest)
		last := len(words) - 1
		for last >= 0 && !isJobNoun(plainKey(words[last])) && !isCapital(words[last]) {
			last--
		}
		if len(words) > 0 && len(words) <= 5 && isJob(words[0]) {
			last = len(words) - 1 // what follows the noun is part of the name, as in French
		}
		if rest = strings.Join(words[:last+1], " "); last < 8 && isJob(rest) {
			return wording.Capital(rest)
		}
	}
	return ""
}

func isCapital(s string) bool { return s != "" && strings.ToUpper(s[:1]) == s[:1] }
