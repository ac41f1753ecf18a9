package intake

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/pattern"
)

var (
	questionMark = pattern.New(`(?i)^\s*(?:[*_]{0,2})(?:q(?:uestion)?\s*\d*|frage\s*\d*|вопрос\s*\d*|问题?\s*\d*|質問\s*\d*)\s*[:.：)]\s*(.+)$`)
	answerMark   = pattern.New(`(?i)^\s*(?:[*_]{0,2})(?:a(?:nswer)?\s*\d*|antwort\s*\d*|ответ\s*\d*|答案?\s*\d*|回答\s*\d*)\s*[:.：)][*_]{0,2}(?:\s+(.*))?$`)
	numbered     = pattern.New(`^\s*\d{1,2}\s*[.)]\s+`)
)

// parseAnswers reads the questions of a form and what stands under each. A question is a heading, a line "Q: …", or a line
// that ends with a question mark and begins a paragraph.
func parseAnswers(text string) []model.Answer {
	lines := strings.Split(text, "\n")
	_, rest := frontMatter(lines)
	var answers []model.Answer
	var body []string
	titles := map[string]bool{} // headings that ask nothing: with nothing under them they are no question
	finish := func() {
		if n := len(answers); n > 0 {
			answers[n-1].Text = strings.TrimSpace(strings.Join(body, "\n"))
		}
		body = nil
	}
	for i := rest; i < len(lines); i++ {
		if q := questionAt(lines, i, rest); q != "" {
			finish()
			answers = append(answers, model.Answer{Question: q})
			titles[q] = !strings.HasSuffix(q, "?") && !questionMark.MatchString(unmark(lines[i]))
			continue
		}
		if len(answers) == 0 || underline(lines[i]) > 0 {
			continue
		}
		line := lines[i]
		if m := answerMark.FindStringSubmatch(line); m != nil {
			line = m[1]
		}
		body = append(body, line)
	}
	finish()
	return slices.DeleteFunc(answers, func(a model.Answer) bool { return a.Text == "" && titles[a.Question] })
}

// questionAt is the question that line i asks, "" when it asks none.
func questionAt(lines []string, i, first int) string {
	line := lines[i]
	if m := questionMark.FindStringSubmatch(unmark(line)); m != nil {
		return unmark(m[1])
	}
	next := ""
	if i+1 < len(lines) {
		next = lines[i+1]
	}
	words := strings.TrimSpace(numbered.ReplaceAllString(unmark(line), ""))
	if headingLevel(line, next) > 0 {
		return words
	}
	starts := i == first || strings.TrimSpace(lines[i-1]) == ""
	if starts && len(words) < 300 && (strings.HasSuffix(words, "?") || strings.HasSuffix(words, "？")) {
		return words
	}
	return ""
}

// maybeQuestion spares most lines the look for a question's mark.
func maybeQuestion(words string) bool {
	return strings.ContainsRune("*_qQfFвВ问質", firstRune(words))
}

// isForm reports whether a text is questions and answers: at least two lines ask, marked as questions or by their last sign.
func isForm(lines []string) bool {
	asked, headings := 0, 0
	for i, line := range lines {
		next := ""
		if i+1 < len(lines) {
			next = lines[i+1]
		}
		heading := headingLevel(line, next) > 0
		if heading {
			headings++
		}
		words := unmark(line)
		if maybeQuestion(words) && questionMark.MatchString(words) || strings.HasSuffix(words, "?") && (heading || numbered.MatchString(line)) {
			asked++
		}
	}
	return asked >= 2 && asked*2 >= headings
}
