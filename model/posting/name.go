package posting

import (
	"strings"
	"unicode"

	"candid/model/pattern"
	"candid/model/wording"
)

// jobName is a title without what is no part of it, and what that told.
type jobName struct {
	name   string
	places []string // it names beside the job
	kinds  []string // of employment, that it names beside the job
	sought bool     // words before it say that somebody is looked for
	row    int      // where it stands among the rows, -1 where it does not
}

var (
	// (m/w/d), H/F, (all genders)
	genders = pattern.New(`(?i)\s*[(\[（]\s*(?:[mwfhdxiv]|div|gn|gender)(?:\s*[/|,·.*-]\s*(?:div|gn|[mwfhdxignav*])){1,4}\s*[)\]）]|\s+(?:\b[mwfhdxv](?:\s?[/|]\s?[mwfhdxv]){1,3}\b)|` +
		`\s*[(\[（]\s*(?:all genders?|alle geschlechter|gn|gender[- ]neutral|any gender|tous genres|todos los géneros|d/m/w|m/w|inclusive)\s*[)\]）]|\s*[-–,|]?\s*\ball genders\b`)
	// m/w/d, by itself
	genderOnly = pattern.New(`(?i)^(?:[mwfhdxv](?:\s?[/|]\s?[mwfhdxv]){1,3}|all genders?)$`)
	// (Ref. 2231-B), JR40199, #1234
	reference = pattern.New(`(?i)\s*[(\[#]?\s*\b(?:ref(?:erence|erenz)?\.?|req(?:uisition)?\.?|job|posting|vacancy|kennziffer|réf(?:érence)?\.?|código|vaga)\s*(?:id|no|nr|number|code|#)?\.?\s*[:#]?\s*#?[A-Z]{0,4}[-_/]?\d[\w/-]*\s*[)\]]?|\s*[(\[]?#\d{3,}[)\]]?|\s*[-–(\[]?\s*\b(?:JR|R|REQ|J)-?\d{4,}\b[)\]]?`)
	// what leads on to the name, in the languages that are read
	leadIn = pattern.New(`(?i)^(?:(?:job|role|position|vacancy|career)? ?(?:description|title|posting|opening|announcement|opportunity|advertisement|ad|offer|spec)?\s*[:–—-]\s+|job description (?:for|of)? ?(?:an? |the )?|position:|(?:now |we(?:['’]| a)re |currently |[^,:|]{2,40}? (?:is|are)(?: now| currently)? )?(?:hiring|looking for|recruiting|seeking)(?: for)?\s*[:!]?\s+(?:an? |our (?:next |first )?)?|` +
		`(?:help )?wanted\s*[:!-]\s*|vacancy\s*[:–-]?\s+|open (?:position|role)s?\s*[:–-]\s*|(?:job|career) (?:opening|opportunity)\s*[:–-]?\s+|join (?:us|our team|the team|[^,:|]{2,40}?) as (?:an? |our )?|come (?:and )?work as (?:an? )?|call for (?:an? )?|apply for:?\s+|(?:our |the |your )?next |` +
		`stellenangebot\s*[:–-]?\s*|stellenausschreibung\s*[:–-]?\s*|wir suchen(?: dich als| sie als)?:?\s+(?:eine?n? )?|gesucht\s*[:–-]\s*|(?:offre d['’]emploi|offre de stage|offre d['’]alternance|fiche de poste|recrutement|(?:[^,:|]{2,40}? )?recrute|nous recrutons|nous recherchons|on recrute|poste)\s*[:–-]?\s+(?:un·e |une? |un\(e\) |d['’]une? |notre )?|` +
		`(?:oferta (?:de trabajo|de empleo|laboral)|oferta|se busca|buscamos|estamos (?:contratando|buscando)|vacante|contratamos|convocatoria)\s*[:–-]?\s+(?:una? |para )?|(?:vaga|oportunidade|procura-se|contrata-se|seleção|processo seletivo|edital)\s*[:–-]?\s+(?:de |para |em )?(?:uma? )?|posición abierta\s*[:–-]?\s+(?:para |de )?(?:una? )?|un(?:·e|\(e\)|e) |(?:cerchiamo|ricerchiamo|cercasi)\s*:?\s+(?:un[oa]? |un['’])?|procuramos\s+(?:uma? )?|(?:un )?perfil de |(?:[^、。]{0,20}(?:スタッフ|社員|メンバー)募集|募集職種|職種|求人票?|急募|募集)\s*[:：]?\s*)`)
	// and what follows it
	leadOut = pattern.New(`(?i)\s*[-–—|:]?\s*\b(?:job description|job posting|job opening|job advert|job ad|job|wanted|needed|wanted!|role|opportunity|available|positions?|(?:is )?gesucht|position|vacancy|opening|\(job description\))[!.:]*$|\s*(?:を|の)?(?:大?募集中?|求人)[!！]*$|(?:を|の)(?:募集|採用).*$`)
	// [Remote] before it or after it
	tag = pattern.New(`^\s*[\[【]([^\]】]{1,60})[\]】]\s*|(?:\s+(?:na|no|at|@|by))?\s*\[([^\]]{1,60})\]\s*$`)
	// $13.26/hr
	payEnd = pattern.New(`(?i)\s*[:,–-]?\s*(?:(?:from|up to) )?[$€£]\s?\d[\d,.]*k?(?:\s?(?:[-–]|to)\s?[$€£]?\d[\d,.]*k?)?\+?(?:\s?(?:/|per|an|a)\s?(?:hr|hour|h|year|yr|annum|month|day|week)\b\.?)?$`)
	// Wanted: Lyon
	wantedThen = pattern.New(`(?i)^(.+?) (?:wanted|needed)[!:]+ (.+)$`)
	// (...)
	bracket = pattern.New(`\s*[(（]([^()（）]{1,100})[)）]`)
	// what parts it from the employer and the place
	joint = pattern.New(`\s+[-–—|·•>›»]+\s+|\s*｜\s*|\s*\|\s*|\s+//\s+|\s*[–—]\s+|\s*[：／]\s*`)
	// the employer, by the word before it
	atWhom = pattern.New(`\s+(?:@\s*|(?i:at|at the|chez|bei(?: der)?|bij(?: de| het)?|en (?:el|la)) )[\p{Lu}\d].*$|\s+(?:na|no) (?:empresa\b.*|\p{Lu}[\p{L}\d. ]*)$|\s*@\s*[\p{Lu}\d]\S*$`)
	// what parentheses after it go with
	remoteEnd = pattern.New(`(?i)\b(?:remote|remoto|remota)$`)
	// a place by the words before it, known or not
	basedIn = pattern.New(`^(.{4,}?),?\s+(?i:bas[ée]+(?:\(e\)|·e)? à|based in|con sede en|ubicad[oa] en|baseado em|mit sitz in)\s+(\p{Lu}.*)$`)
	// a place that must be known
	inPlace = pattern.New(`^(.{4,})\s+(?:in|à|en|em|a|para|near|, in) ((?:the )?\p{Lu}.{1,50})$`)
	// parts that are neither the job nor a place: pay, dates, addresses, lengths, grades, the name of the page
	noName = pattern.New(`(?i)^(?:[\d –-]{2,9} ?%|https?://.*|\d+(?: ?[-–] ?\d+)?[ -]?(?:mois|months?|monate|meses|weeks?|wochen|semaines|ヶ月)(?: contract| ftc| fixed[- ]term(?: contract)?| cdd)?|[eta] ?\d{1,2}[abu]?|[$€£¥₹]\s?\d.*|\d+ ?k\b.*|new|urgent|positions? filled|.*\d+名.*|.*(?:可|不問|歓迎|優遇)|(?:jan|ene|feb|fév|m[aä]r|apr|abr|avr|ma[iy]|jun|jui|jul|aug|ago|aoû|sep|set|o[ck]t|out|nov|de[cz]|dic|déc)\p{L}* 20\d\d|urgently hiring|closed|filled|open|hiring|hiring now|we(?:['’]| a)re hiring|immediate start|multiple (?:levels|positions|locations)|\d+ (?:positions?|openings?|vacanc(?:y|ies)|stellen|postes?|vagas?|plazas?|vacantes?)|(?:re)?-?(?:posted|advertised)|updated.*|extended.*|deadline.*|visa.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|ab sofort|(?:start )?asap|ref\.?.*|careers?|jobs?|job board|apply now|job|job description|job posting|recruitment|recrutement|karriere|(?:class of )?20\d\d(?: graduates?| intake| cohort)?|vaga de emprego|oferta de empleo|cerrad[oa]|encerrad[oa]|stellenangebot|.*\d ?-? ?\d* ?(?:h|hrs?|hours?|std|stunden|heures|horas)\b.*|tv-?[öloödh]\S* .*|(?:\d+ \S+ )?befristet.*)$`)
)

// nameOf takes off a title what is no part of the job's name: the employer, places, the kind of employment, gender marks,
// numbers, and the words that lead on to it.
func nameOf(s string, e employerNames) jobName {
	n := jobName{}
	if len(s) > maxValue {
		return n
	}
	s = strings.TrimFunc(strings.Map(noPicture, s), unicode.IsSpace)
	s = n.tags(s)
	if rest := payEnd.ReplaceAllString(s, ""); isJob(rest) {
		s = rest
	}
	if m := wantedThen.FindStringSubmatch(s); m != nil && isJob(m[1]) && n.take(m[2], e) {
		s = m[1]
	}
	s = genders.ReplaceAllString(n.leads(s), "")
	if rest := reference.ReplaceAllString(s, ""); isJob(rest) {
		s = rest
	}
	if before, after, ok := strings.Cut(s, ": "); ok && !isJob(before) && isJob(after) && !strings.ContainsAny(before, "([") {
		s = after
	}
	s = openings.ReplaceAllString(n.percent(s), "")
	s = n.hours(n.fields(n.asides(s)))
	s = n.parts(s, e)
	if rest := leadOut.ReplaceAllString(s, ""); rest != "" {
		s = rest
	}
	if before := atWhom.ReplaceAllString(s, ""); before != s && isJob(before) {
		if m := inPlace.FindStringSubmatch(s[len(before):]); m != nil && (isPlace(m[2]) || allPlaces(m[2])) {
			n.add(m[2])
		}
		s = before
	}
	if m := basedIn.FindStringSubmatch(s); m != nil && isJob(m[1]) {
		n.add(m[2])
		s = m[1]
	}
	if m := inPlace.FindStringSubmatch(s); m != nil && isJob(m[1]) && (isPlace(m[2]) || allPlaces(m[2])) {
		n.add(m[2])
		s = m[1]
	}
	if rest := leadOut.ReplaceAllString(s, ""); rest != "" {
		s = rest
	}
	s = n.commas(s, e)
	s = withoutEmployer(s, e)
	n.name = wording.Shorten(strings.Trim(strings.Join(strings.Fields(s), " "), " :,-–—|/*#!\"“”"), titleCells)
	if nameless.MatchString(n.name) || n.nothing() {
		n.name = ""
	}
	return n
}

// nothing reports whether the name has no more than what is no part of a name: "Vollzeit, ab sofort".
func (n *jobName) nothing() bool {
	if employmentOnly(n.name) {
		return true
	}
	var told jobName
	for p := range strings.SplitSeq(n.name, ",") {
		if isJob(p) || !told.take(p, nil) {
			return false
		}
	}
	return len(told.kinds) > 0
}

// leads takes off the words that lead on to the name, and keeps what they tell.
func (n *jobName) leads(s string) string {
	for {
		rest := strings.TrimLeft(leadIn.ReplaceAllString(s, ""), " :")
		if rest == s {
			break
		}
		lead := strings.TrimSuffix(s, rest)
		n.sought = n.sought || saysSought.MatchString(lead)
		if kind, _ := kindOfEmployment(lead); kind == "Internship" {
			n.kinds = append(n.kinds, kind)
		}
		s = rest
	}
	if n.sought {
		s = praise.ReplaceAllString(s, "")
	}
	return s
}

// saysSought matches what tells that somebody is looked for.
var saysSought = pattern.New(`(?i)hiring|looking for|recruit|seeking|wanted|vacancy|stellen|suchen|gesucht|offre d|recherch|recrut|empleo|busca|contrata|vaga|procura|求人|募集`)

// fields takes off a fact that stands beside the name: "Cook - Location: Lyon".
func (n *jobName) fields(s string) string {
	for i, c := range s {
		if c != ':' || i == 0 {
			continue
		}
		name := s[:i]
		at := strings.LastIndexAny(name, "-–—|,(")
		if at < 1 || factNamed()[plainKey(name[at:])] != "location" || !isJob(name[:at]) {
			continue
		}
		n.add(strings.Trim(s[i+1:], " )"))
		return strings.TrimRight(name[:at], " -–—|,(")
	}
	return s
}

// hours takes the kind of employment off the end of a name: "Koch in Teilzeit".
func (n *jobName) hours(s string) string {
	if m := inHours.FindStringSubmatch(s); m != nil && employmentOnly(m[2]) {
		n.kinds = append(n.kinds, m[2])
		return m[1]
	}
	return s
}

var inHours = pattern.New(`^(.{4,}?),?\s+(?:in|à|a|en|em)\s+(\S+(?: \S+){0,3})$`)

// openings matches how many are looked for.
var openings = pattern.New(`^(?:\d{1,2}|[Tt]wo|[Tt]hree|[Ss]everal|[Mm]ultiple) ?[x×]? +(?:open )?`)

// percent matches the share of full hours that a job is, as it is told in Switzerland, at the end of a title.
var percent = pattern.New(`(?:^|\s+)(?:(\d{2,3}) ?[-–] ?)?(\d{2,3}) ?%$`)

// percent takes the share of full hours off, and keeps what it tells.
func (n *jobName) percent(s string) string {
	m := percent.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	switch {
	case m[1] == "" && m[2] == "100":
		n.kinds = append(n.kinds, "Full-time")
	case m[1] == "":
		n.kinds = append(n.kinds, "Part-time")
	}
	return percent.ReplaceAllString(s, "")
}

// withoutEmployer takes an employer's name off the front, or "for" and its name off the end.
func withoutEmployer(s string, e employerNames) string {
	words := strings.Fields(s)
	for n := min(4, len(words)-1); n > 0; n-- {
		if rest := strings.Join(words[n:], " "); e[placeKey(strings.Join(words[:n], " "))] && isJob(rest) {
			return rest
		}
	}
	for n := min(4, len(words)-2); n > 0; n-- {
		rest := words[:len(words)-n-1]
		if e[placeKey(strings.Join(words[len(words)-n:], " "))] && beforeEmployer[plainKey(words[len(rest)])] && isJob(strings.Join(rest, " ")) {
			return strings.Join(rest, " ")
		}
	}
	return s
}

// beforeEmployer is the words that lead on to an employer's name.
var beforeEmployer = setOf("for|at|with|in|bei|für|chez|pour|en|para|em|na|no|da|do|de")

// noPicture drops emoji and what belongs to them.
func noPicture(r rune) rune {
	if unicode.Is(unicode.So, r) || r == '\u200d' || r >= 0xfe00 && r <= 0xfe0f || r >= 0x1f000 && r < 0x20000 {
		return -1
	}
	return r
}

// take reports whether s is no part of the job's name, and keeps what it tells.
func (n *jobName) take(s string, e employerNames) bool {
	s = strings.Trim(s, " .,:-–—")
	switch {
	case n.percent(s) == "":
		return true
	case noName.MatchString(s) && len(employmentsIn(s)) > 0:
		n.kinds = append(n.kinds, s)
		return true
	case s == "" || noName.MatchString(s) || genderOnly.MatchString(s) || workMode.MatchString(s) || e[placeKey(s)]:
		return true
	case isPlace(s) || allPlaces(s):
		n.add(s)
		return true
	case employmentOnly(s):
		n.kinds = append(n.kinds, s)
		return true
	default:
		return false
	}
}

func (n *jobName) add(s string) {
	for _, p := range splitPlaces(s) {
		n.places = addPlace(n.places, p)
	}
}

// allPlaces reports whether s is a list of nothing but places.
func allPlaces(s string) bool {
	all := splitPlaces(s)
	for _, p := range all {
		if !isPlace(p) {
			return false
		}
	}
	return len(all) > 0
}

// tags takes off "[Remote]" and the like, before and after.
func (n *jobName) tags(s string) string {
	for {
		m := tag.FindStringSubmatch(s)
		if m == nil {
			return s
		}
		rest := tag.ReplaceAllString(s, "")
		if strings.TrimSpace(rest) == "" {
			return m[1] + m[2]
		}
		for _, p := range slashes.Split(m[1]+m[2], -1) {
			n.take(p, nil)
		}
		s = rest
	}
}

// asides takes off what stands in parentheses and is no part of the job's name.
func (n *jobName) asides(s string) string {
	return bracket.ReplaceAllStringFunc(s, func(in string) string {
		if before, _, _ := strings.Cut(s, in); remoteEnd.MatchString(before) {
			return in // it says where from
		}
		words := strings.Trim(in, " ()（）")
		if n.take(words, nil) {
			return ""
		}
		for _, w := range strings.Split(words, ",") {
			if n.take(w, nil) {
				continue
			}
			for _, p := range slashes.Split(w, -1) {
				if !n.take(p, nil) {
					return in
				}
			}
		}
		return ""
	})
}

// withoutTown is a name without the town in parentheses at its end, known or not, that the text gives with its state.
func (n jobName) withoutTown(all []factLine) jobName {
	head, town, ok := strings.Cut(strings.TrimSuffix(n.name, ")"), " (")
	if !ok || !strings.HasSuffix(n.name, ")") || !isJob(head) || !isName(town) || strings.Contains(town, ",") {
		return n
	}
	read := 0
	for _, x := range all {
		if read += len(x.text); read > maxProse {
			break
		}
		_, after, found := strings.Cut(x.text, town+", ")
		if !found {
			continue
		}
		words := strings.FieldsFunc(after, func(r rune) bool { return !unicode.IsLetter(r) })
		for i := min(2, len(words)); i > 0; i-- {
			if p := strings.Join(words[:i], " "); stateCodes[p] || isCapital(p) && kindOf(p)&(state|country) != 0 {
				n.name, n.places = head, addPlace(n.places, town+", "+p)
				return n
			}
		}
	}
	return n
}

// parts takes off the parts that dashes and bars mark off and that are the employer, a place, or the kind of employment. A
// part before the first that names a job is the employer too, and so is one after a bar.
func (n *jobName) parts(s string, e employerNames) string {
	cuts := joint.FindAllStringIndex(s, -1)
	if len(cuts) == 0 {
		return s
	}
	type part struct{ text, before string }
	var kept []part
	from, before := 0, ""
	for _, c := range append(cuts, []int{len(s), len(s)}) {
		p := part{s[from:c[0]], before}
		from, before = c[1], s[c[0]:c[1]]
		if !n.take(p.text, e) {
			kept = append(kept, p)
		}
	}
	first := 0
	for i, p := range kept {
		if isJob(p.text) {
			first = i
			break
		}
	}
	out := ""
	for i, p := range kept {
		switch {
		case i < first, i > first && strings.Contains(p.before, "|") && !isJob(p.text) && isJob(kept[first].text) && !areas[plainKey(p.text)], i > first && isHouse(p.text):
		case out == "":
			out = p.text
		default:
			out += p.before + p.text
		}
	}
	return out
}

// commas takes off places and the employer after a comma.
func (n *jobName) commas(s string, e employerNames) string {
	for {
		i := strings.LastIndex(s, ",")
		if i < 0 {
			return s
		}
		head, tail := s[:i], strings.TrimSpace(s[i+1:])
		if j := strings.LastIndex(head, ","); j > 0 && isJob(head[:j]) && isPlace(strings.TrimSpace(s[j+1:])) {
			head, tail = head[:j], strings.TrimSpace(s[j+1:])
		}
		if !isJob(head) || !n.take(tail, e) && !isHouse(tail) {
			return s
		}
		s = head
	}
}
