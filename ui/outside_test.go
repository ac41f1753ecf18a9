package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"candid/model"
)

// What is opened outside is named by its format, never as the applicant named it.
func TestCopyOut(t *testing.T) {
	folder := t.TempDir()
	for format, want := range map[string]string{"pdf": ".pdf", "docx": ".docx", "markdown": ".md", "text": ".txt", "html": ".txt", "": ".txt"} {
		path, err := copyOut(func() (string, error) { return folder, nil }, model.Document{Name: "resume.exe", Format: format}, []byte("words"))
		if err != nil || filepath.Ext(path) != want || filepath.Dir(path) != folder {
			t.Errorf("%q: %s, %v", format, path, err)
		}
	}
}

// A viewer that is started says so; one that shows nothing is not passed over in silence.
func TestViewerThatFails(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the viewer is another program here")
	}
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\nexit 3\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	x := sit(t, newStore(t))
	x.press("enter", "o")
	x.see("in the system's viewer")
	x.until("hears that it failed", func() bool { return x.app.notice.bad })
	x.see("no viewer could show it")
}
