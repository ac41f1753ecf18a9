package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/model/pattern"
	"candid/model/posting"
)

// guess is a name that a document may be by, and how much speaks for it.
type guess struct {
	name  string
	worth int
}

// sure is what a guess must be worth to be taken, named what a label or the format's own field makes it worth.
const (
	sure  = 20
	named = 120
)

// nameLines is how many lines that hold something names are sought in.
const nameLines = 90

// names is who a page may be by, the likeliest first. keys is what the applicant goes by elsewhere: addresses, profiles.
func (p page) names(keys []string) []guess {
	var all []guess
	var folded []string // of each
	add := func(name string, worth int) {
		if name == "" || isPlaceholder(name) {
			return
		}
		key := model.Fold(name)
		for i, g := range all {
			if folded[i] == key {
				if all[i].worth = max(g.worth, worth) + 4; g.worth < worth {
					all[i].name = name
				}
				return
			}
		}
		all, folded = append(all, guess{name, worth}), append(folded, key)
	}
	labelled := p.labelled()
	add(labelled, named)
	add(p.signature(), 60)
	large := p.fromLarge(keys)
	greeted := p.greeted()
	for i, line := range p.bare {
		if line == "" || p.nth[i] >= nameLines && !p.foot(i) {
			continue
		}
		if len(line) > 160 || i >= p.others || len(line) > 60 && bullet.MatchString(p.lines[i]) {
			continue
		}
		for k, part := range p.nameParts(i, keys) {
			name := readName(part)
			if name == "" {
				name = uncapitalised(part, keys, i)
			}
			if name == "" {
				continue
			}
			worth := p.nameWorth(name, i, k, keys)
			if large != "" && sameWords(name, large) {
				worth += 45
			}
			if greeted != "" && shareWord(name, greeted) && agreement(name, keys) < 2 {
				worth -= 80
			}
			add(name, worth)
		}
		if name := p.twoLines(i, keys, large); name != "" {
			add(name, p.nameWorth(name, i, 0, keys)+2)
		}
	}
	if large != "" {
		add(large, 30+looks(large)+15*agreement(large, keys))
	}
	slices.SortStableFunc(all, func(a, b guess) int { return cmp.Compare(b.worth, a.worth) })
	return all[:min(len(all), 12)]
}

// nameParts is the parts of a line that may be a name, in their order.
func (p page) nameParts(i int, keys []string) []string {
	line := p.bare[i]
	if joined := unspaced(line); joined != "" {
		return []string{respaced(joined, keys)}
	}
	if title := documentOf.FindString(line); title != "" {
		line = line[len(title):]
	}
	line = withoutDocument(line)
	if strings.Contains(line, "@") { // "jane@example.org Jane Doe"
		line = emailAddress.ReplaceAllString(line, " | ")
	}
	parts := segments(line)
	if len(parts) > 6 {
		parts = parts[:6]
	}
	if len(parts) > 1 && strings.Contains(line, " - ") && len(line) < 50 && !strings.ContainsAny(line, "|0123456789") && !strings.Contains(line, "•") { // "JEAN - LUC"
		if glued := strings.ReplaceAll(line, " - ", "-"); agreement(glued, keys) == 2 {
			parts = append(parts, glued)
		}
	}
	// A line of words and then what cannot be a name: "Jane Doe Mobile: 416 555 0142".
	for k, part := range parts {
		if at := strings.IndexAny(part, ":：0123456789+☎✉📞📱"); at > 4 && k == 0 {
			if tokens := strings.Fields(part[:at]); len(tokens) > 2 && strings.ContainsAny(part[at:], "0123456789@") {
				parts = append(parts, strings.Join(withoutLabel(tokens), " "))
			}
		}
	}
	return parts
}

// withoutLabel drops the words at the end that no name has.
func withoutLabel(tokens []string) []string {
	for len(tokens) > 0 && (hasStopWord(tokens[len(tokens)-1]) || len(tokens[len(tokens)-1]) < 3) {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// nameWorth is how much speaks for a name, of which line i is part k.
func (p page) nameWorth(name string, i, k int, keys []string) int {
	nth, agrees := p.nth[i], agreement(name, keys)
	worth := looks(name)
	switch agrees {
	case 2:
		worth += 46
	case 1:
		worth += 24
	}
	if agrees < 2 && hasStopWord(name) || agrees == 2 && nth > 30 && hasStopWord(name) {
		return -100
	}
	if agrees == 2 && hasStopWord(name) {
		worth -= 12
	}
	switch {
	case nth == 0:
		worth += 24
	case nth < 4:
		worth += 20 - 3*nth
	case nth < 8:
		worth += 6
	case nth > 40:
		worth -= 10
	}
	level := headingLevel(p.lines[i], p.next(i))
	if level == 1 {
		worth += 24
	}
	line := p.bare[i]
	switch {
	case k > 0:
		worth -= 10
	case len(line) <= len(name)+14:
		worth += 8
	}
	if strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：") {
		worth -= 30
	}
	if level != 1 && bullet.MatchString(p.lines[i]) {
		worth -= 20
	}
	if i >= p.above && (p.above > 0 || agrees < 2) {
		worth -= 24
	}
	below := p.below(i)
	switch {
	case hasJob(below) && len(below) < 60 && k == 0 && len(line) <= len(name)+14 && isGiven(firstWord(name)) && severalWords(name):
		worth += 16
	case nth < 12 && (hasJob(below) || strings.Contains(below, "@") || strings.Contains(line, "@")):
		worth += 8
	}
	if p.greet >= 0 && i < p.greet && nth > 2 {
		worth -= 26 // whom a letter is to
	}
	return worth
}

// looks is how much a name's own words speak for it.
func looks(name string) int {
	tokens := strings.Fields(name)
	worth := 0
	switch n := len(tokens); {
	case ideographic(firstRune(name)):
		letters := len([]rune(strings.ReplaceAll(name, " ", "")))
		if letters >= 2 && letters <= 5 {
			worth += 4
		}
		switch {
		case asianSurname(name):
			worth += 18
		case !strings.ContainsAny(name, " ・·") && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.In(r, unicode.Hiragana, unicode.Katakana) && r != 'ー' }):
			worth -= 30 // a word, more likely: names are written so beside other letters
		}
		n = 2
	case n == 1:
		worth -= 14
	case n <= 3:
		worth += 8
	case n > 4:
		worth -= 4
	}
	if posting.IsPlace(name) {
		worth -= 50
	} else if n := len(tokens); n > 1 && posting.IsPlace(tokens[n-1]) && !isGiven(tokens[0]) {
		worth -= 8
	}
	given, soft := 0, 0
	for i, t := range tokens {
		w := model.Fold(strings.Trim(t, ".,()\"“”'’"))
		half, _, _ := strings.Cut(w, "-")
		switch {
		case known()["given"][w], known()["given"][half]:
			given++
		case known()["soft"][w]:
			soft++
		case len([]rune(w)) == 1 && len(tokens) > 1:
			worth += 5
		case i > 0 && known()["particles"][w], isPatronymic(w):
			worth += 8
		}
	}
	worth += min(given, 2) * 12
	if given == 0 {
		worth -= 18 * soft
	}
	return worth
}

// isPatronymic reports whether a folded word is made of a father's name.
func isPatronymic(w string) bool {
	for _, end := range []string{"ович", "евич", "овна", "евна", "ична", "івна", "ovich", "evich", "ovna", "evna"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+3 {
			return true
		}
	}
	return false
}

// asianSurname reports whether a name without spaces begins as names do.
func asianSurname(name string) bool {
	runes := []rune(strings.ReplaceAll(name, " ", ""))
	for n := 1; n <= 3 && n < len(runes); n++ {
		if known()["surnames"][string(runes[:n])] {
			return len(runes) <= n+3
		}
	}
	return false
}

// hasJob reports whether a line names a job, as the line under a name does.
func hasJob(line string) bool {
	if line == "" || len(line) >= 120 {
		return false
	}
	line = strings.ToLower(line)
	return slices.ContainsFunc(jobWords, func(w string) bool { return strings.Contains(line, w) }) || strings.Contains(line, "intern") && intern.MatchString(line)
}

// jobWords is what the names of jobs hold, in small letters.
var jobWords = []string{
	"engineer", "develop", "program", "architect", "manager", "direct", "lead", "analyst", "scientist", "research", "design", "administrat", "consult",
	"specialist", "technician", "student", "nurse", "account", "teach", "professor", "writer", "editor", "assistant", "officer", "entwickler", "ingenieur",
	"ingénieur", "développ", "desarroll", "ingenier", "sviluppat", "desenvolv", "engenheir", "разработчик", "инженер", "программист", "аналитик", "工程师",
	"工程師", "エンジニア", "개발자", "مهندس", "מהנדס", "מפתח", "mühendis", "programista", "kỹ sư", "अभियंता",
}

var intern = pattern.New(`intern\b`)

// isPlaceholder reports whether a template's words stand where a name belongs.
func isPlaceholder(name string) bool {
	name = model.Fold(name)
	return slices.ContainsFunc(placeholderBegins, func(s string) bool { return strings.HasPrefix(name, s) }) && placeholder.MatchString(name)
}

// placeholderBegins is how what placeholder matches begins: cheap to ask before.
var placeholderBegins = strings.Fields("your my the first given full name vorname prenom nombre nome imie имя last surname nachname nom apellido lorem ipsum xxx abc test insert enter type")

var placeholder = pattern.New(`^(?:your|my|the)\b|^(?:first ?name|firstname|first|given|full ?name|name|vorname|prenom|nombre|nome|imie|имя)[ .,-]*(?:middle)?[ .,-]*(?:last ?name|lastname|last|surname|family|nachname|nom|apellidos?|cognome|sobrenome|nazwisko|фамилия|name|goes|here)?(?: name| here)?$|^(?:last ?name|surname|nachname|nom|apellidos?)\b|^(?:lorem|ipsum|xxx|abc|test(?:er)? (?:name|user))\b|^(?:name|insert|enter|type)\b`)

// fromLarge is the words set largest as a name, "" when they are none.
func (p page) fromLarge(keys []string) string {
	s := p.large
	if joined := unspaced(s); joined != "" {
		s = respaced(joined, keys)
	}
	s = withoutDocument(strings.TrimPrefix(s, documentOf.FindString(s)))
	name := readName(s)
	if name == "" || isPlaceholder(name) || hasStopWord(name) && agreement(name, keys) < 2 {
		for _, part := range segments(s) {
			if n := readName(part); n != "" && !isPlaceholder(n) && !hasStopWord(n) {
				return n
			}
		}
		return ""
	}
	return name
}

// twoLines is a name that is set on two lines, the first of them line i.
func (p page) twoLines(i int, keys []string, large string) string {
	if p.nth[i] > 60 {
		return ""
	}
	below := p.below(i)
	if below == "" || len(p.bare[i])+len(below) > 60 {
		return ""
	}
	first, second := readName(p.bare[i]), readName(below)
	if first == "" || second == "" || hasStopWord(first) || hasStopWord(second) || isPlaceholder(first) || isPlaceholder(second) {
		return ""
	}
	joined := first + " " + second
	if personName(joined) == "" || len(strings.Fields(joined)) > 5 || ideographic(firstRune(first)) != ideographic(firstRune(second)) {
		return ""
	}
	capitals := strings.ToUpper(p.bare[i]) == p.bare[i] && strings.ToUpper(below) == below && hasUpper(below)
	one := !strings.Contains(first, " ") && !strings.Contains(second, " ")
	switch {
	case posting.IsPlace(second) && agreement(second, keys) == 0:
	case large != "" && sameWords(joined, large):
		return joined
	case agreement(joined, keys) == 2 && agreement(first, keys) < 2 && agreement(second, keys) < 2 && (agreement(second, keys) > 0 || one):
		return joined
	case p.nth[i] < 2 && one && (capitals || isGiven(first)) && !posting.IsPlace(first) && large == "":
		return joined
	}
	return ""
}

// respaced finds where the words of a name part that is set letter by letter with single blanks.
func respaced(s string, keys []string) string {
	if strings.Contains(s, " ") {
		return s
	}
	runes := []rune(s)
	folded := latin(s)
	for _, key := range keys {
		tokens := strings.FieldsFunc(latin(key), func(r rune) bool { return !unicode.IsLetter(r) })
		if len(tokens) > 1 && strings.Join(tokens, "") == folded && len(folded) == len(runes) {
			return string(runes[:len(tokens[0])]) + " " + string(runes[len(tokens[0]):])
		}
	}
	for n := min(12, len(runes)-2); n >= 3; n-- {
		if isGiven(string(runes[:n])) {
			return string(runes[:n]) + " " + string(runes[n:])
		}
	}
	return s
}

// uncapitalised is a name in small letters, as some set theirs, when an address or a known name says it is one.
func uncapitalised(s string, keys []string, i int) string {
	tokens := strings.Fields(s)
	if len(tokens) < 2 || len(tokens) > 3 || strings.ToLower(s) != s || hasStopWord(s) || i > 20 {
		return ""
	}
	for k, t := range tokens {
		runes := []rune(t)
		if !unicode.IsLower(runes[0]) {
			return ""
		}
		if k == 0 || !known()["particles"][t] {
			runes[0] = unicode.ToTitle(runes[0])
			tokens[k] = string(runes)
		}
	}
	name := readName(strings.Join(tokens, " "))
	if name != "" && (agreement(name, keys) == 2 || i < 3 && isGiven(tokens[0])) {
		return name
	}
	return ""
}
