package intake

import (
	"slices"
	"strings"
	"unicode"
)

// agreement is how well a name agrees with what the person goes by elsewhere: 2 when all that the key says is the name, 1 when
// a word of the name is in it, 0 when neither.
func agreement(name string, keys []string) int {
	var parts []string
	for _, w := range strings.FieldsFunc(latin(name), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if w = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, w); w != "" && !known()["credentials"][w] {
			parts = append(parts, w)
		}
	}
	best := 0
	for _, key := range keys {
		best = max(best, agrees(parts, key))
	}
	return best
}

// agrees compares the words of a name with one key: an address with its host, or a handle.
func agrees(parts []string, key string) int {
	local, host, _ := strings.Cut(key, "@")
	letters := onlyLetters(local)
	if letters == "" || len(parts) == 0 {
		return 0
	}
	joined := strings.Join(parts, "")
	if len(joined) >= 4 && (letters == joined || len(parts) > 1 && letters == strings.Join(parts[1:], "")+parts[0]) {
		return 2
	}
	rest, whole, longest, initials := letters, 0, 0, ""
	for _, w := range parts {
		switch {
		case len(w) >= 3 && strings.Contains(rest, w), len(w) == 2 && (strings.HasPrefix(rest, w) || strings.HasSuffix(rest, w)) && len(parts) > 1:
			rest = strings.Replace(rest, w, " ", 1)
			whole++
			longest = max(longest, len(w))
		default:
			initials += w[:1]
		}
	}
	rest = strings.ReplaceAll(rest, " ", "")
	firstHost, _, _ := strings.Cut(host, ".")
	switch {
	case whole >= 2 && longest >= 3:
		return 2
	case whole == 1 && len(parts) > 1 && longest >= 3 && rest != "" && len(rest) <= 2 && strings.ContainsAny(initials, rest):
		return 2
	case whole == 1 && len(parts) > 1 && longest >= 3 && len(firstHost) >= 3 && slices.ContainsFunc(parts, func(w string) bool {
		return len(w) >= 3 && onlyLetters(firstHost) == w && !strings.Contains(letters, w)
	}):
		return 2
	case whole >= 1 && longest >= 4, whole == 1 && longest == 3 && (letters == parts[0] || strings.HasPrefix(letters, parts[0]) && len(rest) <= 1):
		return 1
	case len(parts) > 1 && len(letters) >= 4 && prefixes(parts, letters):
		return 1
	}
	return 0
}

// prefixes reports whether an address is made of the beginnings of two words of a name: "jandoe", "jdo".
func prefixes(parts []string, letters string) bool {
	for i, a := range parts {
		for k, b := range parts {
			if i == k {
				continue
			}
			for n := 1; n <= len(a) && n < len(letters); n++ {
				if !strings.HasPrefix(letters, a[:n]) {
					break
				}
				if rest := letters[n:]; len(rest) >= 3 && strings.HasPrefix(b, rest) {
					return true
				}
			}
		}
	}
	return false
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, latin(s))
}

func sameWords(a, b string) bool {
	x, y := foldedWords(a), foldedWords(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func shareWord(a, b string) bool {
	other := foldedWords(b)
	return slices.ContainsFunc(foldedWords(a), func(w string) bool { return len(w) > 2 && slices.Contains(other, w) })
}
