package list

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// searchesOf is the searches of documents that were asked for since the last look.
func (b *bench) searchesOf() (all []intent.Search) {
	for _, w := range b.asked {
		if s, ok := w.(intent.Search); ok {
			all = append(all, s)
		}
	}
	b.asked = nil
	return all
}

func holding(number int, names ...string) intent.Found {
	hits := map[model.ID]bool{}
	for _, n := range names {
		hits[person(n)] = true
	}
	return intent.Found{Number: number, Hits: []map[model.ID]bool{hits}, Read: 14, Of: 14}
}

// The last good result stays until the answer to what is typed is there; older answers are dropped, in whatever order they come.
func TestAnswersToOldFilters(t *testing.T) {
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}} {
		b := open(screentest.Look("plain"), 100, 29, applicants)
		b.hold = true
		b.send("/", "z", "y", "q")
		asked := b.searchesOf()
		if len(asked) != 3 || asked[2].Said[0].Text != "zyq" {
			t.Fatalf("asked %+v", asked)
		}
		answers := []intent.Found{holding(asked[0].Number, "Amara", "Linus", "Rob"), holding(asked[1].Number, "Amara", "Linus"), holding(asked[2].Number, "Linus")}
		for n, i := range order {
			want := len(applicants)
			if b.send(answers[i]); slices.Contains(order[:n+1], 2) {
				want = 1
			}
			if len(b.shown) != want {
				t.Errorf("%v: after answer %d there are %d shown, want %d", order, i, len(b.shown), want)
			}
		}
		if b.on() != "Linus" {
			t.Errorf("%v: the cursor is on %s", order, b.on())
		}
	}
}

// A fuller answer to the same search takes the place of the one before, and the header tells how far the reading is.
func TestFullerAnswers(t *testing.T) {
	b := open(screentest.Look("plain"), 120, 29, applicants)
	b.hold = true
	b.send("/", "z", "enter")
	first := holding(b.searchesOf()[0].Number, "Amara")
	first.Read = 3
	if b.send(first); len(b.shown) != 1 || !strings.Contains(b.View(), "1 of 14 shown · documents 3 of 14 read") {
		t.Errorf("%d shown:\n%s", len(b.shown), b.lines()[1])
	}
	if b.send(holding(first.Number, "Amara", "Rob")); len(b.shown) != 2 || strings.Contains(b.View(), "documents") {
		t.Errorf("%d shown:\n%s", len(b.shown), b.lines()[1])
	}
	b.send("/", "space", "stage:new")
	if asked := b.searchesOf(); len(asked) != 0 || len(b.shown) != 2 {
		t.Errorf("what is known is asked for again: %v, %d shown", asked, len(b.shown))
	}
}

// A list that was left with words in its filter shows at once who has them in the name, and asks for the others.
func TestAFilterRemembered(t *testing.T) {
	role := opening()
	b := &bench{Model: New(screentest.Setting(), screentest.Look("plain")), hold: true}
	b.send(screentest.Key("x"), intent.Field{Role: role, Rows: fixtureRows(role, applicants), Loaded: true, Place: model.Place{Role: role.ID, Filter: "amara"}})
	asked := b.searchesOf()
	if len(asked) != 1 || len(b.shown) != 1 {
		t.Fatalf("asked %v, %d shown", asked, len(b.shown))
	}
	if b.send(holding(asked[0].Number, "Rob")); len(b.shown) != 2 {
		t.Errorf("%d shown", len(b.shown))
	}
}

func TestTypingAFilter(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want string // the line, with its cursor
	}{
		{"goes on from what there is", []any{"/", "stage:new", "enter", "/"}, "/ stage:new ▎"},
		{"is cleared", []any{"/", "stage:new", "enter", "/", "ctrl+u"}, "/ ▎"},
		{"completes a field", []any{"/", "stag", "tab"}, "/ stage:▎"},
		{"completes a value", []any{"/", "stage:h", "tab"}, "/ stage:hold ▎"},
		{"completes the one that is chosen", []any{"/", "stage:", "ctrl+n", "ctrl+n", "tab"}, "/ stage:advanced ▎"},
		{"chooses backwards", []any{"/", "stage:", "ctrl+p", "tab"}, "/ stage:rejected ▎"},
		{"goes to earlier ones from an empty line", []any{"/", "stage:new", "enter", "/", "ctrl+u", "mine:draft", "enter", "/", "ctrl+u", "up"}, "/ mine:draft▎"},
		{"and further back", []any{"/", "stage:new", "enter", "/", "ctrl+u", "mine:draft", "enter", "/", "ctrl+u", "up", "up"}, "/ stage:new▎"},
		{"and forth again", []any{"/", "stage:new", "enter", "/", "ctrl+u", "mine:draft", "enter", "/", "ctrl+u", "up", "up", "down", "down"}, "/ ▎"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(screentest.Look("plain"), 100, 29, applicants).send(c.keys...)
			if line := b.lines()[1]; !strings.HasPrefix(strings.TrimSpace(line), c.want+"  ") {
				t.Errorf("%q, want %q", line, c.want)
			}
		})
	}
}

// The order that a filter asks for and the one that s gives are one.
func TestOneOrder(t *testing.T) {
	b := open(screentest.Look("plain"), 120, 29, applicants).send("/", "stage:new sort:name", "enter")
	if b.by() != (model.Sort{By: model.ByName}) || b.on() == "" {
		t.Errorf("sort:name sorts by %+v", b.by())
	}
	if b.send("ctrl+s"); b.words() != "stage:new sort:-name" {
		t.Errorf("turned round, the filter is %q", b.words())
	}
	if b.send("l", "l", "s"); b.by() != (model.Sort{By: model.ByRequirement, Requirement: 2}) || !strings.HasPrefix(b.words(), "stage:new sort:") {
		t.Errorf("by a column, the filter is %q and the order %+v", b.words(), b.by())
	}
}

func TestMistakesArePointedAt(t *testing.T) {
	b := open(screentest.Look("plain"), 120, 29, applicants).send("/", "toronto scroe:>3 x")
	lines := b.lines()
	at := strings.Index(lines[1], "scroe")
	if strings.TrimLeft(lines[2], " ")[:5] != "^^^^^" || strings.Index(lines[2], "^") != at {
		t.Errorf("the mistake is not pointed at:\n%s\n%s", lines[1], lines[2])
	}
}

func TestWhoIsFilteredOutIsNamed(t *testing.T) {
	b := open(screentest.Look("plain"), 120, 29, applicants).send("/", "stage:advanced", "enter")
	b.asked = nil
	says := b.send(intent.Stand{Candidate: person("Amara")}).wants()
	if want := (intent.Say{Text: "Amara Okafor is not among those shown: the filter leaves them out"}); len(says) != 1 || says[0] != want {
		t.Errorf("%v", says)
	}
	if b.send(intent.Filter{Query: "stage:new"}); b.words() != "stage:new" || len(b.shown) != 11 {
		t.Errorf("%q shows %d", b.words(), len(b.shown))
	}
	if says := b.send(intent.Filter{Query: "stage:nwe"}).wants(); len(says) != 1 || b.words() != "stage:new" {
		t.Errorf("a filter that cannot be read: %v, %q", says, b.words())
	}
}

func TestNamesakesAreToldApart(t *testing.T) {
	role := opening()
	for _, c := range []struct{ name, email, place, want string }{
		{"by the address", "amara.o@example.com", "Toronto", "Amara Okafor amara.o@example.com"},
		{"by the place, where they have the address in common", "amara@example.org", "Lagos", "Amara Okafor Lagos"},
		{"by the alias, where they have both in common", "amara@example.org", "Toronto", "Amara Okafor Alias"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := fixtureRows(role, append(slices.Clone(applicants), applicant{name: "Amara Okafor", days: 3}))
			other := slices.IndexFunc(rows, func(r model.Row) bool { return r.Candidate.Name == "Amara Okafor" && r.Mine == model.NotBegun })
			rows[other].Candidate.Email, rows[other].Candidate.Location = c.email, c.place
			b := open(screentest.Look("plain"), 120, 39, applicants)
			b.send(intent.Field{Role: role, Rows: rows, Loaded: true})
			if n := strings.Count(b.View(), c.want); n == 0 {
				t.Errorf("%s does not stand there:\n%s", c.want, b.View())
			}
		})
	}
}

// The pane shows the line that a candidate was found by.
func TestThePaneSaysWhyTheyWereFound(t *testing.T) {
	p := read()
	p.Readings = append(p.Readings, evidence.Reading{Document: model.Document{Format: "text"}, Lines: []string{"ENGINEER", "Bred zebrafish for a living"}})
	b := open(screentest.Look("plain"), 160, 49, applicants)
	b.hold = true
	b.send("/", "zebra", "enter")
	b.send(holding(b.searchesOf()[0].Number, "Ifeoma")).send(p)
	if !strings.Contains(b.View(), "found in the resume: Bred zebrafish for a living") {
		t.Errorf("it does not say so:\n%s", b.View())
	}
}

func TestOffersInEverySize(t *testing.T) {
	for _, size := range screentest.Sizes {
		for _, look := range []string{"dark", "plain", "ascii"} {
			for name, keys := range map[string][]any{"offers": {"/", "stage:new s"}, "choosing": {"/", "stage:new s", "ctrl+n", "ctrl+n"}, "wrong": {"/", "stage:nwe x"}} {
				name := fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], look)
				t.Run(name, func(t *testing.T) {
					got := open(screentest.Look(look), size[0], size[1]-1, applicants).send(keys...).View()
					screentest.Whole(t, got, size[0], size[1]-1)
					screentest.Golden(t, name, got)
				})
			}
		}
	}
}

// Nobody has the name of a field as a word: on the way to its value the list shows what there is without it.
func TestAnUnfinishedField(t *testing.T) {
	b := open(screentest.Look("plain"), 120, 29, applicants)
	b.hold = true
	ask := func(s string) {
		b.send(s)
		for _, w := range b.searchesOf() {
			answer := intent.Found{Number: w.Number, Read: 14, Of: 14}
			for _, said := range w.Said {
				hits := map[model.ID]bool{}
				if said.Text == "rust" {
					hits[person("Amara")], hits[person("Linus")] = true, true
				}
				answer.Hits = append(answer.Hits, hits)
			}
			b.send(answer)
		}
	}
	for _, before := range []struct {
		typed []string
		shown int
	}{{nil, len(applicants)}, {[]string{"r", "u", "s", "t", "space"}, 2}} {
		b.send("/", "ctrl+u")
		for _, k := range before.typed {
			ask(k)
		}
		for _, k := range []string{"s", "t", "a", "g", "e", ":", "n"} {
			if ask(k); k > "e" && len(b.shown) == 0 || k == ":" && len(b.shown) != before.shown {
				t.Errorf("behind %q, at %q, %d are shown", before.typed, k, len(b.shown))
			}
		}
		b.send("esc")
	}
	b.send("/", "ctrl+u")
	for _, k := range []string{"s", "t", "a", "g", "e"} {
		ask(k)
	}
	if ask("enter"); len(b.shown) != 0 || b.words() != "stage" {
		t.Errorf("kept as a word, %q shows %d", b.words(), len(b.shown))
	}
}
