package intake

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"candid/model"
)

// inFlight is how many bytes of files are read at once, or wait to be taken. One file larger than that goes alone.
const inFlight = 64 << 20

// ahead is how many units are read before the first of them is taken.
const ahead = 256

// unit is work that gives items: mostly a candidate.
type unit struct {
	path  string
	cost  int64 // bytes
	holds int   // files, messages or rows
	read  func() []Item
	items []Item
	done  chan struct{} // closed when items are there
}

// flow reads units on all cores and gives what comes of them in the order in which they were put in.
type flow struct {
	ctx    context.Context
	cancel context.CancelFunc
	order  chan *unit // all units
	work   chan *unit // those that nobody reads yet
	found  atomic.Int64

	mu    sync.Mutex
	taken int64 // bytes in flight
	freed chan struct{}
}

func newFlow(ctx context.Context) *flow {
	f := &flow{order: make(chan *unit, ahead), work: make(chan *unit, ahead), freed: make(chan struct{}, 1)}
	f.ctx, f.cancel = context.WithCancel(ctx)
	return f
}

// put adds a unit, when there is room for it. It reports false when no more is wanted.
func (f *flow) put(u *unit) bool {
	if !f.take(u.cost) {
		return false
	}
	u.done = make(chan struct{})
	for _, c := range []chan *unit{f.order, f.work} {
		select {
		case c <- u:
		case <-f.ctx.Done():
			return false
		}
	}
	return true
}

// ready adds items that are there already.
func (f *flow) ready(holds int, items ...Item) bool {
	path := ""
	if len(items) > 0 {
		path = items[0].Path
	}
	return f.put(&unit{path: path, holds: holds, read: func() []Item { return items }})
}

// take waits until n bytes more may be in flight.
func (f *flow) take(n int64) bool {
	for {
		f.mu.Lock()
		room := f.taken == 0 || f.taken+n <= inFlight
		if room {
			f.taken += n
		}
		f.mu.Unlock()
		if room {
			return f.ctx.Err() == nil
		}
		select {
		case <-f.freed:
		case <-f.ctx.Done():
			return false
		}
	}
}

func (f *flow) give(n int64) {
	f.mu.Lock()
	f.taken -= n
	f.mu.Unlock()
	select {
	case f.freed <- struct{}{}:
	default:
	}
}

// run has fill put in units while others read them, and yields their items. It returns when nothing of that is left behind.
func (f *flow) run(fill func(), yield func(Item) bool) {
	var wait sync.WaitGroup
	defer wait.Wait()
	defer f.cancel()
	wait.Go(func() {
		defer close(f.order)
		defer close(f.work)
		defer f.spared("", func(i Item) { f.ready(1, i) })
		fill()
	})
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for u := range f.work {
				f.carryOut(u)
			}
		})
	}
	done := 0
	for u := range f.order {
		select {
		case <-u.done:
		case <-f.ctx.Done():
			return
		}
		for i, item := range u.items {
			switch {
			case u.holds == len(u.items):
				done++
			case i == len(u.items)-1:
				done += u.holds
			}
			item.Done, item.Found = done, max(done, int(f.found.Load()))
			if f.ctx.Err() != nil || !yield(item) {
				return
			}
		}
		u.items, u.read = nil, nil
		f.give(u.cost)
	}
}

func (f *flow) carryOut(u *unit) {
	defer close(u.done)
	defer f.spared(u.path, func(i Item) { u.items = append(u.items, i) })
	if f.ctx.Err() == nil {
		u.items = u.read()
	}
}

// spared turns a mistake of ours into an item: the others are read all the same, and nobody's terminal is left raw.
func (f *flow) spared(path string, say func(Item)) {
	if p := recover(); p != nil {
		say(Item{Path: path, Problem: &model.Problem{Kind: model.Failed, Subject: path, What: fmt.Sprint("candid failed on it: ", p), Next: "keep the file, and report it"}})
	}
}
