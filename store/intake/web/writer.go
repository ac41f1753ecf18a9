package web

import (
	"strings"
)

// writer lays words out in lines as blocks follow one another.
type writer struct {
	page  *page
	lines []string
	line  strings.Builder
	space bool   // white space stands before the next word
	apart bool   // an empty line stands before the next one
	mark  string // what the next line begins with: a bullet, a heading's mark
	depth int    // of lists
}

// words adds text in which white space is folded, as browsers do.
func (w *writer) words(s string) error {
	if w.page.left -= len(s); w.page.left < 0 {
		return errTooLong
	}
	for len(s) > 0 {
		n := strings.IndexAny(s, " \t\n\r\f")
		if n < 0 {
			n = len(s)
		}
		if n > 0 {
			w.word(s[:n])
			s = s[n:]
			continue
		}
		w.space = w.space || w.line.Len() > 0
		s = s[1:]
	}
	return nil
}

func (w *writer) word(s string) {
	if w.line.Len() == 0 {
		if w.apart && len(w.lines) > 0 {
			w.lines = append(w.lines, "")
		}
		w.apart = false
		w.line.WriteString(w.mark)
		w.mark = ""
	} else if w.space {
		w.line.WriteByte(' ')
	}
	w.space = false
	w.line.WriteString(s)
}

// end ends the line, if it has begun.
func (w *writer) end() {
	if w.line.Len() > 0 {
		w.lines = append(w.lines, strings.TrimRight(w.line.String(), " \t"))
		w.line.Reset()
	}
	w.space = false
}

// gap ends the line and puts an empty one before the next.
func (w *writer) gap() {
	w.end()
	w.apart = true
}

// plain adds text whose lines and spaces stay as they are.
func (w *writer) plain(s string) error {
	if w.page.left -= len(s); w.page.left < 0 {
		return errTooLong
	}
	for i, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			if w.line.Len() > 0 {
				w.end()
			} else if len(w.lines) > 0 {
				w.apart = true
			}
		}
		if line != "" && (w.line.Len() > 0 || strings.TrimSpace(line) != "") {
			w.word(line)
		}
	}
	return nil
}

// take adds lines that another writer laid out.
func (w *writer) take(lines []string) {
	w.end()
	for _, line := range lines {
		if line == "" {
			w.apart = true
			continue
		}
		w.word(line)
		w.end()
	}
}

// String is all lines.
func (w *writer) String() string {
	w.end()
	return strings.Join(w.lines, "\n")
}
