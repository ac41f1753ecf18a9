package cli

import (
	"os"

	"candid/model/posting"
)

// pasteLimit is how much of one paste comes through, in bytes. It is more than a posting may have, so that a posting which is too
// long is refused and not read in part.
const pasteLimit = posting.MaxBytes + posting.MaxBytes/4

// boundedPaste is a terminal of whose pastes only the first pasteLimit bytes come through. What reads from it looks for the end
// of a paste from its beginning each time some more has come, so that one without bounds would never come to an end.
type boundedPaste struct {
	*os.File
	matched int  // how many bytes of a paste's opening or closing mark have come
	pasting bool // a paste was opened
	passed  int  // bytes of it that came through
}

const (
	pasteOpens  = "\x1b[200~"
	pasteCloses = "\x1b[201~"
)

// Read reads what was typed, and what was pasted within the bounds.
func (b *boundedPaste) Read(p []byte) (int, error) {
	for {
		n, err := b.File.Read(p)
		if kept := b.bound(p[:n]); kept > 0 || n == 0 || err != nil {
			return kept, err
		}
	}
}

// bound takes out of p what is beyond the bounds and gives how many bytes are left at its beginning. A paste's closing mark
// always comes through, wherever it is parted.
func (b *boundedPaste) bound(p []byte) (kept int) {
	for _, c := range p {
		mark := pasteOpens
		if b.pasting {
			mark = pasteCloses
		}
		switch {
		case c == mark[b.matched]:
			b.matched++
		case c == mark[0]:
			b.matched = 1
		default:
			b.matched = 0
		}
		if b.pasting {
			b.passed++
		}
		if !b.pasting || b.matched > 0 || b.passed <= pasteLimit {
			p[kept] = c
			kept++
		}
		if b.matched == len(mark) {
			b.pasting, b.matched, b.passed = !b.pasting, 0, 0
		}
	}
	return kept
}
