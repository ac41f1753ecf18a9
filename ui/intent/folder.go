package intent

// List asks what a folder holds, to choose from; a leading ~ is the user's own folder, "" the one the program runs in. The
// answer is a Listed.
type List struct{ Path string }

// Listed is what a folder holds, in the order of the names; nothing when it cannot be read.
type Listed struct {
	Path    string // as it was asked for
	Folder  string // the same from the root or from ~, a separator at its end; "" when it cannot be read
	Entries []Entry
	Why     string // why it cannot be read
}

// Entry is a file or a folder in a folder.
type Entry struct {
	Name   string
	Folder bool
	Size   int64  // bytes, of a file
	Seems  string // what kind of file it seems to be; "" when nobody can tell
}
