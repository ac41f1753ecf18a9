package ui

import (
	"errors"
	"os"
)

// Finish keeps what was under way when the program ended, however it did: words being written, changes on their way, the
// place in the list. It returns when they are on the disk. The app is of no use afterwards.
func (a *App) Finish() error {
	a.refinding.end()
	a.searching.forget()
	for i := len(a.stack) - 1; i >= 0; i-- {
		a.draft(a.stack[i].Screen)
	}
	var errs []error
	for _, j := range a.writer.jobs {
		j.run(a.session.Store)
		errs = append(errs, j.err)
		if len(j.kept) > 0 && !j.undoes {
			j.act.changes = j.kept // what undoes it, further on, must say what it undoes
		}
	}
	for _, j := range a.viewing.jobs {
		j.run(a.session.Store)
		errs = append(errs, j.err)
	}
	if a.place.changes > a.place.kept {
		errs = append(errs, a.session.Store.SetPlace(a.viewer(), a.place.place))
	}
	a.refinding.wait()
	if a.importing.running { // what is landing lands, and the readers end
		a.importing.cancel()
		a.importing.forget()
		<-a.importing.ended
	}
	a.folderOnce.Do(func() { a.folderErr = errors.New("the app has ended") }) // and wait for who is making it
	if a.folder != "" {
		errs = append(errs, os.RemoveAll(a.folder))
	}
	a.stop()
	return errors.Join(errs...)
}
