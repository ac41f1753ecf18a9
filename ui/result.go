package ui

import (
	"candid/model"
	"candid/model/blind"
	"candid/store"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// What commands come to.
type (
	loaded struct {
		role  model.Role
		cards []model.Record
		names map[model.ID]string
		place model.Place
		views viewsAre
		hints []string // that the viewer has been shown
		none  bool     // there is no role yet
		err   error
	}
	reloaded struct {
		role    model.Role
		cards   []model.Record
		names   map[model.ID]string
		number  uint64 // of a change that is in it, with all before
		writing int    // the writer's count when the reading began
		err     error
	}
	fetched struct {
		people  map[model.ID]person
		failed  []model.ID // whom the disk would not give
		writing int        // the writer's count when the reading began
		looking int        // how often it had been looked again by then
		err     error
	}
	looked struct {
		candidate model.ID
		changes   []model.Change
		err       error
	}
	written  struct{ *job }
	happened struct{ store.Event }
	unopened struct { // the disk could not be told that somebody was opened
		candidate model.ID
		err       error
	}
	called struct {
		reviewer model.Reviewer
		err      error
	}
	kept struct {
		role model.Role
		err  error
	}
	writing   struct{} // a long job is on its way, or was
	viewsRead struct {
		role model.ID
		viewsAre
	}
	viewWritten struct{ *viewJob }
	settled     int // the place has not changed since this one
	failed      struct{ err error }
	// The terminal is this program's again, after another had it.
	regained  struct{ err error }
	again     struct{} // the field is to be read again
	forgotten struct{} // which hints were shown
)

// result takes what a command came to.
func (a *App) result(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return a.enterField(msg)
	case reloaded:
		return a.refresh(msg)
	case fetched:
		return a.arrived(msg)
	case looked:
		if msg.err != nil {
			a.complain(msg.err)
			return nil
		}
		raw, _ := a.record(msg.candidate)
		return a.tell(intent.History{Candidate: msg.candidate, Changes: blind.History(a.viewer(), raw, msg.changes)})
	case written:
		return a.written(msg.job)
	case happened:
		a.heard[msg.Role] = max(a.heard[msg.Role], msg.Number)
		return tea.Batch(a.catchUp(), a.watch())
	case unopened:
		delete(a.opens, msg.candidate)
		a.complain(msg.err)
		return nil
	case called:
		return a.wasCalled(msg)
	case kept:
		return a.wasKept(msg)
	case writing:
		if len(a.writer.jobs) == 0 || len(a.writer.jobs[0].changes) < long {
			return nil
		}
		return tea.Batch(a.tell(a.status()), a.followWriting())
	case viewsRead:
		return a.viewsWereRead(msg)
	case viewWritten:
		return a.viewWritten(msg.viewJob)
	case settled:
		return a.keepPlace(int(msg))
	case again:
		return a.reload()
	case forgotten:
		a.tour.know(nil)
		return nil
	case failed:
		a.complain(msg.err)
		return nil
	case copied:
		a.wasCopied(msg)
		return nil
	case regained:
		return a.regain(msg.err)
	case textsRead:
		return a.gotTexts(msg)
	case lookedThrough:
		return a.sawThrough(msg)
	case brought:
		return a.wasBrought(msg)
	case intent.Posting, intent.Chosen:
		return a.posting(msg)
	default:
		return a.toTop(msg)
	}
}
