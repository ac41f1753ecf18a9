package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/model"
)

const amara = "Amara Okafor\namara@example.org · +1 555 0100\n\nExperience\nRust at Lumen Pay since 2019.\n"

func TestPasted(t *testing.T) {
	app, err := Pasted(strings.ReplaceAll(amara, "Amara", "Amara\x1b[2J"))
	if err != nil {
		t.Fatal(err)
	}
	if c := app.Candidate; c.Email != "amara@example.org" || !strings.Contains(c.Name, "Okafor") {
		t.Errorf("%+v", c)
	}
	if d := app.Documents; len(d) != 1 || d[0].Document.Kind != model.Resume || strings.Contains(d[0].Text, "\x1b") {
		t.Errorf("%+v", d)
	}
	if _, err := Pasted(" \n "); !model.Is(err, model.Refused) {
		t.Errorf("nothing: %v", err)
	}
	app, err = Pasted("Nine years of Rust.\n")
	if err != nil || app.Candidate.Email != "" {
		t.Errorf("without contacts: %+v, %v", app.Candidate, err)
	}
}

func TestReadOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "resume.txt")
	if err := os.WriteFile(path, []byte(amara), 0o600); err != nil {
		t.Fatal(err)
	}
	app, err := ReadOne(t.Context(), path, Options{})
	if err != nil || app.Candidate.Name != "Amara Okafor" || len(app.Documents) != 1 {
		t.Errorf("%+v, %v", app, err)
	}
	for _, wrong := range []string{filepath.Dir(path), path + "x"} {
		if _, err := ReadOne(t.Context(), wrong, Options{}); !model.Is(err, model.Refused) && !model.Is(err, model.Missing) {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}

func TestSeems(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct{ bytes, want string }{
		"resume.txt":  {amara, "text"},
		"resume.md":   {"# " + amara, "Markdown"},
		"photo.pdf":   {"\x89PNG\r\n\x1a\n....", "picture (PNG)"},
		"resume.docx": {"%PDF-1.4\n", "PDF"},
		"people.csv":  {"Name,E-mail\nAmara Okafor,amara@example.org\n", "table (CSV)"},
		"people.json": {`{"basics":{"name":"` + strings.Repeat("A", 5000) + `"}}`, "JSON"},
		"nothing.txt": {"", "empty"},
		"letter.rtf":  {`{\rtf1 hello}`, "RTF document"},
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(c.bytes), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Seems(path); got != c.want {
			t.Errorf("%s seems to be %q, want %q", name, got, c.want)
		}
	}
	for _, path := range []string{folder, filepath.Join(folder, "nobody")} {
		if got := Seems(path); got != "" {
			t.Errorf("%s seems to be %q", path, got)
		}
	}
}
