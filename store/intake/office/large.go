package office

import (
	"strings"
	"unicode"
)

// run is words of one size in one paragraph.
type run struct {
	size      float64 // in points
	paragraph int     // counted from the beginning, blank ones too
	words     string
	letters   int
}

// firstRuns is how many runs of words are looked at for the largest: about a page's.
const firstRuns = 120

// maxLarge is how many bytes of a run are kept.
const maxLarge = 4000

// set notes the size of words; of a blank it does not matter.
func (s *sheet) set(size float64, words string, blank bool) {
	n := len(s.runs)
	if blank {
		if n > 0 && s.runs[n-1].letters > 0 && len(s.runs[n-1].words) < maxLarge {
			s.runs[n-1].words += " "
		}
		return
	}
	if n == 0 {
		s.runs = append(s.runs, run{})
		n = 1
	}
	last := &s.runs[n-1]
	switch {
	case last.letters == 0:
		last.size = size
	case last.size != size:
		if n >= firstRuns {
			return
		}
		s.runs = append(s.runs, run{size: size, paragraph: last.paragraph})
		last = &s.runs[n]
	}
	if len(last.words) < maxLarge {
		last.words += words
		for _, r := range words {
			if unicode.IsLetter(r) {
				last.letters++
			}
		}
	}
}

// ended notes the end of a paragraph.
func (s *sheet) ended() {
	n := len(s.runs)
	if n == 0 || n >= firstRuns {
		return
	}
	if last := s.runs[n-1]; last.letters == 0 {
		s.runs[n-1] = run{paragraph: last.paragraph + 1}
	} else {
		s.runs = append(s.runs, run{paragraph: last.paragraph + 1})
	}
}

// large is the words set largest on the first page: those of a title, or those of the greatest size if most are smaller.
func (s *sheet) large() string {
	for _, t := range s.titles {
		if t = strings.Join(strings.Fields(t), " "); lettered(t) {
			return t
		}
	}
	bySize := map[float64]int{}
	greatest, all := 0.0, 0
	for _, r := range s.runs {
		bySize[r.size] += r.letters
		all += r.letters
		if r.letters > 1 {
			greatest = max(greatest, r.size)
		}
	}
	if greatest == 0 || bySize[greatest]*2 > all {
		return ""
	}
	var groups [][]string // of paragraphs that follow each other
	before := -2
	for _, r := range s.runs {
		if r.letters == 0 || r.size != greatest {
			continue
		}
		if r.paragraph > before+1 {
			groups = append(groups, nil)
		}
		last := &groups[len(groups)-1]
		*last = append(*last, r.words)
		before = r.paragraph
	}
	if len(groups) != 1 || len(groups[0]) > 3 { // headings, or a paragraph
		return ""
	}
	return strings.Join(strings.Fields(strings.Join(groups[0], " ")), " ")
}
