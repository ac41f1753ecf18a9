package posting

import (
	"strings"

	"candid/model/pattern"
)

// frontMatter takes the fields of front matter, in YAML or TOML, off the text, leaving its lines empty so that lines keep
// their numbers.
func frontMatter(source string) (map[string]string, string) {
	mark, parts := "---", ":"
	if strings.HasPrefix(source, "+++\n") {
		mark, parts = "+++", "="
	}
	if !strings.HasPrefix(source, mark+"\n") {
		return nil, source
	}
	lines := strings.SplitAfter(source, "\n")
	fields, list := map[string]string{}, ""
	for i, l := range lines[1:] {
		l = strings.TrimRight(l, " \n")
		if l == mark || l == "..." {
			return fields, strings.Repeat("\n", i+2) + strings.Join(lines[i+2:], "")
		}
		if entry, ok := strings.CutPrefix(strings.TrimSpace(l), "- "); ok && list != "" {
			fields[list] = strings.TrimPrefix(fields[list]+"; "+unquoted(entry), "; ")
			continue
		}
		name, value, ok := strings.Cut(l, parts)
		if !ok || strings.HasPrefix(l, " ") {
			continue
		}
		list = plainKey(name)
		fields[list] = unquoted(value)
	}
	return nil, source // it never ended: the mark was a rule
}

// frontBlocks is what front matter that ends in line end lists under names that ask for something: headings and items.
func frontBlocks(source string, end int) []block {
	var all []block
	var head *block
	for i, l := range strings.SplitN(source, "\n", end+1) {
		if i == end {
			break
		}
		bare := strings.TrimSpace(l)
		if entry, ok := strings.CutPrefix(bare, "- "); ok {
			if text := unquoted(entry); head != nil && text != "" {
				if head.text != "" {
					all = append(all, *head)
					head.text = ""
				}
				all = append(all, block{kind: item, text: text, first: i, end: i + 1})
			}
			continue
		}
		name, value, ok := strings.Cut(l, ":")
		if !ok || strings.HasPrefix(l, " ") {
			continue
		}
		head = nil
		value = strings.TrimSpace(value)
		switch senseOf(headingOf(name)) {
		case asks, asksNice:
			if value == "" || value == "|" || value == ">" {
				head = &block{kind: heading, level: boldLevel, text: headingOf(name), first: i, end: i + 1}
			}
		}
	}
	return all
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

var (
	placeholder = pattern.New(`\{\{-?\s*(?:page\.|\.|\.Params\.)?([A-Za-z_]+)\s*-?\}\}`)
	templateTag = pattern.New(`\{%[^%\n]*%\}`)
)

// filled is a text whose front matter's fields stand where it names them, as site generators put them there; what else it
// tells a generator is left out.
func filled(body string, fields map[string]string) string {
	if len(fields) == 0 || !strings.Contains(body, "{{") && !strings.Contains(body, "{%") {
		return body
	}
	body = placeholder.ReplaceAllStringFunc(body, func(s string) string {
		name := strings.Trim(s, "{}- \t")
		if v := fields[plainKey(name[strings.LastIndexByte(name, '.')+1:])]; v != "" {
			return v
		}
		return s
	})
	return templateTag.ReplaceAllString(body, "")
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
