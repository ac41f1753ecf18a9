package intake

import (
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/model/clean"
	"candid/model/pattern"
	"candid/model/posting"
)

var (
	documentOf = pattern.New(`(?i)^(?:my )?(?:curriculum vitae|curriculum|résumé|resume|cv|c\.v\.|lebenslauf|cover letter|application|bewerbung|anschreiben|резюме|简历|个人简历|履歴書|이력서)(?:\s+(?:of|for|von|de|di|du|от)\s+|\s*[:：|–—-]\s*|\s{2,})`)
	ofDocument = pattern.New(`(?i)(?:['’]s?)?\s*[,:|–—-]?\s*(?:\(?(?:curriculum vitae|résumé|resume|cv|c\.v\.|lebenslauf)\)?|резюме|的?(?:个人)?简历|の?履歴書|이력서)$`)
	inBrackets = pattern.New(`\s*[(（\[]\s*([^()（）\[\]]*)[)）\]]`)
	pronouns   = pattern.New(`(?i)^(?:she|he|they|ze|xe|any|elle|il|sie|er|ella|él|hen|hon|han)(?:\s*[/,|]\s*(?:her|hers|him|his|they|them|theirs?|she|he|hir|elle|il|iel|ihr|ihm|ella|él|any|all).*)?$`)
	phrase     = pattern.New(`[\p{Han}\p{Katakana}][とをはにでも][\p{Han}\p{Katakana}]`) // Japanese words with what joins them to others
	coined     = pattern.New(`\p{Ll}\p{Lu}{2,}$`)                                  // "GnuPG"
	pronounEnd = pattern.New(`(?i)[ ,|–-]+(?:she/her(?:/hers)?|he/him(?:/his)?|they/them(?:/theirs)?|she/they|he/they)$`)
)

// withoutDocument is a line without what a document is called behind whose it is.
func withoutDocument(line string) string {
	if end := strings.ToLower(ending(line, 40)); slices.ContainsFunc(documentEnds, func(s string) bool { return strings.Contains(end, s) }) {
		return ofDocument.ReplaceAllString(line, "")
	}
	return line
}

var documentEnds = []string{"vitae", "resume", "résumé", "cv", "c.v.", "lebenslauf", "резюме", "简历", "履歴書", "이력서"}

// maxNameRunes and maxNameWords bound what is read as a name, in characters and words.
const (
	maxNameRunes = 60
	maxNameWords = 6
)

// readName is s as a person's name in the order given name, family name where a comma tells it is not, "" when s does not read
// like one. What stands around a name goes: titles, degrees, pronouns. A name in capitals is given in small letters with
// capitals first.
func readName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 6*maxNameRunes || strings.Count(s, " ") > 2*maxNameWords {
		return ""
	}
	if isDigit(firstRune(s)) || isDigit(lastRune(s)) && !endsInYear.MatchString(s) {
		return "" // a house and its street
	}
	s = strings.TrimFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(`.)）"”'’`, r)
	})
	s = strings.TrimLeft(s, `.)）"”'’ `)
	if strings.ContainsAny(s, "([") || strings.Contains(s, "（") {
		s = inBrackets.ReplaceAllStringFunc(s, bracketed)
	}
	if strings.Contains(s, "/") {
		s = pronounEnd.ReplaceAllString(s, "")
	}
	name := personName(unlisted(s))
	if last := name[strings.LastIndexByte(name, ' ')+1:]; len(last) < len(name) && streetWord[strings.ToLower(strings.TrimRight(last, "."))] {
		return ""
	}
	return name
}

// streetWord is how the names of streets end in short.
var streetWord = map[string]bool{"st": true, "ave": true, "rd": true, "blvd": true, "ln": true, "hwy": true, "pkwy": true, "str": true, "ct": true, "sq": true}

var endsInYear = pattern.New(`\p{L}[ ,(]+(?:19|20)\d\d$`)

// bracketed keeps a nickname or a name in another script, and drops pronouns, degrees and places.
func bracketed(in string) string {
	inner := strings.Trim(in, " ()（）[]")
	if inner == "" || strings.ContainsAny(inner, "/@0123456789,.") || pronouns.MatchString(inner) || hasStopWord(inner) ||
		known()["credentials"][strings.ToLower(inner)] || posting.IsPlace(inner) || len(strings.Fields(inner)) > 3 {
		return " "
	}
	return " (" + inner + ")"
}

// unlisted takes a list in which a name comes first apart: "Jane Doe, PhD, Toronto" is Jane Doe, "Doe, Jane" Jane Doe.
func unlisted(s string) string {
	first, rest, several := cutComma(s)
	first = bareName(first)
	if !several {
		return first
	}
	var second string
	for part := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(",，、;", r) }) {
		if part = bareName(part); part != "" && second == "" {
			second = part
		}
	}
	family, given := strings.Fields(first), strings.Fields(second)
	turned := len(given) > 0 && len(given) <= 3 && (len(family) == 1 || len(family) > 1 && known()["particles"][family[0]] || len(family) == 2 && len(given) == 1 && isGiven(given[0]) && !isGiven(family[0])) &&
		!posting.IsPlace(first) && !posting.IsPlace(second) && !hasStopWord(second) && personName(second) != "" && personName(first) != ""
	if turned && !(len([]rune(second)) == 2 && strings.ToUpper(second) == second && strings.ToUpper(first) != first) { // "Austin, TX"
		return second + " " + first
	}
	return first
}

func cutComma(s string) (before, after string, found bool) {
	at := strings.IndexFunc(s, func(r rune) bool { return strings.ContainsRune(",，、;:", r) })
	if at < 0 {
		return s, "", false
	}
	return s[:at], strings.TrimLeft(s[at:], ",，、;: "), true
}

// bareName is a name without what stands before it out of courtesy, and the degrees behind it.
func bareName(s string) string {
	tokens := strings.Fields(s)
	for len(tokens) > 1 && known()["honorifics"][strings.ToLower(strings.TrimRight(tokens[0], "."))] && !(len(tokens) == 2 && strings.ToUpper(s) == s && !strings.HasSuffix(tokens[0], ".")) {
		tokens = tokens[1:]
	}
	capitals := strings.ToUpper(s) == s
	for n := len(tokens); n > 0; n = len(tokens) {
		last := tokens[n-1]
		w := strings.ToLower(last)
		if !known()["credentials"][w] && !known()["credentials"][strings.TrimRight(w, ".")] {
			break
		}
		shape := strings.Contains(last, ".") || strings.ToUpper(last) == last && !capitals || len(w) > 3 || hasUpper(last[1:]) && !capitals
		if n > 1 && !shape && !(capitals && n > 2 && len(w) > 2) {
			break
		}
		tokens = tokens[:n-1]
	}
	return strings.Join(tokens, " ")
}

// endsHigh reports whether a word may end in two capitals: cheap to ask before a pattern is.
func endsHigh(word string) bool {
	n := len(word)
	return n > 2 && !(word[n-1] >= 'a' && word[n-1] <= 'z')
}

// personName is s as a name when each of its words is a name's.
func personName(s string) string {
	s = strings.Trim(strings.TrimSpace(s), " ,;:\"“”„«»*_-–")
	if n := len([]rune(s)); n < 2 || n > maxNameRunes {
		return ""
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .'’‘ʻʼ`-·・()（）\"“”„«»\u200c\u200d", r) {
			return ""
		}
	}
	tokens := strings.Fields(s)
	if len(tokens) > maxNameWords {
		return ""
	}
	names, single := 0, 0
	for i, w := range tokens {
		bare := strings.Trim(w, "().（）\"“”„«»'’‘`-")
		switch r := firstRune(bare); {
		case bare == "":
			if w != "-" {
				return ""
			}
		case ideographic(r):
			if n := len([]rune(bare)); n > 12 || n > 5 && unicode.Is(unicode.Han, r) {
				return ""
			}
			names++
		case len([]rune(bare)) == 1 && unicode.IsUpper(r):
			single++
		case i > 0 && known()["particles"][strings.ToLower(bare)]:
		case unicode.IsUpper(r), unicode.IsTitle(r), !unicode.IsLower(r):
			names++
		case i == 0 && len(tokens) > 1 && known()["particles"][bare]:
		case strings.ContainsAny(bare, "'’-") && hasUpper(bare):
			names++
		default:
			return ""
		}
		if !isASCII(bare) && phrase.MatchString(bare) || endsHigh(bare) && coined.MatchString(bare) {
			return ""
		}
		if len([]rune(bare)) > 24 || strings.Contains(strings.TrimRight(bare, "."), ".") && len(bare) > 9 {
			return ""
		}
	}
	if names == 0 || single > 3 {
		return ""
	}
	if len(tokens) == 1 && ideographic(firstRune(s)) && len([]rune(s)) < 2 {
		return ""
	}
	if !slices.ContainsFunc(tokens, func(w string) bool { return len([]rune(w)) > 1 || !ideographic(firstRune(w)) }) {
		return strings.Join(tokens, "") // set apart to fill a line
	}
	return capitalised(strings.Join(tokens, " "))
}

func hasUpper(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

func isGiven(word string) bool {
	return known()["given"][model.Fold(strings.Trim(word, ".'’\"“”()"))]
}

// severalWords reports whether a name is more than one word, or of a script that needs no gaps.
func severalWords(name string) bool {
	return strings.Contains(name, " ") || ideographic(firstRune(name))
}

// ideographic reports whether names with r are written without spaces.
func ideographic(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

// capitalised is a name that has words all in capitals, with only each word's first letter so. Initials stay: "JB Doe".
func capitalised(name string) string {
	if strings.ToLower(name) == name || !hasCapitals(name) {
		return name
	}
	tokens := strings.Fields(name)
	whole := strings.ToUpper(name) == name
	for k, w := range tokens {
		runes := []rune(w)
		if strings.ToUpper(w) != w || !whole && len(runes) < 4 || len(tokens) == 1 && len(runes) < 4 {
			continue
		}
		for i, r := range runes {
			if i > 0 && (unicode.IsLetter(runes[i-1]) || unicode.IsMark(runes[i-1]) || i > 1 && isApostrophe(runes[i-1]) && i == len(runes)-1) {
				runes[i] = unicode.ToLower(r)
			}
		}
		if len(runes) > 3 && string(runes[:2]) == "Mc" {
			runes[2] = unicode.ToUpper(runes[2])
		}
		tokens[k] = string(runes)
		if lower := strings.ToLower(w); k > 0 && len(tokens) > 2 && k < len(tokens)-1 && whole && len(lower) > 1 && known()["particles"][lower] {
			tokens[k] = lower
		}
	}
	return strings.Join(tokens, " ")
}

// hasCapitals reports whether a word of several letters is all in capitals.
func hasCapitals(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w {
			return true
		}
	}
	return false
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// unspaced is the words of a line that is set letter by letter, "J A N E  D O E"; "" for any other line. Where single blanks
// part words too, the words are for the caller to find.
func unspaced(line string) string {
	tokens := strings.Fields(line)
	single := 0
	for _, t := range tokens {
		if n := len([]rune(t)); n == 1 && unicode.IsLetter(firstRune(t)) {
			single++
		} else if n > 4 {
			return ""
		}
	}
	if len(tokens) < 5 || single*3 < len(tokens)*2 {
		return ""
	}
	var out []string
	for group := range strings.SplitSeq(line, "  ") {
		if group = strings.Join(strings.Fields(group), ""); group != "" {
			out = append(out, group)
		}
	}
	return strings.Join(out, " ")
}

// nameFromWords reads a name out of a file's name or an address: "jane-doe_resume_2026" gives Jane Doe. It wants two words.
func nameFromWords(s string) string {
	var names []string
	s = camel(clean.Text(s))
	for _, part := range []string{" - ", "_-_", "--"} { // "Resume - Doe, Jane - 123456"
		for piece := range strings.SplitSeq(s, part) {
			if name := readName(piece); strings.Contains(piece, ",") && strings.Contains(name, " ") && !hasFileWord(name) {
				return name
			}
		}
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" _-.+,()[]{}&=@#~%;:!", r) || unicode.IsDigit(r) }) {
		lower := strings.ToLower(w)
		if known()["documents"][lower] || known()["credentials"][lower] && len(names) > 1 || hasStopPart(w) && len(names) == 0 {
			continue
		}
		if isStopWord(model.Fold(w)) {
			if len(names) == 0 {
				continue // a job's title before the name
			}
			break // and after it
		}
		runes := []rune(w)
		if unicode.IsLower(runes[0]) && (!known()["particles"][lower] || len(names) == 0) {
			runes[0] = unicode.ToTitle(runes[0])
		}
		names = append(names, string(runes))
	}
	if len(names) < 2 && !(len(names) == 1 && ideographic(firstRune(names[0]))) || len(names) > 5 {
		return ""
	}
	name := readName(strings.Join(names, " "))
	if posting.IsPlace(name) {
		return ""
	}
	return name
}

func hasFileWord(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if known()["documents"][w] || isStopWord(w) {
			return true
		}
	}
	return false
}

// camel puts a space where a capital follows a small letter, and where a capitalised word follows capitals.
func camel(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) && !(i > 1 && runes[i-1] == 'c' && runes[i-2] == 'M') ||
			unicode.IsUpper(runes[i-1]) && i+1 < len(runes) && unicode.IsLower(runes[i+1]) && i > 1 && unicode.IsUpper(runes[i-2])) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
