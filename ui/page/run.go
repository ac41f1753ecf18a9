package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// run is a stretch of a document's line as it is shown, which knows of each byte where in the line it came from.
type run struct {
	text string
	at   []int // of each byte; nil: base and the byte's own place
	base int
}

// source is the byte of the document's line that byte i of the run came from.
func (r run) source(i int) int {
	if r.at == nil {
		return r.base + i
	}
	return r.at[i]
}

// cut is bytes from to to of the run.
func (r run) cut(from, to int) run {
	if r.at != nil {
		return run{text: r.text[from:to], at: r.at[from:to]}
	}
	return run{text: r.text[from:to], base: r.base + from}
}

// builder puts a run together from pieces of another.
type builder struct {
	from run
	text strings.Builder
	at   []int
}

func (b *builder) keep(from, to int) {
	b.text.WriteString(b.from.text[from:to])
	for i := from; i < to; i++ {
		b.at = append(b.at, b.from.source(i))
	}
}

// put adds what came from byte i of the line.
func (b *builder) put(s string, i int) {
	b.text.WriteString(s)
	for range len(s) {
		b.at = append(b.at, i)
	}
}

func (b *builder) run() run { return run{text: b.text.String(), at: b.at} }

// untab puts blanks in the place of tabs: at least three, so that what is parted by them stays apart.
func untab(r run) run {
	if !strings.Contains(r.text, "\t") {
		return r
	}
	b := builder{from: r}
	for i := 0; i < len(r.text); i++ {
		if r.text[i] != '\t' {
			b.keep(i, i+1)
			continue
		}
		b.put("   ", r.source(i))
	}
	return b.run()
}

// marks is what Markdown puts around words, longest first.
var marks = [...]string{"**", "__", "*", "_", "`"}

// unmark reduces Markdown's emphasis, code and links to their text.
func unmark(r run) run {
	if !strings.ContainsAny(r.text, "*_`[") {
		return r
	}
	b := builder{from: r}
	unmarkInto(&b, 0, len(r.text))
	return b.run()
}

func unmarkInto(b *builder, from, to int) {
	s := b.from.text[:to]
	for from < to {
		if inner, end, n := marked(s, from); n > 0 {
			unmarkInto(b, from+n, inner)
			from = end
			continue
		}
		if inner, end := linked(s, from); end > 0 {
			unmarkInto(b, from+1, inner)
			from = end
			continue
		}
		b.keep(from, from+1)
		from++
	}
}

// reach is how many bytes further the end of emphasis or of a link is looked for: whoever writes a line without end must not
// hold the program up.
const reach = 400

// marked finds marks of n bytes that open at i and close at inner; end is the byte after them. n is 0 when none do.
func marked(s string, i int) (inner, end, n int) {
	if before, _ := utf8.DecodeLastRuneInString(s[:i]); i > 0 && wordly(before) {
		return 0, 0, 0
	}
	for _, m := range marks {
		rest, ok := strings.CutPrefix(s[i:], m)
		if !ok || rest == "" || rest[0] == ' ' || rest[0] == m[0] {
			continue
		}
		for at := 0; ; {
			found := strings.Index(rest[at+1:min(len(rest), max(at+1, reach))], m)
			if found < 0 {
				break
			}
			at += 1 + found
			after, _ := utf8.DecodeRuneInString(rest[at+len(m):])
			if rest[at-1] == ' ' || at+len(m) < len(rest) && (wordly(after) || after == rune(m[0])) {
				continue
			}
			inner = i + len(m) + at
			return inner, inner + len(m), len(m)
		}
	}
	return 0, 0, 0
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// linked finds a link that begins at i: its text ends at inner, all of it before end. end is 0 when there is none.
func linked(s string, i int) (inner, end int) {
	if s[i] != '[' {
		return 0, 0
	}
	inner = strings.Index(s[i:min(len(s), i+reach)], "](")
	if inner < 0 {
		return 0, 0
	}
	inner += i
	shut := strings.IndexByte(s[inner:min(len(s), inner+reach)], ')')
	if shut < 0 {
		return 0, 0
	}
	return inner, inner + shut + 1
}
