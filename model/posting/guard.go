package posting

import (
	"fmt"
	"strings"
)

// The shapes that no posting has. Reading Markdown takes time that grows with the square of the marks in a paragraph and of the
// depth of lists and quotes, so that a text made for it would hold the program up for hours.
const (
	maxLines = 20000
	maxDepth = 16           // lists and quotes inside each other
	maxMarks = 20e6         // the sum over the paragraphs of the square of their marks
	marks    = "[]*_`<!~|&" // what opens emphasis, links, code and cells
)

// guard refuses a text that Markdown could not be read from in good time.
func guard(text string) error {
	if n := strings.Count(text, "\n"); n > maxLines {
		return refuse(fmt.Sprintf("has %d lines, and at most %d are read", n, maxLines), "keep nothing but the posting")
	}
	inParagraph, sum, number := 0, 0, 0
	for line := range strings.Lines(text) {
		number++
		if depth(line) > maxDepth {
			return refuse(fmt.Sprintf("nests lists or quotes more than %d deep in line %d", maxDepth, number), "keep nothing but the posting")
		}
		n := 0
		for i := range len(line) {
			if strings.IndexByte(marks, line[i]) >= 0 {
				n++
			}
		}
		if strings.TrimSpace(line) == "" {
			sum += inParagraph * inParagraph
			inParagraph = 0
		}
		inParagraph += n
		if sum+inParagraph*inParagraph > maxMarks {
			return refuse(fmt.Sprintf("has more of Markdown's marks than a posting has, in the paragraph of line %d", number), "keep nothing but the posting")
		}
	}
	return nil
}

// depth is how many lists and quotes a line opens or stands in, at most: one for each mark, and for each four spaces of indent
// before one.
func depth(line string) int {
	deep, spaces := 0, 0
	for rest := line; ; {
		bare := strings.TrimLeft(rest, " ")
		spaces += len(rest) - len(bare)
		mark := 0
		if number := strings.TrimLeft(bare, "0123456789"); len(number) < len(bare) && number != "" && (number[0] == '.' || number[0] == ')') {
			mark = len(bare) - len(number) + 1
		} else if bare != "" && strings.IndexByte(">-*+", bare[0]) >= 0 {
			mark = 1
		}
		if mark == 0 || bare[0] != '>' && mark < len(bare) && bare[mark] != ' ' {
			return deep
		}
		deep = max(deep+1, 1+spaces/4)
		rest = bare[mark:]
	}
}
