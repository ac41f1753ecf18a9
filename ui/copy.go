package ui

import (
	"fmt"

	"candid/model"
	"candid/model/blind"
	"candid/store"
	"candid/store/export"
	"candid/ui/intent"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// ClipboardBytes is the most that is given to a terminal's clipboard: what the sequence for it holds in the 100,000 bytes that
// terminals read of one. Beyond it many take nothing, and none says so.
const ClipboardBytes = 74994

// copied is what came of copying.
type copied struct {
	what, by string
	bytes    int
	err      error
}

// copy gives the terminal's clipboard a text, or the summaries of candidates as the viewer may see them.
func (a *App) copy(w intent.Copy) tea.Cmd {
	switch {
	case !a.session.May.Clipboard || a.session.Terminal == nil:
		a.say("this session has no clipboard")
		return nil
	case len(w.Candidates) > 0:
		return a.copySummaries(w.Candidates)
	case w.Text == "":
		a.say("there is nothing to copy")
		return nil
	}
	return func() tea.Msg { return a.session.toClipboard(w.Text, w.What, "fewer lines") }
}

// copySummaries copies what may be seen of candidates. Those who have not been read in full are.
func (a *App) copySummaries(ids []model.ID) tea.Cmd {
	list := export.Shortlist{Role: a.field.role, Reviewers: map[model.ID]string{a.viewer(): a.setting.Viewer.Name}}
	for id, name := range a.setting.Names {
		list.Reviewers[id] = name
	}
	known := map[model.ID]model.Record{}
	for _, id := range ids {
		i, ok := a.field.at[id]
		if !ok {
			continue
		}
		list.Rows = append(list.Rows, a.field.rows[i])
		if _, full := a.record(id); full {
			known[id] = a.person(id).Record
		}
	}
	s, viewer, session := a.session.Store, a.viewer(), a.session
	return func() tea.Msg {
		for _, row := range list.Rows {
			r, ok := known[row.Candidate.ID]
			if !ok {
				var err error
				if r, err = Seen(s, viewer, row); err != nil {
					return copied{err: err}
				}
			}
			list.Records = append(list.Records, r)
		}
		what, next := fmt.Sprintf("summaries of %d candidates", len(list.Rows)), "mark fewer, or candid export in a shell"
		if len(list.Rows) == 1 {
			what, next = "summary of "+nameOf(list.Rows[0].Candidate), "candid show in a shell prints it"
		}
		return session.toClipboard(export.Summaries(list), what, next)
	}
}

// Seen is the record of a row's candidate as the viewer may see it, with the documents of the other applications that it holds: they may be
// quoted. Problems: those of store.Record.
func Seen(s *store.Store, viewer model.ID, row model.Row) (model.Record, error) {
	r, err := s.Record(row.Candidate.ID)
	if err != nil {
		return r, err
	}
	for _, id := range row.Candidate.Bound(model.Holds) {
		held, err := s.Record(id)
		if err != nil {
			return r, err
		}
		r.Candidate.Documents = append(r.Candidate.Documents, held.Candidate.Documents...)
	}
	return blind.View(viewer, r), nil
}

func nameOf(c model.Candidate) string {
	if c.Name != "" {
		return c.Name
	}
	return c.Alias
}

// toClipboard gives the terminal's clipboard a text.
func (s Session) toClipboard(words, what, next string) copied {
	if len(words) > ClipboardBytes {
		return copied{err: &model.Problem{Kind: model.Refused, Subject: what, What: fmt.Sprintf("is %s, and terminals' clipboards take %s", kilobytes(len(words)), kilobytes(ClipboardBytes)), Next: next}}
	}
	by, err := s.Terminal.Copy(words)
	return copied{what: what, by: by, bytes: len(words), err: err}
}

// wasCopied says what was sent. No terminal confirms it, so it does not say that it arrived.
func (a *App) wasCopied(m copied) {
	if m.err != nil {
		a.complain(m.err)
		return
	}
	words := fmt.Sprintf("sent to the terminal's clipboard: %s, %s", text.Drawable(m.what), kilobytes(m.bytes))
	if m.by != "" {
		words += "; " + m.by
	}
	a.say("%s", words)
}

// kilobytes is a size in words, as people read it.
func kilobytes(n int) string {
	if n < 1000 {
		return text.Count(n, "byte")
	}
	return fmt.Sprintf("%.1f KB", float64(n)/1000)
}
