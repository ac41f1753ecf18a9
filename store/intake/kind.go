package intake

import (
	"strings"

	"candid/model"
	"candid/model/pattern"
	"candid/store/intake/content"
)

var (
	coverName   = pattern.New(`(?i)cover|motivation|anschreiben|(?:^|[^\p{L}])(?:letter|lettre|carta|brief)(?:[^\p{L}]|$)|сопроводительн|求职信|カバーレター`)
	answersName = pattern.New(`(?i)(?:^|[^\p{L}])(?:answers?|questions?|questionnaire|form|responses?|screening|fragebogen)(?:[^\p{L}]|$)`)
	resumeName  = pattern.New(`(?i)(?:^|[^\p{L}])(?:resume|résumé|cv|curriculum|lebenslauf)(?:[^\p{L}]|$)|резюме|简历|履歴書`)
)

// documentKind tells by the name, then by the text, what a document is. What is nothing else is a resume.
func documentKind(name string, format content.Kind, text string) model.DocumentKind {
	stem := fileStem(name)
	switch {
	case format == content.JSON, resumeName.MatchString(stem) && !coverName.MatchString(stem):
		return model.Resume
	case coverName.MatchString(stem):
		return model.CoverLetter
	case answersName.MatchString(stem):
		return model.Answers
	}
	lines := strings.Split(text, "\n")
	switch {
	case isLetter(lines):
		return model.CoverLetter
	case isForm(lines) && len(parseAnswers(text)) >= 2:
		return model.Answers
	default:
		return model.Resume
	}
}
