package posting

import (
	"strings"

	"candid/model/clean"
	"candid/model/pattern"
)

// facts is what a format states of a role in fields of its own, beside the text: empty where it states nothing.
type facts struct {
	title      string
	locations  []string
	employment string // in the source's own words, such as FULL_TIME
}

// or is the facts, and what others say of those that are not stated.
func (f facts) or(others facts) facts {
	if f.title == "" {
		f.title = others.title
	}
	if len(f.locations) == 0 {
		f.locations = others.locations
	}
	if f.employment == "" {
		f.employment = others.employment
	}
	return f
}

// source is a posting of whatever format, made one in Markdown.
type source struct {
	text    string // cleaned Markdown
	doc     document
	wants   []want // what it asks for
	remarks []string
}

// openSource tells a posting's format and makes Markdown of it. The error is a model.Problem of kind Refused.
func openSource(text string) (source, error) {
	text, remarks, err := cleaned(text)
	if err != nil {
		return source{}, err
	}
	s, err := opened(text)
	s.remarks = append(remarks, s.remarks...)
	return s, err
}

func opened(text string) (source, error) {
	head, body := cutFrontMatter(text)
	if head != "" {
		fields, _ := frontMatter(text)
		full := filled(body, fields)
		text, body = text[:len(text)-len(body)]+full, full
	}
	if plain := withoutComponents(body); plain != body {
		text, body = text[:len(text)-len(body)]+plain, plain
	}
	switch formatOf(body) {
	case inXML:
		return source{}, refuse("is XML, which is not read", "paste the posting as people read it")
	case inJSON:
		return openJSON(body)
	case inHTML:
		return openHTML(head, body)
	case inBoth:
		return openHTML(head, rendered(body))
	default:
		return openMarkdown(text)
	}
}

// openMarkdown takes text as it stands.
func openMarkdown(text string) (source, error) {
	if len(text) > MaxBytes {
		return source{}, tooLong(len(text), MaxBytes)
	}
	if strings.TrimSpace(text) == "" {
		return source{}, refuse("has no words that a page would show", "open it in a browser and copy the posting from there")
	}
	if err := guard(text); err != nil {
		return source{}, err
	}
	doc := read(text)
	doc.blocks = append(doc.blocks, frontBlocks(text)...) // last, so that nothing else stands under its names
	doc.parts = sections(doc.blocks)
	return source{text: text, doc: doc, wants: asked(doc.parts)}, nil
}

// openMade takes Markdown that was made of another format, so that it is read the same when it is read again.
func openMade(front, text string) (source, error) {
	text = clean.Text(text)
	if jsonStart.MatchString(strings.TrimSpace(text)) {
		text = `\` + strings.TrimSpace(text)
	}
	if front != "" && strings.TrimSpace(text) != "" {
		text = front + "\n\n" + text
	}
	return openMarkdown(text)
}

// format is how a posting is written.
type format uint8

const (
	inMarkdown format = iota // or plain text laid out like it
	inHTML                   // a page or a piece of one
	inBoth                   // Markdown with blocks of HTML in it
	inJSON
	inXML // other than a page
)

var (
	jsonStart  = pattern.New(`^(?:\{\s*(?:"|\}$)|\[\s*(?:[{"\[]|\]$))`)
	linkStart  = pattern.New(`^\[\s*"[^"\n]*"\]\(`)
	pageStart  = pattern.New(`(?i)^(?:<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*)*<(?:!doctype html|html|head|body)\b`)
	blockTag   = pattern.New(`(?i)(?:^|[^\\` + "`" + `])</?(?:p|br|hr|div|section|article|main|ul|ol|li|dl|dt|dd|h[1-6]|table|tr|td|th|details|summary|center|script)(?:\s[^<>]*)?/?>`)
	markedLine = pattern.New(`(?m)^ {0,3}(?:#{1,6} \S|[-*+] +\S|\d{1,2}[.)] +\S)`)
)

// formatOf tells by the marks of each format which one a text is in.
func formatOf(text string) format {
	t := strings.TrimSpace(text)
	t = t[:min(len(t), 1<<16)] // enough to tell by
	switch {
	case jsonStart.MatchString(t) && !linkStart.MatchString(t):
		return inJSON
	case pageStart.MatchString(t):
		return inHTML
	case strings.HasPrefix(t, "<?xml"):
		return inXML
	case strings.IndexByte(t, '<') < 0:
		return inMarkdown
	}
	tags := len(blockTag.FindAllStringIndex(t, -1))
	marked := len(markedLine.FindAllStringIndex(t, -1))
	switch {
	case tags == 0:
		return inMarkdown
	case tags >= 3*marked:
		return inHTML
	default:
		return inBoth
	}
}
