package table

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"candid/model"
)

//go:embed columns.txt
var columnWords string

// known is what the list of headers says of one.
type known struct {
	kind  Kind
	why   string // of what is left out
	rank  int    // its place in the list: the smaller wins
	cover bool   // the document is a cover letter
}

// lexicon is the list of headers, read.
type lexicon struct {
	exact  map[string]known
	begins []open // headers that may go on
	ends   []open // headers that may begin otherwise
	filler map[string]bool
}

// open is a header of which the list has one end.
type open struct {
	key string
	known
}

// words reads the list at its first use: no start of the program pays for it.
var words = sync.OnceValue(func() lexicon {
	l := lexicon{exact: map[string]known{}, filler: map[string]bool{}}
	rank := 0
	for _, line := range strings.Split(columnWords, "\n") {
		head, list, ok := strings.Cut(line, ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		k := known{}
		reason, out := strings.CutPrefix(head, "left out, ")
		switch kind, ok := kindOf(head); {
		case out:
			k.kind, k.why = Skip, reason
		case ok:
			k.kind = kind
		case head == "cover letter document":
			k.kind, k.cover = Document, true
		case head == "filler":
			for _, w := range strings.Split(list, ",") {
				l.filler[key(w)] = true
			}
			continue
		}
		for _, phrase := range strings.Split(list, ",") {
			rank++
			k.rank = rank
			l.add(phrase, k)
		}
	}
	return l
})

func (l *lexicon) add(phrase string, k known) {
	key := key(phrase)
	phrase = strings.TrimSpace(phrase)
	switch {
	case key == "":
	case strings.HasPrefix(phrase, "*"):
		l.ends = append(l.ends, open{key, k})
	case strings.HasSuffix(phrase, "*"):
		l.begins = append(l.begins, open{key, k})
	default:
		if _, twice := l.exact[key]; !twice {
			l.exact[key] = k
		}
	}
}

// longestOpen is how many words a header has at most that is known by one end only: a longer one is a question.
const longestOpen = 5

// look is what the list says of a header.
func (l lexicon) look(header string) (known, bool) {
	all := parts(header)
	for _, words := range [][]string{all, l.withoutFiller(all)} {
		if k, ok := l.exact[strings.Join(words, "")]; ok {
			return k, true
		}
	}
	if len(all) > longestOpen || strings.ContainsAny(header, "?？") {
		return known{}, false
	}
	whole := strings.Join(all, "")
	for i := range all {
		// Whole words only: "underscore" ends with no score.
		if k, ok := find(l.ends, strings.Join(all[i:], "")); ok && i > 0 {
			return k, true
		}
		if k, ok := find(l.begins, strings.Join(all[:i], "")); ok && i > 0 && whole != "" {
			return k, true
		}
	}
	return known{}, false
}

func find(list []open, key string) (known, bool) {
	for _, o := range list {
		if o.key == key {
			return o.known, true
		}
	}
	return known{}, false
}

func (l lexicon) withoutFiller(words []string) []string {
	var out []string
	for _, w := range words {
		if !l.filler[w] {
			out = append(out, w)
		}
	}
	return out
}

// key is a header as it is compared: its letters and digits, folded.
func key(s string) string { return strings.Join(parts(s), "") }

// parts is the words of a header, folded. A word begins after a sign or a space, and at a capital after a small letter.
func parts(s string) []string {
	s = withoutAside(s)
	var b strings.Builder
	var before rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		if r == '\'' || r == '’' {
			continue // candidate's
		}
		b.WriteRune(r)
		before = r
	}
	return strings.FieldsFunc(model.Fold(b.String()), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '#' && r != '%'
	})
}

// withoutAside is a header without what brackets at its end say of it: "Email (required)", "Notes (2)".
func withoutAside(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), " *:")
	end := strings.HasSuffix(s, ")") || strings.HasSuffix(s, "]")
	if at := strings.LastIndexAny(s, "(["); end && at > 0 {
		if rest := strings.TrimSpace(s[:at]); rest != "" {
			return rest
		}
	}
	return s
}

// Cover reports whether a column of files is one of cover letters, by its header.
func Cover(header string) bool {
	k, ok := words().look(header)
	return ok && (k.cover || k.kind == CoverLetter)
}

// KindOf is what a header alone says that its column holds.
func KindOf(header string) Kind {
	k, _ := words().look(header)
	return k.kind
}
