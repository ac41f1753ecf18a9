package office

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// control reads a control word or sign.
func (r *rtf) control() {
	r.at++
	if r.at >= len(r.b) {
		return
	}
	c := r.b[r.at]
	if !isLetter(c) {
		r.at++
		r.controlSign(c)
		return
	}
	from := r.at
	for r.at < len(r.b) && isLetter(r.b[r.at]) && r.at-from < 32 {
		r.at++
	}
	word := string(r.b[from:r.at])
	n, said := r.parameter()
	if r.at < len(r.b) && r.b[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at += min(max(n, 0), len(r.b)-r.at)
		r.pass = max(0, r.pass-1)
		return
	}
	if _, character := characters[word]; character && r.pass > 0 {
		r.pass--
		return
	}
	r.pass = 0
	r.word(word, n, said)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// parameter reads the number of a control word.
func (r *rtf) parameter() (n int, said bool) {
	from := r.at
	if r.at < len(r.b) && r.b[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.b) && r.b[r.at] >= '0' && r.b[r.at] <= '9' && r.at-from < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.b[from:r.at]))
	if err != nil && r.at-from == 1 && r.b[from] == '-' {
		r.at = from
	}
	return n, err == nil
}

// controlSign reads a control sign.
func (r *rtf) controlSign(c byte) {
	switch c {
	case '\'':
		if r.at+2 > len(r.b) {
			r.at = len(r.b)
			return
		}
		v, err := strconv.ParseUint(string(r.b[r.at:r.at+2]), 16, 8)
		if err != nil {
			return
		}
		r.at += 2
		if r.pass > 0 {
			r.pass--
			return
		}
		r.bytes([]byte{byte(v)})
	case '\\', '{', '}':
		if r.pass > 0 {
			r.pass--
			return
		}
		r.bytes([]byte{c})
	case '~':
		r.symbol("\u00a0")
	case '_':
		r.symbol("-")
	case '*':
		r.state.starred = true
	case '\r', '\n':
		r.paragraph()
	case '-', ':', '|':
	}
}

// characters is the control words that are characters.
var characters = map[string]string{
	"tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "softline": "\n", "emdash": "—", "endash": "–", "bullet": "•",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
	"zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "chpgn": page, "sectnum": "",
}

// word reads a control word with its number, and whether it has one.
func (r *rtf) word(word string, n int, said bool) {
	if s, ok := characters[word]; ok {
		r.flush()
		if s != "" {
			r.text(s)
		}
		return
	}
	if word == "u" {
		r.unicode(n)
		return
	}
	r.flush()
	if r.destination(word, n) || r.properties(word, n, said) || r.tableWord(word, n) {
		return
	}
	if r.state.starred { // a destination that is not known
		r.state.place, r.state.starred = inNothing, false
	}
}

// unicode reads a character of Unicode; some that stand for it follow.
func (r *rtf) unicode(n int) {
	r.flush()
	c := rune(n)
	if n < 0 {
		c = rune(n + 0x10000)
	}
	r.pass = r.state.skipped
	switch {
	case utf16.IsSurrogate(c):
		if r.high == 0 {
			r.high = c
			return
		}
		c = utf16.DecodeRune(r.high, c)
	case c < 0 || c > 0x10ffff:
		return
	}
	r.high = 0
	if c == 0 {
		return
	}
	r.text(string(c))
}

// properties reads a control word that says how words or paragraphs are set.
func (r *rtf) properties(word string, n int, said bool) bool {
	on := !said || n != 0
	s := &r.state
	switch word {
	case "plain":
		s.size, s.hidden, s.ink, s.ground, s.font = 12, false, 0, 0, 0
	case "f":
		s.font = n
		if s.place == inFonts {
			r.font, r.name = n, nil
		}
	case "fs":
		s.size = float64(n) / 2
		if n <= 0 || n > 4000 {
			s.size = 12
		}
	case "v":
		s.hidden = on
	case "deleted":
		s.deleted = on
	case "cf":
		s.ink = n
	case "highlight", "cb", "chcbpat":
		s.ground = n
	case "cbpat":
		s.below = n
	case "uc":
		s.skipped = min(max(n, 0), 16)
	case "pard":
		s.outline, s.paragraphIs, s.inTable, s.nested, s.depth, s.below = 0, 0, false, 0, 0, 0
	case "outlinelevel":
		s.outline = 0
		if n >= 0 && n < 9 {
			s.outline = n + 1
		}
	case "s":
		s.paragraphIs = n
		if s.place == inStyles {
			r.style = n
		}
	case "ilvl":
		s.depth = min(max(n, 0), levels-1)
	case "intbl":
		s.inTable = true
	case "itap":
		s.nested = min(max(n, 0), mostNested)
	case "red":
		r.colour.r, r.colour.said = uint8(n), true
	case "green":
		r.colour.g, r.colour.said = uint8(n), true
	case "blue":
		r.colour.b, r.colour.said = uint8(n), true
	case "fcharset", "cpg", "ansicpg", "mac", "pc", "pca":
		r.charset(word, n)
	case "facingp":
		r.facing = true
	case "titlepg":
		r.state.column.first = true
	default:
		return false
	}
	return true
}

// styled ends an entry of the table of styles.
func (r *rtf) styled() {
	name := strings.TrimSuffix(strings.TrimSpace(string(r.name)), ";")
	style := rtfStyle{outline: r.state.outline, title: titleName.MatchString(name)}
	if m := headingName.FindStringSubmatch(name); m != nil {
		style.outline, _ = strconv.Atoi(m[1])
	}
	if name != "" && len(r.styles) < maxStyles {
		r.styles[r.style] = style
	}
	r.name = nil
}

// coloured ends an entry of the table of colours.
func (r *rtf) coloured() {
	if len(r.colours) < maxStyles {
		c := tint{known: r.colour.said}
		c.R, c.G, c.B, c.A = r.colour.r, r.colour.g, r.colour.b, 255
		r.colours = append(r.colours, c)
	}
	r.colour = rgb{}
}
