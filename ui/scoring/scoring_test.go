package scoring

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/evidence"
	"candid/model/search"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

func begun(strip string) *bench {
	return open(screentest.Look("plain"), 120, 39, amara(opening(), strip))
}

func TestWhereItBegins(t *testing.T) {
	for _, c := range []struct {
		name  string
		strip string
		sent  bool
		to    model.RequirementID
		want  model.RequirementID
	}{
		{"nothing rated", "", false, 0, 1},
		{"on the first undecided", "430· ····", false, 0, 4},
		{"on the summary when all is decided", "43434344 43020", false, 0, 0},
		{"where it is told to", "43", false, 7, 7},
		{"a submitted review on the summary", "43", true, 0, 0},
		{"a submitted one where it is told to", "43", true, 2, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := amara(opening(), c.strip)
			if c.sent {
				mine := r.Review(me)
				mine.Submitted = 5
				r = r.WithReview(mine)
			}
			b := open(screentest.Look("plain"), 100, 29, r)
			if b.tell(true, c.to); b.stands() != c.want {
				t.Errorf("on %v, want %v", b.stands(), c.want)
			}
		})
	}
}

func TestADigitRatesAndGoesOn(t *testing.T) {
	for _, c := range []struct {
		name  string
		strip string
		keys  []any
		want  string
		at    model.RequirementID
	}{
		{"the next", "", []any{"3"}, "3······· ·····", 2},
		{"every digit", "", []any{"1", "2", "3", "4", "0"}, "12340··· ·····", 6},
		{"past what is decided", "·33·", []any{"4"}, "433····· ·····", 4},
		{"around to one before", "·33333333333·", []any{"J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "2"}, "·3333333 33332", 1},
		{"to the summary after the last", "33333333 3333·", []any{"2"}, "33333333 33332", 0},
		{"one that is decided, then the next that is not", "33·", []any{"K", "4"}, "34······ ·····", 3},
		{"one of all that are decided, then the summary", "33333333 33333", []any{"K", "K", "1"}, "33333333 33313", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := begun(c.strip).send(c.keys...)
			if got := mine(b); got != c.want {
				t.Errorf("rated %s, want %s", got, c.want)
			}
			if b.stands() != c.at {
				t.Errorf("on %v, want %v", b.stands(), c.at)
			}
		})
	}
}

// mine is my ratings as a strip.
func mine(b *bench) string {
	return b.theme.Strip(b.cells(), b.musts())
}

func TestARatingFromBeforeAChangeIsUndecided(t *testing.T) {
	b := begun("3333")
	b.role.Checklist.Version, b.role.Checklist.Requirements[1].Changed = 2, 2
	b.tell(true, 0)
	if b.stands() != 2 {
		t.Fatalf("on %v, want the changed requirement", b.stands())
	}
	if !strings.Contains(b.View(), "rated before the change: press a digit to rate") {
		t.Errorf("it does not say so:\n%s", b.View())
	}
	if b.send("3"); b.stands() != 5 || mine(b) != "3333···· ·····" {
		t.Errorf("on %v with %s", b.stands(), mine(b))
	}
}

func TestMovingByHand(t *testing.T) {
	b := begun("43434344 43")
	for _, step := range []struct {
		key  string
		want model.RequirementID
	}{{"J", 12}, {"J", 13}, {"J", 0}, {"J", 0}, {"K", 13}, {"K", 12}} {
		if b.send(step.key); b.stands() != step.want {
			t.Fatalf("%s: on %v, want %v", step.key, b.stands(), step.want)
		}
	}
	for range 20 {
		b.send("K")
	}
	if b.stands() != 1 {
		t.Errorf("on %v after many K, want the first", b.stands())
	}
	if b.send(intent.Number{N: 9}); b.stands() != 9 {
		t.Errorf("on %v, want the 9th", b.stands())
	}
	b.send(intent.Number{N: 14})
	if b.stands() != 9 {
		t.Errorf("a number that there is not moved to %v", b.stands())
	}
}

func TestLater(t *testing.T) {
	b := begun("·33")
	if b.send(">"); b.stands() != 4 {
		t.Fatalf("on %v, want the next undecided", b.stands())
	}
	b.send("3", "3", "3", "3", "3", "3", "3", "3", "3", "3")
	if b.stands() != 1 {
		t.Fatalf("on %v, want what was put off", b.stands())
	}
	if b.send(">"); b.stands() != 1 {
		t.Errorf("on %v: the only one left cannot be put off", b.stands())
	}
	screentest.Last[intent.Say](t, b.asked)
	if b.send("2"); b.stands() != 0 {
		t.Errorf("on %v, want the summary", b.stands())
	}
	if b.tell(true, 0); b.place(1) != 0 {
		t.Errorf("a person who is opened again comes in another order")
	}
}

func TestUndoGoesWhereItWas(t *testing.T) {
	b := begun("")
	b.send("3", "4", "J", "J", "u")
	screentest.Last[intent.Undo](t, b.asked)
	b.undo(2)
	if b.stands() != 2 || mine(b) != "3······· ·····" {
		t.Errorf("on %v with %s", b.stands(), mine(b))
	}
}

func TestUndoOfTheReviewGoesToTheSummary(t *testing.T) {
	for _, fresh := range []bool{true, false} {
		b := begun("3")
		p := b.person
		p.Fresh, p.Summary = fresh, true
		if b.send(p); b.stands() != 0 {
			t.Errorf("fresh %v: on %v", fresh, b.stands())
		}
	}
}

// What is cut ends in one ellipsis, also where a line is full to its last cell.
func TestWrapEndsInOneEllipsis(t *testing.T) {
	m := open(screentest.Look("plain"), 60, 15, amara(opening(), "")).Model
	for cells := 4; cells < 24; cells++ {
		got := m.wrap("The incident answer is the best", cells, 1)[0]
		if !strings.HasSuffix(got, "…") || strings.HasSuffix(got, "……") || text.Width(got) > cells {
			t.Errorf("in %d cells: %q", cells, got)
		}
	}
}

func TestRepeatGoesOn(t *testing.T) {
	b := begun("").send("2", ".")
	if w := screentest.Last[intent.Repeat](t, b.asked); w.Requirement != 2 || len(w.Candidates) != 1 {
		t.Errorf("asked for %+v", w)
	}
	if b.stands() != 3 || mine(b) != "22······ ·····" {
		t.Errorf("on %v with %s", b.stands(), mine(b))
	}
}

func TestNewsOfTheSamePersonMovesNothing(t *testing.T) {
	b := begun("").send("J", "j", "j", "e")
	before := b.View()
	if b.tell(false, 0); b.View() != before {
		t.Error("the screen has changed")
	}
	other := amara(opening(), "")
	other.Candidate.ID = screentest.ID(101)
	b.send(intent.Person{Role: b.role, Record: other, Readings: readings()})
	if b.View() != before {
		t.Error("late news of somebody else changed the screen")
	}
}

func TestWhatIsBeingRead(t *testing.T) {
	b := begun("")
	b.send(intent.Person{Role: b.role, Record: b.record, Fresh: true, At: 1, Of: 1})
	if !strings.Contains(b.View(), "Reading") {
		t.Errorf("it does not say that the documents are being read:\n%s", b.View())
	}
	for _, k := range []string{"3", "y", "m"} {
		b.asked = nil
		b.send(k)
		screentest.Last[intent.Say](t, b.asked)
	}
	if b.stands() != 1 || b.Typing() {
		t.Errorf("on %v, typing %t", b.stands(), b.Typing())
	}
	if b.tell(false, 0); b.stands() != 1 || !strings.Contains(b.View(), "AMARA OKAFOR") {
		t.Errorf("on %v once it was read:\n%s", b.stands(), b.View())
	}
}

func TestTheDocumentFollows(t *testing.T) {
	b := begun("").send("J")
	if n, of := b.lines(); b.page.Document() != resume || n != 1 || of != 4 {
		t.Errorf("requirement 2: document %v, line %d of %d", b.page.Document(), n, of)
	}
	b.send(intent.Number{N: 9})
	if n, of := b.lines(); b.page.Document() != letter || n != 2 || of != 2 {
		t.Errorf("requirement 9: document %v, line %d of %d; the strongest is in the letter", b.page.Document(), n, of)
	}
	b.send(intent.Number{N: 10})
	if b.page.Document() != letter || !strings.Contains(b.View(), "No line found.") {
		t.Errorf("requirement 10 has no line:\n%s", b.View())
	}
}

func TestEvidenceGoesOnInTheNextDocument(t *testing.T) {
	b := begun("").send("J")
	var walked []int
	for range 5 {
		n, _ := b.lines()
		walked = append(walked, n)
		b.send("e")
	}
	if !reflect.DeepEqual(walked, []int{1, 2, 3, 4, 1}) {
		t.Errorf("forward: %v", walked)
	}
	walked = nil
	b.send("E")
	for range 5 {
		n, _ := b.lines()
		walked = append(walked, n)
		b.send("E")
	}
	if !reflect.DeepEqual(walked, []int{1, 4, 3, 2, 1}) {
		t.Errorf("back: %v", walked)
	}
	b.send(intent.Number{N: 2})
	if b.send("tab"); b.page.Document() != letter {
		t.Error("tab did not go to the letter")
	}
	if b.send("tab"); b.page.Document() != resume {
		t.Error("tab did not come round")
	}
}

func TestQuoting(t *testing.T) {
	lines := strings.Split(resumeText, "\n")
	b := begun("").send("J", "y")
	first := model.Quote{Document: resume, From: 4, To: 5, Text: lines[4]}
	if w := screentest.Last[intent.Quote](t, b.asked); w.Requirement != 2 || !reflect.DeepEqual(w.Quotes, []model.Quote{first}) {
		t.Fatalf("the line of evidence: %+v", w)
	}
	b.send("v", "j", "j")
	if m := b.Keys(); m.Screen != "Selecting lines" {
		t.Errorf("the keys are those of %q", m.Screen)
	}
	b.send("y")
	second := model.Quote{Document: resume, From: 4, To: 7, Text: strings.Join(lines[4:7], "\n")}
	if w := screentest.Last[intent.Quote](t, b.asked); !reflect.DeepEqual(w.Quotes, []model.Quote{first, second}) {
		t.Fatalf("selected lines: %+v", w.Quotes)
	}
	b.send("y")
	if w := screentest.Last[intent.Quote](t, b.asked); !reflect.DeepEqual(w.Quotes, []model.Quote{second}) {
		t.Errorf("the same line again: %+v", w.Quotes)
	}
	asked := len(b.asked)
	if b.send("v", "esc"); b.page.Selecting() || len(b.asked) != asked {
		t.Error("esc did not end the selection, or did more")
	}
	b.send(intent.Number{N: 10}, "y")
	if w := screentest.Last[intent.Say](t, b.asked); !strings.Contains(w.Text, "v selects") {
		t.Errorf("nothing to quote: %q", w.Text)
	}
}

func TestNotes(t *testing.T) {
	b := begun("").send("m")
	if !b.Typing() || b.Draft() != nil {
		t.Fatal("an empty note is a draft, or nothing is typed")
	}
	b.send("1 year, u and j", tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(" pasted\x1b[31m")})
	want := intent.Note{Requirement: 1, Text: "1 year, u and j pasted[31m"}
	if b.Draft() != want {
		t.Errorf("the draft is %+v", b.Draft())
	}
	b.send(tea.WindowSizeMsg{Width: 60, Height: 15})
	if b.Draft() != want || !strings.Contains(b.View(), "u and j") {
		t.Errorf("after a change of size:\n%s", b.View())
	}
	b.send("esc")
	if b.Typing() || screentest.Last[intent.Note](t, b.asked) != want || b.stands() != 1 {
		t.Errorf("esc kept %+v, typing %t", screentest.Last[intent.Note](t, b.asked), b.Typing())
	}
	asked := len(b.asked)
	b.send("m", "enter")
	if len(b.asked) != asked || b.Draft() != nil {
		t.Errorf("a note that was not changed was kept again: %+v", b.asked[asked:])
	}
	b.send("m", "ctrl+u", "enter")
	if w := screentest.Last[intent.Note](t, b.asked); w != (intent.Note{Requirement: 1}) {
		t.Errorf("an emptied note: %+v", w)
	}
	b.send("m", "ctrl+v", "alt+enter", "enter")
	if b.Typing() {
		t.Error("enter did not close the note")
	}
	b.send("J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "m", "Over all", "enter")
	if w := screentest.Last[intent.Note](t, b.asked); w != (intent.Note{Text: "Over all"}) {
		t.Errorf("a note on the review: %+v", w)
	}
}

func TestFinding(t *testing.T) {
	b := begun("").send("/", "rust")
	if n, of := b.page.Matches(); n != 1 || of != 2 || !b.Typing() {
		t.Errorf("match %d of %d while typing %t", n, of, b.Typing())
	}
	b.send("enter", "n")
	if n, of := b.page.Matches(); n != 2 || of != 2 || b.Typing() {
		t.Errorf("match %d of %d while typing %t", n, of, b.Typing())
	}
	if b.send("N"); !strings.Contains(b.View(), "1 of 2") {
		t.Errorf("the match is not counted:\n%s", b.View())
	}
	asked := len(b.asked)
	if b.send("esc"); len(b.asked) != asked || b.find.words != "" {
		t.Error("esc did not end the search first")
	}
	b.send("/", "nosuchword", "enter")
	screentest.Last[intent.Say](t, b.asked)
}

// What the candidate was found by is marked, the requirement's line stays in sight, and n goes to the first.
func TestWhatTheCandidateWasFoundBy(t *testing.T) {
	b := begun("")
	b.send(intent.Person{Role: b.role, Record: b.record, Readings: as(model.Review{}), Fresh: true, At: 1, Of: 1, Find: []search.Said{{Text: "rust"}}})
	if n, of := b.page.Matches(); n != 0 || of != 2 || !strings.Contains(b.View(), "/ rust  2 found") {
		t.Errorf("match %d of %d:\n%s", n, of, b.View())
	}
	b.send("n")
	if n, of := b.page.Matches(); n != 1 || of != 2 || !strings.Contains(b.View(), "/ rust  1 of 2") {
		t.Errorf("after n it is match %d of %d:\n%s", n, of, b.View())
	}
	if b.send("/", "esc"); b.lookedFor() != "" {
		t.Errorf("the marks stay: %q", b.lookedFor())
	}
}

func TestSubmitting(t *testing.T) {
	b := begun("43434344 43·2·").send("J", "J", "J")
	b.send("enter")
	if w := screentest.Last[intent.Say](t, b.asked); !strings.Contains(w.Text, "recommend first") {
		t.Errorf("without a recommendation: %q", w.Text)
	}
	for key, want := range map[string]model.Recommendation{"N": model.StrongNo, "n": model.No, "y": model.Yes, "Y": model.StrongYes} {
		if b.send(key); b.mine.Recommendation != want {
			t.Errorf("%s recommends %v", key, b.mine.Recommendation)
		}
	}
	b.send("y", "enter")
	if !strings.Contains(b.View(), "2 still open: enter again submits") || b.mine.Submitted != 0 {
		t.Fatalf("with two open:\n%s", b.View())
	}
	if b.send("j", "enter"); b.mine.Submitted != 0 {
		t.Fatal("another key did not take the first enter back")
	}
	b.send("enter")
	screentest.Last[intent.Submit](t, b.asked)
	if !strings.Contains(b.View(), "submitted 20:41") || b.Keys().Screen != "Submitted review" {
		t.Errorf("once submitted:\n%s", b.View())
	}
	b.send("enter")
	if w := screentest.Last[intent.Step](t, b.asked); w.By != 1 {
		t.Errorf("enter once submitted steps by %d", w.By)
	}
}

func TestSubmittingAllDecided(t *testing.T) {
	b := begun("43434344 43121").send("Y", "enter")
	screentest.Last[intent.Submit](t, b.asked)
}

func TestThePanelIsHiddenUntilIDo(t *testing.T) {
	for _, width := range []int{120, 100, 80, 60} {
		r := panelled(opening(), amara(opening(), "43434344 43121"))
		b := open(screentest.Look("plain"), width, 39, r)
		for _, at := range []model.RequirementID{0, 2} {
			b.tell(true, at)
			for _, secret := range []string{"Bo", "Chiara", "Two years of it", "Deep in storage"} {
				if strings.Contains(b.View(), secret) {
					t.Errorf("%d cells, requirement %v: %q shows\n%s", width, at, secret, b.View())
				}
			}
		}
		b.tell(true, 0)
		b.send("Y", "enter")
		for _, at := range []model.RequirementID{0, 2} {
			b.tell(true, at)
			if !strings.Contains(b.View(), "Bo") || !strings.Contains(b.View(), "Chiara") {
				t.Errorf("%d cells, requirement %v: the panel does not show\n%s", width, at, b.View())
			}
		}
	}
}

func TestWhatElseItAsksFor(t *testing.T) {
	amara := []model.ID{screentest.ID(100)}
	for key, want := range map[string]intent.Intent{
		"a": intent.Decide{Candidates: amara, Stage: model.Advanced}, "w": intent.Decide{Candidates: amara, Stage: model.OnHold},
		"x": intent.Decide{Candidates: amara, Stage: model.Rejected}, "]": intent.Step{By: 1}, "[": intent.Step{By: -1},
		"esc": intent.Back{}, "R": intent.Show{Action: keymap.Role}, "?": intent.Show{Action: keymap.Help},
		":": intent.Show{Action: keymap.Palette}, "ctrl+r": intent.Redo{},
		"O": intent.View{Document: readings()[0].Document, Pager: true}, "o": intent.View{Document: readings()[0].Document},
	} {
		for _, strip := range []string{"", "33333333 33333"} {
			if b := begun(strip).send(key); !reflect.DeepEqual(b.asked, []intent.Intent{want}) {
				t.Errorf("%s asks for %+v, want %+v", key, b.asked, want)
			}
		}
	}
}

func TestKeysDoNotClash(t *testing.T) {
	for _, m := range []keymap.Map{ratingKeys, summaryKeys, submittedKeys, noteKeys, findKeys, selectKeys} {
		if c := (keymap.Table{}).Clashes(m); c != nil {
			t.Errorf("%s: %q", m.Screen, c)
		}
	}
}

func TestClicks(t *testing.T) {
	click := func(b *bench, words string) *bench {
		t.Helper()
		for y, line := range strings.Split(b.View(), "\n") {
			if before, _, ok := strings.Cut(line, words); ok {
				return b.send(tea.MouseMsg{X: len([]rune(before)), Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
			}
		}
		t.Fatalf("no %q in\n%s", words, b.View())
		return b
	}
	for _, width := range []int{120, 60} {
		b := open(screentest.Look("plain"), width, 29, amara(opening(), "43434344 43·2·"))
		if click(b, "some"); mine(b) != "43434344 4322·" {
			t.Errorf("%d cells: a click on some rated %s", width, mine(b))
		}
		b.send(tea.MouseMsg{X: 2, Y: 28, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if b.stands() != 2 {
			t.Errorf("%d cells: a click on the strip went to %v", width, b.stands())
		}
		b.send(tea.MouseMsg{X: 14, Y: 28, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if b.stands() != 11 {
			t.Errorf("%d cells: a click on the strip went to %v", width, b.stands())
		}
		b.send("1", "2")
		if click(b, "Mentoring"); b.stands() != 12 {
			t.Errorf("%d cells: a click on the summary went to %v", width, b.stands())
		}
	}
	b := begun("33333333 33333")
	if click(b, "strong yes"); b.mine.Recommendation != model.StrongYes {
		t.Errorf("a click recommended %v", b.mine.Recommendation)
	}
}

// Every size gives exactly the lines there is room for, whatever is on the screen.
func TestSizes(t *testing.T) {
	role := opening()
	role.Checklist.Requirements[1].Text = strings.Repeat("A requirement that goes on for long; ", 30)
	role.Checklist.Requirements[1].Weight = 2.5
	for i := range role.Checklist.Requirements[1].Anchors {
		role.Checklist.Requirements[1].Anchors[i] = strings.Repeat("an anchor of many words ", 8)
	}
	r := panelled(role, amara(role, "43434344 43·2·"))
	mine := r.Review(me)
	mine.Ratings[1].Note = strings.Repeat("A note. 陈美玲\n", 40)
	for i := range 9 {
		mine.Ratings[1].Quotes = append(mine.Ratings[1].Quotes, model.Quote{Document: resume, From: i, To: i + 1, Text: "lines"})
	}
	mine.Note = mine.Ratings[1].Note
	r = r.WithReview(mine)
	for _, sent := range []model.Time{0, model.At(clock)} {
		mine.Submitted = sent
		b := open(screentest.Look("plain"), 60, 15, r.WithReview(mine))
		b.role = role
		for width := 60; width <= 200; width += 7 {
			for height := 15; height <= 60; height += 3 {
				b.send(tea.WindowSizeMsg{Width: width, Height: height})
				for _, at := range []model.RequirementID{0, 2, 11} {
					b.tell(true, at)
					if at == 0 {
						b.send("J", "J", "J")
					}
					screentest.Whole(t, b.View(), width, height)
					screentest.Whole(t, b.send("m", "words").View(), width, height)
					b.note = note{}
				}
			}
		}
	}
}

func TestTwoThemesAtOnce(t *testing.T) {
	r := worked()
	dark, bare := open(screentest.Look("dark"), 100, 29, r), open(screentest.Look("plain"), 100, 29, r)
	if ansi.Strip(dark.View()) != bare.View() || strings.Contains(bare.View(), "\x1b") || !strings.Contains(dark.View(), "\x1b") {
		t.Error("one theme shows through another")
	}
}

func TestStatus(t *testing.T) {
	b := begun("")
	for want, s := range map[string]intent.Status{"saving…": {Saving: true, Saved: clock}, "saved 20:41": {Saved: clock.In(time.UTC)}} {
		if b.send(s); !strings.Contains(b.View(), want) {
			t.Errorf("%+v does not show %q", s, want)
		}
	}
}

func BenchmarkDigit(b *testing.B) {
	p := open(screentest.Look("dark"), 120, 39, panelled(opening(), amara(opening(), "")))
	start := p.Model
	three := screentest.Key("3")
	b.ReportAllocs()
	for b.Loop() {
		next, _ := start.Update(three)
		_ = next.View()
	}
}

func BenchmarkDigitWithAnswer(b *testing.B) {
	p := open(screentest.Look("dark"), 120, 39, panelled(opening(), amara(opening(), "")))
	start, person := p.Model, p.person
	three := screentest.Key("3")
	for b.Loop() {
		next, _ := start.Update(three)
		next, _ = next.Update(intent.Person{Role: person.Role, Record: person.Record, Readings: person.Readings, Row: person.Row, At: 5, Of: 14})
		_ = next.View()
	}
}

func BenchmarkScroll(b *testing.B) {
	p := open(screentest.Look("dark"), 120, 39, panelled(opening(), amara(opening(), "")))
	down := screentest.Key("j")
	for b.Loop() {
		next, _ := p.Model.Update(down)
		_ = next.View()
	}
}

// d takes the statement one stands on away, the next one is stood upon, and an undo or D brings it back.
func TestTakingAway(t *testing.T) {
	line := func(b *bench) int {
		line, _ := b.page.At()
		return line
	}
	b := begun("4")
	first := line(b)
	b.send("d")
	if got := screentest.Last[intent.All](t, b.asked); !strings.HasPrefix(got[0].(intent.Say).Text, "taken away: ") || !strings.HasSuffix(got[0].(intent.Say).Text, " · u brings it back") {
		t.Errorf("says %v", got[0])
	}
	if n, of := b.lines(); line(b) == first || n != 1 || of != 3 {
		t.Errorf("on line %d, %d of %d", line(b), n, of)
	}
	b.send("d", "d", "d") // the last of them stands in another document
	if n, of := b.lines(); n != 0 || of != 0 || !strings.Contains(b.View(), "No line left: you took 4 away") {
		t.Errorf("%d of %d:\n%s", n, of, b.View())
	}
	if b.send("d"); !strings.Contains(screentest.Last[intent.Say](t, b.asked).Text, "no line here") {
		t.Errorf("asks for %v", b.asked[len(b.asked)-1])
	}
	b.undo(2)
	if _, of := b.lines(); of != 1 {
		t.Errorf("%d after an undo", of)
	}
	if b.send("D"); len(b.record.Review(me).Dismissed) != 0 {
		t.Errorf("still away: %v", b.record.Review(me).Dismissed)
	}
	if _, of := b.lines(); of != 4 {
		t.Errorf("%d after D", of)
	}
}

// What I quote counts as evidence of mine; taken away, it is quoted no more.
func TestQuotesAreEvidence(t *testing.T) {
	b := begun("4").send("v", "k", "k", "y")
	_, _, f, ok := b.page.Here()
	if _, of := b.lines(); !ok || f.Kind != evidence.Quoted || of != 4 || !strings.Contains(b.View(), "» mine") {
		t.Errorf("%+v, of %d:\n%s", f, of, b.View())
	}
	if b.send("d"); len(b.record.Review(me).Rating(2).Quotes) != 0 || len(b.record.Review(me).Dismissed) != 0 {
		t.Errorf("%+v", b.record.Review(me))
	}
}

// W says why a line is pointed at; the next key, whatever it is, leaves that and does nothing else.
func TestWhy(t *testing.T) {
	b := begun("4").send("W")
	if !strings.Contains(b.View(), "WHY THIS LINE") || !b.Typing() {
		t.Errorf("shows\n%s", b.View())
	}
	asked := len(b.asked)
	if b.send("3"); len(b.asked) != asked || strings.Contains(b.View(), "WHY THIS LINE") || mine(b) != "4······· ·····" {
		t.Errorf("asks for %v and shows\n%s", b.asked[asked:], b.View())
	}
	if b.send("v", "k", "k", "W"); screentest.Last[intent.Why](t, b.asked).Line != 2 {
		t.Errorf("asks for %v", b.asked[len(b.asked)-1])
	}
	if b.send("x", "esc", "J", "J", "J", "J", "J", "J", "W"); !strings.Contains(screentest.Last[intent.Say](t, b.asked).Text, "stand on a line first") {
		t.Errorf("without a line it asks for %v", b.asked[len(b.asked)-1])
	}
}
