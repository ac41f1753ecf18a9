package posting

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// The names under which postings give the facts of a role, as plainKey leaves them.
var fieldNames = map[string][]string{
	"title": {"title", "roles", "job title", "position title", "position name", "position", "role", "role title", "role name", "jobtitle", "job name", "job", "vacancy", "opening", "open position",
		"post", "post title", "working title", "titre", "titre du poste", "intitulé", "intitulé du poste", "poste", "poste à pourvoir", "stelle", "stellenbezeichnung", "stellentitel",
		"jobtitel", "position bezeichnung", "puesto", "título", "título del puesto", "nombre del puesto", "vacante", "rol", "cargo", "vaga", "título da vaga", "nome da vaga", "cargo ofertado", "functie", "functietitel", "vacature", "ruolo", "posizione", "stanowisko", "должность", "вакансия", "职位", "职位名称", "岗位", "岗位名称", "職種", "募集職種", "ポジション", "求人名", "職種名", "職名", "求人職種"},
	"location": {"location", "locations", "job location", "job locations", "joblocation", "office location", "work location", "work locations", "primary location", "location type", "location s", "position location",
		"where youll work", "where you will work", "où", "wo", "dónde", "onde", "dove", "based", "based in", "based at", "office locations", "duty locations", "alocação", "office", "offices", "where", "workplace", "place of work", "place", "city", "duty station", "work site", "site location", "lieu", "lieux", "lieu de travail",
		"lieu du poste", "lieu de mission", "localisation", "localisation du poste", "ville", "standort", "standorte", "arbeitsort", "arbeitsorte", "einsatzort", "ort", "dienstort", "ubicación", "localización", "lugar",
		"lugar de trabajo", "localidad", "ciudad", "sede", "localização", "local", "local de trabalho", "cidade", "localidade", "plaats", "standplaats", "locatie", "werklocatie", "luogo", "luogo di lavoro", "sede di lavoro", "lokalizacja", "miejsce pracy", "miejscowość", "город", "местоположение", "placering", "plats", "ort", "工作地点", "地点", "城市", "工作城市", "勤務地", "勤務場所", "就業場所", "所在地"},
	"employment": {"employment", "employment type", "employment status", "job type", "job status", "work type", "type", "type of employment", "type of work", "type of position", "position type", "type of job",
		"how youll work", "how you will work", "contract", "contract type", "type of contract", "commitment", "schedule", "work schedule", "hours", "working hours", "time type", "status", "time commitment", "job category", "engagement", "engagement type", "duration", "job schedule", "role type",
		"type de contrat", "contrat", "type d emploi", "type demploi", "temps de travail", "durée", "statut", "anstellungsart", "beschäftigungsart", "art der anstellung", "art der beschäftigung", "arbeitszeit", "vertragsart",
		"anstellung", "beschäftigung", "pensum", "umfang", "jornada", "jornada laboral", "tipo", "tipo de contrato", "contrato", "tipo de jornada", "tipo de empleo", "tipo de vaga", "tipo de contratação",
		"regime", "regime de contratação", "regime de trabalho", "contratação", "modalidad de contratación", "carga horária", "dienstverband", "uren", "contratto", "tipo di contratto", "orario", "rodzaj umowy", "wymiar pracy", "тип занятости", "занятость", "工作性质", "工作类型", "职位类型", "类型", "雇用形態", "契約形態", "勤務形態"},
	"remote":  {"remote", "remote work", "work from home", "télétravail", "homeoffice", "teletrabajo", "remoto", "trabalho remoto", "リモート", "リモートワーク"},
	"company": {"company", "employer", "hiring company", "company name", "organization", "organisation", "hiring organization", "entreprise", "société", "employeur", "unternehmen", "arbeitgeber", "firma", "empresa", "会社名", "企業名"},
}

// factNamed is the fact that a name stands for.
var factNamed = sync.OnceValue(func() map[string]string {
	facts := map[string]string{}
	for fact, names := range fieldNames {
		for _, name := range names {
			facts[name] = fact
		}
	}
	return facts
})

// field parts "Location: Toronto" into which fact it gives and its value, which may be empty.
func field(s string) (fact, value string, ok bool) {
	name, value, found := strings.Cut(s, ":")
	if !found {
		if name, value, found = strings.Cut(s, "："); !found {
			if name, value, found = strings.Cut(s, "?"); !found || value == "" {
				name, value = s, ""
			}
		}
	}
	if utf8.RuneCountInString(name) > 30 {
		return "", "", false
	}
	fact = factNamed()[plainKey(name)]
	if before, _, aside := strings.Cut(name, " ("); fact == "" && aside && strings.HasSuffix(name, ")") {
		fact = factNamed()[plainKey(before)] // "Job category (code): ..."
	}
	value = strings.TrimSpace(value)
	if fact == "" || value == "" && (fact == "remote" || fact == "company") {
		return "", "", false
	}
	return fact, value, true
}

// given is what a posting gives for a fact: what its front matter has, or else what stands after the fact's name, on the same
// line or on those beneath it.
func given(doc document, all []factLine, fact string) []string {
	var out []string
	for _, name := range fieldNames[fact] {
		if v := doc.front[name]; v != "" {
			out = append(out, v)
		}
	}
	for i, x := range all {
		switch {
		case x.field != fact || fact == "title" && x.value == "":
		case x.value != "":
			if town := townBeneath(all[i:]); fact == "location" && town != "" && !isPlace(x.value) && len(splitPlaces(x.value)) < 2 {
				x.value = town
			}
			out = append(out, x.value)
		default:
			if v := beneath(all[i+1:], fact); len(v) > 0 {
				out = append(out, strings.Join(v, "; "))
			}
		}
	}
	return out
}

// beneath is the values that stand under a field's name: the items of a list, or a single line.
func beneath(all []factLine, fact string) []string {
	var out []string
	for i, x := range all {
		short := utf8.RuneCountInString(x.text) <= 60 || fact == "location" && i == 0 && x.kind == paragraph && len(x.text) < maxValue
		if x.kind == item && x.field == fact && x.value != "" {
			return append(out, x.value)
		}
		if x.kind == heading && x.level < boldLevel || x.field != "" || !short || len(out) == 12 {
			break
		}
		if x.kind != item {
			if town := townBeneath(all[i:]); i == 0 && fact == "location" && town != "" && !isTown(x.text) && !allPlaces(x.text) {
				out = append(out, town)
			} else if i == 0 {
				out = append(out, x.text)
			}
			break
		}
		out = append(out, x.text)
	}
	return out
}

// townBeneath is the town of an address that begins in the first of the lines with a house or a street, "" where it is no such.
func townBeneath(all []factLine) string {
	for _, x := range all[1:min(len(all), 4)] {
		if x.kind != paragraph || x.field != "" || utf8.RuneCountInString(x.text) > placeRunes {
			break
		}
		if isTown(x.text) {
			return x.text
		}
	}
	return ""
}

// tags is the tags of the front matter, in lower case.
func tags(doc document) []string {
	var out []string
	for _, name := range []string{"tags", "keywords", "categories", "labels"} {
		if v := doc.front[name]; v != "" {
			out = append(out, strings.Split(strings.ToLower(v), "; ")...)
		}
	}
	return out
}
