package intake

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A subfolder that cannot be one candidate's is read as the folder that it is, on the disk and in an archive.
func TestPiles(t *testing.T) {
	const omar = "# Omar Haddad\n\nomar@example.org\n\n## Experience\n\nEngineer, Lumen Pay, 2019-2024\n"
	const letter = "Dear hiring team,\n\nI write Rust.\n\nKind regards,\nJane Doe\n"
	many := map[string]string{}
	for i := range maxFiles + 1 {
		many[fmt.Sprintf("pile/%03d.txt", i)] = janeText
	}
	for _, c := range []struct {
		name  string
		files map[string]string
		items int
		want  []string // among them
	}{
		{"more files than anybody sends", many, maxFiles + 1, []string{"pile/007.txt: Jane Doe; resume text 007.txt"}},
		{"a table", map[string]string{"export/all.csv": "Name,Email\nSam Lee,sam@example.org\nOmar Haddad,omar@example.org\n", "export/jane.txt": janeText}, 3,
			[]string{"export/jane.txt: Jane Doe; resume text jane.txt"}},
		{"resumes of two people", map[string]string{"both/jane.txt": janeText, "both/omar.md": omar}, 2,
			[]string{"both/jane.txt: Jane Doe; resume text jane.txt", "both/omar.md: Omar Haddad; resume markdown omar.md"}},
		{"two resumes of one person, and a letter", map[string]string{"jane/cv.txt": janeText, "jane/cv-short.txt": strings.Replace(janeText, "Doe", "DOE", 1), "jane/letter.txt": letter}, 1, nil},
		{"folders in it", map[string]string{"pile/a.mbox": "From ", "pile/jane/cv.txt": janeText, "pile/jane/letter.txt": letter}, 2,
			[]string{"pile/jane: Jane Doe; resume text cv.txt; cover letter text letter.txt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, c.files)
			got := outcomes(t, dir, dir)
			if len(got) != c.items {
				t.Errorf("%d items, want %d: %q", len(got), c.items, got)
			}
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q is not among %q", w, got)
				}
			}
			if strings.HasPrefix(c.name, "folders") {
				return // in an archive, what lies below a pile is a file each
			}
			pairs := []string{"x.txt", janeText} // beside it, so that the archive's root is not looked through
			for name, text := range c.files {
				pairs = append(pairs, name, text)
			}
			packed := write(t, map[string]string{"all.zip": zipped(t, pairs...)})
			if got := outcomes(t, packed, filepath.Join(packed, "all.zip")); len(got) != c.items+1 {
				t.Errorf("packed: %d items, want %d: %q", len(got), c.items+1, got)
			}
		})
	}
}

// A table that only names files says nothing of whose they are: each comes in by itself, unless it is asked for.
func TestListOfFiles(t *testing.T) {
	dir := write(t, map[string]string{"list.csv": "File,Pages\njane.txt,2\n", "jane.txt": janeText})
	want := []string{"jane.txt: Jane Doe; resume text jane.txt", "list.csv: refused: no column says whose its rows are"}
	got := outcomes(t, dir, dir)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	var asked []string
	for item := range Read(t.Context(), []string{dir}, Options{Map: "File=document"}) {
		asked = append(asked, filepath.Base(item.Path)+": "+item.Application.Candidate.Name)
		if item.Problem != nil {
			t.Errorf("%v", item.Problem)
		}
	}
	if want := []string{"list.csv: row 2: Jane Doe"}; !slices.Equal(asked, want) {
		t.Errorf("as asked: %q", asked)
	}
}
