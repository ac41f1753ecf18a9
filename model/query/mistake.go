package query

import (
	"strings"

	"candid/model"
)

// Mistake is where a query cannot be read, and why. It unwraps to a *model.Problem of kind Misused.
type Mistake struct {
	From, To int // bytes of the query; From < To, but for a query that ends too soon, where both are its length
	*model.Problem
}

// Unwrap gives the problem.
func (m *Mistake) Unwrap() error { return m.Problem }

func mistake(from, to int, subject, what, next string) *Mistake {
	return &Mistake{from, to, &model.Problem{Kind: model.Misused, Subject: subject, What: what, Next: next}}
}

// meant is a sentence that asks for the one of words that is nearest to what was typed, or goes on from it; "" when none is near.
func meant(typed string, words []string) string {
	typed = strings.ToLower(typed)
	best, least := "", 1+min(2, len([]rune(typed))/3)
	for _, w := range words {
		w = strings.Trim(w, `":`)
		if len(typed) > 1 && strings.HasPrefix(strings.ToLower(w), typed) {
			best, least = w, 0
		} else if d := distance(typed, strings.ToLower(w)); d < least {
			best, least = w, d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + best + "?"
}

// before is a sentence before another; it may be missing.
func before(sentence, then string) string {
	if sentence == "" {
		return then
	}
	return sentence + " " + then
}

// distance is how many letters must come, go, change or change places with the next one to make b of a.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 20 || len(y) > 20 {
		return 20
	}
	var rows [3][22]int // the row before the last, the last, the one in the making
	for j := range len(y) + 1 {
		rows[1][j] = j
	}
	for i := 1; i <= len(x); i++ {
		rows[2][0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d := min(rows[1][j]+1, rows[2][j-1]+1, rows[1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, rows[0][j-2]+1)
			}
			rows[2][j] = d
		}
		rows[0], rows[1] = rows[1], rows[2]
	}
	return rows[1][len(y)]
}
