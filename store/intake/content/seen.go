package content

import (
	"image/color"
	"math"
	"strconv"
	"strings"
)

// What a person can read on a page is one rule for all formats. Readers of formats that state sizes and colours ask Legible and
// Contrasts; the reader of PDF, where statements mislead, looks at the picture of the page and asks Contrasts of what it finds there.

// SmallestSize is the least size of letters that a person can make out, in points. Fine print is 5 and more.
const SmallestSize = 2.0

// leastContrast is the least difference of two colours that a person sees in letters, in steps of CIELAB, where one step is about what an eye
// can tell at all on large areas: #f0f0f0 on white is 5.2 and passes unnoticed, #eeeeee is 5.9, a pale watermark of #dddddd 12, yellow 97.
const leastContrast = 5.5

// White is the paper of a page that states no other.
var White = color.NRGBA{255, 255, 255, 255}

// Legible reports whether letters of a size in points and a colour can be read on a ground. A size of 0 or less is a size of
// nothing; a reader that does not know the size gives any above SmallestSize.
func Legible(points float64, letters, ground color.NRGBA) bool {
	return points >= SmallestSize && Contrasts(letters, ground)
}

// Contrasts reports whether letters of a colour stand out from a ground. Letters that are transparent in part take on that
// much of the ground; the ground's own transparency shows white paper.
func Contrasts(letters, ground color.NRGBA) bool {
	ground = over(ground, White)
	l1, a1, b1 := lab(over(letters, ground))
	l2, a2, b2 := lab(ground)
	return math.Sqrt((l1-l2)*(l1-l2)+(a1-a2)*(a1-a2)+(b1-b2)*(b1-b2)) >= leastContrast
}

// over is a colour laid over a ground that hides what is behind it.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(top, below uint8) uint8 {
		return uint8((int(top)*int(c.A) + int(below)*(255-int(c.A)) + 127) / 255)
	}
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

// lab is a colour in CIELAB under the white of screens: lightness 0 to 100, green to red, blue to yellow.
func lab(c color.NRGBA) (lightness, a, b float64) {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	root := func(f float64) float64 {
		if f > 216.0/24389 {
			return math.Cbrt(f)
		}
		return (24389.0/27*f + 16) / 116
	}
	red, green, blue := linear(c.R), linear(c.G), linear(c.B)
	x := root((0.4124*red + 0.3576*green + 0.1805*blue) / 0.9505)
	y := root(0.2126*red + 0.7152*green + 0.0722*blue)
	z := root((0.0193*red + 0.1192*green + 0.9505*blue) / 1.0888)
	return 116*y - 16, 500 * (x - y), 200 * (y - z)
}

// namedColours is the names that hide words, and those that stand out from them, as style sheets spell them.
const namedColours = " white=ffffff snow=fffafa ivory=fffff0 ghostwhite=f8f8ff floralwhite=fffaf0 mintcream=f5fffa azure=f0ffff aliceblue=f0f8ff" +
	" seashell=fff5ee whitesmoke=f5f5f5 honeydew=f0fff0 lavenderblush=fff0f5 oldlace=fdf5e6 linen=faf0e6 black=000000 silver=c0c0c0" +
	" gray=808080 grey=808080 lightgray=d3d3d3 lightgrey=d3d3d3 gainsboro=dcdcdc darkgray=a9a9a9 darkgrey=a9a9a9 dimgray=696969" +
	" dimgrey=696969 red=ff0000 maroon=800000 darkred=8b0000 green=008000 darkgreen=006400 lime=00ff00 olive=808000 yellow=ffff00" +
	" lightyellow=ffffe0 orange=ffa500 navy=000080 darkblue=00008b blue=0000ff teal=008080 aqua=00ffff cyan=00ffff purple=800080" +
	" fuchsia=ff00ff magenta=ff00ff midnightblue=191970 darkslategray=2f4f4f darkslategrey=2f4f4f steelblue=4682b4 beige=f5f5dc "

// Colour reads a colour as formats write it: hexadecimal digits with or without "#" (3, 4, 6 or 8), rgb() and rgba() with
// commas or blanks, the commonest names, "transparent". It is false for what it does not know: then nothing is said of what is seen.
func Colour(s string) (color.NRGBA, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if _, after, ok := strings.Cut(namedColours, " "+s+"="); ok && s != "" {
		return hexadecimal(after[:6])
	}
	if s == "transparent" {
		return color.NRGBA{}, true
	}
	if inside, ok := strings.CutSuffix(s, ")"); ok && strings.HasPrefix(s, "rgb") {
		_, inside, _ = strings.Cut(inside, "(")
		return channels(strings.FieldsFunc(inside, func(r rune) bool { return r == ',' || r == ' ' || r == '/' || r == '\t' }))
	}
	return hexadecimal(strings.TrimPrefix(s, "#"))
}

// hexadecimal is the colour of 3, 4, 6 or 8 digits.
func hexadecimal(s string) (color.NRGBA, bool) {
	if len(s) == 3 || len(s) == 4 {
		var long strings.Builder
		for i := range len(s) {
			long.WriteByte(s[i])
			long.WriteByte(s[i])
		}
		s = long.String()
	}
	if len(s) == 6 {
		s += "ff"
	}
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 8 {
		return color.NRGBA{}, false
	}
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}

// channels is the colour of three numbers, 0 to 255 or in percent, and perhaps a fourth from 0 to 1.
func channels(parts []string) (color.NRGBA, bool) {
	if len(parts) != 3 && len(parts) != 4 {
		return color.NRGBA{}, false
	}
	values := [4]uint8{3: 255}
	for i, part := range parts {
		number, percent := strings.CutSuffix(part, "%")
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(v) {
			return color.NRGBA{}, false
		}
		switch {
		case percent:
			v *= 2.55
		case i == 3:
			v *= 255
		}
		values[i] = uint8(math.Round(min(max(v, 0), 255)))
	}
	return color.NRGBA{values[0], values[1], values[2], values[3]}, true
}
