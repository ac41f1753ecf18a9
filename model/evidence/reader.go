package evidence

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The weights of what a requirement asks for.
const (
	weightThing    = 1.0  // the vocabulary knows it
	weightName     = 0.9  // written like a name: Snowflake, dbt, OR-Tools
	weightCompound = 0.6  // joined by a hyphen
	weightWord     = 0.5  // any other word, where nothing better is asked for
	weightBeside   = 0.3  // any other word beside better ones: it takes two to make a line
	weightCommon   = 0.12 // a word that every other resume has
)

// reading is one thing that a requirement's text was read to ask for.
type reading struct {
	why      string
	weight   float64
	speaking []speaking
	years    bool
}

// reader reads the texts of requirements.
type reader struct {
	vocabulary
	asked map[string][]asked // by first stem
}

type asked struct {
	phrase
	entry int
}

func newReader(v vocabulary) reader {
	r := reader{v, map[string][]asked{}}
	for i, e := range v.entries {
		for _, p := range e.asked {
			r.asked[p.stems[0]] = append(r.asked[p.stems[0]], asked{p, i})
		}
	}
	return r
}

var yearsAsked = regexp.MustCompile(`(?i)(\d{1,2})\s*(?:\+|or more|plus)?\s*(?:[-–]\s*\d{1,2}\+?\s*)?(?:years|yrs)\b`)

// read gives what the text of a requirement asks for, in its order, each thing once.
func (r reader) read(text string) (read []reading) {
	at := map[string]bool{}
	put := func(x reading) {
		if !at[x.why] {
			at[x.why] = true
			read = append(read, x)
		}
	}
	if m := yearsAsked.FindStringSubmatch(text); m != nil {
		put(reading{why: m[1] + "+ years", weight: weightThing, years: true})
	}
	ws := words(text)
	for i := 0; i < len(ws); {
		if n, things := r.longest(text, ws[i:]); n > 0 {
			for _, t := range things {
				put(reading{why: r.entries[t].name, weight: weightThing, speaking: r.speaking(t)})
			}
			i += n
			continue
		}
		for _, x := range r.plain(text, ws, i) {
			put(x)
		}
		i++
	}
	besides(read)
	return read
}

// besides takes weight from plain words where the requirement asks for something better.
func besides(read []reading) {
	for _, r := range read {
		if r.weight >= weightName {
			for i := range read {
				if read[i].weight == weightWord {
					read[i].weight = weightBeside
				}
			}
			return
		}
	}
}

// longest is the length in words of the longest phrases that ws begins with and that ask for something, and what they ask for.
func (r reader) longest(text string, ws []token) (length int, things []int) {
	for _, a := range r.asked[ws[0].stem] {
		n := len(a.stems)
		if n < length || n > len(ws) || !a.begins(text, ws) {
			continue
		}
		if n > length {
			length, things = n, nil
		}
		things = append(things, a.entry)
	}
	return length, things
}

func (p phrase) begins(text string, ws []token) bool {
	for i, s := range p.stems {
		if ws[i].stem != s {
			return false
		}
	}
	return p.written(text[ws[0].from:ws[len(p.stems)-1].to])
}

// plain gives what word i asks for by itself, where the vocabulary has no thing for it.
func (r reader) plain(text string, ws []token, i int) []reading {
	w := ws[i]
	shown := text[w.from:w.to]
	one := func(why string, weight float64, stems ...string) reading {
		return reading{why: why, weight: weight, speaking: []speaking{{phrase{stems: stems}, same, -1, why}}}
	}
	if c, _ := utf8.DecodeRuneInString(shown); script(c) {
		if i+1 < len(ws) && ws[i+1].from == w.to {
			return []reading{one(text[w.from:ws[i+1].to], weightWord, w.stem, ws[i+1].stem)}
		}
		return nil
	}
	var read []reading
	if i+1 < len(ws) && ws[i+1].glued && !r.stop[w.stem] {
		read = append(read, one(text[w.from:ws[i+1].to], weightCompound, w.stem, ws[i+1].stem))
	}
	switch {
	case r.stop[w.stem], len(shown) < 2, number(shown):
	case r.common[w.stem]:
		read = append(read, one(shown, weightCommon, w.stem))
	case named(text, w):
		read = append(read, one(shown, weightName, w.stem))
	default:
		read = append(read, one(shown, weightWord, w.stem))
	}
	return read
}

// named reports whether the word is written like a name: with a capital that does not begin a sentence or that begins a list, a
// capital inside, a digit beside letters, or no vowel at all.
func named(text string, w token) bool {
	shown := text[w.from:w.to]
	first, size := utf8.DecodeRuneInString(shown)
	if strings.IndexFunc(shown[size:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) >= 0 {
		return true
	}
	if len(w.stem) > 1 && plain([]byte(w.stem)) && !vowel([]byte(w.stem)) {
		return true
	}
	if unicode.IsUpper(first) && w.to < len(text) && (text[w.to] == ',' || text[w.to] == '/') {
		return true
	}
	before := strings.TrimRight(text[:w.from], " \t\"'“‘(")
	return unicode.IsUpper(first) && before != "" && !strings.ContainsAny(before[len(before)-1:], ".:;!?•-")
}

func number(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
