package mail

import (
	"net/mail"
	"strings"

	"candid/model/pattern"

	"github.com/jhillyerd/enmime/v2"
)

// sender is the name and address of who wrote a message. Where a form or a job board sent it for somebody, it is who an
// answer would go to; the address is "" when that is the board alone.
func sender(p *enmime.Part) (name, email string) {
	name, email = address(p.Header.Get("From"))
	for _, field := range []string{"X-Original-From", "X-Original-Sender"} { // of a group that gives its own address
		if n, e := address(p.Header.Get(field)); e != "" && viaGroup.MatchString(name) {
			name, email = or(n, withoutVia(name)), e
		}
	}
	relayed := viaGroup.MatchString(name)
	name = withoutVia(name)
	if !relayed && !relay(email) && email != "" {
		return personal(name, email), email
	}
	answerName, answer := address(p.Header.Get("Reply-To"))
	if answer == "" || relay(answer) {
		if relayed || email == "" {
			return name, ""
		}
		return personal(name, email), email
	}
	if relay(email) && !relayed && answerName != "" {
		name = ""
	}
	return or(withoutVia(answerName), name), answer
}

var (
	viaGroup  = pattern.New(`(?i)\s*[(\[]?\b(?:via|über|par l'intermédiaire de|a través de|через|through)\s+\p{L}.*$`)
	relayName = pattern.New(`(?i)^(?:.*no[._-]?reply.*|.*do[._-]?not[._-]?reply.*|.*nepasrepondre.*|(?:e?mail|web)?forms?|webmaster|wordpress|postmaster|mailer(?:-daemon)?|` +
		`notifications?|notify|alerts?|bounces?|jobs?|careers?|applications?|apply|applicants?|bewerbung(?:en)?|karriere|hr|recruit(?:ing|ment)|talent|hiring|messages?|` +
		`inmail.*|website|web|www-data|nobody|root|admin|info|contact|system|robot|bot)(?:[+.=_-].*)?$`)
	looseAddress = pattern.New(`[\p{L}0-9._%+'=-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+`)
)

// relay reports whether an address is a program's or a department's rather than a person's.
func relay(email string) bool {
	local, _, _ := strings.Cut(email, "@")
	return relayName.MatchString(local)
}

// withoutVia is "Ana Lima" of "Ana Lima via Job Board".
func withoutVia(name string) string {
	return strings.Trim(viaGroup.ReplaceAllString(name, ""), " '\"")
}

// personal is a name, but none where it is only the address again.
func personal(name, email string) string {
	if strings.EqualFold(name, email) || strings.Contains(name, "@") {
		return ""
	}
	return name
}

// address reads the first address of a field, also where it is not written by the rules.
func address(field string) (name, email string) {
	if field == "" {
		return "", ""
	}
	field = repaired(field)
	if list, err := enmime.ParseAddressList(field); err == nil && len(list) > 0 {
		return tidy(words(list[0].Name)), list[0].Address
	}
	field = words(field)
	if a, err := mail.ParseAddress(field); err == nil {
		return tidy(a.Name), a.Address
	}
	at := looseAddress.FindStringIndex(field)
	if at == nil {
		return tidy(field), ""
	}
	name = strings.TrimSuffix(field[:at[0]], "mailto:")
	return tidy(strings.Trim(name, " <>(\"',;[")), field[at[0]:at[1]]
}

// tidy is a name as people write it: without quotes, and not "Lima, Ana".
func tidy(name string) string {
	name = strings.Trim(oneLine(name), " '\"<>")
	if last, first, ok := strings.Cut(name, ", "); ok && !strings.Contains(first, ",") && len(strings.Fields(last)) <= 3 && len(strings.Fields(first)) <= 3 &&
		!degree.MatchString(first) {
		return first + " " + last
	}
	return name
}

var degree = pattern.New(`(?i)^(?:ph\.?d|m\.?d|mba|m\.?sc|b\.?sc|m\.?a|jr|sr|ii|iii|iv|esq|cpa|pmp|pe|rn|dr|ing|dipl)\b`)

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
