package child

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// process is one child.
type process struct {
	cmd     *exec.Cmd
	in, out *os.File // our ends of its pipes
	answers *bufio.Reader
	errs    *head
	gone    chan struct{} // closed when it has ended
	served  int           // requests carried out

	mu  sync.Mutex
	why reason // why we killed it
}

// reason is why a child was killed.
type reason uint8

const (
	unkilled reason = iota
	unwanted        // it is needed no longer
	slow
	greedy // it took more memory than it may
)

// launch starts a child of the program at self.
func launch(self string, args []string) (*process, error) {
	theirIn, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	out, theirOut, err := os.Pipe()
	if err != nil {
		theirIn.Close()
		in.Close()
		return nil, err
	}
	p := &process{in: in, out: out, answers: bufio.NewReaderSize(out, 64<<10), errs: &head{}, gone: make(chan struct{})}
	p.cmd = exec.Command(self, args...)
	p.cmd.Env = environment()
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = theirIn, theirOut, p.errs
	p.cmd.SysProcAttr = apart()
	p.cmd.WaitDelay = time.Second
	err = p.cmd.Start()
	theirIn.Close()
	theirOut.Close()
	if err != nil {
		in.Close()
		out.Close()
		return nil, err
	}
	go func() {
		_ = p.cmd.Wait()
		close(p.gone)
	}()
	return p, nil
}

// environment is what a child knows of its surroundings: where temporary files go, and what a system cannot do without.
func environment() []string {
	env := []string{inside + "=1", "GOTRACEBACK=single"}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP", "SystemRoot"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// kill ends a child without asking it. The first reason stands.
func (p *process) kill(why reason) {
	p.mu.Lock()
	if p.why == unkilled {
		p.why = why
	}
	p.mu.Unlock()
	_ = p.cmd.Process.Kill()
}

func (p *process) killed() reason {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.why
}

// end kills a child and returns when it is gone.
func (p *process) end() {
	p.kill(unwanted)
	<-p.gone
	p.in.Close()
	p.out.Close()
}

// watch kills the child when it takes more than limit bytes of memory, until the function that it gives is called.
func (p *process) watch(limit int64) (stop func()) {
	done := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-p.gone:
				return
			case <-tick.C:
				if resident(p.cmd.Process.Pid) > limit {
					p.kill(greedy)
				}
			}
		}
	})
	return func() { close(done); wait.Wait() }
}

// last says how a child ended that nobody killed.
func (p *process) last() string {
	select {
	case <-p.gone:
	case <-time.After(time.Second): // it closed its output and lives on
		p.end()
		return "it stopped answering"
	}
	if said := p.errs.line(); said != "" {
		return said
	}
	return p.cmd.ProcessState.String()
}

// head keeps the beginning of what is written to it, which is where a Go program that crashes says why.
type head struct {
	mu sync.Mutex
	b  []byte
}

const maxHead = 4 << 10

func (h *head) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if room := maxHead - len(h.b); room > 0 {
		h.b = append(h.b, b[:min(room, len(b))]...)
	}
	return len(b), nil
}

// line is the first line that says something, not longer than a line of a list.
func (h *head) line() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	for line := range strings.SplitSeq(string(h.b), "\n") {
		line = oneLine(line)
		if line == "" {
			continue
		}
		return cut(line, 120)
	}
	return ""
}
