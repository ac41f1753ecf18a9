package intake

import (
	"strings"

	"candid/model/pattern"
)

var (
	salutation = pattern.New(`(?i)^(?:dear\s|to whom it may concern|hello,|hi,|sehr geehrte|guten tag|liebes |lieber |liebe |hallo |madame,|monsieur,|madame, monsieur|chère? |estimad[oa]s?\s|muy señor|prezad[oa]s?\s|car[oi]\s|gentile |gentili |egregi|spett|geachte |beste |kære |hej |szanown|vážen|tisztelt |sayın |уважаем|здравствуйте|добрый день|шановн|尊敬的|您好|拝啓|안녕하세요|kính gửi|عزيزي|السادة|לכבוד)`)
	signOff    = pattern.New(`(?i)^(?:(?:i am |i remain )?(?:yours )?(?:very )?(?:sincerely|faithfully|truly)(?: yours)?|sincerely|(?:with )?(?:best|kind|warm|warmest|kindest|many)?(?: and)? ?(?:best |kind |warm )?(?:regards|wishes)|best|all the best|thanks|thank you|thank you for your (?:time|consideration).{0,30}|many thanks|respectfully(?: yours)?|cheers|mit freundlichen grüßen|mit freundlichen grüssen|mit besten grüßen|freundliche grüße|viele grüße|beste grüße|cordialement|bien cordialement|sincères salutations|respectueusement|atentamente|atenciosamente|un cordial saludo|(?:un )?saludo|saludos(?: cordiales)?|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|hoogachtend|med vänliga hälsningar|med venlig hilsen|med vennlig hilsen|z poważaniem|s pozdravem|saygılarımla|с уважением|з повагою|此致敬礼|此致|敬具|감사합니다|trân trọng)\s*[,.!，。]?$`)
)

// longestSignOff is more bytes than closing words have, but for thanks.
const longestSignOff = 48

// isLetter reports whether a text greets somebody in its head: a letter may begin with addresses and a date.
func isLetter(lines []string) bool {
	for _, line := range lines[:headOf(lines)] {
		if salutation.MatchString(unmark(line)) {
			return true
		}
	}
	return false
}

// greeted is whom a letter is to, as its greeting has them.
func (p page) greeted() string {
	if p.greet < 0 {
		return ""
	}
	words := strings.Fields(p.bare[p.greet])
	return strings.Join(words[1:], " ")
}

// signature is the name under a letter's closing words.
func (p page) signature() string {
	for i, line := range p.bare {
		if len(line) == 0 || len(line) > longestSignOff && !strings.EqualFold(line[:5], "thank") || len(line) > 80 || p.nth[i] < 2 || !signOff.MatchString(line) {
			continue
		}
		for k, below := range p.bare[i+1 : min(len(p.bare), i+7)] {
			if below == "" || strings.HasPrefix(below, "/") || strings.HasPrefix(below, "_") {
				continue
			}
			parts := segments(below)
			if len(parts) == 0 {
				continue
			}
			if name := readName(parts[0]); name != "" && !hasStopWord(name) && !isPlaceholder(name) {
				return name
			}
			if k > 3 {
				break
			}
		}
	}
	return ""
}
