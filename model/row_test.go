package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	role := roleOf("MMN") // one step is 16 points
	type person struct{ alias, ratings string }
	cases := []struct {
		name   string
		people []person
		want   string // aliases with their ranks; * within one rating of the one above
	}{
		{"the higher low bound first", []person{{"a", "111"}, {"b", "444"}, {"c", "333"}}, "b1 c2 a3"},
		{"equal low bounds: the higher high bound first", []person{{"a", "44·"}, {"b", "441"}}, "a1 b2*"},
		{"a low bound goes before any high bound", []person{{"a", "4··"}, {"b", "331"}}, "b1 a2"},
		{"equal scores share a rank and stand in alias order", []person{{"c", "333"}, {"a", "333"}, {"b", "334"}, {"d", "222"}}, "b1 a2* c2* d4"},
		{"a gate that is not met stands below all, the best of them too", []person{{"a", "144"}, {"b", "222"}, {"c", "···"}}, "b1 c2 a3"},
		{"who is not rated stands below who is", []person{{"a", "···"}, {"b", "2··"}, {"c", "000"}}, "b1 a2 c2"},
		{"within one rating: one must-have from some to meets", []person{{"a", "333"}, {"b", "323"}}, "a1 b2*"},
		{"more than one rating apart", []person{{"a", "333"}, {"b", "322"}}, "a1 b2"},
		{"nobody is within one rating of one who fails a gate", []person{{"a", "144"}, {"b", "133"}}, "a1 b2"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			role := role
			if strings.HasPrefix(c.name, "the higher low bound") {
				role = roleOf("mmN")
			}
			var rows []Row
			for i, p := range c.people {
				card := Record{Candidate: Candidate{ID: ID{0, byte(i)}, Alias: p.alias}, Reviews: reviewsOf(p.ratings)}
				rows = append(rows, NewRow(role, card, ID{1}, 1))
			}
			for range 5 {
				rand.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
				Order(role, rows, Sort{})
				var got []string
				for _, row := range rows {
					s := fmt.Sprint(row.Candidate.Alias, row.Rank)
					if row.Near {
						s += "*"
					}
					got = append(got, s)
				}
				if s := strings.Join(got, " "); s != c.want {
					t.Fatalf("%s, want %s", s, c.want)
				}
			}
		})
	}
}

func TestSortKeys(t *testing.T) {
	role := roleOf("mmN")
	card := func(alias, name, ratings string, stage Stage, applied Time) Record {
		return Record{Candidate: Candidate{ID: ID{15: alias[0]}, Alias: alias, Name: name, Decision: Decision{Stage: stage}, Applied: applied}, Reviews: reviewsOf(ratings)}
	}
	rows := []Row{
		NewRow(role, card("a", "Zoë", "144", Rejected, 300), ID{1}, 1),
		NewRow(role, card("b", "Élodie", "444", New, 100), ID{1}, 3),
		NewRow(role, card("c", "anna", "203", New, 200), ID{9}, 3),
		NewRow(role, card("d", "Émile", "···", Advanced, 200), ID{1}, 0),
	}
	cases := []struct {
		name string
		sort Sort
		want string
	}{
		{"score, best first", Sort{}, "bacd"},
		{"score, worst first", Sort{Reverse: true}, "dcab"},
		{"name, whatever its accents and capitals", Sort{By: ByName}, "cbda"},
		{"name from the end", Sort{By: ByName, Reverse: true}, "adbc"},
		{"stage, ties by score", Sort{By: ByStage}, "bcda"},
		{"reviews, mine before others'", Sort{By: ByReviews}, "bcad"},
		{"the latest application first, ties by score", Sort{By: ByApplied}, "acdb"},
		{"a requirement, best first", Sort{By: ByRequirement, Requirement: 2}, "bacd"},
		{"a requirement that is gone: by score", Sort{By: ByRequirement, Requirement: 99}, "bacd"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rows := slices.Clone(rows)
			Order(role, rows, c.sort)
			got := ""
			for _, row := range rows {
				got += row.Candidate.Alias
				if row.Candidate.Alias == "b" && row.Rank != 1 {
					t.Errorf("the best by score has rank %d", row.Rank)
				}
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestNewRow(t *testing.T) {
	role := roleOf("MMN")
	cases := []struct {
		name    string
		review  Review
		mine    Progress
		decided int
		opened  bool
	}{
		{"no review of mine", Review{Reviewer: ID{7}, Submitted: 1}, NotBegun, 0, false},
		{"opened and nothing said", Review{Reviewer: ID{1}, Opened: 5}, NotBegun, 0, true},
		{"a draft of a note alone", Review{Reviewer: ID{1}, Note: "ask about Go"}, Draft, 0, false},
		{"0 is decided, open is not", Review{Reviewer: ID{1}, Ratings: []Rating{{Requirement: 1, Value: NotShown}, {Requirement: 2, Note: "x"}}}, Draft, 1, false},
		{"rated before the change is not decided", Review{Reviewer: ID{1}, Ratings: []Rating{{Requirement: 1, Value: Meets, Meaning: 9}}}, Draft, 0, false},
		{"submitted, even with nothing rated", Review{Reviewer: ID{1}, Submitted: 1}, Submitted, 0, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			row := NewRow(role, Record{Reviews: []Review{c.review}}.Card(), ID{1}, 4)
			if row.Mine != c.mine || row.Decided != c.decided || row.Opened != c.opened || row.Reviews != 4 || len(row.Cells) != 3 {
				t.Errorf("%v, %d decided, opened %v, %d reviews, %d cells", row.Mine, row.Decided, row.Opened, row.Reviews, len(row.Cells))
			}
		})
	}
}

func field(n int) (Role, []Record) {
	role := roleOf("MMMMMMMMNNNNN")
	r := rand.New(rand.NewPCG(7, uint64(n)))
	var cards []Record
	for i := range n {
		c := Record{Candidate: Candidate{ID: ID{8: byte(i >> 8), 9: byte(i)}, Alias: fmt.Sprint("Alias ", r.IntN(n)), Name: fmt.Sprint("Name ", r.IntN(n))}}
		c.Reviews = randomReviews(r, role, r.IntN(3))
		cards = append(cards, c.Card())
	}
	return role, cards
}

func BenchmarkNewRow(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		role, cards := field(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				for _, c := range cards {
					NewRow(role, c, ID{1}, len(c.Reviews))
				}
			}
		})
	}
}

func BenchmarkOrder(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		role, cards := field(n)
		var rows []Row
		for _, c := range cards {
			rows = append(rows, NewRow(role, c, ID{1}, len(c.Reviews)))
		}
		for _, by := range []SortKey{ByScore, ByName} {
			b.Run(fmt.Sprint(n, " by ", by), func(b *testing.B) {
				for b.Loop() {
					Order(role, slices.Clone(rows), Sort{By: by})
				}
			})
		}
	}
}
