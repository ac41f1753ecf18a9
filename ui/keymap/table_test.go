package keymap

import (
	"reflect"
	"slices"
	"testing"
)

// moved is a table in which some actions have other keys.
var moved = Table{}.With(map[Action][]string{Down: {"n", "down"}, NextMatch: {"j"}, Quote: {"ctrl+y", "Z"}, Terms: {"X"}, Restore: nil})

func TestTableShowsItsKeys(t *testing.T) {
	for a, want := range map[Action][]string{Down: {"n", "down"}, Up: {"k", "up"}, Quote: {"ctrl+y", "Z"}, Restore: {"D"}, "none such": nil} {
		if got := moved.Keys(a); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
	if got := moved.Hint(Hint{Actions: []Action{Down, Up}}); got != "n k" {
		t.Errorf("the hint is %q", got)
	}
	if got := (Table{}).Key("none such"); got != "" {
		t.Errorf("an action that is none has the key %q", got)
	}
}

func TestWithKeepsWhatWasMoved(t *testing.T) {
	both := moved.With(map[Action][]string{Up: {"e"}, Quote: {"Q"}})
	for a, want := range map[Action]string{Down: "n", Up: "e", Quote: "Q"} {
		if got := both.Key(a); got != want {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
	if got := moved.Key(Quote); got != "ctrl+y" {
		t.Errorf("the table it was made from has changed: %q", got)
	}
}

func TestOwn(t *testing.T) {
	m := Map{Others: []Action{Down, Up, NextMatch, Quote, Reject, Open}}
	for _, c := range []struct {
		name, key, press string
		was              Action
		ok               bool
	}{
		{"moved here", "Z", "y", "", true},
		{"two that have changed places", "n", "j", "", true},
		{"two that have changed places, the other", "j", "n", "", true},
		{"one of its own keys that it kept", "down", "down", "", true},
		{"not moved", "k", "k", "", true},
		{"moved away from here", "y", "", Quote, false},
		{"moved, and does nothing here", "X", "T", "", true},
		{"own elsewhere, and does nothing here", "r", "r", "", true},
		{"own elsewhere, but moved away", "T", "T", "", false},
		{"bound nowhere", "ctrl+x", "ctrl+x", "", true},
		{"takes what moved onto its key", "x", "x", "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			press, was, ok := moved.Own(m, c.key)
			if press != c.press || was != c.was || ok != c.ok {
				t.Errorf("%q, %q, %v; want %q, %q, %v", press, was, ok, c.press, c.was, c.ok)
			}
		})
	}
	t.Run("a moved key never does what its own one does here", func(t *testing.T) {
		here := Map{Others: []Action{SayNo}} // on n, as the next match is
		if press, _, ok := (Table{}).With(map[Action][]string{NextMatch: {"Z"}}).Own(here, "Z"); ok {
			t.Errorf("it does %q", here.Action(press))
		}
	})
	t.Run("keys that each mean another thing keep their order", func(t *testing.T) {
		views := (Table{}).With(map[Action][]string{UseView: {"a", "b", "c"}})
		if press, _, _ := views.Own(Map{Others: []Action{UseView}}, "c"); press != "3" {
			t.Errorf("the third is %q", press)
		}
	})
	t.Run("the program's own table changes nothing", func(t *testing.T) {
		for _, b := range table {
			for _, k := range b.Keys {
				if press, was, ok := (Table{}).Own(m, k); press != k || was != "" || !ok {
					t.Errorf("%q becomes %q", k, press)
				}
			}
		}
	})
}

func TestTyping(t *testing.T) {
	keys := Table{}.With(map[Action][]string{Back: {"Q"}, Confirm: {"ctrl+g", "space"}, NewLine: {"ctrl+o"}}).Typing()
	for a, want := range map[Action][]string{Back: {"esc"}, Confirm: {"ctrl+g", "enter"}, NewLine: {"ctrl+o"}} {
		if got := keys.Keys(a); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
	for _, k := range []string{"q", "Q", "alt+x", "space"} {
		if press, _, ok := keys.Own(Map{Others: []Action{Back, Confirm}}, k); press != k || !ok {
			t.Errorf("%q is not for the text: %q", k, press)
		}
	}
}

// The program's own keys clash nowhere, and a table is looked at over all places.
func TestEverywhere(t *testing.T) {
	if c := (Table{}).clashes(); c != nil {
		t.Errorf("the program's own keys clash: %+v", c)
	}
	for _, c := range []struct {
		name  string
		keys  map[Action][]string
		clash []Clash
	}{
		{"on the same screen", map[Action][]string{Reject: {"a"}}, []Clash{{"a", []Action{Advance, Reject}, "on the list"}}},
		{"on screens that never meet", map[Action][]string{Drop: {"x"}}, nil},
		{"changed places", map[Action][]string{Hold: {"x"}, Reject: {"w"}}, nil},
		{"one that is taken everywhere", map[Action][]string{Help: {"b"}}, []Clash{{"b", []Action{Help, Gate}, "while a posting is looked over"}}},
		{"a second key", map[Action][]string{Drop: {"d", "tab"}}, []Clash{{"tab", []Action{NextTab, Drop}, "while a posting is looked over"}}},
	} {
		if got := (Table{}).With(c.keys).Everywhere(); !reflect.DeepEqual(got, c.clash) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.clash)
		}
	}
}

func TestClashesOfAMovedTable(t *testing.T) {
	keys := Table{}.With(map[Action][]string{Reject: {"a"}, Hold: {"a", "w"}})
	if c := keys.Clashes(Map{Others: []Action{Reject, Hold}}); len(c) != 1 || c[0].Key != "a" {
		t.Errorf("%+v", c)
	}
	if c := keys.Clashes(Map{Others: []Action{Reject, Terms}}); c != nil {
		t.Errorf("%+v", c)
	}
}
