package posting

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed atlas.txt
var atlasText string

// area is what kind of place a name is; a name may be of several.
type area uint8

const (
	country area = 1 << iota
	continent
	state
	city
)

// atlas is the places that are known by name, by placeKey.
var atlas = sync.OnceValue(func() map[string]area {
	places := map[string]area{}
	kind := area(0)
	for line := range strings.Lines(atlasText) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			for name, k := range map[string]area{"countries": country, "continents": continent, "states": state, "cities": city} {
				if strings.HasPrefix(title, name) {
					kind = k
				}
			}
			continue
		}
		for name := range strings.SplitSeq(line, ",") {
			if name = strings.TrimSpace(name); name != "" {
				places[name] |= kind
			}
		}
	}
	return places
})

// placeKey is a place's name as the atlas has it.
func placeKey(s string) string {
	if isASCII(s) {
		return plainKey(s)
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ł' || r == 'Ł':
			return 'l'
		case r == 'ø' || r == 'Ø':
			return 'o'
		default:
			return r
		}
	}, norm.NFD.String(s))
	return plainKey(norm.NFC.String(s))
}

// stateCodes are the two letters that stand for a state or province after a city's name.
var stateCodes = setOf("AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|D.C.|" +
	"ON|QC|BC|AB|MB|SK|NS|NB|PE|NL|SP|RJ|MG|RS|PR|BA|CE|PE|DF|GO|NSW|VIC|QLD")

// IsPlace reports whether s as a whole is the name of a country, a state or a city that is known by name, in any case and
// with or without accents.
func IsPlace(s string) bool { return atlas()[placeKey(s)] != 0 }
