package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

// token is one word of a text.
type token struct {
	from, to int    // bytes of the text
	stem     string // the word folded and stemmed
	glued    bool   // a hyphen alone parts it from the word before
}

// manyStem stands for every number that is shortened because it is large: 10M, 50k, 2bn.
const manyStem = "#many"

// scanner walks the words of a text. It reuses its buffer, so that reading a long document makes no garbage; stem is valid
// until the next call.
type scanner struct {
	text string
	at   int
	buf  []byte

	from, to int
	stem     []byte
	glued    bool
}

// next moves to the next word; false at the end.
func (s *scanner) next() bool {
	before := s.at
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		switch {
		case script(r):
			s.begin(before)
			s.at += size
			s.to, s.stem = s.at, append(s.buf[:0], s.text[s.from:s.at]...)
			s.buf = s.stem
			return true
		case r == '.' && dotName(s.text, s.at):
			s.begin(before)
			s.at++
			s.word()
			return true
		case wordRune(r):
			s.begin(before)
			s.word()
			return true
		}
		s.at += size
	}
	return false
}

func (s *scanner) begin(before int) {
	s.from = s.at
	gap := s.text[before:s.at]
	s.glued = gap == "" && before > 0 || gap == "-" || gap == "\u00ad" || gap == "\u2010" || gap == "\u2011"
}

// word reads the rest of a word whose first byte is at s.from.
func (s *scanner) word() {
	for s.at < len(s.text) {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if letterOrDigit(c) || c == '\'' && s.at > s.from && s.at+1 < len(s.text) && letterOrDigit(s.text[s.at+1]) {
				s.at++
				continue
			}
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if !wordRune(r) || script(r) {
			break
		}
		s.at += size
	}
	if n := grouped(s.text[s.from:]); n > 0 && s.at-s.from <= 3 {
		s.at += n - (s.at - s.from)
		s.to, s.buf = s.at, append(s.buf[:0], manyStem...)
		s.stem = s.buf
		return
	}
	s.signs()
	s.to = s.at
	s.buf = model.AppendFold(s.buf[:0], s.text[s.from:s.to])
	s.stem = stem(s.buf)
}

// grouped is the length of a number of 10,000 or more whose thousands are parted, as text begins with; 0 for none. A point parts them
// where no other reading is left: 99.999 is no such number, 10.000 and 1.500.000 are.
func grouped(text string) int {
	first := 0
	for first < len(text) && first < 3 && '0' <= text[first] && text[first] <= '9' {
		first++
	}
	if first == 0 || first == len(text) || text[first] != ',' && text[first] != '.' || text[0] == '0' {
		return 0
	}
	end, groups, zeros := first, 0, true
	for end+3 < len(text) && text[end] == text[first] && digits(text[end+1:end+4]) && (end+4 == len(text) || !letterOrDigit(text[end+4])) {
		zeros = zeros && text[end+1:end+4] == "000"
		end, groups = end+4, groups+1
	}
	if groups == 0 || groups == 1 && (first == 1 || text[first] == '.' && !zeros) {
		return 0
	}
	return end
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// signs takes the + and # that belong to the short names of languages: C++, C#, F#.
func (s *scanner) signs() {
	if s.at-s.from > 2 || !letterOrDigit(s.text[s.from]) || s.text[s.from] <= '9' {
		return
	}
	rest := s.text[s.at:]
	switch {
	case strings.HasPrefix(rest, "++"):
		s.at += 2
	case strings.HasPrefix(rest, "#"):
		s.at++
	}
}

// dotName reports whether a name that begins with its dot stands at i: .NET, not the end of a sentence.
func dotName(text string, i int) bool {
	if i > 0 {
		if r, _ := utf8.DecodeLastRuneInString(text[:i]); wordRune(r) {
			return false
		}
	}
	rest := text[i+1:]
	return len(rest) >= 3 && strings.EqualFold(rest[:3], "net") && (len(rest) == 3 || !letterOrDigit(rest[3]))
}

func letterOrDigit(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return letterOrDigit(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// script reports whether r belongs to a script that is written without spaces, or with words too joined to be told apart by
// them: there every character is a word of its own, and words are runs of them.
func script(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai)
}

// pair reports whether s begins with a character that is a word of its own.
func pair(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return script(r)
}

// words is the words of a text.
func words(text string) []token {
	var all []token
	for s := (scanner{text: text}); s.next(); {
		all = append(all, token{s.from, s.to, string(s.stem), s.glued})
	}
	return all
}
