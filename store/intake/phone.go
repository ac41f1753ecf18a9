package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

var (
	mobileLabel = pattern.New(`(?i)(?:mobil|mobile|mob|cell|handy|móvil|celular|cellulare|telemóvel|portable|gsm|моб|whatsapp|手机|手機|携帯|휴대|جوال|موبايل|נייד|📱|cep|(?:^|[^\p{L}])[mc])\p{L}*(?:[ .]*(?:no|nr|number)\b)?[^\p{L}\p{Nd}]{0,8}$`)
	extension   = pattern.New(`(?i)^\s*,?\s*(?:(?:ext|extension|extn|durchwahl|poste|доб|int|ramal|anexo|x)\b?[. :]*|x)\d{1,6}\b|^\s*内线\s*\d{1,6}`)
	afterMobile = pattern.New(`(?i)^\s*[(\[]?\s*(?:mobile|mobil|cell|m|c|handy|móvil|моб)\s*[)\]]?(?:[^\p{L}]|$)`)
	listNumber  = pattern.New(`^\s*\d{1,2}[.)]\s+`)
	year        = pattern.New(`^(?:19|20)[0-9]{2}$`)
)

// What stands before a number: phoneLabels are words on their own, phoneSigns and otherLabels may follow anything, and numberWords stand
// between a telephone's label and its digits. They are lists, not patterns, since every number of a document is asked for them.
var (
	phoneLabels = []string{
		"tel", "tél", "phone", "telephone", "ph", "mobile", "mob", "cell", "cellular", "cellphone", "fon", "telefon", "telefonnummer", "téléphone", "teléfono", "teléf", "telefone",
		"telefono", "cellulare", "celular", "celulare", "móvil", "telemóvel", "portable", "handy", "mobil", "mobiel", "gsm", "gsm no", "puhelin", "whatsapp", "signal", "viber",
		"telegram", "contact", "contact no", "call", "cep", "telefoon", "telefonszám", "τηλ", "τηλέφωνο", "κινητό", "тел", "телефон", "моб", "мобильный", "мобільний",
		"điện thoại", "sđt", "đt", "โทร", "फोन", "मोबाइल", "फ़ोन", "t", "m", "p", "c", "h",
	}
	phoneSigns = []string{
		"电话", "電話", "手机", "手機", "携帯", "携帯電話", "전화", "전화번호", "휴대폰", "연락처", "هاتف", "الهاتف", "جوال", "الجوال", "موبايل", "تلفون", "تلفن", "טלפון", "נייד",
		"☎", "✆", "📞", "📱", "🕿", "☏", "✆️",
	}
	otherLabels = []string{
		"fax", "telefax", "факс", "传真", "傳真", "isbn", "issn", "orcid", "iban", "bic", "doi", "arxiv", "pmid", "passport", "passeport", "паспорт", "licence", "license", "reg",
		"registration", "certificate", "credential", "id", "no", "nr", "№", "number", "zip", "plz", "vat", "ust", "ssn", "nif", "dni", "cpf", "rut", "abn", "pan", "aadhaar",
		"account", "patent", "ticket", "issue", "pr", "section", "code", "номер", "инн", "снилс", "邮编", "身份证", "学号", "证书编号", "#", "$", "€", "£", "¥", "₹", "~", "≈", "version", "v",
	}
	numberWords = []string{"no", "nr", "number", "num", "nummer", "nº", "номер"}
)

// isPhoneLabel reports whether s, in small letters, ends as what stands before a telephone number does.
func isPhoneLabel(s string) bool {
	ends := func(s string, behind int) bool {
		_, word := endsIn(s, phoneLabels, behind, true)
		_, sign := endsIn(s, phoneSigns, behind, false)
		return word || sign
	}
	if ends(s, 8) {
		return true
	}
	rest, numbered := endsIn(s, numberWords, 8, false)
	return numbered && ends(strings.TrimRight(rest, " ."), 0)
}

// endsIn reports whether s ends in one of the words, with at most so many characters behind it that are no letters or digits, and gives
// what stands before it. A whole word has no letter before it.
func endsIn(s string, words []string, behind int, whole bool) (rest string, ends bool) {
	for {
		for _, w := range words {
			if rest, ok := strings.CutSuffix(s, w); ok && (!whole || !unicode.IsLetter(lastRune(rest))) {
				return rest, true
			}
		}
		r, size := utf8.DecodeLastRuneInString(s)
		if behind--; behind < 0 || size == 0 || unicode.IsLetter(r) || isDigit(r) {
			return "", false
		}
		s = s[:len(s)-size]
	}
}

// The digits of a telephone number: of a local one without a place's, and the most that there are in the world with a way out of
// a company's exchange.
const (
	fewestDigits = 7
	mostDigits   = 15
)

// findPhone is the number to call the applicant at: a labelled one before one written as numbers are, before digits that may
// be one; a mobile before others; "" when there is none.
func (p page) findPhone() string {
	best, worth := "", 0
	for i, line := range p.lines {
		if len(p.lines) > 400 && i > 200 && i < len(p.lines)-footLines && best != "" {
			continue
		}
		if !mayCall(line) {
			continue
		}
		line = blankOut(line)
		if n := listNumber.FindString(line); n != "" && countDigits(line) > countDigits(n) {
			line = strings.Repeat(" ", len(n)) + line[len(n):]
		}
		for _, n := range numbersIn(line) {
			if !n.enough() {
				continue
			}
			if w := p.phoneWorth(n, i); w > worth {
				best, worth = n.text(), w
			}
		}
	}
	for _, link := range p.links {
		if rest, ok := cutFold(link, "tel:"); ok && worth < 24 {
			rest = strings.TrimSpace(strings.ReplaceAll(rest, "%20", " "))
			if d := countDigits(rest); d >= fewestDigits && d <= mostDigits && !strings.ContainsFunc(rest, unicode.IsLetter) {
				best, worth = rest, 24
			}
		}
	}
	return best
}

// number is digits that may be a telephone's, and what stands around them.
type number struct{ digits, before, after string }

// enough reports whether the digits are as many as a telephone number has.
func (n number) enough() bool {
	digits := countDigits(n.digits)
	return digits >= fewestDigits && digits <= mostDigits
}

// text is the number as it is written, its brackets in pairs, with its extension.
func (n number) text() string {
	s := strings.TrimSpace(n.digits)
	if strings.Count(s, "(") > strings.Count(s, ")") {
		s = strings.Replace(s, "(", "", 1)
	}
	return s + strings.TrimRight(extension.FindString(n.after), " ")
}

// phoneWorth is how likely a number in line i is the applicant's telephone; 0 and less when it is none.
func (p page) phoneWorth(n number, i int) int {
	digits := countDigits(n.digits)
	n.before = ending(n.before, labelBytes)
	before := strings.ToLower(n.before)
	label := isPhoneLabel(before)
	if !label && strings.TrimSpace(n.before) == "" {
		if over := p.over(i); over != "" && len(over) < 30 {
			label = isPhoneLabel(strings.ToLower(over)) && !strings.ContainsFunc(over, unicode.IsDigit)
		}
	}
	_, other := endsIn(before, otherLabels, 4, false)
	worth := 0
	switch {
	case label:
		worth = 40
		if mobileLabel.MatchString(n.before) || afterMobile.MatchString(n.after) {
			worth += 4
		}
	case other, glued(n.before), isDate(n.digits), isDotted(n.digits):
		return 0
	case strings.HasPrefix(n.digits, "+"), strings.HasPrefix(n.digits, "(+"):
		worth = 30
	case strings.HasPrefix(n.digits, "("), strings.HasPrefix(n.digits, "00"):
		worth = 26
	case (i < p.head || i < p.above || p.foot(i)) && groups(n.digits) > 1 && (digits > 7 || alone(n)):
		worth = 14
	case i < p.head && digits >= 9 && digits <= 13 && alone(n):
		worth = 10
	default:
		return 0
	}
	switch {
	case i < p.head:
		worth += 12
	case i < p.above:
		worth += 8
	case p.foot(i):
		worth += 4
	}
	if i >= p.others {
		worth -= 38
	}
	return worth
}

// glued reports whether digits go on a word before them, as in a DOI.
func glued(before string) bool {
	return len(before) > 1 && strings.IndexByte("./_=:-", before[len(before)-1]) >= 0 && isWordPart(lastRune(before[:len(before)-1]))
}

// labelBytes is how much of what stands before a number is looked at for its label.
const labelBytes = 48

// ending is the last bytes of s, whole characters.
func ending(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[len(s)-most]) {
		most--
	}
	return s[len(s)-most:]
}

// alone reports whether nothing but separators stands around a number.
func alone(n number) bool {
	before, after := strings.TrimSpace(n.before), strings.TrimSpace(n.after)
	return (before == "" || !isWordPart(lastRune(before)) && lastRune(before) != ',') && (after == "" || !isWordPart(firstRune(after)) || strings.HasPrefix(n.after, "  "))
}

// mayCall spares most lines the search for numbers: it reports whether a run of digits is as long as a telephone number.
func mayCall(line string) bool {
	digits, gap := 0, 0
	for _, r := range line {
		switch {
		case isDigit(r):
			if digits++; digits == fewestDigits {
				return true
			}
			gap = 0
		case digits > 0 && gap < 4 && isPhoneMark(r):
			gap++
		default:
			digits = 0
		}
	}
	return false
}

// numbersIn is the runs of digits in a line that have as many as a telephone number, cut where two stand side by side.
func numbersIn(line string) []number {
	runes := []rune(line)
	var out []number
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if !isDigit(r) && r != '+' && r != '＋' && r != '(' && r != '（' {
			continue
		}
		end, gap := i, 0
		k := i
		for ; k < len(runes) && gap <= 4; k++ {
			switch {
			case isDigit(runes[k]):
				end, gap = k+1, 0
			case isPhoneMark(runes[k]):
				gap++
			default:
				gap = 5
			}
		}
		if end == i {
			continue
		}
		s := string(runes[i:end])
		whole := (i == 0 || !isWordPart(runes[i-1]) || ideographic(runes[i-1])) && (end == len(runes) || !isWordPart(runes[end]) || ideographic(runes[end]) || extension.MatchString(string(runes[end:])))
		if end < len(runes) && (runes[end] == '%' || runes[end] == ',' && end+1 < len(runes) && isDigit(runes[end+1])) {
			whole = false
		}
		if whole {
			before, after := string(runes[:i]), string(runes[end:])
			for _, part := range sideBySide(s) {
				out = append(out, number{part, before, after})
			}
		}
		i = end - 1
	}
	return out
}

// sideBySide parts two numbers that only a separator parts: "416-555-0142 / 416-555-0199".
func sideBySide(s string) []string {
	for _, by := range []string{" / ", "   ", "  ", " - ", " – ", "/", "+"} {
		at := strings.Index(s[1:], by) + 1
		if at < 1 || by == "+" && countDigits(s) <= mostDigits {
			continue
		}
		before, after := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+len(by):])
		if by == "+" {
			after = "+" + after
		}
		if countDigits(before) >= fewestDigits && countDigits(after) >= fewestDigits {
			return append([]string{before}, sideBySide(after)...)
		}
	}
	return []string{s}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r > 0x7f && unicode.Is(unicode.Nd, r) }

func isPhoneMark(r rune) bool {
	switch r {
	case ' ', '(', ')', '（', '）', '+', '.', '/', '-', '‐', '‑', '‒', '–', '—', '−', '－', '\u00a0', '·':
		return true
	}
	return false
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if isDigit(r) {
			n++
		}
	}
	return n
}

func groups(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !isDigit(r) }))
}

// isDate reports whether the digits are years or a day, not a number to call, or those of an ORCID.
func isDate(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return !isDigit(r) })
	years, fours := 0, 0
	for _, g := range parts {
		if len(g) == 4 {
			fours++
		}
		switch {
		case year.MatchString(g):
			years++
		case len(g) > 2:
			return len(parts) == 4 && fours == 4
		}
	}
	return years > 0 || len(parts) == 4 && fours == 4
}

// isDotted reports whether the digits are those of a machine's address or of a version.
func isDotted(s string) bool {
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return false
	}
	pairs := true
	for _, g := range parts {
		if len(g) == 0 || len(g) > 3 || strings.ContainsFunc(g, func(r rune) bool { return !isDigit(r) }) {
			return false
		}
		pairs = pairs && len(g) == 2
	}
	return !pairs
}

// blankOut is the line with e-mail addresses and links blanked, whose digits are no telephone's.
func blankOut(line string) string {
	blank := func(s string) string { return strings.Repeat("|", len(s)) }
	if strings.Contains(line, "@") {
		line = emailAddress.ReplaceAllStringFunc(line, blank)
	}
	for _, at := range linksIn(line) {
		line = line[:at[0]] + blank(line[at[0]:at[1]]) + line[at[1]:]
	}
	return line
}
