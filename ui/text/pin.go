package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pin makes a screen stand the same on every terminal. Terminals disagree about how wide some clusters are: vowel signs and
// conjuncts of Indic scripts, joined emoji, keycaps. What follows one on its line would be shifted, and a line that was full
// would run over and scroll the screen. Around every such stretch Pin puts what keeps it in the cells that it was counted as:
// no running over, those cells blank before it, the cursor where it belongs after it. screen is whole lines, from the left
// edge of the terminal. Its width as Width counts it stays.
func Pin(screen string) string {
	if !doubtful(screen) {
		return screen
	}
	var out strings.Builder
	out.Grow(len(screen) + 256)
	for line := range strings.SplitAfterSeq(screen, "\n") {
		if doubtful(line) {
			pinLine(&out, line)
		} else {
			out.WriteString(line)
		}
	}
	return out.String()
}

func pinLine(out *strings.Builder, line string) {
	column := 0
	for at := 0; at < len(line); {
		if n := sequence(line[at:]); n > 0 {
			out.WriteString(line[at : at+n])
			at += n
			continue
		}
		from, cells := at, 0
		for at < len(line) && line[at] != 0x1b {
			cluster, w := next(line[at:])
			if !doubtful(cluster) {
				break
			}
			at += len(cluster)
			cells += w
		}
		if at == from {
			cluster, w := next(line[at:])
			out.WriteString(cluster)
			at, column = at+len(cluster), column+w
			continue
		}
		column += cells
		out.WriteString(noWrap)
		if cells > 0 {
			out.WriteString("\x1b[" + strconv.Itoa(cells) + "X")
		}
		out.WriteString(line[from:at] + wrap + "\x1b[" + strconv.Itoa(column+1) + "G")
	}
}

// Whether what is written beyond the right edge goes on in the next line.
const (
	noWrap = "\x1b[?7l"
	wrap   = "\x1b[?7h"
)

// doubtful reports whether there is anything in s that terminals may count differently.
func doubtful(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !single(r) && !agreed(r) {
			return true
		}
		i += size
	}
	return false
}

// agreed reports whether all terminals count r alike, though it is not single: Greek, Cyrillic, Chinese, Japanese, Korean.
func agreed(r rune) bool {
	switch {
	case r >= 0x370 && r <= 0x52f:
		return !unicode.Is(unicode.M, r)
	case r >= 0x3041 && r <= 0x30ff, r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3:
		return !unicode.Is(unicode.M, r)
	}
	return r >= 0x3001 && r <= 0x3011 || r >= 0xff01 && r <= 0xff5e || r >= 0x1e00 && r <= 0x1eff
}

// sequence is how long the styling sequence is that s begins with; 0: none.
func sequence(s string) int {
	if len(s) < 2 || s[0] != 0x1b {
		return 0
	}
	if s[1] != '[' {
		return 2
	}
	for i := 2; i < len(s); i++ {
		if s[i] >= 0x40 && s[i] <= 0x7e {
			return i + 1
		}
	}
	return len(s)
}
