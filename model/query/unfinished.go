package query

import (
	"slices"
	"strings"
)

// Unfinished is a query without the part at byte at, and without a sign, not or or that would have nothing to stand with then, while
// that part is on its way to be a field with a value. Word is what the field's name was as long as it could be read as a word: all that
// stands before the colon, or before the cursor. False where another part stands there, or none.
func Unfinished(s string, at int) (rest, word string, ok bool) {
	parts := split(s)
	i := slices.IndexFunc(parts, func(x part) bool { return x.from < at && at <= x.to })
	if i < 0 {
		return "", "", false
	}
	x := parts[i]
	switch {
	case x.name != "":
		word = s[:x.from] + x.name + s[x.to:]
	case at == x.to && !x.phrase && beginsField(x.text):
		word = s
	default:
		return "", "", false
	}
	from := i
	for from > 0 && (parts[from-1].is("-") || parts[from-1].is("not")) {
		from--
	}
	if from > 0 && parts[from-1].is("or") {
		from--
	}
	return join(strings.TrimRight(s[:parts[from].from], " "), strings.TrimLeft(s[x.to:], " ")), word, true
}

// beginsField reports whether a word begins the name of a field, or is one.
func beginsField(word string) bool {
	return fieldName(word) && slices.ContainsFunc(Fields(), func(f Field) bool {
		return len(word) <= len(f.Name) && strings.EqualFold(f.Name[:len(word)], word)
	})
}
