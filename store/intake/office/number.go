package office

import (
	"strconv"
	"strings"
)

// number is a number in one of the ways that lists are counted in: the words of OOXML, and the letters of ODF and RTF.
func number(n int, way string) string {
	switch way {
	case "upperRoman", "I":
		return strings.ToUpper(roman(n))
	case "lowerRoman", "i":
		return roman(n)
	case "upperLetter", "A":
		return strings.ToUpper(letters(n))
	case "lowerLetter", "a":
		return letters(n)
	case "decimalZero", "01":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none", "":
		return ""
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

// letters counts as word processors do: a to z, then aa, bb.
func letters(n int) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// levels is how many levels lists have.
const levels = 10

// counter counts the items of a list on its levels.
type counter struct {
	at      [levels]int
	started [levels]bool
}

// next counts an item of a level on; the levels below begin anew.
func (c *counter) next(level, start int) {
	if c.started[level] {
		c.at[level]++
	} else {
		c.at[level], c.started[level] = start, true
	}
	for i := level + 1; i < levels; i++ {
		c.started[i] = false
	}
}

// mark is what stands before an item: a number as it is written, or a bullet for signs of any kind.
func mark(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		return ""
	case lettered(s) && s != "o": // what Word has for a hollow bullet
		return s + " "
	}
	return bullet
}
