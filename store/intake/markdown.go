package intake

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"candid/model/pattern"
)

// isMarkdown goes by the name where it says something, and else by headings.
func isMarkdown(name, text string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return true
	case ".txt", ".text":
		return false
	}
	return len(atxHeading.FindAllStringIndex(text, 2)) == 2
}

var (
	atxHeading   = pattern.New(`(?m)^#{1,6} +\S`)
	headingMark  = pattern.New(`^\s*(#{1,6})\s+`)
	bullet       = pattern.New(`^\s*[-*+•]\s`)
	inlineLink   = pattern.New(`!?\[([^\]]*)\]\([^)]*\)`)
	headingID    = pattern.New(`\s*\{#[^}]*\}\s*$`)
	tags         = pattern.New(`</?[a-zA-Z][^<>@]*>`)
	closingMarks = pattern.New(`\s+#+\s*$`)
)

// headingLevel is 1 to 6 for a heading of Markdown, told by its own line and the next, else 0.
func headingLevel(line, next string) int {
	if strings.Contains(line, "#") {
		if m := headingMark.FindStringSubmatch(line); m != nil {
			return len(m[1])
		}
	}
	level := underline(next)
	if level == 0 || strings.TrimSpace(line) == "" || underline(line) > 0 {
		return 0
	}
	return level
}

// underline is the level of the heading over a line that does nothing but underline it, else 0.
func underline(line string) int {
	switch line = strings.TrimSpace(line); {
	case line != "" && strings.Trim(line, "=") == "":
		return 1
	case len(line) >= 3 && strings.Trim(line, "-") == "":
		return 2
	}
	return 0
}

// unmark is a line without the marks of Markdown and HTML: the words a reader would see.
func unmark(line string) string {
	line = strings.TrimSpace(line)
	if !strings.ContainsAny(line, "#>*_`~[<{|\\") && !strings.Contains(line, "•") && !strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, "+ ") {
		return line
	}
	if line[0] == '#' {
		line = headingMark.ReplaceAllString(line, "")
	}
	line = withoutLineMarks(line)
	if strings.Contains(line, "](") {
		line = inlineLink.ReplaceAllString(line, "$1")
	}
	if strings.Contains(line, "#") {
		line = closingMarks.ReplaceAllString(headingID.ReplaceAllString(line, ""), "")
	}
	if strings.Contains(line, "<") {
		line = tags.ReplaceAllString(line, " ")
	}
	if strings.ContainsAny(line, "*_`~\\") {
		line = strings.Trim(strings.TrimSpace(spanMarks.Replace(line)), "*_\\")
	}
	return strings.TrimSpace(line)
}

// withoutLineMarks is a line without the marks of quotations and lists before its words.
func withoutLineMarks(line string) string {
	const blank = " \t\n\f\r"
	for line != "" {
		r, size := utf8.DecodeRuneInString(line)
		switch {
		case r == '>', strings.ContainsRune("-*+•", r) && len(line) > size && strings.IndexByte(blank, line[size]) >= 0:
			line = strings.TrimLeft(line[size:], blank)
		default:
			return line
		}
	}
	return line
}

var spanMarks = strings.NewReplacer("**", "", "__", "", "`", "", "~~", "", `\|`, "|")
