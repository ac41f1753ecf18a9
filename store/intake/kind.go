package intake

import (
	"strings"

	"candid/model"
	"candid/model/pattern"
	"candid/store/intake/content"
)

// What a file's name says of it, in many languages. A word stands by itself: "information" is no form.
var (
	coverName   = pattern.New(`(?i)cover|motivation|anschreiben|begeleidende brief|(?:^|[^\p{L}])(?:letter|lettre|lm|carta|lettera|brief|list motywacyjny|motivační dopis|följebrev|ansøgning|søknad|önyazı|niyet mektubu|thư)(?:[^\p{L}]|$)|сопроводительн|супровідн|求职信|自荐信|カバーレター|添え状|送付状|자기소개서|خطاب|מכתב`)
	answersName = pattern.New(`(?i)(?:^|[^\p{L}])(?:answers?|questions?|questionnaire|form|responses?|screening|fragebogen|antworten|réponses|respuestas|risposte|respostas|antwoorden|odpowiedzi|svar|анкета|ответы|відповіді|回答|问卷|アンケート)(?:[^\p{L}]|$)`)
	resumeName  = pattern.New(`(?i)(?:^|[^\p{L}])(?:resume|résumé|cv|curriculum|curriculo|currículo|lebenslauf|życiorys|zyciorys|životopis|zivotopis|önéletrajz|özgeçmiş|ozgecmis|biodata|europass)(?:[^\p{L}]|$)|резюме|简历|簡歷|履歴書|職務経歴書|이력서|السيرة|سيرة|קורות|βιογραφικό|lý lịch`)
	otherName   = pattern.New(`(?i)(?:^|[^\p{L}])(?:certificates?|certification|zertifikate?|zeugnis(?:se)?|arbeitszeugnis|transcripts?|diplomas?|diplomes?|diplôme|degree|marksheet|portfolio|references?|referenzen?|recommendations?|passport|visa|permit|licen[cs]e|id card|photo|work samples?|writing samples?|publications?|attestat|certificado|certificato|attestation|świadectwo|дипломы?|сертификаты?|аттестат|рекомендаци\p{L}*)(?:[^\p{L}]|$)|证书|成绩单|作品集|証明書|成績|ポートフォリオ|증명서|포트폴리오|شهادة|תעודה`)
)

// otherText is the titles of papers that others write about an applicant.
var otherText = pattern.New(`(?i)^(?:academic transcript|official transcript|transcript of (?:academic )?records?|certificate of .{3,60}|this is to certify\b.*|(?:zwischen|arbeits|abschluss)?zeugnis|diploma|statement of (?:results|marks)|letter of (?:recommendation|reference)|attestation de .{3,60}|certificado de .{3,60}|диплом|сертификат|to whom (?:it|so ?ever it) may concern)$`)

// documentKind tells by the name, then by the text, what a document is. What is nothing else is a resume.
func documentKind(name string, format content.Kind, text string) model.DocumentKind {
	stem := strings.ReplaceAll(fileStem(name), "_", " ")
	cover, resume := coverName.MatchString(stem), resumeName.MatchString(stem)
	switch {
	case format == content.JSON, resume && !cover:
		return model.Resume
	case cover && !resume:
		return model.CoverLetter
	case answersName.MatchString(stem):
		return model.Answers
	case otherName.MatchString(stem):
		return model.OtherDocument
	}
	lines := strings.Split(text, "\n")
	switch {
	case isPaper(lines):
		return model.OtherDocument
	case isLetter(lines) && !hasParts(lines):
		return model.CoverLetter
	case isForm(lines) && len(parseAnswers(text)) >= 2:
		return model.Answers
	default:
		return model.Resume
	}
}

// isPaper reports whether a text is titled as a certificate, a transcript or what another wrote about somebody.
func isPaper(lines []string) bool {
	seen := 0
	for _, line := range lines {
		if line = unmark(line); line == "" {
			continue
		}
		if seen++; seen > 4 {
			return false
		}
		if otherText.MatchString(strings.TrimRight(line, " :.")) && (seen > 1 || !hasPartsNear(lines)) && !signed(lines) {
			return true
		}
	}
	return false
}

// signed reports whether a letter to nobody known is signed as an applicant's is.
func signed(lines []string) bool {
	applies := false
	for _, line := range lines[:min(len(lines), 60)] {
		lower := strings.ToLower(line)
		applies = applies || strings.Contains(lower, "apply") || strings.Contains(lower, "applying") || strings.Contains(lower, "application") || strings.Contains(lower, "position")
	}
	return applies
}

func hasPartsNear(lines []string) bool { return hasParts(lines[:min(len(lines), 60)]) }

// fewestParts is how many headings of a resume's parts make a text one, though it greets somebody.
const fewestParts = 3

// hasParts reports whether a text has the parts of a resume: experience, education, skills.
func hasParts(lines []string) bool {
	n := 0
	for _, line := range lines[:min(len(lines), 400)] {
		if line = unmark(line); line == "" || len(line) > 40 || strings.ContainsAny(line, ".,;") {
			continue
		}
		folded := foldedWords(line)
		for _, w := range folded {
			if len(folded) <= 3 && known()["sections"][w] {
				if n++; n == fewestParts {
					return true
				}
				break
			}
		}
	}
	return false
}
