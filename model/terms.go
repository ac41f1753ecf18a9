package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// The most that a requirement's terms may be.
const (
	MaxTerms  = 20                         // phrases
	TermCells = 60                         // of one phrase, in terminal cells
	TermsLong = MaxTerms * (TermCells + 2) // of all together, in characters
)

// ParseTerms reads phrases parted by commas, of any script, as somebody types them, and gives them as Requirement.Terms holds them: white
// space folded, nothing that cannot be seen, each phrase once, parted by ", ". Problems: Refused when they are more than MaxTerms, or one
// is wider than TermCells or has no letter and no digit, by which alone anything is found.
func ParseTerms(s string) (string, error) {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		if strings.ContainsRune("，、،", r) {
			return ','
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	var phrases, known []string
	for phrase := range strings.SplitSeq(s, ",") {
		phrase = strings.Join(strings.Fields(phrase), " ")
		if phrase == "" || slices.Contains(known, Fold(phrase)) {
			continue
		}
		if n := uniseg.StringWidth(phrase); n > TermCells {
			return "", &Problem{Kind: Refused, Subject: phrase, What: fmt.Sprintf("is %d characters wide, more than the %d that a term may be", n, TermCells), Next: "part terms by commas"}
		}
		if !strings.ContainsFunc(phrase, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return "", &Problem{Kind: Refused, Subject: phrase, What: "has no letter and no digit: nothing is found by it"}
		}
		phrases, known = append(phrases, phrase), append(known, Fold(phrase))
	}
	if len(phrases) > MaxTerms {
		return "", &Problem{Kind: Refused, Subject: fmt.Sprintf("%d terms", len(phrases)), What: fmt.Sprintf("are more than the %d that a requirement may have", MaxTerms)}
	}
	return strings.Join(phrases, ", "), nil
}

// Phrases is the requirement's terms one by one; nil when it has none.
func (q Requirement) Phrases() []string {
	if q.Terms == "" {
		return nil
	}
	return strings.Split(q.Terms, ", ")
}
