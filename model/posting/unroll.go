package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inlineMarks are the bullets of lists whose line ends were lost on the way.
var inlineMarks = []string{" • ", " ● ", " ▪ ", " · ", " * ", " - ", " – "}

// unrolled is the lines of a text in which sections and their lists stand one after another in a single line: "We bake.
// Requirements: • Knives • Ovens Benefits: • Soup". It is nil for all others.
func unrolled(s string) []string {
	for _, mark := range inlineMarks {
		if strings.Count(s, mark) < 2 {
			continue
		}
		var lines []string
		named := false
		pieces := strings.Split(s, mark)
		for i, piece := range pieces {
			name := ""
			if i+1 < len(pieces) {
				piece, name = withoutName(piece, mark == " - " || mark == " – ")
			}
			switch {
			case piece == "":
			case i > 0 && named:
				lines = append(lines, "- "+piece)
			default:
				lines = append(lines, piece)
			}
			if name != "" {
				lines, named = append(lines, "", "**"+name+"**", ""), true
			}
		}
		if named {
			return lines
		}
	}
	return nil
}

// withoutName parts a text from the name of a section in its last words. A colon must stand behind it if the name alone does
// not tell plainly, or a dash follows, which may be one of a sentence.
func withoutName(s string, colon bool) (before, name string) {
	words := strings.Fields(s)
	for i := max(0, len(words)-exactWords); i < len(words); i++ {
		name = strings.Join(words[i:], " ")
		first, _ := utf8.DecodeRuneInString(name)
		m := meaningOf(name)
		if m.sense != unknown && m.exact && !unicode.IsLower(first) && (strings.HasSuffix(name, ":") || !colon && !m.weak) {
			return strings.Join(words[:i], " "), strings.TrimSuffix(name, ":")
		}
	}
	return strings.TrimSpace(s), ""
}

// bulletsInside parts a line inside which bullets stand before words, as where somebody pasted a list and its line ends were lost.
func bulletsInside(s string) []string {
	const mark = "•"
	if n := strings.Count(s, " "+mark); n == 0 || n < 2 && !strings.HasPrefix(strings.TrimSpace(s), mark) {
		return []string{s}
	}
	var all []string
	for i, part := range strings.Split(s, " "+mark) {
		switch {
		case i > 0:
			all = append(all, mark+part)
		case strings.TrimSpace(part) != "":
			all = append(all, part)
		}
	}
	return all
}
