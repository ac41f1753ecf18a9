//go:build unix

package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// people is a folder with so many applications, a picture and an empty file.
func people(t *testing.T, many int) string {
	t.Helper()
	files := map[string]string{"zz-photo.png": "\x89PNG\r\n\x1a\n....", "zz-empty.txt": ""}
	for i := range many {
		name := fmt.Sprintf("Person %c%c%c", 'A'+i/676%26, 'a'+i/26%26, 'a'+i%26)
		files[fmt.Sprintf("%05d.txt", i)] = fmt.Sprintf("%s\np%d@example.org\n\nExperience\nRust, Kafka and PostgreSQL since %d.\n", name, i, 1990+i%30)
	}
	return write(t, t.TempDir(), files)
}

// Somebody adds a folder and goes on rating meanwhile; then looks at what was refused, and has it out of sight.
func TestAddWhileRating(t *testing.T) {
	t.Parallel()
	env, folder := reviewer(t, "Ines"), people(t, 600)
	x := open(t, env)
	x.see(`4 candidates`)
	x.press("i")
	x.see(`Each file in a folder is one candidate`)
	x.press(folder, "enter")
	x.see(`[1-9]\d* added`)
	x.press("esc")
	x.see(`by score`)
	x.press("g", "r")
	x.see(`requirement 1 of`)
	x.press("3")
	x.see(`requirement 2 of`)
	x.press("esc")
	x.see(`600 added, 2 refused · i shows them`)
	x.see(`604 candidates`)
	x.press("j", "i")
	x.see(`600 added +0 updated +0 unchanged +2 refused`)
	x.see(`zz-empty.txt +an empty file`)
	x.press("j")
	x.see(`candid reads text, not pictures: ask for the document, or run OCR on it`)
	x.press("esc")
	x.see(`604 candidates`)
	x.miss(`i shows them`)
	x.press("i")
	x.see(`600 added`) // again
	x.press("enter")
	x.see(`all of this folder`)
	x.press("esc", "i")
	x.see(`all of this folder`)
	x.press("esc", "q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if out := does(t, env, "check"); !strings.HasPrefix(out, "whole: ") {
		t.Error(out)
	}
}

// An adding is cancelled: what has landed is there, and counted.
func TestAddCancelled(t *testing.T) {
	t.Parallel()
	env, folder := reviewer(t, "Ines"), people(t, 6000)
	x := open(t, env)
	x.see(`4 candidates`)
	x.press("i")
	x.see(`Each file in a folder is one candidate`)
	x.press(folder, "enter")
	x.see(`[1-9]\d* added`)
	x.press("X")
	x.see(`cancelled: [1-9]\d* landed, [1-9]\d* not read`)
	var landed int
	for _, line := range strings.Split(x.screen(), "\n") {
		if _, words, ok := strings.Cut(line, "cancelled: "); ok {
			if _, err := fmt.Sscanf(words, "%d landed", &landed); err != nil {
				t.Fatal(err)
			}
		}
	}
	x.press("esc")
	x.see(fmt.Sprintf(`%d candidates`, 4+landed))
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if out := does(t, env, "list", "--json"); strings.Count(out, `"stage"`) != 4+landed {
		t.Errorf("%d of %d landed are listed", strings.Count(out, `"stage"`)-4, landed)
	}
}

// The program is left in the midst of an adding: what has landed is whole.
func TestLeftWhileAdding(t *testing.T) {
	t.Parallel()
	env, folder := reviewer(t, "Ines"), people(t, 6000)
	x := open(t, env)
	x.see(`4 candidates`)
	x.press("i")
	x.see(`Each file in a folder is one candidate`)
	x.press(folder, "enter")
	x.see(`[1-9]\d* added`)
	x.press("ctrl+c")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()
	if out := does(t, env, "check"); !strings.HasPrefix(out, "whole: ") {
		t.Error(out)
	}
}

// Files are picked, tried, and added.
func TestPickAndTry(t *testing.T) {
	t.Parallel()
	env, folder := reviewer(t, "Ines"), people(t, 3)
	if err := os.Mkdir(filepath.Join(folder, "aa-amara"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "aa-amara"), map[string]string{"resume.txt": "Amara Okafor\nnadia.verhoeven@example.org\n\nExperience\nRust since 2019.\n"})
	x := open(t, env)
	x.see(`4 candidates`)
	x.press("i")
	x.see(`all of this folder`)
	x.press("\x1b[200~'" + folder + "'/\x1b[201~")
	x.press("esc")
	x.see(`aa-amara/ +folder`)
	x.see(`00001.txt +text +\d+ B`)
	x.see(`zz-photo.png +picture \(PNG\)`)
	x.press("j", "j", "space", "space", "ctrl+t")
	x.see(`Dry run: nothing is kept +✓ done`)
	x.see(`2 added +0 updated +0 unchanged +0 refused +1 maybe the same`)
	x.see(`Amara Okafor: maybe the same as Nadia Verhoeven \(same e-mail\)`)
	if out := does(t, env, "list"); strings.Contains(out, "Amara") {
		t.Error("a dry run kept somebody")
	}
	x.press("enter")
	x.see(`Add candidates +✓ done`)
	x.see(`2 added`)
	x.press("esc")
	x.see(`6 candidates`)
	x.press("q")
	x.end()
}

// One candidate is typed in, wrongly at first.
func TestAddByHand(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := open(t, env)
	x.see(`4 candidates`)
	x.press("i", "f")
	x.see(`Add one candidate by hand`)
	x.press("Zora Lind", "tab", "zora.example.org", "enter")
	x.see(`no e-mail address`)
	x.press("ctrl+u", "zora@example.org", "tab", "tab", "Oslo", "tab", "tab", "tab", "referral, night", "tab")
	x.press("\x1b[200~Zora Lind\r" + strings.Repeat("Built services in Rust and Kafka, year after year.\r", 900) + "\x1b[201~")
	x.see(`901 lines pasted`)
	x.press("esc")
	x.see(`esc once more throws away`)
	x.press("enter")
	x.see(`added: Zora Lind`)
	x.press("Tariq Benali", "tab", "tariq.benali@example.com", "tab", "+33 4 55 50 13 38", "enter")
	x.see(`updated: Tariq Benali, more about them`)
	x.press("Nadia V.", "tab", "nadia.verhoeven@example.org", "enter")
	x.see(`added: Nadia V., maybe the same as Nadia Verhoeven \(same e-mail\)`)
	x.press("esc", "esc")
	x.see(`6 candidates`)
	x.press("q")
	x.end()
	if out := does(t, env, "list", "--json", "tag:referral tag:night loc:oslo zora@example.org"); !strings.Contains(out, `"Zora Lind"`) {
		t.Errorf("what was typed is not kept: %s", out)
	}
}

// What a column is taken as is changed before a table is added, and kept for the next one.
func TestMapColumns(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	folder := write(t, t.TempDir(), map[string]string{
		"one.csv": "Full name,Mail,Handle\nZora Lind,zora@example.org,zlind\n", "two.csv": "Full name,Mail,Handle\nOto Brandt,oto@example.org,obrandt\n",
	})
	x := open(t, env)
	x.see(`4 candidates`)
	x.press("i")
	x.see(`all of this folder`)
	x.press(filepath.Join(folder, "one.csv"), "enter")
	x.see(`Handle +answer +zlind`)
	x.press("G", "h")
	x.see(`Handle +left out +zlind`)
	x.press("l", "l")
	x.see(`Handle +name +zlind`)
	x.press("h", "h")
	x.see(`Handle +left out +zlind`)
	x.press("enter")
	x.see(`1 added`)
	x.press("esc", "i")
	x.see(`all of this folder`)
	x.press(filepath.Join(folder, "two.csv"), "enter")
	x.see(`Taken as for the last table with this header`)
	x.see(`Handle +left out`)
	x.press("enter")
	x.see(`1 added`)
	x.press("esc", "q")
	x.end()
	if out := does(t, env, "add", "--dry-run", "--json", filepath.Join(folder, "two.csv")); !strings.Contains(out, `"as": "skip"`) {
		t.Errorf("what the column is taken as is not kept: %s", out)
	}
}

// summary is what add --json counts.
type summary struct {
	Added, Updated, Unchanged, Refused int
	Files                              []struct {
		Path, Result, News string
		Maybe              []struct{ Name, By string }
		Documents          []struct{ Kind, Name, Format string }
	}
}

// Paths come on standard input, one a line or parted by NUL.
func TestAddList(t *testing.T) {
	t.Parallel()
	env, folder := home(t), pile(t)
	does(t, env, "role", "add", sample(t))
	strange := write(t, t.TempDir(), map[string]string{"a\nb.txt": "Zora Lind\nzora@example.org\n\nExperience\nRust since 2019.\n"})
	for _, c := range []struct {
		name, in string
		code     int
		want     int
	}{
		{"lines", filepath.Join(folder, "nadia-verhoeven.md") + "\r\n\n" + filepath.Join(folder, "tariq-benali.txt"), 0, 2},
		{"NUL", filepath.Join(folder, "hana-sedlak.json") + "\x00" + filepath.Join(strange, "a\nb.txt") + "\x00", 0, 2},
		{"one is not there", filepath.Join(folder, "nobody.txt") + "\n" + filepath.Join(folder, "tariq-benali.txt") + "\n", 3, 2},
		{"nothing", "\n \n", 2, 0},
	} {
		o := commandWith(t, env, c.in, "add", "--json", "-")
		var s summary
		if o.code != c.code {
			t.Errorf("%s: exit %d: %s", c.name, o.code, o.errs)
		}
		if c.want > 0 && (json.Unmarshal([]byte(o.out), &s) != nil || len(s.Files) != c.want) {
			t.Errorf("%s: %s", c.name, o.out)
		}
	}
}

// What is told of each file beside its result.
func TestAddTells(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", pile(t))
	folder := write(t, t.TempDir(), map[string]string{
		"a.txt": strings.Replace(applications["tariq-benali.txt"], "seven years", "eight years", 1),
		"b.txt": "Vera Lindqvist\nnadia.verhoeven@example.org\n\nExperience\nRust since 2019.\n",
	})
	for _, args := range [][]string{{"add", "--dry-run", "--json", folder}, {"add", "--json", folder}} {
		var s summary
		if err := json.Unmarshal([]byte(does(t, env, args...)), &s); err != nil {
			t.Fatal(err)
		}
		a, b := s.Files[0], s.Files[1]
		if a.Result != "updated" || a.News != "a newer resume" || len(a.Documents) != 1 || a.Documents[0].Format != "text" {
			t.Errorf("%v: %+v", args, a)
		}
		if b.Result != "added" || len(b.Maybe) != 1 || b.Maybe[0].Name != "Nadia Verhoeven" || b.Maybe[0].By != "same e-mail" {
			t.Errorf("%v: %+v", args, b)
		}
	}
}

// On a terminal the progress is a line that is gone in the end; interrupted, what is listed has landed.
func TestAddOnTerminal(t *testing.T) {
	t.Parallel()
	env, folder := home(t), people(t, 4000)
	does(t, env, "role", "add", sample(t))
	x := open(t, env, "add", folder)
	x.wait("see progress", func() bool { return x.wrote(" of 4002") })
	x.signal(syscall.SIGINT)
	if code := x.end(); code != 1 {
		t.Errorf("exit %d", code)
	}
	x.see(`(?s)candid: \d+ added, 0 updated, 0 unchanged, 0 refused\s+candid add was interrupted|candid add: was interrupted`)
	if s := x.screen(); strings.Contains(s, " of 4002") {
		t.Errorf("the progress is still there:\n%s", s)
	}
	listed := strings.Count(x.raw.String(), "added    ")
	if out := does(t, env, "list", "--json"); strings.Count(out, `"stage"`) != listed {
		t.Errorf("%d are listed, and %d have landed", listed, strings.Count(out, `"stage"`))
	}
}

// What is put into a folder that is watched comes in once it is whole, and each once; interrupted, it ends well.
func TestWatch(t *testing.T) {
	t.Parallel()
	env, folder := home(t), t.TempDir()
	does(t, env, "role", "add", sample(t))
	write(t, folder, map[string]string{"tariq-benali.txt": applications["tariq-benali.txt"], "hana-sedlak.json.part": "{", "~$letter.txt": "x"})
	x := open(t, env, "add", "--watch", folder)
	x.see(`added +\S+tariq-benali.txt +Tariq Benali`)
	write(t, folder, map[string]string{
		"ruth-oyelaran/resume.txt": applications["ruth-oyelaran/resume.txt"], "ruth-oyelaran/cover-letter.txt": applications["ruth-oyelaran/cover-letter.txt"],
		"photo.png": "\x89PNG\r\n\x1a\n....",
	})
	x.see(`refused +\S+photo.png`)
	x.see(`added +\S+ruth-oyelaran +Ruth Oyelaran`)
	part := filepath.Join(folder, "hana-sedlak.json")
	write(t, folder, map[string]string{"hana-sedlak.json.part": applications["hana-sedlak.json"]})
	if err := os.Rename(part+".part", part); err != nil {
		t.Fatal(err)
	}
	x.see(`added +\S+hana-sedlak.json +Hana Sedl`)
	x.signal(syscall.SIGTERM)
	if code := x.end(); code != 3 {
		t.Errorf("exit %d", code)
	}
	x.see(`3 added, 0 updated, 0 unchanged, 1 refused`)
	if s := x.screen(); strings.Contains(s, ".part") || strings.Contains(s, "letter.txt") {
		t.Errorf("what is not whole was taken:\n%s", s)
	}
	for _, c := range []struct {
		args []string
		code int
	}{{[]string{"--watch", part}, 2}, {[]string{"--watch", part + "x"}, 1}, {[]string{"--watch", folder, "--dry-run"}, 2}} {
		if o := command(t, env, append([]string{"add"}, c.args...)...); o.code != c.code {
			t.Errorf("%q: exit %d, %s", c.args, o.code, o.errs)
		}
	}
}
