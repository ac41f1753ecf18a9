package config

import "strings"

// nearest is the one of some names that was probably meant by another; false where none is near.
func nearest(name string, all []string) (meant string, ok bool) {
	best := 1 + len([]rune(name))/4 // so many letters may be wrong
	for _, other := range all {
		if d := distance(strings.ToLower(name), other); d <= best {
			best, meant, ok = d-1, other, true
		}
	}
	return meant, ok
}

// distance is how many letters have to be put in, taken out or changed to come from one word to another; two that changed places
// count as two.
func distance(from, to string) int {
	a, b := []rune(from), []rune(to)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			changed := corner
			if x != y {
				changed++
			}
			corner = row[j+1]
			row[j+1] = min(changed, corner+1, row[j]+1)
		}
	}
	return row[len(b)]
}
