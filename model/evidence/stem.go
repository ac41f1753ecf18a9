package evidence

// stem takes the endings of English inflection off a folded word, so that "migrated", "migrating" and "migrations" meet in
// "migrat". It works in place and errs on the side of leaving words apart.
func stem(w []byte) []byte {
	if many(w) {
		return append(w[:0], manyStem...)
	}
	if n := len(w); n > 2 && w[n-2] == '\'' && w[n-1] == 's' {
		w = w[:n-2]
	}
	if len(w) < 4 || !plain(w) {
		return w
	}
	w = singular(w)
	n := len(w)
	switch {
	case ends(w, "ing") && n > 5 && vowel(w[:n-3]):
		w = w[:n-3]
	case ends(w, "ed") && !ends(w, "eed") && n > 4 && vowel(w[:n-2]):
		w = w[:n-2]
	case n > 6 && (ends(w, "ation") || ends(w, "ution")):
		w = w[:n-3]
	}
	if n = len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n = len(w); n > 3 && w[n-1] == w[n-2] && !vowel(w[n-1:]) {
		w = w[:n-1]
	}
	return w
}

func singular(w []byte) []byte {
	n := len(w)
	switch {
	case w[n-1] != 's' || ends(w, "ss") || ends(w, "us") || ends(w, "is"):
		if n > 3 && ends(w, "y") && !vowel(w[n-2:n-1]) {
			w[n-1] = 'i' // as what is left of -ies and -ied
		}
		return w
	case n > 4 && ends(w, "ies"):
		return w[:n-2]
	default:
		return w[:n-1]
	}
}

// many reports whether w is a number shortened because it is large.
func many(w []byte) bool {
	digits := 0
	for digits < len(w) && '0' <= w[digits] && w[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 4 {
		return false
	}
	unit := string(w[digits:])
	return unit == "k" || unit == "m" || unit == "b" || unit == "bn" || unit == "mn" || unit == "mm"
}

func plain(w []byte) bool {
	for _, c := range w {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

func vowel(w []byte) bool {
	for _, c := range w {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
	}
	return false
}

func ends(w []byte, end string) bool {
	return len(w) >= len(end) && string(w[len(w)-len(end):]) == end
}
