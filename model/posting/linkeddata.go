package posting

import "strings"

// wrappings are what stands around linked data that was meant for old browsers.
var wrappings = []string{"<!--", "-->", "//", "/*", "*/", "<![CDATA[", "]]>", ";"}

// unwrapped is linked data without what stands around it.
func unwrapped(s string) string {
	for again := true; again; {
		again = false
		s = strings.TrimSpace(s)
		for _, w := range wrappings {
			if t := strings.TrimPrefix(strings.TrimSuffix(s, w), w); len(t) < len(s) {
				s, again = t, true
			}
		}
	}
	return s
}

// linkedData is the value in a script of linked data, as forgiving as those are who read it for search engines: it may be
// wrapped in a comment, and strings may run over lines.
func linkedData(s string) (any, error) {
	s = unwrapped(s)
	v, err := decoded(s)
	if err == nil {
		return v, nil
	}
	var b strings.Builder
	inString, slash := false, false
	for _, r := range s {
		switch {
		case r == '"' && !slash:
			inString = !inString
			b.WriteRune(r)
		case inString && r == '\n':
			b.WriteString(`\n`)
		case inString && r < ' ':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
		slash = r == '\\' && !slash
	}
	return decoded(b.String())
}
