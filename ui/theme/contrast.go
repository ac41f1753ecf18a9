package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// Enough is the contrast that a text needs to be read with ease, and EnoughHigh what a theme of high contrast gives: of WCAG 2,
// from 1 to 21.
const (
	Enough     = 4.5
	EnoughHigh = 7.0
)

// Weak is a text that is hard to read where it stands.
type Weak struct {
	What     string // the roles, in words
	Contrast float64
}

// Weak is the texts of the theme that have less contrast than that, of those whose colours are known: a terminal's own are not. The
// dark theme's faint is faint on purpose.
func (o Options) Weak(least float64) []Weak {
	backgrounds := []string{"#000000", "#14161b", "#1e1e1e"}
	if o.Light {
		backgrounds = []string{"#ffffff", "#fafafa"}
	}
	var weak []Weak
	seen := map[string]bool{}
	for _, p := range pairs(o.colours(), backgrounds, o.Light || o.Contrast) {
		if got, known := contrast(p.on[0].TrueColor, p.on[1].TrueColor); known && got < least && !seen[p.name] {
			weak = append(weak, Weak{p.name, got})
			seen[p.name] = true
		}
	}
	return weak
}

// pair is words on a background.
type pair struct {
	name  string
	onRow bool
	on    [2]lipgloss.CompleteColor
}

// pairs is every pair of text and background that the theme draws; backgrounds are those that terminals have.
func pairs(c colours, backgrounds []string, faint bool) []pair {
	var all []pair
	under := []lipgloss.CompleteColor{c.row}
	for _, b := range backgrounds {
		under = append(under, colour(b, "", ""))
	}
	for i, b := range under {
		muted, faintest, place := c.muted, c.faint, "the background"
		if i == 0 {
			muted, faintest, place = c.mutedOnRow, c.faintOnRow, "row"
		}
		add := func(name string, fg lipgloss.CompleteColor) {
			all = append(all, pair{name + " on " + place, i == 0, [2]lipgloss.CompleteColor{fg, b}})
		}
		add("text", c.text)
		add("muted", muted)
		add("accent", c.accent)
		add("warn", c.warn)
		add("ok", c.ok)
		if faint {
			add("faint", faintest)
		}
	}
	all = append(all, pair{"badge on accent", false, [2]lipgloss.CompleteColor{c.badge, c.accent}},
		pair{"badge on warn", false, [2]lipgloss.CompleteColor{c.badge, c.warn}})
	for v, p := range c.rated {
		all = append(all, pair{fmt.Sprint("rated", v+1), false, p})
	}
	return all
}

// contrast is that of two colours by WCAG 2, from 1 to 21; false where one is the terminal's own, which nobody knows.
func contrast(a, b string) (ratio float64, known bool) {
	x, xOK := luminance(a)
	y, yOK := luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05), xOK && yOK
}

func luminance(colour string) (sum float64, known bool) {
	channels, known := rgb(colour)
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		v := channels[i] / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum, known
}

// rgb is the channels of a colour, each 0 to 255; false for the sixteen that every terminal has as it likes.
func rgb(colour string) (channels [3]float64, known bool) {
	if hex, ok := strings.CutPrefix(colour, "#"); ok {
		n, err := strconv.ParseUint(hex, 16, 32)
		return [3]float64{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}, err == nil
	}
	n, err := strconv.Atoi(colour)
	if err != nil || n < 16 || n > 255 {
		return channels, false
	}
	if n >= 232 {
		grey := float64(8 + 10*(n-232))
		return [3]float64{grey, grey, grey}, true
	}
	steps := [...]float64{0, 95, 135, 175, 215, 255}
	n -= 16
	return [3]float64{steps[n/36], steps[n/6%6], steps[n%6]}, true
}
