package model

import (
	"slices"
	"strings"
	"testing"
)

func TestParseTerms(t *testing.T) {
	many := make([]string, MaxTerms+1)
	for i := range many {
		many[i] = "term " + strings.Repeat("x", i)
	}
	for _, c := range []struct {
		name, typed, want string
		refused           bool
	}{
		{"none", "", "", false},
		{"commas alone", " , ,", "", false},
		{"white space is folded", "  k8s ,\tkube\n control ", "k8s, kube control", false},
		{"each once, whatever its case", "Axum, axum, AXUM, Tokio", "Axum, Tokio", false},
		{"what cannot be seen is left out", "a\u202exum, \x1b[31mtokio\u200b, \xffx", "axum, [31mtokio, x", false},
		{"other scripts", "후판, 気象", "후판, 気象", false},
		{"the commas of other scripts", "微服务，容器、气象،x", "微服务, 容器, 气象, x", false},
		{"signs that are part of names", "C++, .NET, C#, R&D", "C++, .NET, C#, R&D", false},
		{"signs alone", "Rust, +++", "", true},
		{"as many as may be", strings.Join(many[1:], ","), strings.Join(many[1:], ", "), false},
		{"one too many", strings.Join(many, ","), "", true},
		{"as wide as may be", strings.Repeat("気", TermCells/2), strings.Repeat("気", TermCells/2), false},
		{"too wide", strings.Repeat("気", TermCells/2) + "x", "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ParseTerms(c.typed)
			if got != c.want || Is(err, Refused) != c.refused {
				t.Fatalf("%q, %v; want %q", got, err, c.want)
			}
			if again, err := ParseTerms(got); again != got || err != nil {
				t.Errorf("read again it is %q, %v", again, err)
			}
			if phrases := (Requirement{Terms: got}).Phrases(); strings.Join(phrases, ", ") != got || slices.Contains(phrases, "") {
				t.Errorf("phrases %q", phrases)
			}
		})
	}
}

func TestTermsThatWereNotRead(t *testing.T) {
	role := roleOf("MM")
	for _, terms := range []string{"a,b", " a", "a, A", strings.Repeat("x", TermCells+1)} {
		qs := slices.Clone(role.Checklist.Requirements)
		qs[0].Terms = terms
		if _, err := role.Apply(role.Edit(ana, 1, qs, role.MustShare, nil)); !Is(err, Refused) {
			t.Errorf("%q: %v", terms, err)
		}
	}
}
