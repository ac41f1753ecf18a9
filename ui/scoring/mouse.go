package scoring

import (
	"slices"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/page"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// wheel is how many rows a notch of the wheel moves.
const wheel = 3

// mouse takes the wheel and clicks; never while something is being typed.
func (m Model) mouse(msg tea.MouseMsg) (Model, intent.Intent) {
	_, rating := m.current()
	switch {
	case m.because.On() && msg.Action == tea.MouseActionPress:
		m.because = page.Because{}
		return m.resize(), nil
	case m.Typing() || m.person.Record.Candidate.ID.IsZero():
		return m, nil
	case msg.Button == tea.MouseButtonWheelDown:
		return m.wheel(rating, 1), nil
	case msg.Button == tea.MouseButtonWheelUp:
		return m.wheel(rating, -1), nil
	case msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress:
		return m, nil
	case msg.Y == m.height-1:
		return m.clickStrip(msg.X), nil
	case rating && m.width >= twoPanes:
		return m.clickPanes(msg)
	case rating:
		return m.clickStacked(msg)
	default:
		return m.clickSummary(msg)
	}
}

func (m Model) wheel(rating bool, by int) Model {
	if rating {
		m.page = m.page.Scroll(by * wheel)
		return m
	}
	for range wheel {
		m = m.scrollSummary(map[int]keymap.Action{1: keymap.Down, -1: keymap.Up}[by])
	}
	return m
}

// clickStrip goes to the requirement of the cell that was clicked.
func (m Model) clickStrip(x int) Model {
	_, columns := m.pointed()
	i := slices.Index(columns, x)
	if i < 0 {
		return m
	}
	return m.stand(m.place(m.strip[i].ID))
}

func (m Model) clickPanes(msg tea.MouseMsg) (Model, intent.Intent) {
	f := m.frame()
	i := msg.Y - f.pageTop
	if msg.X < f.pageWidth {
		m.page = m.page.Click(i)
		return m, nil
	}
	if rows := m.side(f.side, f.pageHeight); i >= 0 && i < len(rows) && rows[i].value != model.Open {
		return m.rate(rows[i].value)
	}
	return m, nil
}

func (m Model) clickStacked(msg tea.MouseMsg) (Model, intent.Intent) {
	f := m.frame()
	if msg.Y != f.pageTop+f.pageHeight+1 {
		m.page = m.page.Click(msg.Y - f.pageTop)
		return m, nil
	}
	x := msg.X - 1
	for _, v := range scale {
		cells := 2 + text.Width(v.String())
		if x >= 0 && x < cells {
			return m.rate(v)
		}
		x -= cells + 2
	}
	return m, nil
}

func (m Model) clickSummary(msg tea.MouseMsg) (Model, intent.Intent) {
	f, rows := m.frame(), m.summaryRows()
	top, width := summaryHead, m.width
	if f.wide {
		top, width = f.pageTop, f.pageWidth
	}
	i := msg.Y - top
	if i < 0 || i >= rows {
		return m, nil
	}
	if msg.X >= width {
		if right := m.verdict(f.side, rows); i < len(right) && right[i].say != model.NoRecommendation {
			return m, intent.Recommend{Recommendation: right[i].say}
		}
		return m, nil
	}
	if id := m.seen(width, rows)[i].jump; id != 0 {
		return m.stand(m.place(id)), nil
	}
	return m, nil
}
