package posting

import "strings"

// frontMatter takes the fields of YAML front matter off the text, leaving its lines empty so that lines keep their numbers.
func frontMatter(source string) (map[string]string, string) {
	if !strings.HasPrefix(source, "---\n") {
		return nil, source
	}
	lines := strings.SplitAfter(source, "\n")
	fields, list := map[string]string{}, ""
	for i, l := range lines[1:] {
		l = strings.TrimRight(l, " \n")
		if l == "---" || l == "..." {
			return fields, strings.Repeat("\n", i+2) + strings.Join(lines[i+2:], "")
		}
		if entry, ok := strings.CutPrefix(strings.TrimSpace(l), "- "); ok && list != "" {
			fields[list] = strings.TrimPrefix(fields[list]+"; "+unquoted(entry), "; ")
			continue
		}
		name, value, ok := strings.Cut(l, ":")
		if !ok || strings.HasPrefix(l, " ") {
			continue
		}
		list = plainKey(name)
		fields[list] = unquoted(value)
	}
	return nil, source // it never ended: the dashes were a rule
}

// cutFrontMatter parts a text into its front matter, with the lines that mark it, and the rest.
func cutFrontMatter(text string) (head, body string) {
	fields, rest := frontMatter(text)
	if fields == nil {
		return "", text
	}
	body = strings.TrimLeft(rest, "\n")
	return strings.TrimRight(text[:len(text)-len(body)], "\n"), body
}

// unquoted is a YAML value without its quotes; the entries of a list in brackets are parted by "; ".
func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if inside, ok := strings.CutPrefix(s, "["); ok && strings.HasSuffix(inside, "]") {
		var entries []string
		for _, e := range strings.Split(strings.TrimSuffix(inside, "]"), ",") {
			entries = append(entries, unquoted(e))
		}
		return strings.Join(entries, "; ")
	}
	return fold(strings.Trim(s, `"'`))
}
