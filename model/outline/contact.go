package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

// contact reports whether a line tells how to reach somebody or the like; head says that no heading has come yet.
func (r *reader) contact(i int, head bool) bool {
	s := &r.shapes[i]
	switch {
	case s.level > 0: // a heading may be a link
		return false
	case (s.mail || s.link) && addressed(s):
		return true
	case s.words > 12:
		return false
	case r.Lines[i].Section == Contacts:
		return s.words <= 8
	case s.digits == 0 && !head:
		return false
	case s.digits >= 7 && r.Lines[i].Section != Publications && phone(s.text):
		return true
	case s.digits > 0 && s.words <= 8 && unicode.IsDigit(s.last) && (paged(s.text) || s.gaps > 0 && numbered(s.text)):
		return true
	case s.digits > 0 && s.gaps > 0 && footed(s.text):
		return true
	case s.digits > 0 && (head || s.colon) && born(s.text):
		return true
	}
	if !head || s.bullet || s.sentence() || r.Lines[i].To-r.Lines[i].From > 1 {
		return false
	}
	if s.words > 8 {
		return s.digits >= 2 && !s.year && s.parts >= 2 && r.inLand(s.text)
	}
	if r.located(s.text) {
		return true
	}
	return s.digits >= 2 && !s.year && s.words >= 2 // a street or a postal code
}

// addressed reports whether an address is most of what a line has: other than in "built x (https://…)".
func addressed(s *shape) bool {
	if s.words <= 4 {
		return true
	}
	plain := 0
	for w := range strings.FieldsSeq(s.text[:min(len(s.text), 400)]) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) && !strings.ContainsAny(w, "@/.:") {
			plain++
		}
	}
	return plain <= 2 && !s.sentence() && s.words <= 24
}

// phone reports whether a line has a telephone number in it: seven digits on end and more with nothing but its signs between.
func phone(text string) bool {
	digits, most, year := 0, 0, false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			most = max(most, digits)
		case c == ' ' && i > 0 && text[i-1] == ' ':
			digits = 0
		case strings.IndexByte(" -+().", c) >= 0:
			if c == '-' && digits == 4 && i >= 4 && text[i-4] >= '1' && text[i-4] <= '2' {
				year = true
			}
		case c == '/' && digits <= 5:
		default:
			digits = 0
		}
	}
	return most >= 7 && most <= 16 && !year && (strings.HasPrefix(text, "+") || strings.ContainsAny(text, "()+-. ")) && len(Ranges(text, 0)) == 0
}

// paged reports whether a line numbers a page: "Page 2 of 3", "2/3", "John Doe – 1/2".
func paged(text string) bool {
	lower := model.Fold(text[:min(len(text), 60)])
	for _, w := range [...]string{"page", "seite", "pagina", "strona", "sida", "side", "sivu", "страница", "стр", "第"} {
		if rest, ok := strings.CutPrefix(lower, w); ok {
			rest = strings.TrimLeft(rest, " .")
			return rest != "" && rest[0] >= '0' && rest[0] <= '9'
		}
	}
	tail := strings.TrimLeft(strings.TrimRight(lower, "0123456789"), "")
	if tail == "" {
		return len(text) <= 2 // a number by itself
	}
	head := strings.TrimRight(tail, " /")
	return head != tail && strings.Contains(tail[len(head):], "/") && len(head)-len(strings.TrimRight(head, "0123456789")) <= 2 && len(lower)-len(tail) <= 2 &&
		(strings.TrimRight(head, "0123456789") == "" || strings.HasSuffix(strings.TrimRight(head, "0123456789 "), "–"))
}

// footed reports whether a line with a date or a number is one that stands at the foot of each page: "May 2024   Amara Okafor · CV".
func footed(text string) bool {
	var room [160]byte
	lower := string(model.AppendFold(room[:0], text[:min(len(text), 80)]))
	return strings.Contains(lower, "curriculum vitae") || strings.Contains(lower, " resume") || strings.Contains(lower, "· cv") || strings.Contains(lower, "lebenslauf") || strings.Contains(lower, "· cover letter")
}

// numbered reports whether a line ends with a number of up to three digits that stands apart: that of a page.
func numbered(text string) bool {
	words := strings.TrimRight(text, "0123456789")
	return len(text)-len(words) <= 3 && len(words) < len(text) && strings.HasSuffix(words, "   ")
}

// born reports whether a line says when somebody was born.
func born(text string) bool {
	var room [128]byte
	lower := string(model.AppendFold(room[:0], text[:min(len(text), 60)]))
	for _, w := range [...]string{"date of birth", "born", "birth", "dob", "geburtsdatum", "geboren", "geb.", "ne le", "nee le", "date de naissance", "fecha de nacimiento", "nacido", "nacida",
		"data di nascita", "nato il", "nata il", "data de nascimento", "geboortedatum", "data urodzenia", "дата рождения", "дата народження", "fodelsedatum", "fodselsdato", "dogum tarihi", "出生", "生年月日", "nationality", "nationalitat", "marital status", "familienstand", "age:"} {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	return false
}
