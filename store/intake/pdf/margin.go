package pdf

import "math"

// withMargins gives lines what stands in a margin on the right beside the items below them, such as place, dates and their length in
// three lines beside a post: read line by line it would break into the items' sentences.
func withMargins(lines []line) {
	head := -1 // the line whose margin goes on
	var last box
	for i := 1; i < len(lines); i++ {
		at := lines[i].margin()
		if at < 0 {
			head = -1
			continue
		}
		m := lines[i].part(at)
		_, item := lines[i].item()
		switch {
		case head >= 0:
		case !item:
			continue
		default:
			above := lines[i-1].margin()
			if _, is := lines[i-1].item(); is || above < 0 {
				continue
			}
			head, last = i-1, lines[i-1].part(above).box
		}
		if math.Abs(m.x1-last.x1) > 1.5 && math.Abs(m.x0-last.x0) > 1.5 || m.y0-last.y1 > 0.8*m.em {
			head = -1
			continue
		}
		last = m.box
		lines[head].beside = append(lines[head].beside, m.text())
		lines[i] = lines[i].without(at)
	}
}

const maxMargin = 6 // words of a line in a margin

// margin gives the first word of what stands on the right of a line, clearly apart from all else; -1 when nothing does.
func (l line) margin() int {
	for i := len(l.words) - 1; i > 0 && i >= len(l.words)-maxMargin; i-- {
		a, b := l.words[i-1], l.words[i]
		if b.x0-a.x1 > tab*min(a.em, b.em) {
			if i == 1 && marker(a.text) {
				return -1
			}
			return i
		}
	}
	return -1
}

// part is the words of a line from one on.
func (l line) part(from int) line {
	p := line{box: l.words[from].box, words: l.words[from:], base: l.base, em: l.words[from].em}
	for _, w := range p.words {
		p.box = p.box.add(w.box)
	}
	return p
}

// without is a line up to a word.
func (l line) without(from int) line {
	l.words = l.words[:from]
	l.box = l.words[0].box
	for _, w := range l.words {
		l.box = l.box.add(w.box)
	}
	return l
}
