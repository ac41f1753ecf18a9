package mail

import (
	"net/mail"
	"strings"
	"time"

	"candid/model"
	"candid/model/pattern"
	"candid/store/intake/content"
)

var (
	forwardSubject = pattern.New(`(?i)^\s*(?:\[[^\]]*\]\s*)?(?:fwd?|wg|wtr|tr|rv|enc|vl|vs|pd|i|doorst|i̇lt|ilt|továbbítás|πρθ|转发|轉寄|転送|전달|пересл)\s*[:：]\s*`)
	replySubject   = pattern.New(`(?i)^\s*(?:re|aw|antw|sv|rép|rif|odp|ynt|回复|返信|답장|отв)\s*(?:\[\d+\])?[:：]`)
	forwardMark    = pattern.New(`(?i)^[ >*_-]*(?:begin forwarded message|forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten|message transféré|début du message|` +
		`mensaje reenviado|inicio del mensaje|mensagem encaminhada|messaggio inoltrato|inizio messaggio|doorgestuurd bericht|пересылаемое сообщение|转发的邮件|転送)`)
	historyMark = pattern.New(`(?i)^[ >*_-]*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|исходное сообщение|原始邮件|元のメッセージ)[ *_-]*$`)
	wroteMark   = pattern.New(`(?i)^(?:on|am|le|el|il|em|op|den)\s.*(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev)\b.*[:：]\s*$`)
	field       = pattern.New(`^[ >*_]*([^\s:：*_][^:：*_]{0,20}?)[ *_]*[:：][ *_]*(.*)$`)
)

// The names of the fields that mail programs put over a message they pass on, in the languages of programs.
var fields = map[string]string{
	"from": "from", "von": "from", "de": "from", "da": "from", "van": "from", "från": "from", "fra": "from", "od": "from", "kimden": "from", "expéditeur": "from",
	"от": "from", "від": "from", "发件人": "from", "寄件者": "from", "差出人": "from", "보낸 사람": "from", "mittente": "from", "remitente": "from",
	"date": "date", "datum": "date", "fecha": "date", "data": "date", "sent": "date", "gesendet": "date", "envoyé": "date", "enviado": "date", "inviato": "date",
	"verzonden": "date", "дата": "date", "отправлено": "date", "发送时间": "date", "日付": "date", "送信日時": "date", "보낸 날짜": "date", "tarih": "date", "wysłano": "date",
	"subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "oggetto": "subject", "assunto": "subject", "onderwerp": "subject",
	"тема": "subject", "主题": "subject", "主旨": "subject", "件名": "subject", "제목": "subject", "temat": "subject", "ämne": "subject", "konu": "subject",
	"to": "to", "an": "to", "à": "to", "para": "to", "a": "to", "aan": "to", "кому": "to", "收件人": "to", "宛先": "to", "받는 사람": "to", "do": "to", "till": "to", "kime": "to", "cc": "to",
}

// forwarded is the letter that another passes on in its text: who wrote it, and nothing of what was said about it on the way.
// A letter that passes nothing on stays, without the letter that it answers.
func forwarded(l content.Letter) content.Letter {
	for range 3 {
		lines := strings.Split(l.Body.Text, "\n")
		at, head, ok := passedOnAt(lines, forwardSubject.MatchString(l.Subject))
		if !ok {
			break
		}
		name, email := address(head["from"])
		l.From, l.Email = name, email
		if s := head["subject"]; s != "" {
			l.Subject = s
		} else {
			l.Subject = forwardSubject.ReplaceAllString(l.Subject, "")
		}
		if t := loosely(head["date"]); t != 0 {
			l.Date = t
		}
		l.Body.Text = strings.Trim(strings.Join(unquoted(lines[at:]), "\n"), "\n")
		l.Body.Said = model.Contacts{}
	}
	l.Body.Text = withoutHistory(l.Body.Text, replySubject.MatchString(l.Subject))
	return l
}

// passedOnAt finds where a letter that is passed on begins, and the fields over it. Marked is whether the subject says that one
// is; else only a line that does so is believed.
func passedOnAt(lines []string, marked bool) (int, map[string]string, bool) {
	for i := 0; i < len(lines); i++ {
		if forwardMark.MatchString(lines[i]) {
			marked = true
		}
		if !marked || fieldName(lines[i]) != "from" {
			continue
		}
		head := map[string]string{}
		end := i
		for blank := 0; end < len(lines) && end < i+12; end++ {
			if strings.Trim(lines[end], " >*_") == "" { // some put an empty line between the fields
				if blank++; blank > 1 || end+1 < len(lines) && fieldName(lines[end+1]) == "" {
					break
				}
				continue
			}
			m := field.FindStringSubmatch(lines[end])
			name := fieldName(lines[end])
			if name == "" {
				break
			}
			if head[name] == "" {
				head[name] = strings.Trim(m[2], " *_")
			}
		}
		if _, email := address(head["from"]); email != "" && len(head) >= 3 {
			return end, head, true
		}
	}
	return 0, nil, false
}

// fieldName is which field a line is, in the words of RFC 5322; "" for none.
func fieldName(line string) string {
	if !strings.ContainsAny(line, ":：") {
		return ""
	}
	m := field.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	return fields[strings.ToLower(strings.TrimSpace(m[1]))]
}

// loosely is a date as people's programs write it; 0 for what is none.
func loosely(s string) model.Time {
	if t, err := mail.ParseDate(s); err == nil {
		return model.At(t)
	}
	s = strings.NewReplacer(" at ", " ", " um ", " ", "\u202f", " ", ",", "").Replace(s)
	for _, layout := range []string{"Mon Jan 2 2006 3:04 PM", "Monday January 2 2006 3:04 PM", "January 2 2006 3:04:05 PM MST", "Mon 2 Jan 2006 15:04", "2 January 2006 15:04:05 MST",
		"Mon Jan 2 2006 15:04", "2 Jan 2006 15:04", "2006-01-02 15:04", "2006-01-02 15:04:05", "02.01.2006 15:04"} {
		if t, err := time.Parse(layout, oneLine(s)); err == nil {
			return model.At(t)
		}
	}
	return 0
}

// unquoted takes the marks of quotation off lines which all bear them.
func unquoted(lines []string) []string {
	quoted, all := 0, 0
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			all++
			if strings.HasPrefix(line, ">") {
				quoted++
			}
		}
	}
	if all == 0 || quoted*10 < all*9 {
		return lines
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
	}
	return out
}

// withoutHistory is a letter without the letter that it answers, where that clearly runs to its end: quoted line by line, or
// under a line that says so.
func withoutHistory(s string, answers bool) string {
	lines := strings.Split(s, "\n")
	end := len(lines)
	for end > 0 && (strings.HasPrefix(lines[end-1], ">") || strings.TrimSpace(lines[end-1]) == "") {
		end--
	}
	if quotes := strings.Count(strings.Join(lines[end:], "\n"), "\n>"); quotes == 0 {
		end = len(lines)
	} else if end > 0 && strings.HasSuffix(strings.TrimSpace(lines[end-1]), ":") && wroteMark.MatchString(lines[end-1]) {
		end--
	} else if end > 1 && wroteMark.MatchString(lines[end-2]+" "+lines[end-1]) {
		end -= 2
	}
	if answers {
		for i, line := range lines[:end] {
			if i > 0 && (historyMark.MatchString(line) || wroteMark.MatchString(line)) {
				end = i
				break
			}
		}
	}
	if strings.TrimSpace(strings.Join(lines[:end], "")) == "" {
		return s // there is nothing else
	}
	return strings.TrimRight(strings.Join(lines[:end], "\n"), "\n ")
}
