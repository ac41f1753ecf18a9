package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// withMarks is a text with the marks of other ways to lay out plain text in Markdown's: bullets of every kind, headings in wiki
// marks or under other lines, hashes and dashes without a space, headings right below a list. lines gives for each of its
// lines the one of the text that it came from.
func withMarks(text string) (rewritten string, lines []int) {
	m := marker{lines: strings.Split(text, "\n"), symbols: map[rune]bool{}}
	m.out.Grow(len(text) + len(text)/8)
	for i, l := range m.lines {
		m.at = i
		if parts := unrolled(l); parts != nil {
			for _, s := range parts {
				m.put(s)
			}
			continue
		}
		for _, s := range bulletsInside(l) {
			m.line(s)
		}
	}
	return m.out.String(), m.from
}

// marker rewrites lines one by one.
type marker struct {
	lines   []string
	at      int
	out     strings.Builder
	from    []int
	symbols map[rune]bool // those that stood before items
	inList  bool          // a list stands above, and nothing but its items and lines that go on with them since
}

func (m *marker) put(s string) {
	if len(m.from) > 0 {
		m.out.WriteByte('\n')
	}
	m.out.WriteString(s)
	m.from = append(m.from, m.at)
}

// alone puts a line with an empty one above it and one below it.
func (m *marker) alone(s string) {
	m.put("")
	m.put(s)
	m.put("")
	m.inList = false
}

func (m *marker) line(s string) {
	body := strings.TrimLeft(s, " ")
	indent := len(s) - len(body)
	switch {
	case body == "":
		m.put("")
		return
	case isUnderline(body) && m.headsAbove(body):
		m.put(strings.Repeat("-", 3))
		return
	case body[0] == '#' || body[0] == '=':
		if h := hashed(body); h != "" {
			m.alone(h)
			return
		}
	}
	if h := m.headed(body); h != "" {
		m.alone(h)
		return
	}
	if rest, ok := m.bullet(body); ok {
		if indent >= 4 && !m.inList {
			indent = 0
		}
		m.put(s[:indent] + "- " + rest)
		m.inList = true
		return
	}
	if got := deeper.FindStringSubmatch(body); got != nil && m.inList {
		m.put("  - " + got[1])
		return
	}
	switch {
	case markdownItem.MatchString(body):
		if indent >= 4 && !m.inList {
			s = body
		}
		m.inList = true
	case m.inList && indent < 2 && (m.isHeading(body) || isNamed(body)):
		m.alone(body)
		return
	case indent < 2 && m.at > 0 && strings.TrimSpace(m.lines[m.at-1]) == "":
		m.inList = false
	case indent >= 4 && !m.inList:
		s = body
	}
	m.put(s)
}

// next is the next line that is not empty, "" where there is none within a few.
func (m *marker) next() string {
	for _, l := range m.lines[m.at+1 : min(m.at+4, len(m.lines))] {
		if l = strings.TrimSpace(l); l != "" {
			return l
		}
	}
	return ""
}

// before is the line before that is not empty, "" where there is none within a few.
func (m *marker) before() string {
	for i := m.at - 1; i >= max(0, m.at-3); i-- {
		if l := strings.TrimSpace(m.lines[i]); l != "" {
			return l
		}
	}
	return ""
}

// isUnderline reports whether a line is nothing but one mark that Markdown does not know for the one under a heading.
func isUnderline(s string) bool {
	s = strings.TrimRight(s, " ")
	return len(s) >= 3 && strings.IndexByte("~'^+\"_*", s[0]) >= 0 && strings.Trim(s, s[:1]) == ""
}

// headsAbove reports whether the line above an underline is a heading, and the underline no rule or fence.
func (m *marker) headsAbove(mark string) bool {
	if m.at == 0 || m.at > 1 && strings.TrimSpace(m.lines[m.at-2]) != "" {
		return false
	}
	above := strings.TrimSpace(m.lines[m.at-1])
	return short(above) && (strings.IndexByte("'^\"", mark[0]) >= 0 || exactSense(above) != unknown)
}

var (
	markdownItem = pattern.New(`^(?:[-*+]|\d{1,9}[.)])(?: |$)`)
	numberedLine = pattern.New(`^(?:\(?\d{1,2}(?:\.\d{1,2})?[.):）．、]|[IVX]{1,5}[.)]|[A-H][.)])\s*(\S.*)$`)
	enumerated   = pattern.New(`^(?:\((?:\d{1,2}|[a-z])\)|[a-z][.)]|[①-⑳]|\d{1,2}[）．、])\s*(\S.*)$`)
	lettered     = pattern.New(`^[a-z]\. \S`)
	deeper       = pattern.New(`^\*{2,4} +(\S.*)$`)
	wordBullet   = pattern.New(`^[o§v] +(\S.*)$`)
)

// hashed is a heading whose marks are Markdown's without a space, or a wiki's; "" for what is none.
func hashed(s string) string {
	mark := s[:1]
	rest := strings.TrimLeft(s, mark)
	n := len(s) - len(rest)
	rest = strings.TrimSpace(strings.TrimRight(rest, mark+" "))
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" || n > 6 || strings.Contains(rest, mark):
		return ""
	case mark == "=" && s[n] == ' ', mark == "#" && s[n] != ' ' && (n > 1 || unicode.IsUpper(first) || unicode.Is(unicode.Lo, first)):
		return strings.Repeat("#", n) + " " + rest
	default:
		return ""
	}
}

// headed is the words of a heading behind a number, a square or the like: one that names a section, and is no item of a list
// like it.
func (m *marker) headed(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	rest := strings.TrimSpace(s[n:])
	switch c := s[0]; {
	case strings.ContainsRune(headMarks, first), isSymbol(first):
		if strings.HasPrefix(m.next(), s[:n]) {
			return ""
		}
	case c >= '0' && c <= '9' || c == '(' || c >= 'A' && c <= 'X':
		got := numberedLine.FindStringSubmatch(s)
		if got == nil || numberedLine.MatchString(m.next()) {
			return ""
		}
		rest = got[1]
	default:
		return ""
	}
	switch {
	case !short(rest):
		return ""
	case number(s) && !strings.ContainsAny(rest, "*_") && (exactSense(rest) != unknown || m.titled(rest)):
		return "**" + rest + "**"
	case exactSense(rest) != unknown:
		return rest
	default:
		return ""
	}
}

// titled reports whether words behind a number are a title over the next line: few, in which a section is named, and that
// line is one of its own.
func (m *marker) titled(s string) bool {
	const words = 4
	first, _ := utf8.DecodeRuneInString(m.next())
	return wordCount(brackets.ReplaceAllString(s, "")) <= words && senseOf(s) != unknown && (unicode.IsUpper(first) || isItemLine(m.next()))
}

// isSymbol reports whether r is an emoji, an arrow or another sign that is no part of a word.
func isSymbol(r rune) bool { return r >= 0x2190 && unicode.In(r, unicode.So, unicode.Sm) }

// headMarks stand before headings as well as before items.
const headMarks = "■□◆◇▼▽▶●○★☆"

// bullet takes off a bullet that Markdown does not know.
func (m *marker) bullet(s string) (string, bool) {
	first, n := utf8.DecodeRuneInString(s)
	rest := strings.TrimSpace(s[n:])
	if rest == "" {
		return "", false
	}
	switch {
	case strings.ContainsRune(bulletMarks, first), first == '–' || first == '—':
		return rest, true
	case strings.HasPrefix(s, `\* `), strings.HasPrefix(s, `\- `):
		return s[3:], true
	case (first == '-' || first == '*') && s[1] != ' ' && s[1] != s[0] && !strings.Contains(s[1:], s[:1]+" ") && strings.Count(s, "*") < 2 && (s[0] == '*' || len(s) > 2):
		return rest, sameMark(m.next(), s[:1]) || sameMark(m.before(), s[:1])
	case (first == 'o' || first == '§' || first == 'v') && (m.inList || sameMark(m.next(), s[:n]+" ")):
		if got := wordBullet.FindStringSubmatch(s); got != nil {
			return got[1], true
		}
	case first == '.' && s[1] == ' ' && (strings.HasPrefix(m.next(), ". ") || strings.HasPrefix(m.before(), ". ")):
		return rest, true
	case first == '(' || first < unicode.MaxASCII && (s[n] == ')' || lettered.MatchString(s) && (lettered.MatchString(m.next()) || lettered.MatchString(m.before()))) || first >= '①' && first <= '⑳' || unicode.IsDigit(first) && strings.ContainsAny(s, "）．、"):
		if got := enumerated.FindStringSubmatch(s); got != nil {
			return got[1], true
		}
	case isSymbol(first):
		known := m.symbols[first] || strings.HasPrefix(m.next(), s[:n]) || strings.HasPrefix(m.before(), s[:n])
		m.symbols[first] = known
		return rest, known
	}
	return "", false
}

// bulletMarks are the marks before items that Markdown does not know.
const bulletMarks = "•◦▪▫■□●○‣⁃∙·・➢➤►▸▶▷✓✔☑☐❖◆◇▼▽★☆→⇒➔➜➡"

// sameMark reports whether a line begins with a mark that a word follows at once.
func sameMark(line, mark string) bool {
	rest, ok := strings.CutPrefix(line, mark)
	return ok && rest != "" && rest[0] != ' ' && rest[0] != mark[0]
}

// isHeading reports whether a line below a list's items, with no mark of its own, heads what follows it.
func (m *marker) isHeading(s string) bool {
	if !short(s) || len(s) > headingBytes/2 {
		return false
	}
	bare := strings.Trim(s, "*_ ")
	switch {
	case exactSense(bare) != unknown, strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**"):
		return true
	case strings.HasSuffix(bare, ":"):
		first, _ := utf8.DecodeRuneInString(bare)
		return !unicode.IsLower(first) && wordCount(bare) <= introWords/3 && isItemLine(m.next())
	default:
		return false
	}
}

// isNamed reports whether a line begins with the name of a section in bold, and a colon.
func isNamed(s string) bool {
	name, _, ok := strings.Cut(s, ":")
	return ok && strings.HasPrefix(s, "**") && exactSense(strings.Trim(name, "* ")) != unknown
}

// isItemLine reports whether a line begins with any bullet.
func isItemLine(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return s != "" && (strings.ContainsRune(bulletMarks, first) || markdownItem.MatchString(s) || enumerated.MatchString(s))
}
