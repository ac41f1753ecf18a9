package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"candid/model"
	"candid/model/posting"
	"candid/store"
	"candid/store/intake"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// importing is an import under way: its news come in on a channel, so that the app stays usable.
type importing struct {
	news   <-chan intent.Imported
	cancel context.CancelFunc
}

// importPaths adds the candidates of files and folders, each landing on its own.
func (a *App) importPaths(paths []string) tea.Cmd {
	switch {
	case !a.session.May.Files:
		a.say("not over this connection: the files would be those of the machine that candid runs on")
		return nil
	case a.importing.news != nil:
		a.say("an import is under way already")
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	news := make(chan intent.Imported, 16)
	a.importing = importing{news: news, cancel: cancel}
	s, role, by := a.session.Store, a.field.role.ID, a.viewer()
	go func() {
		defer close(news)
		done := 0
		tell := func(m intent.Imported) bool {
			m.Done = done
			select {
			case news <- m:
				return true
			case <-ctx.Done():
				return false
			}
		}
		defer tell(intent.Imported{Over: true})
		path := ""
		defer func() {
			// Nobody else would catch it, and the terminal would be left raw.
			if p := recover(); p != nil {
				tell(intent.Imported{Path: path, Result: store.ResultRefused.String(), Reason: fmt.Sprint("candid failed on it, and went no further: ", p)})
			}
		}()
		for item := range intake.Read(ctx, homes(paths), intake.Options{Columns: keptColumns(s)}) {
			done++
			path = item.Path
			if !tell(imported(ctx, s, role, by, item)) {
				return
			}
		}
	}()
	return a.nextImported(intent.Imported{})
}

// keptColumns gives the mapping that the store keeps for a table's header. One that cannot be read is as good as none.
func keptColumns(s *store.Store) func(header []string) string {
	return func(header []string) string {
		mapping, _, err := s.Columns(header)
		if err != nil {
			return ""
		}
		return mapping
	}
}

// imported adds one item, and says what became of it.
func imported(ctx context.Context, s *store.Store, role, by model.ID, item intake.Item) intent.Imported {
	m := intent.Imported{Path: item.Path, Result: store.ResultRefused.String()}
	if item.Problem != nil {
		m.Reason = reason(item.Problem)
		return m
	}
	added, err := s.Add(ctx, role, item.Application, by)
	if err != nil {
		m.Reason = err.Error()
		return m
	}
	m.Result, m.Name, m.Reason = added.Result.String(), added.Candidate.Name, added.Why
	return m
}

// reason is a problem without its subject, which is said beside it.
func reason(p *model.Problem) string {
	short := *p
	short.Subject = ""
	return short.Error()
}

// nextImported waits for the next news of the import.
func (a *App) nextImported(m intent.Imported) tea.Cmd {
	if m.Over {
		a.importing.cancel()
		a.importing = importing{}
		return a.reload()
	}
	news := a.importing.news
	return func() tea.Msg {
		if m, ok := <-news; ok {
			return m
		}
		return nil
	}
}

// homes is paths, each as home has it.
func homes(paths []string) []string {
	out := make([]string, 0, len(paths))
	for _, p := range paths {
		out = append(out, home(p))
	}
	return out
}

// home puts the user's folder in the place of a leading ~.
func home(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		if dir, err := os.UserHomeDir(); err == nil {
			return dir + rest
		}
	}
	return path
}

// readPosting reads a posting into a role, to be looked over. What was pasted goes the way of a file.
func (a *App) readPosting(w intent.Read) tea.Cmd {
	if w.Text == "" && w.Path != "" && !a.session.May.Files {
		a.say("not over this connection: the file would be one of the machine that candid runs on")
		return nil
	}
	return func() tea.Msg {
		text, err := postingText(w)
		if err != nil {
			return intent.Posting{Err: err}
		}
		r, err := posting.Parse(text)
		return intent.Posting{Reading: r, Err: err}
	}
}

// postingText is the text of the posting that is asked for.
func postingText(w intent.Read) (string, error) {
	switch {
	case w.Text != "":
		return intake.PostingFrom("what was pasted", strings.NewReader(w.Text))
	case w.Path != "":
		return intake.ReadPosting(home(w.Path))
	default:
		return posting.Sample(), nil
	}
}

// listFolder tells what a folder holds, so that a path can be completed.
func (a *App) listFolder(path string) tea.Cmd {
	if !a.session.May.Files {
		return nil
	}
	return func() tea.Msg {
		m := intent.Listed{Path: path}
		folder := home(path)
		if folder == "" {
			folder = "."
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			return m
		}
		for _, e := range entries {
			folder := e.IsDir()
			if info, err := os.Stat(filepath.Join(home(path), e.Name())); err == nil {
				folder = info.IsDir()
			}
			m.Entries = append(m.Entries, intent.Entry{Name: e.Name(), Folder: folder})
		}
		return m
	}
}
