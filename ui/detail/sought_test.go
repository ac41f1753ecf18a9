package detail

import (
	"strings"
	"testing"

	"candid/model/search"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// What a candidate was found by is found in each document that is gone to, where a word begins with it; esc goes back at once.
func TestWhatTheyWereFoundBy(t *testing.T) {
	p := person()
	p.Fresh, p.Find = true, []search.Said{{Text: "rus"}, {Text: "ust"}}
	m := press(screen(t, screentest.Look("plain"), 120, 39, p), "tab")
	if !strings.Contains(view(m), "/rus ust  1 of 2") {
		t.Fatalf("the words are not found:\n%s", view(m))
	}
	if m = press(m, "n"); !strings.Contains(view(m), "2 of 2") {
		t.Errorf("n leads to no other:\n%s", view(m))
	}
	if _, want := send(m, screentest.Key("esc")); want != (intent.Back{}) {
		t.Errorf("esc asks for %v", want)
	}
	m = press(m, "/", "r", "u", "s", "t", "enter")
	if m, want := send(m, screentest.Key("esc")); want != nil || strings.Contains(view(m), "1 of 2") {
		t.Errorf("esc leaves what was looked for here, and asks for %v", want)
	}
}
