package query

import "testing"

func TestUnfinished(t *testing.T) {
	for _, c := range []struct{ name, typed, rest, word string }{ // the cursor stands at the end
		{"the name of a field", "stage", "", "stage"},
		{"its beginning, behind a word", "rust st", "rust", "rust st"},
		{"without a value", "rust stage:", "rust", "rust stage"},
		{"with the beginning of one", "rust stage:n", "rust", "rust stage"},
		{"taken away", "rust -stage:", "rust", "rust -stage"},
		{"taken away by a word", "rust not stage:", "rust", "rust not stage"},
		{"an alternative", "rust or stage:", "rust", "rust or stage"},
		{"an alternative that is taken away", "rust or -st", "rust", "rust or -st"},
		{"in a group", "rust (go or must:<", "rust (go", "rust (go or must"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rest, word, ok := Unfinished(c.typed, len(c.typed))
			if !ok || rest != c.rest || word != c.word {
				t.Errorf("%q leaves %q and was %q, %v; want %q and %q", c.typed, rest, word, ok, c.rest, c.word)
			}
		})
	}
	for _, typed := range []string{"", "rust", "rust ", `"stage`, "stages", "stage ", "(", "-"} {
		if rest, _, ok := Unfinished(typed, len(typed)); ok {
			t.Errorf("%q is unfinished and leaves %q", typed, rest)
		}
	}
	if rest, word, ok := Unfinished("rust stage: go", 11); !ok || rest != "rust go" || word != "rust stage go" {
		t.Errorf("in the middle: %q, %q, %v", rest, word, ok)
	}
	if _, _, ok := Unfinished("stage", 2); ok {
		t.Error("a word with the cursor in it is on its way nowhere")
	}
}
