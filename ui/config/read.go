package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"candid/ui/keymap"
	"candid/ui/theme"

	"github.com/pelletier/go-toml/v2/unstable"
)

// reader takes in a config file setting by setting.
type reader struct {
	source   []byte
	config   Config
	mistakes []Mistake
	table    []word         // that what comes next stands in
	said     map[string]int // where each setting was said, by its name with those of its tables
	keys     map[keymap.Action][]string
	keysAt   map[keymap.Action]int
	colours  map[string]theme.Colours // by table: dark, light
}

// word is a text of a file and where it stands.
type word struct {
	text string
	at   int
}

// value is what stands behind an equals sign.
type value struct {
	name  string // of the setting
	at    int
	kind  unstable.Kind
	words []word // the text, or those of a list
	raw   string // as it is written, of what is no text
	mixed bool   // a list of other things than texts
}

// Read is what a config file says, and what is wrong with it in the order of its lines. What a mistake is about keeps what holds
// without it.
func Read(text []byte) (Config, []Mistake) {
	r := &reader{source: bytes.TrimPrefix(text, []byte("\ufeff")), config: Default(), said: map[string]int{}, keys: map[keymap.Action][]string{},
		keysAt: map[keymap.Action]int{}, colours: map[string]theme.Colours{}}
	if bad := firstInvalid(r.source); bad >= 0 {
		r.say(bad, "this is not UTF-8: save the file as that")
		return r.config, r.mistakes
	}
	for from := 0; from < len(r.source); {
		from = r.parse(from)
	}
	r.config.OnDark, r.config.OnLight = r.colours["dark"], r.colours["light"]
	r.settleKeys()
	r.warn()
	slices.SortStableFunc(r.mistakes, func(a, b Mistake) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return r.config, r.mistakes
}

func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		c, size := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// parse reads from a place on, up to the end or, where it is no TOML, to the next line that may be read again.
func (r *reader) parse(from int) (next int) {
	var p unstable.Parser
	p.Reset(r.source[from:])
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			r.table = path(e, from)
			if e.Kind == unstable.ArrayTable {
				r.say(r.table[0].at, "there are no lists of tables: [%s] has one pair of brackets", dotted(r.table))
			}
			r.open(r.table)
		case unstable.KeyValue:
			r.keyValue(e, r.table, from)
		}
	}
	if p.Error() == nil {
		return len(r.source)
	}
	at := from
	if e := (*unstable.ParserError)(nil); errors.As(p.Error(), &e) && cap(e.Highlight) <= cap(p.Data()) {
		at = min(from+cap(p.Data())-cap(e.Highlight), len(r.source))
	}
	line, within := r.line(at)
	r.say(at, "%s", unreadable(line, within, p.Error().Error()))
	return r.readAgain(at)
}

// line is the line that a place is in, and where in it that is.
func (r *reader) line(at int) (line string, within int) {
	start := bytes.LastIndexByte(r.source[:at], '\n') + 1
	end := len(r.source)
	if i := bytes.IndexByte(r.source[at:], '\n'); i >= 0 {
		end = at + i
	}
	return string(r.source[start:max(start, end)]), at - start
}

// readAgain is where the next line begins that is a table or a setting.
func (r *reader) readAgain(at int) int {
	for at < len(r.source) {
		i := bytes.IndexByte(r.source[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		if line, _ := r.line(at); strings.HasPrefix(strings.TrimSpace(line), "[") || strings.Contains(line, "=") {
			return at
		}
	}
	return len(r.source)
}

// unreadable says why a line is no TOML. The mistakes that are made most are told as what they are.
func unreadable(line string, within int, why string) string {
	name, behind, set := strings.Cut(line, "=")
	name, behind = strings.TrimSpace(name), strings.TrimSpace(behind)
	switch {
	case set && strings.Contains(name, " ") && !strings.ContainsAny(name, `"'`) && within <= len(name):
		return fmt.Sprintf("a name with blanks stands in quotes: %s = %s", quoted(name), behind)
	case set && isFlag(name) && behind != "":
		return name + " is true or false, without quotes"
	case strings.Count(line, `"`)%2 == 1:
		return "a quotation mark is missing"
	case set && behind != "" && (behind[0] >= 'a' && behind[0] <= 'z' || behind[0] >= 'A' && behind[0] <= 'Z'):
		return fmt.Sprintf("a text stands in quotes: %s = %s", name, quoted(behind))
	default:
		return "this is not TOML: " + why
	}
}

// isFlag is whether a setting is either true or false.
func isFlag(name string) bool {
	return slices.ContainsFunc(settings(), func(s setting) bool { return s.name == name && (s.own == "true" || s.own == "false") })
}

// path is the names of a table or a setting.
func path(e *unstable.Node, from int) (names []word) {
	for it := e.Key(); it.Next(); {
		k := it.Node()
		names = append(names, word{string(k.Data), from + int(k.Raw.Offset)})
	}
	return names
}

func dotted(names []word) string {
	parts := make([]string, len(names))
	for i, n := range names {
		parts[i] = n.text
	}
	return strings.Join(parts, ".")
}

// keyValue takes a setting; one whose value is a table in braces is several.
func (r *reader) keyValue(e *unstable.Node, above []word, from int) {
	names := append(slices.Clone(above), path(e, from)...)
	v := e.Value()
	if v.Kind == unstable.InlineTable {
		r.open(names)
		for it := v.Children(); it.Next(); {
			r.keyValue(it.Node(), names, from)
		}
		return
	}
	last := names[len(names)-1]
	val := value{name: last.text, at: last.at, kind: v.Kind, raw: string(v.Data)}
	if v.Raw.Length > 0 {
		val.at = from + int(v.Raw.Offset)
	}
	switch v.Kind {
	case unstable.String:
		val.words = []word{{string(v.Data), val.at}}
	case unstable.Array:
		for it := v.Children(); it.Next(); {
			if n := it.Node(); n.Kind == unstable.String {
				val.words = append(val.words, word{string(n.Data), from + int(n.Raw.Offset)})
			} else if n.Kind != unstable.Comment {
				val.mixed = true
			}
		}
	}
	r.set(names, val)
}

// say tells a mistake at a place of the file.
func (r *reader) say(at int, format string, args ...any) {
	before := r.source[:min(at, len(r.source))]
	start := bytes.LastIndexByte(before, '\n') + 1
	r.mistakes = append(r.mistakes, Mistake{Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1, What: fmt.Sprintf(format, args...)})
}

// lineOf is the number of the line that a place is in.
func (r *reader) lineOf(at int) int { return bytes.Count(r.source[:at], []byte("\n")) + 1 }

// unknown tells of a name that nothing of its kind has, with the one that was probably meant, or all.
func (r *reader) unknown(at int, kind, name string, all []string) {
	if meant, ok := nearest(name, all); ok {
		r.say(at, "there is no %s %q: %s is meant?", kind, name, meant)
		return
	}
	r.say(at, "there is no %s %q: %s", kind, name, strings.Join(all, ", "))
}

// text is the text that a value is; where it is none, that is told.
func (r *reader) text(v value) (string, bool) {
	if v.kind != unstable.String {
		r.say(v.at, "%s is a text in quotes", v.name)
		return "", false
	}
	return v.words[0].text, true
}

// texts is the texts that a value is: one, or a list of them.
func (r *reader) texts(v value) []word {
	if v.kind != unstable.String && v.kind != unstable.Array || v.mixed {
		r.say(v.at, "%s is a text in quotes or a list of such: [\"…\", \"…\"]", v.name)
		return nil
	}
	return v.words
}

func (r *reader) flag(v value, to *bool) {
	if v.kind != unstable.Bool {
		r.say(v.at, "%s is true or false, without quotes", v.name)
		return
	}
	*to = v.raw == "true"
}
