package export

import (
	"regexp"
	"strings"
	"unicode"
)

// What is written here is made by strangers, so nothing of it may become Markdown or HTML: no heading, table, link, code or tag.
var (
	escaper   = newEscaper("\\`*_{}[]<>#|~&!")
	lineStart = regexp.MustCompile(`^(\s*)([-+=]|\d{1,9}[.)])`)
)

func newEscaper(signs string) *strings.Replacer {
	var pairs []string
	for _, r := range signs {
		pairs = append(pairs, string(r), `\`+string(r))
	}
	return strings.NewReplacer(pairs...)
}

// line is s escaped, on one line.
func line(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	s = escaper.Replace(s)
	// A list or an underline begins with a sign that is nothing elsewhere in a line.
	if m := lineStart.FindStringSubmatch(s); m != nil {
		sign := m[2]
		s = m[1] + sign[:len(sign)-1] + `\` + sign[len(sign)-1:] + s[len(m[0]):]
	}
	return s
}

// indent is s escaped line by line, each but the first after prefix, with a hard break between.
func indent(s, prefix string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := range lines {
		lines[i] = line(lines[i])
	}
	return strings.Join(lines, "  \n"+prefix)
}
