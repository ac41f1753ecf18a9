package model

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestParseTagging(t *testing.T) {
	for typed, want := range map[string]Tagging{
		"":                         {},
		" , ,- ,":                  {},
		"referral":                 {Add: []string{"referral"}},
		" strong  yes ,toronto、東京": {Add: []string{"strong yes", "toronto", "東京"}},
		"a, A, -b, - B":            {Add: []string{"a"}, Off: []string{"b"}},
		"re-hire":                  {Add: []string{"re-hire"}},
		"a\x1b]0;x\x07\u202e":      {Add: []string{"a]0;x"}},
	} {
		if got, err := ParseTagging(typed); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, %v", typed, got, err)
		}
	}
	for typed, why := range map[string]string{
		strings.Repeat("x", TagCells+1): "wider than the 40",
		"a, -A":                         "put on and taken off",
	} {
		if _, err := ParseTagging(typed); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func FuzzParseTagging(f *testing.F) {
	f.Add("a, -b,, c d")
	f.Fuzz(func(t *testing.T, typed string) {
		got, err := ParseTagging(typed)
		if err != nil {
			return
		}
		again, err := ParseTagging(got.Words())
		if err != nil || !reflect.DeepEqual(got, again) {
			t.Fatalf("%q is %+v, and that is %+v, %v", typed, got, again, err)
		}
	})
}

func TestTag(t *testing.T) {
	me, peer := ID{1}, ID{2}
	r := Record{Candidate: Candidate{ID: ID{9}, Tags: []Tag{{Name: "referral"}, {Name: "Own", By: me}, {Name: "weak", By: peer}}}}
	for name, c := range map[string]struct {
		seen []Tag
		do   Tagging
		own  []string
		some bool
	}{
		"put on":                             {r.Candidate.Tags, Tagging{Add: []string{"new"}}, []string{"Own", "new"}, true},
		"what came in is there":              {r.Candidate.Tags, Tagging{Add: []string{"Referral"}}, []string{"Own"}, false},
		"my own is there, whatever its case": {r.Candidate.Tags, Tagging{Add: []string{"own"}}, []string{"Own"}, false},
		"another's that I see is there":      {r.Candidate.Tags, Tagging{Add: []string{"weak"}}, []string{"Own"}, false},
		"another's that I do not see is not": {r.Candidate.Tags[:2], Tagging{Add: []string{"weak"}}, []string{"Own", "weak"}, true},
		"my own goes":                        {r.Candidate.Tags, Tagging{Off: []string{"OWN"}}, nil, true},
		"another's stays, and what came in":  {r.Candidate.Tags, Tagging{Off: []string{"weak", "referral"}}, []string{"Own"}, false},
		"on and off at once":                 {r.Candidate.Tags, Tagging{Add: []string{"new"}, Off: []string{"own"}}, []string{"new"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			change, some := r.Tag(me, 5, c.seen, c.do)
			if got := names(change.After.Tags, tagName); !slices.Equal(got, c.own) || some != c.some {
				t.Fatalf("%q, %v", got, some)
			}
			after, err := r.Apply(Role{}, change)
			if err != nil {
				t.Fatal(err)
			}
			if got := names(tagsBy(after.Candidate.Tags, me), tagName); !slices.Equal(got, c.own) {
				t.Fatalf("afterwards %q", got)
			}
			if !slices.Contains(after.Candidate.Tags, Tag{Name: "weak", By: peer}) || !slices.Contains(after.Candidate.Tags, Tag{Name: "referral"}) {
				t.Fatalf("what is not mine went: %v", after.Candidate.Tags)
			}
		})
	}
}
