package intake

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"candid/model"
)

const janeText = "Jane Doe\njane.doe@example.org | (555) 010-4567\n\nEXPERIENCE\n\n- Rust services\n"

// The test binary plays the children, too.
func TestMain(m *testing.M) {
	if code, is := Served(os.Args[1:]); is {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// readBytes reads one document from its bytes.
func readBytes(path string, b []byte) (document, *model.Problem) {
	r := newReaders(Options{})
	defer r.Close()
	return r.bytes(context.Background(), path, b)
}

// write makes files in a new folder; a path may name subfolders.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// outcomes reads a path and gives a line an item: the path below dir, then who it is or what is wrong.
func outcomes(t testing.TB, dir, path string) []string {
	t.Helper()
	var out []string
	for item := range Read(t.Context(), []string{path}, Options{}) {
		name, err := filepath.Rel(dir, item.Path)
		if err != nil {
			t.Fatal(err)
		}
		what := ""
		if item.Problem != nil {
			if item.Problem.Subject == "" || strings.Contains(item.Problem.Error(), "\n") {
				t.Errorf("not one line about something: %q", item.Problem.Error())
			}
			what = "refused: " + item.Problem.What
		} else {
			what = item.Application.Candidate.Name
			for _, d := range item.Application.Documents {
				what += fmt.Sprintf("; %s %s %s", d.Document.Kind, d.Document.Format, d.Document.Name)
			}
		}
		out = append(out, filepath.ToSlash(name)+": "+what)
	}
	return out
}

func TestReadFolder(t *testing.T) {
	const letter = "Dear hiring team,\n\nI write Rust.\n\nKind regards,\nSam Lee\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"a file each", map[string]string{"b.txt": janeText, "a.md": "# Omar Haddad\n\nomar@example.org\n"},
			[]string{"a.md: Omar Haddad; resume markdown a.md", "b.txt: Jane Doe; resume text b.txt"}},
		{"a subfolder is one candidate, its resume first", map[string]string{"jane/a-cover-letter.txt": letter, "jane/resume.txt": janeText, "jane/deep/er/answers.txt": "Q: Why?\nA: Because.\n"},
			[]string{"jane: Jane Doe; resume text resume.txt; cover letter text a-cover-letter.txt; answers text answers.txt"}},
		{"hidden files are passed over", map[string]string{".DS_Store": "\x00", ".git/config": "x", "a.txt": janeText, "p/.hidden": "\x00", "p/r.txt": janeText, "__MACOSX/x": "y", "~$cv.docx": "z"},
			[]string{"a.txt: Jane Doe; resume text a.txt", "p: Jane Doe; resume text r.txt"}},
		{"one refused, the rest read", map[string]string{"a.txt": "", "b.txt": janeText, "c.png": "\x89PNG\r\n\x1a\n"},
			[]string{"a.txt: refused: an empty file (0 bytes)", "b.txt: Jane Doe; resume text b.txt", "c.png: refused: a picture (PNG)"}},
		{"a candidate with one file that cannot be read", map[string]string{"jane/photo.png": "\x89PNG\r\n\x1a\n", "jane/resume.txt": janeText},
			[]string{"jane: Jane Doe; resume text resume.txt", "jane/photo.png: refused: a picture (PNG)"}},
		{"a candidate with none that can", map[string]string{"jane/cv.png": "\x89PNG\r\n\x1a\n"},
			[]string{"jane/cv.png: refused: a picture (PNG)"}},
		{"empty", nil, []string{".: refused: an empty folder"}},
		{"only hidden files", map[string]string{".x": "y"}, []string{".: refused: an empty folder"}},
		{"an empty subfolder", map[string]string{"jane/.x": "y"}, []string{"jane: refused: an empty folder"}},
		{"a folder names whom its files do not", map[string]string{"ana-maria-silva/resume.txt": "five years of Go\n"},
			[]string{"ana-maria-silva: Ana Maria Silva; resume text resume.txt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, c.files)
			if got := outcomes(t, dir, dir); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": janeText, "b.txt": janeText, "c.txt": janeText})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range Read(ctx, []string{dir}, Options{}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d items after the context ended at the first", n)
	}
	for range Read(t.Context(), []string{dir}, Options{}) {
		break
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"nothing but blanks", "a.txt", " \n\t\n", "nothing to read in it"},
		{"nothing but control characters and blanks", "a.txt", "   \x1b[0m   \n", "nothing to read in it"},
		{"unknown binary called text", "a.txt", strings.Repeat("\x00\x01\x02\xfe\xff\x80x", 50), "not text: it holds bytes that no text has"},
		{"zeros", "a.txt", strings.Repeat("\x00", 100), "not text: it holds bytes that no text has"},
		{"JSON that is no resume", "a.json", `{"order":[1,2]}`, `JSON, but no resume: there is nobody's name with work, education or skills in it`},
		{"a list", "a.json", `[{"basics":{}}]`, `JSON, but no resume: there is nobody's name with work, education or skills in it`},
		{"broken JSON", "a.json", "{\n  \"basics\": {\n    \"name\": \"Zoé\" \"x\"\n", "broken JSON at line 3, column 19"},
		{"JSON cut short", "a.json", "{\n \"basics\": {", "broken JSON at line 2, column 13"},
		{"JSON nested too deep", "a.json", `{"basics":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}", "broken JSON"},
		{"an empty JSON Resume", "a.json", `{"basics":{"name":"","location":{"city":null}},"work":[{"highlights":[""]}]}`, "an empty JSON Resume: every field is blank"},
		{"an empty FRESH resume", "a.json", `{"name":"","info":{"label":""},"contact":{},"disposition":{"travel":0},"employment":{"history":[{}]}}`, "an empty FRESH resume: every field is blank"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{c.file: c.text})
			sent, err := ReadFile(t.Context(), filepath.Join(dir, c.file), Options{})
			var p *model.Problem
			if !errors.As(err, &p) {
				t.Fatalf("read as %q, error %v", sent.Text, err)
			}
			if p.What != c.want || p.Kind != model.Refused || p.Subject != filepath.Join(dir, c.file) {
				t.Errorf("got %q (%v), want %q", p.What, p.Kind, c.want)
			}
			if p.Next == "" {
				t.Error("no way out is named")
			}
		})
	}
}

func TestReadEncodings(t *testing.T) {
	utf16le := func(s string) string {
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return string(b)
	}
	utf16be := func(s string) string {
		b := []byte{0xfe, 0xff}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u>>8), byte(u))
		}
		return string(b)
	}
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8", "Zoé Müller\n", "Zoé Müller"},
		{"UTF-8 with a mark", "\ufeffZoé\n", "Zoé"},
		{"UTF-16, little end first", utf16le("Zoé 陈\r\nGo"), "Zoé 陈\nGo"},
		{"UTF-16, big end first", utf16be("Zoé 陈"), "Zoé 陈"},
		{"Latin-1", "Zo\xe9 M\xfcller, Ing\xe9nieur \xe0 Besan\xe7on\n", "Zoé Müller, Ingénieur à Besançon"},
		{"Windows-1252 quotes and dashes", "Caf\xe9 \x96 \x93quoted\x94 \x95 item, it\x92s \x80 5\n", "Café – “quoted” • item, it’s € 5"},
		{"Cyrillic in Windows-1251", "\xc8\xe2\xe0\xed\xee\xe2 \xc0\xeb\xe5\xea\xf1\xe5\xe9\n", "Иванов Алексей"},
		{"Japanese in Shift-JIS", "\x8e\x52\x93\x63\x91\xbe\x98\x59 \x83\x47\x83\x93\x83\x57\x83\x6a\x83\x41\n", "山田太郎 エンジニア"},
		{"UTF-8 cut in a letter", "Résumé détaillé éèàùçêô, à bientôt é\xc3", "Résumé détaillé éèàùçêô, à bientôt é\ufffd"},
		{"a text called PDF", "plain words", "plain words"},
		{"a few stray controls", "plain words with a bell\x07 and a zero\x00", "plain words with a bell and a zero"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{"x.pdf": c.in})
			sent, err := ReadFile(t.Context(), filepath.Join(dir, "x.pdf"), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if sent.Text != c.want || string(sent.Original) != c.in || sent.Document.Size != int64(len(c.in)) {
				t.Errorf("got %q, want %q; %d bytes kept", sent.Text, c.want, sent.Document.Size)
			}
		})
	}
}

func TestLinesAreTheFiles(t *testing.T) {
	in := "\n\nJane Doe\n\n\n\n\t\r \u00a0\n- a\n---\nend\n"
	dir := write(t, map[string]string{"x.txt": in})
	sent, err := ReadFile(t.Context(), filepath.Join(dir, "x.txt"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(sent.Text, "\n")
	for i, want := range []string{"", "", "Jane Doe", "", "", "", "", "- a", "---", "end"} {
		if i >= len(lines) || lines[i] != want {
			t.Fatalf("line %d of %q, want %q", i, lines, want)
		}
	}
	if len(lines) != 10 {
		t.Errorf("%d lines, want 10", len(lines))
	}
}

func TestUnreadablePaths(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no pipes or permission bits")
	}
	dir := write(t, map[string]string{"ok.txt": janeText, "locked.txt": janeText, "shut/a.txt": janeText, "big.txt": strings.Repeat("words and words\n", maxSize/16+1)})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Symlink(filepath.Join(dir, "ok.txt"), filepath.Join(dir, "link.txt")))
	must(os.Symlink(filepath.Join(dir, "loop.txt"), filepath.Join(dir, "loop.txt")))
	must(os.Symlink(dir, filepath.Join(dir, "linked-folder")))
	must(os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "dangling.txt")))
	// The name of a socket is short of 108 bytes, which a test's own folder may not be.
	short, err := os.MkdirTemp("", "c")
	must(err)
	defer os.RemoveAll(short)
	socket, err := net.Listen("unix", filepath.Join(short, "s"))
	must(err)
	defer socket.Close()
	items := map[string]Item{}
	for item := range Read(t.Context(), []string{dir, filepath.Join(dir, "gone.txt")}, Options{}) {
		items[item.Path] = item
	}
	for _, c := range []struct{ name, path, want string }{
		{"a link is followed", "link.txt", "Jane Doe; resume text link.txt"},
		{"a loop", "loop.txt", "refused: a link that leads back to itself"},
		{"a link to a folder, in a folder", "linked-folder", "refused: a link to a folder"},
		{"a link to nothing", "dangling.txt", "refused: no such file or folder"},
		{"nothing there", "gone.txt", "refused: no such file or folder"},
		{"too large", "big.txt", "refused: larger than 25 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			item := items[filepath.Join(dir, c.path)]
			got := ""
			if item.Problem != nil {
				got = "refused: " + item.Problem.What
			} else {
				d := item.Application.Documents[0].Document
				got = fmt.Sprintf("%s; %s %s %s", item.Application.Candidate.Name, d.Kind, d.Format, d.Name)
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	for path, want := range map[string]string{filepath.Join(short, "s"): "a socket, not a file", "/dev/null": "a device, not a file"} {
		if _, err := ReadFile(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	if os.Getuid() == 0 {
		t.Skip("nothing is locked to root")
	}
	must(os.Chmod(filepath.Join(dir, "locked.txt"), 0))
	must(os.Chmod(filepath.Join(dir, "shut"), 0))
	defer os.Chmod(filepath.Join(dir, "shut"), 0o700)
	for _, path := range []string{"locked.txt", "shut"} {
		for item := range Read(t.Context(), []string{filepath.Join(dir, path)}, Options{}) {
			if item.Problem == nil || item.Problem.What != "no permission to read it" {
				t.Errorf("%s: %v", path, item.Problem)
			}
		}
	}
}

func TestFrontMatter(t *testing.T) {
	text := "---\nname: Linus Bergström\nemail: linus@example.org\nphone: \"+46 555 010 99\"\nlocation: Göteborg\nsource: referral\napplied: 2026-03-01\ntags: [rust, on-site]\nlinks:\n  - github.com/linusb\n---\n\n# Resume\n\nRust.\n"
	dir := write(t, map[string]string{"x.md": text})
	for item := range Read(t.Context(), []string{filepath.Join(dir, "x.md")}, Options{}) {
		c := item.Application.Candidate
		if c.Name != "Linus Bergström" || c.Email != "linus@example.org" || c.Phone != "+46 555 010 99" || c.Location != "Göteborg" {
			t.Errorf("contacts: %+v", c)
		}
		if !reflect.DeepEqual(c.Links, []string{"https://github.com/linusb"}) {
			t.Errorf("links %v", c.Links)
		}
		if c.Source != "" || c.Applied != 0 || c.Tags != nil {
			t.Errorf("an applicant says what is not theirs to say: from %q, %v, tags %v", c.Source, c.Applied, c.Tags)
		}
		if got := item.Application.Documents[0].Text; !strings.HasPrefix(got, "---\nname: Linus") {
			t.Errorf("the text lost its head: %q", got)
		}
	}
	for _, no := range []string{"---\n\nJane Doe\n---\n", "---\nJane Doe wrote this\n", "----\nname: x\n---\n", ""} {
		if _, rest := frontMatter(strings.Split(no, "\n")); rest != 0 {
			t.Errorf("%q taken for front matter", no)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	files := map[string]string{}
	for i := range 1000 {
		files[fmt.Sprintf("%04d.txt", i)] = janeText + strings.Repeat("Built and operated services in Rust and Go for years; p99 from 180 ms to 12 ms.\n", 40)
	}
	dir := write(b, files)
	b.ResetTimer()
	for b.Loop() {
		n := 0
		for item := range Read(b.Context(), []string{dir}, Options{}) {
			if item.Problem != nil {
				b.Fatal(item.Problem)
			}
			n++
		}
		if n != 1000 {
			b.Fatalf("%d read", n)
		}
	}
}

// Where a name or a place belongs, somebody may have put a page: rows and heads get the beginning of it.
func TestLongFacts(t *testing.T) {
	long := strings.Repeat("Ålesund ", 2000)
	dir := write(t, map[string]string{
		"json/resume.json": `{"basics": {"name": "` + long + `", "phone": "` + strings.Repeat("555 0100 ", 2000) + `", "location": "` + long + `"}, "work": [{"name": "Havenlicht"}]}`,
		"text/resume.md":   "---\nname: " + long + "\nlocation: " + long + "\nphone: " + long + "\nemail: " + strings.Repeat("a", 5000) + "@example.org\n---\n\nRust.\n",
	})
	for _, folder := range []string{"json", "text"} {
		t.Run(folder, func(t *testing.T) {
			for item := range Read(t.Context(), []string{filepath.Join(dir, folder, "resume."+map[string]string{"json": "json", "text": "md"}[folder])}, Options{}) {
				c := item.Application.Candidate
				if item.Problem != nil || !strings.HasPrefix(c.Name, "Ålesund Å") || !strings.HasPrefix(c.Location, "Ålesund Å") {
					t.Fatalf("%v, %.80q, %.80q", item.Problem, c.Name, c.Location)
				}
				for what, s := range map[string]string{"name": c.Name, "location": c.Location, "phone": c.Phone, "e-mail": c.Email} {
					if n := len([]rune(s)); n > longestFact || strings.TrimSpace(s) != s {
						t.Errorf("the %s has %d characters: %.80q", what, n, s)
					}
				}
			}
		})
	}
}
