package intake

import (
	"strings"
	"unicode"

	"candid/model/clean"
	"candid/model/pattern"

	"golang.org/x/text/unicode/norm"
)

// findName is the name of the person a text is by, "" when no line gives one. It takes, in this order: what follows a label
// ("Name:", "ФИО:"), the signature of a letter, a line of the head whose words are also in the e-mail address, the first line
// of the head that reads like a name.
func findName(lines []string, head int, email string) string {
	if name := labelledName(lines[:head]); name != "" {
		return name
	}
	letter := isLetter(lines)
	if letter {
		if name := signature(lines); name != "" {
			return name
		}
	}
	likely, seen, above := "", 0, aboveSections(lines[:head])
	for i, line := range lines[:head] {
		if strings.TrimSpace(line) == "" {
			continue
		}
		next := ""
		if i+1 < len(lines) {
			next = lines[i+1]
		}
		first := seen == 0 || headingLevel(line, next) == 1
		seen++
		for k, part := range nameParts(line) {
			name := personName(part)
			if name == "" || !first && !severalWords(name) {
				continue
			}
			if inAddress(name, email) {
				return name
			}
			// Only what stands first in its line can be a name by its looks alone: after it come titles and places.
			if likely == "" && k == 0 && !letter && i < above && !bullet.MatchString(line) {
				likely = name
			}
		}
	}
	if likely == "" && !letter {
		return signature(lines)
	}
	return likely
}

var (
	nameLabel   = pattern.New(`(?i)^\s*(?:full name|name|candidate|applicant|nom|prénom et nom|nom et prénom|nombre|nombre completo|nome|nome e cognome|naam|vor- und nachname|namn|navn|imię i nazwisko|jméno|ad soyad|фио|имя|имя и фамилия|піб|姓名|氏名|お名前|名前|이름|성명|الاسم|שם|नाम|họ và tên)\s*[:：]\s*(.+)$`)
	nextLabel   = pattern.New(`\s+[^\s:：]+\s*[:：](?:\s|$).*$`)
	documentOf  = pattern.New(`(?i)^(?:curriculum vitae|curriculum|résumé|resume|cv|c\.v\.|lebenslauf|cover letter|application|резюме|简历|个人简历|履歴書)(?:\s+(?:of|for|von|de|di)\s+|\s*[:：|–—-]\s*)`)
	ofDocument  = pattern.New(`(?i)(?:['’]s)?\s*[,:|–—-]?\s*(?:curriculum vitae|résumé|resume|cv|c\.v\.|lebenslauf|резюме|的简历|简历)$`)
	afterName   = pattern.New(`\s*[,;:]\s.*$|\s*[(（][^)）]*[/@0-9][^)）]*[)）].*$`)
	credentials = pattern.New(`(?i)(?:[ ,]+(?:ph\.?d\.?|m\.?d\.?|mba|m\.?sc\.?|b\.?sc\.?|p\.?eng\.?|pmp|cpa|esq\.?))+$`)
	honorific   = pattern.New(`(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|mlle|sr|sra|dipl\.-ing|dipl\.-inf|ing)\.?\s+`)
)

func labelledName(head []string) string {
	for _, line := range head {
		if !strings.ContainsAny(line, ":：") {
			continue
		}
		for _, part := range append([]string{unmark(line)}, segments(unmark(line))...) {
			m := nameLabel.FindStringSubmatch(part)
			if m == nil {
				continue
			}
			value := nextLabel.ReplaceAllString(m[1], "")
			for _, s := range append([]string{value}, nameParts(value)...) {
				if name := personName(s); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// nameParts is the parts of a line that may be a name, the likeliest first.
func nameParts(line string) []string {
	line = unmark(line)
	if title := documentOf.FindString(line); title != "" {
		line = line[len(title):]
	}
	line = ofDocument.ReplaceAllString(line, "")
	parts := segments(line)
	for i, p := range parts {
		parts[i] = afterName.ReplaceAllString(credentials.ReplaceAllString(p, ""), "")
	}
	if joined := unspaced(line); joined != "" {
		parts = append([]string{joined}, parts...)
	}
	return parts
}

// unspaced is the words of a line that is set letter by letter, "J A N E  D O E"; "" for any other line.
func unspaced(line string) string {
	var words []string
	for _, word := range strings.Split(line, "  ") {
		letters := strings.Fields(word)
		if len(letters) == 0 {
			continue
		}
		for _, l := range letters {
			if len([]rune(l)) != 1 {
				return ""
			}
		}
		if len(letters) > 2 {
			words = append(words, strings.Join(letters, ""))
		}
	}
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, " ")
}

// personName is s as a person's name, in any script, "" when it does not read like one. A name in capitals is given in small
// letters with capitals first.
func personName(s string) string {
	s = strings.Trim(honorific.ReplaceAllString(strings.TrimSpace(s), ""), " ,;:.\"“”*_")
	if n := len([]rune(s)); n < 2 || n > 60 {
		return ""
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .'’‘ʻʼ-·・()（）\"“”\u200c\u200d", r) {
			return ""
		}
	}
	words := strings.Fields(s)
	if len(words) > 6 || hasStopWord(s) {
		return ""
	}
	names, single := 0, 0
	for i, w := range words {
		bare := strings.Trim(w, "().（）\"“”'’‘-")
		switch r := firstRune(bare); {
		case bare == "":
			return ""
		case ideographic(r):
			if n := len([]rune(bare)); n > 12 || n > 5 && unicode.Is(unicode.Han, r) {
				return ""
			}
			names++
		case len([]rune(bare)) == 1 && unicode.IsUpper(r):
			single++
		case i > 0 && particle[strings.ToLower(bare)]:
		case unicode.IsUpper(r), unicode.IsTitle(r), !unicode.IsLower(r):
			names++
		case i == 0 && len(words) > 1 && particle[bare]:
		case strings.ContainsAny(bare, "'’-") && hasUpper(bare):
			names++
		default:
			return ""
		}
	}
	if names == 0 || single > 2 || len([]rune(strings.Trim(words[len(words)-1], "."))) == 1 && single > 1 {
		return ""
	}
	if len(words) == 1 && ideographic(firstRune(s)) && len([]rune(s)) < 2 {
		return ""
	}
	return capitalised(strings.Join(words, " "))
}

// particle is the words of names that are written small.
var particle = set(`de da do dos das del della di du la le van von der den ter ten te zu zum af av bin ibn bint al el ad y e i san st og och`)

func hasUpper(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

func severalWords(name string) bool {
	return strings.Contains(name, " ") || ideographic(firstRune(name))
}

// ideographic reports whether names with r are written without spaces.
func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

// capitalised is a name of several words that is all in capitals, with only each word's first letter so.
func capitalised(name string) string {
	if !strings.Contains(name, " ") || strings.ToUpper(name) != name || strings.ToLower(name) == name {
		return name
	}
	runes := []rune(name)
	for i, r := range runes {
		if i > 0 && (unicode.IsLetter(runes[i-1]) || unicode.IsMark(runes[i-1])) {
			runes[i] = unicode.ToLower(r)
		}
	}
	return string(runes)
}

// inAddress reports whether a word of the name stands in the e-mail address before the @.
func inAddress(name, email string) bool {
	local, _, ok := strings.Cut(email, "@")
	if !ok {
		return false
	}
	local = fold(local)
	for _, w := range strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) >= 3 && strings.Contains(local, w) {
			return true
		}
	}
	return false
}

// fold is s in small letters without accents.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

var signOff = pattern.New(`(?i)^(?:(?:yours )?(?:very )?(?:sincerely|faithfully|truly)(?: yours)?|sincerely|(?:with )?(?:best|kind|warm|kindest|warmest)? ?(?:regards|wishes)|best|thanks|thank you|many thanks|respectfully|cheers|mit freundlichen grüßen|freundliche grüße|viele grüße|cordialement|bien cordialement|atentamente|saludos cordiales|cordiali saluti|с уважением|此致敬礼|此致|敬具)[,.!，。]?$`)

// signature is the name under a letter's closing words.
func signature(lines []string) string {
	for i, line := range lines {
		if len(line) > 80 || !signOff.MatchString(unmark(line)) {
			continue
		}
		for _, below := range lines[i+1:] {
			if below = unmark(below); below == "" {
				continue
			}
			for _, part := range nameParts(below) {
				return personName(part)
			}
			break
		}
	}
	return ""
}

// nameFromWords reads a name out of a file's name or an address: "jane-doe_resume_2026" gives Jane Doe. It wants two words.
func nameFromWords(s string) string {
	var words []string
	for _, w := range strings.FieldsFunc(camel(clean.Text(s)), func(r rune) bool { return strings.ContainsRune(" _-.+,()[]", r) }) {
		lower := strings.ToLower(w)
		if fileWord[lower] || strings.ContainsFunc(w, unicode.IsDigit) {
			continue
		}
		if stopWord[fold(w)] {
			break // a job's title after the name; before it, there is none
		}
		runes := []rune(w)
		if unicode.IsLower(runes[0]) && (!particle[lower] || len(words) == 0) {
			runes[0] = unicode.ToTitle(runes[0])
		}
		words = append(words, string(runes))
	}
	if len(words) < 2 && !(len(words) == 1 && ideographic(firstRune(words[0]))) || len(words) > 5 {
		return ""
	}
	return personName(strings.Join(words, " "))
}

// camel puts a space where a capital follows a small letter.
func camel(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if unicode.IsLower(before) && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
