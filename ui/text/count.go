package text

import "strconv"

// Count is a number of things in words: "1 role", "2 roles". The thing is a word whose plural takes an s.
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// Thousands is a number with a comma after every third digit from its end, where it has more than three.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
