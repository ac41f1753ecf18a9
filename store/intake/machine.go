package intake

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How far what addresses a machine reaches.
const (
	farthestAsk = 200 // squashed bytes behind an address in which it asks for something
	mostBefore  = 3   // lines up to the beginning of its sentence
	mostLines   = 12  // of it in all
	mostWords   = 60  // of its sentence that are looked at for quotation marks and reports
	mostBehind  = 300 // bytes of a line behind a quotation
	mostTries   = 20  // places in a line that are looked at closely
)

// machineLines is the numbers, from 0, of the lines that address a machine that reads the application rather than a person:
// commands to forget instructions, verdicts to be given, notes to language models, the marks of their conversations, each with
// the lines of its sentence. The words are those of machine.txt. A line that only speaks about such words is not one.
func machineLines(lines []string) []int {
	v := machineWords()
	s := squash(lines)
	mine := make([]bool, len(lines))
	tries := make([]uint8, len(lines))
	any := false
	for w := range s.words {
		v.begins(s, int(s.words[w].at), func(r rule, end int) {
			if n := s.words[w].line; mine[n] || tries[n] == mostTries {
				return
			} else {
				tries[n]++
			}
			if m := (speech{v: &v, lines: lines, s: s, word: w, end: end}); m.addresses(r) {
				m.spread(mine)
				any = true
			}
		})
	}
	for n, line := range lines {
		if v.marked(line) {
			(speech{v: &v, lines: lines, s: s}).mark(mine, n)
			any = true
		}
	}
	if !any {
		return nil
	}
	var out []int
	for n, is := range mine {
		if is && strings.TrimSpace(lines[n]) != "" {
			out = append(out, n)
		}
	}
	return out
}

// speech is words of a text that a rule holds for.
type speech struct {
	v     *vocabulary
	lines []string
	s     squashed
	word  int // the first
	end   int // of the last, in the squashed text
}

// addresses reports whether the words are said to a machine where they stand, as the manner of their rule demands.
func (m speech) addresses(r rule) bool {
	if m.s.oneOf(m.end, m.v.not) || m.reported() || !m.opens() {
		return false
	}
	switch r.manner {
	case "address":
		return m.asks()
	case "heading":
		_, behind := m.behind()
		return (behind == 0 || strings.ContainsRune(":：,，;-–—.!！、", behind)) && m.asks()
	}
	return true
}

// opens reports whether the words begin a line, a sentence or a clause.
func (m speech) opens() bool {
	p := m.s.words[m.word]
	if p.at == 0 || m.s.text[p.at-1] == 0 {
		return true
	}
	before := strings.TrimRightFunc(m.lines[p.line][:p.from], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'“”‘’«»„*_#>•·`, r)
	})
	if before == "" {
		return !m.continues(int(p.line)) || m.follows()
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(m.lines[p.line][p.from:])
	return !unicode.IsLetter(last) && !unicode.IsDigit(last) || unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana) || m.follows()
}

// continues reports whether a line goes on with the sentence of the one before.
func (m speech) continues(n int) bool {
	if n == 0 {
		return false
	}
	before := strings.TrimSpace(m.lines[n-1])
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(m.lines[n]))
	return before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?:") && unicode.IsLower(first)
}

// follows reports whether the words stand behind a word after which a command is still one.
func (m speech) follows() bool {
	at := int(m.s.words[m.word].at)
	for _, t := range m.v.before {
		if from := at - len(t.text); from >= 0 && m.s.first[from] && bytes.Equal(m.s.text[from:at], []byte(t.text)) {
			return true
		}
	}
	return false
}

// sentence is the words of the sentence before, as far as a line and those that it continues reach: the first of them.
func (m speech) sentence() int {
	line := int(m.s.words[m.word].line)
	for n := 0; n < mostBefore && m.continues(line); n++ {
		line--
	}
	w := m.word
	for w > 0 && m.word-w < mostWords && int(m.s.words[w-1].line) >= line && !bytes.Contains(m.s.text[m.s.words[w-1].at:m.s.words[w].at], []byte{0}) {
		w--
	}
	return w
}

// reported reports whether the words are somebody's report: between quotation marks with other words around, or in a sentence
// that speaks of such words.
func (m speech) reported() bool {
	first := m.sentence()
	for w := first; w < m.word; w++ {
		if m.s.oneOf(int(m.s.words[w].at), m.v.reported) {
			return true
		}
	}
	p := m.s.words[m.word]
	start := m.s.words[first]
	lead := m.lines[p.line][:p.from]
	if start.line < p.line {
		lead = m.lines[start.line][start.from:] + " " + lead
	} else {
		lead = lead[start.from:]
		if before := strings.TrimSpace(m.lines[p.line][:start.from]); before != "" {
			_, size := utf8.DecodeLastRuneInString(before)
			lead = before[len(before)-size:] + lead
		}
	}
	if !quotes(lead) {
		return false
	}
	return m.word-first >= 2 || m.wordsBehindQuote() >= 2
}

// quotes reports whether a quotation begins in a text and does not end in it.
func quotes(s string) bool {
	open := false
	for i, r := range s {
		switch r {
		case '"', '`':
			open = !open
		case '“', '«', '„', '「', '『', '‘', '‹':
			open = true
		case '”', '»', '」', '』', '›':
			open = false
		case '\'', '’': // an apostrophe, unless it has no letter before it
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			open = open || i == 0 || !unicode.IsLetter(before)
		}
	}
	return open
}

// wordsBehindQuote is how many words follow in the line behind the quotation mark that ends the quotation.
func (m speech) wordsBehindQuote() int {
	last, _ := m.behind()
	p := m.s.words[last]
	rest := m.lines[p.line][p.to:]
	rest = rest[:min(len(rest), mostBehind)]
	if at := strings.IndexAny(rest, "\"'”’»」』`"); at >= 0 {
		return len(strings.Fields(strings.Trim(rest[at:], "\"'”’»」』`.,;:!?")))
	}
	return 0
}

// behind is the last of the words, and the sign right behind it: 0 at the end of the line.
func (m speech) behind() (last int, sign rune) {
	last = sort.Search(len(m.s.words), func(w int) bool { return int(m.s.words[w].at) >= m.end }) - 1
	p := m.s.words[last]
	for _, r := range m.lines[p.line][p.to:] {
		if !unicode.IsSpace(r) && !strings.ContainsRune(`"'*_)]`, r) {
			return last, r
		}
	}
	return last, 0
}

// asks reports whether something is asked for behind the words.
func (m speech) asks() bool {
	last, _ := m.behind()
	for w := last + 1; w < len(m.s.words) && int(m.s.words[w].at) < m.end+farthestAsk; w++ {
		if m.s.words[w].line > m.s.words[last].line+2 {
			break
		}
		if m.s.oneOf(int(m.s.words[w].at), m.v.asks) {
			return true
		}
	}
	return false
}

// spread marks the lines of the sentence that the words stand in, and those behind it that go on asking.
func (m speech) spread(mine []bool) {
	from := int(m.s.words[m.word].line)
	for n := 0; n < mostBefore && m.continues(from); n++ {
		from--
	}
	last, _ := m.behind()
	to := int(m.s.words[last].line)
	for to+1 < len(m.lines) && to-from+1 < mostLines && m.goesOn(to+1) {
		to++
	}
	for n := from; n <= to; n++ {
		mine[n] = true
	}
}

// goesOn reports whether a line behind what addresses a machine belongs to it: it continues its sentence, or asks for something itself
// in the same paragraph.
func (m speech) goesOn(n int) bool {
	line := strings.TrimSpace(m.lines[n])
	if line == "" || m.s.line(n) >= len(m.s.words) {
		return false
	}
	if m.continues(n) {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false // a bullet
	}
	for w := m.s.line(n); w < len(m.s.words) && int(m.s.words[w].line) == n; w++ {
		if m.s.oneOf(int(m.s.words[w].at), m.v.asks) {
			return true
		}
	}
	return false
}

// line is the first word of a line or of one behind it.
func (s squashed) line(n int) int {
	return sort.Search(len(s.words), func(w int) bool { return int(s.words[w].line) >= n })
}

// marked reports whether a line begins with a sign that parts the turns of a conversation with a language model. A line that
// names such a sign, as "[INST] tokens", does not.
func (v *vocabulary) marked(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || line[0] != '[' && line[0] != '<' && line[0] != '#' {
		return false
	}
	lower := strings.ToLower(line[:min(len(line), 64)])
	for _, mark := range v.marks {
		if rest, ok := strings.CutPrefix(lower, mark); ok {
			if mark == "<|" { // of any name
				_, rest, _ = strings.Cut(rest, "|>")
			}
			word, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			switch strings.Trim(word, ",.;:/") {
			case "token", "tokens", "template", "templates", "tag", "tags", "format", "formats", "marker", "markers", "and", "or", "style", "prompt", "prompts":
				return false
			}
			return !strings.HasPrefix(rest, ",") && !strings.HasPrefix(rest, "`")
		}
	}
	return false
}

// mark marks a line that begins a turn of a conversation, and its paragraph.
func (m speech) mark(mine []bool, n int) {
	for to := n; to < len(m.lines) && to < n+mostLines && strings.TrimSpace(m.lines[to]) != ""; to++ {
		mine[to] = true
	}
}
