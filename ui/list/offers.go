package list

import (
	"strings"

	"candid/ui/keymap"
	"candid/ui/text"
)

// mostOffers is how many completions are shown under each other.
const mostOffers = 6

// drawTyping draws line n of what stands under a filter that is being typed: what is wrong with it, or what it can be completed with.
// False for a line that is the list's.
func (m Model) drawTyping(p *pen, n int) bool {
	switch says, from, to := m.mistake(); {
	case !m.typing.on || n < 0:
		return false
	case says != "" && n == 0:
		m.drawMistake(p, says, from, to)
		return true
	case says != "":
		return false
	case m.typing.open && m.head() == 5:
		return m.drawOffer(p, n)
	case n == 0:
		return m.drawOffers(p)
	}
	return false
}

// drawMistake points at a mistake from below, where it is not underlined, and says what is wrong, where that has room.
func (m Model) drawMistake(p *pen, says string, from, to int) {
	t := m.theme
	fits := m.mistakeFits(says)
	if !m.colourless() {
		if fits {
			p.blank(t.Background, margin)
			p.put(t.Warn, says)
		}
		return
	}
	before, after := m.typedInSight()
	hidden := m.typing.input.At() - len(before)
	cells := func(i int) int { // of what is in sight before byte i of the text
		i = min(max(0, i-hidden), len(before)+len(after))
		if i <= len(before) {
			return text.Width(before[:i])
		}
		return text.Width(before) + 1 + text.Width(after[:i-len(before)])
	}
	p.blank(t.Background, margin+cells(from))
	p.put(t.Warn, strings.Repeat("^", max(1, cells(to)-cells(from))))
	if fits {
		p.put(t.Warn, " "+says)
	}
}

// colourless reports whether styles show nowhere.
func (m Model) colourless() bool { return m.theme.Mistake.Render("^") == "^" }

// mistakeFits reports whether a mistake has room right under the filter.
func (m Model) mistakeFits(says string) bool {
	room := m.columns().width - margin - 1
	if m.colourless() {
		before, after := m.typedInSight()
		room -= text.Width(before+after) + 2
	}
	return m.head() == 5 && text.Width(says) <= room
}

// drawMistakeBelow says it in the lines at the foot, n of them above this one; false where there is nothing to say there.
func (m Model) drawMistakeBelow(p *pen, n int) bool {
	says, _, _ := m.mistake()
	if says == "" || m.mistakeFits(says) {
		return false
	}
	lines := text.Lines(says, m.width-2)
	p.begin(m.width)
	switch {
	case n >= len(lines):
	case n == foot-1 && len(lines) > foot:
		p.put(m.theme.Warn, " "+text.Cut(lines[n]+" "+lines[n+1], m.width-2, m.theme.Glyphs.Ellipsis))
	default:
		p.put(m.theme.Warn, " "+lines[n])
	}
	return true
}

// drawOffers draws the completions beside each other, the chosen one in brackets, and what that one asks for. False without any.
func (m Model) drawOffers(p *pen) bool {
	t := m.theme
	offers, choice := m.typing.offers, m.typing.choice
	if m.typing.before.text != "" && !m.typing.begun {
		p.blank(t.Background, margin)
		p.put(t.Muted, "goes on from what there is: ")
		p.put(t.Key, m.setting.Keys.Typing().Key(keymap.ClearLine))
		p.put(t.Muted, " begins anew")
		return true
	}
	if len(offers) == 0 {
		return false
	}
	does := offers[choice].Does
	room := max(p.room*3/5, p.room-margin-text.Width(does)-3)
	first, used := choice, margin
	for first > 0 && used < room/2 {
		first--
		used += text.Width(offers[first].Text) + 2
	}
	p.blank(t.Background, margin-1)
	end := p.room - room
	for i, o := range offers[first:] {
		words := strings.TrimSpace(o.Text)
		if p.room-text.Width(words)-3 < end && first+i > choice {
			p.put(t.Muted, m.theme.Glyphs.Ellipsis)
			break
		}
		if first+i == choice {
			p.put(t.AccentStrong, "["+words+"]")
		} else {
			p.put(t.Text, " "+words+" ")
		}
	}
	if width := text.Width(does); does != "" && p.room > 12 {
		p.blank(t.Background, max(2, p.room-width-1))
		p.put(t.Muted, does)
	}
	return true
}

// drawOffer draws line n of the completions under each other, each with what it asks for; false below the last.
func (m Model) drawOffer(p *pen, n int) bool {
	offers, choice := m.typing.offers, m.typing.choice
	first := min(max(0, choice-mostOffers+2), max(0, len(offers)-mostOffers))
	if n >= mostOffers || first+n >= len(offers) {
		return false
	}
	widest := 0
	for _, o := range offers {
		widest = max(widest, min(text.Width(o.Text), 24))
	}
	o, colours := offers[first+n], &m.theme.Palette
	sign := ""
	if first+n == choice {
		colours, sign = &m.theme.Row, m.theme.Glyphs.Cursor
	}
	p.blank(colours.Background, 1)
	p.fit(colours.Accent, colours.Background, sign, 2)
	p.fit(colours.Text, colours.Background, strings.TrimSpace(o.Text), widest+2)
	p.put(colours.Muted, o.Does)
	p.blank(colours.Background, p.room)
	return true
}
