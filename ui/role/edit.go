package role

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/wording"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"
)

// full is what is said when a checklist takes no more.
var full = intent.Say{Text: fmt.Sprintf("a checklist holds at most %d requirements", mostRequirements)}

// change changes the requirement one stands on, or the one that was made of the line one stands on in the posting.
func (m Model) change(action keymap.Action) (Model, intent.Intent) {
	q, ok := m.current()
	if m.picking() {
		q, ok = m.picked()
	}
	switch {
	case !ok && m.picking():
		return m, intent.Say{Text: "the line is not on the checklist: " + m.setting.Keys.Key(keymap.Mark) + " picks it"}
	case !ok:
		return m, intent.Say{Text: "that is for requirements: " + m.setting.Keys.Key(keymap.Down) + " goes to the first"}
	case action == keymap.Drop:
		dropped := !m.draft.dropped[q.ID]
		did := map[bool]string{true: "dropped ", false: "took back "}[dropped]
		return m.do(did+q.Label, q.ID, m.draft.drop([]model.RequirementID{q.ID}, dropped)), nil
	case m.draft.dropped[q.ID]:
		return m, intent.Say{Text: "it was dropped: d takes it back in"}
	case action == keymap.Split:
		return m.split(q)
	case action == keymap.Join:
		return m.join(q)
	case action == keymap.Anchors:
		return m.anchor(q), nil
	}
	did := ""
	next := m.draft.with(q.ID, func(q *model.Requirement) { did = turn(q, action) })
	switch action {
	case keymap.MustOrNice:
		next = next.settle(q.ID, wording.Priority)
	case keymap.JudgedFrom:
		next = next.settle(q.ID, wording.OnPaper)
	}
	return m.do(did, q.ID, next), nil
}

// changes is the key that settles a doubt by a change.
var changes = map[wording.DoubtKind]keymap.Action{
	wording.Priority: keymap.MustOrNice, wording.Several: keymap.Split, wording.Asked: keymap.Drop,
	wording.OnPaper: keymap.JudgedFrom, wording.Overlap: keymap.Drop,
}

// otherwise settles what is asked at the requirement one stands on by a change, of all that it is about.
func (m Model) otherwise() (Model, intent.Intent) {
	q, _ := m.current()
	asked := m.draft.asked(q.ID)
	if len(asked) == 0 {
		return m, intent.Say{Text: "nothing is doubtful about this"}
	}
	x := asked[0]
	ids := m.draft.alike(x)
	switch {
	case len(ids) == 1:
		return m.change(changes[x.Kind])
	case x.Kind == wording.Asked:
		did := fmt.Sprintf("dropped %d", len(ids))
		return m.do(did, q.ID, m.draft.drop(ids, true)), intent.Say{Text: did + ": u takes them back in"}
	}
	next, did := m.draft, fmt.Sprintf("made %d %s", len(ids), [...]string{model.Must: "nice-to-haves", model.Nice: "must-haves"}[q.Priority])
	for _, id := range ids {
		next = next.with(id, func(r *model.Requirement) {
			r.Priority = q.Priority
			turn(r, keymap.MustOrNice)
		}).settle(id, wording.Priority)
	}
	return m.do(did, q.ID, next), intent.Say{Text: did + ": u undoes it"}
}

// turn turns one thing about a requirement into what it is not, and says what was done.
func turn(q *model.Requirement, action keymap.Action) string {
	switch action {
	case keymap.MustOrNice:
		q.Priority = model.Nice - q.Priority
		q.Gate = q.Priority == model.Must
		return fmt.Sprintf("made %s a %s", q.Label, map[model.Priority]string{model.Must: "must-have", model.Nice: "nice-to-have"}[q.Priority])
	case keymap.JudgedFrom:
		q.From = model.FromInterview - q.From
		return fmt.Sprintf("%s judged from the %s", q.Label, q.From)
	case keymap.Gate:
		q.Gate = !q.Gate
		return q.Label + map[bool]string{true: " a gate", false: " no gate"}[q.Gate]
	default:
		q.Weight = heavier(q.Weight)
		return fmt.Sprintf("%s weighs %g", q.Label, q.Weight)
	}
}

// heavier is the weight after w: from 1 to 2 to 3, then a half, then 1 again.
func heavier(w float64) float64 {
	if next, ok := map[float64]float64{1: 2, 2: 3, 3: 0.5}[w]; ok {
		return next
	}
	return 1
}

// split makes several of a requirement, in those that its words name.
func (m Model) split(q model.Requirement) (Model, intent.Intent) {
	parts := wording.Parts(q.Text)
	switch {
	case len(parts) < 2:
		return m, intent.Say{Text: "it reads as one: " + m.setting.Keys.Key(keymap.Reword) + " rewords it, and " + m.setting.Keys.Typing().Key(keymap.NewLine) + " there begins another requirement"}
	case len(m.draft.requirements)+len(parts)-1 > mostRequirements:
		return m, full
	}
	return m.do(fmt.Sprintf("split %s in %d", q.Label, len(parts)), q.ID, m.draft.part(q, parts)), nil
}

// join makes one of a requirement and the next of its kind.
func (m Model) join(q model.Requirement) (Model, intent.Intent) {
	here := false
	for _, next := range m.draft.entries() {
		switch {
		case next.ID == q.ID:
			here = true
		case !here || m.draft.dropped[next.ID] || kindOf(next) != kindOf(q):
		case len([]rune(q.Text))+len([]rune(next.Text)) > wordsLimit:
			return m, intent.Say{Text: "together they would be too long for one"}
		default:
			return m.do("joined "+q.Label+" and "+next.Label, q.ID, m.draft.join(q, next)), nil
		}
	}
	return m, intent.Say{Text: "below it there is none of its kind to join it with"}
}

// unfit says why a label cannot be that of a requirement; "" when it can.
func (m Model) unfit(q model.Requirement, called string) string {
	for _, x := range m.draft.beside(q.ID) {
		if strings.EqualFold(x.Label, called) {
			return called + " is another requirement's label"
		}
	}
	switch {
	case called == "":
		return "a label names the requirement where there is little room"
	case text.Width(called) > model.LabelCells:
		return "the label is too wide"
	}
	return ""
}
