//go:build unix

package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
)

// candid is the program under test, built once.
var candid string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "candid-story-")
	if err != nil {
		panic(err)
	}
	if err := os.Chmod(folder, 0o755); err != nil { // some stories are those of another user
		panic(err)
	}
	candid = filepath.Join(folder, "candid")
	build := exec.Command("go", "build", "-o", candid, "candid")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building candid: %v\n%s", err, out)
		os.Exit(1)
	}
	// What reads PDFs is compiled once, not by each of many stories that begin at once.
	warm := exec.Command(candid, "add", "--dry-run", "../../store/demo/applications/nikos-papadakis/resume.pdf")
	warm.Env = []string{"HOME=" + folder, "XDG_CACHE_HOME=" + filepath.Join(folder, "cache"), "TMPDIR=" + folder}
	if out, err := warm.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "reading a PDF: %v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// patience is how long a screen may take to show what it must, on the slowest machine that tests run on.
const patience = 30 * time.Second

// terminal is a program running in a pseudo-terminal, and the screen as a person would see it.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	name string        // of its other end, which the program has
	done chan struct{} // closed when the program's output has ended

	stopped bool // it does not run

	mu   sync.Mutex
	vt   vt10x.Terminal
	raw  bytes.Buffer
	rest []byte // the end of what came, when a character may be cut there
	exit error
}

// home is an environment with an empty home and nothing of the tester's settings.
// What is compiled to read PDFs is kept for all stories.
func home(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	return []string{
		"HOME=" + folder, "XDG_DATA_HOME=" + filepath.Join(folder, "data"), "XDG_CONFIG_HOME=" + filepath.Join(folder, "config"),
		"XDG_CACHE_HOME=" + filepath.Join(filepath.Dir(candid), "cache"), "TERM=xterm-256color", "COLORTERM=truecolor", "PATH=" + os.Getenv("PATH"),
		"TMPDIR=" + t.TempDir(), "TZ=UTC", "LANG=C.UTF-8",
	}
}

// open starts the program in a terminal of 120 by 40 cells that answers no question.
func open(t *testing.T, env []string, args ...string) *terminal {
	t.Helper()
	return openSized(t, 120, 40, env, args...)
}

func openSized(t *testing.T, cols, rows int, env []string, args ...string) *terminal {
	t.Helper()
	x := &terminal{t: t, cmd: exec.Command(candid, args...), vt: vt10x.New(vt10x.WithSize(cols, rows)), done: make(chan struct{})}
	x.cmd.Env, x.cmd.Dir = env, value(env, "PWD")
	tty, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = theirs, theirs, theirs
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	x.name = theirs.Name()
	err = errors.Join(pty.Setsize(tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}), x.cmd.Start(), theirs.Close())
	if err != nil {
		t.Fatal(err)
	}
	x.tty = pollable(t, tty)
	go x.read()
	t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		<-x.done
		_ = x.tty.Close()
	})
	return x
}

// pollable is the same file, such that closing it ends a read that waits: that is how a terminal goes away.
func pollable(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		err = errors.Join(syscall.SetNonblock(fd, true), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

func (x *terminal) read() {
	buf := make([]byte, 32<<10)
	for {
		n, err := x.tty.Read(buf)
		x.mu.Lock()
		x.raw.Write(buf[:n])
		x.rest = append(x.rest, buf[:n]...)
		whole := len(x.rest)
		for whole > 0 && x.rest[whole-1] >= utf8.RuneSelf {
			whole--
		}
		_, _ = x.vt.Write([]byte(cells(string(x.rest[:whole]))))
		x.rest = append(x.rest[:0], x.rest[whole:]...)
		x.mu.Unlock()
		if err != nil {
			break
		}
	}
	x.exit = x.cmd.Wait()
	close(x.done)
}

// filler stands for the cells of a character beyond its first.
const filler = '\ue000'

// cells is output as vt10x must have it, which takes every character for one cell: of each cluster its first character, and
// fillers for the cells beyond one.
func cells(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if r, _ := utf8.DecodeRuneInString(cluster); width > 0 || r < ' ' {
			b.WriteRune(r)
		}
		b.WriteString(strings.Repeat(string(filler), max(0, width-1)))
		s = s[len(cluster):]
	}
	return b.String()
}

// screen is the lines on the screen, without blanks at their ends.
func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(x.vt.String(), string(filler), ""), "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// see waits until the screen holds what the regular expression says.
func (x *terminal) see(want string) {
	x.t.Helper()
	re := regexp.MustCompile(want)
	x.wait("see "+want, func() bool { return re.MatchString(x.screen()) })
}

// miss waits until the screen no longer holds it.
func (x *terminal) miss(not string) {
	x.t.Helper()
	re := regexp.MustCompile(not)
	x.wait("see no more of "+not, func() bool { return !re.MatchString(x.screen()) })
}

func (x *terminal) wait(what string, ok func() bool) {
	x.t.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(5 * time.Millisecond) {
		select {
		case <-x.done:
			if ok() {
				return
			}
			x.t.Fatalf("the program ended (%v) before one could %s; the screen:\n%s", x.exit, what, x.screen())
		default:
		}
		if time.Now().After(end) {
			x.t.Fatalf("waited in vain to %s; the screen:\n%s", what, x.screen())
		}
	}
}

// press types keys as a person would: the next when the program has read the one before. So none comes in one read with another, which
// would make of esc and a letter the letter with alt.
func (x *terminal) press(keys ...string) {
	x.t.Helper()
	for _, k := range keys {
		if name, ok := named[k]; ok {
			k = name
		} else if letter, ok := strings.CutPrefix(k, "ctrl+"); ok {
			k = string(letter[0] & 0x1f)
		}
		if _, err := x.tty.WriteString(k); err != nil {
			x.t.Fatalf("pressing %q: %v", k, err)
		}
		x.taken()
	}
}

// taken waits until the program has read what was typed, unless it has ended or does not run.
func (x *terminal) taken() {
	for end := time.Now().Add(patience); !x.stopped && time.Now().Before(end); time.Sleep(time.Millisecond) {
		theirs, err := os.OpenFile(x.name, os.O_RDONLY|syscall.O_NOCTTY|syscall.O_NONBLOCK, 0)
		if err != nil {
			return
		}
		left := []unix.PollFd{{Fd: int32(theirs.Fd()), Events: unix.POLLIN}}
		_, err = unix.Poll(left, 0)
		_ = theirs.Close()
		if err == nil && left[0].Revents&unix.POLLIN == 0 {
			return
		}
		select {
		case <-x.done:
			return
		default:
		}
	}
}

var named = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"backspace": "\x7f", "pgdown": "\x1b[6~", "f1": "\x1bOP", "shift+tab": "\x1b[Z",
}

// What a terminal sends for the mouse: places count from 1.
const (
	wheelUp   = "\x1b[<64;10;10M"
	wheelDown = "\x1b[<65;10;10M"
)

func click(column, row int) string {
	return fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", column, row, column, row)
}

// resize changes the terminal's size.
func (x *terminal) resize(cols, rows int) {
	x.t.Helper()
	x.mu.Lock()
	x.vt.Resize(cols, rows)
	x.mu.Unlock()
	raw, err := x.tty.SyscallConn()
	if err == nil {
		err = raw.Control(func(fd uintptr) {
			err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(cols), Row: uint16(rows)})
		})
	}
	if err != nil {
		x.t.Fatal(err)
	}
}

// signal sends the program a signal.
func (x *terminal) signal(s syscall.Signal) {
	x.t.Helper()
	if err := x.cmd.Process.Signal(s); err != nil {
		x.t.Fatal(err)
	}
}

// stop keeps the program from running until goOn.
func (x *terminal) stop() {
	x.t.Helper()
	x.signal(syscall.SIGSTOP)
	x.stopped = true
	x.wait("stop", func() bool {
		out, err := exec.Command("ps", "-o", "stat=", "-p", strconv.Itoa(x.cmd.Process.Pid)).Output()
		return err != nil || strings.HasPrefix(strings.TrimSpace(string(out)), "T")
	})
}

func (x *terminal) goOn() {
	x.t.Helper()
	x.signal(syscall.SIGCONT)
	x.stopped = false
}

// end waits until the program has ended and gives its exit code.
func (x *terminal) end() int {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(patience):
		x.t.Fatalf("the program does not end; the screen:\n%s", x.screen())
	}
	return x.cmd.ProcessState.ExitCode()
}

// wrote reports whether the program has written so.
func (x *terminal) wrote(s string) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return bytes.Contains(x.raw.Bytes(), []byte(s))
}

// last reports whether the program has written all of those since it last wrote the first.
func (x *terminal) last(first string, all ...string) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	since := x.raw.Bytes()[max(0, bytes.LastIndex(x.raw.Bytes(), []byte(first))):]
	return !slices.ContainsFunc(all, func(s string) bool { return !bytes.Contains(since, []byte(s)) })
}

// cursor is where the terminal's cursor is shown, in columns and rows from 0; false when it is hidden.
func (x *terminal) cursor() (column, row int, shown bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	c := x.vt.Cursor()
	return c.X, c.Y, x.vt.CursorVisible()
}

// sane fails unless the program has given the terminal back: cursor shown, main screen, no mouse reports, no pastes in brackets, its own title.
func (x *terminal) sane() {
	x.t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	raw := x.raw.Bytes()
	for _, pair := range [][2]string{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}, {"\x1b[?1002h", "\x1b[?1002l"}, {"\x1b[?2004h", "\x1b[?2004l"}, {"\x1b[22;2t", "\x1b[23;2t"}} {
		on, off := bytes.LastIndex(raw, []byte(pair[0])), bytes.LastIndex(raw, []byte(pair[1]))
		if on >= 0 && off < on {
			x.t.Errorf("the terminal was left with %q set", pair[0])
		}
	}
}

// outcome is what a command printed and how it ended.
type outcome struct {
	out, errs string
	code      int
}

// command runs the program without a terminal.
func command(t *testing.T, env []string, args ...string) outcome {
	t.Helper()
	return commandWith(t, env, "", args...)
}

// commandWith is the same with something on standard input.
func commandWith(t *testing.T, env []string, in string, args ...string) outcome {
	t.Helper()
	cmd := exec.Command(candid, args...)
	cmd.Env, cmd.Stdin = env, strings.NewReader(in)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if _, ended := err.(*exec.ExitError); err != nil && !ended {
		t.Fatal(err)
	}
	return outcome{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// does runs a command that must succeed and gives what it printed.
func does(t *testing.T, env []string, args ...string) string {
	t.Helper()
	o := command(t, env, args...)
	if o.code != 0 {
		t.Fatalf("candid %s: exit %d\n%s%s", strings.Join(args, " "), o.code, o.out, o.errs)
	}
	return o.out
}
