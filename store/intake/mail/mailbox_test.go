package mail

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"candid/model"
)

const line = "From ana@example.org Tue Mar  3 10:11:12 2026\n"

// boxed is what a mailbox holds, on one line a message.
func boxed(r io.Reader) []string {
	var all []string
	for l, err := range Mailbox(r) {
		var p *model.Problem
		switch {
		case errors.As(err, &p):
			all = append(all, p.Subject+": "+p.What)
		case err != nil:
			all = append(all, "no problem: "+err.Error())
		default:
			all = append(all, l.Subject+": "+l.Body.Text)
		}
	}
	return all
}

func mailOf(subject, body string) string {
	return "From: Ana Lima <ana@example.org>\nSubject: " + subject + "\n\n" + body + "\n\n"
}

func TestMailbox(t *testing.T) {
	for _, test := range []struct{ name, box, want string }{
		{"one", line + mailOf("a", "one"), "a: one"},
		{"three", line + mailOf("a", "one") + line + mailOf("b", "two") + line + mailOf("c", "three"), "a: one | b: two | c: three"},
		{"a dash for a sender", strings.ReplaceAll(line, "ana@example.org", "-") + mailOf("a", "one"), "a: one"},
		{"a zone in the line", "From ana@example.org Tue Mar 03 10:11:12 +0000 2026\n" + mailOf("a", "one") + "From x Tue Mar 3 10:11 CET 2026\n" + mailOf("b", "two"), "a: one | b: two"},
		{"From in a letter", line + mailOf("a", "one\n\nFrom May on I can work.\nFrom 10:00 in 2026\n\nmore") + line + mailOf("b", "two"), "a: one\n\nFrom May on I can work.\nFrom 10:00 in 2026\n\nmore | b: two"},
		{"escaped", line + mailOf("a", ">From here\n>>From there"), "a: From here\n>From there"},
		{"no empty line between", line + "From: ana@example.org\nSubject: a\n\none\n" + line + mailOf("b", "two"), "a: one | b: two"},
		{"a broken one goes by", line + mailOf("a", "one") + line + "X-Nothing: x\n\nx\n\n" + line + mailOf("c", "three"), "a: one | message 2: no e-mail message: it has no sender, subject or date | c: three"},
		{"one too large goes by", line + mailOf("a", strings.Repeat("long line\n", maxMessage/10)) + line + mailOf("b", "two"), "message 1: larger than 36 MB | b: two"},
		{"empty lines before", "\n\n" + line + mailOf("a", "one"), "a: one"},
		{"nothing", "", ": no mailbox: no message begins in it"},
		{"no mailbox", "Ana Lima\n" + line + mailOf("a", "one"), ": no mailbox: no message begins in it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for name, s := range map[string]string{"LF": test.box, "CRLF": strings.ReplaceAll(test.box, "\n", "\r\n")} {
				if got := strings.Join(boxed(strings.NewReader(s)), " | "); got != test.want {
					t.Errorf("%s: %.300q, want %q", name, got, test.want)
				}
			}
		})
	}
}

// Who has seen enough stops, and a disk that fails is told.
func TestMailboxEnds(t *testing.T) {
	box := line + mailOf("a", "one") + line + mailOf("b", "two")
	for l, err := range Mailbox(strings.NewReader(box)) {
		if err != nil || l.Subject != "a" {
			t.Error(l, err)
		}
		break
	}
	got := boxed(io.MultiReader(strings.NewReader(box), iotest.ErrReader(errors.New("disk"))))
	if fmt.Sprint(got) != "[a: one message 2: cannot be read]" {
		t.Error(got)
	}
	if got := boxed(iotest.OneByteReader(strings.NewReader(box))); len(got) != 2 {
		t.Error(got)
	}
}

// Cut anywhere, a mailbox gives the messages up to there.
func TestMailboxCut(t *testing.T) {
	box := line + mailOf("a", "one") + line + mailOf("b", "two")
	for percent := 0; percent < 100; percent += 5 {
		if got := boxed(strings.NewReader(box[:len(box)*percent/100])); len(got) == 0 || len(got) > 2 {
			t.Errorf("%d %%: %q", percent, got)
		}
	}
}

func FuzzMailbox(f *testing.F) {
	f.Add(line + mailOf("a", "one") + line + mailOf("b", ">From x"))
	f.Add("From - 1:1 2026\nx:\n\nFrom - 1:1 2026\n>From \n")
	f.Fuzz(func(t *testing.T, s string) {
		n := 0
		for _, err := range Mailbox(strings.NewReader(s)) {
			if n++; err != nil && !model.Is(err, model.Refused) {
				t.Fatal(err)
			}
		}
		if n == 0 || n > strings.Count(s, "From ")+1 {
			t.Fatalf("%d messages", n)
		}
	})
}
