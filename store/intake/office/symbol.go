package office

import "strings"

const bullet = "• "

// Fonts of signs give the places 0x20 to 0xff shapes of their own; documents have them there or, in Unicode, from 0xf020 on.
const signs = 0xf000

// signsOf is what the signs of fonts mean that stand in running text. All others are ornaments: they are dropped.
var signsOf = map[string]map[rune]string{
	"wingdings": {0xdf: "←", 0xe0: "→", 0xe7: "←", 0xe8: "→", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑", 0xa8: "☐", 0x6f: "☐",
		0x6c: "•", 0x6e: "•", 0x71: "•", 0x76: "•", 0x77: "•", 0x9e: "•", 0x9f: "•", 0xa7: "•", 0xd8: "•"},
	"symbol": {0xb7: "•", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xa3: "≤", 0xb4: "×", 0xae: "→", 0xac: "←", 0xbb: "≈", 0xb9: "≠", 0xa5: "∞",
		0xd2: "®", 0xd3: "©", 0xd4: "™", 0xe2: "®", 0xe3: "©", 0xe4: "™", 0xa0: "€", 0x2d: "−"},
}

// Greek is the letters that the font Symbol has in the places of the Latin ones.
const (
	greekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	greekLetters  = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

// sign is what a place of a font of signs means, "" for an ornament.
func sign(font string, r rune) string {
	font = strings.ToLower(font)
	r &= 0xff
	if strings.HasPrefix(font, "symbol") || font == "" {
		switch {
		case r >= 'A' && r <= 'Z' && font != "":
			return string([]rune(greekCapitals)[r-'A'])
		case r >= 'a' && r <= 'z' && font != "":
			return string([]rune(greekLetters)[r-'a'])
		}
		if s := signsOf["symbol"][r]; s != "" || font == "" {
			return s
		}
		if r >= ' ' && r <= '?' {
			return string(r)
		}
		return ""
	}
	if strings.HasPrefix(font, "wingdings") {
		return signsOf["wingdings"][r]
	}
	return ""
}

// ofSigns reports whether a font has no letters.
func ofSigns(font string) bool {
	font = strings.ToLower(font)
	return font == "symbol" || strings.HasPrefix(font, "wingdings") || font == "webdings"
}

// unsigned is text with the signs of fonts replaced by what they mean.
func unsigned(font, s string) string {
	private := func(r rune) bool { return r >= signs && r <= signs+0xff || r >= 0xe000 && r <= 0xf8ff }
	all := ofSigns(font)
	if !all && !strings.ContainsFunc(s, private) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= signs && r <= signs+0xff:
			if all {
				b.WriteString(sign(font, r))
			} else { // the font of signs is not said
				b.WriteString(sign("", r))
			}
		case private(r):
		case all && r > ' ' && r <= 0xff:
			b.WriteString(sign(font, r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
