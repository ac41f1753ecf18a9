package store

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"candid/model"
)

// The test binary plays a second program: with CANDID_STORE_CHILD set it does one job on the store that its argument names, and says each
// thing it was told is on the disk.
func TestMain(m *testing.M) {
	if job := os.Getenv("CANDID_STORE_CHILD"); job != "" {
		if err := jobs[job](os.Args[1:]); err != nil {
			fmt.Println("error", model.KindOf(err), err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

var jobs = map[string]func(args []string) error{
	"rate": childRates, "import": childImports, "hold": childHolds, "decide": childDecides,
}

// child is the command of a second program.
func child(t testing.TB, job string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), "CANDID_STORE_CHILD="+job)
	cmd.Stderr = os.Stderr
	return cmd
}

// acknowledged is one line of a child: what it was told is on the disk.
type acknowledged struct {
	Candidate model.ID
	Number    uint64
	Value     model.Value
	Name      string
}

func say(a acknowledged) {
	b, err := json.Marshal(a)
	if err != nil {
		panic(err)
	}
	_, _ = os.Stdout.Write(append(b, '\n'))
}

func hear(t testing.TB, r io.Reader) (all []acknowledged) {
	t.Helper()
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var a acknowledged
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Errorf("the child says %q", lines.Text())
			continue
		}
		all = append(all, a)
	}
	return all
}

// theRole is the only role of a store and its reviewer of that name.
func theRole(s *Store, reviewer string) (model.Role, model.Reviewer, error) {
	roles, err := s.Roles()
	if err != nil {
		return model.Role{}, model.Reviewer{}, err
	}
	who, err := s.ReviewerByName(reviewer)
	return roles[0], who, err
}

// childRates rates all candidates as a reviewer, round and round, as often as it is told.
func childRates(args []string) error {
	s, err := Open(args[0], Options{})
	if err != nil {
		return err
	}
	role, who, err := theRole(s, args[1])
	if err != nil {
		return err
	}
	var rounds int
	if _, err := fmt.Sscan(args[2], &rounds); err != nil {
		return err
	}
	cards, err := s.Cards(role.ID)
	if err != nil {
		return err
	}
	for n := range rounds {
		for i, c := range cards {
			r, err := s.Record(c.Candidate.ID)
			if err != nil {
				return err
			}
			id := model.RequirementID(1 + (n+i)%4)
			value := r.Review(who.ID).Rating(id).Value%model.Exceeds + 1
			made, _, err := s.Apply(context.Background(), role.ID, r.Rate(role, who.ID, 5, id, value))
			if err != nil {
				return err
			}
			say(acknowledged{Candidate: c.Candidate.ID, Number: made[0].Number, Value: value})
		}
	}
	return nil
}

// childImports takes applications in, from one number to another.
func childImports(args []string) error {
	s, err := Open(args[0], Options{})
	if err != nil {
		return err
	}
	role, who, err := theRole(s, args[1])
	if err != nil {
		return err
	}
	var from, to int
	if _, err := fmt.Sscan(args[2]+" "+args[3], &from, &to); err != nil {
		return err
	}
	for n := from; n < to; n++ {
		added, err := s.Add(context.Background(), role.ID, anApplication(n), who.ID)
		if err != nil {
			return err
		}
		say(acknowledged{Candidate: added.Candidate.ID, Name: added.Candidate.Name})
	}
	return nil
}

// childHolds takes the store for itself until its input ends.
func childHolds(args []string) error {
	s, err := Open(args[0], Options{})
	if err != nil {
		return err
	}
	leave, err := s.kv.turn.enter(context.Background(), true)
	if err != nil {
		return err
	}
	defer leave()
	fmt.Println("holding")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// childDecides opens the store, and puts its first candidate on hold.
func childDecides(args []string) error {
	s, err := Open(args[0], Options{})
	if err != nil {
		return err
	}
	role, who, err := theRole(s, "Ana")
	if err != nil {
		return err
	}
	cards, err := s.Cards(role.ID)
	if err != nil {
		return err
	}
	_, _, err = s.Apply(context.Background(), role.ID, cards[0].Decide(who.ID, 5, model.OnHold, model.Reason{}))
	return err
}

// TestNothingIsLostBetweenPrograms lets two programs rate, a third take applications in and this one rate too, all at once.
func TestNothingIsLostBetweenPrograms(t *testing.T) {
	rounds, imports := 3, 25
	w := populate(t, open(t), 10)
	if _, err := w.AddReviewer("Cem"); err != nil {
		t.Fatal(err)
	}
	other := openAt(t, w.Path())
	commands := []struct {
		job  string
		args []string
	}{
		{"rate", []string{w.Path(), "Ana", fmt.Sprint(rounds)}},
		{"rate", []string{w.Path(), "Bo", fmt.Sprint(rounds)}},
		{"import", []string{w.Path(), "Bo", "100", fmt.Sprint(100 + imports)}},
	}
	outs := make([]strings.Builder, len(commands))
	var wg sync.WaitGroup
	for i, c := range commands {
		cmd := child(t, c.job, c.args...)
		cmd.Stdout = &outs[i]
		wg.Go(func() {
			if err := cmd.Run(); err != nil {
				t.Errorf("%s: %v: %s", c.job, err, outs[i].String())
			}
		})
	}
	cem, err := other.ReviewerByName("Cem")
	if err != nil {
		t.Fatal(err)
	}
	for range rounds {
		for _, id := range w.candidate {
			r := w.record(t, id)
			if _, _, err := other.Apply(context.Background(), w.role.ID, r.Rate(w.role, cem.ID, 5, 1, r.Review(cem.ID).Rating(1).Value%model.Exceeds+1)); err != nil {
				t.Error(err)
			}
		}
	}
	wg.Wait()
	numbers := map[uint64]bool{}
	rated := rounds * 10
	for i := range commands {
		for _, a := range hear(t, strings.NewReader(outs[i].String())) {
			if a.Number != 0 && numbers[a.Number] {
				t.Errorf("two changes bear the number %d", a.Number)
			}
			numbers[a.Number] = true
			if a.Number != 0 {
				rated++
			}
			r := w.record(t, a.Candidate)
			if a.Name != "" && r.Candidate.Name != a.Name {
				t.Errorf("%s came in and is %q now", a.Name, r.Candidate.Name)
			}
		}
	}
	report := sound(t, w.Store)
	if want := 10 + imports; report.Candidates != want {
		t.Errorf("%d candidates, want %d", report.Candidates, want)
	}
	if want := 10 + imports + rated; report.Changes != want {
		t.Errorf("%d changes, want %d", report.Changes, want)
	}
}

// TestKilled kills a program that rates and one that takes applications in, at any moment, a hundred times. What they said was kept is.
func TestKilled(t *testing.T) {
	kills := 100
	if testing.Short() || racing {
		kills = 10
	}
	w := populate(t, open(t), 6)
	said := map[model.ID]acknowledged{} // the last said of each
	for n := range kills {
		cmd := child(t, "rate", w.Path(), "Ana", "1000")
		if n%3 == 2 {
			cmd = child(t, "import", w.Path(), "Bo", fmt.Sprint(1000*n), fmt.Sprint(1000*n+999))
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(out)
		var heard strings.Builder
		first, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal(first, err)
		}
		heard.WriteString(first)
		time.Sleep(time.Duration(n*7%23) * time.Millisecond / 2)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		rest, err := io.ReadAll(lines)
		if err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		heard.Write(rest[:strings.LastIndexByte(string(rest), '\n')+1])
		for _, a := range hear(t, strings.NewReader(heard.String())) {
			said[a.Candidate] = a
		}
		again := openAt(t, w.Path())
		for id, a := range said {
			r, err := again.Record(id)
			switch {
			case err != nil:
				t.Fatalf("kill %d: %v", n, err)
			case a.Name != "" && r.Candidate.Name != a.Name:
				t.Fatalf("kill %d: %s is %q", n, a.Name, r.Candidate.Name)
			case a.Number != 0:
				c, err := again.Change(w.role.ID, a.Number)
				if err != nil || c.After.Value != a.Value || c.Candidate != id {
					t.Fatalf("kill %d: change %d is lost: %v", n, a.Number, err)
				}
			}
		}
	}
	// An import that was killed is run again: it adds the rest and changes nothing twice.
	already := sound(t, w.Store).Candidates
	fresh := 0
	for n := 2000; n < 2030; n++ {
		added, err := w.Add(context.Background(), w.role.ID, anApplication(n), w.bo.ID)
		if err != nil || added.Result != ResultAdded && added.Result != ResultUnchanged {
			t.Fatal(added.Result, err)
		}
		if added.Result == ResultAdded {
			fresh++
		}
	}
	if report := sound(t, w.Store); fresh == 30 || report.Candidates != already+fresh {
		t.Errorf("%d candidates, then %d added, now %d", already, fresh, report.Candidates)
	}
}

// TestWhoWaitsIsTold holds the store in another program and waits for it.
func TestWhoWaitsIsTold(t *testing.T) {
	w := populate(t, open(t), 1)
	cmd := child(t, "hold", w.Path())
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "holding\n" {
		t.Fatal(line, err)
	}
	told := make(chan string, 8)
	ctx, cancel := context.WithCancel(context.Background())
	w.kv.turn.waiting = func(holder string) {
		told <- holder
		cancel()
	}
	// Who gives up gets an error and leaves nothing behind.
	err = w.kv.view(ctx, func(*tx) error { return nil })
	if err == nil || ctx.Err() == nil {
		t.Errorf("gave up with %v", err)
	}
	if holder := <-told; !strings.Contains(holder, fmt.Sprint(cmd.Process.Pid)) || !strings.Contains(holder, "since") {
		t.Errorf("the holder is %q, and is process %d", holder, cmd.Process.Pid)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Record(w.candidate[0]); err != nil {
		t.Error(err)
	}
}

// limited runs the child that decides, with its files limited or its user changed, and gives what it says.
func limited(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	out, err := cmd.Output()
	if err == nil {
		return "done"
	}
	line, _, _ := strings.Cut(string(out), "\n")
	return line
}

// everyonesFolder is a temporary folder that other users can reach.
func everyonesFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for d := dir; d != filepath.Dir(os.TempDir()) && len(d) > len(os.TempDir()); d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
