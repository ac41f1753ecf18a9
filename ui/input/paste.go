package input

import (
	"net/url"
	"runtime"
	"strings"
)

// Paths is the paths in what was pasted, or dropped on the terminal: one a line, or parted by blanks where each is quoted, or escaped,
// or stands from the root. Quotation marks, escaped blanks and file:// are taken off. Anything else is one path as it is.
func Paths(pasted string) []string {
	return paths(pasted, runtime.GOOS == "windows")
}

func paths(pasted string, windows bool) []string {
	var all []string
	for line := range strings.FieldsFuncSeq(pasted, func(r rune) bool { return r == '\n' || r == '\r' || r == 0 }) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		words, ok := shellWords(line, windows)
		for _, w := range words {
			ok = ok && rooted(w, windows)
		}
		if !ok { // a path may hold blanks that nobody escaped
			words = []string{line}
		}
		for _, w := range words {
			all = append(all, local(w))
		}
	}
	return all
}

// rooted reports whether a word begins as a whole path does.
func rooted(w string, windows bool) bool {
	drive := windows && len(w) > 2 && w[1] == ':' && (w[2] == '\\' || w[2] == '/')
	return strings.HasPrefix(w, "/") || strings.HasPrefix(w, "~") || strings.HasPrefix(w, "file://") || drive
}

// shellWords parts a line as a shell does: at blanks that are neither quoted nor escaped. It reports false for a quotation that does
// not end.
func shellWords(line string, windows bool) (words []string, ok bool) {
	var word strings.Builder
	quote, begun, escaped := rune(0), false, false
	for _, r := range line {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && !windows && quote != '\'':
			escaped, begun = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' && !windows || r == '"':
			quote, begun = r, true
		case r == ' ' || r == '\t':
			if begun {
				words = append(words, word.String())
				word.Reset()
				begun = false
			}
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words, quote == 0 && !escaped
}

// local is the path that a file:// address leads to; any other path as it is.
func local(path string) string {
	rest, ok := strings.CutPrefix(path, "file://")
	if !ok {
		return path
	}
	rest = strings.TrimPrefix(rest, "localhost")
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	if len(rest) > 3 && rest[0] == '/' && rest[2] == ':' { // file:///C:/people
		rest = rest[1:]
	}
	return rest
}
