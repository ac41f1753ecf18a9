package intent

// List asks what a folder holds, to choose from; a leading ~ is the user's own folder, "" the one the program runs in. The
// answer is a Listed.
type List struct{ Path string }

// Listed is what a folder holds, in the order of the names; nothing when it cannot be read.
type Listed struct {
	Path    string // as it was asked for
	Entries []Entry
}

// Entry is a file or a folder in a folder.
type Entry struct {
	Name   string
	Folder bool
}
