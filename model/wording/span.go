package wording

import (
	"strings"
	"unicode/utf8"

	"candid/model/pattern"
)

// span is a length of time that a requirement asks for.
type span struct {
	count string // "5", or "3–6"
	more  bool   // or more than that
	unit  string // as the posting has it
	at    [2]int // where it stands: first byte, and the one after the last
}

var (
	spans = pattern.New(`(?i)(?:\b(at least|at minimum|minimum(?: of)?|minimum de|min\.?|more than|over|mindestens|wenigstens|mehr als|au moins|plus de|al menos|mínimo(?: de)?|como mínimo|más de|pelo menos|no mínimo|mais de|almeno|minimaal) (?:an? )?)?` +
		`\b(\d{1,2}|` + strings.Join(counts, "|") + `)(?:\s?\(\d{1,2}\))?(\s?[-–—]\s?\d{1,2}|\s(?:to|bis|à|a)\s\d{1,2})?\s?(\+|\bplus\b)?(\s?(?:or more|oder mehr|ou plus|et plus|o más|ou mais))?` +
		`\s?(years?|yrs?|months?|ans|an|années?|mois|jahren?|jahre|monaten?|años?|meses|mes|anos?|jaar|anni)\b['’]?(\s?(?:\+|or more|ou plus|oder mehr|o más|ou mais))?`)
	japaneseSpan = pattern.New(`([0-9０-９]{1,2}(?:\s*[-~〜～]\s*[0-9０-９]{1,2})?)\s*(年|か月|ヶ月)(間?以上|間)?`)
	notWorked    = pattern.New(`(?i)^\s*(old|of age|or older|and older|of legal|ago|und älter|et plus)\b`)
	sinceThen    = pattern.New(`(?i)\b(last|past|next|in|en|em|within|every|first|derni[eè]res|letzten|nächsten|últimos)\s*$`)

	counts = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "un", "une", "deux", "trois", "quatre", "cinq", "ein", "eine", "einem", "zwei", "drei", "vier", "fünf", "uno", "dos", "tres", "cuatro", "cinco", "um", "dois", "três"}
	digits = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
		"un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "ein": "1", "eine": "1", "einem": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5",
		"uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "um": "1", "dois": "2", "três": "3"}
)

// asksTime finds the first length of time in s that was to be worked: no age, and no "last three years".
func asksTime(s string) (span, bool) {
	for from := 0; from < len(s); {
		at := unitIn(s[from:])
		if at < 0 {
			return span{}, false
		}
		begin, end := around(s, from+at)
		if begin < from {
			begin = from
		}
		if t, ok := timeIn(s, begin, end); ok {
			return t, true
		}
		from = end
	}
	return span{}, false
}

// timeIn is the first length of time that stands in s from begin to end.
func timeIn(s string, begin, end int) (span, bool) {
	near := s[begin:end]
	if !counted(near) {
		return span{}, false
	}
	for _, m := range spans.FindAllStringSubmatchIndex(near, 4) {
		if notWorked.MatchString(leadingBytes(s[begin+m[1]:], 30)) || sinceThen.MatchString(near[:m[4]]) {
			continue
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return near[m[2*i]:m[2*i+1]]
		}
		n := group(2)
		if d, ok := digits[strings.ToLower(n)]; ok {
			n = d
		}
		return span{count: n + group(3), more: group(1)+group(4)+group(5)+group(7) != "", unit: group(6), at: [2]int{begin + m[0], begin + m[1]}}, true
	}
	if m := japaneseSpan.FindAllStringSubmatchIndex(near, 1); m != nil {
		m := m[0]
		return span{count: near[m[2]:m[3]], more: m[6] >= 0 && strings.HasSuffix(near[m[6]:m[7]], "以上"), unit: near[m[4]:m[5]], at: [2]int{begin + m[0], begin + m[1]}}, true
	}
	return span{}, false
}

// unitIn is where the first unit of time may begin in s, -1 when there is none: most requirements have none, and that is told fast.
func unitIn(s string) int {
	for i := range len(s) {
		if i > 0 && letter(s[i-1]) && s[i] < utf8.RuneSelf {
			continue
		}
		for _, w := range timeWords[s[i]|0x20] {
			if len(s)-i >= len(w) && strings.EqualFold(s[i:i+len(w)], w) {
				return i
			}
		}
	}
	return -1
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// around is the words before and behind a unit of time that say how long: bytes of s, from and to.
func around(s string, at int) (begin, end int) {
	begin, end = max(0, at-40), min(len(s), at+24)
	for begin > 0 && begin < at && s[begin-1] != ' ' {
		begin++
	}
	for end < len(s) && s[end] != ' ' && utf8.RuneStart(s[end]) && s[end] < utf8.RuneSelf {
		end++
	}
	for !utf8.RuneStart(s[begin]) {
		begin--
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return begin, end
}

// counted reports whether s holds a number, in figures or spelled out.
func counted(s string) bool {
	if strings.ContainsAny(s, "0123456789０１２３４５６７８９") {
		return true
	}
	for w := range strings.FieldsSeq(s) {
		if _, ok := digits[wordKey(w)]; ok {
			return true
		}
	}
	return false
}

// timeWords is how units of time begin, by their first byte in lower case.
var timeWords = func() map[byte][]string {
	words := map[byte][]string{}
	for _, w := range []string{"year", "yr", "month", "mois", "jahr", "monat", "año", "ano", "mes", "jaar", "anni", "ans", "année", "an ", "an", "年", "か月", "ヶ月"} {
		words[w[0]|0x20] = append(words[w[0]|0x20], w)
	}
	return words
}()

// String is the span as a label has it: "5+ years", "3–6 ans", "3年以上".
func (s span) String() string {
	switch {
	case s.unit[0] >= 0xe3 && s.more:
		return s.count + s.unit + "以上"
	case s.unit[0] >= 0xe3:
		return s.count + s.unit
	case s.more && !strings.ContainsAny(s.count, " -–—"):
		return s.count + "+ " + s.unit
	default:
		return s.count + " " + s.unit
	}
}

// least is the least there must be, in English: "5 years".
func (s span) least() string {
	n, _, _ := strings.Cut(strings.NewReplacer("-", " ", "–", " ", "—", " ", "~", " ", "〜", " ", "～", " ").Replace(s.count), " ")
	unit := "year"
	switch u := strings.ToLower(s.unit); {
	case strings.HasPrefix(u, "mo"), u == "meses", u == "mes", u == "か月", u == "ヶ月":
		unit = "month"
	}
	if n == "1" || n == "１" {
		return n + " " + unit
	}
	return n + " " + unit + "s"
}

// of is the word that leads from the unit to the work.
func (s span) of() string {
	switch u := strings.ToLower(s.unit); {
	case strings.HasPrefix(u, "y"), strings.HasPrefix(u, "month"):
		return " of "
	case u == "an", u == "ans", strings.HasPrefix(u, "année"), u == "mois":
		return " en "
	case strings.HasPrefix(u, "año"), u == "meses", u == "mes":
		return " en "
	case strings.HasPrefix(u, "ano"):
		return " em "
	default:
		return " "
	}
}
