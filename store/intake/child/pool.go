package child

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
	"sync"
	"time"

	"candid/model"
	"candid/store/intake/content"
)

// Limits says what children are started for, and what they may take.
type Limits struct {
	Args     []string      // what makes this program a child, behind its name
	Children int           // how many there are at most
	Memory   int64         // resident, in bytes
	Deadline time.Duration // for each piece, while somebody waits for it
	Ready    time.Duration // until a new child can be asked
	Renew    int           // requests after which a child is replaced by a new one

	Cache   string          // the folder for code that children compile, used only if it is ours alone; "" for none
	Compile bool            // children compile code: the first one alone, and the others use what it left in the cache
	Cold    func(kept bool) // is called when there is nothing compiled yet, so that it will take a while; kept says that it is kept; may be nil
}

// What a child may give in answer to one request.
const (
	maxPieces    = 200_000
	maxFromBytes = 256 << 20 // bytes of all frames, for a request with bytes
	maxFromPath  = 16 << 30  // for one with a path
)

// maxStarts is how often in a row starting a child may fail before it is tried no more.
const maxStarts = 2

// Pool is child processes of one kind. None is started before it is needed. It may be used by many goroutines.
type Pool struct {
	limits Limits
	slots  chan struct{} // one for each child at work

	start   sync.Mutex // held while a child gets ready that others wait for
	settled bool       // one child has been ready
	fails   int        // starts that failed in a row
	broken  *model.Problem
	cache   folder

	mu     sync.Mutex
	idle   []*process
	closed bool
}

// NewPool is a pool with nothing in it yet. Close ends it.
func NewPool(l Limits) *Pool {
	return &Pool{limits: l, slots: make(chan struct{}, max(1, l.Children))}
}

// Close ends all children that are not at work; one that is ends with its request. Requests must have ended before.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, c := range idle {
		c.end()
	}
	p.start.Lock()
	defer p.start.Unlock()
	p.cache.close()
	p.cache = folder{}
}

// Read gives what a child makes of a request. A child that crashes, takes too long or too much memory is a Problem as the last
// piece, and so is one that cannot be started. When ctx ends, the child is killed and the pieces end, and ctx.Err tells. Who stops
// early kills the child too.
func (p *Pool) Read(ctx context.Context, q Request) iter.Seq[content.Piece] {
	return func(yield func(content.Piece) bool) {
		select {
		case p.slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		defer func() { <-p.slots }()
		for {
			c, problem := p.take(ctx)
			if ctx.Err() != nil {
				if c != nil {
					c.end()
				}
				return
			}
			if problem != nil {
				yield(content.Piece{Problem: problem})
				return
			}
			some, fresh := false, c.served == 0
			problem = p.ask(ctx, c, q, func(piece content.Piece) bool { some = true; return yield(piece) })
			if problem == nil || ctx.Err() != nil {
				return
			}
			// What an earlier document left behind is not held against this one: it gets a new child, once.
			if !fresh && !some && c.killed() != slow {
				continue
			}
			yield(content.Piece{Problem: problem})
			return
		}
	}
}

// ask has a child carry out a request, and puts it back or ends it. The problem is what ended it.
func (p *Pool) ask(ctx context.Context, c *process, q Request, yield func(content.Piece) bool) *model.Problem {
	whole := false
	defer func() {
		if whole {
			p.put(c)
		} else {
			c.end()
		}
	}()
	defer context.AfterFunc(ctx, func() { c.kill(unwanted) })()
	defer c.watch(p.limits.Memory)()
	deadline := time.AfterFunc(p.limits.Deadline, func() { c.kill(slow) })
	defer deadline.Stop()
	if err := writeFrame(c.in, q, maxQuestion); err != nil {
		return p.death(c, err)
	}
	most := int64(maxFromPath)
	if q.Bytes != nil {
		most = maxFromBytes
	}
	for range maxPieces {
		var a answer
		n, err := readFrame(c.answers, &a, maxAnswer)
		inTime := deadline.Stop()
		most -= int64(n)
		switch {
		case err != nil:
			return p.death(c, err)
		case a.State == over:
			c.served++
			whole = inTime && c.killed() == unkilled
			return nil
		case a.State != given || a.Piece == nil || most < 0:
			return p.death(c, errFrame)
		}
		piece, ok := a.Piece.unwrap()
		if !ok {
			return p.death(c, errFrame)
		}
		if !yield(piece) {
			return nil
		}
		if !inTime {
			return p.death(c, nil)
		}
		deadline.Reset(p.limits.Deadline)
	}
	return p.death(c, errFrame)
}

const itEnded = "its reader ended: "

const lookAt = "look at the file, and ask for it made anew or in another format"

// death is the reason of a child's end, as the document's that it read. The child is gone afterwards.
func (p *Pool) death(c *process, err error) *model.Problem {
	refuse := func(what string) *model.Problem {
		return &model.Problem{Kind: model.Refused, What: what, Next: lookAt}
	}
	defer c.end()
	if errors.Is(err, errFrame) && c.killed() == unkilled {
		return refuse(itEnded + errFrame.Error())
	}
	said := ""
	if c.killed() == unkilled {
		said = c.last()
	}
	<-c.gone
	switch {
	case c.killed() == slow:
		return refuse(fmt.Sprintf("took longer than %s to read", seconds(p.limits.Deadline)))
	case c.killed() == greedy || c.cmd.ProcessState.ExitCode() == exitMemory:
		return refuse(fmt.Sprintf("needs more than %d MB of memory to read", p.limits.Memory>>20))
	}
	return refuse(itEnded + said)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%g s", d.Seconds()) }

// take is a child that can be asked.
func (p *Pool) take(ctx context.Context) (*process, *model.Problem) {
	if c := p.rested(); c != nil {
		return c, nil
	}
	p.start.Lock()
	if p.settled { // the others may start side by side
		p.start.Unlock()
		c, err := p.begin(ctx)
		if err != nil {
			return nil, cannotStart(err)
		}
		return c, nil
	}
	defer p.start.Unlock()
	if p.broken != nil {
		return nil, p.broken
	}
	c, err := p.begin(ctx)
	switch {
	case ctx.Err() != nil:
		return c, nil
	case err != nil:
		if p.fails++; p.fails == maxStarts {
			p.broken = cannotStart(err)
		}
		return nil, cannotStart(err)
	}
	p.settled = true
	return c, nil
}

func cannotStart(err error) *model.Problem {
	return &model.Problem{Kind: model.Failed, What: "its reader could not be started: " + err.Error(), Next: "try again"}
}

// rested is a child that waits for work, nil when none does.
func (p *Pool) rested() *process {
	p.mu.Lock()
	defer p.mu.Unlock()
	for n := len(p.idle); n > 0; n = len(p.idle) {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		select {
		case <-c.gone: // it died while it rested
			c.in.Close()
			c.out.Close()
		default:
			return c
		}
	}
	return nil
}

// put lets a child rest, or ends it where it has done its share or has grown so much that the next document would suffer from it.
func (p *Pool) put(c *process) {
	p.mu.Lock()
	keep := !p.closed && c.served < p.limits.Renew && resident(c.cmd.Process.Pid) <= p.limits.Memory/2
	if keep {
		p.idle = append(p.idle, c)
	}
	p.mu.Unlock()
	if !keep {
		c.end()
	}
}

// begin starts a child and waits until it can be asked.
func (p *Pool) begin(ctx context.Context) (*process, error) {
	if os.Getenv(inside) != "" {
		return nil, errors.New("a reader starts none itself")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if p.limits.Compile && p.cache.path == "" {
		if p.cache, err = openFolder(p.limits.Cache); err != nil {
			return nil, err
		}
		if p.cache.cold && p.limits.Cold != nil {
			p.limits.Cold(!p.cache.temporary)
		}
	}
	c, err := launch(self, p.limits.Args)
	if err != nil {
		return nil, err
	}
	if err := p.meet(ctx, c); err != nil {
		c.end()
		return nil, err
	}
	return c, nil
}

// meet tells a new child what it must know, and waits until it is ready.
func (p *Pool) meet(ctx context.Context, c *process) error {
	defer context.AfterFunc(ctx, func() { c.kill(unwanted) })()
	defer c.watch(p.limits.Memory)()
	deadline := time.AfterFunc(p.limits.Ready, func() { c.kill(slow) })
	defer deadline.Stop()
	if err := writeFrame(c.in, hello{Cache: p.cache.path, Memory: p.limits.Memory}, maxQuestion); err != nil {
		return errors.New(strings.TrimPrefix(p.death(c, err).What, itEnded))
	}
	var a answer
	_, err := readFrame(c.answers, &a, maxAnswer)
	switch {
	case err == nil && a.State == ready:
		return nil
	case err == nil && a.State == failed:
		return errors.New(oneLine(a.Why))
	case err == nil:
		return errFrame
	case c.killed() == slow:
		return fmt.Errorf("it was not ready after %s", seconds(p.limits.Ready))
	}
	return errors.New(strings.TrimPrefix(p.death(c, err).What, itEnded))
}
