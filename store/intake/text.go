package intake

import (
	"strings"

	"candid/model/clean"
)

// readText reads plain text and Markdown alike: line i of the text is line i of the file, and the marks of Markdown stay,
// for a reader sees what was written.
func readText(text string) (reading, error) {
	text = clean.Text(strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r"))
	lines := strings.Split(text, "\n")
	f, rest := frontMatter(lines)
	found := findContacts(lines[rest:])
	f.Contacts = found.under(f.Contacts)
	return reading{text, f}, nil
}
