package evidence

import (
	"strconv"
	"strings"
	"sync"
)

// The words for a year, for numbers and for what may stand between the two, in the languages that postings and resumes come in.
// What has accents is written without.
var (
	yearWords = stemSet(`year years yr yrs yoe jahr jahre jahren jahrige ans annee annees ano anos anni anno jaar ar lat lata let года год лет років vuotta yil 年 년 ปี`)
	between   = stemSet(`plus or more over full solid good to a y bis oder mehr als ou et oltre mas mais piu of meer und de und volle 以 上 个 個 이상 より`)
	// What tells that years are years of work.
	worked = stemSet(`experience experienced expertise career professional professionally industry seasoned veteran hands-on practice background
		erfahrung berufserfahrung experience professionnelle experiencia esperienza ervaring praxis опыт опыта 经 経 경`)
	since   = stemSet(`since seit depuis desde dal od sinds с`)
	decades = stemSet(`decade decades`)
	counted = sync.OnceValue(func() map[string]int {
		m := map[string]int{}
		for n, names := range []string{
			1: "one eins un une uno um een 一", 2: "two zwei deux dos dois due twee 二 两 兩", 3: "three drei trois tres tre drie 三",
			4: "four vier quatre cuatro quatro quattro 四", 5: "five funf cinq cinco cinque vijf 五", 6: "six sechs seis sei zes 六",
			7: "seven sieben sept siete sete sette zeven 七", 8: "eight acht huit ocho oito otto 八", 9: "nine neun neuf nueve nove negen 九",
			10: "ten zehn dix diez dez dieci tien 十", 12: "twelve zwolf douze doce dodici", 15: "fifteen funfzehn quinze quince", 20: "twenty zwanzig vingt veinte vinte venti",
		} {
			for name := range strings.FieldsSeq(names) {
				m[string(stem([]byte(name)))] = n
			}
		}
		return m
	})
)

// stemSet is the stems of words, read when they are first asked for.
func stemSet(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			m[string(stem([]byte(w)))] = true
		}
		return m
	})
}

// mostYears is the largest number that years of work come in.
const mostYears = 60

// count is the number that a word is; 0 for none.
func count(stem string) int {
	if n, err := strconv.Atoi(stem); err == nil {
		if n > mostYears {
			return 0
		}
		return n
	}
	return counted()[stem]
}

// yearsNamed reads how many years the words before and at place at come to, where ws[at] is a word for years: "5+ years", "three to
// five years", "over a decade". It gives the first of the words; 0 years when they name none.
func yearsNamed(ws []token, at int) (years, first int) {
	if decades()[ws[at].stem] {
		years, first = 1, at
		if at > 0 && count(ws[at-1].stem) > 0 {
			years, first = count(ws[at-1].stem), at-1
		}
		return 10 * years, first
	}
	for i := at - 1; i >= 0 && i >= at-4; i-- {
		if n := count(ws[i].stem); n > 0 {
			years, first = n, i
			if least := i - 1; least >= 0 {
				if between()[ws[least].stem] && least > 0 && !ws[i].glued {
					least--
				}
				if n := count(ws[least].stem); n > 0 && n < years && (ws[i].glued || least < i-1 || ws[i].from-ws[least].to <= 5) {
					years, first = n, least
				}
			}
			return years, first
		}
		if !between()[ws[i].stem] {
			return 0, 0
		}
	}
	return 0, 0
}

// yearsSince reads how many years have passed by a present year since the one that is named after the word at place at, which is one
// for since: "since the spring of 2017". It gives the last of the words; 0 years when none is named.
func yearsSince(ws []token, at, present int) (years, last int) {
	for i := at + 1; i < len(ws) && i <= at+4; i++ {
		if n, err := strconv.Atoi(ws[i].stem); err == nil && n >= present-mostYears && n < present {
			return present - n, i
		}
	}
	return 0, 0
}

// age reports whether the words after a number of years say that they are somebody's age.
func age(ws []token, at int) bool {
	return at+1 < len(ws) && (ws[at+1].stem == "old" || ws[at+1].stem == "of" && at+2 < len(ws) && (ws[at+2].stem == "age" || ws[at+2].stem == "ag"))
}

// yearsAsked finds the years that a requirement's text asks for, and the place of the word after them; 0 years when it asks for none.
func yearsAsked(ws []token) (years, from, to int) {
	for i, w := range ws {
		if !yearWords()[w.stem] && !decades()[w.stem] {
			continue
		}
		if n, first := yearsNamed(ws, i); n > 0 && !age(ws, i) {
			return n, first, i + 1
		}
	}
	return 0, 0, 0
}

// clauseEnds is where what years are asked of ends.
var clauseEnds = [...]string{";", ". ", ", with", " with a ", ", including", ", ideally", ", preferably", "("}

// clause is the part of a text, from a byte on, that says what years are asked of.
func clause(text string, from int) (to int) {
	to = len(text)
	for _, end := range clauseEnds {
		if i := strings.Index(text[from:], end); i >= 0 {
			to = min(to, from+i)
		}
	}
	return to
}
