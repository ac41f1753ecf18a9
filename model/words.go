package model

import (
	"fmt"
	"slices"
	"strings"
)

// Words says in a few words what the change did, without who and when: "Rust and async 3 → open",
// "rejected: Rust and async not met (never opened)", "quoted 2 lines on Rust and async", "submitted", "added resume.md".
// Requirements are called by their labels in the role's present checklist.
func (c Change) Words(role Role) string {
	before, after := c.Before, c.After
	on := ""
	label := c.Requirement.String()
	if q, ok := role.Checklist.Requirement(c.Requirement); ok {
		label = q.Label
	}
	if c.Requirement != 0 {
		on = " on " + label
	}
	switch c.Facet {
	case FacetRating:
		words := label + " " + rated(before.Value) + " → " + rated(after.Value)
		if after.Revision {
			words += " (revision)"
		}
		return words
	case FacetNote:
		return written("note"+on, before.Note != "", after.Note != "")
	case FacetQuotes:
		return more(before.Quotes, after.Quotes, "quoted", "took back the quote of") + on
	case FacetDismissed:
		return more(before.Quotes, after.Quotes, "took away", "put back") + " found for " + label
	case FacetRecommendation:
		if after.Recommendation == NoRecommendation {
			return "recommendation taken back"
		}
		return "recommends " + after.Recommendation.String()
	case FacetSubmission:
		if after.Submitted == 0 {
			return "submission taken back"
		}
		return "submitted"
	case FacetDecision:
		return c.decided(role.Checklist)
	case FacetTags:
		return differs("tagged", "tag taken off:", names(before.Tags, tagName), names(after.Tags, tagName), "tags changed")
	case FacetDocuments:
		return differs("added", "removed", names(before.Documents, documentName), names(after.Documents, documentName), "documents changed")
	case FacetSame:
		return related(before.Tie.Bond, after.Tie.Bond)
	case FacetContacts:
		return "contacts changed" + contacts(before.Contacts, after.Contacts)
	case FacetChecklist:
		return edited(before, after)
	default:
		return c.Facet.String() + " changed"
	}
}

// edited says whose terms were changed when nothing else of the checklist was.
func edited(before, after State) string {
	var labels []string
	same := before.MustShare == after.MustShare && len(before.Requirements) == len(after.Requirements)
	for i, q := range after.Requirements {
		if !same {
			break
		}
		was := before.Requirements[i]
		if was.Terms != q.Terms {
			labels = append(labels, q.Label)
		}
		was.Terms = q.Terms
		same = was == q
	}
	if !same || len(labels) == 0 {
		return "checklist changed"
	}
	return "terms of " + strings.Join(labels, ", ") + " changed"
}

func rated(v Value) string {
	if v == Open {
		return v.String()
	}
	return string(v.Digit())
}

func written(what string, was, is bool) string {
	switch {
	case was && is:
		return what + " changed"
	case was:
		return what + " removed"
	default:
		return what
	}
}

// more says how many lines came, or how many went when none came.
func more(before, after []Quote, came, went string) string {
	lines := func(quotes, but []Quote) int {
		n := 0
		for _, q := range quotes {
			if !slices.Contains(but, q) {
				n += max(1, q.To-q.From)
			}
		}
		return n
	}
	verb, n := came, lines(after, before)
	if n == 0 {
		verb, n = went, lines(before, after)
	}
	if n == 1 {
		return verb + " 1 line"
	}
	return fmt.Sprint(verb, " ", n, " lines")
}

func (c Change) decided(list Checklist) string {
	d := c.After.Decision
	words := d.Stage.String()
	if d.Stage == New {
		words = "back to new"
	}
	if why := d.Reason.In(list); why != "" {
		words += ": " + why
	}
	if c.Unopened {
		words += " (never opened)"
	}
	return words
}

// differs names what came in, and else what went.
func differs(came, went string, before, after []string, otherwise string) string {
	without := func(list, but []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(but, s) })
	}
	added, removed := without(after, before), without(before, after)
	switch {
	case len(added) > 0:
		return came + " " + strings.Join(added, ", ")
	case len(removed) > 0:
		return went + " " + strings.Join(removed, ", ")
	case len(after) > len(before): // a newer version under the same name
		return came + " " + after[len(after)-1] + " again"
	default:
		return otherwise
	}
}

func names[T any](list []T, name func(T) string) []string {
	all := make([]string, len(list))
	for i, x := range list {
		all[i] = name(x)
	}
	return all
}

func tagName(t Tag) string           { return t.Name }
func documentName(d Document) string { return d.Name }

// contacts names the fields that two contacts differ in.
func contacts(before, after *Contacts) string {
	b, a := Contacts{}, Contacts{}
	if before != nil {
		b = *before
	}
	if after != nil {
		a = *after
	}
	var fields []string
	for _, f := range []struct {
		name string
		same bool
	}{
		{"name", a.Name == b.Name}, {"e-mail", a.Email == b.Email}, {"phone", a.Phone == b.Phone},
		{"location", a.Location == b.Location}, {"links", slices.Equal(a.Links, b.Links)},
	} {
		if !f.same {
			fields = append(fields, f.name)
		}
	}
	if len(fields) == 0 {
		return ""
	}
	return ": " + strings.Join(fields, ", ")
}
