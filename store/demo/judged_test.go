package demo

import (
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
)

func TestReviewsAreWellFormed(t *testing.T) {
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		t.Fatal(err)
	}
	all, err := readJudged(reviewsText)
	if err != nil {
		t.Fatal(err)
	}
	applied := map[string]int{}
	for _, p := range people {
		applied[p.slug] = p.applied
	}
	panel := map[string]bool{}
	for _, r := range reviewers {
		panel[r.word] = true
	}
	seen := map[string]bool{}
	for _, j := range all {
		entry := strings.Join([]string{j.slug, j.by, j.stage.String()}, " ")
		if seen[entry] {
			t.Errorf("%s: twice", entry)
		}
		seen[entry] = true
		days, ok := applied[j.slug]
		if !ok {
			t.Errorf("%s: nobody of that name applied", entry)
		}
		if !panel[j.by] {
			t.Errorf("%s: no such reviewer", entry)
		}
		if j.ago <= 0 || j.ago.Hours() >= float64(24*days) {
			t.Errorf("%s: %v ago, and the application came %d days ago", entry, j.ago, days)
		}
		if n := len(sample.Role.Checklist.Application()); j.stage == model.New && len(j.values) != n {
			t.Errorf("%s: %d ratings, want %d", entry, len(j.values), n)
		}
		for _, r := range j.remarks {
			id, ok := requirement(sample.Role.Checklist, r.on)
			if !ok && r.on != "overall" {
				t.Errorf("%s: no requirement %q", entry, r.on)
			}
			if ok && j.values[id-1] == model.Open && r.quote {
				t.Errorf("%s: a quote on %s, which is open", entry, r.on)
			}
		}
	}
}

func TestReadJudgedNamesTheLine(t *testing.T) {
	head := "a  you  43434344 4333·  yes  3h\n"
	for _, c := range []struct{ name, text, want string }{
		{"too few columns", "a  you\n", "line 1: 2 columns"},
		{"no rating", head + "b  you  43534344 4333·  yes  3h", "line 2: no rating"},
		{"no recommendation", "a  you  43434344 4333·  perhaps  3h", "line 1: no recommendation"},
		{"no time", "a  you  43434344 4333·  yes  soon", "line 1: time"},
		{"a quote without its end", head + `    must 2  "Rust`, "line 2: a quote without its end"},
		{"a quote on nothing", head + `    overall  "Rust"`, "line 2: a quote on nothing"},
		{"a remark of one column", head + "    must 2", "line 2: 1 columns"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := readJudged(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}
