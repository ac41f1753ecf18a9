package table

import (
	"strings"
	"unicode"

	"candid/model/pattern"
)

var (
	email  = pattern.New(`^(?:[^@<>]*<)?(?:mailto:)?[\p{L}0-9._%+'-]+@[\p{L}0-9.-]+\.\p{L}{2,24}>?$`)
	phone  = pattern.New(`^(?:[\p{L}.]{1,9}[.:]? ?)?\+?[0-9(][0-9 .()/+–-]{5,24}[0-9)](?: ?(?:x|ext\.?) ?[0-9]+)?$`)
	number = pattern.New(`^[+-]?[$€£]?[0-9][0-9 .,']*[%$€£]?$`)
	host   = pattern.New(`(?i)^(?:https?://|www\.)\S+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}/\S*$`)
)

// isEmail reports whether a cell is an e-mail address, or several.
func isEmail(s string) bool {
	if !strings.Contains(s, "@") || len(s) > 1000 {
		return false
	}
	for _, part := range pieces(s) {
		if !email.MatchString(part) {
			return false
		}
	}
	return true
}

// isLink reports whether a cell is a web address, or several.
func isLink(s string) bool {
	if !strings.ContainsAny(s, "./") {
		return false
	}
	some := false
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == '|' }) {
		if some = true; !host.MatchString(part) {
			return false
		}
	}
	return some
}

// isPhone reports whether a cell is a number to call: a day is none, and neither is an amount.
func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 7 && digits <= 17 && phone.MatchString(s) && !isDay(s)
}

func isNumber(s string) bool { return number.MatchString(s) }

// pieces parts a cell that holds several values.
func pieces(s string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '\n' || r == '|' }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
