package theme

// A mark is a sequence without width that a screen draws where the terminal's own cursor may stand. The app takes all of them out
// before anything is shown, and puts the cursor on one. They are shaped like styling, so that text is measured and cut as if they were
// not there.
type Mark string

// The marks, and what stands there.
const (
	Caret  Mark = "\x1b[71z" // words being typed, where the next one goes
	Here   Mark = "\x1b[72z" // the row or requirement one stands on
	AtLine Mark = "\x1b[73z" // the line of a document one stands on
)

// Marks is all of them, from the one that draws the cursor first.
var Marks = [...]Mark{Caret, Here, AtLine}

// mark puts the marks into what is drawn there. The row one stands on is marked in plain looks only: in others nobody looks for the
// cursor there.
func (t *Theme) mark() {
	t.Caret = string(Caret) + t.Caret
	if t.Plain {
		t.Here = string(Here)
		t.Glyphs.Cursor = t.Here + t.Glyphs.Cursor
		t.Glyphs.EdgeHere = string(AtLine) + t.Glyphs.EdgeHere
	}
}
