package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what can be seen of a line without reading its words.
type shape struct {
	text    string // without indentation, bullet and the marks of a heading
	at      int    // the byte of the line where text begins
	hang    int    // in cells: where text begins
	width   int    // of text, in cells
	level   int    // of a Markdown heading; 0 for none
	words   int
	letters int
	upper   int // letters that are capitals
	lower   int // letters that are small
	digits  int
	parts   int // signs that part the items of a list: commas, bars, bullets, semicolons
	gaps    int // stretches of three blanks or more
	first   rune
	last    rune
	bullet  bool
	quoted  bool
	bold    bool // all of it is in one pair of Markdown's bold marks
	rule    bool
	blank   bool
	mail    bool // an @ stands in it
	link    bool // an address of the web stands in it
	year    bool // it may hold a date
	colon   bool // a colon stands in it
	opens   bool // it is a heading whose words are known
	side    int  // bytes at the beginning of text that are a heading in the margin, and the gap behind it
	date    int  // bytes at the beginning of text that end a date of the line before
}

// read sees the shape of a line.
func (s *shape) read(line string, markdown bool) {
	*s = shape{text: strings.TrimRight(line, " \t\r\u00a0")}
	for s.at < len(s.text) {
		if c := s.text[s.at]; c == ' ' {
			s.hang++
		} else if c == '\t' {
			s.hang += 3
		} else {
			break
		}
		s.at++
	}
	s.text = s.text[s.at:]
	if s.text == "" || s.text == "\u00a0" {
		s.blank = true
		return
	}
	if s.rule = ruled(s.text); s.rule {
		return
	}
	if s.hang > deepest {
		s.hang = deepest
	}
	if markdown && s.text[0] == '#' {
		if n := Hashes(s.text); n > 0 {
			s.level = n - len(strings.TrimLeft(s.text[:n], "#"))
			s.skip(n)
			if at := strings.LastIndex(s.text, " {#"); at > 0 && strings.HasSuffix(s.text, "}") {
				s.text = strings.TrimRight(s.text[:at], " ")
			}
			s.text = strings.TrimRight(s.text, "# ")
		}
	}
	if s.level == 0 {
		if n, width := Bullet(s.text); n > 0 {
			s.bullet = true
			s.hang += width
			s.skip(n)
		} else if n := quoting(s.text); n > 0 {
			s.quoted = true
			s.hang += 2
			s.skip(n)
		} else if markdown && strings.HasPrefix(s.text, ": ") { // what a word of a list means
			n := len(s.text) - len(strings.TrimLeft(s.text[1:], " "))
			s.hang += n
			s.skip(n)
		}
	}
	if markdown && len(s.text) > 4 && strings.HasPrefix(s.text, "**") {
		s.bold = strings.Index(s.text[2:], "**") == len(s.text)-4
	}
	s.count()
}

func (s *shape) skip(n int) { s.text, s.at = s.text[n:], s.at+n }

// The widest indentation that is told apart, in cells.
const deepest = 8

// count counts the characters of the text.
func (s *shape) count() {
	text, blanks, run := s.text, 1, 0 // run: digits on end
	s.first, _ = utf8.DecodeRuneInString(text)
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			i += s.countRune(text[i:], &blanks)
			run = 0
			continue
		}
		i++
		s.width++
		if c == ' ' || c == '\t' {
			blanks++
			if c == '\t' {
				blanks += 2
			}
			run = 0
			continue
		}
		if blanks > 0 {
			if blanks >= 3 {
				s.gaps++
			}
			s.words++
			blanks = 0
		}
		switch {
		case 'a' <= c && c <= 'z':
			s.letters++
			s.lower++
			run = 0
		case 'A' <= c && c <= 'Z':
			s.letters++
			s.upper++
			run = 0
		case '0' <= c && c <= '9':
			s.digits++
			run++
			full := run == 4 && (i == len(text) || text[i] < '0' || text[i] > '9')
			s.year = s.year || full && (text[i-4:i-2] == "19" || text[i-4:i-2] == "20") || run == 2 && i >= 3 && shortYear(text[:i-2])
		default:
			run = 0
			s.sign(c, i, text)
		}
	}
	s.last, _ = utf8.DecodeLastRuneInString(text)
}

// shortYear reports whether a year of two digits may follow the text: one of "'19", "03/19" or "01.02.19".
func shortYear(before string) bool {
	switch last := before[len(before)-1]; last {
	case '\'', '/':
		return true
	case '.':
		return len(before) >= 4 && before[len(before)-4] == '.'
	default:
		return last == "’"[2] && strings.HasSuffix(before, "’")
	}
}

func (s *shape) sign(c byte, next int, text string) {
	switch c {
	case ',', '|', ';':
		if c != ',' || next == len(text) || text[next] < '0' || text[next] > '9' {
			s.parts++
		}
	case '@':
		s.mail = s.mail || next < len(text) && text[next] != ' '
	case ':':
		s.colon = true
		s.link = s.link || strings.HasPrefix(text[next:], "//")
	case '.':
		rest := text[next:]
		s.link = s.link || strings.HasPrefix(rest, "com/") || strings.HasPrefix(rest, "linkedin.com") || strings.HasPrefix(rest, "org/") || next >= 4 && text[next-4:next] == "www."
	}
}

// countRune counts a character beyond ASCII and gives its size in bytes.
func (s *shape) countRune(text string, blanks *int) int {
	r, size := utf8.DecodeRuneInString(text)
	s.width += cells(r)
	if r == '\u00a0' || r == '\u2003' || r == '\u3000' {
		*blanks++
		return size
	}
	if *blanks > 0 {
		if *blanks >= 3 {
			s.gaps++
		}
		s.words++
		*blanks = 0
	}
	switch {
	case unicode.IsLower(r):
		s.letters++
		s.lower++
	case unicode.IsUpper(r):
		s.letters++
		s.upper++
	case unicode.IsLetter(r):
		s.letters++
	case r == '•' || r == '·' || r == '、' || r == '，' || r == '；' || r == '∙' || r == '⋅' || r == '◦':
		s.parts++
	case r == '：':
		s.colon = true
	}
	return size
}

// capitals reports whether all letters, of which there are three at least, are capitals.
func (s *shape) capitals() bool { return s.letters >= 3 && s.upper == s.letters }

// sentence reports whether the text ends as sentences do.
func (s *shape) sentence() bool { return ends(s.last) }

func ends(r rune) bool { return strings.ContainsRune(".!?。！？…", r) && r != 0 }

// signs is what rules are typed with.
const signs = "-=_*~─━"

// ruled reports whether a line is nothing but three or more of one sign.
func ruled(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(signs, first) && len(s) >= 3*size && strings.Trim(s, s[:size]) == ""
}

// Hashes is the length in bytes of the marks of a Markdown heading, with the blanks after them; 0 for no heading.
func Hashes(s string) int {
	words := strings.TrimLeft(s, "#")
	n := len(s) - len(words)
	text := strings.TrimLeft(words, " ")
	if n == 0 || n > 6 || text == "" || len(text) == len(words) {
		return 0
	}
	return len(s) - len(text)
}

// Bullet is the length of the bullet or number that a line begins with, with the blanks after it, in bytes and cells; 0 for none.
func Bullet(s string) (n, width int) {
	if s == "" {
		return 0, 0
	}
	c, mark := s[0], 0
	switch {
	case c == '-' || c == '*' || c == '+' || c == 'o' && len(s) > 1 && (s[1] == ' ' || s[1] == '\t'):
		mark = 1
	case c >= '0' && c <= '9':
		for mark < len(s) && s[mark] >= '0' && s[mark] <= '9' {
			mark++
		}
		if mark > 2 || mark == len(s) || s[mark] != '.' && s[mark] != ')' {
			return 0, 0
		}
		mark++
	case c < utf8.RuneSelf:
		return 0, 0
	default:
		r, size := utf8.DecodeRuneInString(s)
		if !sign(r) {
			return 0, 0
		}
		mark = size
	}
	words := strings.TrimLeft(s[mark:], " \t\u00a0")
	if blanks := len(s) - mark - len(words); words == "" || blanks == 0 {
		return 0, 0
	} else if c < utf8.RuneSelf {
		return mark + blanks, mark + blanks
	} else {
		return mark + blanks, 1 + blanks
	}
}

// sign reports whether r is a bullet. Those of the symbol fonts come as characters of private use.
func sign(r rune) bool {
	return strings.ContainsRune("•‣◦▪▫●○■□◆◇►▶▸▹➢➤➔→✓✔✦❖★∙·⁃–—‐", r) || r >= 0xf000 && r <= 0xf0ff
}

// quoting is the length of the sign that a line of somebody else's words begins with, and the blanks after it; 0 for none.
func quoting(s string) int {
	if s[0] != '>' {
		return 0
	}
	words := strings.TrimLeft(s, ">")
	text := strings.TrimLeft(words, " ")
	if text == "" || len(text) == len(words) {
		return 0
	}
	return len(s) - len(text)
}
