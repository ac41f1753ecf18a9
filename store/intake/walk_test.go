package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
)

func someone(name string) string {
	return name + "\n" + strings.ToLower(strings.ReplaceAll(name, " ", ".")) + "@example.org\n\nEXPERIENCE\n\n- Rust services\n"
}

const eml = "From: Jane Doe <jane.doe@example.org>\nTo: jobs@example.com\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nSubject: Application: backend engineer\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n" +
	"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nDear team,\n\nI apply for the role of backend engineer. My resume is attached.\n\nKind regards,\nJane Doe\n" +
	"--b\nContent-Type: text/plain; name=cv.txt\nContent-Disposition: attachment; filename=cv.txt\n\nJane Doe\nEXPERIENCE\nRust\n--b--\n"

// An archive is read as if it were a folder, a table before the files that it names, and nothing is a candidate twice.
func TestTrees(t *testing.T) {
	mailbox := "From jane@example.org Mon Mar  2 10:00:00 2026\n" + eml + "\nFrom omar@example.org Mon Mar  2 11:00:00 2026\n" + strings.ReplaceAll(strings.ReplaceAll(eml, "Jane Doe", "Omar Haddad"), "jane.doe", "omar") + "\n"
	const table = "Name,Email,Resume\nJane Doe,jane.doe@example.org,cvs/jane.txt\nOmar Haddad,omar@example.org,omar.txt\nAna Silva,ana@example.org,../secret.txt\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"an archive in a folder", map[string]string{"a.zip": zipped(t, "b.txt", someone("Omar Haddad"), "jane/resume.txt", someone("Jane Doe"), "jane/deep/cover-letter.txt", "Dear team,\n\nhi\n", "__MACOSX/b.txt", "x", "jane/.DS_Store", "x"), "z.txt": someone("Ana Silva")},
			[]string{"a.zip/b.txt: Omar Haddad; resume text b.txt", "a.zip/jane: Jane Doe; resume text resume.txt; cover letter text cover-letter.txt", "z.txt: Ana Silva; resume text z.txt"}},
		{"a single root folder is looked through", map[string]string{"a.zip": zipped(t, "apps/b.txt", someone("Omar Haddad"), "apps/jane/resume.txt", someone("Jane Doe"))},
			[]string{"a.zip/apps/b.txt: Omar Haddad; resume text b.txt", "a.zip/apps/jane: Jane Doe; resume text resume.txt"}},
		{"an archive in an archive", map[string]string{"a.zip": zipped(t, "b.zip", zipped(t, "x.txt", "x"), "jane/c.zip", zipped(t, "x.txt", "x"), "jane/r.txt", someone("Jane Doe"))},
			[]string{"a.zip/b.zip: refused: an archive inside an archive", "a.zip/jane: Jane Doe; resume text r.txt", "a.zip/jane/c.zip: refused: an archive inside an archive"}},
		{"an archive among a candidate's files", map[string]string{"jane/a.zip": zipped(t, "resume.txt", someone("Jane Doe"), "b.zip", zipped(t, "x", "y"))},
			[]string{"jane: Jane Doe; resume text resume.txt", "jane/a.zip/b.zip: refused: an archive inside an archive"}},
		{"names that lead out of an archive", map[string]string{"a.zip": zipped(t, "../../x.txt", someone("Jane Doe"), "/etc/y.txt", someone("Omar Haddad"))},
			[]string{"a.zip/etc: Omar Haddad; resume text y.txt", "a.zip/x.txt: Jane Doe; resume text x.txt"}},
		{"an archive with nothing in it", map[string]string{"a.zip": zipped(t)}, []string{"a.zip: refused: a ZIP with no files in it"}},
		{"a bomb", map[string]string{"a.zip": zipped(t, "big.txt", strings.Repeat("\x00", 26<<20), "jane.txt", someone("Jane Doe"))},
			[]string{"a.zip/big.txt: refused: larger than 25 MB when unpacked", "a.zip/jane.txt: Jane Doe; resume text jane.txt"}},
		{"a message", map[string]string{"a.eml": eml}, []string{"a.eml: Jane Doe; resume text cv.txt; cover letter mail message.txt"}},
		{"a message among a candidate's files", map[string]string{"jane/a.eml": eml, "jane/answers.txt": "Q: Why?\nA: Because.\n"},
			[]string{"jane: Jane Doe; resume text cv.txt; cover letter mail message.txt; answers text answers.txt"}},
		{"a mailbox", map[string]string{"a.mbox": mailbox},
			[]string{"a.mbox: message 1: Jane Doe; resume text cv.txt; cover letter mail message.txt", "a.mbox: message 2: Omar Haddad; resume text cv.txt; cover letter mail message.txt"}},
		{"a mailbox in an archive", map[string]string{"a.zip": zipped(t, "in.mbox", mailbox, "z.txt", someone("Ana Silva"))},
			[]string{"a.zip/in.mbox: message 1: Jane Doe; resume text cv.txt; cover letter mail message.txt", "a.zip/in.mbox: message 2: Omar Haddad; resume text cv.txt; cover letter mail message.txt", "a.zip/z.txt: Ana Silva; resume text z.txt"}},
		{"a table and what it names", map[string]string{"people.csv": table, "cvs/jane.txt": someone("Jane Doe"), "cvs/omar.txt": someone("Omar Haddad"), "secret.txt": someone("Sam Lee")},
			[]string{"people.csv: row 2: Jane Doe; resume text jane.txt", "people.csv: row 3: Omar Haddad; resume text omar.txt", "people.csv: row 4: Ana Silva; resume text secret.txt"}},
		{"a table in an archive", map[string]string{"a.zip": zipped(t, "x/people.csv", table, "x/cvs/jane.txt", someone("Jane Doe"), "x/cvs/sub/omar.txt", someone("Omar Haddad"), "x/sam.txt", someone("Sam Lee"))},
			[]string{"a.zip/x/people.csv: row 2: Jane Doe; resume text jane.txt", "a.zip/x/people.csv: row 3: Omar Haddad; resume text omar.txt", "a.zip/x/people.csv: row 4: Ana Silva",
				"a.zip/x/people.csv: row 4: ../secret.txt: refused: no such file beside the table", "a.zip/x/sam.txt: Sam Lee; resume text sam.txt"}},
		{"HTML", map[string]string{"a.doc": "<html><body><h1>Jane Doe</h1><p>jane.doe@example.org</p><p>Rust</p>"}, []string{"a.doc: Jane Doe; resume html a.doc"}},
		{"RTF", map[string]string{"a.rtf": `{\rtf1\ansi Jane Doe\par jane.doe@example.org\par Rust\par}`}, []string{"a.rtf: Jane Doe; resume rtf a.rtf"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, c.files)
			if got := outcomes(t, dir, dir); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// A table names nothing outside of its folder, by no way.
func TestNothingOutside(t *testing.T) {
	top := write(t, map[string]string{"secret.txt": someone("Sam Lee"), "in/people.csv": "Name,Email,Resume\nA One,a@example.org,../secret.txt\nB Two,b@example.org,link.txt\nC Three,c@example.org,out/secret.txt\nD Four,d@example.org," + "/etc/hostname\n"})
	if err := os.Symlink(filepath.Join(top, "secret.txt"), filepath.Join(top, "in", "link.txt")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(top, filepath.Join(top, "in", "out")); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{filepath.Join(top, "in"), filepath.Join(top, "in", "people.csv")} {
		for item := range Read(t.Context(), []string{path}, Options{}) {
			if strings.Contains(item.Path, ": row ") && len(item.Application.Documents) > 0 {
				t.Errorf("%s: %s was attached", item.Path, item.Application.Documents[0].Document.Name)
			}
		}
	}
}

// Items come in the order of paths, whatever takes how long, and count up to all that is there.
func TestOrder(t *testing.T) {
	files := map[string]string{}
	var want []string
	for i := range 300 {
		name := fmt.Sprintf("%03d.txt", i)
		files[name] = "Jane Doe\n" + strings.Repeat("Rust and Go, for years\n", i*37%200)
		want = append(want, name)
	}
	files["300.zip"] = zipped(t, "a.txt", someone("Jane Doe"), "b.txt", someone("Omar Haddad"))
	want = append(want, "300.zip/a.txt", "300.zip/b.txt")
	dir := write(t, files)
	var got []string
	last := Item{}
	for item := range Read(t.Context(), []string{dir}, Options{}) {
		name, _ := filepath.Rel(dir, item.Path)
		got = append(got, filepath.ToSlash(name))
		if item.Done != last.Done+1 || item.Found < item.Done {
			t.Errorf("%s: %d of %d, after %d", name, item.Done, item.Found, last.Done)
		}
		last = item
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if last.Done != 302 || last.Found != 302 {
		t.Errorf("%d of %d at the end", last.Done, last.Found)
	}
}

// Nothing is left when it is called off, or when somebody has seen enough.
func TestNothingLeft(t *testing.T) {
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprintf("%02d.html", i)] = "<html><body>" + strings.Repeat("<p>Jane Doe", 50)
	}
	dir := write(t, files)
	before := runtime.NumGoroutine()
	for _, after := range []int{0, 1, 7} {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		if after == 0 {
			cancel()
		}
		for item := range Read(ctx, []string{dir}, Options{}) {
			if item.Problem != nil {
				t.Error(item.Problem)
			}
			if n++; n == after {
				cancel()
			}
		}
		cancel()
		if n != after {
			t.Errorf("%d items, called off after %d", n, after)
		}
	}
	for range Read(t.Context(), []string{dir}, Options{}) {
		break
	}
	for range 500 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// A mistake of ours costs one file its reading, and no more.
func TestSpared(t *testing.T) {
	f := newFlow(t.Context())
	var got []string
	f.run(func() {
		f.put(&unit{path: "a", read: func() []Item { panic("a mistake") }})
		f.put(&unit{path: "b", read: func() []Item { return []Item{{Path: "b"}} }})
		panic("another")
	}, func(i Item) bool {
		what := ""
		if i.Problem != nil {
			what = i.Problem.What
			if !model.Is(i.Problem, model.Failed) || i.Problem.Next == "" {
				t.Errorf("%+v", i.Problem)
			}
		}
		got = append(got, i.Path+": "+what)
		return true
	})
	if want := []string{"a: candid failed on it: a mistake", "b: ", ": candid failed on it: another"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// No more bytes are in flight than may be, but a file larger than that still goes.
func TestInFlight(t *testing.T) {
	f := newFlow(t.Context())
	n := 0
	f.run(func() {
		for range 40 {
			f.put(&unit{cost: inFlight / 3, read: func() []Item { return []Item{{}} }})
		}
		f.put(&unit{cost: 2 * inFlight, read: func() []Item { return []Item{{}} }})
	}, func(Item) bool {
		n++
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.taken > inFlight && n < 41 {
			t.Errorf("%d bytes in flight", f.taken)
		}
		return true
	})
	if n != 41 {
		t.Errorf("%d items", n)
	}
}

// Texts start no child.
func TestNoChildForText(t *testing.T) {
	t.Setenv("CANDID_READER", "1") // in which none could be started
	dir := write(t, map[string]string{"a.txt": someone("Jane Doe"), "b.md": "# Omar Haddad\n", "c.csv": "Name,Email\nAna Silva,ana@example.org\n", "d.json": jsonResume})
	for item := range Read(t.Context(), []string{dir}, Options{}) {
		if item.Problem != nil {
			t.Error(item.Problem)
		}
	}
}

// The rows of a table are read side by side, each with the file that it names, and come in their order.
func TestManyRows(t *testing.T) {
	files := map[string]string{}
	table := "Name,Email,Resume\n"
	for i := range 200 {
		files[fmt.Sprintf("cvs/%03d.txt", i)] = someone("Jane Doe")
		table += fmt.Sprintf("Jane Doe %c%c,jane%d@example.org,%03d.txt\n", 'A'+i/26, 'a'+i%26, i, i)
	}
	files["people.csv"] = table
	dir := write(t, files)
	n := 0
	for item := range Read(t.Context(), []string{dir}, Options{}) {
		want := fmt.Sprintf("people.csv: row %d", n+2)
		if name, _ := filepath.Rel(dir, item.Path); name != want || item.Problem != nil || len(item.Application.Documents) != 1 || item.Application.Documents[0].Document.Name != fmt.Sprintf("%03d.txt", n) {
			t.Fatalf("%s: %+v, want %s with its document", name, item.Problem, want)
		}
		n++
		if item.Done != n || n == 200 && item.Found != 200 {
			t.Errorf("%d of %d, after %d", item.Done, item.Found, n)
		}
	}
	if n != 200 {
		t.Errorf("%d rows", n)
	}
}
