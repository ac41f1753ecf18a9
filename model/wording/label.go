package wording

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"candid/model"
)

// label is a name for a requirement, at most model.LabelCells wide, made of its own leading words; taken holds those that are
// given, in lower case.
func label(text string, taken map[string]bool) string {
	free := func(s string) bool { return width(s) > 0 && !taken[strings.ToLower(s)] }
	first := brief(text)
	if free(first) {
		return first
	}
	// What sets apart two that would be called the same is what stands after, or before.
	text = leadingBytes(text, telling)
	if s := brief(after(text, first)); free(s) {
		return s
	}
	if s := Capital(fit(tokens(withoutAsides(text)), english)); free(s) {
		return s
	}
	if s := Shorten(text, model.LabelCells); free(s) {
		return s
	}
	if width(first) == 0 {
		first = "Requirement"
	}
	for n := 2; ; n++ {
		mark := fmt.Sprintf(" %d", n)
		if s := strings.TrimSpace(Shorten(first, model.LabelCells-len(mark)) + mark); free(s) {
			return s
		}
	}
}

// telling is how many bytes of a requirement tell what it is called and of what kind it is.
const telling = 1000

// leadingBytes is the first n bytes of s, or a few less: no character is cut.
func leadingBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// after is what stands behind the label's last word in the text.
func after(text, label string) string {
	fields := strings.Fields(label)
	if len(fields) == 0 {
		return ""
	}
	i := strings.Index(strings.ToLower(text), strings.ToLower(fields[len(fields)-1]))
	if i < 0 || len(strings.ToLower(text)) != len(text) {
		return ""
	}
	return strings.TrimLeft(text[i+len(fields[len(fields)-1]):], " .,;:–—-")
}

// withoutAsides is s without what stands in brackets.
func withoutAsides(s string) string {
	if !holdsAny(s, "(", "[", "（") {
		return s
	}
	var b strings.Builder
	inside := false
	for _, r := range s {
		switch r {
		case '(', '[', '（':
			inside = true
			continue
		case ')', ']', '）':
			if inside {
				inside = false
				continue
			}
		}
		if !inside {
			b.WriteRune(r)
		}
	}
	return tidied.Replace(strings.Join(strings.Fields(b.String()), " "))
}

// tidied takes away the space that something left out leaves before punctuation.
var tidied = strings.NewReplacer(" .", ".", " ,", ",", " ;", ";", " :", ":", " !", "!", " ?", "?")

// severalSentences reports whether s may go on behind the end of its first sentence.
func severalSentences(s string) bool {
	_, last := utf8.DecodeLastRuneInString(s)
	return holdsAny(s[:len(s)-last], ".", "!", "?", "。", "！", "？")
}

// holdsAny is strings.ContainsAny for few characters, of which some are wide: one look for each is faster.
func holdsAny(s string, chars ...string) bool {
	for _, c := range chars {
		if strings.Contains(s, c) {
			return true
		}
	}
	return false
}

// apartMarks sets marks that end a clause apart from the words around them.
var apartMarks = strings.NewReplacer("—", " — ", "；", "; ", "：", ": ")

// brief is the label a requirement would like best.
func brief(text string) string {
	text = leadingBytes(text, telling)
	s := strings.TrimLeft(withoutAsides(text), ";:,)!?*–—•·※ ")
	if severalSentences(s) {
		if all := Sentences(s); len(all) > 0 {
			s = all[0]
		}
	}
	if mostlyUnspaced(s) {
		return briefUnspaced(s)
	}
	l := knownWords()
	s = apartMarks.Replace(s)
	words := tokens(s)
	in := l.tongueOf(words)
	if n := addressee(s); n > 0 && l.says(in, tokens(s[n:])) {
		s = s[n:]
		words = tokens(s)
	}
	if kept := l.withoutVerdict(in, words); len(kept) < len(words) {
		words = kept
		s = spoken(kept)
	}
	if time, ok := asksTime(s); ok {
		if b := l.yearLabel(s, time, in); b != "" {
			return b
		}
	}
	return Capital(l.topic(in, words))
}

// topic is what the words come down to: their first clause that says something, without the words around it that do not.
func (l wordLists) topic(in tongue, words []string) string {
	words = l.firstClause(in, words)
	left := l.dropLead(in, words)
	if n := len(words) - len(left); n > 0 {
		left = l.dropEchoes(in, words[n-1], left)
	}
	return fit(l.dropTails(in, left), in)
}

// says reports whether any of the words says what is asked for.
func (l wordLists) says(in tongue, words []string) bool {
	for len(words) > 0 {
		if n := l.begins("lead", in, words); n > 0 && l.begins("keep", in, words) == 0 {
			words = words[n:]
			continue
		}
		w := words[0]
		if key := wordKey(w); key != "" && !l.has("tail", in, w) && !l.joins(in, w) && !l.has("weak", in, w) {
			return true
		}
		words = words[1:]
	}
	return false
}

// joins reports whether the word leads on to another.
func (l wordLists) joins(in tongue, w string) bool {
	return l.inAny(joining, in, w)
}

// joining is the lists whose words lead on to others.
var joining = []string{"join", "and", "before", "of"}

// dropLead takes the words off the front that say nothing, as long as something that does is left.
func (l wordLists) dropLead(in tongue, words []string) []string {
	deed := false
	for {
		n, isDeed := l.leading(in, words, deed)
		if n == 0 || !l.says(in, words[n:]) {
			return words
		}
		if last := wordKey(words[n-1]); strings.HasSuffix(last, "ing") && strings.HasSuffix(wordKey(words[n]), "ly") {
			return words[n-1:] // "working independently"
		}
		words, deed = words[n:], deed || isDeed
	}
}

// leading counts the words at the front that say nothing, up to one phrase of them.
func (l wordLists) leading(in tongue, words []string, deed bool) (n int, isDeed bool) {
	if len(words) == 0 || l.begins("keep", in, words) > 0 || strings.IndexAny(words[0], "\"“„«") == 0 {
		return 0, false
	}
	if len(words) > 1 && (adverb(in, words[0]) || wordKey(words[0]) == "already") && l.begins("lead", in, words[1:]) > 0 {
		return 1, false // "deeply familiar with"
	}
	if n := l.begins("lead", in, words); n > 0 {
		isDeed = l.has("deed", in, words[:n]...)
		if n < len(words) && l.has("and", in, words[n]) {
			n++ // "experience and", "with or"
		}
		return n, isDeed
	}
	if deed {
		return l.begins("doing", in, words), true
	}
	return 0, false
}

// dropTails leaves out the general nouns that end a phrase: "Rust experience with async runtimes" is Rust with async runtimes.
func (l wordLists) dropTails(in tongue, words []string) []string {
	var kept []string
	for i, w := range words {
		ends := i == len(words)-1 || l.has("before", in, words[i+1]) || l.has("and", in, words[i+1])
		if ends && l.has("tail", in, w) && len(kept) > 0 && l.standsAlone(in, kept) {
			if strings.HasSuffix(w, ",") {
				kept[len(kept)-1] += ","
			}
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// standsAlone reports whether the words can do without a general noun behind them.
func (l wordLists) standsAlone(in tongue, words []string) bool {
	last := words[len(words)-1]
	if l.joins(in, last) || l.has("needstail", in, last) || l.adjective(in, last) {
		return false
	}
	// "analytical and problem-solving" share their noun.
	for i := len(words) - 2; i > 0 && (l.has("and", in, words[i]) || strings.HasSuffix(words[i-1], ",")); i-- {
		if l.adjective(in, words[i-1]) {
			return false
		}
	}
	return true
}
