package text

import "strconv"

// Count is a number of things in words: "1 role", "2 roles". The thing is a word whose plural takes an s.
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
