package list

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
)

var _ intent.Screen = Model{}
var _ intent.Typing = Model{}

// person is the id of somebody of the fixture.
func person(name string) model.ID {
	for i, a := range applicants {
		if strings.HasPrefix(a.name, name) {
			return screentest.ID(100 + i)
		}
	}
	panic("nobody is called " + name)
}

// wants is what was asked for since the last look, but for what the list asks for by itself.
func (b *bench) wants() []intent.Intent {
	var wants []intent.Intent
	for _, w := range b.asked {
		switch w.(type) {
		case intent.Remember, intent.Peek, intent.Search:
		default:
			wants = append(wants, w)
		}
	}
	b.asked = nil
	return wants
}

// on is who the cursor is on.
func (b *bench) on() string {
	r, ok := b.here()
	if !ok {
		return "nobody"
	}
	return strings.Fields(r.Candidate.Name)[0]
}

func TestKeysAsk(t *testing.T) {
	amara, ifeoma, linus := person("Amara"), person("Ifeoma"), person("Linus")
	all := open(screentest.Look("plain"), 100, 29, applicants).Queue()
	for _, c := range []struct {
		name string
		keys []any
		want intent.Intent
	}{
		{"enter opens", []any{"j", "enter"}, intent.Open{Candidate: ifeoma, Queue: all}},
		{"r scores", []any{"r"}, intent.Open{Candidate: amara, Queue: all, As: intent.Scoring}},
		{"t decides on one after the other", []any{"t"}, intent.Open{Candidate: amara, Queue: all, As: intent.Triage}},
		{"S begins with the first that is not submitted", []any{"S"}, intent.Open{Candidate: linus, Queue: all, As: intent.Scoring}},
		{"a advances", []any{"a"}, intent.Decide{Candidates: []model.ID{amara}, Stage: model.Advanced}},
		{"w holds those marked, in the list's order", []any{"j", "space", "k", "k", "space", "w"}, intent.Decide{Candidates: []model.ID{amara, ifeoma}, Stage: model.OnHold}},
		{"x rejects", []any{"x"}, intent.Decide{Candidates: []model.ID{amara}, Stage: model.Rejected}},
		{". repeats", []any{"j", "."}, intent.Repeat{Candidates: []model.ID{ifeoma}}},
		{"u undoes", []any{"u"}, intent.Undo{}},
		{"ctrl+r redoes", []any{"ctrl+r"}, intent.Redo{}},
		{"R", []any{"R"}, intent.Show{Action: keymap.Role}},
		{"ctrl+o", []any{"ctrl+o"}, intent.Show{Action: keymap.Roles}},
		{"i", []any{"i"}, intent.Show{Action: keymap.Add}},
		{"?", []any{"?"}, intent.Show{Action: keymap.Help}},
		{":", []any{":"}, intent.Show{Action: keymap.Palette}},
		{"q quits", []any{"q"}, intent.Quit{}},
		{"ctrl+c quits while typing", []any{"/", "ctrl+c"}, intent.Quit{}},
		{"a digit says where it rates", []any{"3"}, intent.Say{Text: "r to score: a digit rates there"}},
		{"esc with nothing to clear says how to leave", []any{"esc"}, intent.Say{Text: "q quits"}},
		{"a key of elsewhere", []any{"y"}, nil},
		{"a key of nowhere", []any{"Z"}, nil},
		{"what is pasted is no command", []any{tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x"), Paste: true}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := open(screentest.Look("plain"), 100, 29, applicants).send(c.keys...).wants()
			if c.want == nil && len(got) == 0 {
				return
			}
			if len(got) != 1 || !reflect.DeepEqual(got[0], c.want) {
				t.Errorf("asked for %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestMoving(t *testing.T) {
	for _, c := range []struct {
		keys []any
		want int
	}{
		{[]any{"j", "j", "k"}, 1}, {[]any{"k"}, 0}, {[]any{"G"}, 13}, {[]any{"G", "j"}, 13}, {[]any{"G", "g"}, 0}, {[]any{"down", "up", "down"}, 1},
		{[]any{"end", "home"}, 0}, {[]any{"ctrl+d"}, 4}, {[]any{"ctrl+d", "ctrl+u"}, 0}, {[]any{"pgdown"}, 8}, {[]any{"pgdown", "pgup"}, 0},
		{[]any{"space"}, 1}, {[]any{intent.Number{N: 5}}, 4}, {[]any{intent.Number{N: 99}}, 13}, {[]any{intent.Number{N: 0}}, 0},
	} {
		b := open(screentest.Look("plain"), 60, 15, applicants).send(c.keys...)
		if b.cursor != c.want {
			t.Errorf("%v leads to row %d, want %d", c.keys, b.cursor, c.want)
		}
		if b.cursor < b.top || b.cursor >= b.top+b.room() {
			t.Errorf("%v: row %d is not among the %d from %d on", c.keys, b.cursor, b.room(), b.top)
		}
	}
}

func TestCursorStaysOnItsCandidate(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, applicants).send("j", "j")
	for _, key := range []string{"s", "s", "s", "s", "s", "ctrl+s", "l", "s", "ctrl+s"} {
		b.send(key)
		if b.on() != "Linus" {
			t.Fatalf("after %q the cursor is on %s", key, b.on())
		}
	}
	role := opening()
	better := applicants[8] // Wanjiru, of whom nothing was known
	better.mine = "44444444 44444"
	b = open(screentest.Look("plain"), 100, 29, applicants).send("j", "j", intent.Changed{Rows: []model.Row{better.row(role, 8)}})
	if b.on() != "Linus" || b.cursor != 3 {
		t.Errorf("somebody moved above: the cursor is on %s, row %d", b.on(), b.cursor)
	}
	b.send(intent.Changed{Rows: []model.Row{applicant{name: "Zoë New", mine: "44444444 44444", sent: true}.row(role, 50)}})
	if b.on() != "Linus" || len(b.shown) != 15 || b.rows[1].Candidate.Name == "" {
		t.Errorf("somebody new: the cursor is on %s of %d", b.on(), len(b.shown))
	}
}

func TestWhoeverIsFilteredAwayLeavesTheCursorToTheNext(t *testing.T) {
	role := opening()
	b := open(screentest.Look("plain"), 100, 29, applicants).send("/", "stage:new", "enter", "j", "j", "j")
	if b.on() != "Dmitri" {
		t.Fatalf("the cursor is on %s", b.on())
	}
	gone := applicants[6]
	gone.stage = model.Rejected
	b.send(intent.Changed{Rows: []model.Row{gone.row(role, 6)}})
	if b.on() != "Jun-ho" {
		t.Errorf("the cursor is on %s, want the next one", b.on())
	}
	b.send(intent.Changed{Rows: []model.Row{applicants[6].row(role, 6)}}, intent.Stand{Candidate: person("Dmitri")})
	if b.on() != "Dmitri" {
		t.Errorf("after an undo the cursor is on %s", b.on())
	}
}

func TestMarks(t *testing.T) {
	role := opening()
	b := open(screentest.Look("plain"), 100, 29, applicants).send("space", "space")
	if len(b.marked) != 2 {
		t.Fatalf("%d marked", len(b.marked))
	}
	if !slices.Contains(b.lines(), fmt.Sprintf("%-80s", " 2 marked")+"       saved · 20:41") {
		t.Errorf("the status line is %q", b.lines()[28])
	}
	decided := applicants[1]
	decided.stage = model.Advanced
	if b.send(intent.Changed{Rows: []model.Row{decided.row(role, 1)}}); len(b.marked) != 1 {
		t.Errorf("what was decided is still marked: %d", len(b.marked))
	}
	if b.send("*"); len(b.marked) != len(applicants) {
		t.Errorf("* marked %d of %d", len(b.marked), len(applicants))
	}
	if b.send("*"); len(b.marked) != 0 {
		t.Errorf("* again leaves %d", len(b.marked))
	}
	b.send("g", "space", "g", "space")
	if len(b.marked) != 0 {
		t.Errorf("space on a marked one leaves %d", len(b.marked))
	}
	b.send("g", "space", "/", "tag:toronto", "enter")
	b.asked = nil
	want := intent.Decide{Candidates: []model.ID{person("Amara"), person("Ifeoma")}, Stage: model.OnHold, Hidden: 1}
	if got := b.send("space", "w").wants(); !reflect.DeepEqual(got, []intent.Intent{want}) {
		t.Errorf("with a mark that the filter hides: %v", got)
	}
	if line := b.lines()[28]; !strings.HasPrefix(line, " 2 marked · 1 of them not shown") {
		t.Errorf("the status line is %q", line)
	}
}

func TestFilter(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, applicants).send("j", "j", "/", "tag:tor", "onto")
	if want := []string{"Ifeoma Nwosu-Clarke", "Ana Sofía Ibáñez", "Wanjiru Kamau", "Mei-Ling Chen 陈美玲"}; !slices.Equal(b.names(t), want) {
		t.Errorf("while typing: %q, want %q", b.names(t), want)
	}
	if !b.Typing() {
		t.Error("not typing")
	}
	if b.send("j", "backspace", "enter"); b.Typing() || b.filter.text != "tag:toronto" || len(b.shown) != 4 {
		t.Errorf("kept %q with %d", b.filter.text, len(b.shown))
	}
	before := b.on()
	b.send("/", "ctrl+u", "amara")
	if b.on() != "Amara" {
		t.Errorf("the cursor is on %s", b.on())
	}
	if b.send("esc"); b.filter.text != "tag:toronto" || b.on() != before {
		t.Errorf("esc gave back %q, on %s", b.filter.text, b.on())
	}
	if b.send("esc"); b.filter.text != "" || len(b.shown) != len(applicants) {
		t.Errorf("esc left %q with %d", b.filter.text, len(b.shown))
	}
}

func TestFilterMistake(t *testing.T) {
	for _, height := range []int{29, 15} {
		b := open(screentest.Look("plain"), 100, height, applicants).send("/", "tag:toronto", "space", "nofield:3")
		if len(b.shown) != 4 {
			t.Errorf("%d shown, want those of the last good filter", len(b.shown))
		}
		if screen := b.View(); !strings.Contains(screen, "no field") {
			t.Errorf("in %d lines nothing says what is wrong:\n%s", height, screen)
		}
		if says := b.send("enter").wants(); !b.Typing() || len(says) != 1 {
			t.Errorf("enter on a mistake: typing %v, says %v", b.Typing(), says)
		}
		if b.send("esc"); b.filter.text != "" || b.typing.wrong != nil || len(b.shown) != len(applicants) {
			t.Errorf("after esc: %+v, %d shown", b.filter, len(b.shown))
		}
	}
}

func TestEscClearsOneThingAtATime(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, applicants).send("/", "toronto", "enter", "space", "l")
	type state struct {
		column, marked int
		filter         string
	}
	var got []state
	for range 4 {
		got = append(got, state{b.column, len(b.marked), b.filter.text})
		b.send("esc")
	}
	if want := []state{{1, 1, "toronto"}, {0, 1, "toronto"}, {0, 0, "toronto"}, {0, 0, ""}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestColumns(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, applicants)
	for _, c := range []struct {
		key    string
		column int
	}{
		{"h", 13}, {"l", scoreColumn}, {"l", reviewsColumn}, {"l", stageColumn}, {"l", appliedColumn}, {"l", appliedColumn}, {"h", stageColumn},
		{"esc", 0}, {"l", 1}, {"h", candidateColumn}, {"h", candidateColumn}, {"right", 1}, {"l", 2}, {"left", 1}, {"l", 2},
	} {
		if b.send(c.key); b.column != c.column {
			t.Fatalf("%q leads to column %d, want %d", c.key, b.column, c.column)
		}
	}
	if line := b.lines()[27]; !strings.HasPrefix(line, " must-have 2  Fluency with Rust") {
		t.Errorf("the line that names it is %q", line)
	}
	if b.send("s"); b.sort != (model.Sort{By: model.ByRequirement, Requirement: 2}) || b.order() != "must 2" {
		t.Errorf("sorted by %+v, %q", b.sort, b.order())
	}
	if b.send("s"); b.sort != (model.Sort{By: model.ByRequirement, Requirement: 2, Reverse: true}) {
		t.Errorf("s again sorts by %+v", b.sort)
	}
	for _, c := range []struct {
		columns []any
		by      model.SortKey
	}{
		{[]any{"l", "h", "h"}, model.ByName}, {[]any{"h", "l"}, model.ByScore}, {[]any{"h", "l", "l"}, model.ByReviews},
		{[]any{"h", "l", "l", "l"}, model.ByStage}, {[]any{"h", "l", "l", "l", "l"}, model.ByApplied},
	} {
		if b.send("esc").send(c.columns...).send("s"); b.sort != (model.Sort{By: c.by}) || b.sortedColumn() != b.column {
			t.Errorf("%v and s sort by %+v", c.columns, b.sort)
		}
		if b.send("s"); b.sort != (model.Sort{By: c.by, Reverse: true}) {
			t.Errorf("%v and s again sort by %+v", c.columns, b.sort)
		}
	}
	b.send("esc", "s", "s", "ctrl+s")
	if line := b.lines()[1]; !strings.HasSuffix(line, "14 shown · by name, then score ↑") {
		t.Errorf("the order reads %q", line)
	}
}

func TestNear(t *testing.T) {
	near := func(b *bench) (names []string) {
		for i := range b.shown {
			if b.near(i) {
				names = append(names, strings.Fields(b.rows[b.shown[i]].Candidate.Name)[0])
			}
		}
		return names
	}
	b := open(screentest.Look("plain"), 100, 29, applicants)
	if got, want := near(b), []string{"Linus", "Dmitri"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if b.send("ctrl+s"); !slices.Equal(near(b), []string{"Ana", "Ifeoma"}) {
		t.Errorf("from the lowest up: %q", near(b))
	}
	if b.send("ctrl+s", "/", "-ifeoma", "enter"); !slices.Equal(near(b), []string{"Dmitri"}) {
		t.Errorf("without the one it was near to: %q", near(b))
	}
	if b.send("s"); near(b) != nil {
		t.Errorf("by name: %q", near(b))
	}
}

func TestPlace(t *testing.T) {
	role := opening()
	place := model.Place{Role: role.ID, Sort: model.Sort{By: model.ByName}, Filter: "stage:new", Cursor: person("Linus"), Column: 3}
	field := intent.Field{Role: role, Rows: fixtureRows(role, applicants), Place: place, Loaded: true}
	size := tea.WindowSizeMsg{Width: 100, Height: 29}
	begin := func(f intent.Field) *bench {
		return (&bench{Model: New(screentest.Setting(), screentest.Look("plain"))}).send(size, f)
	}
	t.Run("restored", func(t *testing.T) {
		b := begin(field)
		if b.place() != place || b.on() != "Linus" || len(b.asked) != 0 {
			t.Errorf("%+v on %s, asked for %v", b.place(), b.on(), b.asked)
		}
		b.send("j")
		if want := (intent.Remember{Place: b.place()}); len(b.asked) != 1 || b.asked[0] != intent.Intent(want) {
			t.Errorf("asked for %v", b.asked)
		}
		if b.asked = nil; len(b.send("z", intent.Status{}).asked) != 0 {
			t.Errorf("asked for %v", b.asked)
		}
	})
	t.Run("while the rows come in", func(t *testing.T) {
		first := field
		first.Loaded, first.Rows = false, slices.Clone(field.Rows[:3])
		b := begin(first)
		if got := b.lines()[0]; !strings.HasSuffix(got, "3 candidates so far") {
			t.Errorf("the counts read %q", got)
		}
		b.send(field)
		if b.on() != "Linus" || len(b.asked) != 0 {
			t.Errorf("the cursor is on %s; asked for %v", b.on(), b.asked)
		}
	})
	t.Run("another role's", func(t *testing.T) {
		other := field
		other.Role.ID = screentest.ID(8)
		if b := begin(other); b.filter.text != "" || b.column != 0 || b.on() != "Amara" {
			t.Errorf("%+v", b.place())
		}
	})
	t.Run("only at the first field", func(t *testing.T) {
		if b := begin(field).send("g", "esc", field); b.column != 0 || b.on() == "Linus" {
			t.Errorf("%+v", b.place())
		}
	})
	t.Run("a filter that cannot be read any more", func(t *testing.T) {
		odd := field
		odd.Place.Filter = "nofield:3"
		if b := begin(odd); b.filter.text != "" || len(b.shown) != len(applicants) {
			t.Errorf("%+v shows %d", b.filter, len(b.shown))
		}
	})
	t.Run("somebody who is gone", func(t *testing.T) {
		gone := field
		gone.Place.Cursor = screentest.ID(999)
		if b := begin(gone); b.cursor != 0 || b.stand != b.Queue()[0] {
			t.Errorf("on %s", b.on())
		}
	})
	t.Run("a checklist that is shorter now", func(t *testing.T) {
		short := field
		short.Role = openingOf(2, 0)
		if b := begin(short); b.column != 2 {
			t.Errorf("column %d", b.column)
		}
	})
}

func TestPeek(t *testing.T) {
	peeks := func(b *bench) (ids []model.ID) {
		for _, w := range b.asked {
			if p, ok := w.(intent.Peek); ok {
				ids = append(ids, p.Candidate)
			}
		}
		b.asked = nil
		return ids
	}
	if b := open(screentest.Look("plain"), 139, 39, applicants).send("j"); len(peeks(b)) != 0 {
		t.Error("asked for somebody where there is no pane")
	}
	b := open(screentest.Look("plain"), 140, 39, applicants)
	if got := peeks(b); !slices.Equal(got, []model.ID{person("Amara")}) {
		t.Errorf("at first asked for %v", got)
	}
	if got := peeks(b.send("j", "l", "space", "k")); !slices.Equal(got, []model.ID{person("Ifeoma"), person("Linus"), person("Ifeoma")}) {
		t.Errorf("moving asked for %v", got)
	}
	row := b.View()
	if !strings.Contains(row, "API design                    4") || strings.Contains(row, "staff engineer") {
		t.Errorf("until the answer comes the row is drawn:\n%s", row)
	}
	stale := read()
	stale.Record.Candidate.ID = person("Rob")
	if b.send(stale); b.View() != row {
		t.Error("a stale answer is drawn")
	}
	if b.send(read()); !strings.Contains(b.View(), "Twelve years of backends") {
		t.Errorf("the answer is not drawn:\n%s", b.View())
	}
	changed := applicants[10]
	changed.stage = model.OnHold
	if got := peeks(b.send(intent.Changed{Rows: []model.Row{changed.row(opening(), 10)}})); !slices.Equal(got, []model.ID{person("Ifeoma")}) {
		t.Errorf("a change asked for %v", got)
	}
	if got := peeks(b.send(tea.WindowSizeMsg{Width: 100, Height: 29}, "j", tea.WindowSizeMsg{Width: 150, Height: 29})); !slices.Equal(got, []model.ID{person("Linus")}) {
		t.Errorf("made wide again, asked for %v", got)
	}
}

func TestMouse(t *testing.T) {
	click := func(x, y int) tea.MouseMsg {
		return tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
	}
	turn := func(button tea.MouseButton) tea.MouseMsg {
		return tea.MouseMsg{Button: button, Action: tea.MouseActionPress}
	}
	b := open(screentest.Look("plain"), 100, 29, applicants)
	if b.send(click(5, 7)); b.on() != "Linus" || len(b.wants()) != 0 {
		t.Errorf("a click puts the cursor on %s", b.on())
	}
	if wants := b.send(click(5, 7)).wants(); len(wants) != 1 || wants[0].(intent.Open).Candidate != person("Linus") {
		t.Errorf("a second one asks for %v", wants)
	}
	header := b.lines()[4]
	at := strings.Index(header, "12345678 12345")
	for x, want := range map[int]int{at: 1, at + 7: 8, at + 9: 9, at + 13: 13, 4: candidateColumn, at + 17: scoreColumn} {
		b.send("esc", click(x, 4))
		if b.column != want {
			t.Errorf("a click on cell %d of the header picks column %d, want %d", x, b.column, want)
		}
	}
	b.send("esc")
	for _, x := range []int{0, at - 1, at + 8, at + 14, strings.Index(header, "Tags")} {
		if b.send(click(x, 4)); b.column != 0 {
			t.Errorf("a click on cell %d of the header picks column %d", x, b.column)
		}
	}
	before := b.cursor
	b.asked = nil
	b.send(click(5, 25), click(5, 28), click(5, 0), tea.MouseMsg{X: 5, Y: 9, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
	if b.cursor != before || len(b.wants()) != 0 {
		t.Errorf("clicks on nothing moved the cursor to %d", b.cursor)
	}
	b.send("g", turn(tea.MouseButtonWheelDown), turn(tea.MouseButtonWheelDown), turn(tea.MouseButtonWheelUp))
	if b.cursor != 3 {
		t.Errorf("the wheel leads to row %d", b.cursor)
	}
	wide := open(screentest.Look("plain"), 160, 29, applicants)
	if wide.send(click(150, 8)); wide.cursor != 0 {
		t.Error("a click into the pane moves the cursor")
	}
}

func TestKeysOfEveryState(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, applicants)
	states := map[string]*bench{
		"new":          {Model: New(screentest.Setting(), screentest.Look("plain"))},
		"nobody":       open(screentest.Look("plain"), 100, 29, nil),
		"rows":         b,
		"typing":       open(screentest.Look("plain"), 100, 29, applicants).send("/"),
		"none matches": open(screentest.Look("plain"), 100, 29, applicants).send("/", "nosuchword", "enter"),
		"marked":       open(screentest.Look("plain"), 100, 29, applicants).send("space", "l"),
	}
	for name, b := range states {
		keys := b.Keys()
		if clashes := (keymap.Table{}).Clashes(keys); clashes != nil {
			t.Errorf("%s: %q", name, clashes)
		}
		for _, h := range keys.Hints {
			if (keymap.Table{}).Hint(h) == "" || h.Word == "" {
				t.Errorf("%s: hint %+v", name, h)
			}
		}
		if opens := keys.Action("enter") == keymap.Open; opens != (len(b.shown) > 0 && !b.typing.on) {
			t.Errorf("%s: enter opens: %v", name, opens)
		}
		b.View()
	}
	if states["nobody"].Keys().Hints[0].Actions[0] != keymap.Add {
		t.Error("with nobody, adding candidates is not the first hint")
	}
	away := screentest.Setting()
	away.May.Files = false
	far := &bench{Model: New(away, screentest.Look("plain"))}
	far.send(tea.WindowSizeMsg{Width: 100, Height: 29}, intent.Field{Role: opening(), Loaded: true})
	if far.Keys().Action("i") != "" || strings.Contains(far.View(), "  adds files") {
		t.Error("files are offered where none may be read")
	}
}

func TestNobody(t *testing.T) {
	for _, c := range []struct {
		name string
		b    *bench
		want []string
	}{
		{"none yet", open(screentest.Look("plain"), 60, 15, nil), []string{"Nobody has applied yet.", "i  adds files and folders"}},
		{"none matches", open(screentest.Look("plain"), 60, 15, applicants).send("/", "nosuchword", "enter"), []string{"Nobody matches.", "esc  clears the filter"}},
		{"which part lets nobody through", open(screentest.Look("plain"), 60, 15, applicants).send("/", "stage:new tag:nosuch", "enter"), []string{"Without tag:nosuch there are 11."}},
		{"could not be read", (&bench{Model: New(screentest.Setting(), screentest.Look("plain"))}).send(tea.WindowSizeMsg{Width: 60, Height: 15}, intent.Unread{Why: "the disk: is gone"}), []string{"could not be read.", "the disk: is gone"}},
		{"none matches so far", open(screentest.Look("plain"), 60, 15, applicants).send("/", "nosuchword"), []string{"Nobody matches.", "esc  goes back"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			screen := c.b.View()
			for _, want := range c.want {
				if !strings.Contains(screen, want) {
					t.Errorf("no %q in\n%s", want, screen)
				}
			}
			if says := c.b.send("r", "x").wants(); !c.b.Typing() && len(says) != 2 {
				t.Errorf("r and x on nobody: %v", says)
			}
		})
	}
}

// The way out that stands there is the way out, whatever else there is to clear.
func TestOutOfAFilterThatShowsNobody(t *testing.T) {
	b := open(screentest.Look("plain"), 60, 15, applicants).send("space", "l", "l", "/", "tag:nosuch", "enter")
	if column := b.column; b.send("esc").filter.text != "" || len(b.shown) != len(applicants) || b.column != column || len(b.marked) != 1 {
		t.Errorf("filter %q, %d shown, column %d, %d marked", b.filter.text, len(b.shown), b.column, len(b.marked))
	}
	if b.send("esc"); b.column != 0 || len(b.marked) != 1 {
		t.Errorf("column %d, %d marked", b.column, len(b.marked))
	}
}

// While a list that was empty fills, the cursor stays on the first row, until a key is pressed.
func TestFilling(t *testing.T) {
	role := opening()
	rows := fixtureRows(role, applicants)
	field := func(n int) intent.Field {
		return intent.Field{Role: role, Rows: slices.Clone(rows[len(rows)-n:]), Loaded: true}
	}
	b := &bench{Model: New(screentest.Setting(), screentest.Look("plain"))}
	b.send(tea.WindowSizeMsg{Width: 100, Height: 30}, field(0))
	for n := 1; n < 6; n++ {
		if b.send(field(n)); b.cursor != 0 {
			t.Errorf("with %d rows the cursor is on row %d", n, b.cursor)
		}
	}
	b.send("j")
	here, _ := b.here()
	b.send(field(len(rows)))
	if now, _ := b.here(); now.Candidate.ID != here.Candidate.ID {
		t.Error("after a key the cursor leaves its candidate")
	}
}

// A tag that two people put on is told once.
func TestTagsOfTwo(t *testing.T) {
	for want, all := range map[string][]model.Tag{
		"":             nil,
		"keen":         {{Name: "keen"}},
		"keen, remote": {{Name: "keen"}, {Name: "Keen", By: model.ID{2}}, {Name: "remote"}},
	} {
		if got := tags(all); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The time since an application is told with whole words, and one day is no days.
func TestUnitsInWords(t *testing.T) {
	for ago, want := range map[string]string{
		"applied 1 d ago": "applied 1 day ago", "applied 11 d ago": "applied 11 days ago", "applied 1 mo ago": "applied 1 month ago",
		"applied 2 w ago": "applied 2 weeks ago", "applied 1 y ago": "applied 1 year ago", "applied today": "applied today", "applied on 2026-03-14": "applied on 2026-03-14",
	} {
		if got := unitsInWords(ago); got != want {
			t.Errorf("%q is %q, want %q", ago, got, want)
		}
	}
}
