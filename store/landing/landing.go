// Package landing brings files into a role: it reads them and adds what they hold to the store, as it comes, or says what would
// become of it.
package landing

import (
	"context"
	"iter"
	"slices"

	"candid/model"
	"candid/store"
	"candid/store/intake"
)

// Order is what is to be brought in, and how.
type Order struct {
	Store   *store.Store // of a dry run it may be nil: then nobody is known yet
	Role    model.ID     // of a dry run it may be zero, with the same meaning
	By      model.ID     // who adds
	Paths   []string
	Dry     bool   // say what would become of it, and keep nothing
	Source  string // where the applications come from, unless they say so themselves
	Tags    []string
	Options intake.Options
}

// Outcome is what became of one file, or one application of a file that holds many.
type Outcome struct {
	Path        string
	store.Added                  // of a refused file, Candidate is whom it seems to be from, as far as that is known
	Problem     *model.Problem   // why it was refused, where a file could not be read
	Documents   []model.Document // as they were read
	Done, Found int              // how far the reading has come, as in intake.Item
}

// What is read and waits to be landed together: so many applications, or so many bytes.
const (
	atOnce     = 64
	atOnceSize = 16 << 20
)

// Run gives outcomes as they come, those that landed together in one piece and on the disk by then. A file that is refused is an
// outcome; the error is what keeps all others from landing too, and the end. When ctx ends, so does Run, without an error: what it gave
// has landed.
func (o Order) Run(ctx context.Context) iter.Seq2[[]Outcome, error] {
	return func(yield func([]Outcome, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		items, batches := make(chan intake.Item), make(chan []intake.Item)
		go o.read(ctx, items)
		go collect(items, batches)
		defer func() { // nothing of it is left behind
			cancel()
			for range batches {
			}
		}()
		// While one batch waits for the disk, the next is made ready.
		landings, failing := make(chan landing, 1), make(chan struct{})
		go o.landAll(ctx, failing, batches, landings)
		var failed landed // the first that failed, with what others landed after it
		for l := range landings {
			r := <-l
			switch {
			case r.panicked != nil:
				failed.panicked = r.panicked
				cancel()
			case failed.err != nil:
				failed.outcomes = append(failed.outcomes, r.outcomes...)
			case r.err != nil && ctx.Err() == nil:
				failed = r
				close(failing)
			case failed.panicked == nil && !yield(r.outcomes, nil):
				cancel()
				for l := range landings { // nothing of it goes on behind
					<-l
				}
				return
			}
		}
		switch {
		case failed.panicked != nil:
			panic(failed.panicked) // where the caller can catch it
		case failed.err != nil:
			yield(failed.outcomes, failed.err)
		}
	}
}

// landing gives what a batch has come to.
type landing <-chan landed

type landed struct {
	outcomes []Outcome
	err      error
	panicked any
}

// landAll begins to land each batch when there is room for a landing. It ends when batches do, ctx has, or one is failing.
func (o Order) landAll(ctx context.Context, failing <-chan struct{}, batches <-chan []intake.Item, landings chan<- landing) {
	defer close(landings)
	for batch := range batches {
		done := make(chan landed, 1)
		select {
		case <-ctx.Done():
			return
		case <-failing:
			return
		case landings <- done:
		}
		go func() {
			var l landed
			defer func() {
				l.panicked = recover()
				done <- l
			}()
			l.outcomes, l.err = o.land(ctx, batch)
		}()
	}
}

// read gives the items of the paths, and closes the channel when it has ended.
func (o Order) read(ctx context.Context, items chan<- intake.Item) {
	defer close(items)
	for item := range intake.Read(ctx, o.Paths, o.Options) {
		items <- item // somebody takes all of them
	}
}

// collect puts items together while nobody takes them. It ends when items does, and everything was taken.
func collect(items <-chan intake.Item, batches chan<- []intake.Item) {
	defer close(batches)
	var waiting []intake.Item
	size := 0
	for items != nil || len(waiting) > 0 {
		in, out := items, batches
		if len(waiting) == atOnce || size > atOnceSize {
			in = nil
		}
		if len(waiting) == 0 {
			out = nil
		}
		select {
		case item, ok := <-in:
			if !ok {
				items = nil
				continue
			}
			for _, d := range item.Application.Documents {
				size += len(d.Original) + len(d.Text)
			}
			waiting = append(waiting, item)
		case out <- waiting:
			waiting, size = nil, 0
		}
	}
}

// land adds what items hold, or looks at what would become of it. With an error it gives the outcomes before the one that it met.
func (o Order) land(ctx context.Context, items []intake.Item) ([]Outcome, error) {
	outcomes := make([]Outcome, len(items))
	var apps []model.Application
	var at []int // of the applications among the items
	for i, item := range items {
		outcomes[i] = Outcome{Path: item.Path, Problem: item.Problem, Done: item.Done, Found: item.Found}
		if item.Problem != nil {
			outcomes[i].Result, outcomes[i].Why = store.ResultRefused, reason(item.Problem)
			outcomes[i].Candidate = model.Candidate{Name: item.Whose.Name, Email: item.Whose.Email, Phone: item.Whose.Phone}
			continue
		}
		for _, d := range item.Application.Documents {
			outcomes[i].Documents = append(outcomes[i].Documents, d.Document)
		}
		apps, at = append(apps, o.marked(item.Application)), append(at, i)
	}
	all, err := o.add(ctx, apps)
	for i, added := range all {
		outcomes[at[i]].Added = added
	}
	if len(all) < len(apps) {
		outcomes = outcomes[:at[len(all)]]
	}
	return outcomes, err
}

// marked is an application with what the order says of all.
func (o Order) marked(app model.Application) model.Application {
	if app.Candidate.Source == "" {
		app.Candidate.Source = o.Source
	}
	app.Candidate.Tags = slices.Clone(app.Candidate.Tags)
	for _, t := range o.Tags {
		app.Candidate.Tags = append(app.Candidate.Tags, model.Tag{Name: t})
	}
	return app
}

// add adds applications, or previews them. With an error it tells what became of those before.
func (o Order) add(ctx context.Context, apps []model.Application) (all []store.Added, err error) {
	switch {
	case !o.Dry:
		return o.Store.AddAll(ctx, o.Role, apps, o.By)
	case o.Store == nil || o.Role.IsZero():
		for _, app := range apps {
			all = append(all, store.Added{Result: store.ResultAdded, Candidate: app.Candidate})
		}
		return all, nil
	}
	for _, app := range apps {
		added, err := o.Store.Preview(o.Role, app)
		if err != nil {
			return all, err
		}
		all = append(all, added)
	}
	return all, nil
}

// reason is a problem without its subject, which is said beside it.
func reason(p *model.Problem) string {
	short := *p
	short.Subject = ""
	return short.Error()
}
