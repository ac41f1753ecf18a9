package intake

import (
	"candid/model"
	"candid/store/intake/content"
)

// facts is what a document says of who sent it.
type facts struct {
	model.Contacts
}

// findFacts tells who a document is by, from the lines of its text as they are shown and from what its format said besides.
// What the format states goes before what the text seems to say. All of d but its Text has been cleaned.
func findFacts(lines []string, d content.Document) facts {
	f, rest := frontMatter(lines)
	f.Contacts = contacts(f.Contacts).under(d.Said)
	f.Contacts = findContacts(lines[rest:]).under(f.Contacts)
	return f
}
