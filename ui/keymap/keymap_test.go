package keymap

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/ui/text"
)

func TestHintKeys(t *testing.T) {
	for _, c := range []struct {
		name    string
		actions []Action
		want    string
	}{
		{"one", []Action{Open}, "enter"},
		{"down and up", []Action{Down, Up}, "j/k"},
		{"a letter and its capital", []Action{NextProof, PrevProof}, "e/E"},
		{"capitals", []Action{NextReq, PrevReq}, "J/K"},
		{"matches", []Action{NextMatch, PrevMatch}, "n/N"},
		{"brackets", []Action{NextPerson, PrevPerson}, "] ["},
		{"decisions", []Action{Advance, Hold, Reject}, "a w x"},
		{"ratings", []Action{Rate1, Rate2, Rate3, Rate4, Rate0}, "1-4 0"},
		{"columns", []Action{Left, Right}, "h l"},
		{"recommendations", []Action{SayStrongNo, SayNo, SayYes, SayStrong}, "N n y Y"},
		{"the space bar", []Action{Mark}, "space"},
		{"none", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := (Table{}).Hint(Hint{Actions: c.actions}); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTableIsWhole(t *testing.T) {
	seen := map[Action]bool{}
	for _, b := range table {
		if b.Action == "" || len(b.Keys) == 0 || strings.TrimSpace(b.Does) == "" {
			t.Errorf("%q lacks a name, a key or words: %+v", b.Action, b)
		}
		if strings.HasSuffix(b.Does, ".") {
			t.Errorf("%q: the words end in a full stop", b.Action)
		}
		if seen[b.Action] {
			t.Errorf("%q is in the table twice", b.Action)
		}
		seen[b.Action] = true
		if (Table{}).Key(b.Action) != b.Keys[0] {
			t.Errorf("Key(%q) is %q, want %q", b.Action, Table{}.Key(b.Action), b.Keys[0])
		}
		for i, k := range b.Keys {
			if k == "" || slices.Contains(b.Keys[:i], k) {
				t.Errorf("%q: the key %q is empty or there twice", b.Action, k)
			}
			if Known(k) == "" {
				t.Errorf("%q: Known does not know its key %q", b.Action, k)
			}
		}
	}
	if len(seen) == 0 {
		t.Fatal("the table is empty")
	}
}

// Only keys that mean one thing in one mode and another in another may be in the table twice.
func TestKeysThatMeanTwoThings(t *testing.T) {
	want := map[string][]Action{
		"Y":      {Copy, SayStrong},
		"N":      {PrevMatch, SayStrongNo},
		"n":      {NextMatch, SayNo},
		"y":      {Quote, SayYes},
		"enter":  {Open, Confirm},
		"s":      {Sort, Split, KeepView},
		"+":      {Weight, Tag},
		"1":      {Rate1, UseView},
		"2":      {Rate2, UseView},
		"3":      {Rate3, UseView},
		"4":      {Rate4, UseView},
		"tab":    {NextTab, Complete},
		"d":      {Dismiss, Drop},
		"W":      {Why, Reword},
		"ctrl+u": {HalfUp, ClearLine},
		"ctrl+p": {GoTo, PrevOffer},
		"up":     {Up, Above}, "down": {Down, Below},
	}
	got := map[string][]Action{}
	for _, b := range table {
		for _, k := range b.Keys {
			got[k] = append(got[k], b.Action)
		}
	}
	for k, actions := range got {
		if len(actions) > 1 && !slices.Equal(actions, want[k]) {
			t.Errorf("%q: %q", k, actions)
		}
	}
}

func TestMap(t *testing.T) {
	m := Map{
		Hints:  []Hint{{[]Action{Open}, "open"}, {[]Action{Down, Up}, "move"}},
		Others: []Action{Help, Quote},
	}
	for key, want := range map[string]Action{"enter": Open, "down": Down, "f1": Help, "y": Quote, "n": "", "x": "", "": ""} {
		if got := m.Action(key); got != want {
			t.Errorf("%q does %q, want %q", key, got, want)
		}
	}
	if c := (Table{}).Clashes(m); c != nil {
		t.Errorf("clashes where there are none: %q", c)
	}
	var order []Action
	for _, b := range m.Bindings() {
		order = append(order, b.Action)
	}
	if want := []Action{Help, Down, Up, Open, Quote}; !slices.Equal(order, want) {
		t.Errorf("bound %q, want %q", order, want)
	}
	m.Others = append(m.Others, SayYes, Confirm)
	if c := (Table{}).Clashes(m); !reflect.DeepEqual(c, []Clash{{"enter", []Action{Open, Confirm}, ""}, {"y", []Action{Quote, SayYes}, ""}}) {
		t.Errorf("clashes: %q", c)
	}
}

func TestCommonDoesNotClash(t *testing.T) {
	if c := (Table{}).Clashes(Map{Others: Common}); c != nil {
		t.Error(c)
	}
}

func TestLine(t *testing.T) {
	plain := func(s string) string { return s }
	hints := []Hint{{[]Action{Open}, "open"}, {[]Action{Score}, "score"}, {[]Action{Help}, "help"}, {[]Action{Advance, Hold, Reject}, "decide"}}
	helpful := Map{Hints: hints}
	helpless := Map{Hints: hints[:2]}
	for _, c := range []struct {
		name  string
		m     Map
		width int
		want  string
	}{
		{"room to spare", helpful, 50, "enter open  r score  a w x decide           ? help"},
		{"just enough", helpful, 41, "enter open  r score  a w x decide  ? help"},
		{"one cell short drops a whole hint", helpful, 40, "enter open  r score               ? help"},
		{"help alone", helpful, 8, "  ? help"},
		{"not even help", helpful, 5, "     "},
		{"nothing", helpful, 0, ""},
		{"help is not taken", helpless, 24, "enter open  r score     "},
		{"no hints", Map{Others: Common}, 10, "    ? help"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Table{}.Line(c.m, c.width, plain, plain)
			if got != c.want {
				t.Errorf("\n%q, want\n%q", got, c.want)
			}
			if text.Width(got) != c.width {
				t.Errorf("%d cells, want %d", text.Width(got), c.width)
			}
		})
	}
	t.Run("styled", func(t *testing.T) {
		bold := func(s string) string { return "\x1b[1m" + s + "\x1b[0m" }
		if got, want := (Table{}).Line(helpful, 20, bold, plain), "\x1b[1menter\x1b[0m open    \x1b[1m?\x1b[0m help"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
}
