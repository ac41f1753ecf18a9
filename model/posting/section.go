package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
	"candid/model/pattern"
)

// want is one thing that a posting asks for.
type want struct {
	text       string
	priority   model.Priority
	first, end int // lines of the posting
}

// section is what stands under one heading.
type section struct {
	sense  sense
	blocks []block
}

// asked is what the blocks ask for, in their order, nothing twice.
func asked(blocks []block) []want {
	parts := sections(blocks)
	all := gather(parts, asks, asksNice)
	if slices.ContainsFunc(all, func(w want) bool { return w.priority == model.Must }) {
		return all
	}
	return gather(parts, asks, asksNice, wishes)
}

// gather is what the sections of these senses ask for.
func gather(parts []section, senses ...sense) []want {
	var all []want
	seen := map[string]bool{}
	for _, s := range parts {
		if !slices.Contains(senses, s.sense) {
			continue
		}
		for _, w := range s.wants() {
			key := plainKey(w.text)
			if seen[key] || strings.IndexFunc(key, wordy) < 0 {
				continue
			}
			seen[key] = true
			if s.sense == asksNice || marksNice(w.text) {
				w.priority = model.Nice
			}
			all = append(all, w)
		}
	}
	return all
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// sections parts the blocks by their headings. A heading that says nothing stands for what the one above it says, so a list of
// "Tools" inside "Requirements" is required; and the words that lead on to a list do not make requirements of what stands under
// another heading.
func sections(blocks []block) []section {
	type open struct {
		level int
		sense sense
	}
	var stack []open
	parts := []section{{}}
	for _, b := range blocks {
		if b.kind != heading {
			p := &parts[len(parts)-1]
			p.blocks = append(p.blocks, b)
			continue
		}
		for len(stack) > 0 && stack[len(stack)-1].level >= b.level {
			stack = stack[:len(stack)-1]
		}
		s := senseOf(b.text)
		if len(stack) > 0 {
			around := stack[len(stack)-1].sense
			if s == unknown || b.level == introLevel && around != unknown && s != asksNice {
				s = around
			}
		}
		stack = append(stack, open{b.level, s})
		parts = append(parts, section{sense: s})
	}
	return parts
}

// wants is what the section asks for: its list items; where it has none, its paragraphs.
func (s section) wants() []want {
	var all []want
	for _, b := range s.blocks {
		if b.kind == item {
			all = append(all, want{text: b.text, first: b.first, end: b.end})
		}
	}
	if len(all) > 0 {
		return all
	}
	for _, b := range s.blocks {
		switch {
		case lineByLine(b.lines):
			for _, l := range b.lines {
				all = append(all, want{text: l.text, first: l.at, end: l.at + 1})
			}
		case strings.Count(b.text, ";") >= 2:
			all = append(all, run(b)...)
		default:
			for _, text := range sentences(b.text) {
				all = append(all, want{text: text, first: b.first, end: b.end})
			}
		}
	}
	return all
}

// run is a paragraph that parts what it asks for by semicolons. Sentences after the last of them count where they ask.
func run(b block) []want {
	var all []want
	parts := strings.Split(b.text, ";")
	rest := sentences(parts[len(parts)-1])
	for i, p := range append(parts[:len(parts)-1:len(parts)-1], rest...) {
		p = strings.TrimSpace(p)
		if p != "" && (i < len(parts) || requires.MatchString(p) || marksNice(p)) {
			all = append(all, want{text: p, first: b.first, end: b.end})
		}
	}
	return all
}

var requires = pattern.New(`(?i)\b(required|essential|must|necessary|mandatory)\b`)

var (
	niceAtEnd = pattern.New(`(?i)(\b(a|big|huge|strong|definite) (plus|bonus)|\bnice[- ]to[- ]have|\bis (an advantage|preferred|desired|desirable|optional|beneficial)|\b(appreciated )?but not required|` +
		`\bnot a requirement|\((preferred|optional|desired|desirable|bonus|a plus|plus)\))[.!)\s]*$`)
	niceAtStart = pattern.New(`(?i)^(preferably|ideally|bonus|nice[- ]to[- ]have|optional|optionally|desirable)\b`)
	niceNot     = pattern.New(`(?i)\b(appreciated but not required|(advantage|plus|bonus),? not (a )?requirement)\b`)
)

// marksNice reports whether the words of an item themselves say that it is not a must.
func marksNice(s string) bool {
	if len(s) > utf8.UTFMax*MaxText {
		return false // no requirement is that long
	}
	return niceAtEnd.MatchString(s[max(0, len(s)-60):]) || niceAtStart.MatchString(s) || niceNot.MatchString(s)
}

// lineByLine reports whether the lines of a paragraph are things of their own and not one text that was wrapped: each begins
// like a sentence, and none ends in the middle of one.
func lineByLine(lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	for i, l := range lines {
		r, _ := utf8.DecodeRuneInString(l.text)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Lo, r) {
			return false
		}
		if i < len(lines)-1 && strings.HasSuffix(l.text, ",") {
			return false
		}
	}
	return true
}
