// Package wording looks at the words of one requirement: what to call it, what each rating of it looks like, whether an
// application can show it, whether it is several, and which others ask for the same.
package wording

import (
	"strings"

	"candid/model"
)

// MaxText is how many runes one requirement may have.
const MaxText = 4000

// Propose makes a requirement of the words of one: its label, distinct from those of the requirements beside it, anchors that
// fit its kind, what it is judged from, and whether it is a gate. The ID and the lines are the caller's to give.
func Propose(text string, p model.Priority, beside []model.Requirement) model.Requirement {
	taken := map[string]bool{}
	for _, q := range beside {
		taken[strings.ToLower(q.Label)] = true
	}
	l := label(text, taken)
	q := model.Requirement{Priority: p, Weight: 1, Label: l, Text: text, Anchors: anchors(text, l)}
	if unshowable(text) {
		q.From = model.FromInterview
	}
	q.Gate = p == model.Must && q.From == model.FromApplication
	return q
}
