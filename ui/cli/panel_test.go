//go:build unix

package cli_test

import (
	"crypto/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/store"
)

// What a colleague made of somebody is in nothing that the command line prints before one's own review is submitted, and in all
// that should have it afterwards.
func TestPanelIsHiddenUntilISubmit(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	s, err := store.Open(filepath.Join(value(env, "XDG_DATA_HOME"), "candid", "candid.db"), store.Options{Now: time.Now, Rand: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	roles, err := s.Roles()
	if err != nil || len(roles) != 1 {
		t.Fatal(err, len(roles))
	}
	role := roles[0]
	cards, err := s.Cards(role.ID)
	if err != nil {
		t.Fatal(err)
	}
	nadia := cards[slices.IndexFunc(cards, func(r model.Record) bool { return r.Candidate.Name == "Nadia Verhoeven" })].Candidate.ID
	do := func(by string, makes ...func(model.Record, model.ID) model.Change) {
		t.Helper()
		who, err := s.ReviewerByName(by)
		if model.Is(err, model.Missing) {
			who, err = s.AddReviewer(by)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range makes {
			r, err := s.Record(nadia)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := s.Apply(t.Context(), role.ID, change(r, who.ID)); err != nil {
				t.Fatal(err)
			}
		}
	}
	submits := func(r model.Record, by model.ID) model.Change { return r.Submit(role, by, 9) }
	do("Omar Quist",
		func(r model.Record, by model.ID) model.Change { return r.Rate(role, by, 1, 1, model.Lacks) },
		func(r model.Record, by model.ID) model.Change {
			return r.Change(by, 2, model.FacetNote, 1, model.State{Note: "a note of his"})
		},
		func(r model.Record, by model.ID) model.Change {
			return r.Change(by, 3, model.FacetNote, 0, model.State{Note: "all in all"})
		},
		func(r model.Record, by model.ID) model.Change {
			return r.Change(by, 4, model.FacetTags, 0, model.State{Tags: []model.Tag{{Name: "lukewarm"}}})
		},
		func(r model.Record, by model.ID) model.Change {
			return r.Change(by, 5, model.FacetRecommendation, 0, model.State{Recommendation: model.StrongNo})
		},
		func(r model.Record, by model.ID) model.Change {
			return r.Decide(by, 6, model.Rejected, model.Reason{Other: "a reason of his"})
		},
		submits,
	)
	tells := map[string][]string{ // what a command tells once the panel may be seen
		"list":                 {"must 1 not met"},
		"list --json":          {"not met", "a reason of his"},
		"list --csv":           {"not met", "a reason of his", "Omar Quist: strong no"},
		"show nadia":           {"must 1 not met", "a reason of his"},
		"show nadia --json":    {"not met", "a reason of his", "Omar Quist", "strong no", "a note of his", "all in all"},
		"export":               {"not met", "a reason of his", "Omar Quist", "strong no", "a note of his", "all in all"},
		"export --json":        {"not met", "a reason of his", "Omar Quist", "strong no", "a note of his", "all in all"},
		"export --format csv":  {"not met", "a reason of his", "Omar Quist: strong no"},
		"list lukewarm":        {"Nadia"},
		"list tag:lukewarm":    {"Nadia"},
		"list gate:notmet":     {"Nadia"},
		"list score:<50":       {"Nadia"},
		"list rated:some":      {"Nadia"},
		"export gate:notmet":   {"Nadia"},
		"list open:<13 --json": {"Nadia"},
	}
	for line, words := range tells {
		out := does(t, env, strings.Fields(line)...)
		for _, secret := range words {
			if contains(out, secret) {
				t.Errorf("before: candid %s tells %q:\n%s", line, secret, out)
			}
		}
	}
	do("Ines", submits)
	for line, words := range tells {
		out := does(t, env, strings.Fields(line)...)
		for _, secret := range words {
			if !contains(out, secret) {
				t.Errorf("after: candid %s does not tell %q:\n%s", line, secret, out)
			}
		}
	}
}
