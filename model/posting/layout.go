package posting

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainLayout finds the headings and items that a paragraph holds without Markdown's marks: lines that are known headings, lines
// with a bullet that Markdown does not know, and "Requirements: this; that".
func plainLayout(blocks []block) []block {
	var out []block
	for i, b := range blocks {
		if b.kind != paragraph {
			out = append(out, b)
			continue
		}
		beforeItems := i+1 < len(blocks) && blocks[i+1].kind == item
		beforeProse := i+1 < len(blocks) && isProse(blocks[i+1])
		out = append(out, layParagraph(b, beforeItems, beforeProse)...)
	}
	return out
}

func layParagraph(b block, beforeItems, beforeProse bool) []block {
	var out []block
	open := false // whether a line may go on with the block before it
	for i, l := range b.lines {
		if l.text == "" {
			continue
		}
		last := i == len(b.lines)-1
		bullet, rest := cutBullet(l.text)
		key, value, isKey := strings.Cut(l.text, ":")
		value = strings.TrimSpace(value)
		switch {
		case bullet:
			out = append(out, block{kind: item, depth: 1, text: rest, first: l.at, end: l.at + 1})
			open = true
		case isHeadingLine(l, len(b.lines) == 1 && beforeProse), last && beforeItems && strings.HasSuffix(l.text, ":") && wordCount(l.text) <= 12:
			out = append(out, block{kind: heading, level: plainLevel, text: l.text, first: l.at, end: l.at + 1})
			open = false
		case isKey && value != "" && exactSense(key) != unknown:
			out = append(out, block{kind: heading, level: plainLevel, text: key + ":", first: l.at, end: l.at + 1},
				block{text: value, lines: []line{{text: value, at: l.at}}, first: l.at, end: l.at + 1})
			open = true
		case open && (out[len(out)-1].kind == item || out[len(out)-1].kind == paragraph):
			p := &out[len(out)-1]
			p.text += " " + l.text
			p.end = l.at + 1
			if p.kind == paragraph {
				p.lines = append(p.lines, l)
			}
		default:
			out = append(out, block{text: l.text, lines: []line{l}, first: l.at, end: l.at + 1})
			open = true
		}
	}
	return out
}

// isHeadingLine reports whether a line with no mark of its own reads as a heading: it is all bold, or a name of a section, or
// is short, ends with a colon, or, alone, stands above prose.
func isHeadingLine(l line, aboveProse bool) bool {
	if !short(l.text) || strings.ContainsAny(l.text, "|") {
		return false
	}
	if _, _, ok := field(l.text); ok {
		return false
	}
	switch {
	case l.bold, exactSense(l.text) != unknown:
		return true
	case strings.HasSuffix(l.text, ":"):
		return wordCount(l.text) <= 8
	case aboveProse:
		r, _ := utf8.DecodeRuneInString(l.text)
		return unicode.IsUpper(r) && wordCount(l.text) <= 4
	default:
		return false
	}
}

// short reports whether s could be a heading by its length and end.
func short(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 80 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";") && !strings.HasSuffix(s, ",")
}

func wordCount(s string) int { return len(strings.Fields(s)) }

// isProse reports whether the block is running text.
func isProse(b block) bool {
	return b.kind == paragraph && wordCount(b.text) >= 12 && strings.ContainsAny(b.text[len(b.text)-1:], ".!?")
}

// cutBullet takes a bullet off the line that Markdown does not know as one.
func cutBullet(s string) (bool, string) {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("•◦▪▫■□●○‣⁃∙·・➢➤►▸✓✔☑–—", r) {
		return false, s
	}
	rest := strings.TrimSpace(s[n:])
	return rest != "", rest
}

// headsList reports whether the words of a list item are a heading over the list inside it, and not an item with examples.
func headsList(s string) bool {
	return senseOf(s) != unknown && wordCount(s) <= 5 || wordCount(s) <= 3 && strings.HasSuffix(s, ":")
}

var sentenceEnd = regexp.MustCompile(`([.!?])\s+`)

// sentences parts prose. A full stop after a short word, as in "e.g." and "St.", ends nothing.
func sentences(s string) []string {
	var out []string
	from := 0
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(s, -1) {
		before := s[from:m[2]]
		word := before[strings.LastIndexAny(before, " (")+1:]
		next, _ := utf8.DecodeRuneInString(s[m[1]:])
		if s[m[2]] == '.' && (utf8.RuneCountInString(word) <= 2 || strings.Contains(word, ".")) || unicode.IsLower(next) {
			continue
		}
		out = append(out, strings.TrimSpace(s[from:m[3]]))
		from = m[1]
	}
	if rest := strings.TrimSpace(s[from:]); rest != "" {
		out = append(out, rest)
	}
	return out
}
