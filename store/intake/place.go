package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
	"candid/model/posting"
)

var (
	placeLabel = pattern.New(`(?i)^(?:current location|location|address|home address|postal address|based in|lives in|city|residence|wohnort|wohnhaft in|adresse|anschrift|ort|ville|lieu|ciudad|dirección|domicilio|città|indirizzo|residenza|endereço|cidade|localização|woonplaats|adres|miejsce zamieszkania|bydliště|şehir|адрес|город|место жительства|город проживания|проживает|місто|адреса|地址|所在地|现居地?|现居住地|居住地|城市|住所|現住所|주소|거주지|العنوان|المدينة|عنوان|כתובת|עיר|địa chỉ|पता|📍|⌂)\s*(?:[:：|]|\s-)\s*(.+)$`)
	placePair  = pattern.New(`^\p{Lu}[\p{L}'’.\- ]{1,28}, ?(?:\p{Lu}{2}|\p{Lu}[\p{L}'’.\- ]{2,24})(?: [A-Z0-9][A-Z0-9 -]{2,8})?(?:, ?\p{Lu}[\p{L}'’.\- ]{1,24})?$`)
	postal     = pattern.New(`(?:^|[\s,])(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?(?:[\s,]|$)|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2}\b`)
	codeCity   = pattern.New(`^(?:[A-Z]{1,2}[- ])?\d{4,6}(?:-\d{3})?\s+\p{Lu}[\p{L}'’.\- ]{1,28}(?:, ?\p{Lu}[\p{L} ]{1,24})?$`)
)

// maxPlace is the longest place in bytes, a whole postal address among them.
const maxPlace = 80

// findLocation is where the applicant lives: what a label in the head says, or "City, State" or a known place that stands by
// itself there, of a postal address the part from the city on.
func (p page) findLocation(name string) string {
	found := ""
	for i, line := range p.bare[:min(p.above, p.others)] {
		if bullet.MatchString(p.lines[i]) && p.nth[i] > 3 && found != "" || len(line) > 300 {
			continue
		}
		whole := strings.Trim(line, " |•·")
		for _, part := range append([]string{whole}, segments(line)...) {
			if m := placeLabel.FindStringSubmatch(part); m != nil {
				if place := fromCity(nextLabel.ReplaceAllString(m[1], "")); place != "" && len(place) <= maxPlace {
					return place
				}
			}
			if found == "" && p.greet < 0 && !bullet.MatchString(p.lines[i]) && part != name {
				found = placeOf(part)
			}
		}
	}
	return found
}

// placeOf is a part of a line as a place, "" when it is none.
func placeOf(part string) string {
	part = strings.TrimSpace(strings.TrimFunc(part, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != ')'
	}))
	if len(part) < 3 || len(part) > 120 || strings.ContainsAny(part, "@:") || strings.Contains(part, "://") {
		return ""
	}
	if posting.IsPlace(part) || posting.IsPlace(withoutCode(part)) {
		return part
	}
	if placePair.MatchString(part) && !noPlace(part) {
		_, second, _ := strings.Cut(part, ",")
		second, _, _ = strings.Cut(strings.TrimSpace(second), ",")
		if posting.IsPlace(withoutCode(second)) || len(second) >= 2 && strings.ToUpper(second[:2]) == second[:2] || personName(part) == "" && !isGiven(firstWord(part)) && !isGiven(firstWord(second)) {
			return part
		}
	}
	if codeCity.MatchString(part) && !noPlace(part) {
		return part
	}
	for _, by := range []string{" — ", " – ", " - ", " / "} {
		if city, land, ok := strings.Cut(part, by); ok && posting.IsPlace(strings.TrimSpace(city)) && posting.IsPlace(strings.TrimSpace(land)) {
			return part
		}
	}
	if strings.Contains(part, ",") && (postal.MatchString(part) || posting.IsPlace(withoutCode(part[strings.LastIndexByte(part, ',')+1:]))) {
		if from := fromCity(part); from != part || posting.IsPlace(firstOf(part)) {
			return from
		}
	}
	return ""
}

// noPlace reports whether a part holds a word that no place has. Two letters may stand for a state: "Gary, IN".
func noPlace(part string) bool {
	return slices.ContainsFunc(foldedWords(part), func(w string) bool { return len(w) > 2 && isStopWord(w) })
}

func firstWord(s string) string {
	for w := range strings.FieldsSeq(s) {
		return w
	}
	return ""
}

func firstOf(s string) string {
	s, _, _ = strings.Cut(s, ",")
	return withoutCode(s)
}

// withoutCode is a place's name without its postal code.
func withoutCode(s string) string {
	return strings.TrimSpace(postal.ReplaceAllString(" "+s+" ", " "))
}

// fromCity is the part of an address that begins with its city, the whole when no city is known.
func fromCity(address string) string {
	address = strings.Trim(strings.TrimSpace(address), ",;|")
	parts := strings.Split(address, ",")
	for i, part := range parts {
		if i > 0 && posting.IsPlace(withoutCode(part)) {
			from := i
			if i == len(parts)-1 || isRegion(part) {
				if before := strings.TrimSpace(parts[i-1]); i > 1 && !strings.ContainsFunc(withoutCode(before), unicode.IsDigit) && withoutCode(before) != "" {
					from = i - 1
				} else if i > 1 && withoutCode(before) == "" && !strings.ContainsFunc(parts[i-2], unicode.IsDigit) {
					from = i - 2
				}
			}
			if from == 1 && !strings.ContainsFunc(parts[0], unicode.IsDigit) && len(parts[0]) < 30 && !noPlace(parts[0]) {
				from = 0
			}
			return strings.TrimSpace(strings.Join(parts[from:], ","))
		}
	}
	return address
}

// isRegion reports whether a part of an address is a state and no city.
func isRegion(part string) bool {
	part = withoutCode(part)
	return len(part) == 2 && strings.ToUpper(part) == part
}

var (
	nextLabel = pattern.New(`\s+[^\s:：]+\s*[:：](?:\s|$).*$|\s*\|.*$`)
)

// partedBy is what parts the words of a line by itself, and what only does with a blank on either side.
const (
	partedBy      = "|•‖●◆♦■▪¦"
	partedSpacing = "·∙◦/–—⋄-"
)

// segments is the parts of a line that separators or wide gaps part.
func segments(line string) []string {
	if !strings.ContainsAny(line, "|/-") && !strings.Contains(line, "  ") && (isASCII(line) || !strings.ContainsAny(line, partedBy+partedSpacing)) {
		if line = strings.TrimSpace(line); line == "" {
			return nil
		}
		return []string{line}
	}
	var out []string
	start := 0
	end := func(at, next int) {
		if s := strings.TrimSpace(line[start:at]); s != "" {
			out = append(out, s)
		}
		start = next
	}
	for i, r := range line {
		if i < start {
			continue
		}
		after := line[i+utf8.RuneLen(r):]
		left, right := i == 0 || line[i-1] == ' ', after == "" || after[0] == ' '
		switch {
		case strings.ContainsRune(partedBy, r), left && right && strings.ContainsRune(partedSpacing, r), r == '·' && (left || right), r == ' ' && strings.HasPrefix(after, " "):
			end(i, len(line)-len(after))
		}
	}
	end(len(line), len(line))
	return out
}
