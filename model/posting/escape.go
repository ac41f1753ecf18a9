package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
	"candid/model/wording"
)

// stretch is a piece of a line.
type stretch struct {
	text string
	bold bool
}

// inlineLine is the Markdown of a line of runs.
func inlineLine(runs []stretch) string {
	runs = merged(merged(runs))
	var b strings.Builder
	for i, r := range runs {
		text := r.text
		if !r.bold {
			b.WriteString(escaped(text))
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(b.String())
		after := utf8.RuneError
		if i+1 < len(runs) {
			after, _ = utf8.DecodeRuneInString(runs[i+1].text)
		}
		head, core, tail := boldCore(text, wording.Wordy(before), wording.Wordy(after))
		b.WriteString(escaped(head))
		if core != "" {
			b.WriteString("**" + escaped(core) + "**")
		}
		b.WriteString(escaped(tail))
	}
	return escapedStart(strings.TrimSpace(b.String()))
}

// merged joins neighbours that are bold alike; what has no letter need not be bold.
func merged(runs []stretch) []stretch {
	var out []stretch
	for _, r := range runs {
		if strings.IndexFunc(r.text, wording.Wordy) < 0 && len(out) > 0 {
			r.bold = out[len(out)-1].bold
		}
		if len(out) > 0 && out[len(out)-1].bold == r.bold {
			out[len(out)-1].text += r.text
			continue
		}
		out = append(out, r)
	}
	for i := 1; i < len(out); i++ {
		joinWord(&out[i-1], &out[i])
	}
	return slices.DeleteFunc(out, func(r stretch) bool { return r.text == "" })
}

// joinWord gives a word that is bold in part to the side that has more of it: nobody means half a word.
func joinWord(a, b *stretch) {
	tail := a.text[len(strings.TrimRightFunc(a.text, spelt)):]
	head := b.text[:len(b.text)-len(strings.TrimLeftFunc(b.text, spelt))]
	switch {
	case tail == "" || head == "":
	case len(tail) >= len(head):
		a.text, b.text = a.text+head, b.text[len(head):]
	default:
		a.text, b.text = a.text[:len(a.text)-len(tail)], tail+b.text
	}
}

// spelt reports whether r is a letter of a script that has spaces between its words.
func spelt(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// boldCore parts bold text into what may stand between Markdown's marks and what may not: space at its ends, and, where a word
// stands right beside, punctuation, with which the marks would not be taken for any.
func boldCore(text string, wordBefore, wordAfter bool) (head, core, tail string) {
	rest := strings.TrimLeftFunc(text, unicode.IsSpace)
	core = strings.TrimRightFunc(rest, unicode.IsSpace)
	notWordy := func(r rune) bool { return !wording.Wordy(r) }
	if wordAfter && core == rest {
		core = strings.TrimRightFunc(core, notWordy)
	}
	tail = rest[len(core):]
	if wordBefore && rest == text {
		core = strings.TrimLeftFunc(core, notWordy)
		rest = text[len(text)-len(tail)-len(core):]
	}
	if strings.IndexFunc(core, wording.Wordy) < 0 {
		return text, "", ""
	}
	return text[:len(text)-len(rest)], core, tail
}

var (
	tagLike    = pattern.New(`<([A-Za-z/!?])`)
	entityLike = pattern.New(`&(#[0-9]|#[xX][0-9a-fA-F]|[A-Za-z][A-Za-z0-9]*;)`)
	slashLike  = pattern.New("\\\\([!-/:-@\\[-`{-~]|$)")
	starPair   = pattern.New(`\*[^*]+\*`)
	underPair  = pattern.New(`(^|[^\pL\pN])(_+[^_]+_+)`)
	ruleLine   = pattern.New(`^(?:[-=_*~:|] ?)+$`)
	headMark   = pattern.New(`^(?:#{1,6}(?:\s|$)|>|~~~)`)
)

// escaped is text in which Markdown finds no mark of its own.
func escaped(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = slashLike.ReplaceAllString(s, `\\$1`)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = tagLike.ReplaceAllString(s, `\<$1`)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = entityLike.ReplaceAllString(s, `\&$1`)
	}
	if starPair.MatchString(s) {
		s = strings.ReplaceAll(s, "*", `\*`)
	}
	if strings.IndexByte(s, '_') >= 0 && underPair.MatchString(s) {
		s = underPair.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, "_", `\_`) })
	}
	if strings.Count(s, "`") > 1 {
		s = strings.ReplaceAll(s, "`", "\\`")
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "](", `]\(`), "][", `]\[`)
}

// escapedStart is a line that begins no block which its author did not mean. A bullet or a number was meant.
func escapedStart(s string) string {
	if s == "" || headMark.MatchString(s) || ruleLine.MatchString(s) {
		if s == "" {
			return s
		}
		return `\` + s
	}
	return s
}
