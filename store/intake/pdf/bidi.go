package pdf

import "slices"

// logical puts the words of a line, from left to right, into the order in which they are read, with what stands before each.
func logical(words []word, breaks []string) ([]word, []string) {
	if !slices.ContainsFunc(words, func(w word) bool { return directionOf(w.text) < 0 }) {
		return words, breaks
	}
	fromRight := mostlyFromRight(words)
	base := 1
	if fromRight {
		base = -1
	}
	// Words without letters go with those before them where both neighbours run one way, else with the line.
	n := len(words)
	runs := make([]int, n)
	for i, w := range words {
		runs[i] = directionOf(w.text)
	}
	after := make([]int, n)
	next := base
	for i := n - 1; i >= 0; i-- {
		if runs[i] != 0 {
			next = runs[i]
		}
		after[i] = next
	}
	before := base
	for i := range runs {
		switch {
		case runs[i] != 0:
			before = runs[i]
		case before == after[i]:
			runs[i] = before
		default:
			runs[i] = base
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	if fromRight {
		slices.Reverse(order)
	}
	for i := 0; i < n; {
		j := i + 1
		for j < n && runs[order[j]] == runs[order[i]] {
			j++
		}
		if runs[order[i]] != base {
			slices.Reverse(order[i:j])
		}
		i = j
	}
	outWords, outBreaks := make([]word, n), make([]string, n)
	for i, at := range order {
		outWords[i] = words[at]
		if i > 0 { // what stood between the two, wherever that was
			prev := order[i-1]
			outBreaks[i] = breaks[max(prev, at)]
			if at != prev+1 && at != prev-1 {
				outBreaks[i] = " "
			}
		}
	}
	return outWords, outBreaks
}
