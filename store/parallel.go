package store

import (
	"runtime"
	"sync"
)

// inParallel calls fn with 0 to n-1, in as many goroutines as there are processors, each with some at least, and gives the first error by number.
func inParallel(n, some int, fn func(i int) error) error {
	return sideBySide(n, min(runtime.GOMAXPROCS(0), n/some+1), fn)
}

// sideBySide calls fn with 0 to n-1 in so many goroutines, and gives the first error by number.
func sideBySide(n, workers int, fn func(i int) error) error {
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := n * w / workers; i < n*(w+1)/workers && errs[w] == nil; i++ {
				errs[w] = fn(i)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
