package posting

import (
	"slices"
	"strings"
	"sync"
)

// employments are the kinds of employment, in the words they are kept in, each with the ways to say it as plainKey leaves them.
var employments = []struct {
	name string
	says []string
}{
	{"Full-time", []string{"full time", "fulltime", "voll oder teilzeit", "voll und teilzeit", "voll teilzeit", "vollzeit", "temps plein", "temps complet", "plein temps", "tiempo completo", "jornada completa", "completa", "tempo integral", "período integral", "integral", "100 pensum", "正社員", "フルタイム", "полная занятость", "полный день", "全职", "全職", "fulltijd", "tempo pieno", "pełny etat", "heltid"}},
	{"Part-time", []string{"part time", "parttime", "teilzeit", "werkstudent", "werkstudentin", "temps partiel", "mi temps", "tiempo parcial", "media jornada", "medio tiempo", "jornada parcial", "meio período", "tempo parcial", "パート", "アルバイト", "частичная занятость", "неполный день", "兼职", "兼職", "deeltijd", "parttijd", "tempo parziale", "niepełny etat", "deltid"}},
	{"Contract", []string{"contract", "contractor", "fixed term", "fixedterm", "contract to hire", "befristet", "befristete", "cdd", "durée déterminée", "tempo determinato", "plazo fijo", "contractual", "ftc", "c2c", "corp to corp", "1099", "契約社員", "業務委託", "合同工", "tijdelijk contract"}},
	{"Freelance", []string{"freelance", "freelancer", "freiberuflich", "indépendant", "indépendante", "autónomo", "フリーランス"}},
	{"Internship", []string{"internship", "intern", "interns", "praktikum", "pflichtpraktikum", "praktikant", "praktikantin", "stage", "stagiaire", "prácticas", "beca", "becario", "pasantía", "estágio", "estagiário", "インターン", "インターンシップ", "实习", "實習", "tirocinio", "staż", "praktik", "стажировка"}},
	{"Apprenticeship", []string{"apprenticeship", "contrat dapprentissage", "contrat apprentissage", "alternance", "berufsausbildung", "apprendistato"}},
	{"Temporary", []string{"temporary", "temp", "seasonal", "intérim", "intérimaire", "temporal", "temporário", "zeitarbeit", "派遣社員"}},
	{"Permanent", []string{"permanent", "unbefristet", "unbefristete", "festanstellung", "cdi", "tempo indeterminato", "durée indéterminée", "indefinido", "無期雇用"}},
}

// kindPhrase is the words of a phrase for a kind of employment, and the place of that kind in employments.
type kindPhrase struct {
	words []string
	kind  int
}

// kindPhrases is the phrases of employments by their first word, the longest first, and those of scripts without spaces.
var kindPhrases = sync.OnceValue(func() (s struct {
	byWord map[string][]kindPhrase
	inside []kindPhrase
}) {
	s.byWord = map[string][]kindPhrase{}
	for kind, e := range employments {
		for _, p := range e.says {
			x := kindPhrase{strings.Fields(p), kind}
			if p[0] >= 0xe3 {
				s.inside = append(s.inside, x)
			}
			s.byWord[x.words[0]] = append(s.byWord[x.words[0]], x)
		}
	}
	for _, all := range s.byWord {
		slices.SortStableFunc(all, func(a, b kindPhrase) int { return len(b.words) - len(a.words) })
	}
	return s
})

// begins reports whether words begin with those of the phrase.
func (x kindPhrase) begins(words []string) bool {
	return len(words) >= len(x.words) && slices.Equal(words[:len(x.words)], x.words)
}

// employmentsIn is the kinds of employment that s names, in the order of employments.
func employmentsIn(s string) []string {
	key := plainKey(s)
	words := strings.Fields(key)
	var said [16]bool
	for i, w := range words {
		for _, x := range kindPhrases().byWord[w] {
			said[x.kind] = said[x.kind] || x.begins(words[i:])
		}
	}
	if !isASCII(key) {
		for _, x := range kindPhrases().inside {
			said[x.kind] = said[x.kind] || strings.Contains(key, x.words[0])
		}
	}
	var kinds []string
	for kind, e := range employments {
		if said[kind] {
			kinds = append(kinds, e.name)
		}
	}
	return kinds
}

// employmentOnly reports whether s is nothing but kinds of employment; an internship is a job's name as well.
func employmentOnly(s string) bool {
	if len(s) > maxValue {
		return false
	}
	var rest []string
	words := strings.Fields(plainKey(s))
	for i := 0; i < len(words); {
		at := slices.IndexFunc(kindPhrases().byWord[words[i]], func(x kindPhrase) bool {
			return employments[x.kind].name != "Internship" && x.begins(words[i:])
		})
		if at < 0 {
			rest = append(rest, words[i])
			i++
			continue
		}
		i += len(kindPhrases().byWord[words[i]][at].words)
	}
	switch {
	case len(rest) == 0:
		return len(words) > 0 && hasLetter(s)
	case len(rest) == 1 && len(words) > 1:
		return slices.Contains([]string{"or", "and", "oder", "und", "ou", "o", "position", "role", "only"}, rest[0])
	default:
		return false
	}
}

// isASCII reports whether s has no letters but plain Latin ones.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
