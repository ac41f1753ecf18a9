package detail

import (
	"candid/ui/intent"
	"candid/ui/page"

	tea "github.com/charmbracelet/bubbletea"
)

// wheel is how many rows a notch of the wheel scrolls.
const wheel = 3

// mouse takes the wheel, and clicks on tabs, requirements, lines and the way back.
func (m Model) mouse(msg tea.MouseMsg) (Model, intent.Intent) {
	if !m.known || msg.Action != tea.MouseActionPress {
		return m, nil
	}
	if m.because.On() {
		m.because = page.Because{}
		return m, nil
	}
	switch msg.Button {
	case tea.MouseButtonWheelDown, tea.MouseButtonWheelUp:
		by := wheel
		if m.tab == 0 {
			by = 1
		}
		if msg.Button == tea.MouseButtonWheelUp {
			by = -by
		}
		return m.scroll(by), nil
	case tea.MouseButtonLeft:
		return m.click(msg.X, msg.Y)
	}
	return m, nil
}

func (m Model) click(x, y int) (Model, intent.Intent) {
	switch row := y - m.head(); {
	case y == 0 && x < 3:
		return m, intent.Back{}
	case y == 1:
		for _, t := range m.tabs(m.width - 1) {
			if x >= t.from && x < t.to {
				return m.show(t.tab)
			}
		}
	case row < 0 || row >= m.bodyHeight():
	case m.tab == 0:
		if _, whose, _ := m.proofLayout(m.bodyHeight()); x < m.proofWidth() {
			return m.clickRequirement(whose, row)
		}
	default:
		return m.clickDocument(x, row)
	}
	return m, nil
}

// clickRequirement stands on the requirement of a row; a second click opens its proof.
func (m Model) clickRequirement(whose []int, row int) (Model, intent.Intent) {
	switch {
	case row >= len(whose) || whose[row] < 0:
		return m, nil
	case whose[row] == m.at && m.tab == 0:
		return m.openProof()
	}
	return m.stand(whose[row]), nil
}

func (m Model) clickDocument(x, row int) (Model, intent.Intent) {
	p, ok := m.page()
	width, height := m.pageSize()
	switch {
	case !ok:
		return m, nil
	case m.width >= twoPanes && x > width:
		pane := m.paneWidth()
		_, whose := m.paneList(pane, height, 2+len(m.panel(pane))+len(m.about(pane)))
		return m.clickRequirement(whose, row)
	case m.width < twoPanes:
		row -= len(m.above())
	}
	if row >= 0 && row < height {
		return m.with(p.Click(row)), nil
	}
	return m, nil
}
