package theme

import "strings"

// Own is a sentence of the program's own, its signs as this set of glyphs has them. What applicants or reviewers wrote is
// not the program's own and stays as it is.
func (g Glyphs) Own(words string) string {
	if g.Ellipsis == unicode.Ellipsis {
		return words
	}
	return strings.NewReplacer("→", g.Arrow, "·", g.OpenValue, "≈", g.Near, "–", g.Range, "…", g.Ellipsis, "×", "x", "“", `"`, "”", `"`).Replace(words)
}
