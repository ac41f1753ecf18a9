package intake

import (
	"path/filepath"
	"strings"

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
	underlined   = pattern.New(`^\s*(=+|-{3,})\s*$`)
	lineMarks    = pattern.New(`^\s*(?:>\s*|[-*+•]\s+)+`)
	bullet       = pattern.New(`^\s*[-*+•]\s`)
	inlineLink   = pattern.New(`!?\[([^\]]*)\]\([^)]*\)`)
	headingID    = pattern.New(`\s*\{#[^}]*\}\s*$`)
	tags         = pattern.New(`</?[a-zA-Z][^<>@]*>`)
	closingMarks = pattern.New(`\s+#+\s*$`)
)

// headingLevel is 1 to 6 for a heading of Markdown, told by its own line and the next, else 0.
func headingLevel(line, next string) int {
	if m := headingMark.FindStringSubmatch(line); m != nil {
		return len(m[1])
	}
	if m := underlined.FindStringSubmatch(next); m != nil && strings.TrimSpace(line) != "" && !underlined.MatchString(line) {
		if m[1][0] == '=' {
			return 1
		}
		return 2
	}
	return 0
}

// unmark is a line without the marks of Markdown and HTML: the words a reader would see.
func unmark(line string) string {
	line = strings.TrimSpace(line)
	if !strings.ContainsAny(line, "#>*_`~[<{|\\•") && !strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, "+ ") {
		return line
	}
	if line[0] == '#' {
		line = headingMark.ReplaceAllString(line, "")
	}
	if line != "" && strings.ContainsRune(">-*+•", firstRune(line)) {
		line = lineMarks.ReplaceAllString(line, "")
	}
	if strings.Contains(line, "](") {
		line = inlineLink.ReplaceAllString(line, "$1")
	}
	if strings.Contains(line, "#") {
		line = closingMarks.ReplaceAllString(headingID.ReplaceAllString(line, ""), "")
	}
	if strings.Contains(line, "<") {
		line = tags.ReplaceAllString(line, " ")
	}
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(spanMarks.Replace(line)), "*_\\"))
}

var spanMarks = strings.NewReplacer("**", "", "__", "", "`", "", "~~", "", `\|`, "|")
