package detail

import (
	"candid/model"
	"candid/ui/text"
)

// historyLines draws what is in sight of the history.
func (m Model) historyLines() []string {
	height := m.bodyHeight()
	rows := m.historyRows()
	from := min(m.top, len(rows))
	return rows[from:min(len(rows), from+height)]
}

// historyRows is every change, newest first: when, who, what, and whether it was undone.
func (m Model) historyRows() []string {
	t := m.theme
	switch {
	case !m.told:
		return []string{"  " + t.Muted.Render("The history is being read.")}
	case len(m.history) == 0:
		return []string{"  " + t.Muted.Render("Nothing that you may see was done yet.")}
	}
	undone := undone(m.history)
	const when = 17
	who := 8
	for _, c := range m.history {
		who = max(who, text.Width(m.setting.Name(c.By)))
	}
	who = min(who, 18, m.width/4)
	room := max(10, m.width-2-when-who-2-1)
	var rows []string
	for i := len(m.history) - 1; i >= 0; i-- {
		c := m.history[i]
		words, style, name := m.did(c), t.Text, t.Text
		if undone[c.Number] {
			words += " " + t.Glyphs.Dot + " undone"
			style, name = t.Muted, t.Muted
		}
		for n, line := range text.Lines(words, room) {
			lead := text.Blank(2 + when + who + 2)
			if n == 0 {
				lead = "  " + t.Muted.Render(text.Fit(m.when(c.At), when, "")) +
					name.Render(text.Fit(m.setting.Name(c.By), who, t.Glyphs.Ellipsis)) + "  "
			}
			rows = append(rows, lead+style.Render(line))
		}
	}
	return rows
}

// did is what a change did, in words. One that took another back says what that one had done.
func (m Model) did(c model.Change) string {
	words := ""
	if c.Undoes != 0 {
		words = "undid: " + c.Inverse().Words(m.person.Role)
	} else {
		words = c.Words(m.person.Role)
	}
	switch {
	case c.Others > 0:
		words += " (with " + text.Count(c.Others, "other") + ")"
	case !c.Batch.IsZero():
		words += " " + m.theme.Glyphs.Dot + " with others"
	}
	return m.theme.Glyphs.Own(words)
}

// undone is the numbers of the changes that were taken back, and not done again by taking that back.
func undone(changes []model.Change) map[uint64]bool {
	undone := map[uint64]bool{}
	for i := len(changes) - 1; i >= 0; i-- {
		if c := changes[i]; c.Undoes != 0 && !undone[c.Number] {
			undone[c.Undoes] = true
		}
	}
	return undone
}

// when is the time of today, and else the day and the time.
func (m Model) when(at model.Time) string {
	return m.setting.Choice.Dates.Moment(at, m.setting.Now(), m.setting.Zone)
}
