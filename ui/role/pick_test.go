package role

import (
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
	"candid/ui/intent"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// An empty checklist opens in the posting, says what was seen, and is filled there.
func TestAnEmptyChecklist(t *testing.T) {
	for _, width := range []int{60, 80, 100, 200} {
		b := look(untold(), screentest.Look("plain"), width, 29)
		for _, want := range []string{"No list of requirements could be told.", "Headings seen: Pond keeper · About the pond ·", "Pick the lines that ask for something: space."} {
			if !strings.Contains(b.View(), want) {
				t.Errorf("%d columns do not say %q:\n%s", width, want, b.View())
			}
		}
		if b.send("enter"); b.says(t) != "nothing is on the checklist yet: space picks the line" {
			t.Errorf("it says %q", b.says(t))
		}
		if b.send("esc", "enter"); !strings.Contains(b.says(t), "tab goes to the posting") || !strings.Contains(b.View(), "Headings seen") {
			t.Errorf("it says %q:\n%s", b.says(t), b.View())
		}
		r := b.send("tab", "j", "j", "j", "space", "G", "k", "space", "p").made(t)
		if len(r.Checklist.Requirements) != 2 || r.Checklist.Requirements[0].Text != "You can swim." || r.Checklist.Requirements[1].Text != "A boat licence helps." {
			t.Fatalf("made %+v", r.Checklist.Requirements)
		}
		if r.Checklist.Requirements[1].Priority != model.Must || r.Checklist.Requirements[1].Label == "" {
			t.Errorf("made %+v", r.Checklist.Requirements[1])
		}
		if err := r.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestPickAndTakeOut(t *testing.T) {
	b := look(doubtful(), screentest.Look("plain"), 100, 29).send("tab", "j", "space")
	if !b.draft.dropped[2] || !strings.Contains(b.View(), "not on the checklist") {
		t.Errorf("it is still in:\n%s", b.View())
	}
	if b.send("space"); b.draft.dropped[2] || !strings.Contains(b.View(), "✓ must 2 · Rust or C++") {
		t.Errorf("it is not back:\n%s", b.View())
	}
	if b.send("tab"); b.picking() || b.at != 2 {
		t.Errorf("tab leads to entry %d", b.at)
	}
	if b.send("j", "tab"); !b.picking() || b.line != 2 {
		t.Errorf("tab leads to line %d", b.line)
	}
	if b.send("h"); b.picking() {
		t.Error("h does not lead to the checklist")
	}
}

// Lines that are on the checklist have a sign; of a paragraph, the row where they begin.
func TestPickedLinesAreMarked(t *testing.T) {
	b := look(untold(), screentest.Look("plain"), 60, 29).send("j", "j", "space", "G", "space", "g")
	view := b.View()
	for _, want := range []string{"\n✓ You have kept birds", "\n✓ Whoever feeds them", "\n▌ The pond is old"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not there:\n%s", want, view)
		}
	}
	dark := look(untold(), screentest.Look("dark"), 100, 29).send("j", "j", "j").View()
	if !strings.Contains(dark, "4;") || !strings.Contains(ansi.Strip(dark), "You can swim.") {
		t.Errorf("the words that are meant are not lit:\n%s", dark)
	}
}

// Of a paragraph of several lines only those are marked where the sentence stands.
func TestASentenceOfSeveralLines(t *testing.T) {
	r := posting.Reading{Role: model.Role{Title: "Pond keeper", Posting: "You have kept birds. You can\nswim. You do not\nmind rain."}}
	for _, s := range []string{"You have kept birds.", "You can swim.", "You do not mind rain."} {
		r.Lines = append(r.Lines, posting.Line{Text: s, Lines: [2]int{0, 3}})
	}
	r.Role.Checklist.Requirements = []model.Requirement{{ID: 1, Label: "Swims", Text: "You can swim", Lines: [2]int{0, 3}, Weight: 1}}
	b := look(r, screentest.Look("plain"), 60, 29).send("tab")
	for _, c := range []struct{ key, want string }{
		{"g", "▌ You have kept birds. You can  swim. You do not  mind rain."},
		{"j", "▌ You have kept birds. You can▌ swim. You do not  mind rain."},
		{"j", "✓ You have kept birds. You can▌ swim. You do not▌ mind rain."},
	} {
		b.send(c.key)
		var rows []string
		for _, row := range b.page.Lines()[:3] {
			rows = append(rows, strings.TrimRight(row, " "))
		}
		if got := strings.Join(rows, ""); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if _, n, f, _ := b.send("tab", "g", "j").page.Here(); n != 2 || f.Line != 0 || len(f.Terms) != 1 {
		t.Errorf("%d lines are those of the requirement, the first %+v", n, f)
	}
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		s, words, want string
		n              int
	}{
		{"We swim. You can swim. Rain.", "You can swim.", "You can swim.", 3},
		{"You **can** swim, you can", "You can swim", "You **can** swim", 3},
		{"a dog and a dog and a cat", "a dog and a cat", "a dog and a cat", 5},
		{"the first half.", "half and the rest", "half", 1},
		{"the first half of it", "half and the rest", "", 0},
		{"nothing of it", "You can", "", 0},
	} {
		from, to, n := run(c.s, strings.Fields(c.words))
		if got := c.s[from:to]; got != c.want || n != c.n {
			t.Errorf("%q in %q is %q, %d words; want %q, %d", c.words, c.s, got, n, c.want, c.n)
		}
	}
}

// A reading without a title stands on it and asks for one.
func TestNoTitle(t *testing.T) {
	r := doubtful()
	r.Role.Title = ""
	b := look(r, screentest.Look("plain"), 80, 23)
	if !b.Typing() || !strings.Contains(b.View(), "What is the role called?") {
		t.Fatalf("no title is asked for:\n%s", b.View())
	}
	if b.send("enter"); !strings.Contains(b.says(t), "a role has a title") {
		t.Errorf("it says %q", b.says(t))
	}
	if b.send("esc"); !strings.Contains(b.View(), "no title yet: W gives it one") {
		t.Errorf("without a title:\n%s", b.View())
	}
	if b.send("j", "enter"); b.says(t) != "the role has no title yet" || !b.Typing() {
		t.Errorf("it says %q", b.says(t))
	}
	if got := b.send("Harbour pilot", "enter").made(t); got.Title != "Harbour pilot" || len(got.Checklist.Requirements) != 8 {
		t.Errorf("made %+v", got)
	}
	r = untold()
	r.Role.Title = ""
	if b = look(r, screentest.Look("plain"), 80, 23).send("Pond keeper", "enter"); !b.picking() {
		t.Error("after the title the posting is not where one goes on")
	}
}

// A posting without a line that could be picked says so, and esc leaves it.
func TestNoLines(t *testing.T) {
	r := untold()
	r.Lines, r.Headings = nil, nil
	for _, width := range []int{60, 80, 120} {
		b := look(r, screentest.Look("plain"), width, 23).send("j", "G", "g", "k", "space", "d", "p", "tab", "enter", "u")
		for _, want := range []string{"No heading was seen.", "No line could be one either. Esc goes back"} {
			if !strings.Contains(strings.Join(strings.Fields(b.View()), " "), want[:20]) {
				t.Errorf("%q is not shown:\n%s", want, b.View())
			}
		}
		if len(b.asked) > 0 || b.Keys().Hints[0].Word != "scroll" {
			t.Errorf("asks for %+v, keys %+v", b.asked, b.Keys().Hints)
		}
		if b.send("esc"); b.asked[0] != (intent.Back{}) {
			t.Errorf("esc asks for %+v", b.asked)
		}
	}
}

func TestRemarksAreShown(t *testing.T) {
	for _, width := range []int{80, 120} {
		if b := look(doubtful(), screentest.Look("plain"), width, 29).send("tab"); !strings.Contains(b.View(), "2 questions to the applicant were left out") {
			t.Errorf("%d columns:\n%s", width, b.View())
		}
	}
}

func TestClickOnTheLines(t *testing.T) {
	b := look(untold(), screentest.Look("plain"), 100, 29)
	for y := headRows; y < 29; y++ {
		b.send(tea.MouseMsg{X: 70, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	if b.line != 6 {
		t.Errorf("a click on the last line goes to line %d", b.line)
	}
	b = look(doubtful(), screentest.Look("plain"), 100, 29).send("tab", tea.MouseMsg{X: 5, Y: headRows + 2, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if q, _ := b.current(); b.picking() || q.ID != 2 {
		t.Errorf("a click on the checklist goes to %s", q.ID)
	}
}

// Whatever is done, no line is wider than the screen and none too many; in plain ASCII all is ASCII.
func TestSizesWhileLookingOver(t *testing.T) {
	long := doubtful()
	long.Role.Title = strings.Repeat("Harbour ", 30)
	long.Remarks = append(long.Remarks, strings.Repeat("something was left out ", 20))
	for i := range 24 {
		q := long.Role.Checklist.Requirements[i%8]
		q.ID, q.Label, q.Text = model.RequirementID(20+i), strings.Repeat(string(rune('A'+i)), model.LabelCells), strings.Repeat(q.Text+" ", 6)
		long.Role.Checklist.Requirements = append(long.Role.Checklist.Requirements, q)
		for kind := wording.Priority; kind <= wording.Overlap; kind++ {
			long.Doubts = append(long.Doubts, wording.Doubt{Requirement: q.ID, Kind: kind, Other: 1, Why: strings.Repeat("why ", 30)})
		}
	}
	none := untold()
	none.Headings = append(none.Headings, strings.Split(strings.Repeat("A heading that is rather long,", 30), ",")...)
	untitled := untold()
	untitled.Role.Title = ""
	for _, size := range [][2]int{{60, 16}, {80, 24}, {99, 24}, {100, 30}, {120, 40}, {200, 60}} {
		for name, r := range map[string]posting.Reading{"long": long, "none": none, "untitled": untitled, "plain": doubtful()} {
			b := look(r, screentest.Look("ascii"), size[0], size[1]-1)
			for _, k := range []string{
				"esc", "tab", "j", "space", "tab", "n", "space", "n", "W", "alt+enter", "more", "enter", "enter", "esc", "A", "enter", strings.Repeat("words ", 40), "esc",
				"G", "tab", "g", "ctrl+d", "j", "space", "tab", "g", "W", "title ", "enter", "&", "s", "+", "b", "I", "p", "d", "u", "u", "ctrl+r",
			} {
				view := b.send(k).View()
				screentest.Whole(t, view, size[0], size[1]-1)
				screentest.ASCII(t, view)
				if t.Failed() {
					t.Fatalf("%s in %v after %q:\n%s", name, size, k, view)
				}
			}
		}
	}
}

func TestTwoThemesAtOnce(t *testing.T) {
	show := func(name string) *bench {
		return look(doubtful(), screentest.Look(name), 100, 29).send("n", "space", "tab", "j", "space")
	}
	dark, bare, light := show("dark"), show("plain"), show("light")
	if ansi.Strip(dark.View()) != bare.View() || ansi.Strip(light.View()) != bare.View() || dark.View() == light.View() || strings.Contains(bare.View(), "\x1b") {
		t.Error("one theme shows through another")
	}
}
