package charset

import (
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode"
)

//go:embed languages.txt
var samples string

// language is what letters follow one another in a language, as logarithms of how likely.
type language struct {
	alone map[rune]float64
	after map[[2]rune]float64
}

// languages is all languages by their codes, read when the first text is in doubt.
var languages = sync.OnceValue(func() map[string]language {
	all := map[string]language{}
	for line := range strings.Lines(samples) {
		if code, words, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "#") {
			all[code] = learn(words)
		}
	}
	return all
})

// learn counts the letters of a sample beyond ASCII, and what they stand beside.
func learn(words string) language {
	l := language{map[rune]float64{}, map[[2]rune]float64{}}
	letters, before := map[rune]float64{}, map[rune]float64{}
	total := 0.0
	last := ' '
	for _, r := range words {
		r = unicode.ToLower(r)
		if !letter(r) {
			r = ' '
		}
		letters[r]++
		before[last]++
		l.after[[2]rune{last, r}]++
		total++
		last = r
	}
	for r, n := range letters {
		l.alone[r] = n / total
	}
	for pair, n := range l.after {
		l.after[pair] = math.Log(0.6*n/before[pair[0]] + 0.4*l.alone[pair[1]])
	}
	for r, p := range l.alone {
		l.alone[r] = math.Log(0.4 * p)
	}
	return l
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// How likely is what no sample has, as logarithms.
const (
	rareLetter    = -11 // of the language's script
	strayLetter   = -15 // of another script
	printersSign  = -6.5
	otherSign     = -12
	signInWord    = -16
	capitalInside = -5  // more than the letter's own
	noLetter      = -25 // controls, and what an encoding has not
)

// printers is the signs that texts are set with in every language.
const printers = "\u00a0“”„‘’‚«»–—…•·°§®©™€£№×½¼¾²³º¹ª\u00ad、。，：；（）「」『』・／－～！？【】《》〈〉●■◆○□◇★※→　"

// of is how likely r is in a language after one letter and before another.
func (l language) of(last, r, next rune) float64 {
	small, lastSmall := unicode.ToLower(r), unicode.ToLower(last)
	if !letter(r) {
		return signs(last, r, next)
	}
	if !letter(last) {
		lastSmall = ' '
	}
	p, ok := l.after[[2]rune{lastSmall, small}]
	if !ok {
		p, ok = l.alone[small]
	}
	switch {
	case ok:
	case r < 0x80 && last >= 0x80:
		p = -6
	case l.script(r):
		p = rareLetter
	default:
		p = strayLetter
	}
	if unicode.IsUpper(r) && unicode.IsLower(last) || unicode.IsLower(r) && unicode.IsUpper(last) && unicode.IsUpper(next) {
		p += capitalInside
	}
	return p
}

// signs is how likely a sign is where it stands.
func signs(last, r, next rune) float64 {
	inside := letter(last) && letter(next)
	switch {
	case r < 0x80:
		return -3
	case r == 0xfffd || unicode.IsControl(r) || unicode.Is(unicode.Co, r) || !unicode.IsGraphic(r) && r != 0xad:
		return noLetter
	case inside && !strings.ContainsRune("’–—·•\u00ad\u00a0、。，：；・（）「」　", r):
		return signInWord
	case letter(next) && strings.ContainsRune("×½¼¾²³¹£€·", r):
		return otherSign
	case strings.ContainsRune(printers, r):
		return printersSign
	}
	return otherSign
}

// script reports whether a letter is of the script that a language is written in.
func (l language) script(r rune) bool {
	for _, s := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Thai, unicode.Hangul} {
		if unicode.Is(s, r) {
			for known := range l.alone {
				if known >= 0x80 && letter(known) {
					return unicode.Is(s, known)
				}
			}
		}
	}
	return false
}
