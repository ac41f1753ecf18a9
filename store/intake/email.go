package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"candid/model/pattern"
)

var (
	emailAddress = pattern.New(`[\p{L}0-9][\p{L}0-9._%+'-]*@[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?(?:\.[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?)*\.\p{L}{2,24}`)
	spelledAt    = pattern.New(`(?i)\s*[\[({<]\s*(?:at|@|arroba|ät|собака)\s*[\])}>]\s*|\s+(?:at|arroba|AT)\s+`)
	spelledDot   = pattern.New(`(?i)\s*[\[({<]\s*(?:dot|\.|punkt|point|punto|ponto|точка)\s*[\])}>]\s*|\s+dot\s+`)
	spaced       = pattern.New(`([\p{L}0-9][\p{L}0-9._%+'-]*)(\s{0,2})@(\s{0,2})([\p{L}0-9][\p{L}0-9-]*(?:\s?\.\s?[\p{L}0-9-]+)*\s?\.\s?\p{L}{2,24})`)
	mailLabel    = pattern.New(`(?i)(?:e-?\s?mail|mail|почта|邮箱|電郵|电邮|信箱|メール|이메일|البريد(?: الإلكتروني)?|correo(?: electrónico)?|courriel|דוא"?ל|✉|📧|🖂)[^\p{L}0-9]{0,6}$`)
)

// addressEnds is endings after which a word that is set against an address begins: "jane@example.orgPhone".
var addressEnds = []string{".com", ".org", ".net", ".edu", ".gov", ".info", ".io", ".de", ".fr", ".uk", ".ca", ".dev", ".me", ".ru", ".cn"}

// freeHosts is hosts of addresses that are a person's own and no employer's.
var freeHosts = []string{"gmail.", "googlemail.", "outlook.", "hotmail.", "live.", "yahoo.", "ymail.", "icloud.", "me.com", "mac.com", "proton", "pm.me", "gmx.", "web.de", "t-online.", "mail.ru", "yandex.", "ya.ru", "bk.ru", "list.ru",
	"qq.com", "163.com", "126.com", "foxmail.", "naver.", "daum.", "hanmail.", "orange.fr", "free.fr", "wanadoo.", "laposte.", "libero.", "aol.", "msn.", "fastmail.", "zoho.", "tutanota.", "posteo.", "hey.com", "ukr.net", "seznam.", "wp.pl", "onet.", "interia.", "uol.com", "bol.com", "rediff"}

// officeNames is what stands before the @ of an address that many read.
var officeNames = strings.Fields("info hr jobs job career careers support sales office kontakt bewerbung bewerbungen recruiting recruitment recruiter noreply no-reply admin webmaster postmaster press team help service enquiries")

// address is an e-mail address and where it stands; line -1 for one that a link alone gives.
type address struct {
	email string
	line  int
	worth int
}

// addresses is the e-mail addresses of a page, the applicant's own first.
func (p page) addresses() []address {
	var all []address
	add := func(email string, line, worth int) {
		for i, a := range all {
			if strings.EqualFold(a.email, email) {
				all[i].worth = max(a.worth, worth)
				return
			}
		}
		all = append(all, address{email, line, worth - len(all)})
	}
	for i, line := range p.lines {
		if len(all) > 40 {
			break
		}
		for _, found := range p.addressesOf(i, line) {
			add(found.email, i, p.addressWorth(found, i))
		}
	}
	for _, link := range p.links {
		if rest, ok := cutFold(link, "mailto:"); ok {
			rest, _, _ = strings.Cut(strings.ReplaceAll(rest, "%40", "@"), "?")
			if email := emailIn(rest); email != "" {
				add(email, -1, 22+hostWorth(email))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b address) int { return cmp.Compare(b.worth, a.worth) })
	return all
}

// foundAddress is an address with the words before it.
type foundAddress struct{ email, before string }

// addressesOf is the addresses that a line says, mended where it is broken.
func (p page) addressesOf(i int, line string) []foundAddress {
	if !strings.ContainsAny(line, "@＠") && !mayspell(line) {
		return nil
	}
	line = strings.ReplaceAll(line, "＠", "@")
	if found := emailsIn(line); len(found) > 0 && !p.goesOn(i, line) {
		return found
	}
	if joined := p.rejoined(i, line); joined != "" {
		if found := emailsIn(joined); len(found) > 0 {
			return found
		}
	}
	if found := emailsIn(line); len(found) > 0 {
		return found
	}
	if m := spaced.FindStringSubmatch(line); m != nil {
		email := m[1] + "@" + strings.ReplaceAll(m[4], " ", "")
		before := line[:strings.Index(line, m[0])]
		own := strings.ContainsAny(m[1], "._0123456789") || mailLabel.MatchString(before) || strings.TrimSpace(before) == "" && strings.ToLower(m[1]) == m[1]
		if own && emailIn(email) == email {
			return []foundAddress{{email, before}}
		}
	}
	if !mayspell(line) || len(line) > 200 {
		return nil
	}
	bracketed := strings.ContainsAny(line, "[({<")
	if !bracketed && !strings.Contains(strings.ToLower(line), " dot ") {
		return nil
	}
	return emailsIn(spelledDot.ReplaceAllString(spelledAt.ReplaceAllString(line, "@"), "."))
}

// mayspell spares most lines the search for "jane at example dot org".
func mayspell(line string) bool {
	if len(line) > 200 || !strings.ContainsAny(line, "@[({<") && !strings.Contains(line, "dot") && !strings.Contains(line, "DOT") {
		return false
	}
	return slices.ContainsFunc(spelledMarks, func(s string) bool { return strings.Contains(line, s) })
}

var spelledMarks = []string{" dot ", " DOT ", "at]", "at)", "at}", "at>", "at ]", "at )", "AT]", "AT)", "[@", "(@", "arroba"}

// goesOn reports whether the address at the end of a line seems to go on in the next: "jane@mail.example" over "example.org".
func (p page) goesOn(i int, line string) bool {
	next := strings.TrimSpace(p.next(i))
	return strings.HasSuffix(line, ".") && strings.Contains(line, "@") && next != "" && len(next) < 12 && !strings.Contains(next, " ") && strings.ToLower(next) == next
}

// rejoined is a line with an address that is broken over two, as one; "" when none is.
func (p page) rejoined(i int, line string) string {
	line = strings.TrimSpace(line)
	next, _, _ := strings.Cut(strings.TrimSpace(p.next(i)), " ")
	at := strings.LastIndexByte(line, '@')
	if at >= 0 && next != "" && !strings.Contains(next, "@") {
		tail := line[at+1:]
		if !strings.Contains(strings.TrimSpace(tail), " ") && (tail == "" || emailIn(line) == "" || strings.HasSuffix(tail, ".")) {
			if joined := line + next; emailIn(joined[strings.LastIndexAny(joined[:at+1], " |:")+1:]) != "" {
				return joined
			}
		}
	}
	if at == 0 && i > 0 {
		before := strings.Fields(p.bare[i-1])
		if len(before) > 0 {
			return before[len(before)-1] + line
		}
	}
	return ""
}

// addressWorth is how likely an address that stands in line i is the applicant's.
func (p page) addressWorth(found foundAddress, i int) int {
	worth := hostWorth(found.email)
	switch {
	case i < p.head || i < p.above:
		worth += 30
	case p.foot(i):
		worth += 12
	}
	if mailLabel.MatchString(found.before) {
		worth += 8
	}
	if i >= p.others {
		worth -= 60
	}
	if i > p.above && len(p.bare[i]) > len(found.email)+60 {
		worth -= 12 // among the words of a project
	}
	return worth
}

func hostWorth(email string) int {
	local, host, _ := strings.Cut(strings.ToLower(email), "@")
	worth := 0
	if slices.ContainsFunc(freeHosts, func(h string) bool { return strings.HasPrefix(host, h) }) {
		worth += 4
	}
	if slices.Contains(officeNames, local) {
		worth -= 25
	}
	return worth
}

// emailIn is the first e-mail address of a line; a picture's file name for dense screens is none.
func emailIn(line string) string {
	if found := emailsIn(line); len(found) > 0 {
		return found[0].email
	}
	return ""
}

func emailsIn(line string) []foundAddress {
	if !strings.Contains(line, "@") {
		return nil
	}
	var out []foundAddress
	for _, at := range emailAddress.FindAllStringIndex(line, 8) {
		s := line[at[0]:at[1]]
		if after := line[at[1]:]; strings.HasPrefix(after, "/") || strings.HasPrefix(after, ":") && len(after) > 1 && after[1] > ' ' {
			continue // medium.com/@jane.doe/..., git@example.org:jane/x
		}
		if at[0] > 0 && line[at[0]-1] == '/' && !strings.Contains(s, "://") && strings.Contains(strings.ToLower(line[:at[0]]), "http") {
			continue
		}
		switch strings.ToLower(s[strings.LastIndexByte(s, '.'):]) {
		case ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp":
			continue
		}
		s = unglued(s)
		out = append(out, foundAddress{s, line[:at[0]]})
	}
	return out
}

// unglued is an address without the words that are set against it.
func unglued(s string) string {
	at := strings.LastIndexByte(s, '@')
	for _, end := range addressEnds {
		if k := strings.Index(s[at:], end); k >= 0 {
			if rest := s[at+k+len(end):]; rest != "" && unicode.IsUpper(firstRune(rest)) && strings.ToUpper(s) != s {
				s = s[:at+k+len(end)]
				break
			}
		}
	}
	for _, glued := range []string{"envelope-o", "envelope", "mailto"} { // an icon's name, a scheme
		if rest, ok := cutFold(s, glued); ok {
			if rest = strings.TrimLeft(rest, "-:"); strings.IndexByte(rest, '@') > 1 {
				return rest
			}
		}
	}
	return s
}

// cutFold is s without prefix, which is in small letters, in whatever case s has it.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
