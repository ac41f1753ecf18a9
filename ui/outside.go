package ui

import (
	"cmp"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// outside opens a document in a program of the system: its original in the viewer, or its text in the pager.
func (a *App) outside(w intent.View) tea.Cmd {
	switch {
	case w.Pager && !a.session.May.Edit, !w.Pager && !a.session.May.View:
		a.say("not over this connection: it would open on the machine that candid runs on")
		return nil
	case w.Pager:
		return a.pager(w.Document)
	case w.Document.Original == "":
		a.say("%s was never a file", w.Document.Name)
		return nil
	}
	a.say("opening %s in the system's viewer", w.Document.Name)
	s, dir := a.session.Store, a.temporary
	return func() tea.Msg {
		original, err := s.Original(w.Document)
		if err != nil {
			return failed{err}
		}
		path, err := copyOut(dir, w.Document, original)
		if err != nil {
			return failed{err}
		}
		if err := viewer(path).Run(); err != nil {
			return failed{&model.Problem{Kind: model.Failed, Subject: w.Document.Name, What: "no viewer could show it", Next: "O shows the text in the pager", Err: err}}
		}
		return nil
	}
}

// endings is the endings of files by format. Viewers go by them, and systems run what ends in some: never is it the one that the
// applicant chose. A page of the web is opened as text: in a browser it would run, and could tell somebody that it was read.
var endings = map[string]string{
	"markdown": ".md", "json": ".json", "json resume": ".json", "pdf": ".pdf", "docx": ".docx", "odt": ".odt", "rtf": ".rtf",
}

// copyOut copies an original, with the ending of its format, into a folder that is removed when the app ends.
func copyOut(dir func() (string, error), d model.Document, original []byte) (path string, err error) {
	folder, err := dir()
	if err != nil {
		return "", err
	}
	path = filepath.Join(folder, d.ID.Random()+cmp.Or(endings[d.Format], ".txt"))
	return path, os.WriteFile(path, original, 0o600)
}

// temporary is the session's folder for what others open, 0700.
func (a *App) temporary() (string, error) {
	a.folderOnce.Do(func() { a.folder, a.folderErr = os.MkdirTemp("", "candid-") })
	return a.folder, a.folderErr
}

func viewer(path string) *exec.Cmd {
	switch runtime.GOOS {
	case "darwin":
		return exec.Command("open", path)
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	default:
		return exec.Command("xdg-open", path)
	}
}

// pager shows the text of a document of the open candidate in $PAGER.
func (a *App) pager(d model.Document) tea.Cmd {
	readings := a.people[a.queue.open()].readings
	for _, r := range readings {
		if r.Document.ID != d.ID {
			continue
		}
		words := strings.Fields(os.Getenv("PAGER"))
		if len(words) == 0 {
			words = []string{"less"}
		}
		cmd := exec.Command(words[0], slices.Clone(words[1:])...)
		cmd.Stdin = strings.NewReader(strings.Join(r.Lines, "\n") + "\n")
		return tea.Exec(other{cmd}, func(err error) tea.Msg {
			if err != nil {
				err = &model.Problem{Kind: model.Failed, Subject: words[0], What: "the pager ended badly", Next: "set PAGER", Err: err}
			}
			return regained{err}
		})
	}
	a.say("still being read")
	return nil
}

// other is another program that has the terminal for a while. It is given the terminal itself, not what writes this program's frames.
type other struct{ *exec.Cmd }

// SetStdin gives it the keyboard, unless it reads something else.
func (o other) SetStdin(r io.Reader) {
	if o.Stdin == nil {
		o.Stdin = r
	}
}

// SetStdout gives it the terminal.
func (o other) SetStdout(w io.Writer) {
	if t, ok := w.(interface{ Bare() *os.File }); ok {
		w = t.Bare()
	}
	o.Stdout = w
}

// SetStderr gives it somewhere to complain.
func (o other) SetStderr(w io.Writer) { o.Stderr = w }
