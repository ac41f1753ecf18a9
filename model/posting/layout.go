package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
	"candid/model/wording"
)

// plainLayout finds the headings that a paragraph holds without Markdown's marks: lines that are known headings,
// "Requirements: this; that", and the words that lead on to a list.
func plainLayout(blocks []block) []block {
	var out []block
	keyed := false
	for i, b := range blocks {
		keyed = keyed && b.kind != heading
		if b.kind != paragraph || b.link {
			out = append(out, b)
			continue
		}
		l := layout{keyed: keyed, alone: len(b.lines) == 1 && i+1 < len(blocks) && isProse(blocks[i+1])}
		if i+1 < len(blocks) && blocks[i+1].kind == item {
			b = l.takeIntro(b)
		}
		b.lines = runIn(b.lines)
		for i, line := range b.lines {
			if line.text != "" {
				l.line(line, i == 0 && len(b.lines) > 1 && isSentence(b.lines[1].text))
			}
		}
		for i, b := range l.out {
			if b.text == "" {
				l.out[i].text = joined(b.lines)
			}
		}
		keyed = l.keyed
		out = append(append(out, l.out...), l.intro...)
	}
	return out
}

// layout takes one paragraph apart.
type layout struct {
	keyed bool    // a line before was a key that names a section, and its value
	alone bool    // the paragraph is one line that stands above prose
	out   []block // those with lines have no text yet
	intro []block // the heading made of its last words
}

// runIn parts the lines inside which a sentence begins with the name of a section and a colon.
func runIn(lines []line) []line {
	var out []line
	for _, l := range lines {
		if strings.Count(l.text, ":") == 0 || !strings.ContainsAny(l.text, ".!?") {
			out = append(out, l)
			continue
		}
		var text []string
		for i, s := range wording.Sentences(l.text) {
			key, value, ok := strings.Cut(s, ":")
			if i > 0 && ok && strings.TrimSpace(value) != "" && exactSense(key) != unknown {
				out = append(out, line{text: strings.Join(text, " "), at: l.at, bold: l.bold, lead: l.lead})
				text = nil
			}
			text = append(text, s)
		}
		out = append(out, line{text: strings.Join(text, " "), at: l.at, bold: l.bold, lead: l.lead && len(out) == 0})
	}
	return out
}

// isKeyBeside reports whether the words before a colon are a key, when keys stand above them.
func isKeyBeside(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return wordCount(s) <= 3 && utf8.RuneCountInString(s) <= 30 && !unicode.IsLower(first)
}

// introWords is the most words that lead on to a list.
const introWords = 30

// takeIntro takes the last sentence off a paragraph before a list, if it ends with a colon: it heads the list. It may be
// wrapped: lines that begin in lower case go on with the one before.
func (l *layout) takeIntro(b block) block {
	if len(b.lines) == 0 {
		return b
	}
	n := len(b.lines) - 1
	text := b.lines[n].text
	for n > 0 && beginsLower(b.lines[n].text) {
		n--
		text = b.lines[n].text + " " + text
	}
	last := b.lines[n]
	all := wording.Sentences(text)
	if len(all) == 0 {
		return b // a line of tags alone
	}
	intro := all[len(all)-1]
	if !endsLead(intro) || wordCount(intro) > introWords || n == 0 && len(all) == 1 && wordCount(intro) <= 4 || len(all) == 1 && exactSense(intro) != unknown {
		return b
	}
	l.intro = []block{{kind: heading, level: introLevel, text: intro, first: last.at, end: b.end}}
	b.lines = b.lines[:n:n]
	if len(all) > 1 {
		last.text = strings.TrimSpace(strings.TrimSuffix(text, intro))
		b.lines = append(b.lines, last)
	}
	return b
}

// endsLead reports whether words end like those that lead on to a list.
func endsLead(s string) bool {
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") || strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

func beginsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// line takes the next line, of which the caller says whether it stands at the paragraph's top, above a sentence.
func (l *layout) line(x line, top bool) {
	key, value, isKey := strings.Cut(x.text, ":")
	value = strings.TrimSpace(value)
	at := block{first: x.at, end: x.at + 1}
	head, body := at, at
	head.kind, head.level = heading, plainLevel
	switch {
	case isHeadingLine(x, l.alone), top && headsSentence(x.text):
		head.text, l.keyed = x.text, false
		if x.bold {
			head.level = boldLevel
		}
		l.out = append(l.out, head)
	case isKey && value != "" && !l.marks(key) && (exactSense(key) != unknown || l.keyed && isKeyBeside(key)):
		l.keyed = true
		head.text = key + ":"
		body.lines = []line{{text: value, at: x.at}}
		l.out = append(l.out, head, body)
	case len(l.out) > 0 && l.out[len(l.out)-1].kind != heading:
		b := &l.out[len(l.out)-1]
		b.lines, b.end = append(b.lines, x), x.at+1
	default:
		at.lines = []line{x}
		l.out = append(l.out, at)
	}
}

// marks reports whether a key before a line's words says that this line, among others without one, is welcome and not asked.
func (l *layout) marks(key string) bool {
	return !l.keyed && len(l.out) > 0 && l.out[len(l.out)-1].kind != heading && exactSense(key) == asksNice
}

// isHeadingLine reports whether a line with no mark of its own reads as a heading: it is all bold, or a name of a section, or
// is short, ends with a colon, or, alone, stands above prose.
func isHeadingLine(l line, aboveProse bool) bool {
	if !short(l.text) || strings.ContainsAny(l.text, "|") {
		return false
	}
	if _, value, ok := field(l.text); ok {
		return value == "" && exactSense(l.text) != unknown
	}
	switch {
	case l.bold, exactSense(l.text) != unknown:
		return true
	case strings.HasSuffix(l.text, ":"):
		return wordCount(l.text) <= 8 || wordCount(l.text) <= introWords/2 && senseOf(l.text) != unknown
	case asking.MatchString(l.text):
		return wordCount(l.text) <= 6
	case aboveProse:
		r, _ := utf8.DecodeRuneInString(l.text)
		return unicode.IsUpper(r) && wordCount(l.text) <= 4
	default:
		return false
	}
}

// isSentence reports whether a line reads like running text.
func isSentence(s string) bool {
	return wordCount(s) >= 6 && strings.ContainsAny(s, ".!?,")
}

// headsSentence reports whether a line above a sentence heads it: few words in capitals, one of which speaks of sections.
func headsSentence(s string) bool {
	const words = 3
	return short(s) && wordCount(s) <= words && senseOf(s) != unknown && !strings.ContainsAny(s, ".:,") &&
		!slices.ContainsFunc(strings.Fields(s), beginsLower)
}

// asking matches a heading that is worded as a question.
var asking = pattern.New(`^(?:What|Who|Where|Why|How)(?:['’]s)? `)

// short reports whether s could be a heading by its length and end.
func short(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 80 && (!strings.HasSuffix(s, ".") || strings.HasSuffix(s, "...")) && !strings.HasSuffix(s, ";") && !strings.HasSuffix(s, ",")
}

func wordCount(s string) int { return len(strings.Fields(s)) }

// isProse reports whether the block is running text.
func isProse(b block) bool {
	return b.kind == paragraph && wordCount(b.text) >= 12 && strings.ContainsAny(b.text[len(b.text)-1:], ".!?")
}

// headsList reports whether the words of a list item are a heading over the list inside it, and not an item with examples: they
// name a section, and plainly where the heading above the list asks already.
func headsList(s string, above sense) bool {
	m := meaningOf(s)
	return m.exact && m.sense != unknown && (above != asks && above != asksNice || !m.weak && !m.seeks)
}
