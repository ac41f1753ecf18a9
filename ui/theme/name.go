package theme

import "slices"

// Named is a theme that one can ask for.
type Named struct{ Name, Is string }

// themes is every theme, by the name that --theme, the config file and the palette take.
var themes = []Named{
	{"auto", "dark or light, as the terminal's background is said to be by COLORFGBG; dark where nothing says so"},
	{"dark", "on a dark background"},
	{"light", "on a light background"},
	{"contrast", "high contrast, every text at least 7 : 1, on the background that auto would take"},
	{"contrast-dark", "the same on a dark background"},
	{"contrast-light", "the same on a light background"},
}

// Themes is every theme that can be asked for, the one that holds without being asked for first.
func Themes() []Named { return slices.Clone(themes) }

// As is the options with the theme of that name; light is whether the terminal's background is, as far as anybody knows. It is
// false for a name that no theme has.
func (o Options) As(name string, light bool) (Options, bool) {
	switch name {
	case "auto", "contrast":
		o.Light = light
	case "dark", "contrast-dark":
		o.Light = false
	case "light", "contrast-light":
		o.Light = true
	default:
		return o, false
	}
	o.Contrast = name == "contrast" || name == "contrast-dark" || name == "contrast-light"
	return o, true
}
