package role

import (
	"slices"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
)

// ids is the requirements of a draft by their ids, in its order.
func ids(d draft) (all []model.RequirementID) {
	for _, q := range d.requirements {
		all = append(all, q.ID)
	}
	return all
}

func TestPart(t *testing.T) {
	d := newDraft(doubtful())
	q := d.requirements[1]
	q.Weight = 2
	next := d.part(q, []string{"Fluency in Rust or C++", "Knows where the memory goes and why"})
	if got := ids(next); !slices.Equal(got, []model.RequirementID{1, 2, 9, 3, 4, 5, 6, 7, 8}) {
		t.Fatalf("the order is %v", got)
	}
	first, second := next.requirements[1], next.requirements[2]
	if first.Text != "Fluency in Rust or C++" || second.Text != "Knows where the memory goes and why" || first.Label == second.Label || second.Label == "" {
		t.Errorf("%+v\n%+v", first, second)
	}
	if second.Weight != 2 || !second.Gate || second.Priority != model.Must || second.Lines != q.Lines || !slices.Equal(next.origin[9], next.origin[2]) {
		t.Errorf("the second is %+v, of the lines %v", second, next.origin[9])
	}
	if again := next.part(next.requirements[0], []string{"a boat", "an anchor", "a rope"}); again.last != 11 {
		t.Errorf("the last id given is %d", again.last)
	}
	if !slices.Equal(ids(d), []model.RequirementID{1, 2, 3, 4, 5, 6, 7, 8}) || len(d.origin) != 8 {
		t.Error("the draft before was changed")
	}
}

// Where a requirement is judged from is proposed for each part, unless somebody had said so for the whole.
func TestPartsJudgedFromWhatWasChosen(t *testing.T) {
	d := newDraft(posting.Reading{Role: harbour()})
	q := d.requirements[1]
	q.From = model.FromInterview - wording.Propose(q.Text, q.Priority, nil).From
	for _, p := range d.part(q, []string{"Rust", "C++"}).requirements[1:3] {
		if p.From != q.From {
			t.Errorf("%s is judged from the %s", p.Label, p.From)
		}
	}
}

func TestJoin(t *testing.T) {
	d := newDraft(doubtful())
	a, b := d.requirements[0], d.requirements[2]
	b.Weight = 3
	next := d.join(a, b)
	if got := ids(next); !slices.Equal(got, []model.RequirementID{1, 2, 4, 5, 6, 7, 8}) {
		t.Fatalf("the order is %v", got)
	}
	q := next.requirements[0]
	if q.Text != "Five or more years of building control software for ships, ports or other machines that people stand beside; "+b.Text {
		t.Errorf("the words are %q", q.Text)
	}
	if q.Weight != 3 || !q.Gate || q.Lines != [2]int{a.Lines[0], b.Lines[1]} || !slices.Equal(next.origin[1], []int{0, 2}) {
		t.Errorf("%+v, of the lines %v", q, next.origin[1])
	}
	for _, x := range next.redoubt().open(1) {
		if x.Kind == wording.Several {
			t.Error("what somebody joined is said to be several")
		}
	}
}

func TestJoined(t *testing.T) {
	for _, c := range [][3]string{
		{"Rust.", "Go.", "Rust; Go."},
		{"Rust;", "and Go", "Rust; and Go"},
		{"Rust", "Go", "Rust; Go"},
		{"設計の経験。", "運用の経験。", "設計の経験。運用の経験。"},
	} {
		if got := joined(c[0], c[1]); got != c[2] {
			t.Errorf("%q and %q are %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestUnited(t *testing.T) {
	for _, c := range [][3][2]int{{{3, 4}, {7, 9}, {3, 9}}, {{7, 9}, {3, 4}, {3, 9}}, {{3, 4}, {}, {3, 4}}, {{}, {3, 4}, {3, 4}}, {{}, {}, {}}} {
		if got := united(c[0], c[1]); got != c[2] {
			t.Errorf("%v and %v are %v, want %v", c[0], c[1], got, c[2])
		}
	}
}

// What was proposed for the old words is proposed anew, what somebody chose stays.
func TestReword(t *testing.T) {
	d := newDraft(posting.Reading{Role: harbour()})
	q := wording.Propose("5+ years of Go.", model.Must, nil)
	q.ID = 1
	d.requirements = []model.Requirement{q}
	want := wording.Propose("Go.", model.Must, nil)
	if got := d.reword(q, "Go.", "Go").requirements[0]; got.Anchors != want.Anchors || got.Text != "Go." || got.Label != "Go" {
		t.Errorf("%+v", got)
	}
	if got := d.relabel(q, "Ten years of Kubernetes."); got != wording.Propose("Ten years of Kubernetes.", model.Must, nil).Label {
		t.Errorf("a label that was proposed becomes %q", got)
	}
	q.Label, q.Anchors[2] = "Mine", "as I said"
	d.requirements = []model.Requirement{q}
	if got := d.reword(q, "Go.", d.relabel(q, "Go.")).requirements[0]; got.Anchors != q.Anchors || got.Label != "Mine" {
		t.Errorf("what was chosen became %+v", got)
	}
}

func TestPickGoesInItsPlace(t *testing.T) {
	r := untold()
	d := newDraft(r)
	for _, i := range []int{3, 6, 2, 0, 5} { // of which 2 to 5 stand in one line
		d, _ = d.pick(i, r.Lines[i])
	}
	var got []string
	for _, q := range d.requirements {
		got = append(got, q.Text)
	}
	if want := []string{r.Lines[0].Text, r.Lines[2].Text, r.Lines[3].Text, r.Lines[5].Text, r.Lines[6].Text}; !slices.Equal(got, want) {
		t.Errorf("picked %q, want %q", got, want)
	}
	c := d.drop([]model.RequirementID{ids(d)[1]}, true).checklist()
	for i, q := range c.Requirements {
		if q.ID != model.RequirementID(i+1) {
			t.Errorf("requirement %d has the id %s", i+1, q.ID)
		}
	}
	if len(c.Requirements) != 4 || c.Requirements[1].Text != r.Lines[3].Text || c.Requirements[2].Priority != model.Nice {
		t.Errorf("%+v", c.Requirements)
	}
}

func TestOrigins(t *testing.T) {
	r := posting.Reading{Lines: []posting.Line{
		{Text: "You know Go.", Lines: [2]int{2, 4}}, {Text: "You know Rust.", Lines: [2]int{3, 4}}, {Text: "We pay well.", Lines: [2]int{3, 4}}, {Text: "Apply.", Lines: [2]int{9, 10}},
	}}
	r.Role.Checklist.Requirements = []model.Requirement{
		{ID: 1, Text: "You know Go", Lines: [2]int{2, 4}},
		{ID: 2, Text: "Something else", Lines: [2]int{3, 4}},
		{ID: 3, Text: "Nowhere", Lines: [2]int{20, 21}},
	}
	got := origins(r)
	for id, want := range map[model.RequirementID][]int{1: {0}, 2: {0, 1, 2}, 3: nil} {
		if !slices.Equal(got[id], want) {
			t.Errorf("%s was made of %v, want %v", id, got[id], want)
		}
	}
}
