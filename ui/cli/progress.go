package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"candid/ui/pace"
	"candid/ui/text"
)

// progress is a line on a terminal that says how far an adding is. Elsewhere it draws nothing, and only says messages. Its functions
// may be called by any goroutine.
type progress struct {
	mu    sync.Mutex
	out   io.Writer
	cells int // of the terminal; 0: there is none
	drawn bool
	last  time.Time // it was drawn
	pace  pace.Pace
}

// newProgress is for messages on out.
func newProgress(out io.Writer) *progress {
	p := &progress{out: out}
	if os.Getenv("TERM") != "dumb" {
		p.cells = columnsOf(out)
	}
	return p
}

// begin begins anew.
func (p *progress) begin() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pace = pace.Pace{}
}

// oftenEnough is the time between two drawings.
const oftenEnough = 100 * time.Millisecond

// at draws how far it is. What is over is not drawn any more.
func (p *progress) at(done, found int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	p.pace = p.pace.Seen(now, done)
	if p.cells == 0 || done >= found || p.drawn && now.Sub(p.last) < oftenEnough {
		return
	}
	line := fmt.Sprintf("%d of %d", done, found)
	if left, ok := p.pace.Left(found - done); ok {
		line += ", " + pace.Words(left)
	}
	fmt.Fprint(p.out, "\r"+text.Cut(line, p.cells-1, "")+"\x1b[K")
	p.drawn, p.last = true, now
}

// clear takes the line away, so that something else can be printed.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}

func (p *progress) wipe() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.drawn = false
	}
}

// say says a message.
func (p *progress) say(words string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
	fmt.Fprintln(p.out, "candid: "+words)
}
