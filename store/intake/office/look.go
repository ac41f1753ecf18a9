package office

import (
	"image/color"
	"strings"
	"unicode"

	"candid/store/intake/content"
)

// tint is a colour, or that none is known: then nothing is said of what is seen.
type tint struct {
	color.NRGBA
	known bool
}

// paper is the ground of a page that states no other.
var paper = tint{content.White, true}

// tintOf reads a colour; what says nothing, such as "auto", is none.
func tintOf(s string) tint {
	c, ok := content.Colour(s)
	return tint{c, ok && c.A > 0}
}

// look is how words are set.
type look struct {
	hidden bool
	size   float64 // in points; 0: not known
	ink    tint    // not known: black or white, whichever can be read
	ground tint
	font   string
}

// seen reports whether a person can make words out that are set so.
func (l look) seen() bool {
	small := l.size != 0 && l.size < content.SmallestSize
	pale := l.ink.known && l.ground.known && !content.Contrasts(l.ink.NRGBA, l.ground.NRGBA)
	return !l.hidden && !small && !pale
}

// lettered reports whether a text has a letter or a digit: a white dash hides nothing.
func lettered(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
