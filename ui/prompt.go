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

func (p *prompt) view(t theme.Theme, width int) string {
	line := " " + t.AccentStrong.Render(text.Cut(p.ask, width-2, t.Glyphs.Ellipsis)) + " "
	if p.typing {
		line += p.words.Size(width-text.Width(line)-3).View(t.Caret, t.Text.Render) + "  "
	}
	if room := width - text.Width(line) - 1; room > 6 {
		line += t.Muted.Render(text.Cut(p.hint, room, t.Glyphs.Ellipsis))
	}
	return text.Cut(line, width, "")
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

// askBatch asks for the count of a batch, so that many are not decided by a slip, and says how many were never opened.
func (a *App) askBatch(w intent.Decide) *prompt {
	n, unopened := len(w.Candidates), 0
	for _, id := range w.Candidates {
		if r, _ := a.record(id); r.Review(a.viewer()).Opened == 0 {
			unopened++
		}
	}
	ask := fmt.Sprintf("%d candidates %s %s.", n, a.theme.Glyphs.Arrow, w.Stage)
	if unopened > 0 {
		ask = fmt.Sprintf("%d candidates %s %s, %d of them never opened.", n, a.theme.Glyphs.Arrow, w.Stage, unopened)
	}
	p := &prompt{ask: ask + " Type the count:", typing: true, words: input.Line("", reasonLimit), number: true, hint: "esc leaves it"}
	p.take = func(a *App, _, typed string) (tea.Cmd, bool) {
		if typed != strconv.Itoa(n) {
			p.hint = fmt.Sprintf("it is %d; esc leaves it", n)
			return nil, false
		}
		if w.Stage == model.Rejected {
			a.asking = a.askReason(w)
			return nil, true
		}
		return a.decided(w, model.Reason{}), true
	}
	return p
}
