package store

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// TestTurnstileKeepsTheOrder lets writers queue up one by one behind a reader: they go in as they came, and a reader who came after them waits.
func TestTurnstileKeepsTheOrder(t *testing.T) {
	turn := newTurnstile(filepath.Join(t.TempDir(), "x"), nil)
	ctx := context.Background()
	leave, err := turn.enter(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var order []int
	var wg sync.WaitGroup
	for n := range 6 {
		wg.Go(func() {
			leave, err := turn.enter(ctx, n != 5)
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			order = append(order, n)
			mu.Unlock()
			leave()
		})
		for waits := 0; waits <= n; { // until it stands in line
			turn.mu.Lock()
			waits = len(turn.line)
			turn.mu.Unlock()
		}
	}
	leave()
	wg.Wait()
	if !slices.Equal(order, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("went in as %v", order)
	}
}

func TestReadersGoInTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	ctx := context.Background()
	one, err := newTurnstile(path, nil).enter(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	defer one()
	two, err := newTurnstile(path, nil).enter(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	two()
}

func TestWhoGivesUpLeavesTheLine(t *testing.T) {
	turn := newTurnstile(filepath.Join(t.TempDir(), "x"), nil)
	leave, err := turn.enter(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	gaveUp := make(chan error)
	go func() {
		_, err := turn.enter(ctx, true)
		gaveUp <- err
	}()
	cancel()
	if err := <-gaveUp; err == nil {
		t.Error("went in twice")
	}
	leave()
	again, err := turn.enter(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	again()
}
