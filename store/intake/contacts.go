package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/model/pattern"
)

// contacts is what a text says of how to reach the person.
type contacts model.Contacts

// under fills what c lacks from the text.
func (found contacts) under(c model.Contacts) model.Contacts {
	c.Name, c.Email, c.Phone = cmp.Or(c.Name, found.Name), cmp.Or(c.Email, found.Email), cmp.Or(c.Phone, found.Phone)
	c.Location = cmp.Or(c.Location, found.Location)
	for _, link := range found.Links {
		if !slices.Contains(c.Links, link) {
			c.Links = append(c.Links, link)
		}
	}
	return c
}

// headLines is how many lines that hold something count as the head of a document, where contacts stand.
const headLines = 14

// Contacts stand at the head or the foot of a document; in one longer than any resume they are sought nowhere else.
const (
	searchedBytes = 128 << 10
	searchedLine  = 2000 // bytes of one line
	footLines     = 40
)

// searched is the lines that contacts are sought in, long ones cut.
func searched(lines []string) []string {
	var out []string
	left := searchedBytes
	for i, line := range lines {
		if left <= 0 && i < len(lines)-footLines {
			continue
		}
		if len(line) > searchedLine {
			line = strings.ToValidUTF8(line[:searchedLine], "")
		}
		left -= len(line)
		out = append(out, line)
	}
	return out
}

// findContacts reads a cleaned text, line by line.
func findContacts(lines []string) contacts {
	lines = searched(lines)
	var c contacts
	for _, line := range lines {
		if c.Email = emailIn(line); c.Email != "" {
			break
		}
	}
	head := headOf(lines)
	c.Name = findName(lines, head, c.Email)
	c.Phone = findPhone(lines, head)
	above := aboveSections(lines[:head])
	c.Location = findLocation(lines, above, c.Name)
	c.Links = findLinks(lines, above)
	return c
}

// aboveSections is the number of lines before the first heading of a part like "Experience".
func aboveSections(lines []string) int {
	for i, line := range lines {
		next := ""
		if i+1 < len(lines) {
			next = lines[i+1]
		}
		words := strings.FieldsFunc(fold(unmark(line)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if len(words) == 0 || len(words) > 4 || i == 0 && slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, "profil") }) {
			continue // "Personal profile" over the name and contacts
		}
		heading := headingLevel(line, next) > 1 && hasStopPart(line)
		if heading || slices.ContainsFunc(words, func(w string) bool { return sectionWord[w] }) {
			return i
		}
	}
	return len(lines)
}

// headOf is the number of lines down to the end of the head.
func headOf(lines []string) int {
	left := headLines
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			if left--; left == 0 {
				return i + 1
			}
		}
	}
	return len(lines)
}

var emailAddress = pattern.New(`[\p{L}0-9][\p{L}0-9._%+'-]*@[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?(?:\.[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?)*\.\p{L}{2,24}`)

// emailIn is the first e-mail address of a line; a picture's file name for dense screens is none.
func emailIn(line string) string {
	if !strings.Contains(line, "@") {
		return ""
	}
	for _, s := range emailAddress.FindAllString(line, -1) {
		switch strings.ToLower(s[strings.LastIndexByte(s, '.'):]) {
		case ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp":
			continue
		}
		return s
	}
	return ""
}

var (
	phoneRun    = pattern.New(`\(?\+?\(?[0-9](?:[ .()\-–—/]{0,3}[0-9]){6,16}`)
	phoneLabel  = pattern.New(`(?i)(?:tel|phone|telephone|mobile|mob|cell|fon|telefon|téléphone|teléfono|telefone|handy|whatsapp|тел|телефон|моб|电话|電話|手机|携帯|전화|☎|📞|📱|\b[tmp])[^\p{L}0-9]{0,6}$`)
	digitGroups = pattern.New(`[0-9]+`)
	year        = pattern.New(`^(?:19|20)[0-9]{2}$`)
)

// findPhone is the best telephone number: one with a label before one written as numbers are, before digits that may be one.
func findPhone(lines []string, head int) string {
	best, rank := "", 0
	for i, line := range lines {
		if countDigits(line) < 7 {
			continue
		}
		plain := blankOut(line)
		for _, at := range phoneRun.FindAllStringIndex(plain, -1) {
			s, before := plain[at[0]:at[1]], plain[:at[0]]
			if next := plain[at[1]:]; isWordPart(lastRune(before)) || isWordPart(firstRune(next)) {
				continue
			}
			n := 0
			switch {
			case phoneLabel.MatchString(before):
				n = 3
			case isDate(s):
			case strings.HasPrefix(s, "+"), strings.HasPrefix(s, "("):
				n = 2
			case (i < head || i >= len(lines)-6) && len(digitGroups.FindAllString(s, -1)) > 1:
				n = 1
			}
			if n > rank {
				best, rank = closeBracket(s), n
			}
		}
		if rank == 3 {
			break
		}
	}
	return best
}

// blankOut is the line with e-mail addresses and links blanked, whose digits are no telephone's.
func blankOut(line string) string {
	blank := func(s string) string { return strings.Repeat(" ", len(s)) }
	if strings.Contains(line, "@") {
		line = emailAddress.ReplaceAllStringFunc(line, blank)
	}
	if !mayLink(line) {
		return line
	}
	return anyLink.ReplaceAllStringFunc(line, blank)
}

// mayLink spares most lines the search for links.
func mayLink(line string) bool {
	return strings.Contains(line, "/") || strings.Contains(strings.ToLower(line), "www.")
}

// isDate reports whether the digits are years or a day, not a number to call.
func isDate(s string) bool {
	groups := digitGroups.FindAllString(s, -1)
	years := 0
	for _, g := range groups {
		switch {
		case year.MatchString(g):
			years++
		case len(g) > 2:
			return false
		}
	}
	return years > 0
}

func closeBracket(s string) string {
	if strings.Count(s, "(") > strings.Count(s, ")") {
		return strings.TrimPrefix(s, "(")
	}
	return s
}

func isWordPart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '#'
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	var last rune
	if s != "" {
		runes := []rune(s[max(0, len(s)-4):])
		last = runes[len(runes)-1]
	}
	return last
}

var (
	anyLink     = pattern.New(`(?i)(?:https?://|www\.)[^\s<>"'()\[\]|]+|\b(?:[a-z]{2,3}\.)?` + profileHost + `/[^\s<>"'()\[\]|,;]+`)
	profileLink = pattern.New(`(?i)^https?://(?:[a-z]{2,3}\.)?` + profileHost + `/.`)
)

const profileHost = `(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|stackoverflow\.com|kaggle\.com|leetcode\.com|medium\.com|behance\.net|xing\.com)`

// maxLinks is how many links of a candidate are kept.
const maxLinks = 8

// findLinks is the links of the head, and profiles wherever they stand.
func findLinks(lines []string, head int) []string {
	var links []string
	for i, line := range lines {
		if len(links) == maxLinks {
			break
		}
		if !mayLink(line) {
			continue
		}
		for _, s := range anyLink.FindAllString(line, -1) {
			link := normalLink(s)
			if link != "" && (i < head || profileLink.MatchString(link)) && !slices.Contains(links, link) && len(links) < maxLinks {
				links = append(links, link)
			}
		}
	}
	return links
}

// normalLink is a web address with its scheme; "" for what is none.
func normalLink(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;:!?*_`'\"")
	lower := strings.ToLower(s)
	switch {
	case len(s) > 300 || strings.ContainsAny(s, " <>\"") || !strings.Contains(s, "."):
		return ""
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"):
		return s
	case strings.Contains(s, "://") || strings.Contains(s, "@"):
		return ""
	}
	return "https://" + s
}

var (
	placeLabel = pattern.New(`(?i)^(?:location|address|based in|city|residence|wohnort|adresse|anschrift|ort|ville|ciudad|dirección|città|адрес|город|地址|所在地|现居|住所|주소)\s*[:：]\s*(.+)$`)
	placePair  = pattern.New(`^\p{Lu}[\p{L}'’.\- ]{1,28}, ?(?:\p{Lu}{2}|\p{Lu}[\p{L}'’.\- ]{2,24})(?:, ?\p{Lu}[\p{L}'’.\- ]{1,24})?$`)
)

// findLocation is a place in the head: one with a label, or "City, State" standing by itself between separators.
func findLocation(lines []string, head int, name string) string {
	pair := ""
	for _, line := range lines[:head] {
		if bullet.MatchString(line) {
			continue
		}
		for _, part := range segments(unmark(line)) {
			if m := placeLabel.FindStringSubmatch(part); m != nil && len(m[1]) <= 80 {
				return m[1]
			}
			if pair == "" && placePair.MatchString(part) && part != name && !hasStopWord(part) {
				pair = part
			}
		}
	}
	return pair
}

var separators = pattern.New(`\s+[|•·∙●◦‖/–—-]\s+|\s*[|•‖]\s*|\s{2,}`)

// segments is the parts of a line that separators part.
func segments(line string) []string {
	var out []string
	for _, s := range separators.Split(line, -1) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
