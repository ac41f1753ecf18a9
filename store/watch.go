package store

import (
	"context"
	"sync"
	"time"

	"candid/model"
)

// Event says that something of a role is not as it was: a candidate, a review, the checklist, who is there.
type Event struct {
	Role   model.ID
	Number uint64 // of the role's last change; 0 for a role that is new
}

// pollEvery is how often the file is looked at for what other programs did.
const pollEvery = 250 * time.Millisecond

// watch is the store's subscribers and what they have been told.
type watch struct {
	mu   sync.Mutex
	subs map[*subscriber]bool
	told map[model.ID]uint64 // the last number told of each role
	stop context.CancelFunc  // ends the polling; nil when nobody listens
	poll sync.WaitGroup      // of the polling
}

// subscriber is somebody who wants to know. What it has not taken yet is kept as one event a role.
type subscriber struct {
	mu      sync.Mutex
	pending map[model.ID]uint64
	order   []model.ID
	wake    chan struct{}
	events  chan Event
	done    context.Context
	end     context.CancelFunc
}

// Subscribe gives the events of this program's changes at once and those of others within a quarter of a second. Events of one role
// that were not taken become one, and no writer waits for a reader. After stop the channel is closed; stop may be called twice.
func (s *Store) Subscribe() (events <-chan Event, stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	sub := &subscriber{pending: map[model.ID]uint64{}, wake: make(chan struct{}, 1), events: make(chan Event), done: ctx, end: cancel}
	seen := s.transaction() // before the numbers: what happens in between is then told twice, not never
	told := s.numbers()
	w := &s.watch
	w.mu.Lock()
	if w.subs == nil {
		w.subs = map[*subscriber]bool{}
	}
	w.subs[sub] = true
	if w.stop == nil {
		polling, end := context.WithCancel(context.Background())
		w.stop, w.told = end, told
		w.poll.Go(func() { s.poll(polling, seen) })
	}
	w.mu.Unlock()
	go sub.deliver()
	return sub.events, func() {
		cancel()
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.subs, sub)
		if len(w.subs) == 0 && w.stop != nil {
			w.stop()
			w.stop = nil
		}
	}
}

// closeAll ends all subscriptions, and returns when nothing polls any more.
func (w *watch) closeAll() {
	defer w.poll.Wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	for sub := range w.subs {
		sub.end()
	}
	clear(w.subs)
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
}

// tell passes an event on to all subscribers, unless they know.
func (w *watch) tell(e Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if last, known := w.told[e.Role]; w.stop == nil || known && last >= e.Number {
		return
	}
	w.told[e.Role] = e.Number
	for sub := range w.subs {
		sub.add(e)
	}
}

func (sub *subscriber) add(e Event) {
	sub.mu.Lock()
	if _, waits := sub.pending[e.Role]; !waits {
		sub.order = append(sub.order, e.Role)
	}
	sub.pending[e.Role] = e.Number
	sub.mu.Unlock()
	select {
	case sub.wake <- struct{}{}:
	default:
	}
}

func (sub *subscriber) next() (e Event, ok bool) {
	sub.mu.Lock()
	defer sub.mu.Unlock()
	if len(sub.order) == 0 {
		return Event{}, false
	}
	e.Role = sub.order[0]
	e.Number = sub.pending[e.Role]
	sub.order = sub.order[1:]
	delete(sub.pending, e.Role)
	return e, true
}

func (sub *subscriber) deliver() {
	defer close(sub.events)
	for {
		for e, ok := sub.next(); ok; e, ok = sub.next() {
			select {
			case sub.events <- e:
			case <-sub.done.Done():
				return
			}
		}
		select {
		case <-sub.wake:
		case <-sub.done.Done():
			return
		}
	}
}

// poll looks for other programs' transactions: the number of the file's last one tells, then the number of each role's last change.
func (s *Store) poll(ctx context.Context, seen uint64) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := s.transaction()
		if now == seen || now == 0 {
			continue
		}
		seen = now
		for role, number := range s.numbers() {
			s.watch.tell(Event{role, number})
		}
	}
}

// transaction is the number of the file's last transaction; 0 when it cannot be read just now.
func (s *Store) transaction() uint64 {
	p, err := openPages(s.kv.path)
	if err != nil {
		return 0
	}
	defer p.close()
	return p.newer.number
}

// numbers is the number of each role's last change, as far as it can be read.
func (s *Store) numbers() map[model.ID]uint64 {
	last := map[model.ID]uint64{}
	_ = s.kv.view(context.Background(), func(t *tx) error {
		return t.scan(bucketCounts, nil, nil, func(key, record []byte) (bool, error) {
			var n counts
			if unpack(bucketCounts, key, record, &n) == nil {
				last[idAt(key, 0)] = n.Last
			}
			return true, nil
		})
	})
	return last
}
