package evidence

import (
	"strings"

	"candid/model"
	"candid/model/outline"
)

// word is one word of a document.
type word struct {
	line     int32
	from, to int32 // bytes of the line
	id       int32 // the number of its stem; 0 when nothing that is asked for has it
	joined   int32 // the number of it and the next one written as one
	hash     uint64
	own      bool // it is part of the posting's own words, pasted back
	address  bool // it is part of a link or a mail address
}

// document is a document made ready to be searched.
type document struct {
	lines   []string
	outline outline.Outline
	present outline.Month
	words   []word
	starts  []int // by line: its first word; one more for the end
}

// read makes the lines of document d ready, without those that nobody sees on its pages.
func (f Finder) read(d model.Document, lines []string) document {
	lines, d.Aside = lines[:max(0, len(lines)-max(0, d.Aside))], 0
	present := outline.MonthOf(d.Sent)
	if d.Sent == 0 {
		present = outline.MonthOf(d.Added)
	}
	x := document{lines: lines, outline: outline.Read(d, lines, present), present: present, starts: make([]int, 1, len(lines)+1)}
	x.words = make([]word, 0, 10*len(lines))
	var sc scanner
	var buf []byte
	for n, line := range lines {
		skip := addresses(line)
		first := len(x.words)
		sc.text, sc.at = line, 0
		for sc.next() {
			w := word{line: int32(n), from: int32(sc.from), to: int32(sc.to), id: f.ids[string(sc.stem)], hash: hashWord(sc.stem)}
			for len(skip) > 0 && skip[0][1] <= sc.from {
				skip = skip[1:]
			}
			w.address = len(skip) > 0 && skip[0][0] <= sc.from
			if last := len(x.words) - 1; sc.glued && last >= first {
				l := &x.words[last]
				buf = joined(buf, line[l.from:l.to], line[w.from:w.to])
				l.joined = f.ids[string(buf)]
			}
			x.words = append(x.words, w)
		}
		x.starts = append(x.starts, len(x.words))
	}
	f.posting.mark(x.words, x.text)
	return x
}

// joined is the stem of two words written as one: "micro-services".
func joined(buf []byte, a, b string) []byte {
	buf = append(append(buf[:0], a...), b...)
	for i, c := range buf {
		if 'A' <= c && c <= 'Z' {
			buf[i] = c + 'a' - 'A'
		}
	}
	return stem(buf)
}

// text is a word as its line has it.
func (x *document) text(w word) string { return x.lines[w.line][w.from:w.to] }

// span is the words from one to another of the same line, as the line has them; "" when they are of different lines.
func (x *document) span(a, b word) string {
	if a.line != b.line {
		return ""
	}
	return x.lines[a.line][a.from:b.to]
}

// statement is some lines that say one thing.
type statement struct {
	from, to int // lines
	kind     outline.Kind
	section  outline.Section
	post     int
	heading  int // the line of the last heading above it; 0 for none, and for the name that a document begins with
}

// statements calls yield for each statement that can be evidence: no heading, nothing blank, no contacts.
func (x *document) statements(yield func(s statement) bool) {
	named, heading := false, 0
	for n := 0; n < len(x.lines); {
		l := x.outline.Lines[n]
		s := statement{n, n + 1, l.Kind, l.Section, l.Post, heading}
		for s.to < len(x.lines) && s.to < l.To && x.outline.Lines[s.to].Kind == l.Kind {
			s.to++
		}
		n = s.to
		switch l.Kind {
		case outline.Heading:
			if named {
				heading = n - 1
			}
			named = true
		case outline.Blank, outline.Contact:
		default:
			if !yield(s) {
				return
			}
		}
	}
}

// addresses is where links and mail addresses stand in a line, as pairs of bytes.
func addresses(line string) [][]int {
	for _, sign := range [...]string{"@", "://", "www.", ".com/", ".org/"} {
		if strings.Contains(line, sign) {
			return address.FindAllStringIndex(line, -1)
		}
	}
	return nil
}
