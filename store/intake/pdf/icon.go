package pdf

import (
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/requests"
)

// iconFonts is words in the names of fonts whose letters are drawn as pictures: a telephone, an envelope, the sign of a company.
var iconFonts = []string{"awesome", "marvosym", "academicons", "wingdings", "webdings", "bbding", "ifsym", "fontello", "icomoon", "ionicons",
	"glyphicons", "typicons", "entypo", "material", "simpleicons", "devicon", "linearicons"}

// pointers is the letters that Wingdings draws as points of lists.
const pointers = "lmnopqrstuvwØ§ü¡¨àðè"

// sign gives what a letter that stands alone is to a reader: itself; the point of a list; or nothing, where it is drawn as a picture.
func (s *sheet) sign(c char) (r rune, ok bool) {
	if c.r > 0xff || strings.ContainsRune("-|/&,.:;()+*·@#%", c.r) || c.r >= '0' && c.r <= '9' {
		return c.r, true
	}
	font, err := s.lib.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: s.text, Index: c.index})
	if err != nil {
		return c.r, true
	}
	name := strings.ToLower(font.FontName)
	switch {
	case !slices.ContainsFunc(iconFonts, func(f string) bool { return strings.Contains(name, f) }):
		return c.r, true
	case strings.Contains(name, "wingdings") && strings.ContainsRune(pointers, c.r):
		return bullet, true
	}
	return 0, false
}
