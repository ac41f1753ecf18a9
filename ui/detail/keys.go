package detail

import (
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/page"

	tea "github.com/charmbracelet/bubbletea"
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	var (
		decide = keymap.Hint{Actions: []keymap.Action{keymap.Advance, keymap.Hold, keymap.Reject}, Word: "decide"}
		next   = keymap.Hint{Actions: []keymap.Action{keymap.NextPerson, keymap.PrevPerson}, Word: "next"}
		req    = keymap.Hint{Actions: []keymap.Action{keymap.NextReq, keymap.PrevReq}, Word: "requirement"}
		scroll = keymap.Hint{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "scroll"}
		open   = keymap.Hint{Actions: []keymap.Action{keymap.Open}, Word: "document"}
		tab    = keymap.Hint{Actions: []keymap.Action{keymap.NextTab}, Word: "document"}
		score  = keymap.Hint{Actions: []keymap.Action{keymap.Score}, Word: "score"}
		proof  = keymap.Hint{Actions: []keymap.Action{keymap.NextProof, keymap.PrevProof}, Word: "evidence"}
		find   = keymap.Hint{Actions: []keymap.Action{keymap.Search}, Word: "find"}
		quote  = keymap.Hint{Actions: []keymap.Action{keymap.Quote}, Word: "quote"}
		away   = keymap.Hint{Actions: []keymap.Action{keymap.Dismiss}, Word: "take away"}
		why    = keymap.Hint{Actions: []keymap.Action{keymap.Why}, Word: "why"}
	)
	others := append([]keymap.Action{
		keymap.Back, keymap.Down, keymap.Up, keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp,
		keymap.Left, keymap.Right, keymap.NextTab, keymap.PrevTab, keymap.Repeat, keymap.Tag, keymap.Copy, keymap.SamePerson, keymap.OtherPerson, keymap.Version, keymap.Restore, keymap.Terms, keymap.Original, keymap.Pager,
	}, keymap.Common...)
	p, reading := m.page()
	switch _, matches := p.Matches(); {
	case m.because.On():
		return keymap.Map{Screen: "why a line is pointed at", Hints: []keymap.Hint{{Actions: []keymap.Action{keymap.Back}, Word: "leave"}}}
	case m.finding:
		return keymap.Map{Screen: "finding in a document", Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "find"}, {Actions: []keymap.Action{keymap.Back}, Word: "leave"}}}
	case p.Selecting():
		return keymap.Map{Screen: "lines of a document", Hints: []keymap.Hint{{Actions: scroll.Actions, Word: "extend"}, quote,
			why, {Actions: []keymap.Action{keymap.Back}, Word: "leave"}, req},
			Others: append([]keymap.Action{keymap.Select, keymap.Copy, keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp,
				keymap.PageDown, keymap.PageUp}, keymap.Common...)}
	case m.tab == 0 && m.person.Mode == intent.Triage:
		return keymap.Map{Screen: "triage", Hints: []keymap.Hint{decide, next, open, req, score, away, why}, Others: others}
	case m.tab == 0:
		return keymap.Map{Screen: "a candidate's proof", Hints: []keymap.Hint{open, req, score, decide, next, {Actions: tab.Actions, Word: strings.ToLower(m.tabNames()[1])}, away, why}, Others: others}
	case m.tab == m.historyTab():
		return keymap.Map{Screen: "a candidate's history", Hints: []keymap.Hint{scroll, {Actions: tab.Actions, Word: "proof"}, score, decide, next},
			Others: others}
	case !reading:
		return keymap.Map{Screen: "a document", Hints: []keymap.Hint{req, tab, score, decide, next}, Others: others}
	default:
		hints := []keymap.Hint{scroll, proof, req, tab, score, decide, next, quote, away, why, find}
		if m.person.Mode == intent.Triage {
			hints = []keymap.Hint{decide, next, proof, req, scroll, tab, score, quote, away, why, find}
		}
		if matches > 0 {
			hints = append([]keymap.Hint{{Actions: []keymap.Action{keymap.NextMatch, keymap.PrevMatch}, Word: "match"}}, hints...)
		}
		return keymap.Map{Screen: "a document", Hints: hints, Others: append(others, keymap.Select, keymap.NextMatch, keymap.PrevMatch)}
	}
}

// key does what a key asks for.
func (m Model) key(msg tea.KeyMsg) (Model, intent.Intent) {
	switch {
	case m.because.On():
		m.because = page.Because{}
		return m, nil
	case m.finding:
		return m.typed(msg), nil
	}
	m.because = page.Because{}
	if !m.known {
		return m, back(msg)
	}
	action := m.Keys().Action(msg.String())
	switch action {
	case "":
		return m, m.notHere(keymap.Known(msg.String()))
	case keymap.NextTab, keymap.Right:
		return m.show(m.tab + 1)
	case keymap.PrevTab, keymap.Left:
		return m.show(m.tab - 1)
	case keymap.NextReq:
		return m.stand(m.at + 1), nil
	case keymap.PrevReq:
		return m.stand(m.at - 1), nil
	case keymap.Open:
		return m.openProof()
	case keymap.Search:
		m.finding, m.carried, m.words = true, false, input.Line("", 80)
		return m, nil
	case keymap.Back:
		return m.back()
	case keymap.Quote:
		return m.quote()
	case keymap.Version:
		return m.older()
	case keymap.Dismiss:
		return m.dismiss()
	case keymap.Why:
		return m.whyThis()
	case keymap.Terms:
		return m, intent.Terms{Requirement: m.requirement().ID}
	case keymap.Restore:
		return m, page.Restore(m.mine(), m.requirement())
	}
	if want := m.ask(action); want != nil {
		return m, want
	}
	return m.move(action), nil
}

// back leaves a selection, then the matches, then the screen.
func (m Model) back() (Model, intent.Intent) {
	p, ok := m.page()
	_, matches := p.Matches()
	switch {
	case ok && p.Selecting():
		return m.with(p.Select(false)), nil
	case ok && matches > 0 && !m.carried:
		return m.with(p.Find("")), nil
	}
	return m, intent.Back{}
}

func back(msg tea.KeyMsg) intent.Intent {
	if keymap.Known(msg.String()) == keymap.Back {
		return intent.Back{}
	}
	return nil
}

// ask is what an action asks the app for; nil for what only moves.
func (m Model) ask(action keymap.Action) intent.Intent {
	me := []model.ID{m.candidate()}
	switch action {
	case keymap.Score:
		return intent.Switch{As: intent.Scoring}
	case keymap.Advance:
		return intent.Decide{Candidates: me, Stage: model.Advanced}
	case keymap.Hold:
		return intent.Decide{Candidates: me, Stage: model.OnHold}
	case keymap.Reject:
		return intent.Decide{Candidates: me, Stage: model.Rejected}
	case keymap.NextPerson:
		return intent.Step{By: 1}
	case keymap.PrevPerson:
		return intent.Step{By: -1}
	case keymap.Tag:
		return intent.Tag{Candidates: me}
	case keymap.Repeat:
		return intent.Repeat{Candidates: me}
	case keymap.Copy:
		if p, ok := m.page(); ok && p.Selecting() {
			d, _ := m.document()
			return p.Copied(d.Name)
		}
		return intent.Copy{Candidates: me}
	case keymap.SamePerson:
		return intent.Same{Candidates: me}
	case keymap.OtherPerson:
		if c, held := m.sender(m.tab); held {
			return intent.Same{Candidates: me, With: c.ID, Part: true}
		}
		return intent.Same{Candidates: me, Part: true}
	case keymap.Undo:
		return intent.Undo{}
	case keymap.Redo:
		return intent.Redo{}
	case keymap.Help, keymap.Palette:
		return intent.Show{Action: action}
	case keymap.Original, keymap.Pager:
		return m.outside(action == keymap.Pager)
	default:
		return nil
	}
}

// outside opens the document in sight outside; on the other tabs the one that the strongest line stands in, or the first.
func (m Model) outside(pager bool) intent.Intent {
	d, ok := m.document()
	if !ok && len(m.documents) == 0 {
		return intent.Say{Text: "no document came with this application"}
	}
	if !ok {
		d = m.documents[0]
		if m.at < len(m.proofs) && m.proofs[m.at].lines > 0 {
			d = m.proofs[m.at].reading.Document
		}
	}
	return intent.View{Document: d, Pager: pager}
}

// notHere says where a key does something that does nothing here; nil where there is nothing to say but that.
func (m Model) notHere(a keymap.Action) intent.Intent {
	_, document := m.document()
	switch a {
	case keymap.Rate0, keymap.Rate1, keymap.Rate2, keymap.Rate3, keymap.Rate4:
		return intent.Say{Text: m.setting.Keys.Key(keymap.Score) + " to score: digits only rate there"}
	case keymap.Note:
		return intent.Say{Text: m.setting.Keys.Key(keymap.Score) + " to score, then " + m.setting.Keys.Key(keymap.Note) + " writes a note"}
	case keymap.Search, keymap.Quote, keymap.Dismiss, keymap.Why, keymap.Select, keymap.NextProof, keymap.PrevProof, keymap.NextMatch, keymap.PrevMatch:
		if !document {
			return intent.Say{Text: m.setting.Keys.Key(keymap.NextTab) + " to a document: " + m.setting.Keys.Key(a) + " works there"}
		}
		return intent.Say{Text: "the document is still being read"}
	default:
		return nil
	}
}
