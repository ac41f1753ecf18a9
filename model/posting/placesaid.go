package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
	"candid/model/wording"
)

var slashes = pattern.New(`\s*[|·•;\t]\s*|\s+[-–—/]\s+|\s*/\s*|\s{2,}`)

// remoteStart matches a line that begins by saying that the work is remote.
var remoteStart = pattern.New(`(?i)^(?:fully |100 ?% )?remote(?:[ -]based| position| role| job| work)?(?: with\b|,|$| \()`)

// remoteAside matches remote work with where from in parentheses.
var remoteAside = pattern.New(`\b(?i:remote) \([^()]{2,40}\)`)

// headerPlaces is the places in the short lines around the title, such as "Kettle Works | Lyon, France | Onsite".
func headerPlaces(all []factLine, t jobName) []string {
	var places []string
	for i := max(0, t.row-3); i < len(all) && i < max(0, t.row)+10; i++ {
		x := all[i]
		if x.section || isProse(x.block) || x.kind == item && i > t.row+5 {
			break
		}
		if i == t.row || x.field != "" || utf8.RuneCountInString(x.text) > 140 || wordCount(x.text) > 24 || strings.HasSuffix(x.text, ".") && wordCount(x.text) > 6 {
			continue
		}
		said := slashes.Split(x.text, -1)
		if m := remoteAside.FindString(x.text); m != "" && isPlace(m) {
			said = append(said, m)
		} else if m := bracket.FindStringSubmatch(x.text); m != nil && !slices.ContainsFunc(said, allPlaces) {
			said = append(said, m[1])
		}
		if remoteWithin(x.text) {
			said = []string{x.text}
		}
		from := len(places)
		for _, piece := range said {
			for _, p := range splitPlaces(piece) {
				if isPlace(p) {
					places = addPlace(places, p)
				}
			}
		}
		if len(places) == from && remoteStart.MatchString(x.text) {
			places = addPlace(places, "Remote")
		}
	}
	return places
}

// knownPlaces is the places in a sentence that the atlas knows, and whether it says remote.
func knownPlaces(s string) []string {
	var places []string
	found, end := placeWord.FindAllStringIndex(s, -1), 0
	for i := 0; i < len(found); i++ {
		if r, _ := utf8.DecodeRuneInString(s[found[i][0]:]); unicode.IsLower(r) || found[i][0] < end {
			continue
		}
		for n := min(4, len(found)-i); n > 0; n-- {
			name := s[found[i][0]:found[i+n-1][1]]
			if strings.ContainsAny(name, ",;") || kindOf(name) == 0 || namesHouse(s[:found[i][0]], s[found[i+n-1][1]:]) {
				continue
			}
			last := len(places) - 1
			if between := ""; last >= 0 && i > 0 {
				between = s[found[i-1][1]:found[i][0]]
				if strings.TrimSpace(between) == "," && strings.HasSuffix(places[last], s[found[i-1][0]:found[i-1][1]]) && belongs(places[last], name) {
					places[last] += ", " + name
					i += n - 1
					break
				}
			}
			if m := inCountry.FindString(s[found[i+n-1][1]:]); m != "" {
				name += m
				end = found[i][0] + len(name)
			}
			places = addPlace(places, name)
			i += n - 1
			break
		}
	}
	if remoteWord.MatchString(s) && !noRemote.MatchString(s) && !perhaps.MatchString(s) {
		places = addPlace(places, "Remote")
	}
	return places
}

// namesHouse reports whether the words around a place make a house's name of it: "Saarland University", "Bank of Scotland".
func namesHouse(before, after string) bool {
	return houseAfter.MatchString(after) || houseBefore.MatchString(before)
}

var (
	houseAfter  = pattern.New(`^ (?:\p{Lu}\p{L}* ){0,2}(?:Campus|Universit\p{L}+|Uni|U|Institute|College|School|Bank|Airport|Hospital|Museum|Library|Times|Stock Exchange|Foundation)\b`)
	houseBefore = pattern.New(`(?:Universit\p{L}+|Bank|Museum|Institute|College|Bishop|Church|Hochschule) (?:of|de|di|der|do) $`)
)

// inCountry matches the country in parentheses after a city.
var inCountry = pattern.New(`^ \(\p{Lu}[\p{L} ]+\)`)

var placeWord = pattern.New(`[\p{L}\p{M}'’.-]*[\p{L}\p{M}]`)

// The sentences that say where the work is, not where the company is: those that name it plainly, and those of which only a
// place that is known is taken.
var (
	placeRun = `((?:\p{Lu}[\p{L}'’-]*(?: \(\p{Lu}[\p{L} ]+\))?(?:, | or | and | & | / | of | |\. )?)+)`
	// names the place of the role, known or not
	located = pattern.New(`(?:^Located in|[.!] Located in|\b(?i:this|the|our)(?: \w+){0,2} (?i:role|position|job|opening|opportunity|internship) (?i:is|will be|may be|can be) (?:(?i:open to candidates|open|available|being offered|offered|fully|remote,?) )?(?i:based|located|onsite|on-site|in-person|in person|hybrid)?,? ?(?i:in|at|out of)(?: (?i:the|our))?|` +
		`\b(?i:role|position|job)(?: is)? (?:based|located) in) ` + placeRun)
	// tells where one works; the place must be known
	workPlace = pattern.New(`(?i)\b(?:(?:based|work|works|working|join us|join|onsite|on-site|located|sit|team|role|position|engineer|developer|candidates?|days a week|days per week|hybrid|full[- ]time|be) (?:\w+ ){0,4}?(?:in|from|at|out of) (?:our |the |one of our )?(?:\w+ )?(?:\w+ )?` +
		`(?:offices?|hubs?|headquarters|hq|studios?|labs?|campus|locations?)|(?:for|at|in|join) our [^.,]{3,30}? (?:warehouse|store|shop|restaurant|clinic|plant|factory|school|facility|site|branch|team|office|hub)\b|in our [^.,]{3,40} offices?|join (?:us|our|the) [^.,]{3,40} (?:office|lab|studio|hub|campus)\b|join (?:us|our (?:\w+ ){1,3}) ?(?:in|at)\b|place of work is|(?:in|from|at) (?:one of )?our (?:\w+ ){0,2}(?:offices?|hubs?|studios?|labs?|headquarters|campus) (?:in|at)\b|(?:candidate|engineer|person|hire|you|incumbent|position|role|job) (?:will|must|should|can|may) be (?:based|located) (?:in|at)\b|work location is|our offices? in\b|offices? (?:is|are) in|(?:one of the following|following) (?:hubs|locations|offices|cities)|open to (?:candidates|individuals|applicants|people) (?:based |located |living )?in|` +
		`(?:must|should|need to|able to) (?:be )?(?:live|based|located|reside|residing|living|work)(?: \w+)? (?:in|near|from)|arbeitsort|einsatzort|standort (?:ist|in)|an unserem standort|in unserem büro|am standort|dein arbeitsplatz|basé\(?e?\)? (?:à|en)|poste (?:est )?(?:basé|situé|localisé)|` +
		`dans nos (?:locaux|bureaux)|lieu de travail|ubicad[oa] en|en nuestra(?:s)? oficina|trabajo en|localizad[oa] em|em nosso escritório|no nosso escritório|presencial em|勤務地)`)
	// tells that one works from anywhere
	workRemote = pattern.New(`(?i)\b(?:(?:this|the|our|a|an) (?:\w+[ -]){0,3}?(?:fully |100% |completely )?remote (?:\w+ ){0,2}?(?:role|position|job|opportunity|internship|contract)|(?:role|position|job|work|opportunity) (?:is|can be|will be)(?: done| performed)? (?:\w+ )?(?:remote|remotely)|` +
		`work (?:fully |100% |completely )?remotely\b|will be working (?:fully |100% |completely )?remotely|ll be working (?:fully |100% |completely )?remotely|based anywhere|work from anywhere(?:[.!,]|$)|(?:fully|100%|completely) remote\b|^\W*remote / wfh\W*$|join (?:our|a) (?:\w+, |\w+ )?remote team|we(?:['’]re| are) (?:all|fully|a fully|100%|an all)[ -]remote|100 ?% (?:remoto|télétravail|remote|homeoffice)|trabajo (?:100% )?remoto|trabalho (?:100% )?remoto|full remote|totalement (?:en )?télétravail)|フルリモート`)
	// "looking for a cook in Lyon"
	wantedIn = pattern.New(`(?:looking for|seeking|hiring|recruiting|recherchons|suchen|buscamos|procuramos)((?: [\p{L}\d/()+#.&·*:-]+){1,8}?),? (?:in|à|en|em|based in) (\p{Lu}[^.;!?]*)`)
	// the company's place, and that one has to come there
	nearBy = pattern.New(`(?i)\b(?:based|located|office is) in\b.*\b(?:local|on-?site|in[- ]person|in[- ]office|relocat\w+|come (?:in )?to the office|commut\w+)\b`)
	// what tells a purpose and no place
	aims = pattern.New(`(?i)\b(?:to|who|that|with|for|pour|qui|para|que|mit)\b`)
	// what tells of the company, not the role
	ofCompany = pattern.New(`(?i)\b(?:founded|headquartered|siège|hauptsitz|customers|clients|funding|investors|employees across|people across|offices (?:in|across) \w+ (?:countries|cities)|our team is|we are (?:a|an)|is a\b)`)
)

// placesToldIn is where the work is by a sentence of the line, nil when it does not say.
func placesToldIn(x factLine) []string {
	if x.field != "" || x.kind == heading || len(x.text) > 4*wording.MaxText {
		return nil
	}
	for _, s := range wording.Sentences(x.text) {
		if !tellsPlace(s) {
			continue
		}
		if m := located.FindStringSubmatch(s); m != nil && x.kind == paragraph {
			if places := likeliest(splitPlaces(m[1])); len(places) > 0 {
				return places
			}
		}
		if m := wantedIn.FindStringSubmatch(s); m != nil && !aims.MatchString(m[1]) {
			if places := knownPlaces(m[2]); len(places) > 0 {
				return places
			}
		}
		if !ofCompany.MatchString(s) {
			if at := workPlace.FindStringIndex(s); at != nil {
				if places := knownPlaces(clause(s, at)); len(places) > 0 {
					return places
				}
			}
		}
		if nearBy.MatchString(s) {
			if places := knownPlaces(s); len(places) > 0 {
				return places
			}
		}
		if hires.MatchString(s) {
			if places := citiesIn(s); len(places) > 0 {
				return places
			}
		}
		if workRemote.MatchString(s) && !noRemote.MatchString(s) && !perhaps.MatchString(s) {
			return []string{"Remote"}
		}
	}
	return nil
}

// hires matches the words with which other languages say that somebody is looked for, and inCity where that is.
var (
	hires  = pattern.New(`(?i)\b(?:suchen|sucht|recherch(?:e|ons)|recrut(?:e|ons)|buscamos|busca|procura|procuramos|contrata|contratamos|cerchiamo)\b`)
	inCity = pattern.New(`(?:^|\s)(?:in|à|en|em|de|a) (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})`)
)

// citiesIn is the cities that a sentence says something is in.
func citiesIn(s string) []string {
	var places []string
	for _, at := range inCity.FindAllStringSubmatchIndex(s, -1) {
		for _, p := range knownPlaces(s[at[2]:at[3]]) {
			if kindOf(p)&city != 0 && !namesHouse(s[:at[2]], s[at[3]:]) {
				places = addPlace(places, p)
			}
		}
	}
	return places
}

// tellsPlace reports whether a sentence may say where the work is: it names a place that is known, or remote work, or has the
// words of [located], which may be followed by any name.
func tellsPlace(s string) bool {
	return strings.Contains(s, "ocated") || strings.Contains(s, "based") || strings.Contains(s, "remote") || strings.Contains(s, "Remote") || len(knownPlaces(s)) > 0 ||
		saysRole.MatchString(s) || remoteWord.MatchString(s)
}

var saysRole = pattern.New(`\b(?i:role|position|job|opening|opportunity|internship) (?:is|will|may|can)\b`)

// clause is s from its beginning up to the first comma after at that goes on in small letters: what follows it tells of
// something else.
func clause(s string, at []int) string {
	if end := digression.FindStringIndex(s[at[1]:]); end != nil {
		return s[:at[1]+end[0]]
	}
	return s
}

var digression = pattern.New(`[,;–—] (?:\p{Ll}{5,}|with|using|where|who|that)\b`)

// likeliest is those of the names that are known for places, or all where none is: "CRIL, Lens (France)".
func likeliest(names []string) []string {
	known := slices.DeleteFunc(slices.Clone(names), func(p string) bool { return !isPlace(p) })
	if len(known) == 0 {
		return names
	}
	return known
}

// besideHours is the places in a line of the text, or in parentheses in it, that names the kind of employment beside them:
// "Full time, remote | $12"; and a line that says no more than that the work is remote.
func besideHours(x factLine) []string {
	if len(x.text) < 140 {
		if places := amongHours(x.text); len(places) > 0 {
			return places
		}
	}
	if s := strings.TrimRight(x.text, ".!"); len(s) < placeRunes && x.kind == paragraph && remoteWord.MatchString(s) && isPlace(s) {
		return splitPlaces(s)
	}
	if strings.Contains(x.text, "(") {
		for _, at := range bracket.FindAllStringSubmatchIndex(x.text, -1) {
			if places := amongHours(x.text[at[2]:at[3]]); len(places) > 0 {
				return places
			}
		}
	}
	return nil
}

// amongHours is the places among the parts of a line or an aside of which one is a kind of employment.
func amongHours(s string) []string {
	if len(employmentsIn(s)) == 0 {
		return nil
	}
	var places []string
	hours := false
	for _, piece := range slashes.Split(s, -1) {
		for _, p := range strings.Split(piece, ",") {
			p = strings.TrimSpace(p)
			hours = hours || employmentOnly(p)
			if isPlace(p) {
				places = addPlace(places, p)
			}
		}
	}
	if !hours {
		return nil
	}
	return places
}
