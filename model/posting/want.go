package posting

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/pattern"
	"candid/model/wording"
)

// want is something that could be asked for: an item of a list, or a line, part or sentence of a paragraph.
type want struct {
	text       string
	says       saying // the words above the list inside it, or all of them where there is none
	item       bool   // of a list
	idle       bool   // it asks for nothing
	prose      bool   // a sentence of a paragraph
	priority   model.Priority
	first, end int // lines of the posting
	kind       wording.DoubtKind
	doubt      string // what is doubtful about it, "" when nothing is
	section    int    // that is doubtful as it is, from 1; 0 when the doubt is its own
}

// wantsOf is what a block holds that could each be asked for.
func wantsOf(b block) []want {
	whole := want{text: b.text, item: b.kind == item, first: b.first, end: b.end}
	own := ownLines(b.lines)
	var all []want
	switch {
	case b.kind == heading, b.kind == paragraph && b.link:
		return nil
	case b.kind == item, len(b.lines) > 0 && b.lines[0].lead:
		all = []want{whole}
	case own != nil:
		for i, l := range own {
			end := b.end
			if i+1 < len(own) {
				end = own[i+1].at
			}
			several := wording.Sentences(l.text)
			part := want{first: l.at, end: max(end, l.at+1), prose: len(several) > 1}
			all = append(all, part.parts(several)...)
		}
	case strings.Count(b.text, ";") >= 2:
		all = whole.parts(run(b.text))
	case enumerates(b.text):
		all = whole.parts(names(b.text))
	default:
		whole.prose = true
		all = whole.parts(wording.Sentences(b.text))
	}
	for i, w := range all {
		s := said(w.text)
		all[i].says, all[i].idle = s, s.idle() || strings.Contains(w.text, "@") && mailAddress.MatchString(w.text) || w.prose && (s.has(aside) || s.tellsWork()) || strings.HasPrefix(w.text, "※") && !s.has(trait, demand)
		if b.head != "" {
			all[i].says = said(b.head)
		}
	}
	return all
}

// parts is wants of their own for the parts of one.
func (w want) parts(texts []string) []want {
	var all []want
	for _, s := range texts {
		w.text = s
		all = append(all, w)
	}
	return all
}

// asked is what the section asks for if it asks: its list items; where it has none, its paragraphs.
func (s section) asked() []want {
	var items, rest []want
	for _, w := range s.wants {
		switch {
		case w.idle:
		case w.item:
			items = append(items, w)
		default:
			rest = append(rest, w)
		}
	}
	if len(items) > 0 {
		return items
	}
	return withoutFiller(rest)
}

// withoutFiller leaves out the sentences that only lead on, or point elsewhere.
func withoutFiller(wants []want) []want {
	return slices.DeleteFunc(wants, func(w want) bool {
		return w.prose && len(w.says.hits) > 0 && w.says.hits[0].family == filler && w.says.hits[0].from == 0 && !w.says.has(demand, firm, trait) && !w.says.nice()
	})
}

// demands is the sentences of the section that ask something of who reads them, and the items of its lists that do.
func (s section) demands() []want {
	var all []want
	for _, w := range s.wants {
		if w.asksOfYou() && (!w.item || w.says.qualifies() && s.sense != works) {
			all = append(all, w)
		}
	}
	return all
}

// extras is the sentences of the section that name something as welcome, whatever its heading; above words that lead on to a
// list of what is asked, those that demand something, too.
func (s section) extras(leads bool) []want {
	var all []want
	for _, w := range s.wants {
		welcome := w.says.has(anywhere, lasts) && w.says.has(trait) && w.marksNice()
		if !w.item && !w.idle && (welcome || leads && w.says.has(demand, firm)) {
			all = append(all, w)
		}
	}
	return all
}

// candidates is all that could be a requirement, in order, each once: what tells how to apply, names a fact of the role, or is
// nothing but a link is left out.
func candidates(parts []section) []Line {
	var all []Line
	seen := map[string]bool{}
	for _, s := range parts {
		for _, w := range s.wants {
			_, _, isField := field(w.text)
			if w.idle || isField || seen[w.key()] || strings.IndexFunc(address.ReplaceAllString(w.text, ""), wording.Wordy) < 0 {
				continue
			}
			seen[w.key()] = true
			p := model.Must
			if s.sense == asksNice || w.marksNice() {
				p = model.Nice
			}
			all = append(all, Line{Text: w.text, Priority: p, Lines: [2]int{w.first, w.end}})
		}
	}
	return all
}

// key is the same for wants that say the same.
func (w want) key() string { return strings.Join(keyWords(w.text), " ") }

// address matches links and mail addresses.
var address = pattern.New(`(?i)\b(https?://|www\.)\S+|\S+@\S+\.\w+`)

// mailAddress matches one: what gives one tells whom to write to.
var mailAddress = pattern.New(`\S+@\S+\.\pL`)

// enumerates reports whether a paragraph is nothing but names with commas between them.
func enumerates(s string) bool {
	const (
		names = 3 // at least
		words = 3 // in one, at most
		most  = 7 // where each says what an applicant has
	)
	parts := strings.Split(strings.TrimRight(s, ". "), ",")
	return len(parts) >= names && !slices.ContainsFunc(parts, func(p string) bool {
		return strings.TrimSpace(p) == "" || strings.ContainsAny(p, ".!?:;")
	}) && (!slices.ContainsFunc(parts, func(p string) bool { return wordCount(p) > words }) ||
		!slices.ContainsFunc(parts, func(p string) bool { return wordCount(p) > most || !said(p).qualifies() }))
}

// names is the names of a paragraph that enumerates.
func names(s string) []string {
	var all []string
	for p := range strings.SplitSeq(strings.TrimRight(s, ". "), ",") {
		p = strings.TrimSpace(p)
		if first, rest, ok := strings.Cut(p, " "); ok && slices.Contains(joints, first) {
			p = rest
		}
		all = append(all, p)
	}
	return all
}

// joints stand before the last of several names.
var joints = strings.Fields("and or und oder et ou y o e")

// run is the parts of a paragraph between its semicolons. Sentences after the last of them count where they ask.
func run(s string) []string {
	all := strings.Split(s, ";")
	n := len(all) - 1
	for i, p := range wording.Sentences(all[n]) {
		if says := said(p); i == 0 || says.has(firm, demand) || says.nice() {
			all = append(all, p)
		}
	}
	all = slices.Delete(all, n, n+1)
	for i, p := range all {
		all[i] = strings.TrimSpace(p)
	}
	return slices.DeleteFunc(all, func(p string) bool { return p == "" })
}

// ownLines is the lines of a paragraph, where they are things of their own and not one text that was wrapped: each begins like
// a sentence, and most are one alone. A few may go on in the next line. It is nil for a text that was wrapped.
func ownLines(lines []line) []line {
	n := len(lines)
	if n < 2 {
		return nil
	}
	mostRoomy := 2*roomy(lines) >= n-1
	if allEnd(lines[:n-1], ",") || !slices.ContainsFunc(lines, func(l line) bool { return !beginsLower(l.text) }) {
		if n > 2 && mostRoomy && !slices.ContainsFunc(lines[:n-1], func(l line) bool { return strings.HasSuffix(l.text, ".") }) {
			return lines
		}
		return nil
	}
	var own []line
	for i, l := range lines {
		if i > 0 && goesOn(lines[i-1].text, l.text) {
			own[len(own)-1].text += " " + l.text
			continue
		}
		own = append(own, l)
	}
	wrapped := n - len(own)
	if len(own) < 2 || wrapped > 0 && (2*wrapped > n || !mostRoomy) {
		return nil
	}
	several := 0
	for _, l := range own {
		if len(wording.Sentences(l.text)) > 1 {
			several++
		}
	}
	if 2*several >= len(own) {
		return nil
	}
	return own
}

// allEnd reports whether all lines end with the mark.
func allEnd(lines []line, mark string) bool {
	return !slices.ContainsFunc(lines, func(l line) bool { return !strings.HasSuffix(l.text, mark) })
}

// goesOn reports whether a line goes on in the next one.
func goesOn(s, next string) bool {
	return beginsLower(next) || strings.HasSuffix(s, ",") || slices.Contains(joints, strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]))
}

// roomy is how many lines end where the next one's first word would have had room: it was no margin that ended them.
func roomy(lines []line) int {
	wide := 0
	for _, l := range lines {
		wide = max(wide, len(l.text))
	}
	n := 0
	for i, l := range lines[1:] {
		word, _, _ := strings.Cut(l.text, " ")
		if len(lines[i].text)+1+len(word) <= wide {
			n++
		}
	}
	return n
}
