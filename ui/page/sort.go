package page

import (
	"fmt"

	"candid/model/evidence"
	"candid/ui/keymap"
	"candid/ui/theme"
)

// Sort is what sort of statement it is, in a sign or a word: of a list of skills, of how long something was done, or mine; "" for one that tells
// what somebody did.
func Sort(f evidence.Found, g theme.Glyphs) string {
	switch f.Kind {
	case evidence.Listed:
		return "listed"
	case evidence.Dated:
		return "years"
	case evidence.Quoted:
		return g.Quoted + " mine"
	default:
		return ""
	}
}

// Where is what sort of statement it is and where it stands, parted by a dot; "" where there is nothing to say.
func Where(f evidence.Found, g theme.Glyphs) string {
	sort, place := Sort(f, g), g.Own(f.Place)
	if sort != "" && place != "" {
		return sort + " " + g.Dot + " " + place
	}
	return sort + place
}

// Reasons is the words that made it one, each with what it speaks to: "Tokio → Rust". Each is said once.
func Reasons(f evidence.Found, g theme.Glyphs) []string {
	var reasons []string
	seen := map[string]bool{}
	for _, t := range f.Terms {
		reason := t.Text
		if t.Why != "" && !equal(t.Why, t.Text) {
			reason += " " + g.Arrow + " " + g.Own(t.Why)
		}
		if !seen[fold(reason).text] {
			seen[fold(reason).text] = true
			reasons = append(reasons, reason)
		}
	}
	return reasons
}

func equal(a, b string) bool { return fold(a).text == fold(b).text }

// NoneLeft says that all that was found, so many statements, was taken away, and which key brings it back.
func NoneLeft(n int, keys keymap.Table) string {
	if n == 1 {
		return "No line left: you took 1 away, " + keys.Key(keymap.Restore) + " brings it back."
	}
	return fmt.Sprintf("No line left: you took %d away, %s brings them back.", n, keys.Key(keymap.Restore))
}
