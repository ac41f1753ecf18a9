package wording

import (
	"strings"

	"candid/model"
)

// yearLabel is the time, such as "5+ years", and the work it was spent on, shortened to what that comes down to; "" when the time
// stands deep inside of s and there is no room for it.
func (l wordLists) yearLabel(s string, time span, in tongue) string {
	before, behind := tokens(s[:time.at[0]]), strings.TrimLeft(s[time.at[1]:], " ,")
	if l.says(in, before) && len(before) > 1 {
		if behind != "" && s[time.at[1]] != ',' && s[time.at[1]] != ')' {
			return ""
		}
		of := uncapital(l.topic(in, before))
		if label := time.String() + time.of() + of; of != "" && width(label) <= model.LabelCells {
			return label
		}
		return ""
	}
	words := l.firstClause(in, tokens(behind))
	work := l.work(in, words)
	if len(work) == 0 {
		for i, w := range words {
			if label := time.String() + " " + trimmed(words[:i+1], in); l.has("tail", in, w) && width(label) <= model.LabelCells {
				return label
			}
		}
		return time.String()
	}
	of := time.of()
	for _, w := range words {
		if k := wordKey(w); k == "as" || k == "als" || k == "comme" || k == "como" {
			of = " " + k + " "
		}
		if w == work[0] {
			break
		}
	}
	return l.timed(in, time.String(), of, work)
}

// timed is the time and as much of the work as the label holds. The work is the last noun; what stands before it narrows it.
func (l wordLists) timed(in tongue, time, of string, work []string) string {
	for from, w := range work {
		if l.joins(in, w) {
			continue
		}
		for _, between := range []string{of, ": "} {
			if of := trimmed(work[from:], in); of != "" && width(time+between+of) <= model.LabelCells {
				return time + between + of
			}
		}
		if l.apposed(work) {
			break // one of several: the first stands for them
		}
	}
	if label := fitWithin(work, in, model.LabelCells-width(time+of)); label != "" {
		return time + of + label
	}
	return time
}

// apposed reports whether the words are several, parted by a slash.
func (l wordLists) apposed(words []string) bool {
	for _, w := range words {
		if w == "/" {
			return true
		}
	}
	return false
}

// work is the phrase that says what the time was spent on, from the words behind it.
func (l wordLists) work(in tongue, words []string) []string {
	for len(words) > 0 {
		n := max(l.begins("lead", in, words), l.begins("year", in, words), l.begins("doing", in, words))
		if n == 0 || l.begins("keep", in, words) > 0 {
			break
		}
		words = words[n:]
	}
	for i, w := range words {
		if i > 0 && l.has("tail", in, w) && i+1 < len(words) {
			words = words[:i+1] // "sales experience selling platforms" is of sales
			break
		}
		comma := strings.HasSuffix(w, ",")
		if comma || i > 0 && (l.has("before", in, w) || l.has("and", in, w) && !l.adjective(in, words[i-1])) {
			if comma {
				i++
			}
			if i > 1 && strings.HasSuffix(words[i-1], "ed") {
				i-- // what it is made with, or for
			}
			words = words[:i]
			break
		}
	}
	words = l.dropTails(in, words)
	for n := len(words) - 1; n >= 0; n-- {
		ends := l.has("post", in, words[n]) || l.joins(in, words[n]) || n > 0 && l.has("tail", in, words[n]) && !l.adjective(in, words[n-1])
		if !ends {
			break
		}
		words = words[:n]
	}
	for i, w := range words {
		if first, _, found := strings.Cut(w, "/"); found && first != "" && width(w) > 12 {
			return append(append([]string{}, words[:i]...), first)
		}
	}
	return words
}

// uncapital begins s with a small letter, unless its first word is a name.
func uncapital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if len(word) < 2 || word[0] < 'A' || word[0] > 'Z' || strings.ToLower(word[1:]) != word[1:] {
		return s
	}
	return strings.ToLower(word[:1]) + s[1:]
}
