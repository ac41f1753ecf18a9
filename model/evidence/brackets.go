package evidence

import "strings"

// widest is how many bytes of a line brackets are looked for in: a line of megabytes has none that matter.
const widest = 400

// enumerated reports whether a mark stands in brackets among others.
func (s *search) enumerated(m mark) bool {
	line := int(s.words[m.first].line)
	at := int(s.words[m.first].from)
	text := s.lines[line][max(0, at-widest):at]
	for ; ; line-- {
		if i := strings.LastIndexAny(text, "()"); i >= 0 {
			if text[i] == ')' {
				return false
			}
			break
		}
		if line == s.at.from {
			return false
		}
		text = s.lines[line-1][max(0, len(s.lines[line-1])-widest):]
	}
	from, to := s.starts[s.at.from], s.starts[s.at.to]
	return m.first > from && s.parted(m.first) || m.last+1 < to && s.parted(m.last+1)
}

// parted reports whether a sign parts word i from the one before it as the items of a list are.
func (s *search) parted(i int) bool {
	before, w := s.words[i-1], s.words[i]
	return w.line == before.line && strings.ContainsAny(s.lines[w.line][before.to:w.from], ",/|·;")
}
