package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
	"candid/model/wording"
)

// The bounds of what is taken for places.
const (
	maxPlaces  = 20
	placeRunes = 60
	maxValue   = 1000 // bytes of a field's value
)

// chooseLocations is the places that the posting names, each once, and the line of the running text they were taken from: -1
// where they were not.
func chooseLocations(doc document, all []factLine, t jobName) ([]string, int) {
	var stated []string
	for _, v := range doc.stated.locations {
		for _, p := range statedPlaces(v) {
			stated = addPlace(stated, p)
		}
	}
	if len(stated) > 1 && slices.ContainsFunc(all, saysHybrid) && !slices.ContainsFunc(all, func(x factLine) bool { return workRemote.MatchString(x.text) }) {
		stated = slices.DeleteFunc(stated, func(p string) bool { return p == "Remote" }) // sites count a day at home as remote
	}
	if len(stated) > 0 {
		return stated, -1
	}
	for _, v := range given(doc, all, "location") {
		switch places := placesGiven(v); {
		case len(places) == 1 && remoteOnly.MatchString(places[0]) && len(t.places) > 0:
			return addPlace(t.places, places[0]), -1
		case len(places) > 0:
			return places, -1
		}
	}
	places := t.places
	for _, p := range headerPlaces(all, t) {
		places = addPlace(places, p)
	}
	if len(places) > 0 {
		return places, -1
	}
	remote := given(doc, all, "remote")
	if slices.ContainsFunc(append(tags(doc), remote...), meansRemote) || slices.ContainsFunc(remote, allPlaces) {
		return []string{"Remote"}, -1
	}
	if page := nameOf(doc.page, nil); sharesWord(page.name, t.name) && len(page.places) > 0 {
		return page.places, -1
	}
	read := 0
	for _, x := range all {
		if read += len(x.text); read > maxProse {
			break
		}
		if places := besideHours(x); len(places) > 0 {
			return places, -1
		}
		if places := placesToldIn(x); len(places) > 0 {
			return places, x.first
		}
	}
	return nil, -1
}

// saysHybrid reports whether a line says that the work is partly at an office.
func saysHybrid(x factLine) bool { return hybridWork.MatchString(x.text) }

var hybridWork = pattern.New(`(?i)\bhybrid[- ](?:work\w*|role|position|job|schedule|model|set-?up|environment|remote|office|basis|policy|arrangement)|\b(?:work|working|location|workplace|role|position|job)(?: \w+){0,3}:? hybrid\b|^\W*hybrid\b[^\pL]*$|\(hybrid\b|\b(?:travail|trabajo|modalidad|modelo|mode) h[yíi]brid[eoa]\b|ハイブリッド(?:勤務|ワーク|型|出社|$)|週\d(?:日|回).{0,6}出社`)

func addPlace(places []string, p string) []string {
	same := func(q string) bool {
		return placeKey(p) == placeKey(q) || remoteWord.MatchString(p) && remoteWord.MatchString(q)
	}
	if p == "" || len(places) >= maxPlaces || slices.ContainsFunc(places, same) {
		return places
	}
	if remoteWord.MatchString(p) {
		p = wording.Capital(p)
	}
	return append(places, p)
}

var (
	// what parts places
	placeBreak = pattern.New(`\s*(?:[;|/、・•·\n]|\s&\s|\s\+\s|\s[-–—]\s|,? (?:or|and|oder|und|ou|et|o|y|e|sowie) )\s*`)
	// (...) of more than a country's letters
	remark = pattern.New(`\s*[(（\[][^)）\]]{4,}[)）\]]`)
	// letters of a state or country
	region = pattern.New(`^(?:\p{Lu}{2,3}|D\.C\.)$`)
	// 75002, D-80331, 〒150-0001
	postcode = pattern.New(`(?:\b(?:[A-Z]{1,2}-)?\d{4,6}\b|〒[\d-]+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b)\s*`)
	// the words for work from anywhere
	remoteWord = pattern.New(`(?i)\b(?:remote|remotely|wfh|work from home|work from anywhere|telecommut\w*|telework\w*|télétravail|teletravail|teletrabajo|teletrabalho|remoto|remota|remotamente|homeoffice|home office|home-office|à distance|anywhere|worldwide)\b|リモート|在宅|フルリモート`)
	// ways to work that are no place
	workMode = pattern.New(`(?i)^(?:(?:fully|partly|partially|mostly|100 ?%) ?)?(?:hybrid|hybride|híbrido|híbrida|on-?site|on site|in-?office|in office|in-?person|in person|flexible|office|office-based|sur site|vor ort|presencial|présentiel|presencial/híbrido|work ?mode|yes|no|n/a|tbd|(?:one|two|three|four|five|several|many|multiple|various|all|\d+\+?) (?:office )?(?:locations?|offices|sites|cities)|various|headquarters|hq|local candidates only|出社|ハイブリッド)(?: work(?:ing)?| model| role| position| schedule)?$`)
	// remote work that is not promised
	perhaps = pattern.New(`(?i)\b(?:consider\w*|option\w*|possib\w*|opportunity|exception\w*|occasional\w*|partly|partially|some)\b.{0,20}\bremote|\bremote.{0,40}\b(?:right candidate|considered|negotiable|case[- ]by[- ]case|exception\w*)`)
	// "Hybrid: two days"
	modeFirst = pattern.New(`(?i)^(?:hybrid|on-?site|hybride|híbrido)\b ?[:(–-]`)
	// words that say it is not remote, or not always
	noRemote = pattern.New(`(?i)\b(?:no|not|kein|pas de|sin|não) (?:\w+ ){0,2}(?:remote|télétravail|homeoffice|home office|remoto)|\b(?:hybrid|hybride|híbrido)\b|\b(?:\d|one|two|three|four|un|deux|zwei|dos|dois|couple of|few) (?:or \w+ )?(?:days?|jours?|tagen?|tage|días|dias)\b`)
)

// meansRemote reports whether a value says that the work is remote.
func meansRemote(s string) bool {
	return remoteWord.MatchString(s) && !noRemote.MatchString(s) || slices.Contains([]string{"yes", "true", "oui", "ja", "sí", "si", "sim"}, plainKey(s))
}

// placesGiven is the places in the value of a field: all that it lists, or those that are known when it is a sentence.
func placesGiven(v string) []string {
	if len(v) > maxValue {
		return nil
	}
	if before, after, ok := strings.Cut(v, ": "); ok && wordCount(before) > 2 && len(knownPlaces(before)) == 0 {
		v = after // "2 vacancies in the following locations: Lyon; Turin"
	}
	if wordCount(v) > 9 && !strings.ContainsAny(v, ";|/、") && !listsNames(v) || wordCount(v) > 5 && strings.HasSuffix(v, ".") {
		return knownPlaces(v)
	}
	return splitPlaces(v)
}

// listsNames reports whether every part of a value is a name: "Guelph, Ontario, Canada and Ste. Foy, Quebec, Canada".
func listsNames(v string) bool {
	for _, part := range placeBreak.Split(v, -1) {
		if !isName(strings.Trim(part, " .,")) {
			return false
		}
	}
	return true
}

// splitPlaces parts a list of places. A comma parts them too, but not a city from its state or country.
func splitPlaces(s string) []string {
	if remoteWithin(s) {
		return []string{wording.Capital(s)}
	}
	var places []string
	s = statedIn.ReplaceAllString(s, "$1, $2")
	s = together.ReplaceAllString(withoutRemarks(s), "\u00a0$1$3\u00a0$2$4")
	for _, part := range placeBreak.Split(s, -1) {
		part = strings.ReplaceAll(part, "\u00a0", " ")
		from := len(places)
		if whole := inDistrict(part); whole != "" {
			places = addPlace(places, whole)
			continue
		}
		for _, p := range strings.FieldsFunc(part, func(r rune) bool { return r == ',' || r == '，' }) {
			p = inOneWord(trimPlace(p))
			last := len(places) - 1
			switch {
			case p == "" || workMode.MatchString(p) || employmentOnly(p) || modeFirst.MatchString(p) || utf8.RuneCountInString(p) > placeRunes || !hasLetter(p):
			case inDays.MatchString(p):
				for _, known := range knownPlaces(p) {
					places = addPlace(places, known)
				}
			case last >= from && isStreet(places[last]):
				places[last] = p
			case last >= from && (belongs(places[last], p) || startsDigit(places[last])):
				places[last] += ", " + p
			case strings.Contains(p, " ") && !isPlace(p) && strings.ToLower(p) == p:
			default:
				places = addPlace(places, p)
			}
		}
	}
	if severalPlaces.MatchString(s) {
		return places
	}
	return withoutVenues(places)
}

// severalPlaces matches what lists towns, of which the last may name the state of all: "Hollow and Seattle, WA".
var severalPlaces = pattern.New(`[;|]|\s(?:and|or)\s`)

// withoutVenues leaves out the names that nobody knows for places beside one that is given with its state: "Comedy Bar" beside
// "Seattle, WA".
func withoutVenues(places []string) []string {
	stated := func(p string) bool {
		i := strings.LastIndex(p, ", ")
		return i > 0 && stateCodes[p[i+2:]] && kindOf(p[:i])&city != 0
	}
	if len(places) < 2 || !slices.ContainsFunc(places, stated) {
		return places
	}
	return slices.DeleteFunc(places, func(p string) bool {
		return !strings.Contains(p, ",") && !isPlace(p) && !remoteWord.MatchString(p)
	})
}

// isStreet reports whether s is a street with the number after it: "Im Winkel 4".
func isStreet(s string) bool { return street.MatchString(s) && !isPlace(s) }

var street = pattern.New(`^\p{Lu}[\p{L} .'’-]* \d{1,4} ?[a-z]?$`)

// isTown reports whether a line is a town as addresses have it, after its postcode or before its state or country.
func isTown(s string) bool {
	if at := townCode.FindStringIndex(s); at != nil {
		return isName(strings.TrimSpace(s[at[1]:]))
	}
	return strings.Contains(s, ",") && isPlace(s)
}

// townCode matches the postcode before a town.
var townCode = pattern.New(`^(?:[A-Z]{1,2}-)?\d{4,5}\s+`)

// withoutRemarks is s without what stands in parentheses, unless that says where a place is.
func withoutRemarks(s string) string {
	return remark.ReplaceAllStringFunc(s, func(in string) string {
		if kindOf(placeRim.ReplaceAllString(strings.Trim(in, " ()[]（）"), "")) != 0 {
			return in
		}
		return ""
	})
}

// inOneWord is a Japanese place without the sentence after it, and nothing of what is only a sentence.
func inOneWord(p string) string {
	if place, rest, ok := strings.Cut(p, " "); ok && inJapan.MatchString(place) && !strings.ContainsAny(rest, "0123456789") {
		return place
	}
	if predicate.MatchString(p) {
		return ""
	}
	return p
}

// inDays matches how many days a place is come to: "2 days in our Lyon office".
var inDays = pattern.New(`(?i)\b\d days?\b`)

// startsDigit reports whether a place begins with a house's number.
func startsDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

var predicate = pattern.New(`\p{Hiragana}.*(?:可|可能|あり|ます|です|ください)$`)

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// statedIn matches the slash before a state of Brazil.
var statedIn = pattern.New(`(\p{Ll})\s?/\s?(AC|AL|AM|AP|BA|CE|DF|ES|GO|MA|MG|MS|MT|PA|PB|PE|PI|PR|RJ|RN|RO|RR|RS|SC|SE|SP|TO)\b`)

// together matches what parts no places: the dash before a state, and the word before "surroundings".
var together = pattern.New(`\s([-–—])\s(\p{Lu}{2})\b|\s(et|und|and|y|e)\s((?:sa |its |the )?(?:périphérie|environs|alentours|région|umgebung|umland|surrounding|surroundings|nearby|alrededores|região|arredores)\b)`)

// trimPlace takes off what stands around a place's name.
func trimPlace(s string) string {
	s = strings.TrimFunc(postcode.ReplaceAllString(s, ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ')' && r != '('
	})
	s = placeLead.ReplaceAllString(s, "")
	if strings.HasSuffix(s, "D.C") {
		s += "."
	}
	if strings.HasSuffix(s, ")") && !strings.Contains(s, "(") {
		s = strings.TrimSuffix(s, ")")
	}
	return strings.TrimSpace(s)
}

var placeLead = pattern.New(`^(?i:or |and )?(?i:fully|100 ?%|based in|hybrid remote in|located in|in|our office in|either|ideally|preferably|onsite in|on-site in|hybrid in|hybrid) +`)

// inDistrict is a city, what it lies in that the atlas does not know, and the country of both, "" when s is no such thing.
func inDistrict(s string) string {
	parts := strings.Split(s, ",")
	if len(parts) != 3 {
		return ""
	}
	for i, p := range parts {
		parts[i] = trimPlace(p)
	}
	last := parts[2]
	if kindOf(parts[1]) != 0 || !isName(parts[0]) || !isName(parts[1]) || kindOf(last)&country == 0 && !stateCodes[last] ||
		workMode.MatchString(parts[1]) || remoteWord.MatchString(parts[0]+parts[1]) {
		return ""
	}
	return strings.Join(parts, ", ")
}

// statedPlaces is the places in one that a format states: an address goes from the small to the large, or the other way round,
// and is one place whatever the atlas knows of it.
func statedPlaces(s string) []string {
	if strings.ContainsAny(s, ";|/") {
		return splitPlaces(s)
	}
	var parts []string
	for _, p := range strings.Split(withoutRemarks(s), ",") {
		if p = trimPlace(p); p != "" && !workMode.MatchString(p) && !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	if n := len(parts); n > 3 {
		parts = append(parts[:2:2], parts[n-1])
	}
	if len(parts) == 0 {
		return nil
	}
	if !slices.ContainsFunc(parts, func(p string) bool { return kindOf(p)&city == 0 }) {
		return parts // a list of cities
	}
	return []string{strings.Join(parts, ", ")}
}

// belongs reports whether p, after a comma, says where the place before it is.
func belongs(before, p string) bool {
	whole := before
	if i := strings.LastIndex(before, ", "); i >= 0 {
		before = before[i+2:]
	}
	was, is := kindOf(before), kindOf(p)
	switch {
	case was == country && (before == whole || remoteWord.MatchString(whole)) && (is == city || is == 0 && isName(p) && !remoteWord.MatchString(p)):
		return true // the large before the small
	case was&(country|continent) != 0 && was&city == 0:
		return false
	case is&country != 0 && is&city == 0, is&continent != 0:
		return true
	case region.MatchString(p), is&state != 0 && is&city == 0:
		return was&state == 0 || was&city != 0
	default:
		return false
	}
}

// kindOf is what the atlas knows of a place, 0 for nothing.
func kindOf(s string) area { return atlas()[placeKey(remark.ReplaceAllString(s, ""))] }

var placeRim = pattern.New(`(?i)^(?:greater|downtown|central|metro|metropolitan|near|around|region|raum|großraum|grand|área de|área metropolitana de) |(?: (?:area|region|metro|metropolitan area|city|city area|office|hq|headquarters|centre|center|mitte|et périphérie|cedex|[a-z]?\d{1,2}(?:e|er|ème)?|a\.? ?m\.?|am main))$|-mitte$`)

// isPlace reports whether s is the name of a place by all that is known, or says that the work is remote.
func isPlace(s string) bool {
	if remoteOnly.MatchString(s) {
		return true
	}
	s = trimPlace(withoutRemarks(s))
	if i := strings.LastIndexAny(s, "(（"); i > 0 {
		if kindOf(strings.Trim(s[i:], "()（）"))&country != 0 && isName(s[:i]) {
			return true
		}
		s = strings.TrimSpace(s[:i])
	}
	if s == "" || wordCount(s) > 8 {
		return false
	}
	if inJapan.MatchString(s) {
		return true
	}
	if kindOf(s) != 0 {
		r, _ := utf8.DecodeRuneInString(s)
		return !unicode.IsLower(r)
	}
	s = strings.ReplaceAll(s, " - ", ", ")
	if i := strings.LastIndex(s, ","); i > 0 {
		head, tail := s[:i], strings.TrimSpace(s[i+1:])
		return (stateCodes[tail] || kindOf(tail)&(state|country) != 0) && isName(head) || region.MatchString(tail) && isPlace(head)
	}
	if m := remoteIn.FindStringSubmatch(s); m != nil {
		return isPlace(m[1])
	}
	if town, part, ok := strings.Cut(s, "-"); ok && kindOf(town)&city != 0 && isName(town) && isName(part) && startsName(part) {
		return true // a part of a city: "Köln-Deutz"
	}
	bare := placeRim.ReplaceAllString(s, "")
	return bare != s && isPlace(bare)
}

var remoteOnly = pattern.New(`(?i)^(?:(?:fully|100 ?%|full|completely|all|or|work|working) )?(?:remote|remotely|wfh|work from home|work from anywhere|télétravail|teletrabajo|teletrabalho|remoto|remota|homeoffice|home office|anywhere|worldwide|フルリモート|リモート)` +
	`(?: ok| possible| friendly| only| first| work| position| role| job)?(?:(?: ?[-–:,]| in| within| from)? ?\(?(?:the )?(?:us|usa|u\.s\.|uk|eu|emea|europe|canada|americas|latam|apac|global|globally|worldwide|anywhere|india|brazil|germany|us only|eu only|us/canada)\)?)?$`)

// remoteIn matches remote work and where it is done.
var remoteIn = pattern.New(`(?i)^(?:fully |100 ?% )?(?:remot[eoa]|remotamente|télétravail|homeoffice|home office)(?: work)?(?: ?[-–:,]| in| within| from| across| em| en| aus) ?(?:the )?(.+)$`)

// remoteWithin reports whether s is remote work in a country or a region of several, which is one place: "Remote - Canada".
func remoteWithin(s string) bool {
	m := remoteIn.FindStringSubmatch(s)
	return m != nil && kindOf(m[1])&(country|continent) != 0
}

// inJapan matches what begins with a prefecture, city or ward.
var inJapan = pattern.New(`^[\p{Han}ヶケ]{1,5}(?:都|道|府|県|市(?:[^場]|$)|[^地]区)`)

// isName reports whether s is a few words in capitals, or several such with commas between.
func isName(s string) bool {
	for part := range strings.SplitSeq(s, ",") {
		fields := strings.Fields(part)
		for i, w := range fields {
			r, _ := utf8.DecodeRuneInString(w)
			if unicode.IsLower(r) && (i == 0 || i == len(fields)-1 || utf8.RuneCountInString(w) > 3) || unicode.IsDigit(r) {
				return false
			}
		}
		if len(fields) == 0 || len(fields) > 4 {
			return false
		}
	}
	return !isJob(s)
}
