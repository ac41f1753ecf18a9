package web

import (
	"image/color"
	"strconv"
	"strings"

	"candid/store/intake/content"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page's words are as large as this where nothing is said, in points.
const usualSize = 12

// Where elements lie that are moved out of sight, in points from where they would be: farther than any screen is wide.
const (
	outOfSight = -300
	farOut     = -750 // for margins, which lay out pages too
)

// look is how an element's words are shown.
type look struct {
	points         float64
	letters        color.NRGBA
	ground         color.NRGBA
	lettersUnknown bool
	groundUnknown  bool
	contrastKnown  bool // that the two can be compared at all
	veiled         bool // visibility: hidden
	keeps          bool // lines and spaces are kept

	// What is not inherited.
	gone   bool // it and all in it is not shown
	block  bool // it stands on lines of its own, though its kind does not
	bullet bool // it is the sign that a word processor put before an item

	counted bool // it stands in what is gone
}

// rootLook is the look of a page without a word about it.
func (s *sheet) rootLook() look {
	return look{points: usualSize, letters: color.NRGBA{A: 255}, ground: content.White, groundUnknown: s.elsewhere, contrastKnown: !s.unsure}
}

// unseen reports whether nobody sees words of this look.
func (l look) unseen() bool {
	return l.veiled || l.points < content.SmallestSize ||
		l.contrastKnown && !l.lettersUnknown && !l.groundUnknown && !content.Contrasts(l.letters, l.ground)
}

// look is how an element looks that stands in a look around it.
func (s *sheet) look(n *html.Node, around look) look {
	l := around
	l.gone, l.block, l.bullet = false, false, false
	l.keeps = l.keeps || n.DataAtom == atom.Pre || n.DataAtom == atom.Listing || n.DataAtom == atom.Plaintext || n.DataAtom == atom.Xmp
	if n.DataAtom == atom.Noscript || n.DataAtom == atom.Dialog && !hasAttr(n, "open") {
		l.gone = true
	}
	if len(n.Attr) == 0 && s.count == 0 {
		return l
	}
	said := map[string]string{}
	attributes(n, said)
	say := func(values []value) {
		for _, v := range values {
			said[v.property] = v.says
			if v.property == "background" { // it says all that backgrounds have
				said["background-color"], said["background-image"] = "", ""
			}
		}
	}
	plain, important := declared(attr(n, "style"))
	inline := false
	for _, r := range s.matching(n) {
		if r.weight > weighsInline && !inline {
			say(plain)
			inline = true
		}
		say(r.values)
	}
	if !inline {
		say(plain)
	}
	say(important)
	if len(said) > 0 {
		l.take(said, around)
	}
	return l
}

// attributes says what attributes state that style sheets may state otherwise.
func attributes(n *html.Node, said map[string]string) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden":
			said["display"] = "none"
		case a.Key == "bgcolor":
			said["background-color"] = a.Val
		case a.Key == "background":
			said["background-image"] = "url()"
		case a.Key == "color" && n.DataAtom == atom.Font, a.Key == "text" && n.DataAtom == atom.Body:
			said["color"] = a.Val
		}
	}
}

// take makes of a look what an element's properties say.
func (l *look) take(said map[string]string, around look) {
	switch display := said["display"]; {
	case display == "none":
		l.gone = true
	case display == "block", display == "flex", display == "grid", display == "list-item", display == "table", display == "table-row":
		l.block = true
	}
	switch said["visibility"] {
	case "hidden", "collapse":
		l.veiled = true
	case "visible":
		l.veiled = false
	}
	switch space := said["white-space"]; {
	case strings.HasPrefix(space, "pre"), space == "break-spaces":
		l.keeps = true
	case space == "normal", space == "nowrap":
		l.keeps = false
	}
	l.bullet = strings.Contains(said["mso-list"], "ignore")
	for word := range strings.FieldsSeq(said["font"]) {
		size, _, _ := strings.Cut(word, "/")
		if points, ok := length(size, around.points); ok && !weight(size) {
			l.points = points
			break
		}
	}
	if points, ok := length(said["font-size"], around.points); ok {
		l.points = points
	}
	l.colours(said)
	l.gone = l.gone || outside(said, l.points)
}

// weight reports whether a word of a font is how heavy it is.
func weight(s string) bool { return len(s) == 3 && strings.HasSuffix(s, "00") }

// colours makes of a look what is said of its letters and its ground.
func (l *look) colours(said map[string]string) {
	for _, property := range []string{"color", "-webkit-text-fill-color"} {
		switch says := said[property]; says {
		case "", "inherit", "currentcolor", "unset":
		default:
			c, ok := content.Colour(says)
			l.letters, l.lettersUnknown = c, !ok
		}
	}
	for _, property := range []string{"background", "background-color", "background-image"} {
		says := said[property]
		switch says {
		case "", "none", "transparent", "inherit", "unset", "initial":
			continue
		}
		if strings.Contains(says, "url(") || strings.Contains(says, "gradient") || strings.Contains(says, "var(") {
			l.groundUnknown = true
			continue
		}
		if property == "background-image" {
			continue
		}
		c, ok := colourIn(says)
		switch {
		case ok && c.A == 0:
		case ok && c.A == 255:
			l.ground, l.groundUnknown = c, false
		default:
			l.groundUnknown = true
		}
	}
	if strings.Contains(said["background-clip"]+said["-webkit-background-clip"], "text") {
		l.lettersUnknown = true
	}
}

// colourIn is the colour among the words of a background.
func colourIn(s string) (color.NRGBA, bool) {
	if c, ok := content.Colour(s); ok {
		return c, true
	}
	if i := strings.Index(s, "rgb"); i >= 0 {
		if before, _, ok := strings.Cut(s[i:], ")"); ok {
			return content.Colour(before + ")")
		}
	}
	for word := range strings.FieldsSeq(s) {
		if c, ok := content.Colour(word); ok {
			return c, true
		}
	}
	return color.NRGBA{}, false
}

// outside reports whether an element is moved off the page, cut to nothing, or wholly transparent.
func outside(said map[string]string, em float64) bool {
	below := func(property string, limit float64) bool {
		n, ok := length(said[property], em)
		return ok && n <= limit
	}
	position := said["position"]
	placed := position == "absolute" || position == "fixed"
	cut := said["overflow"] == "hidden" || said["overflow"] == "clip"
	switch {
	case below("opacity", 0.02*0.75), said["mso-hide"] == "all", said["content-visibility"] == "hidden":
		return true
	case (placed || position == "relative") && (below("left", outOfSight) || below("top", outOfSight)):
		return true
	case below("text-indent", outOfSight), below("margin-left", farOut), below("margin-top", farOut):
		return true
	case cut && (below("width", 0.75) || below("height", 0.75) || below("max-width", 0) || below("max-height", 0)):
		return true
	case placed && strings.HasPrefix(said["clip"], "rect(") && !strings.ContainsAny(strings.ReplaceAll(said["clip"], "1px", ""), "123456789a"):
		return true
	}
	clip, transform := said["clip-path"], strings.ReplaceAll(said["transform"], " ", "")
	return strings.HasPrefix(clip, "inset(50%") || strings.HasPrefix(clip, "inset(100%") || strings.HasPrefix(clip, "circle(0") ||
		strings.Contains(transform, "scale(0)") || strings.Contains(transform, "scale(0,0)")
}

// length is a length in points, of which em is one em; a number without a unit counts as pixels.
func length(s string, em float64) (float64, bool) {
	end := strings.LastIndexAny(s, "0123456789.") + 1
	if end == 0 {
		return 0, false
	}
	n, err := strconv.ParseFloat(s[:end], 64)
	if err != nil {
		return 0, false
	}
	switch strings.TrimSpace(s[end:]) {
	case "", "px":
		return n * 0.75, true
	case "pt":
		return n, true
	case "em":
		return n * em, true
	case "ex", "ch":
		return n * em / 2, true
	case "rem":
		return n * usualSize, true
	case "%":
		return n * em / 100, true
	case "in":
		return n * 72, true
	case "cm":
		return n * 72 / 2.54, true
	case "mm":
		return n * 7.2 / 2.54, true
	case "pc":
		return n * 12, true
	case "vw":
		return n * 9.6, true // of a screen 1280 pixels wide
	case "vh":
		return n * 5.4, true
	}
	return 0, false
}
