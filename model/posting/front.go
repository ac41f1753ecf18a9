package posting

import (
	"strings"

	"candid/model/pattern"
)

// frontField is a field of front matter.
type frontField struct {
	name, value string
	at          int      // its line
	body        []string // the lines below it that are its value
}

var (
	fenceOpens = pattern.New(`^(?:<!-- *)?(---|\+\+\+)$`)
	fenceEnds  = pattern.New(`^(?:---|\.\.\.|\+\+\+)(?: *-->)?$`)
	plainField = pattern.New(`^([a-z][\w-]*):(?: |$)`)
)

// frontFields is the fields of the front matter, in YAML or TOML, that a text begins with, and the lines that it takes; none where
// the text has none, or it never ends. Site generators take it where a comment hides it, too, and where the whole file is
// nothing but fields it needs no marks.
func frontFields(source string) ([]frontField, int) {
	lines := strings.Split(source, "\n")
	parts, from := ":", 0
	switch got := fenceOpens.FindStringSubmatch(strings.TrimRight(lines[0], " ")); {
	case got != nil:
		from = 1
		if got[1] == "+++" {
			parts = "="
		}
	case !onlyFields(lines):
		return nil, 0
	}
	all := []frontField{}
	for i, l := range lines[from:] {
		l = strings.TrimRight(l, " ")
		if from > 0 && fenceEnds.MatchString(l) {
			return all, from + i + 1
		}
		name, value, ok := strings.Cut(l, parts)
		switch {
		case ok && l[0] != ' ' && !strings.HasPrefix(l, "- "):
			all = append(all, frontField{name: name, value: strings.TrimSpace(value), at: from + i})
		case len(all) > 0:
			e := &all[len(all)-1]
			e.body = append(e.body, l)
		}
	}
	if from > 0 {
		return nil, 0 // it never ended: the mark was a rule
	}
	return all, len(lines)
}

// onlyFields reports whether all lines are fields of YAML, with names as programs write them, or belong to one.
func onlyFields(lines []string) bool {
	const least = 3
	n := 0
	for _, l := range lines {
		switch {
		case plainField.MatchString(l):
			n++
		case n == 0, l != "" && l[0] != ' ' && !strings.HasPrefix(l, "- "):
			return false
		}
	}
	return n >= least
}

// frontMatter takes the fields of front matter off the text, leaving its lines empty so that lines keep their numbers.
func frontMatter(source string) (map[string]string, string) {
	all, end := frontFields(source)
	if all == nil {
		return nil, source
	}
	fields := map[string]string{}
	for _, e := range all {
		value := unquoted(e.value)
		for _, l := range e.body {
			if item, ok := strings.CutPrefix(strings.TrimSpace(l), "- "); ok {
				value = strings.TrimPrefix(value+"; "+unquoted(item), "; ")
			}
		}
		fields[plainKey(e.name)] = value
	}
	lines := strings.SplitAfter(source, "\n")
	return fields, strings.Repeat("\n", end) + strings.Join(lines[min(end, len(lines)):], "")
}

// frontBlocks is what the front matter of a text says under names that ask for something, as lists or as text; where it is all
// of the text, what it says under the others, too.
func frontBlocks(source string) []block {
	fields, end := frontFields(source)
	lines := strings.Split(source, "\n")
	alone := strings.TrimSpace(strings.Join(lines[min(end, len(lines)):], "")) == ""
	var all []block
	for _, e := range fields {
		name := headingOf(e.name)
		switch s := senseOf(name); {
		case s == asks || s == asksNice, alone && (s == unknown || s == company || s == works) && len(e.body) > 0 && isScalar(e.value):
		default:
			continue
		}
		if blocks := e.blocks(alone); len(blocks) > 0 {
			all = append(append(all, block{kind: heading, level: 1, text: name, first: e.at, end: e.at + 1}), blocks...)
		}
	}
	return all
}

// isScalar reports whether a field's value is the mark of a text in the lines below it.
func isScalar(value string) bool { return value != "" && strings.Trim(value, "|>+-") == "" }

// blocks is what stands in the lines of a field, or, where that counts, beside its name.
func (e frontField) blocks(beside bool) []block {
	switch {
	case e.value == "" || isScalar(e.value):
		at := e.at + 1
		var text []string
		for _, l := range e.body {
			if item, ok := strings.CutPrefix(strings.TrimLeft(l, " "), "- "); ok && e.value == "" {
				l = "- " + unquoted(item)
			}
			text = append(text, l)
		}
		return blocksOf(strings.Join(withoutMargin(text), "\n"), at)
	case !beside:
		return nil
	case e.value[0] == '[':
		var all []block
		for s := range strings.SplitSeq(unquoted(e.value), "; ") {
			all = append(all, block{kind: item, text: s, first: e.at, end: e.at + 1})
		}
		return all
	default:
		s := unquoted(e.value)
		return []block{{text: s, lines: []line{{text: s, at: e.at}}, first: e.at, end: e.at + 1}}
	}
}

// withoutMargin is lines without the spaces that all of them begin with.
func withoutMargin(lines []string) []string {
	margin := -1
	for _, l := range lines {
		if n := len(l) - len(strings.TrimLeft(l, " ")); n < len(l) && (margin < 0 || n < margin) {
			margin = n
		}
	}
	var all []string
	for _, l := range lines {
		all = append(all, l[min(len(l), max(margin, 0)):])
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

var (
	component   = pattern.New(`(?m)^[ \t]*</?[A-Z]\w*[a-z]\w*(?:\s[^<>\n]*)?/?>[ \t]*$`)
	sectionName = pattern.New(`\b(?:title|heading|header|label|name)=(?:"([^"\n]*)"|'([^'\n]*)')`)
	imported    = pattern.New(`(?m)^(?:import\s[^\n]*\sfrom\s*|import\s*)["'][^"'\n]*["'];?[ \t]*$`)
)

// withoutComponents is a text without the components that a site generator puts between its lines: those that name a section
// are its heading.
func withoutComponents(body string) string {
	if !tagsALine(body) || !component.MatchString(body) {
		return body
	}
	body = imported.ReplaceAllString(body, "")
	return component.ReplaceAllStringFunc(body, func(tag string) string {
		if got := sectionName.FindStringSubmatch(tag); got != nil && exactSense(got[1]+got[2]) != unknown {
			return "## " + got[1] + got[2]
		}
		return ""
	})
}

// tagsALine reports whether a line begins with the tag of what could be a component: that costs less to tell than the pattern does.
func tagsALine(body string) bool {
	for l := range strings.Lines(body) {
		l = strings.TrimLeft(l, " \t")
		if tag, ok := strings.CutPrefix(l, "<"); ok {
			tag = strings.TrimPrefix(tag, "/")
			if tag != "" && tag[0] >= 'A' && tag[0] <= 'Z' {
				return true
			}
		}
	}
	return false
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
