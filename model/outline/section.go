package outline

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

//go:embed sections.txt
var sectionsFile string

// sectionNames is the words that sections.txt calls them by.
var sectionNames = [...]string{"", "summary", "work", "projects", "skills", "study", "certificates", "awards", "publications",
	"volunteering", "talks", "languages", "interests", "references", "contacts"}

// loud is added to the section of a heading that is one only where it is written as headings are.
const loud Section = 0x80

// sections is the section that each known heading opens, by the heading folded.
var sections = sync.OnceValue(func() map[string]Section {
	all := make(map[string]Section, 1200)
	for entry, words := range entries(sectionsFile) {
		for s, name := range sectionNames {
			if name == entry {
				for _, w := range words {
					section := Section(s)
					if strings.HasPrefix(w, "!") {
						section |= loud
					}
					all[heading(nil, w)] = section
				}
			}
		}
	}
	return all
})

// entries goes over the lines of a data file: what stands before the colon, and the words behind it, which commas part.
func entries(file string) func(func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(file) {
			name, list, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			words := strings.Split(list, ",")
			for i, w := range words {
				words[i] = strings.TrimSpace(w)
			}
			if !yield(name, words) {
				return
			}
		}
	}
}

// heading is a heading's words as they are looked up: folded, one blank between, and nothing but blanks in the place of signs.
func heading(buf []byte, s string) string { return string(appendHeading(buf, s)) }

func appendHeading(b []byte, s string) []byte {
	var room [128]byte
	blank := true
	for rest := model.AppendFold(room[:0], s); len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == '-' || r == '\'' || r == '’' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b = append(b, rest[:size]...)
			blank = false
		case r == '&':
			if !blank {
				b = append(b, ' ')
			}
			b, blank = append(b, "and "...), true
		case !blank:
			b, blank = append(b, ' '), true
		}
		rest = rest[size:]
	}
	if blank && len(b) > 0 {
		b = b[:len(b)-1]
	}
	return b
}

// The longest heading that is looked up, in bytes and words.
const (
	headingBytes = 90
	headingWords = 6
)

// section is the section that a line opens by its words; NoSection when it opens none.
func (r *reader) section(i int) Section {
	s := &r.shapes[i]
	if s.blank || s.rule || len(s.text) > headingBytes || s.letters == 0 || s.parts > 2 || s.mail || s.link {
		return NoSection
	}
	spaced := spaced(s)
	if s.words > headingWords && !spaced || s.bullet && !s.capitals() && s.level == 0 {
		return NoSection
	}
	text := s.text
	if spaced {
		text = unspace(text)
	}
	if s.sentence() {
		return NoSection
	}
	var room [128]byte
	key := appendHeading(room[:0], text)
	marked := s.level > 0 || s.bold || s.capitals() || s.last == ':' || spaced
	if found := r.sections[string(key)]; found != NoSection && (found&loud == 0 || marked) {
		found &^= loud
		if s.lower == s.letters && s.upper == 0 && !r.endedBefore(i) {
			return NoSection
		}
		return found
	}
	if !marked {
		return NoSection
	}
	if s.digits > 0 && s.level == 0 {
		return NoSection
	}
	return r.near(key)
}

// beside is the section that a heading in capitals opens which stands to the left of the section's first line; NoSection for none.
func (r *reader) beside(s *shape) Section {
	if s.gaps == 0 || s.bullet || s.upper < 3 {
		return NoSection
	}
	at := strings.Index(s.text, "   ")
	if at <= 0 || at > 40 || strings.ToUpper(s.text[:at]) != s.text[:at] {
		return NoSection
	}
	var room [128]byte
	key := bytes.TrimSuffix(appendHeading(room[:0], s.text[:at]), []byte(" and")) // "AWARDS &", with the rest of it on the next line
	found := r.sections[string(key)] &^ loud
	if found != NoSection {
		s.side = len(s.text) - len(strings.TrimLeft(s.text[at:], " "))
	}
	return found
}

// endedBefore reports whether what stands before a line of small letters has come to its end, so that the line may be a heading.
func (r *reader) endedBefore(i int) bool {
	if i == 0 {
		return true
	}
	before := &r.shapes[i-1]
	return before.blank || before.rule || before.sentence()
}

// near is the section of a heading that begins or ends with a known one, as "SKILLS AND TOOLS" and "RELEVANT WORK EXPERIENCE" do.
func (r *reader) near(key []byte) Section {
	for i := 0; i < len(key); i++ {
		if key[i] == ' ' {
			if found := r.sections[string(key[i+1:])]; found != NoSection {
				return found &^ loud
			}
		}
	}
	for i := len(key) - 1; i > 0; i-- {
		if key[i] == ' ' {
			if found := r.sections[string(key[:i])]; found != NoSection {
				return found &^ loud
			}
		}
	}
	return NoSection
}

// spaced reports whether the letters of a line stand apart, as in "S K I L L S".
func spaced(s *shape) bool {
	return s.words >= 4 && s.letters >= s.words && s.letters <= s.words+1 && s.width >= 2*s.words-1 && s.digits == 0
}

// unspace draws the letters of a line together. Two blanks and more part its words.
func unspace(text string) string {
	b := make([]byte, 0, len(text))
	blanks := 0
	for i := 0; i < len(text); i++ {
		if text[i] == ' ' {
			blanks++
			continue
		}
		if blanks > 1 {
			b = append(b, ' ')
		}
		blanks = 0
		b = append(b, text[i])
	}
	return string(b)
}
