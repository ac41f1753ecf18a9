package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Merged is two contacts of one person in one. Where they differ in a fact, the same one is taken in whatever order they come: the
// name that looks most like one, the longer place, the phone with more digits, and else the first by its letters.
func (c Contacts) Merged(d Contacts) Contacts {
	return Contacts{
		Name: better(c.Name, d.Name, nameRank), Phone: better(c.Phone, d.Phone, digits),
		Email: better(c.Email, d.Email, nil), Location: better(c.Location, d.Location, letters),
		Links: mergedLinks(c.Links, d.Links),
	}
}

// better is the fact that ranks higher.
func better(a, b string, rank func(string) int) string {
	if a == "" || b == "" {
		return a + b
	}
	order := strings.Compare(Fold(a), Fold(b))
	if rank != nil {
		order = cmp.Or(rank(b)-rank(a), order)
	}
	// "ada@" after "Ada@": what nobody shouted.
	if cmp.Or(order, strings.Compare(b, a)) <= 0 {
		return a
	}
	return b
}

func digits(s string) int { return len(Digits(s)) }

func letters(s string) int { return len([]rune(s)) }

// nameRank says how much a text looks like a person's whole name: words in both cases, two to four of them, no digits, and then the
// longer the better.
func nameRank(s string) int {
	rank := 0
	if strings.ContainsFunc(s, unicode.IsLower) == strings.ContainsFunc(s, unicode.IsUpper) {
		rank += 400
	}
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		rank += 800
	}
	if n := len(strings.Fields(s)); n >= 2 && n <= 4 {
		rank += 1600
	}
	return rank + min(letters(s), 300)
}

// Digits is the digits of a text, in ASCII.
func Digits(s string) string {
	var b strings.Builder
	for _, r := range Fold(s) {
		if r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mergedLinks is all links of both: as the one has them where the other has no others, else in the order of the alphabet.
func mergedLinks(a, b []string) []string {
	if len(a) == 0 || len(b) == 0 {
		return slices.Clone(slices.Concat(a, b))
	}
	sorted := func(links []string) []string { return slices.Compact(slices.Sorted(slices.Values(links))) }
	all := sorted(slices.Concat(a, b))
	if !slices.Equal(sorted(a), sorted(b)) {
		return all
	}
	if slices.Compare(a, b) <= 0 {
		return slices.Clone(a)
	}
	return slices.Clone(b)
}

// Contacts is who the candidate is and how to reach them.
func (c Candidate) Contacts() Contacts {
	return Contacts{Name: c.Name, Email: c.Email, Phone: c.Phone, Location: c.Location, Links: c.Links}
}

func (c Candidate) withContacts(x Contacts) Candidate {
	c.Name, c.Email, c.Phone, c.Location, c.Links = x.Name, x.Email, x.Phone, x.Location, x.Links
	return c
}

// Told is the candidate with what another application of the same person tells of itself beside contacts and documents: where it came
// from, when the first was sent, the tags it came with. It is the same in whatever order several of them come.
func (c Candidate) Told(from Candidate) Candidate {
	if c.Source == "" || from.Source != "" && from.Source < c.Source {
		c.Source = from.Source
	}
	if from.Applied != 0 {
		c.Applied = min(c.Applied, from.Applied)
	}
	tags := slices.Clone(c.Tags)
	for _, t := range from.Tags {
		if t.By.IsZero() && !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	if len(tags) > len(c.Tags) {
		slices.SortStableFunc(tags, func(a, b Tag) int { return cmp.Or(slices.Compare(a.By[:], b.By[:]), cmp.Compare(a.Name, b.Name)) })
		c.Tags = tags
	}
	return c
}
