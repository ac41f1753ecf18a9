package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"candid/model"
	"candid/model/clean"
	"candid/model/pattern"
	"candid/store/intake/content"
)

// A message with fewer words than this, and nothing else that an application has, is none.
const fewWords = 40

// fromLetter makes one application of a message that was read from path, and of those of its attachments that could be read.
// The message is the cover letter; without a resume among the attachments, one that reads like a resume is that. Who it is by
// the resume says first, then the sender's name and address.
func fromLetter(path string, l content.Letter, docs []document) (model.Application, *model.Problem) {
	l.From, l.Subject = cleanName(l.From), cleanName(l.Subject)
	docs = slices.Clone(docs)
	body, problem := newDocument("message.txt", asSent(l), content.Message, l.Body)
	if problem == nil {
		has := slices.ContainsFunc(docs, func(d document) bool { return d.Document.Kind == model.Resume })
		if has || body.Document.Kind != model.Resume || len(strings.Fields(body.Text)) < 2*fewWords {
			body.Document.Kind = model.CoverLetter
		}
		docs = append([]document{body}, docs...)
	}
	if len(docs) == 0 && strings.TrimSpace(l.Body.Text) != "" { // which is too long
		problem.Subject = path
		return model.Application{}, problem
	}
	if len(docs) == 0 {
		return model.Application{}, &model.Problem{Kind: model.Refused, Subject: path, What: "a message without a word, and no attachment that is read", Next: "look at the message"}
	}
	if saysNothing(l, docs) {
		return model.Application{}, &model.Problem{Kind: model.Refused, Subject: path,
			What: fmt.Sprintf("a message of fewer than %d words that says nothing of an application or of how to reach anybody", fewWords),
			Next: "look at the message; if it is an application, add it by hand"}
	}
	slices.SortStableFunc(docs, func(a, b document) int { return cmp.Compare(a.Document.Kind, b.Document.Kind) })
	sender := model.Contacts{Name: l.From}
	if email := emailIn(clean.Text(l.Email)); email == l.Email {
		sender.Email = email
	}
	first := &docs[0].facts
	if docs[0].Document.Kind == model.CoverLetter { // whose words may name anybody
		first.Contacts = under(sender, first.Contacts)
		if sender.Name != "" {
			first.guesses = nil
		}
	}
	first.Contacts = under(first.Contacts, sender)
	a := assemble(path, cmp.Or(l.From, fileStem(path)), docs)
	a.Candidate.Applied = l.Date
	return a, nil
}

// asSent is a letter's own words under its head, as they are kept. The head makes the bytes of two people's "please find my
// resume attached" differ.
func asSent(l content.Letter) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "From: %s\n", strings.TrimSpace(l.From+" <"+cleanName(l.Email)+">"))
	if l.Date != 0 {
		fmt.Fprintf(&b, "Date: %s\n", l.Date.In(time.UTC).Format(time.RFC1123Z))
	}
	fmt.Fprintf(&b, "Subject: %s\n\n%s\n", l.Subject, l.Body.Text)
	return []byte(b.String())
}

// aboutWork is words that a short message about a job has, and one about other things may have too: it is used to take in
// what is in doubt.
var aboutWork = pattern.New(`(?i)\b(?:appl(?:y|ied|ying|ication|icant)|r[eé]sum[eé]|cv|curriculum|cover letter|job|position|role|vacancy|opening|opportunity|hir(?:e|ing)|interview|` +
	`candida\w*|experience|portfolio|references?)\b|bewerb|lebenslauf|stelle|arbeit|emploi|poste|travail|empleo|trabajo|puesto|vaga|emprego|lavoro|posizione|` +
	`sollicit|vacature|baan|jobb|ansökan|søknad|praca|pracy|aplikuj|iş |başvuru|резюме|ваканс|работ|робот|应聘|求职|简历|工作|職|応募|履歴|仕事|지원|이력서`)

// saysNothing reports whether a message and everything that came with it is short, and speaks neither of work nor of a way to
// reach somebody. A file that is no plain text, or could not be read, may say it: then the message is taken in.
func saysNothing(l content.Letter, docs []document) bool {
	words, read := 0, 0
	for _, d := range docs {
		words += max(len(strings.Fields(d.Text)), len(d.Text)/8) // some scripts have no spaces
		if d.facts.Email != "" || d.facts.Phone != "" || aboutWork.MatchString(d.Text) {
			return false
		}
		switch d.Document.Format {
		case content.Text.String(), content.Markdown.String():
			read++
		}
	}
	return words < fewWords && read >= len(l.Files) && l.Body.Said.Email == "" && !aboutWork.MatchString(l.Subject)
}
