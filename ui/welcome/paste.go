package welcome

import "strings"

// unbroken is the line breaks that terminals paste as those that files have.
var unbroken = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// longestPath is how long a pasted line may be and still be a path, in bytes.
const longestPath = 4000

// isPosting reports whether what was pasted is a posting itself and not the path of one: it has more than one line, or is markup,
// or is too long.
func isPosting(pasted string) bool {
	pasted = strings.TrimSpace(pasted)
	return strings.ContainsAny(pasted, "\r\n") || len(pasted) > longestPath || pasted != "" && strings.ContainsRune("<{[", rune(pasted[0]))
}
