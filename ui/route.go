package ui

import (
	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/role"
	"candid/ui/text"
	"candid/ui/welcome"

	tea "github.com/charmbracelet/bubbletea"
)

// do carries out what a screen asks for: where to go first, then what is asked, added and changed.
func (a *App) do(want intent.Intent) tea.Cmd {
	switch w := want.(type) {
	case nil:
	case intent.All:
		var cmds []tea.Cmd
		for _, one := range w {
			cmds = append(cmds, a.do(one))
		}
		return tea.Batch(cmds...)
	case intent.Say:
		a.say("%s", w.Text)
	case intent.Quit:
		return tea.Quit
	case intent.Back:
		return a.back()
	case intent.Show:
		return a.show(w.Action)
	case intent.Open:
		return a.open(w)
	case intent.Step:
		return a.step(w.By)
	case intent.Switch:
		return a.switchTo(w)
	case intent.Choose:
		return a.load(w.Role)
	case chosen:
		return a.carryOut(w)
	case found:
		return a.visit(w.candidate)
	default:
		return a.answerTo(want)
	}
	return nil
}

// answerTo finds out what a screen asks for, or remembers it.
func (a *App) answerTo(want intent.Intent) tea.Cmd {
	switch w := want.(type) {
	case intent.Search:
		return a.search(w)
	case intent.Peek:
		return a.peek(w.Candidate)
	case intent.Terms:
		a.askTerms(w.Requirement)
	case intent.Why:
		return a.why(w)
	case intent.Look:
		return a.history(w.Candidate)
	case intent.Copy:
		return a.copy(w)
	case intent.View:
		return a.outside(w)
	case intent.Remember:
		return a.remember(w.Place)
	case intent.Read:
		return a.readPosting(w)
	case intent.Keep:
		return a.keepRole(w.Role)
	case intent.Call:
		return a.call(w.Name)
	case askRoles:
		return a.choose()
	default:
		return a.bringIn(want)
	}
	return nil
}

// bringIn carries out what the adding of candidates asks for.
func (a *App) bringIn(want intent.Intent) tea.Cmd {
	switch w := want.(type) {
	case intent.Import:
		return a.importPaths(w)
	case intent.Inspect:
		return a.inspect(w)
	case intent.Stop:
		return a.stopImport()
	case intent.PutAside:
		return a.putAside()
	case intent.Enter:
		return a.enterByHand(w)
	case intent.List:
		return a.listFolder(w.Path)
	default:
		return a.change(want)
	}
}

// change carries out what is done to one candidate or many, to views, and back.
func (a *App) change(want intent.Intent) tea.Cmd {
	switch w := want.(type) {
	case intent.Undo:
		return a.undo()
	case intent.Redo:
		return a.redo()
	case intent.Decide:
		return a.decide(w)
	case intent.Tag:
		return a.tag(w)
	case intent.Same:
		return a.same(w)
	case intent.Repeat:
		return a.repeat(w)
	case useView:
		return a.useView(w.digit)
	case keepView, nameView, askView, dropView, undoView, redoView:
		return a.changeView(w)
	default:
		return a.judge(want)
	}
}

// judge carries out what is done to the review of the open candidate.
func (a *App) judge(want intent.Intent) tea.Cmd {
	r, full := a.record(a.queue.open())
	if !full {
		a.say("still being read")
		return nil
	}
	me, now := a.viewer(), model.At(a.session.Now())
	switch w := want.(type) {
	case intent.Rate:
		return a.act(r.Rate(a.field.role, me, now, w.Requirement, w.Value))
	case intent.Note:
		return a.act(r.Change(me, now, model.FacetNote, w.Requirement, model.State{Note: w.Text}))
	case intent.Quote:
		return a.act(r.Change(me, now, model.FacetQuotes, w.Requirement, model.State{Quotes: w.Quotes}))
	case intent.Dismiss:
		return a.act(r.Change(me, now, model.FacetDismissed, w.Requirement, model.State{Quotes: w.Quotes}))
	case intent.Recommend:
		return a.act(r.Change(me, now, model.FacetRecommendation, 0, model.State{Recommendation: w.Recommendation}))
	case intent.Submit:
		cmd := a.act(r.Submit(a.field.role, me, now))
		if a.queue.at+1 == len(a.queue.ids) {
			a.say("submitted; that was the last of the %d shown: %s goes back to the list", len(a.queue.ids), a.setting.Keys.Key(keymap.Back))
			return cmd
		}
		return tea.Batch(cmd, a.step(1))
	}
	return nil
}

// back leaves the top screen. The screen below is told what has become of the candidate.
func (a *App) back() tea.Cmd {
	if len(a.stack) == 1 {
		return nil
	}
	left := a.stack[len(a.stack)-1]
	cmd := a.pop()
	if a.held != nil {
		a.asking, a.held = a.held, nil
	}
	switch _, open := a.showing(); {
	case left.person && open:
		return tea.Batch(cmd, a.tell(a.person(a.queue.open())))
	case left.person:
		return tea.Batch(cmd, a.tell(intent.Stand{Candidate: a.queue.open()}))
	}
	return cmd
}

// switchTo shows the open candidate in another mode, above the one it is shown in.
func (a *App) switchTo(w intent.Switch) tea.Cmd {
	a.push(a.screen(w.As))
	return a.enter(w.Requirement, false)
}

// show opens a screen that is about more than one candidate.
func (a *App) show(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Help:
		a.push(layer{Screen: newHelp(a.theme, a.keysOf(a.top()), a.top().Keys())})
	case keymap.Palette:
		a.push(layer{Screen: newPalette(a.theme, a.entries(), a.arguments())})
	case keymap.Views:
		return a.showViews()
	case keymap.Role:
		a.push(layer{Screen: role.New(a.setting, a.theme)})
		return a.toTop(a.field.message(a.place.place))
	case keymap.Roles:
		a.push(layer{Screen: welcome.New(a.setting, a.theme)})
		return a.choose()
	case keymap.Add:
		return a.showAdd()
	}
	return nil
}

// decide puts candidates in a stage; a rejection asks for its reason, a batch for its count.
func (a *App) decide(w intent.Decide) tea.Cmd {
	switch {
	case len(w.Candidates) == 0:
		return nil
	case len(a.undecided(w)) == 0:
		a.say("all %s are %s already", text.Thousands(len(w.Candidates)), w.Stage)
	case len(w.Candidates) > 1:
		a.asking = a.askCount(w, nil)
	case w.Stage == model.Rejected:
		a.asking = a.askReason(w)
	default:
		return a.decided(w, model.Reason{})
	}
	return nil
}

// decided carries out a decision whose questions have been answered. In triage the next person follows at once.
func (a *App) decided(w intent.Decide, why model.Reason) tea.Cmd {
	me, now := a.viewer(), model.At(a.session.Now())
	var changes []model.Change
	for _, id := range a.undecided(w) {
		r, _ := a.record(id)
		if d := r.Candidate.Decision; d.Stage == w.Stage && d.Reason == why && d.By == me {
			continue // I have decided so already
		}
		changes = append(changes, r.Decide(me, now, w.Stage, why))
	}
	l, open := a.showing()
	if a.did = ""; open && l.mode == intent.Triage {
		r, _ := a.record(w.Candidates[0])
		a.did = w.Stage.String() + ": " + r.Candidate.Name
	}
	cmd := a.act(changes...)
	if a.notice.bad {
		a.did = ""
	}
	switch {
	case len(changes) > 1 && !a.notice.bad:
		a.say("%s: %s %s %s undoes it", w.Stage, text.Count(len(changes), "candidate"), a.theme.Glyphs.Dot, a.setting.Keys.Key(keymap.Undo))
	case open && l.mode == intent.Triage:
		return tea.Batch(cmd, a.step(1))
	case open && l.mode == intent.Scoring && !a.notice.bad: // which shows no stage
		r, _ := a.record(w.Candidates[0])
		a.say("%s: %s", r.Candidate.Name, w.Stage)
	}
	return cmd
}

// repeat does the last rating or decision again, here.
func (a *App) repeat(w intent.Repeat) tea.Cmd {
	for i := len(a.acts.done) - 1; i >= 0; i-- {
		switch last := a.acts.done[i].changes[0]; {
		case last.Facet == model.FacetRating && w.Requirement != 0:
			return a.judge(intent.Rate{Requirement: w.Requirement, Value: last.After.Value})
		case last.Facet == model.FacetTags && len(w.Candidates) > 0:
			return a.tagged(w.Candidates, a.acts.done[i].tagging)
		case last.Facet == model.FacetDecision && len(w.Candidates) == 1:
			d := last.After.Decision
			return a.decided(intent.Decide{Candidates: w.Candidates, Stage: d.Stage}, d.Reason)
		case last.Facet == model.FacetDecision && len(w.Candidates) > 1:
			d := last.After.Decision
			again := intent.Decide{Candidates: w.Candidates, Stage: d.Stage, Hidden: w.Hidden}
			if len(a.undecided(again)) == 0 {
				return a.decide(again) // which says so
			}
			a.asking = a.askCount(again, &d.Reason)
			return nil
		}
	}
	a.say("nothing to repeat yet")
	return nil
}
