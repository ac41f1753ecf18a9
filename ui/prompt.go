package ui

import (
	"fmt"
	"strconv"
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// prompt is a question on the last line. Keys go to it until it is answered or left with esc.
type prompt struct {
	ask    string
	hint   string
	words  input.Input // what is being typed
	typing bool        // the answer is typed and ended with enter; else one key is the answer
	number bool        // it is a number: nothing else is taken
	// complete is what the words may be meant to become, the likeliest first; nil: nothing can be completed.
	complete func(typed string) []string
	could    []string                  // what tab goes through, as it was when tab was first pressed; the last is what had been typed
	at       int                       // in could
	tell     func(typed string) string // what the words will do, shown beside them; nil: the hint stays
	take     func(a *App, key, typed string) (tea.Cmd, bool)
}

// answer gives the question a key.
func (a *App) answer(msg tea.KeyMsg) tea.Cmd {
	p := a.asking
	key := msg.String()
	switch {
	case key == "esc" || key == "ctrl+c":
		a.asking = nil
		return nil
	case p.typing && (key == "tab" || key == "shift+tab") && p.complete != nil:
		p.tab(key == "tab")
		return nil
	case p.typing && key != "enter":
		p.could = nil
		if next := p.words.Key(msg); !p.number || strings.Trim(next.Text(), "0123456789") == "" {
			p.words = next
		}
		if p.tell != nil {
			p.hint = p.tell(p.words.Text())
		}
		return nil
	}
	a.asking = nil
	cmd, ok := p.take(a, key, strings.TrimSpace(p.words.Text()))
	if !ok && a.asking == nil {
		a.asking = p
	}
	return cmd
}

// tab puts the next of what the words may become in their place, or the one before; after the last comes what was typed.
func (p *prompt) tab(next bool) {
	typed := p.words.Text()
	if p.could == nil {
		p.could = append(p.complete(typed), typed)
		p.at = len(p.could) - 1
	}
	by := 1
	if !next {
		by = len(p.could) - 1
	}
	p.at = (p.at + by) % len(p.could)
	p.words = p.words.With(p.could[p.at])
	if p.tell != nil {
		p.hint = p.tell(p.words.Text())
	}
}

// reasonLimit is the longest that a typed answer may be, in characters.
const reasonLimit = 200

// typedRoom is the cells that what is typed has on the line of its question at least; hintLines is the most lines that a hint takes.
const (
	typedRoom = 18
	hintLines = 3
)

// view is the question as the lines at the foot of the screen have it: most often one; above it what does not fit beside it.
func (p *prompt) view(t theme.Theme, width int) []string {
	asked := text.Lines(p.ask, width-2)
	line := " " + t.AccentStrong.Render(asked[len(asked)-1]) + " "
	var above []string
	for _, s := range asked[:len(asked)-1] {
		above = append(above, " "+t.AccentStrong.Render(s))
	}
	if p.typing {
		if text.Width(line) > width-typedRoom {
			above, line = append(above, line), " "
		}
		line += p.words.Size(width-text.Width(line)-3).View(t.Accent.Render(t.Glyphs.Edge), t.Text.Render) + "  "
	}
	room := width - text.Width(line) - 1
	switch {
	case text.Width(p.hint) <= room || !p.typing && room > 6:
		line += t.Muted.Render(text.Cut(p.hint, room, t.Glyphs.Ellipsis))
	case p.typing:
		above = append(p.hintAbove(t, width), above...)
	}
	return append(above, text.Cut(line, width, ""))
}

// hintAbove is the hint on lines of its own.
func (p *prompt) hintAbove(t theme.Theme, width int) []string {
	lines := text.Lines(p.hint, width-2)
	if len(lines) > hintLines {
		lines = append(lines[:hintLines-1], text.Cut(lines[hintLines-1]+" "+lines[hintLines], width-2, t.Glyphs.Ellipsis))
	}
	for i := range lines {
		lines[i] = " " + t.Muted.Render(lines[i])
	}
	return lines
}

// askReason asks why somebody is rejected: one key for a requirement, a for other words, enter for the reason given last.
func (a *App) askReason(w intent.Decide) *prompt {
	musts := a.field.role.Checklist.Application()
	n := 0
	for n < len(musts) && n < 9 && musts[n].Priority == model.Must {
		n++
	}
	hint := "a other"
	switch {
	case n == 1:
		hint = fmt.Sprintf("1 must-have not met %s a other", a.theme.Glyphs.Dot)
	case n > 1:
		hint = fmt.Sprintf("1%s%d must-have not met %s a other", a.theme.Glyphs.Range, n, a.theme.Glyphs.Dot)
	}
	last, again := a.lastReason()
	if again {
		hint += fmt.Sprintf(" %s enter %s", a.theme.Glyphs.Dot, last.In(a.field.role.Checklist))
	}
	return &prompt{ask: "Reject, because:", hint: hint + " " + a.theme.Glyphs.Dot + " esc", take: func(a *App, key, _ string) (tea.Cmd, bool) {
		i, err := strconv.Atoi(key)
		switch {
		case err == nil && i >= 1 && i <= n:
			return a.decided(w, model.Reason{Requirement: musts[i-1].ID}), true
		case key == "enter" && again:
			return a.decided(w, last), true
		case key == "a":
			a.asking = &prompt{ask: "Because:", typing: true, words: input.Line("", reasonLimit), hint: "enter keeps it", take: func(a *App, _, typed string) (tea.Cmd, bool) {
				if typed == "" {
					return nil, false
				}
				return a.decided(w, model.Reason{Other: typed}), true
			}}
			return nil, true
		}
		return nil, false
	}}
}

// lastReason is the reason of the viewer's last rejection of this sitting.
func (a *App) lastReason() (model.Reason, bool) {
	for i := len(a.acts.done) - 1; i >= 0; i-- {
		if c := a.acts.done[i].changes[0]; c.Facet == model.FacetDecision && c.After.Decision.Stage == model.Rejected {
			return c.After.Decision.Reason, true
		}
	}
	return model.Reason{}, false
}

// askCount asks for the count of a batch, so that many are not decided by a slip. It says how many were never opened, how many the
// filter does not show, and how many are left out since they stand in that stage already. why is
// the reason, where that is known.
func (a *App) askCount(w intent.Decide, why *model.Reason) *prompt {
	rest, unopened := a.undecided(w), 0
	for _, id := range rest {
		if r, _ := a.record(id); r.Review(a.viewer()).Opened == 0 {
			unopened++
		}
	}
	n := len(rest)
	ask := fmt.Sprintf("%s %s %s", text.Count(n, "candidate"), a.theme.Glyphs.Arrow, w.Stage)
	if already := len(w.Candidates) - n; already > 0 {
		ask += fmt.Sprintf(", %d more are already", already)
	}
	if unopened > 0 {
		ask += fmt.Sprintf(", %d of them never opened", unopened)
	}
	if w.Hidden > 0 {
		ask += fmt.Sprintf(", %d of those marked not shown", w.Hidden)
	}
	p := &prompt{ask: ask + ". Type the count:", typing: true, words: input.Line("", reasonLimit), number: true, hint: "esc leaves it"}
	p.take = func(a *App, _, typed string) (tea.Cmd, bool) {
		if typed != strconv.Itoa(n) {
			p.hint = fmt.Sprintf("it is %d; esc leaves it", n)
			return nil, false
		}
		switch {
		case why != nil:
			return a.decided(w, *why), true
		case w.Stage == model.Rejected:
			a.asking = a.askReason(w)
			return nil, true
		}
		return a.decided(w, model.Reason{}), true
	}
	return p
}

// undecided is whom a decision is still about: of many, those who do not stand in that stage yet.
func (a *App) undecided(w intent.Decide) []model.ID {
	if len(w.Candidates) == 1 {
		return w.Candidates
	}
	var ids []model.ID
	for _, id := range w.Candidates {
		if r, _ := a.record(id); r.Candidate.Decision.Stage != w.Stage {
			ids = append(ids, id)
		}
	}
	return ids
}
