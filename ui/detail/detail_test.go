package detail

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// at is the screen at 100×29 told of a person, after keys.
func at(t *testing.T, p intent.Person, keys ...string) Model {
	t.Helper()
	return screen(t, plain, 100, 29, p, keys...)
}

func view(m Model) string { return ansi.Strip(m.View()) }

func TestKeysAskFor(t *testing.T) {
	d := documents()
	decide := func(s model.Stage) intent.Intent { return intent.Decide{Candidates: []model.ID{amara}, Stage: s} }
	tests := []struct {
		name   string
		before []string
		key    string
		want   intent.Intent
	}{
		{"score", nil, "r", intent.Switch{As: intent.Scoring}},
		{"advance", nil, "a", decide(model.Advanced)},
		{"hold", []string{"tab"}, "w", decide(model.OnHold)},
		{"reject", []string{"shift+tab"}, "x", decide(model.Rejected)},
		{"next", nil, "]", intent.Step{By: 1}},
		{"previous", []string{"tab"}, "[", intent.Step{By: -1}},
		{"repeat", nil, ".", intent.Repeat{Candidates: []model.ID{amara}}},
		{"undo", nil, "u", intent.Undo{}},
		{"redo", nil, "ctrl+r", intent.Redo{}},
		{"help", nil, "?", intent.Show{Action: keymap.Help}},
		{"palette", nil, ":", intent.Show{Action: keymap.Palette}},
		{"back", nil, "esc", intent.Back{}},
		{"history", []string{"tab", "tab", "tab"}, "l", intent.Look{Candidate: amara}},
		{"history, backwards", nil, "h", intent.Look{Candidate: amara}},
		{"digit", nil, "3", intent.Say{Text: "r to score: digits only rate there"}},
		{"zero", []string{"tab"}, "0", intent.Say{Text: "r to score: digits only rate there"}},
		{"note", nil, "m", intent.Say{Text: "r to score, then m writes a note"}},
		{"find, on proof", nil, "/", intent.Say{Text: "tab to a document: / works there"}},
		{"quote, on the history", []string{"h"}, "y", intent.Say{Text: "tab to a document: y works there"}},
		{"a key of other screens", nil, "s", nil},
		{"a key of no screen", nil, "ü", nil},
		{"original of a document", []string{"tab", "tab"}, "o", intent.View{Document: d[1]}},
		{"text of a document", []string{"tab"}, "O", intent.View{Document: d[0], Pager: true}},
		{"original of the strongest line", []string{"g"}, "o", intent.View{Document: d[1]}},
		{"original, no line found", []string{"G", "K"}, "o", intent.View{Document: d[0]}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, got := send(at(t, person(), test.before...), screentest.Key(test.key)); !reflect.DeepEqual(got, test.want) {
				t.Errorf("asks for %#v, want %#v", got, test.want)
			}
		})
	}
}

func TestRequirements(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		want model.RequirementID
	}{
		{"the first undecided", nil, 3},
		{"next", []string{"J"}, 4},
		{"previous", []string{"K", "K"}, 1},
		{"not before the first", []string{"K", "K", "K", "K"}, 1},
		{"not after the last", []string{"G", "J"}, 14},
		{"down, on proof", []string{"j", "j"}, 5},
		{"top, on proof", []string{"g"}, 1},
		{"kept on a document", []string{"J", "tab", "j"}, 4},
		{"on a document", []string{"tab", "J", "J"}, 5},
	}
	for _, test := range tests {
		if got := at(t, person(), test.keys...).requirement().ID; got != test.want {
			t.Errorf("%s: stands on %v, want %v", test.name, got, test.want)
		}
	}
	if m, _ := send(at(t, person()), intent.Number{N: 12}); m.requirement().ID != 12 {
		t.Errorf(":12 goes to %v", m.requirement().ID)
	}
	if m, want := send(at(t, person()), intent.Number{N: 15}); m.requirement().ID != 3 || want != (intent.Say{Text: "no such requirement"}) {
		t.Errorf(":15 goes to %v and asks for %v", m.requirement().ID, want)
	}
}

func TestEnterShowsTheStrongestLine(t *testing.T) {
	m := at(t, person(), "g", "enter")
	d, _ := m.document()
	p, _ := m.page()
	if _, _, f, ok := p.Here(); d.ID != letter || !ok || f.Line != 2 {
		t.Errorf("stands in %q on line %d, want the letter's line 2", d.Name, f.Line)
	}
	if d, _ := at(t, person(), "G", "K", "enter").document(); d.ID != resume {
		t.Errorf("without a line it shows %q, want the resume", d.Name)
	}
	bare := person()
	bare.Record.Candidate.Documents, bare.Readings = nil, nil
	if m, want := send(at(t, bare), screentest.Key("enter")); m.tab != 0 || want == nil {
		t.Errorf("without documents it goes to tab %d and asks for %v", m.tab, want)
	}
}

func TestMarksFollowTheRequirement(t *testing.T) {
	m := at(t, person(), "tab")
	if !strings.Contains(view(m), "▌ • gRPC and REST") {
		t.Errorf("requirement 3 is not marked:\n%s", view(m))
	}
	m = press(m, "K")
	if v := view(m); !strings.Contains(v, "▌»• Rewrote") || strings.Contains(v, "▌ • gRPC") || !strings.Contains(v, "▎ • Found") {
		t.Errorf("requirement 2 is not marked:\n%s", v)
	}
	if v := view(press(m, "e")); !strings.Contains(v, "▎»• Rewrote") || !strings.Contains(v, "▌ • Found") {
		t.Errorf("e does not go to the next line:\n%s", v)
	}
}

func TestNothingFound(t *testing.T) {
	none := person()
	none.Goto = 13
	if v := view(at(t, none)); !strings.Contains(v, "no line found") || !strings.Contains(v, noLineLong) {
		t.Errorf("proof does not say so:\n%s", v)
	}
	if v := strings.Join(strings.Fields(strings.ReplaceAll(view(at(t, none, "tab")), "│", " ")), " "); !strings.Contains(v, "No line found.") {
		t.Errorf("the document does not say so:\n%s", v)
	}
	for _, keys := range [][]string{nil, {"tab"}} {
		for _, width := range []int{60, 80, 100, 120} {
			v := strings.ReplaceAll(view(screen(t, plain, width, 15, none, keys...)), "│", " ")
			if words := strings.Join(strings.Fields(v), " "); width < 100 && !strings.Contains(words, noLineLong) || !strings.Contains(words, "No line found") {
				t.Errorf("%d wide, after %q, it does not say so:\n%s", width, keys, v)
			}
		}
	}
	unread := person()
	unread.Readings = nil
	if v := view(at(t, unread)); !strings.Contains(v, stillRead) || strings.Contains(v, "no line found") {
		t.Errorf("nothing says that documents are still being read:\n%s", v)
	}
	if v := view(at(t, unread, "tab")); !strings.Contains(v, "still being read") {
		t.Errorf("nothing says that the document is still being read:\n%s", v)
	}
	bare := unread
	bare.Record.Candidate.Documents = nil
	if v := view(at(t, bare)); !strings.Contains(v, noDocuments) {
		t.Errorf("nothing says that there are no documents:\n%s", v)
	}
}

func TestReadingsThatArriveLater(t *testing.T) {
	early := person()
	early.Readings = nil
	m := at(t, early, "tab")
	late := person()
	late.Fresh = false
	m, _ = send(m, late)
	if v := view(m); !strings.Contains(v, "▌ • gRPC and REST") {
		t.Errorf("the document is not shown:\n%s", v)
	}
}

func TestAnotherCandidate(t *testing.T) {
	other := person()
	other.Record.Candidate.ID, other.Record.Candidate.Name = linus, "Linus Bergström"
	other.Record.Candidate.Documents = documents()[:1]
	other.Readings = readings()[:1]
	tests := []struct {
		name string
		keys []string
		tab  int
	}{
		{"proof stays proof", nil, 0},
		{"resume stays resume", []string{"tab"}, 1},
		{"a letter they did not send", []string{"tab", "tab"}, 0},
		{"the history is left", []string{"h"}, 0},
	}
	for _, test := range tests {
		m, _ := send(at(t, person(), test.keys...), other)
		if m.tab != test.tab || !strings.Contains(view(m), "Linus Bergström") {
			t.Errorf("%s: tab %d, want %d", test.name, m.tab, test.tab)
		}
	}
	other.Mode = intent.Triage
	if m, _ := send(at(t, person(), "tab"), other); m.tab != 0 {
		t.Errorf("triage begins with tab %d, want proof", m.tab)
	}
}

func TestTheSameCandidateChanged(t *testing.T) {
	m := at(t, person(), "J", "tab", "j", "v")
	same := person()
	same.Fresh = false
	same.Record.Candidate.Decision.Stage = model.Advanced
	m, _ = send(m, same)
	p, _ := m.page()
	if m.tab != 1 || m.requirement().ID != 4 || !p.Selecting() || !strings.Contains(view(m), "advanced") {
		t.Errorf("tab %d, requirement %v, selecting %v:\n%s", m.tab, m.requirement().ID, p.Selecting(), view(m))
	}
	same.Goto = 7
	if m, _ := send(m, same); m.requirement().ID != 7 {
		t.Errorf("stands on %v, want where it was told to", m.requirement().ID)
	}
	// A document that came in stands before the history's tab.
	h := at(t, person(), "h")
	same.Goto = 0
	same.Record.Candidate.Documents = append(documents(), model.Document{ID: screentest.ID(24), Kind: model.OtherDocument, Name: "references.txt"})
	if h, want := send(h, same); h.tab != h.historyTab() || want != (intent.Look{Candidate: amara}) {
		t.Errorf("tab %d of %d, asks for %v", h.tab, h.historyTab(), want)
	}
}

func TestQuote(t *testing.T) {
	first := person().Record.Review(me).Ratings[1].Quotes[0]
	tests := []struct {
		name string
		keys []string
		want []model.Quote // nil: none is set
		said string
	}{
		{"the line one stands on", []string{"tab"}, []model.Quote{{Document: resume, From: 9, To: 10}}, "quoted 1 line on Production-grade services"},
		{"beside those there are", []string{"K", "tab", "e"}, []model.Quote{first, {Document: resume, From: 10, To: 11}}, "quoted 1 line on Rust and async"},
		{"selected lines", []string{"tab", "v", "j", "j"}, []model.Quote{{Document: resume, From: 9, To: 12}}, "quoted 3 lines on Production-grade services"},
		{"one that is there", []string{"K", "tab"}, nil, "quoted already on Rust and async"},
		{"nothing found", []string{"G", "K", "tab"}, nil, "no line found to quote: v selects lines"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, got := send(at(t, person(), test.keys...), screentest.Key("y"))
			if p, _ := m.page(); p.Selecting() {
				t.Error("still selecting")
			}
			if test.want == nil {
				if got != (intent.Say{Text: test.said}) {
					t.Errorf("asks for %#v", got)
				}
				return
			}
			all, _ := got.(intent.All)
			if len(all) != 2 || all[0] != (intent.Say{Text: test.said}) {
				t.Fatalf("asks for %#v", got)
			}
			quotes := all[1].(intent.Quote).Quotes
			lines := strings.Split(resumeText, "\n")
			for i, q := range test.want {
				q.Text = strings.Join(lines[q.From:q.To], "\n")
				test.want[i] = q
			}
			if !slices.Equal(quotes, test.want) {
				t.Errorf("quotes %#v, want %#v", quotes, test.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	m := at(t, person(), "tab", "/", "r", "u", "s", "t")
	if !m.Typing() || !strings.Contains(view(m), "/rust▎  1 of 2") {
		t.Errorf("typing %v:\n%s", m.Typing(), view(m))
	}
	m = press(m, "enter", "n")
	if m.Typing() || !strings.Contains(view(m), "/rust  2 of 2") || !strings.Contains(view(m), "/ Rust, Go") {
		t.Errorf("after n:\n%s", view(m))
	}
	if m = press(m, "N"); !strings.Contains(view(m), "1 of 2") {
		t.Errorf("after N:\n%s", view(m))
	}
	m, want := send(m, screentest.Key("esc"))
	if want != nil || strings.Contains(view(m), "1 of 2") {
		t.Errorf("esc asks for %v instead of leaving the matches", want)
	}
	if _, want = send(m, screentest.Key("esc")); want != (intent.Back{}) {
		t.Errorf("the second esc asks for %v", want)
	}
	m = press(at(t, person()), "tab", "/", "z", "z")
	if !strings.Contains(view(m), "no match") {
		t.Errorf("nothing says that there is no match:\n%s", view(m))
	}
	if m = press(m, "esc"); m.Typing() {
		t.Error("esc does not end the typing")
	}
}

func TestPanelIsHiddenUntilISubmit(t *testing.T) {
	if v := view(at(t, person(), "tab")); !strings.Contains(v, "Panel: 2 submitted, hidden until you do") {
		t.Errorf("the panel is not said to be hidden:\n%s", v)
	}
	p := panel()
	p.Goto = 2
	v := view(screen(t, plain, 120, 60, p, "tab"))
	for _, want := range []string{"Panel: 3 submitted", "Ana Ortiz", "strong yes", "4313344443·2·"[:8], "Three years of Tokio", "Your note", "Would hire for the ledger", "Note by Ana Ortiz"} {
		if !strings.Contains(v, want) {
			t.Errorf("%q is not shown:\n%s", want, v)
		}
	}
}

func TestHistory(t *testing.T) {
	m := at(t, panel(), "h")
	rows := strings.Split(view(m), "\n")[3:]
	for i, want := range []string{"submitted", "note", "quoted 2 lines", "open → 4", "undid: Rust and async open → 3", "open → 3 · undone", "(never opened) · with"} {
		if !strings.Contains(rows[i], want) {
			t.Errorf("row %d is %q, want %q", i, rows[i], want)
		}
	}
	other := history()
	other.Candidate, other.Changes = linus, nil
	if m, _ := send(m, other); !strings.Contains(view(m), "submitted") {
		t.Error("took the history of somebody else")
	}
	_, want := send(m, intent.Status{Saving: true})
	if want != nil {
		t.Errorf("asks for %v before it is saved", want)
	}
	m, _ = send(m, intent.Status{Saving: true})
	if _, want = send(m, intent.Status{Saved: now}); want != (intent.Look{Candidate: amara}) {
		t.Errorf("asks for %v once saved", want)
	}
	small := screen(t, plain, 60, 15, panel(), "h", "G")
	if !strings.Contains(view(small), "amara-okafor.md") {
		t.Errorf("G does not show the oldest:\n%s", view(small))
	}
	if small = press(small, "g"); !strings.Contains(view(small), "submitted") {
		t.Errorf("g does not show the newest:\n%s", view(small))
	}
}

func TestRedoneChangesAreNotUndone(t *testing.T) {
	changes := []model.Change{{Number: 1}, {Number: 2, Undoes: 1}, {Number: 3, Undoes: 2}, {Number: 4}, {Number: 5, Undoes: 4}}
	if got := undone(changes); got[1] || !got[2] || !got[4] || got[3] || got[5] {
		t.Errorf("undone: %v", got)
	}
}

func TestKeyLines(t *testing.T) {
	triage := person()
	triage.Mode = intent.Triage
	tests := []struct {
		name   string
		person intent.Person
		keys   []string
		first  string
	}{
		{"proof", person(), nil, "enter"},
		{"triage", triage, nil, "a w x"},
		{"triage, on a document", triage, []string{"tab"}, "a w x"},
		{"document", person(), []string{"tab"}, "j/k"},
		{"selecting", person(), []string{"tab", "v"}, "j/k"},
		{"finding", person(), []string{"tab", "/"}, "enter"},
		{"matches", person(), []string{"tab", "/", "r", "enter"}, "n/N"},
		{"history", person(), []string{"h"}, "j/k"},
	}
	for _, test := range tests {
		m := at(t, test.person, test.keys...).Keys()
		if got := (keymap.Table{}).Hint(m.Hints[0]); got != test.first {
			t.Errorf("%s: the key line begins with %q, want %q", test.name, got, test.first)
		}
		if clashes := (keymap.Table{}).Clashes(m); len(clashes) > 0 {
			t.Errorf("%s: %v", test.name, clashes)
		}
	}
}

func TestTabs(t *testing.T) {
	p := person()
	p.Record.Candidate.Documents = append(documents(),
		model.Document{ID: screentest.ID(24), Kind: model.CoverLetter, Name: "b.txt"},
		model.Document{ID: screentest.ID(25), Kind: model.OtherDocument, Name: "references-of-three-people.txt"})
	m := at(t, p)
	want := []string{"Proof", "Resume", "Cover letter", "Cover letter 2", "Answers", "references-of-three…", "History"}
	if got := m.tabNames(); !slices.Equal(got, want) {
		t.Errorf("tabs %q, want %q", got, want)
	}
	small := screen(t, plain, 60, 15, p, "h", "h")
	if !strings.Contains(view(small), "[references-of-three…]") {
		t.Errorf("the tab that is shown is out of sight:\n%s", view(small))
	}
}

func TestMouse(t *testing.T) {
	press := func(m Model, b tea.MouseButton, x, y int) (Model, intent.Intent) {
		return send(m, tea.MouseMsg{Button: b, Action: tea.MouseActionPress, X: x, Y: y})
	}
	left := tea.MouseButtonLeft
	if _, want := press(at(t, person()), left, 1, 0); want != (intent.Back{}) {
		t.Errorf("a click on the way back asks for %v", want)
	}
	if m, _ := press(at(t, person()), left, 10, 1); m.tab != 1 {
		t.Errorf("a click on Resume shows tab %d", m.tab)
	}
	m, _ := press(at(t, person()), left, 20, 4)
	if m.requirement().ID != 1 {
		t.Errorf("a click on the first row stands on %v", m.requirement().ID)
	}
	if m, _ = press(m, left, 20, 4); m.tab != 2 {
		t.Errorf("a second click shows tab %d, want the letter's", m.tab)
	}
	if m, _ := press(at(t, person(), "tab"), left, 70, 5); m.requirement().ID != 2 {
		t.Errorf("a click in the pane stands on %v", m.requirement().ID)
	}
	m, _ = press(at(t, person(), "K", "tab"), left, 10, 17)
	if p, _ := m.page(); !func() bool { n, _, _, _ := p.Here(); return n == 2 }() {
		t.Errorf("a click on a marked line does not stand on it:\n%s", view(m))
	}
	if m, _ := press(at(t, person()), tea.MouseButtonWheelDown, 10, 10); m.requirement().ID != 4 {
		t.Errorf("the wheel goes to %v", m.requirement().ID)
	}
	small := screen(t, plain, 60, 15, person(), "tab")
	before := view(small)
	if m, _ := press(small, tea.MouseButtonWheelDown, 10, 10); view(m) == before {
		t.Error("the wheel does not scroll the document")
	}
	for y := range 40 {
		for x := 0; x < 120; x += 7 {
			press(at(t, panel(), "tab"), left, x, y)
			press(small, left, x, y)
		}
	}
}

func TestNobodyYet(t *testing.T) {
	m, _ := send(New(setting(), plain), tea.WindowSizeMsg{Width: 60, Height: 15})
	if v := m.View(); strings.Count(v, "\n") != 14 {
		t.Errorf("%d lines", strings.Count(v, "\n")+1)
	}
	for _, k := range []string{"j", "J", "tab", "enter", "y", "r"} {
		if _, want := send(m, screentest.Key(k)); want != nil {
			t.Errorf("%s asks for %v", k, want)
		}
	}
	if _, want := send(m, screentest.Key("esc")); want != (intent.Back{}) {
		t.Errorf("esc asks for %v", want)
	}
}

func TestASCIIDrawsNothingElse(t *testing.T) {
	p := panel()
	p.Goto = 2
	for i, r := range p.Readings {
		p.Readings[i] = reading(r.Document, strings.Map(func(r rune) rune { return min(r, '~') }, strings.Join(r.Lines, "\n")))
	}
	for _, keys := range [][]string{nil, {"tab"}, {"tab", "v", "j"}, {"tab", "/", "r"}, {"h"}} {
		for _, width := range []int{60, 120} {
			m := screen(t, inASCII, width, 40, p, keys...)
			m, _ = send(m, intent.Status{Saved: now})
			for _, r := range picture(m) {
				if r > '~' {
					t.Fatalf("after %q, %d wide: %q in\n%s", keys, width, r, m.View())
				}
			}
		}
	}
}

// The whole of a document of few words stands below its proof, where there is room for all of it.
func TestFewWords(t *testing.T) {
	few := person()
	few.Readings = nil
	for _, d := range few.Record.Candidate.Current() {
		few.Readings = append(few.Readings, reading(d, "Dear all,\n\nI would like the job."))
	}
	if v := view(screen(t, plain, 100, 39, few)); !strings.Contains(v, "All of the resume") || strings.Count(v, "I would like the job.") != len(few.Readings) {
		t.Errorf("the documents are not there:\n%s", v)
	}
	if v := view(screen(t, plain, 100, 23, few)); strings.Contains(v, "All of the") {
		t.Errorf("a part of the documents is called all:\n%s", v)
	}
	if v := view(screen(t, plain, 100, 60, person())); strings.Contains(v, "All of the") {
		t.Errorf("documents with proof are there too:\n%s", v)
	}
}
