package child

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// exitMemory is the code with which a child ends that has taken more memory than it may.
const exitMemory = 86

// Serve is the life of a child: it makes a reader with open, which is given the folder for compiled code, and carries out what it
// is asked on in, until that ends; then so does the process, whatever it is doing. It returns the exit code of one that ends sooner.
func Serve(in io.Reader, out io.Writer, open func(cache string) (Reader, error)) int {
	runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0))) // who watches the input must run beside a reader that never rests
	r := bufio.NewReader(in)
	var h hello
	if _, err := readFrame(r, &h, maxQuestion); err != nil {
		fmt.Fprintln(os.Stderr, "not asked by candid:", err)
		return 2
	}
	if h.Memory > 0 {
		debug.SetMemoryLimit(h.Memory / 4 * 3)
		if !watched {
			go watchSelf(h.Memory)
		}
	}
	requests := make(chan Request)
	go func() {
		for {
			var q Request
			if _, err := readFrame(r, &q, maxQuestion); err != nil {
				if errors.Is(err, errFrame) {
					fmt.Fprintln(os.Stderr, err)
				}
				os.Exit(0)
			}
			requests <- q
		}
	}()
	w := bufio.NewWriterSize(out, 64<<10)
	say := func(a answer) error {
		if err := writeFrame(w, a, maxAnswer); err != nil {
			return err
		}
		return w.Flush()
	}
	read, err := open(h.Cache)
	if err != nil {
		_ = say(answer{State: failed, Why: err.Error()})
		return 1
	}
	if err := say(answer{State: ready}); err != nil {
		return 1
	}
	for q := range requests {
		for p := range read(q) {
			if err := say(answer{State: given, Piece: wrap(p)}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				return 1
			}
		}
		if err := say(answer{State: over}); err != nil {
			return 1
		}
	}
	return 0
}

// watchSelf ends the process when it takes more than limit bytes of memory, where no other process can tell.
func watchSelf(limit int64) {
	taken := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(50 * time.Millisecond) {
		metrics.Read(taken)
		if int64(taken[0].Value.Uint64()-taken[1].Value.Uint64()) > limit {
			os.Exit(exitMemory)
		}
	}
}
