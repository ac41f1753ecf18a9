package mail

import (
	"path"
	"strings"

	"candid/model"
	"candid/model/pattern"
	"candid/store/intake/content"
)

// applies is words of a subject that say what the message is: of applications, in the languages they are written in.
var applies = pattern.New(`(?i)\bapplication\b|\bapplying\b|\bapply\b|\bapplicant|\bcandidate\b|\bcandidacy\b|r[eé]sum[eé]\b|\bcv\b|\bcurriculum\b|\bcover letter\b|\bvacancy\b|` +
	`bewerb|lebenslauf|candidature|candidatura|solicitud de (?:empleo|trabajo)|postulaci[oó]n|sollicit|ans[oö]kan|søknad|ansøgning|hakemus|podanie|aplikacja|` +
	`ba[sş]vuru|[oö]zge[cç]mi[sş]|резюме|вакансі|ваканси|отклик|应聘|求职|简历|應徵|履歷|応募|履歴書|지원서|이력서|입사`)

// noApplication is why a message is clearly no application; nil for every other one. Mail of a list may be one where a group's
// address takes applications: then it says so, or brings a document.
func (m *message) noApplication(l content.Letter) *model.Problem {
	h := m.root.Header
	says := func(name, words string) bool { return strings.Contains(strings.ToLower(h.Get(name)), words) }
	brings := len(m.inside) > 0
	for _, f := range l.Files {
		brings = brings || document(f.Name)
	}
	switch {
	case says("Auto-Submitted", "auto-replied"), h.Get("X-Autoreply") != "", says("Precedence", "auto_reply"), h.Get("X-Autorespond") != "":
		return refuse("an automatic reply, no application", "leave it out")
	case strings.TrimSpace(h.Get("Return-Path")) == "<>" && relay(l.Email), strings.HasPrefix(strings.ToLower(l.Email), "mailer-daemon@"):
		return refuse("a report on the delivery of mail, no application", "leave it out")
	case brings || applies.MatchString(l.Subject):
		return nil
	case h.Get("List-Id") != "", h.Get("List-Post") != "", h.Get("List-Unsubscribe") != "", h.Get("Mailing-List") != "",
		says("Precedence", "list"), says("Precedence", "bulk"), says("Precedence", "junk"):
		return refuse("from a mailing list, no application", "leave it out; if it is one, save its attachments and add those")
	case l.Email == "" && l.From == "" && len(l.Files) == 0:
		return refuse("a message that names no sender and brings no file", "look at the message")
	case strings.TrimSpace(l.Body.Text) == "" && len(l.Files) == 0 && len(m.inside) == 0:
		return refuse("a message without a word and without a file", "ask the sender to send it again")
	}
	return nil
}

// document reports whether a file's name is that of a document as people send them.
func document(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".zip":
		return true
	}
	return false
}
