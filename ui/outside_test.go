package ui

import (
	"os"
	"path/filepath"
	"testing"

	"candid/model"
)

// Whatever an applicant called a file, it is opened as what it was read as: a text called resume.bat is no program.
func TestOriginalsEndAsTheirFormat(t *testing.T) {
	for _, c := range []struct{ name, format, want string }{
		{"resume.bat", "text", ".txt"},
		{"resume.desktop", "text", ".txt"},
		{"resume", "text", ".txt"},
		{"resume.command", "markdown", ".md"},
		{"resume.md", "markdown", ".md"},
		{"resume.json", "json resume", ".json"},
		{"resume.vbs", "a format yet to come", ".txt"},
	} {
		t.Run(c.name+", "+c.format, func(t *testing.T) {
			folder := t.TempDir()
			path, err := copyOut(func() (string, error) { return folder, nil }, model.Document{ID: model.ID{1}, Name: c.name, Format: c.format}, []byte("echo owned"))
			if err != nil || filepath.Ext(path) != c.want {
				t.Errorf("%s, %v, want an ending of %s", path, err, c.want)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o111 != 0 {
				t.Errorf("%v, %v", info, err)
			}
		})
	}
}
