package posting

import (
	"slices"
	"strings"

	"candid/model/pattern"
	"candid/model/wording"
)

// chooseEmployment is the kind of employment, "" where the posting names none, or several; and the line of the running text
// it was taken from: -1 where it was not.
func chooseEmployment(doc document, all []factLine, t jobName) (string, int) {
	said := append([]string{doc.stated.employment}, given(doc, all, "employment")...)
	for _, v := range given(doc, all, "location") {
		said = append(said, headerKinds(v))
	}
	said = append(said, tags(doc)...)
	said = append(said, t.kinds...)
	for i := max(0, t.row-3); i < min(len(all), max(0, t.row)+10); i++ {
		x := all[i]
		if x.section || isProse(x.block) {
			break
		}
		if i != t.row && x.field == "" && wordCount(x.text) <= 24 {
			said = append(said, headerKinds(x.text))
		}
	}
	for _, x := range all {
		if x.kind != heading && x.field == "" && len(x.text) < 60 && (employmentOnly(x.text) && !(x.section && x.kind == item && inOther.MatchString(x.text)) || kindFirst.MatchString(x.text)) {
			said = append(said, x.text)
		}
	}
	permanent := ""
	for _, v := range said {
		switch kind, several := kindOfEmployment(v); {
		case several:
			return "", -1
		case kind == "Permanent":
			permanent = kind
		case kind != "":
			return kind, -1
		}
	}
	if kind, several := kindOfEmployment(t.name); kind == "Internship" && !forInterns(t.name) || kind == "Part-time" || kind == "Freelance" {
		return kind, -1
	} else if several {
		return "", -1
	}
	read := 0
	for _, x := range all {
		if read += len(x.text); read > maxProse {
			break
		}
		if x.kind == heading || x.field != "" {
			continue
		}
		for _, s := range wording.Sentences(x.text) {
			kind, several := employmentTold(s)
			switch {
			case several:
				return permanent, -1
			case kind == "Permanent":
				permanent = kind
			case kind != "":
				return kind, x.first
			}
		}
	}
	read = 0
	for _, x := range all {
		if read += len(x.text); read > maxProse {
			break
		}
		switch {
		case permanent != "":
		case fullWeekIn(x.text):
			return "Full-time", x.first
		case strings.Contains(x.text, "FTE") && partOfWeek.MatchString(x.text):
			return "Part-time", x.first
		}
	}
	return permanent, -1
}

// forInterns reports whether a title is of somebody who works with interns, or on a stage: "Internship Coordinator".
func forInterns(title string) bool {
	m := withInterns.FindStringSubmatch(title)
	return m != nil && isJob(justJob(m[1]))
}

var withInterns = pattern.New(`(?i)\b(?:internship|intern|stage)s? ((?:[\p{L}&]+ )*\p{L}+)(?:$| ?[,(–-])`)

// fullWeek matches the hours of a full week.
var fullWeek = pattern.New(`(?i)\b(?:3[5-9]|4[0-4])(?:[.,]\d+)? ?(?:(?:h|hrs?|hours?|horas|heures|stunden|std)\.? ?(?:/|per|a|por|par|pro)?|per) ?(?:week|weekly|semanais|semana|semaine|woche)\b`)

// inOther matches the words that stand in lists for something else than the role's employment.
var inOther = pattern.New(`(?i)^(?:contracts?|contractual|temp|temporary|temporal|seasonal|permanent|integral|completa|stage|freelance)\W*$`)

// ofAll matches what tells of a house's people or hours, not of the role's.
var ofAll = pattern.New(`(?i)\b(?:employees|staff|customers|members|students|visitors|open|opening hours|up to|less than|at least|minimum of|more than|over|PTO|vacation|paid leave|eligible|benefits|insurance)\b`)

// partOfWeek matches the share of full hours that a position is.
var partOfWeek = pattern.New(`\b0?[.,][1-9]\d? ?FTE\b`)

// fullWeekIn reports whether a sentence gives the role a full week.
func fullWeekIn(s string) bool {
	return fullWeek.MatchString(s) && slices.ContainsFunc(wording.Sentences(s), func(s string) bool { return fullWeek.MatchString(s) && !ofAll.MatchString(s) })
}

// maxProse is how much of a posting is searched for facts in its running text, in bytes.
const maxProse = 3 << 13

// headerKinds is the parts of a line around the title that are nothing but a kind of employment.
func headerKinds(s string) string {
	var out []string
	for _, piece := range slashes.Split(s, -1) {
		for _, p := range strings.Split(piece, ",") {
			if kinds := employmentsIn(noKind.ReplaceAllString(p, "")); len(kinds) > 0 && wordCount(p) <= 4 && !isJob(justJob(p)) {
				out = append(out, p)
			}
		}
	}
	return strings.Join(out, " / ")
}

// justJob is s without the words for a kind of employment that are a job's name too.
func justJob(s string) string { return internWord.ReplaceAllString(s, "") }

var internWord = pattern.New(`(?i)\b(?:internship|intern|contractor|freelancer|praktikum|praktikant\w*|werkstudent\w*|stagiaire|estagiári[oa]|becari[oa])\b`)

// laterOn matches what the employment may become.
var laterOn = pattern.New(`(?i)\s*[-–—,(]?\s*(?:with )?(?:the )?(?:(?:possible|potential|option for|possibility of|could become|opportunity for|path to|leading to|to|then) (?:an? )?(?:full[- ]time|permanent|hire)(?: hire| conversion)?|(?:full|part)[- ]time possible)\b.*`)

// noKind matches what has a word for a kind of employment in it and is none.
var noKind = pattern.New(`(?i)\b(?:smart contracts?|contracts? (?:management|managers?|law|lifecycle|manufactur\w*|negotiat\w*|administrat\w*|research|review|compliance|analy\w*|testing|value|vehicle)|(?:early|late|later|seed|growth|mid|multi|first|clinical|pre-?seed|series \pL)[- ]?stages?|stage \d|` +
	`permanent (?:residen\w*|collections?|exhibitions?|magnets?)|(?:temporary|permanent) (?:files?|structures?|solutions?|storage|data|workers|homes?|housing|visas?)|internship programs?|temp(?:erature)? control|(?:full|part)[- ]time (?:staff|employees|equivalents?|students?))\b`)

// kindFirst matches a line that begins with a kind of employment and goes on about it.
var kindFirst = pattern.New(`(?i)^(?:full[- ]time|part[- ]time|contract|contractor|freelance|temporary|internship|vollzeit|teilzeit|temps plein|temps partiel|tiempo completo|jornada completa)(?: (?:to start|to hire|position|role|job|opportunity|for the duration|for \d|with)\b| ?[(,–-] ?(?:\d|permanent|salaried|exempt|hourly|remote|on-?site|hybrid))`)

// kindOfEmployment is the kind that words name; several when they leave it open. What is for good or for a time is said beside
// the hours, and an internship has hours too.
func kindOfEmployment(s string) (kind string, several bool) {
	kinds := employmentsIn(noKind.ReplaceAllString(laterOn.ReplaceAllString(s, ""), ""))
	if len(kinds) == 2 && strings.HasSuffix(kinds[0], "-time") && kinds[1] == "Permanent" {
		kinds = kinds[:1]
	}
	if len(kinds) == 2 && strings.HasSuffix(kinds[0], "-time") && kinds[1] == "Internship" && !strings.ContainsAny(s, "/;|") && !either.MatchString(s) {
		kinds = kinds[1:]
	}
	switch len(kinds) {
	case 0:
		return "", false
	case 1:
		return kinds[0], false
	default:
		return "", true
	}
}

var either = pattern.New(`(?i)\b(?:or|oder|ou|o|and|und|et|y|e)\b|または`)

var (
	// a kind of employment
	hoursOrTerm = pattern.New(`(?i)\b(?:full|part)[- ]?time\b|\bvollzeit\b|\bteilzeit\b|temps (?:plein|complet|partiel)|tiempo (?:completo|parcial)|jornada completa|media jornada|tempo (?:integral|parcial)|meio período|正社員|フルタイム|契約社員|業務委託|アルバイト|パート|` +
		`\b(?:fixed[- ]term|temporary|permanent|freelance|internship|contract (?:position|role|basis|to hire))\b|\bCD[ID]\b|\bfreelancer\b|unbefristet|befristet|\bindépendante?\b`)
	// as the role's
	aboutRole = pattern.New(`(?i)\b(?:this|the|our|a|an|is|as|for an?|new|position|role) (?:[\w$,%-]+ ){0,4}(?:full|part)[- ]?time\b|\b(?:full|part)[- ]?time,? (?:[\w-]+,? ){0,3}(?:role|position|job|opportunity|employment|basis|contract|internship|salaried|permanent|exempt|hours)|` +
		`(?:this|the) (?:[\w-]+ ){0,5}(?:contract|permanent|temporary|freelancer?|internship|fixed[- ]term)\b|(?:contrat|poste|emploi|stelle|position|puesto|contrato|vaga|trabalho|trabajo|in|en|à|auf|a|em|CDI|CDD)\b|雇用|勤務|^\W*(?:full|part)[- ]?time\W*$|^(?:full|part)[- ]time, `)
	// as somebody else's, or as what one has done
	ofOthers = pattern.New(`(?i)\b(?:employees|staff|benefits|experience|years? of|positions do not|developers|members|workers|equivalent|degree|engineers|designers|writers|study|students?|stack|real[- ]time|career|jobs)\b`)
	// as one of several
	allowsAs = pattern.New(`(?i)\b(?:open to|either|can be|also|possible|möglich|possibility|or|oder|ou|optional)\b|・`)
)

// employmentTold is the kind of employment that a sentence gives the role.
func employmentTold(s string) (kind string, several bool) {
	if len(s) > wording.MaxText {
		return "", false
	}
	s = noKind.ReplaceAllString(s, "")
	if !hoursOrTerm.MatchString(s) || !aboutRole.MatchString(s) {
		return "", false
	}
	at := hoursOrTerm.FindStringIndex(s)
	if ofOthers.MatchString(s[max(0, at[0]-20):min(len(s), at[1]+22)]) {
		return "", false
	}
	said := strings.Join(hoursOrTerm.FindAllString(s, -1), " ")
	kind, several = kindOfEmployment(said)
	return kind, several && allowsAs.MatchString(s)
}
