package child

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"candid/model"
	"candid/store/intake/content"

	"github.com/fxamacker/cbor/v2"
)

// The test binary plays the child: as what its argument says.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "play" {
		os.Exit(play(os.Args[2]))
	}
	os.Exit(m.Run())
}

func play(part string) int {
	switch part {
	case "parent":
		p := NewPool(Limits{Args: []string{"play", "reader"}, Children: 1, Memory: 1 << 30, Deadline: time.Hour, Ready: time.Hour, Renew: 9})
		for _, name := range []string{"pid", "spin"} {
			for piece := range p.Read(context.Background(), Request{Name: name}) {
				fmt.Println(piece.Document.Text)
			}
		}
	case "dies at once":
		return 7
	case "garbage at once":
		fmt.Println("PASS: this is what a test binary says, and no frame at all")
		time.Sleep(time.Minute)
	case "never ready":
		time.Sleep(time.Hour)
	case "cannot":
		return Serve(os.Stdin, os.Stdout, func(string) (Reader, error) { return nil, errors.New("no engine") })
	}
	return Serve(os.Stdin, os.Stdout, func(cache string) (Reader, error) {
		return func(q Request) iter.Seq[content.Piece] { return obey(q, cache) }, nil
	})
}

var hoard [][]byte

// obey does what the name of the file asks for.
func obey(q Request, cache string) iter.Seq[content.Piece] {
	return func(yield func(content.Piece) bool) {
		say := func(s string) bool { return yield(content.Piece{Document: &content.Document{Text: s}}) }
		switch q.Name {
		case "pid":
			say(strconv.Itoa(os.Getpid()))
		case "cache":
			say(cache)
		case "environment":
			say(strings.Join(os.Environ(), "\n"))
		case "crash":
			panic("a reader's mistake\nwith more lines")
		case "exit":
			os.Exit(3)
		case "hang":
			time.Sleep(time.Hour)
		case "spin":
			for n := 0; ; n++ {
				runtime.KeepAlive(n)
			}
		case "hang after one":
			say("one")
			time.Sleep(time.Hour)
		case "eat":
			for {
				b := make([]byte, 8<<20)
				for i := range b {
					b[i] = 1
				}
				hoard = append(hoard, b)
			}
		case "flood":
			for say(strings.Repeat("x", 1<<20)) {
			}
		case "too long":
			say(strings.Repeat("x", maxAnswer))
		case "garbage":
			os.Stdout.WriteString("\x00\x00\x00\x04\xff\xff\xff\xff")
			time.Sleep(time.Hour)
		case "a length and no more":
			os.Stdout.Write(binary.BigEndian.AppendUint32(nil, 1<<31))
			time.Sleep(time.Hour)
		case "talk on stderr":
			for range 1000 {
				fmt.Fprintln(os.Stderr, strings.Repeat("a stranger's words ", 100))
			}
			say("done")
		case "no table":
			yield(content.Piece{Table: &content.Table{Header: []string{"h"}, Rows: [][]string{{"c", "d"}}, Lines: []int{2}}})
		case "rows without lines":
			yield(content.Piece{Table: &content.Table{Header: []string{"h"}, Rows: [][]string{{"c"}}}})
		case "broken UTF-8":
			say("a\xffb")
		case "steering":
			yield(content.Piece{Problem: &model.Problem{Kind: model.Conflict, What: "\x1b[2Jred\u202e\n" + strings.Repeat("x", 5000), Next: "\x1b]0;title\aout"}})
		case "steering on stderr":
			fmt.Fprintln(os.Stderr, "\x1b[31mred\x07")
			os.Exit(3)
		case "pieces":
			yield(content.Piece{Entries: []content.Entry{{Name: "a", Size: 3}}})
			yield(content.Piece{File: &content.File{Name: "a", Bytes: []byte("abc")}})
			yield(content.Piece{Table: &content.Table{Header: []string{"h"}, Rows: [][]string{{"c"}}, Lines: []int{2}}})
			yield(content.Piece{Letter: &content.Letter{From: "Jane", Body: content.Document{Text: "Dear"}}})
			yield(content.Piece{Problem: &model.Problem{Kind: model.Refused, Subject: "s", What: "w", Next: "n", Err: io.ErrUnexpectedEOF}})
		default:
			say("read " + q.Name + " " + string(q.Bytes))
		}
	}
}

// pool is a pool of children that play a part.
func pool(t testing.TB, part string, change ...func(*Limits)) *Pool {
	l := Limits{Args: []string{"play", part}, Children: 2, Memory: 1 << 30, Deadline: 20 * time.Second, Ready: 30 * time.Second, Renew: 200}
	for _, c := range change {
		c(&l)
	}
	p := NewPool(l)
	t.Cleanup(p.Close)
	return p
}

// said is what a child gives for a name, a piece a line.
func said(t testing.TB, p *Pool, name string) string {
	t.Helper()
	var all []string
	for piece := range p.Read(t.Context(), Request{Name: name, Bytes: []byte("b")}) {
		switch {
		case piece.Document != nil:
			all = append(all, piece.Document.Text)
		case piece.Problem != nil:
			if piece.Problem.Next == "" {
				t.Errorf("%s: no way out", name)
			}
			all = append(all, "refused: "+piece.Problem.What)
		default:
			all = append(all, fmt.Sprintf("%+v", piece))
		}
	}
	return strings.Join(all, "\n")
}

// Whatever a child does, its document has a true reason, and the next document is read.
func TestTroubles(t *testing.T) {
	quick := func(l *Limits) { l.Deadline = time.Second }
	tight := func(l *Limits) { l.Memory = 100 << 20 }
	for _, c := range []struct {
		name   string
		change func(*Limits)
		want   string
	}{
		{"crash", nil, "refused: its reader ended: panic: a reader's mistake"},
		{"exit", nil, "refused: its reader ended: exit status 3"},
		{"hang", quick, "refused: took longer than 1 s to read"},
		{"spin", quick, "refused: took longer than 1 s to read"},
		{"hang after one", quick, "one\nrefused: took longer than 1 s to read"},
		{"eat", tight, "refused: needs more than 100 MB of memory to read"},
		{"garbage", nil, "refused: its reader ended: it gave something that is no answer"},
		{"a length and no more", nil, "refused: its reader ended: it gave something that is no answer"},
		{"too long", nil, "refused: its reader ended: it gave something that is no answer: it is longer than 64 MB"},
		{"talk on stderr", nil, "done"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.change == nil {
				c.change = func(*Limits) {}
			}
			p := pool(t, "reader", c.change)
			if got := said(t, p, "before"); got != "read before b" {
				t.Fatalf("before it, %q", got)
			}
			if got := said(t, p, c.name); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := said(t, p, "after"); got != "read after b" {
				t.Errorf("after it, %q", got)
			}
		})
	}
}

// A child that a document took over cannot hand over a table that is none, nor steer the terminal by what it says.
func TestTakenOver(t *testing.T) {
	p := pool(t, "reader")
	for name, want := range map[string]string{
		"no table":           "refused: its reader ended: it gave something that is no answer",
		"rows without lines": "refused: its reader ended: it gave something that is no answer",
		"broken UTF-8":       "a\xffb",
		"steering":           "refused: red " + strings.Repeat("x", maxSaid-4) + "…",
		"steering on stderr": "refused: its reader ended: red",
	} {
		if got := said(t, p, name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	for piece := range p.Read(t.Context(), Request{Name: "steering", Bytes: []byte("b")}) {
		if piece.Problem.Kind != model.Refused || piece.Problem.Next != "out" {
			t.Errorf("%v %q", piece.Problem.Kind, piece.Problem.Next)
		}
	}
}

// Few bytes may stand for many values, each of which takes memory.
func TestCountable(t *testing.T) {
	for _, c := range []struct {
		name string
		b    []byte
		want bool
	}{
		{"an answer", marshal(t, answer{State: given, Piece: wrap(content.Piece{Table: &content.Table{Header: []string{"h", "i"}, Rows: [][]string{{"c", strings.Repeat("d", 300)}}, Lines: []int{2}}})}), true},
		{"long bytes", marshal(t, make([]byte, 2*maxItems)), true},
		{"many words", marshal(t, make([]string, maxItems)), false},
		{"words of a length said at the end", []byte("\x7f\x61a\xff"), false},
		{"cut words", []byte("\x65abc"), false},
		{"a cut length", []byte("\x5a\x00"), false},
	} {
		if got := countable(c.b); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	b, err := cbor.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A child that gives more than any document holds is stopped.
func TestFlood(t *testing.T) {
	n, last := 0, content.Piece{}
	for piece := range pool(t, "reader").Read(t.Context(), Request{Name: "flood", Bytes: []byte("b")}) {
		n++
		last = piece
	}
	if last.Problem == nil || n > maxFromBytes>>20+1 {
		t.Errorf("%d pieces, the last %+v", n, last.Problem)
	}
}

// Every kind of piece comes over whole.
func TestPieces(t *testing.T) {
	want := strings.Join([]string{
		"{Document:<nil> Letter:<nil> Table:<nil> File:<nil> Entries:[{Name:a Size:3}] Problem:<nil>}",
	}, "\n")
	n := 0
	for piece := range pool(t, "reader").Read(t.Context(), Request{Name: "pieces", Path: "/somewhere"}) {
		switch n++; n {
		case 1:
			if got := fmt.Sprintf("%+v", piece); got != want {
				t.Errorf("%s", got)
			}
		case 2:
			if piece.File.Name != "a" || string(piece.File.Bytes) != "abc" {
				t.Errorf("%+v", piece.File)
			}
		case 3:
			if piece.Table.Header[0] != "h" || piece.Table.Rows[0][0] != "c" || piece.Table.Lines[0] != 2 {
				t.Errorf("%+v", piece.Table)
			}
		case 4:
			if piece.Letter.From != "Jane" || piece.Letter.Body.Text != "Dear" {
				t.Errorf("%+v", piece.Letter)
			}
		case 5:
			if got := piece.Problem.Error(); got != "s: w: unexpected EOF (n)" || piece.Problem.Kind != model.Refused {
				t.Errorf("%q", got)
			}
		}
	}
	if n != 5 {
		t.Errorf("%d pieces", n)
	}
}

// A child that cannot be started is said so of every document, and is not tried forever.
func TestNoChild(t *testing.T) {
	for _, c := range []struct{ part, want string }{
		{"dies at once", "its reader could not be started: exit status 7"},
		{"garbage at once", "its reader could not be started: it gave something that is no answer"},
		{"never ready", "its reader could not be started: it was not ready after 1 s"},
		{"cannot", "its reader could not be started: no engine"},
	} {
		t.Run(c.part, func(t *testing.T) {
			t.Parallel()
			p := pool(t, c.part, func(l *Limits) { l.Ready = time.Second })
			for range 4 {
				if got := said(t, p, "x"); got != "refused: "+c.want {
					t.Errorf("got %q", got)
				}
			}
			if p.fails != maxStarts {
				t.Errorf("started %d times", p.fails)
			}
		})
	}
}

// One child reads many documents, and after so many a new one does; one that has grown is not kept either.
func TestRenewal(t *testing.T) {
	p := pool(t, "reader", func(l *Limits) { l.Renew = 3 })
	var pids []string
	for range 7 {
		pids = append(pids, said(t, p, "pid"))
	}
	if pids[0] != pids[2] || pids[2] == pids[3] || pids[3] != pids[5] || pids[5] == pids[6] {
		t.Errorf("read by %v", pids)
	}
	if !watched {
		return
	}
	p = pool(t, "reader")
	before := said(t, p, "pid")
	pid, err := strconv.Atoi(before)
	if err != nil {
		t.Fatal(err)
	}
	p.limits.Memory = resident(pid) * 9 / 5
	if again := said(t, p, "pid"); again != before {
		t.Fatalf("%s, then %s", before, again)
	}
	if after := said(t, p, "pid"); after == before {
		t.Error("a child that has taken half of what it may was kept")
	}
}

// What an earlier document did to a child does not cost a later one its reading.
func TestTriedAgain(t *testing.T) {
	if !watched {
		t.Skip("here a child's memory is not seen from outside")
	}
	p := pool(t, "reader")
	pid, err := strconv.Atoi(said(t, p, "pid"))
	if err != nil {
		t.Fatal(err)
	}
	child, err := os.FindProcess(pid)
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Kill(); err != nil {
		t.Fatal(err)
	}
	if got := said(t, p, "next"); got != "read next b" {
		t.Error(got)
	}
}

// While somebody dawdles over a piece, the child's time does not run.
func TestDawdling(t *testing.T) {
	p := pool(t, "reader", func(l *Limits) { l.Deadline = 300 * time.Millisecond })
	n := 0
	for piece := range p.Read(t.Context(), Request{Name: "pieces", Bytes: []byte("b")}) {
		n++
		if n < 5 && piece.Problem != nil {
			t.Fatal(piece.Problem)
		}
		time.Sleep(400 * time.Millisecond)
	}
	if n != 5 {
		t.Errorf("%d pieces", n)
	}
}

// Many at once are as many children as there may be; all are gone with the pool, and no goroutine is left.
func TestManyAtOnce(t *testing.T) {
	before := runtime.NumGoroutine()
	p := NewPool(Limits{Args: []string{"play", "reader"}, Children: 2, Memory: 1 << 30, Deadline: 20 * time.Second, Ready: 30 * time.Second, Renew: 200})
	var wait sync.WaitGroup
	var mu sync.Mutex
	pids := map[string]bool{}
	for range 40 {
		wait.Go(func() {
			pid := said(t, p, "pid")
			mu.Lock()
			pids[pid] = true
			mu.Unlock()
		})
	}
	wait.Wait()
	if len(pids) > 2 {
		t.Errorf("%d children: %v", len(pids), pids)
	}
	p.Close()
	for pid := range pids {
		gone(t, pid)
	}
	settled(t, before)
}

// gone checks that a process is no more.
func gone(t *testing.T, pid string) {
	t.Helper()
	n, err := strconv.Atoi(pid)
	if err != nil {
		t.Fatalf("no process's number: %q", pid)
	}
	for range 500 {
		if !lives(n) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("process %d is still there", n)
}

// settled checks that no goroutine is left that was not there before.
func settled(t *testing.T, before int) {
	t.Helper()
	for range 500 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	b := make([]byte, 1<<16)
	t.Errorf("%d goroutines, %d before\n%s", runtime.NumGoroutine(), before, b[:runtime.Stack(b, true)])
}

// When it is called off, the child is killed and nothing is left of it.
func TestCancel(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, name := range []string{"hang", "spin", "hang after one", "flood"} {
		p := NewPool(Limits{Args: []string{"play", "reader"}, Children: 1, Memory: 1 << 30, Deadline: time.Minute, Ready: 30 * time.Second, Renew: 200})
		pid := said(t, p, "pid")
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, cancel)
		for piece := range p.Read(ctx, Request{Name: name, Bytes: []byte("b")}) {
			if piece.Problem != nil {
				t.Errorf("%s: %v", name, piece.Problem)
			}
		}
		if ctx.Err() == nil {
			t.Errorf("%s: it ended by itself", name)
		}
		gone(t, pid)
		p.Close()
	}
	settled(t, before)
}

func TestCancelBeforeReady(t *testing.T) {
	p := pool(t, "never ready")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	for piece := range p.Read(ctx, Request{Name: "x"}) {
		t.Errorf("%+v", piece)
	}
}

// A child does not outlive its parent, whatever becomes of that and whatever the child is doing.
func TestParentDies(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	parent := exec.Command(self, "play", "parent")
	out, err := parent.StdoutPipe()
	if err == nil {
		err = parent.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	pid, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	gone(t, strings.TrimSpace(pid))
}

// Who stops early leaves no child at work.
func TestStopEarly(t *testing.T) {
	p := pool(t, "reader")
	pid := said(t, p, "pid")
	for range p.Read(t.Context(), Request{Name: "flood", Bytes: []byte("b")}) {
		break
	}
	gone(t, pid)
	if got := said(t, p, "x"); got != "read x b" {
		t.Error(got)
	}
}

// A child knows nothing of its surroundings that it does not need.
func TestEnvironment(t *testing.T) {
	t.Setenv("CANDID_SECRET", "x")
	t.Setenv("HOME", "/home/jane")
	for line := range strings.SplitSeq(said(t, pool(t, "reader"), "environment"), "\n") {
		name, _, _ := strings.Cut(line, "=")
		switch name {
		case inside, "GOTRACEBACK", "TMPDIR", "TMP", "TEMP", "SystemRoot", "SYSTEMROOT", "PWD":
		default:
			t.Errorf("%s", line)
		}
	}
}

// A child starts no child.
func TestNoChildOfAChild(t *testing.T) {
	t.Setenv(inside, "1")
	if got := said(t, pool(t, "reader"), "x"); !strings.Contains(got, "a reader starts none itself") {
		t.Error(got)
	}
}

func TestCompileFirst(t *testing.T) {
	var told []bool
	cache := t.TempDir() + "/candid/wasm"
	compile := func(l *Limits) {
		l.Compile, l.Cache, l.Cold = true, cache, func(kept bool) { told = append(told, kept) }
	}
	p := pool(t, "reader", compile)
	if got := said(t, p, "cache"); got != cache {
		t.Errorf("cached in %q", got)
	}
	said(t, p, "cache")
	if len(told) != 1 || !told[0] {
		t.Errorf("told %v", told)
	}
	if err := os.WriteFile(cache+"/code", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	said(t, pool(t, "reader", compile), "cache")
	if len(told) != 1 {
		t.Errorf("told %v though the code is there", told)
	}
	p = pool(t, "reader", compile, func(l *Limits) { l.Cache = "" })
	other := said(t, p, "cache")
	if _, err := os.Stat(other); err != nil || other == cache {
		t.Errorf("no cache of its own: %q, %v", other, err)
	}
	if len(told) != 2 || told[1] {
		t.Errorf("told %v", told)
	}
	p.Close()
	if _, err := os.Stat(other); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is left", other)
	}
}

func TestFrames(t *testing.T) {
	var b bytes.Buffer
	if err := writeFrame(&b, Request{Name: "x", Bytes: make([]byte, 100)}, 50); !errors.Is(err, errFrame) {
		t.Errorf("a frame that is too long was written: %v", err)
	}
	if err := writeFrame(&b, Request{Name: "x"}, 1000); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	for n := range whole {
		var q Request
		if _, err := readFrame(bufio.NewReader(bytes.NewReader(whole[:n])), &q, 1000); err == nil {
			t.Errorf("%d of %d bytes are a frame", n, len(whole))
		}
	}
}

func FuzzFrame(f *testing.F) {
	var b bytes.Buffer
	if err := writeFrame(&b, answer{State: given, Piece: wrap(content.Piece{Document: &content.Document{Text: "x"}})}, 1000); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, in []byte) {
		var a answer
		if _, err := readFrame(bytes.NewReader(in), &a, 1<<20); err == nil && a.Piece != nil {
			a.Piece.unwrap()
		}
	})
}
