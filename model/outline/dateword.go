package outline

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

//go:embed dates.txt
var datesFile string

// word is what a word means in dates: bits, since one may mean several things.
type word struct {
	month  uint8 // 1 to 12, 0 for none
	season uint8 // 1 spring to 4 winter, 0 for none
	means  meaning
}

type meaning uint8

const (
	toPresent meaning = 1 << iota
	toNext            // between two dates
	since
	yearly   // behind a year
	within   // between the parts of a date
	expected // before a date that was still to come
	begins   // phrases of several words begin with it
)

var dateWords = sync.OnceValue(func() map[string]word {
	all := make(map[string]word, 600)
	means := map[string]meaning{"present": toPresent, "to": toNext, "since": since, "years": yearly, "within": within, "expected": expected}
	for entry, words := range entries(datesFile) {
		for i, w := range words {
			for way := range strings.SplitSeq(w, "|") {
				key := model.Fold(way)
				x := all[key]
				switch entry {
				case "months":
					x.month = uint8(i + 1)
				case "seasons":
					x.season = uint8(i + 1)
				default:
					x.means |= means[entry]
				}
				all[key] = x
				if first, _, several := strings.Cut(key, " "); several {
					first = strings.TrimSuffix(first, ".")
					x := all[first]
					x.means |= begins
					all[first] = x
				}
			}
		}
	}
	return all
})

// word looks up the word at i, or the phrase of up to three that begins there: end is the byte after it; i when there is none.
func (d *dates) word(i int) (w word, end int) {
	end = d.letters(i)
	if end == i {
		return word{}, i
	}
	w = d.lookup(i, end)
	if w.means&begins == 0 {
		return w, end
	}
	for stop, n := end, 0; n < 2; n++ {
		next := d.blanks(stop)
		if next < len(d.line) && d.line[next] == '.' {
			next = d.blanks(next + 1)
		}
		last := d.letters(next)
		if last == next {
			break
		}
		if longer := d.lookup(i, last); longer.means&^begins != 0 {
			w, end = longer, last
		}
		stop = last
	}
	return w, end
}

// The longest word of a date, in bytes.
const longWord = 44

func (d *dates) lookup(i, end int) word {
	if end-i > longWord {
		return word{}
	}
	return d.words[string(model.AppendFold(d.buf[:0], d.line[i:end]))]
}

// letters is the end of the letters that begin at i. Letters of scripts without blanks count one at a time, in words that are known.
func (d *dates) letters(i int) int {
	end := i
	for end < len(d.line) && end-i <= longWord {
		c := d.line[end]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' || end > i && (c == '\'' || c == '/' && end+1 < len(d.line) && d.line[end+1] == 'm') {
				end++
				continue
			}
			if c == '.' && end > i && end+2 <= len(d.line) && dotted(d.line[i:end], d.line[end+1:]) {
				end++
				continue
			}
			return end
		}
		r, size := utf8.DecodeRuneInString(d.line[end:])
		if r >= 0x2e80 && r < 0xac00 {
			return d.characters(i, end)
		}
		if r != '’' && !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return end
		}
		end += size
	}
	return end
}

// dotted reports whether a full stop stands within an abbreviation, as in "н.в" and "t.o.m".
func dotted(before, after string) bool {
	return utf8.RuneCountInString(before[strings.LastIndexByte(before, '.')+1:]) == 1 && after != "" && after[0] != ' '
}

// characters is the end of the longest known word of up to three characters at i.
func (d *dates) characters(i, end int) int {
	if end > i {
		return end
	}
	best := i
	for n := 0; n < 3 && end < len(d.line); n++ {
		_, size := utf8.DecodeRuneInString(d.line[end:])
		end += size
		if _, ok := d.words[d.line[i:end]]; ok {
			best = end
		}
	}
	if best == i {
		_, size := utf8.DecodeRuneInString(d.line[i:])
		return i + size
	}
	return best
}
