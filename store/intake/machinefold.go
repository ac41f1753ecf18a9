package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// squashed is text as words are looked for in it: its letters and digits alone, in lower case, without accents, those of
// other alphabets that look like Latin ones as Latin ones. So neither white space, wrapped lines, invisible characters nor
// borrowed letters hide a word. A byte 0 stands where a sentence or a paragraph ends.
type squashed struct {
	text  []byte
	first []bool // of each byte of text: a word begins here
	words []spot // the words, in order
}

// spot is where a word is.
type spot struct {
	at       int32 // in the squashed text
	line     int32 // from 0
	from, to int32 // in its line, in bytes
}

// lookalikes is pairs: a letter, and the Latin one that it passes for.
const lookalikes = "аaеeоoрpсcуyхxіiѕsјjкkмmтtнhвbѵvԁdɡgһhӏlԛqԝwαaεeοoρpιiκkνvτtυuχxηnγyωwßsøołlđdðdıiſsɑaⅼlᴀaʙbᴄcᴅdᴇeɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz"

// squash makes squashed text of lines.
func squash(lines []string) squashed {
	size := 0
	for _, l := range lines {
		size += len(l) + 1
	}
	s := squashed{text: make([]byte, 0, size), first: make([]bool, 0, size), words: make([]spot, 0, size/6+1)}
	for n, line := range lines {
		if strings.TrimSpace(line) == "" {
			s.stop()
			continue
		}
		s.add(line, n)
	}
	s.stop()
	return s
}

// stop ends a sentence.
func (s *squashed) stop() { s.text, s.first = append(s.text, 0), append(s.first, false) }

// add adds a line.
func (s *squashed) add(line string, n int) {
	in := false // a word
	for i := 0; i < len(line); {
		c, wide := line[i], 1
		switch {
		case c >= utf8.RuneSelf:
			var r rune
			r, wide = utf8.DecodeRuneInString(line[i:])
			in = s.rune(r, in, spot{line: int32(n), from: int32(i), to: int32(i + wide)})
		case lower(c) != 0:
			for i+wide < len(line) && lower(line[i+wide]) != 0 {
				wide++
			}
			in = s.word(line[i:i+wide], in, spot{line: int32(n), from: int32(i), to: int32(i + wide)})
		default:
			in = false
			if (c == '.' || c == '!' || c == '?') && (i+1 == len(line) || line[i+1] == ' ') {
				s.stop()
			}
		}
		i += wide
	}
}

// lower is a letter or digit of ASCII in lower case, 0 for all else.
func lower(c byte) byte {
	switch {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		return c
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	}
	return 0
}

// word adds letters and digits of ASCII, to the word at hand or as a new one.
func (s *squashed) word(letters string, in bool, at spot) bool {
	if in {
		s.words[len(s.words)-1].to = at.to
	} else {
		at.at = int32(len(s.text))
		s.words = append(s.words, at)
	}
	text, first := s.text, s.first
	for i := range len(letters) {
		text, first = append(text, lower(letters[i])), append(first, !in && i == 0)
	}
	s.text, s.first = text, first
	return true
}

// byte adds one byte of a letter.
func (s *squashed) byte(c byte, in bool, at spot) bool {
	s.word("x", in, at)
	s.text[len(s.text)-1] = c
	return true
}

// rune adds a character beyond ASCII, and reports whether the word goes on behind it.
func (s *squashed) rune(r rune, in bool, at spot) bool {
	if r == '。' || r == '！' || r == '？' {
		s.stop()
		return false
	}
	if r == 0xad || r >= 0x300 && unicode.In(r, unicode.Cf, unicode.Mn) {
		return in
	}
	alone := r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) // no white space parts words
	in = in && !alone
	var buffer [utf8.UTFMax]byte
	raw := buffer[:utf8.EncodeRune(buffer[:], r)]
	if lookalike(unicode.ToLower(r)) == 0 {
		if whole := norm.NFKD.Properties(raw).Decomposition(); whole != nil {
			raw = whole
		}
	}
	for _, r := range string(raw) {
		if unicode.IsMark(r) {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			in = false
			continue
		}
		r = unicode.ToLower(r)
		if latin := lookalike(r); latin != 0 {
			in = s.byte(latin, in, at)
			continue
		}
		for _, c := range []byte(string(r)) {
			in = s.byte(c, in, at)
		}
	}
	return in && !alone
}

// lookalike is the Latin letter that r passes for, 0 for none.
func lookalike(r rune) byte {
	if r < 0xdf || r >= 0x2e80 && r < 0xa000 {
		return 0
	}
	var b [utf8.UTFMax]byte
	if at := strings.Index(lookalikes, string(b[:utf8.EncodeRune(b[:], r)])); at >= 0 {
		return lookalikes[at+utf8.RuneLen(r)]
	}
	return 0
}

// fold is one word or several as squashed text has them.
func fold(s string) string {
	return strings.Trim(string(squash([]string{s}).text), "\x00")
}
