package ui

import (
	"context"
	"fmt"
	"strings"

	"candid/ui/add"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/pace"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// importing is an adding that is under way, or the account of the last one. Its news come in on a channel, so that the app stays usable.
type importing struct {
	number  int // tells it from those before
	running bool
	news    <-chan brought
	cancel  context.CancelFunc // ends the reading; what has landed is still told
	forget  context.CancelFunc // ends the telling too
	ended   <-chan struct{}    // closed when nothing of it goes on
	pace    pace.Pace
	report  intent.Adding
	unseen  bool // it ended while another screen was looked at
}

// brought is news of an adding.
type brought struct {
	number      int
	outcomes    []intent.Outcome
	done, found int
	preparing   string // what has to be done first
	prepared    bool   // that was done
	failed      string
	over        bool
}

// farFiles is why a session that may read no files adds none.
const farFiles = "not over this connection: the files would be those of the machine that candid runs on"

// importPaths adds the candidates of files and folders, each landing on its own, or says what would become of them.
func (a *App) importPaths(w intent.Import) tea.Cmd {
	switch {
	case !a.session.May.Files:
		a.say(farFiles)
		return nil
	case a.importing.running:
		a.say("an adding is under way already")
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	heard, forget := context.WithCancel(context.Background())
	news, ended := make(chan brought, 16), make(chan struct{})
	a.importing = importing{
		number: a.importing.number + 1, running: true, news: news, cancel: cancel, forget: forget, ended: ended,
		report: intent.Adding{Paths: w.Paths, Dry: w.Dry, Counts: map[string]int{}},
	}
	number, order := a.importing.number, a.order(w)
	go func() {
		defer close(ended)
		defer close(news)
		a.bring(ctx, order, w.Tables, func(m brought) {
			m.number = number
			select {
			case news <- m:
			case <-heard.Done():
			}
		})
	}()
	return tea.Batch(a.tell(a.importing.report), a.nextNews())
}

// nextNews waits for the next news of the adding.
func (a *App) nextNews() tea.Cmd {
	news := a.importing.news
	return func() tea.Msg {
		if m, ok := <-news; ok {
			return m
		}
		return nil
	}
}

// wasBrought takes news of the adding. Those of one that was given up are late.
func (a *App) wasBrought(m brought) tea.Cmd {
	i := &a.importing
	if m.number != i.number || !i.running {
		return nil
	}
	i.take(m)
	i.pace = i.pace.Seen(a.session.Now(), i.report.Done)
	i.report.Left = ""
	if left, ok := i.pace.Left(i.report.Found - i.report.Done); ok && !m.over {
		i.report.Left = pace.Words(left)
	}
	if !m.over {
		return tea.Batch(a.tell(i.report), a.nextNews())
	}
	i.running, i.report.Over = false, true
	i.cancel()
	i.forget()
	if i.report.Dry {
		return a.tell(i.report)
	}
	if _, looking := a.top().(add.Model); !looking {
		i.unseen = len(i.report.Told) > 0
		a.say("%s", i.came(a.theme.Glyphs.Dot, a.setting.Keys))
	}
	return tea.Batch(a.tell(i.report), a.tell(a.status()), a.reload())
}

// take puts news into the account.
func (i *importing) take(m brought) {
	r := &i.report
	counts := map[string]int{} // screens hold the one before
	for result, n := range r.Counts {
		counts[result] = n
	}
	for _, o := range m.outcomes {
		counts[o.Result]++
		if o.Maybe {
			r.Maybe++
		}
		if o.Result != intent.Refused && o.Name != "" {
			r.Last = o.Name
		}
		if r.Dry || o.Maybe || o.Result == intent.Refused {
			r.Told = append(r.Told, o)
		}
	}
	r.Counts = counts
	if len(m.outcomes) > 0 {
		r.Done, r.Found = m.done, m.found
	}
	switch {
	case m.preparing != "":
		r.Preparing = m.preparing
	case m.prepared || m.over:
		r.Preparing = ""
	}
	if m.failed != "" {
		r.Failed = m.failed
	}
}

// came is what came of an adding, on one line.
func (i *importing) came(dot string, keys keymap.Table) string {
	r := i.report
	var parts []string
	for _, result := range []string{intent.Added, intent.Updated, intent.Unchanged, intent.Refused} {
		if n := r.Counts[result]; n > 0 || result == intent.Added {
			parts = append(parts, fmt.Sprint(n, " ", result))
		}
	}
	if r.Maybe > 0 {
		parts = append(parts, fmt.Sprintf("%d maybe the same as somebody", r.Maybe))
	}
	line := strings.Join(parts, ", ")
	switch {
	case r.Failed != "":
		line = "the adding failed: " + line
	case r.Cancelled:
		line = "cancelled: " + line
	}
	if len(r.Told) > 0 {
		line += " " + dot + " " + keys.Key(keymap.Add) + " shows them"
	}
	return line
}

// going is how far the adding is, for the screens that show nothing of it; "" when none is under way.
func (a *App) going() string {
	i := a.importing
	if _, looking := a.top().(add.Model); looking || !i.running || i.report.Dry {
		return ""
	}
	if i.report.Found == 0 {
		return "adding" + a.theme.Glyphs.Ellipsis
	}
	return fmt.Sprintf("adding %d/%d", i.report.Done, i.report.Found)
}

// waiting is what came of an adding that nobody has looked at yet.
func (a *App) waiting() string {
	if !a.importing.unseen {
		return ""
	}
	return a.importing.came(a.theme.Glyphs.Dot, a.setting.Keys)
}

// stopImport ends the adding; a dry run is forgotten.
func (a *App) stopImport() tea.Cmd {
	i := &a.importing
	if !i.running {
		if i.report.Dry {
			i.report = intent.Adding{}
		}
		return nil
	}
	i.cancel()
	if i.report.Dry {
		i.forget()
		i.running, i.report = false, intent.Adding{}
		return nil
	}
	i.report.Cancelled = true
	return a.tell(i.report)
}

// putAside puts the account of an adding that is over aside.
func (a *App) putAside() tea.Cmd {
	if !a.importing.running {
		a.importing.report, a.importing.unseen = intent.Adding{}, false
	}
	return a.tell(a.status())
}

// showAdd opens the screen on the adding that is under way, or on the account of the last one as long as there is something to look
// at in it.
func (a *App) showAdd() tea.Cmd {
	i := &a.importing
	a.push(layer{Screen: add.New(a.setting, a.theme)})
	cmds := []tea.Cmd{a.listFolder("")}
	if i.running || i.report.Over && !i.report.Dry && len(i.report.Told) > 0 {
		i.unseen = false
		cmds = append(cmds, a.toTop(i.report), a.tell(a.status()))
	}
	return tea.Batch(cmds...)
}

// keyLine is the keys that work here; before them, how far an adding is.
func (a *App) keyLine() string {
	t, lead := a.theme, ""
	room := a.width - 2
	if words := a.going(); words != "" && room > 40 {
		lead = t.OK.Render(words) + "  "
		room -= text.Width(lead)
	}
	return " " + lead + a.keysOf(a.top()).Line(a.top().Keys(), room, t.Key.Render, t.Muted.Render)
}
