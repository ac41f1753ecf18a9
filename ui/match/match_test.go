package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model"
)

func TestBestFirst(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        []string // in their order; those of the names that are missing do not match
	}{
		{"initials", "mas", []string{"mark all shown"}},
		{"initials and what follows", "nexreq", []string{"next requirement"}},
		{"a name is better than the beginning of one", "mark", []string{"mark", "mark all shown"}},
		{"the beginning of a word", "req", []string{"next requirement", "previous requirement"}},
		{"words in any order", "req next", []string{"next requirement"}},
		{"a part of a word", "lders", []string{"Zoë Alders"}},
		{"without its accent", "zoe", []string{"Zoë Alders"}},
		{"with its accent", "ZOË", []string{"Zoë Alders"}},
		{"other scripts", "美玲", []string{"Mei-Ling Chen 陈美玲"}},
		{"behind a hyphen", "ling", []string{"Mei-Ling Chen 陈美玲"}},
		{"scattered letters", "prvrqmnt", []string{"previous requirement"}},
		{"letters in another order", "kram", nil},
		{"every word must", "mark zzz", nil},
		{"nothing typed", " ", names},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := New(c.typed)
			var got []string
			ranks := map[string]int{}
			for _, n := range names {
				if r, ok := q.Name(model.Fold(n)); ok {
					got, ranks[n] = append(got, n), r
				}
				if _, ok := q.Name(model.Fold(n)); ok != (q.Marks(n) != nil) {
					t.Errorf("%q: marked and matched differ", n)
				}
			}
			slices.SortStableFunc(got, func(a, b string) int { return ranks[a] - ranks[b] })
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

var names = []string{"mark all shown", "mark", "next requirement", "previous requirement", "Zoë Alders", "Mei-Ling Chen 陈美玲"}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ name, typed, want string }{
		{"mark all shown", "mas", "[m]ark [a]ll [s]hown"},
		{"mark all shown", "mar sh", "[mar]k all [sh]own"},
		{"Zoë Alders", "zoe", "[Zoë] Alders"},
		{"Zoë Alders", "lder", "Zoë A[lder]s"},
		{"陈美玲", "美", "陈[美]玲"},
		{"Straße", "strasse", "[Straße]"},
		{"mark", "x", "nil"},
		{"mark", "", "mark"},
	} {
		t.Run(c.typed+" in "+c.name, func(t *testing.T) {
			if got := marked(c.name, New(c.typed).Marks(c.name)); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func marked(name string, marks []bool) string {
	if marks == nil {
		return "nil"
	}
	var b strings.Builder
	for i := range len(name) {
		if marks[i] && (i == 0 || !marks[i-1]) {
			b.WriteByte('[')
		}
		b.WriteByte(name[i])
		if marks[i] && (i+1 == len(name) || !marks[i+1]) {
			b.WriteByte(']')
		}
	}
	return b.String()
}

func TestTold(t *testing.T) {
	const name, sentence = "later", "put this one off to the end"
	for typed, want := range map[string]bool{"put off": true, "end later": true, "ut": false, "end x": false, "": true} {
		if got := New(typed).Told(name, sentence); got != want {
			t.Errorf("%q: %v", typed, got)
		}
	}
}

// Whatever is typed and whatever the name: marks are of whole characters, and there are some exactly where the name matches.
func FuzzMarks(f *testing.F) {
	f.Add("Zoë Alders", "oe a")
	f.Add("ﬃ", "fi")
	f.Add("e\u0301\u0300", "é")
	f.Add("\xff\xfe", "\xff")
	f.Fuzz(func(t *testing.T, name, typed string) {
		q := New(typed)
		q.Name(model.Fold(name))
		marks := q.Marks(name)
		if marks == nil {
			return
		}
		for i := 0; i < len(name); {
			_, size := utf8.DecodeRuneInString(name[i:])
			for n := range size {
				if marks[i+n] != marks[i] {
					t.Fatalf("half a character of %q is marked", name)
				}
			}
			i += size
		}
	})
}

func BenchmarkNames(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	folded := make([]string, 5000)
	for i := range folded {
		folded[i] = fmt.Sprintf("%c%s %c%s person%d@example.org", 'a'+r.IntN(26), "mara", 'a'+r.IntN(26), "okafor", i)
	}
	for _, typed := range []string{"o", "okafor", "mo", "person 49", "mkfr"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				q := New(typed)
				for _, f := range folded {
					q.Name(f)
				}
			}
		})
	}
}
