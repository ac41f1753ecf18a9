package wording

import "strings"

// unshowable reports whether all that the words ask for is what an application cannot show, such as a sense of humour. It is
// not when any word is left that says something else: somebody who is unsure reads the application first.
func unshowable(text string) bool {
	l := knownWords()
	if mostlyUnspaced(text) {
		return l.unshowableUnspaced(text)
	}
	words := nameTokens(text)
	found := false
	for len(words) > 0 {
		n := l.begins("unshowable", anyTongue, words)
		if n > 0 {
			found = true
		} else if n = l.begins("beside", anyTongue, words); n == 0 {
			w := words[0]
			if wordKey(w) != "" && !l.joins(anyTongue, w) && !l.has("tail", anyTongue, w) && l.begins("lead", anyTongue, words[:1]) == 0 {
				return false
			}
			n = 1
		}
		words = words[n:]
	}
	return found
}

func (l wordLists) unshowableUnspaced(text string) bool {
	found := false
	for _, p := range l.inside["unshowable"] {
		if strings.Contains(text, p) {
			text, found = strings.ReplaceAll(text, p, " "), true
		}
	}
	for _, p := range l.inside["beside"] {
		text = strings.ReplaceAll(text, p, " ")
	}
	return found && strings.IndexFunc(text, Wordy) < 0
}
