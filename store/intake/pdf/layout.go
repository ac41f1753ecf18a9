package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run in its place along lines that run to the right.
type word struct {
	box
	text  string
	base  float64 // y of the line that it stands on
	em    float64 // its size, in points
	order int     // when it is drawn
	space bool    // white space was drawn before it
}

// segment is words on one line with nothing but white space for words between them: no gutter runs through it.
type segment struct {
	box
	words []word
	base  float64
	em    float64
}

// leaf is segments that are read line by line: a column, or what stands across all of them.
type leaf []segment

// arrange gives the lines of words in reading order, an empty one between blocks.
func arrange(words []word) []string {
	var out []string
	var last line
	for _, l := range leaves(words) {
		lines := l.lines()
		text := texts(lines)
		if len(text) == 0 {
			continue
		}
		if len(out) > 0 && apart(last, lines[0], usualWhite) {
			out = append(out, "")
		}
		out = append(out, text...)
		last = lines[len(lines)-1]
	}
	return out
}

// leaves parts words into what is read one after the other.
func leaves(words []word) []leaf {
	c := cutter{fromRight: mostlyFromRight(words)}
	c.cut(segments(words), 0)
	return c.leaves
}

// segments makes segments of words, in the order of their lines.
func segments(words []word) []segment {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.base, b.base) })
	var out []segment
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].base-words[from].base <= max(0.8, 0.12*min(words[from].em, words[to].em)) {
			to++
		}
		line := words[from:to]
		slices.SortStableFunc(line, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
		out = append(out, chain(line)...)
		from = to
	}
	return withMarkers(out)
}

// chain joins the words of a line to segments.
func chain(line []word) []segment {
	var out []segment
	for i, w := range line {
		if i > 0 {
			s := &out[len(out)-1]
			if twice(s.words, w) {
				continue
			}
			if w.x0-s.x1 <= reach(min(w.em, s.em)) {
				s.words = append(s.words, w)
				s.box = s.box.add(w.box)
				s.em = max(s.em, w.em)
				continue
			}
		}
		out = append(out, segment{box: w.box, words: []word{w}, base: w.base, em: w.em})
	}
	return out
}

// twice reports whether a word is drawn again in the place where it stands already, as is done to make it look bold.
func twice(words []word, w word) bool {
	for _, v := range words[max(0, len(words)-3):] {
		if v.text == w.text && math.Abs(v.x0-w.x0) < 0.1*w.em && math.Abs(v.x1-w.x1) < 0.1*w.em && math.Abs(v.base-w.base) < 0.1*w.em {
			return true
		}
	}
	return false
}

// reach is how far apart words of a size may be and belong together: a space that was stretched to fill the line, not a gutter.
func reach(em float64) float64 { return max(0.45*em, min(0.85*em, 11)) }

const beside = 30 // segments, in the order of lines, among which the text of a marker is

// withMarkers joins the bullet of a list, or its number, to the text that it stands before, whatever is between them.
func withMarkers(in []segment) []segment {
	gone := make([]bool, len(in))
	for i := range in {
		m := in[i]
		if len(m.words) != 1 || !marker(m.words[0].text) {
			continue
		}
		best := -1
		for j := max(0, i-beside); j < min(len(in), i+beside); j++ { // the text next to it on the right
			t := in[j]
			if j == i || gone[j] || t.x0 < m.x0 || t.x0-m.x1 > 3.5*t.em || !level(m.box, t.box) {
				continue
			}
			if best < 0 || t.x0 < in[best].x0 {
				best = j
			}
		}
		if best >= 0 {
			t := &in[best]
			w := m.words[0]
			w.base = t.base
			t.words = append([]word{w}, t.words...)
			t.x0 = min(t.x0, m.x0)
			gone[i] = true
		}
	}
	out := in[:0]
	for i, s := range in {
		if !gone[i] {
			out = append(out, s)
		}
	}
	return out
}

// level reports whether a stands beside b: most of the lower one's height is within the other's.
func level(a, b box) bool {
	return min(a.y1, b.y1)-max(a.y0, b.y0) > 0.5*min(a.height(), b.height())
}

// marker reports whether a word is the bullet or the number of an item.
func marker(s string) bool {
	if r, n := utf8.DecodeRuneInString(s); n == len(s) {
		return point(r)
	}
	digits := strings.TrimRight(s, ".)")
	return digits != s && len(digits) <= 2 && strings.Trim(digits, "0123456789") == ""
}

// point reports whether r is a sign that lists have before their items.
func point(r rune) bool {
	return strings.ContainsRune("•◦▪▫‣⁃∙●○■□◆◇➢➤➔►▸▶❖✓✔✦⬧⚫⚬⦁·", r)
}

// dash reports whether s is a dash, which stands before an item too, where text follows.
func dash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "*" }

func mostlyFromRight(words []word) bool {
	from := 0
	for _, w := range words {
		switch directionOf(w.text) {
		case -1:
			from++
		case 1:
			from--
		}
	}
	return from > 0
}

// directionOf is which way a word runs: 1 to the right, -1 to the left, 0 when it has no letters.
func directionOf(s string) int {
	for _, r := range s {
		switch {
		case rightToLeft(r):
			return -1
		case unicode.IsLetter(r):
			return 1
		}
	}
	return 0
}

// typical is the median of sizes.
func typical(sizes []float64) float64 {
	if len(sizes) == 0 {
		return 0
	}
	sizes = slices.Sorted(slices.Values(sizes))
	return sizes[len(sizes)/2]
}
