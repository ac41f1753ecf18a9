package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"
)

// turnstile lets transactions in one after the other, in the order they came; those that only read go in together. It
// works among the goroutines that share it and, through two lock files, among programs: who comes waits for the queue
// file, then for the lock file, lets go of the queue, and goes in. Nobody is overtaken twice, however busy the others are.
type turnstile struct {
	queue, lock string              // paths of the two files; they are never renamed or removed
	waiting     func(holder string) // told once who is inside, when that takes longer than patience; may be nil
	self        string              // how this program names itself in the lock file

	mu      sync.Mutex
	readers int
	writing bool
	line    []*ticket
}

// ticket is one goroutine's place in the line.
type ticket struct {
	exclusive bool
	admitted  chan struct{}
}

// patience is how long somebody waits before being told for whom.
const patience = time.Second

func newTurnstile(path string, waiting func(string)) *turnstile {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return &turnstile{queue: path + ".queue", lock: path + ".lock", waiting: waiting, self: fmt.Sprintf("process %d on %s", os.Getpid(), host)}
}

// enter waits for its turn and gives what ends it. An error is ctx's, or that a lock file cannot be had.
func (t *turnstile) enter(ctx context.Context, exclusive bool) (leave func(), err error) {
	if err := t.admit(ctx, exclusive); err != nil {
		return nil, err
	}
	queue, err := t.take(ctx, t.queue, true, exclusive)
	if err != nil {
		t.dismiss(exclusive)
		return nil, err
	}
	lock, err := t.take(ctx, t.lock, exclusive, exclusive)
	letGo(queue)
	if err != nil {
		t.dismiss(exclusive)
		return nil, err
	}
	if exclusive {
		// Without a sync: it helps only while we live.
		_, _ = lock.WriteAt(fmt.Appendf(nil, "%-127s\n", t.self+" since "+time.Now().UTC().Format(time.RFC3339)), 0)
	}
	return func() {
		if exclusive {
			_, _ = lock.WriteAt([]byte("\n"), 0)
		}
		letGo(lock)
		t.dismiss(exclusive)
	}, nil
}

// enterAlone is enter for what replaces the store's file: both lock files stay taken, so nobody waits on the old file.
func (t *turnstile) enterAlone(ctx context.Context) (leave func(), err error) {
	if err := t.admit(ctx, true); err != nil {
		return nil, err
	}
	queue, err := t.take(ctx, t.queue, true, true)
	if err != nil {
		t.dismiss(true)
		return nil, err
	}
	lock, err := t.take(ctx, t.lock, true, true)
	if err != nil {
		letGo(queue)
		t.dismiss(true)
		return nil, err
	}
	return func() {
		letGo(lock)
		letGo(queue)
		t.dismiss(true)
	}, nil
}

// admit waits for the goroutine's turn within the program.
func (t *turnstile) admit(ctx context.Context, exclusive bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	mine := &ticket{exclusive, make(chan struct{})}
	t.mu.Lock()
	t.line = append(t.line, mine)
	t.advance()
	t.mu.Unlock()
	select {
	case <-mine.admitted:
		return nil
	case <-ctx.Done():
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, other := range t.line {
		if other == mine {
			t.line = append(t.line[:i:i], t.line[i+1:]...)
			t.advance()
			return ctx.Err()
		}
	}
	return nil // admitted in the same moment: go in
}

// advance lets in from the head of the line who fits beside those inside. The caller holds mu.
func (t *turnstile) advance() {
	for len(t.line) > 0 {
		first := t.line[0]
		if t.writing || first.exclusive && t.readers > 0 {
			return
		}
		if first.exclusive {
			t.writing = true
		} else {
			t.readers++
		}
		t.line = t.line[1:]
		close(first.admitted)
	}
}

func (t *turnstile) dismiss(exclusive bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if exclusive {
		t.writing = false
	} else {
		t.readers--
	}
	t.advance()
}

// take opens a lock file and waits for its lock. Who only reads in a folder that cannot be written, and has no lock files, gets
// no file: there bbolt's own lock must do.
func (t *turnstile) take(ctx context.Context, path string, exclusive, writing bool) (*os.File, error) {
	f, err := openLock(path)
	if err != nil && !writing {
		f, err = os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	if err != nil {
		return nil, err
	}
	if ok, err := lockFile(f, exclusive, false); ok || err != nil {
		if err != nil {
			letGo(f)
			return nil, err
		}
		return f, nil
	}
	locked := make(chan error, 1)
	go func() {
		_, err := lockFile(f, exclusive, true)
		locked <- err
	}()
	slow := time.NewTimer(patience)
	defer slow.Stop()
	for {
		select {
		case err := <-locked:
			if err != nil {
				letGo(f)
				return nil, err
			}
			return f, nil
		case <-ctx.Done():
			go func() {
				<-locked
				letGo(f)
			}()
			return nil, ctx.Err()
		case <-slow.C:
			if t.waiting != nil {
				t.waiting(t.holder())
			}
		}
	}
}

// holder is who is inside, as far as is known.
func (t *turnstile) holder() string {
	b, err := os.ReadFile(t.lock)
	line, _, _ := strings.Cut(string(b), "\n")
	if line = strings.TrimSpace(line); err != nil || line == "" {
		return "another program"
	}
	return line
}

// letGo closes a lock file, which gives up its lock.
func letGo(f *os.File) {
	if f != nil {
		_ = f.Close()
	}
}
