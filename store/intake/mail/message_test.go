package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/store/intake/content"
)

// crlf is a message as it is sent.
func crlf(s string) []byte {
	return []byte(strings.ReplaceAll(strings.TrimLeft(s, "\n"), "\n", "\r\n"))
}

// multipart is parts between boundaries; each part is its head, an empty line, its body.
func multipart(kind string, parts ...string) string {
	boundary := fmt.Sprintf("=_%s_%d", kind[:5], len(strings.Join(parts, "")))
	s := fmt.Sprintf("Content-Type: multipart/%s; boundary=\"%s\"\n\n", kind, boundary)
	for _, p := range parts {
		s += "--" + boundary + "\n" + p + "\n"
	}
	return s + "--" + boundary + "--\n"
}

func attached(kind, disposition string, b []byte) string {
	return fmt.Sprintf("Content-Type: %s\nContent-Disposition: %s\nContent-Transfer-Encoding: base64\n\n%s\n", kind, disposition, base64.StdEncoding.EncodeToString(b))
}

const head = "From: Ana Lima <ana.lima@example.org>\nTo: jobs@example.com\nSubject: Backend engineer\nDate: Tue, 3 Mar 2026 10:11:12 +0100\nMIME-Version: 1.0\n"

const letterText = "Dear team,\n\nI would like to work with you on the quay systems. My resume is attached, and I can start in May.\n\nKind regards\nAna Lima"

// show is a letter on a few lines.
func show(l content.Letter) string {
	s := fmt.Sprintf("%s <%s> %s\n%s\n", l.From, l.Email, l.Subject, l.Body.Text)
	for _, f := range l.Files {
		s += fmt.Sprintf("[%s: %d]", f.Name, len(f.Bytes))
	}
	return strings.TrimRight(s, "\n")
}

func TestMessage(t *testing.T) {
	pdf := []byte("%PDF-1.7 a resume")
	plain := "Content-Type: text/plain; charset=utf-8\n\n" + letterText + "\n"
	page := "Content-Type: text/html; charset=utf-8\n\n<p>Dear team,</p><p>I would <b>like</b> to.</p><img src=cid:logo>\n"
	for _, test := range []struct{ name, message, want string }{
		{"plain", head + "\n" + letterText, "Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText},
		{"with a file", head + multipart("mixed", plain, attached("application/pdf; name=cv.pdf", "attachment; filename=cv.pdf", pdf)),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n[cv.pdf: 17]"},
		{"twice the same", head + multipart("alternative", plain, page), "Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText},
		{"a page alone", head + page, "Ana Lima <ana.lima@example.org> Backend engineer\nDear team,\n\nI would like to."},
		{"plain text that says nothing", head + multipart("alternative", "Content-Type: text/plain\n\nSee the HTML part.\n", strings.Replace(page, "I would", strings.Repeat("I would ", 20), 1)),
			"Ana Lima <ana.lima@example.org> Backend engineer\nDear team,\n\n" + strings.TrimSpace(strings.Repeat("I would ", 20)) + " like to."},
		{"pictures of the page and of the signature", head + multipart("related", page,
			"Content-ID: <logo>\n"+attached("image/png; name=logo.png", "inline; filename=logo.png", make([]byte, 90_000)), attached("image/gif; name=icon.gif", "attachment; filename=icon.gif", make([]byte, 900))),
			"Ana Lima <ana.lima@example.org> Backend engineer\nDear team,\n\nI would like to."},
		{"a scan", head + multipart("mixed", plain, attached("image/jpeg", "attachment; filename=scan.jpg", make([]byte, 90_000))),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n[scan.jpg: 90000]"},
		{"a text file is a file", head + multipart("mixed", plain, "Content-Type: text/plain; charset=iso-8859-1; name=cv.txt\nContent-Disposition: inline; filename=cv.txt\nContent-Transfer-Encoding: quoted-printable\n\nZo=EB=\n L=E9"),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n[cv.txt: 6]"},
		{"names of files", head + multipart("mixed", plain,
			attached("application/pdf", "attachment;\n filename*0*=UTF-8''L%C3%A9a%20;\n filename*1*=Cur%C3%A9.pdf", pdf),
			attached("application/pdf; name=\"=?UTF-8?B?5bGl5q205pu4LnBkZg==?=\"", "attachment", pdf),
			attached("application/pdf", "attachment", pdf), attached("application/octet-stream", "attachment; filename=\"../../etc/cv.pdf\"", pdf)),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n[Léa Curé.pdf: 17][履歴書.pdf: 17][attachment 3.pdf: 17][../../etc/cv.pdf: 17]"},
		{"the whole message is a file", head + attached("application/pdf; name=cv.pdf", "attachment; filename=cv.pdf", pdf), "Ana Lima <ana.lima@example.org> Backend engineer\n\n[cv.pdf: 17]"},
		{"signed", head + multipart("signed", plain, attached("application/pkcs7-signature; name=smime.p7s", "attachment; filename=smime.p7s", pdf)),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText},
		{"an invitation", head + multipart("mixed", plain, "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n"), "Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText},
		{"text behind a file", head + multipart("mixed", plain, attached("application/pdf", "attachment; filename=cv.pdf", pdf), "Content-Type: text/plain\n\nSent from a telephone\n"),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n\n\nSent from a telephone\n[cv.pdf: 17]"},
		{"passed on as an attachment", "From: Rita <rita@example.com>\nSubject: FW: look\nMime-Version: 1.0\n" +
			multipart("mixed", "Content-Type: text/plain\n\nGood one, I think.\n", "Content-Type: message/rfc822\n\n"+head+multipart("mixed", plain, attached("application/pdf", "attachment; filename=cv.pdf", pdf))),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n[cv.pdf: 17]"},
		{"a message among the files", head + multipart("mixed", plain, attached("application/pdf", "attachment; filename=cv.pdf", pdf), "Content-Type: message/rfc822\n\nFrom: Rita <rita@example.com>\nSubject: A reference\n\nShe is good.\n"),
			"Ana Lima <ana.lima@example.org> Backend engineer\n" + letterText + "\n[cv.pdf: 17][message 1.eml: 65]"},
		{"flowed", head + "Content-Type: text/plain; format=flowed\n\nOne line \nof many.\n From here\n-- \nAna", "Ana Lima <ana.lima@example.org> Backend engineer\nOne line of many.\nFrom here\n-- \nAna"},
		{"Latin-1", head + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe aus K=F6ln, ich bin f=\n=FCr alles", "Ana Lima <ana.lima@example.org> Backend engineer\nGrüße aus Köln, ich bin für alles"},
		{"Shift-JIS", head + "Content-Type: text/plain; charset=shift_jis\n\n\x93\xfa\x96{\x8c\xea", "Ana Lima <ana.lima@example.org> Backend engineer\n日本語"},
		{"ISO-2022-JP", head + "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B8f1~Jg\x1b(B", "Ana Lima <ana.lima@example.org> Backend engineer\n御応募"},
		{"UTF-8 called Latin-1", head + "Content-Type: text/plain; charset=iso-8859-1\n\nGrüße aus Köln", "Ana Lima <ana.lima@example.org> Backend engineer\nGrüße aus Köln"},
		{"an unknown encoding", head + "Content-Type: text/plain; charset=x-none\n\nGr\xfc\xdfe aus K\xf6ln", "Ana Lima <ana.lima@example.org> Backend engineer\nGrüße aus Köln"},
		{"an answer", strings.Replace(head, "Backend", "Re: Backend", 1) + "\nHere it is.\n\nOn Mon, 2 Mar 2026 at 09:00, Rita <rita@example.com> wrote:\n> Please send your resume.\n>\n> Rita\n",
			"Ana Lima <ana.lima@example.org> Re: Backend engineer\nHere it is."},
		{"an answer in between", strings.Replace(head, "Backend", "Re: Backend", 1) + "\n> When can you start?\nIn May.\n", "Ana Lima <ana.lima@example.org> Re: Backend engineer\n> When can you start?\nIn May."},
		{"a type that is none", head + "Content-Type: ;;=\n\nHello there", "Ana Lima <ana.lima@example.org> Backend engineer\nHello there"},
		{"as a mailbox begins it", "From ana Tue Mar  3 10:11:12 2026\n" + head + "\nHello", "Ana Lima <ana.lima@example.org> Backend engineer\nHello"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for name, b := range map[string][]byte{"LF": []byte(test.message), "CRLF": crlf(test.message)} {
				l, err := Message(b)
				got := strings.ReplaceAll(show(l), "message 1.eml: 69", "message 1.eml: 65")
				if err != nil || got != test.want {
					t.Errorf("%s: %v\n%q, want\n%q", name, err, got, test.want)
				}
			}
		})
	}
}

func TestSender(t *testing.T) {
	for _, test := range []struct{ name, fields, want string }{
		{"plain", "From: Ana Lima <ana@example.org>", "Ana Lima <ana@example.org>"},
		{"quoted", `From: "Lima, Ana" <ana@example.org>`, "Ana Lima <ana@example.org>"},
		{"with a degree", `From: "Ana Lima, PhD" <ana@example.org>`, "Ana Lima, PhD <ana@example.org>"},
		{"encoded", "From: =?ISO-8859-1?Q?Zo=EB_M=FCller?= <zoe@example.org>", "Zoë Müller <zoe@example.org>"},
		{"encoded in pieces", "From: =?UTF-8?B?5L2Q6Jek?= =?UTF-8?B?576O5ZKy?= <misaki@example.org>", "佐藤美咲 <misaki@example.org>"},
		{"encoded in quotes", `From: "=?utf-8?Q?Zo=C3=AB?=" <zoe@example.org>`, "Zoë <zoe@example.org>"},
		{"bare bytes", "From: Zo\xeb M\xfcller <zoe@example.org>", "Zoë Müller <zoe@example.org>"},
		{"an address alone", "From: ana@example.org", " <ana@example.org>"},
		{"a comment", "From: ana@example.org (Ana Lima)", "Ana Lima <ana@example.org>"},
		{"the address twice", `From: "ana@example.org" <ana@example.org>`, " <ana@example.org>"},
		{"broken", "From: Ana [Lima] <ana@example.org", "Ana [Lima] <ana@example.org>"},
		{"a board", "From: Ana Lima via Board <noreply@board.example>\nReply-To: ana@example.org", "Ana Lima <ana@example.org>"},
		{"a board with a full answer", "From: Board <noreply@board.example>\nReply-To: Ana Lima <ana@example.org>", "Ana Lima <ana@example.org>"},
		{"a board that keeps the address", "From: 'Ana Lima' via Board <board@board.example>", "Ana Lima <>"},
		{"a form", "From: Website <wordpress@example.com>\nReply-To: ana@example.org", "Website <ana@example.org>"},
		{"a group", "From: 'Ana Lima' via Jobs <jobs@example.com>\nX-Original-From: Ana Lima <ana@example.org>", "Ana Lima <ana@example.org>"},
		{"a person who wants answers elsewhere", "From: Ana Lima <ana@example.org>\nReply-To: office@example.org", "Ana Lima <ana@example.org>"},
		{"a name of viaducts", "From: Olivia Navia <olivia@example.org>", "Olivia Navia <olivia@example.org>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := Message([]byte(test.fields + "\nSubject: x\n\n" + letterText))
			if got := fmt.Sprintf("%s <%s>", l.From, l.Email); err != nil || got != test.want {
				t.Errorf("%q, want %q; %v", got, test.want, err)
			}
		})
	}
}

// Of a letter that somebody passed on, the applicant's words are left, and nothing of what was said on the way.
func TestForwarded(t *testing.T) {
	rita := "From: Rita Sand <rita@example.com>\nDate: Wed, 4 Mar 2026 08:00:00 +0000\nSubject: %s\n\nI do not like this one.\n\n%s\n\n" + letterText
	for _, test := range []struct{ name, subject, block string }{
		{"dashes", "Fwd: Backend engineer", "---------- Forwarded message ---------\nFrom: Ana Lima <ana@example.org>\nDate: Tue, Mar 3, 2026 at 10:11 AM\nSubject: Backend engineer\nTo: <jobs@example.com>"},
		{"begin", "Fwd: Backend engineer", "Begin forwarded message:\n\nFrom: Ana Lima <ana@example.org>\nSubject: Backend engineer\nDate: 3 March 2026 10:11:00 UTC\nTo: jobs@example.com"},
		{"an office", "FW: Backend engineer", "From: Ana Lima <ana@example.org>\nSent: Tuesday, March 3, 2026 10:11 AM\nTo: Jobs\nSubject: Backend engineer"},
		{"a German office", "WG: Backend engineer", "-----Ursprüngliche Nachricht-----\nVon: Ana Lima [mailto:ana@example.org]\nGesendet: 03.03.2026 10:11\nAn: Jobs\nBetreff: Backend engineer"},
		{"stars", "Fwd: Backend engineer", "*From:* Ana Lima <ana@example.org>\n*Sent:* Tuesday, March 3, 2026 10:11 AM\n*To:* Jobs\n*Subject:* Backend engineer"},
		{"full-width colons", "转发: Backend engineer", "发件人：Ana Lima <ana@example.org>\n发送时间：2026-03-03 10:11\n收件人：jobs@example.com\n主题：Backend engineer"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := Message([]byte(fmt.Sprintf(rita, test.subject, test.block)))
			if want := "Ana Lima <ana@example.org> Backend engineer\n" + letterText; err != nil || show(l) != want {
				t.Errorf("%v\n%q, want\n%q", err, show(l), want)
			}
			if day := l.Date.In(time.UTC).Format(time.DateOnly); day != "2026-03-03" {
				t.Error(day)
			}
		})
	}
	own, err := Message([]byte(fmt.Sprintf(rita, "Backend engineer", "From: 2019 to 2023\nTo: now\nDate: none")))
	if err != nil || own.Email != "rita@example.com" || !strings.Contains(own.Body.Text, "I do not like") {
		t.Errorf("%+v %v", own, err)
	}
}

func TestCard(t *testing.T) {
	l, err := Message([]byte(head + multipart("mixed", "Content-Type: text/plain\n\nHello\n", "Content-Type: text/vcard\n\nBEGIN:VCARD\nFN:Ana\n  Lima\nitem1.EMAIL;TYPE=work:ana@example.org\nTEL;VALUE=uri:tel:+1-555-0101\nEND:VCARD\n")))
	if s := l.Body.Said; err != nil || s.Name != "Ana Lima" || s.Email != "ana@example.org" || s.Phone != "+1-555-0101" || len(l.Files) > 0 {
		t.Errorf("%+v %v", l, err)
	}
}

func TestRefused(t *testing.T) {
	list := "List-Id: <talk.example.org>\n"
	for _, test := range []struct{ name, message, want string }{
		{"nothing", "", "no e-mail message"},
		{"no message", "Ana Lima\n\nEngineer: yes", "no e-mail message"},
		{"a list", list + strings.Replace(head, "Backend engineer", "sorting", 1) + "\nIt sorts.", "from a mailing list"},
		{"bulk", "Precedence: bulk\n" + head + "\nBuy this.", "from a mailing list"},
		{"nobody", "Subject: x\n\nHello", "names no sender"},
		{"no words", head + "\n \n", "without a word"},
		{"a reply of a program", "Auto-Submitted: auto-replied\n" + head + "\nI am away.", "an automatic reply"},
		{"a report", head + multipart("report; report-type=delivery-status", "Content-Type: text/plain\n\nIt failed."), "a report on the delivery"},
		{"a bounce", "Return-Path: <>\nFrom: MAILER-DAEMON@example.org\nSubject: failure\n\nIt failed.", "a report on the delivery"},
		{"encrypted", head + multipart("encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1"), "an encrypted message"},
		{"encrypted in its text", head + "\n-----BEGIN PGP MESSAGE-----\nxx", "an encrypted message"},
		{"sealed", head + attached("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "attachment", []byte("x")), "an encrypted message"},
		{"signed around it, and broken", head + attached("application/pkcs7-mime; smime-type=signed-data", "attachment", []byte("x")), "a signed message whose text"},
		{"parts without a boundary", head + "Content-Type: multipart/mixed\n\n--x\n\nHello\n--x--", "its parts cannot be told apart"},
		{"too large", head + "\n" + strings.Repeat("x", maxMessage), "larger than 36 MB"},
		{"too many files", head + multipart("mixed", strings.Split(strings.Repeat(attached("application/pdf", "attachment; filename=a.pdf", []byte("x"))+"|", maxFiles+1), "|")[:maxFiles+1]...), "more than 50 attachments"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := Message([]byte(test.message))
			var p *model.Problem
			if !errors.As(err, &p) || p.Kind != model.Refused || p.Next == "" || !strings.Contains(p.What, test.want) {
				t.Errorf("%v, want %q; %+v", err, test.want, l)
			}
		})
	}
	for name, message := range map[string]string{
		"a list that takes applications": list + strings.Replace(head, "Backend engineer", "Application for the job", 1) + "\n" + letterText,
		"a list, with a document":        list + head + multipart("mixed", "Content-Type: text/plain\n\n"+letterText, attached("application/pdf", "attachment; filename=cv.pdf", []byte("%PDF"))),
	} {
		if _, err := Message([]byte(message)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A message whose signature is wrapped around it is opened.
func TestSigned(t *testing.T) {
	der := func(tag byte, inside ...[]byte) []byte {
		var b []byte
		for _, i := range inside {
			b = append(b, i...)
		}
		switch n := len(b); {
		case n < 128:
			return append([]byte{tag, byte(n)}, b...)
		case n < 256:
			return append([]byte{tag, 0x81, byte(n)}, b...)
		default:
			return append([]byte{tag, 0x82, byte(n >> 8), byte(n)}, b...)
		}
	}
	oid := []byte{6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2}
	inner := der(0x30, []byte{6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1}, der(0xa0, der(4, []byte("Content-Type: text/plain\r\n\r\n"+letterText))))
	signed := der(0x30, oid, der(0xa0, der(0x30, []byte{2, 1, 1}, der(0x31), inner, der(0x31))))
	l, err := Message([]byte(head + attached("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "attachment; filename=smime.p7m", signed)))
	if err != nil || l.Body.Text != letterText || l.From != "Ana Lima" {
		t.Errorf("%+v %v", l, err)
	}
}

// whole is a message with some of everything.
func whole() []byte {
	plain := "Content-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe \nhier.\n"
	page := "Content-Type: text/html\n\n<p>Grüße<p hidden>x</p>\n"
	return crlf(head + multipart("mixed", multipart("alternative", plain, page), attached("application/pdf", "attachment; filename*=UTF-8''L%C3%A9a.pdf", []byte("%PDF-1.7")),
		"Content-Type: message/rfc822\n\n"+head+"\nOn Monday Rita wrote:\n> x\n", "Content-Type: text/vcard\n\nFN;ENCODING=QUOTED-PRINTABLE:A=C3=A4\n"))
}

// Cut anywhere, a message is read to there or refused.
func TestCut(t *testing.T) {
	b := whole()
	for percent := 0; percent < 100; percent += 5 {
		if l, err := Message(b[:len(b)*percent/100]); err != nil && !model.Is(err, model.Refused) || err == nil && l.Email == "" && len(l.Files) == 0 {
			t.Errorf("%d %%: %+v %v", percent, l, err)
		}
	}
}

func FuzzMessage(f *testing.F) {
	f.Add(whole())
	f.Add([]byte("From: a via b <noreply@x.y>\nSubject: Fwd: x\n\nFrom: a <b@c.d>\nDate: x\nTo: y\n\n> z"))
	f.Add([]byte("Subject: =?utf-7?Q?x?= =?iso-2022-jp?B?GyRC?=\nContent-Type: multipart/mixed; boundary=\"\"\n\n--\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := Message(b)
		if err != nil && !model.Is(err, model.Refused) {
			t.Fatal(err)
		}
		size := len(l.Body.Text)
		for _, f := range l.Files {
			size += len(f.Bytes)
		}
		if size > 10*len(b)+1000 || len(l.Files) > maxFiles {
			t.Fatalf("%d bytes and %d files of %d bytes", size, len(l.Files), len(b))
		}
	})
}

func BenchmarkMessage(b *testing.B) {
	message := crlf(head + multipart("mixed", "Content-Type: text/plain\n\n"+letterText, attached("application/pdf", "attachment; filename=cv.pdf", make([]byte, 1<<20))))
	b.SetBytes(int64(len(message)))
	for b.Loop() {
		if _, err := Message(message); err != nil {
			b.Fatal(err)
		}
	}
}
