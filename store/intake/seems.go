package intake

import (
	"io"
	"os"
	"strings"

	"candid/store/intake/content"
)

// Seems is what a file seems to be, in a few words, by its beginning: "PDF", "table (CSV)", "picture (PNG)". It is "" where that
// does not tell, and for what is no plain file. It is for choosing files: who reads one looks at all of it.
func Seems(path string) string {
	info, problem := stat(path)
	if problem != nil || info.IsDir() {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	head := make([]byte, min(info.Size(), headBytes))
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return ""
	}
	if n == 0 {
		return "empty"
	}
	t := tellHead(path, head[:n], f, info.Size())
	if t.kind == content.Text {
		switch t = tellText(path, head[:n]); {
		case suffix(path) == ".json" && t.kind == content.Text: // the beginning of it is no JSON
			t = format{kind: content.JSON}
		case t.kind == 0 && info.Size() > headBytes: // the beginning may end in the middle of a character
			return ""
		}
	}
	called := t.called()
	for _, article := range []string{"a ", "an "} {
		called = strings.TrimPrefix(called, article)
	}
	called, _, _ = strings.Cut(called, ":") // what is wrong with it is said by who reads it
	return called
}
