package intake

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/pattern"
)

// The labels of names in forms, in many languages.
var nameLabel = pattern.New(`(?i)^\s*(?:(?:full|legal|candidate|applicant|applicant['’]s|candidate['’]s|complete|your)\s+name|name|candidate|applicant|name of (?:the )?(?:candidate|applicant)|first name(?:\(s\))?\s*[/(]\s*surname(?:\(s\))?\)?|surname\(?s?\)?\s*[/,]\s*first name\(?s?\)?|nom complet|nom|prénom et nom|nom et prénom|nom\s*/\s*prénom|prénom\s*/\s*nom|nom,? prénom|nombre|nombre completo|nombre y apellidos?|apellidos?(?: y |\s*[,/]\s*)nombres?|nome|nome completo|nome e cognome|cognome e nome|nome\s*/\s*cognome|naam|volledige naam|vor- und (?:nach|zu)name|vor- und familienname|vorname,? (?:nachname|name)|nachname,? vorname|vorname\s*/\s*(?:nach)?name|namn|navn|nimi|név|imię i nazwisko|nazwisko i imię|jméno(?: a příjmení)?|meno|ime i prezime|nume(?: și prenume)?|ad[ıi]? soyad[ıi]?|adı soyadı|isim|ονοματεπώνυμο|фио|ф\.\s?и\.\s?о\.|имя|имя и фамилия|фамилия,? имя(?:,? отчество)?|піб|ім['’ʼ]я|姓\s*名|名\s*字|姓名（中文）|氏\s*名|お名前|名\s*前|이\s*름|성\s*명|الاسم(?: الكامل)?|שם(?: מלא)?|नाम|họ và tên|họ tên|nama(?: lengkap)?|ชื่อ(?:-นามสกุล)?)\s*(?:[:：|]|\s{2,}|\s[-–—]\s)\s*(.+)$`)

var nameLabelAlone = pattern.New(`(?i)^\s*(?:full name|name|candidate name|applicant name|first name\(s\)\s*/\s*surname\(s\)|surname\(s\)\s*/\s*first name\(s\)|姓\s*名|氏\s*名|이\s*름|성\s*명|фио|الاسم|nom et prénom|nombre y apellidos|nome e cognome|imię i nazwisko|họ và tên)\s*[:：]?\s*$`)

// halves is the labels of forms that ask for the two halves of a name on lines of their own.
var (
	givenLabel  = pattern.New(`(?i)^\s*(?:first name(?:\(s\)|s)?|given names?|forenames?|vornamen?|prénoms?|nombres?|nome|imię|имя|voornaam|förnamn|fornavn)\s*[:：|]\s*(.+)$`)
	familyLabel = pattern.New(`(?i)^\s*(?:last name|surname(?:\(s\)|s)?|family name|nachname|familienname|name|zuname|nom(?: de famille)?|apellidos?|cognome|sobrenome|nazwisko|фамилия|achternaam|efternamn|etternavn)\s*[:：|]\s*(.+)$`)
)

// europass is the first line of a form: "First name(s) / Surname(s)  Jane Doe", in any language that marks plurals so.
var europass = pattern.New(`(?i)^\s*\p{L}*(?:name|nom|nome|nombre|apellido|imię|nazwisko|jméno|nume|navn|namn|ime|név|vārds|vardas)\p{L}*(?:\s?\p{L}{1,8})?\s?\(\p{L}{1,3}\)\s*/\s*\p{L}+(?:\s?\p{L}{1,8})?\s?\(\p{L}{1,3}\)\s*[:：|]?\s+(.+)$`)

// eastLabel is a label of a form in Chinese, Japanese or Korean, which needs no colon.
var eastLabel = pattern.New(`^\s*(?:姓\s*名|氏\s*名|이\s*름|성\s*명)\s+([^\s:：|].*)$`)

// longestLabel is more bytes than a label of a name has.
const longestLabel = 60

// maybeLabelled spares most lines the look for a label.
func maybeLabelled(line string) bool {
	return !isASCII(line) || strings.ContainsAny(line, ":|") || strings.Contains(line, "  ") || strings.Contains(line, " - ")
}

// labelled is the name after a label: "Name: Jane Doe", a form's two lines for its halves.
func (p page) labelled() string {
	given, family := "", ""
	for i, line := range p.bare[:min(len(p.bare), p.others)] {
		if p.nth[i] > 40 || len(line) > 300 {
			continue
		}
		if i+1 < len(p.bare) && len(line) <= longestLabel && nameLabelAlone.MatchString(line) {
			if name := readName(p.below(i)); name != "" && !hasStopWord(name) && !isPlaceholder(name) {
				return name
			}
		}
		if !isASCII(line) {
			if m := eastLabel.FindStringSubmatch(line); m != nil {
				if name := readName(m[1]); name != "" && !hasStopWord(name) {
					return name
				}
			}
		}
		if strings.Contains(line, "(") {
			if m := europass.FindStringSubmatch(line); m != nil {
				if name := readName(m[1]); name != "" && !isPlaceholder(name) {
					return name
				}
			}
		}
		if !maybeLabelled(line) {
			continue
		}
		if m := givenLabel.FindStringSubmatch(line); m != nil && given == "" {
			given = readName(nextLabel.ReplaceAllString(m[1], ""))
		}
		if m := familyLabel.FindStringSubmatch(line); m != nil && family == "" {
			family = readName(nextLabel.ReplaceAllString(m[1], ""))
		}
		if given != "" && family != "" && given != family && !strings.Contains(given, " "+family) {
			return personName(given + " " + family)
		}
		for _, part := range append([]string{line}, segments(line)...) {
			if !maybeLabelled(part) {
				continue
			}
			m := nameLabel.FindStringSubmatch(part)
			if m == nil {
				continue
			}
			value := nextLabel.ReplaceAllString(m[1], "")
			for _, s := range append([]string{value}, segments(value)...) {
				if name := readName(s); name != "" && !isPlaceholder(name) && (!hasStopWord(name) || p.nth[i] < 6) {
					if strings.Contains(name, " ") || ideographic(firstRune(name)) || !p.halves(i) {
						return name
					}
				}
			}
		}
	}
	return ""
}

// halves reports whether the lines around line i ask for the halves of a name.
func (p page) halves(i int) bool {
	near := p.bare[max(0, i-2):min(len(p.bare), i+4)]
	return slices.ContainsFunc(near, func(s string) bool {
		return givenLabel.MatchString(s) && !nameLabel.MatchString(s) || strings.HasPrefix(model.Fold(s), "vorname") || strings.HasPrefix(model.Fold(s), "prenom")
	})
}
