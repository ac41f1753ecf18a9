package list

import (
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// wheel is how many rows a notch of the wheel moves.
const wheel = 3

// mouse moves with the wheel; a click puts the cursor on a row, opens the row it is on already, or picks a column.
func (m *Model) mouse(msg tea.MouseMsg) intent.Intent {
	switch {
	case msg.Button == tea.MouseButtonWheelDown:
		m.moveTo(m.cursor + wheel)
	case msg.Button == tea.MouseButtonWheelUp:
		m.moveTo(m.cursor - wheel)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		return m.click(msg.X, msg.Y)
	}
	return nil
}

func (m *Model) click(x, y int) intent.Intent {
	c := m.columns()
	if x >= c.width {
		return nil
	}
	row := m.top + y - m.head()
	switch {
	case y == m.head()-1:
		if column := m.columnAt(c, x); column != 0 {
			m.column = column
		}
	case y < m.head() || row >= len(m.shown) || row-m.top >= m.room():
	case row == m.cursor && !m.typing.on:
		return m.open(intent.Detail)
	default:
		m.moveTo(row)
	}
	return nil
}
