package role

import tea "github.com/charmbracelet/bubbletea"

// mouse takes the wheel and clicks.
func (m Model) mouse(msg tea.MouseMsg) Model {
	f := m.frame()
	onPage := f.wide && msg.X > f.listWidth || !f.wide && m.beside
	if m.what != nothing {
		return m
	}
	click := msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress
	switch {
	case msg.Button == tea.MouseButtonWheelDown && onPage:
		m.page = m.page.Scroll(3)
	case msg.Button == tea.MouseButtonWheelUp && onPage:
		m.page = m.page.Scroll(-3)
	case msg.Button == tea.MouseButtonWheelDown:
		return m.stand(m.at + 1)
	case msg.Button == tea.MouseButtonWheelUp:
		return m.stand(m.at - 1)
	case click && onPage:
		return m.clickLine(msg.Y - headRows - f.note)
	case click:
		rows := m.rows(f.listWidth)
		if i := msg.Y - headRows; i >= 0 && i < f.listHeight && m.top+i < len(rows) && rows[m.top+i].entry > 0 {
			m.beside = false
			return m.stand(rows[m.top+i].entry)
		}
	}
	return m
}

// clickLine goes to the line of the posting under a row of it, where that could be a requirement.
func (m Model) clickLine(row int) Model {
	at, ok := m.page.Line(row)
	if !ok || !m.looking {
		return m
	}
	for i, l := range m.reading.Lines {
		if at >= l.Lines[0] && at < l.Lines[1] {
			m.beside = true
			return m.toLine(i)
		}
	}
	return m
}
