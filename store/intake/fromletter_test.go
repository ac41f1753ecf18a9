package intake

import (
	"bytes"
	"strings"
	"testing"

	"candid/model"
	"candid/store/intake/content"
)

// attachment is a text file that came with a message.
func attachment(t *testing.T, name, text string) document {
	t.Helper()
	d, p := newDocument(name, []byte(text), content.Text, content.Document{Text: text})
	if p != nil {
		t.Fatal(p)
	}
	return d
}

const letterWords = "Dear team,\n\nI would like to work on the quay systems with you, and I can start in May. " +
	"For the last nine years I have built the parts of a port that nobody sees: the queues, the ledgers, the night jobs.\n\nKind regards\nAna Lima"

func TestFromLetter(t *testing.T) {
	resume := "Ana Sofia Lima\nana@home.example\n+1 555 0101\n\nExperience\nEngineer, Quay, 2015 to now\n"
	for _, test := range []struct {
		name, body, subject, from, email string
		files                            map[string]string
		who, kinds                       string
	}{
		{"a letter and a resume", letterWords, "Engineer", "Ana Lima", "ana@example.org", map[string]string{"cv.txt": resume}, "Ana Sofia Lima ana@home.example +1 555 0101", "resume cover letter"},
		{"a resume that names nobody", letterWords, "Engineer", "Ana Lima", "ana@example.org", map[string]string{"cv.txt": "Experience\nEngineer at a port\n"}, "Ana Lima ana@example.org ", "resume cover letter"},
		{"a letter alone", letterWords, "Engineer", "Ana S. Lima", "ana@example.org", nil, "Ana S. Lima ana@example.org ", "cover letter"},
		{"a letter of a form", letterWords, "Engineer", "", "", nil, "Ana Lima  ", "cover letter"},
		{"attached", "see attached", "Engineer", "Ana Lima", "ana@example.org", map[string]string{"cv.txt": resume}, "Ana Sofia Lima ana@home.example +1 555 0101", "resume cover letter"},
		{"no words", "", "Engineer", "Ana Lima", "ana@example.org", map[string]string{"cv.txt": resume}, "Ana Sofia Lima ana@home.example +1 555 0101", "resume"},
		{"the resume in the message", resume + strings.Repeat("Built one more part of the port, and looked after it for a year.\n", 12), "Engineer", "Ana Lima", "ana@example.org", nil, "Ana Sofia Lima ana@home.example +1 555 0101", "resume"},
		{"few words of a job", "I would like this job. Ana", "hello", "Ana Lima", "ana@example.org", nil, "Ana Lima ana@example.org ", "cover letter"},
		{"few words and a number", "Call me: +1 555 0101", "hello", "Ana Lima", "ana@example.org", nil, "Ana Lima ana@example.org +1 555 0101", "cover letter"},
		{"few words of nothing", "This is a test.", "hello", "Ana Lima", "ana@example.org", map[string]string{"a.txt": "Test file a."}, "refused: fewer than 40 words", ""},
		{"nothing", " \n", "hello", "Ana Lima", "ana@example.org", nil, "refused: without a word", ""},
		{"hostile fields", letterWords, "x\x1b[31m\ny", "Ana\x1b[0m\nLima", "ana@example.org\x1b", nil, "Ana Lima  ", "cover letter"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := content.Letter{From: test.from, Email: test.email, Subject: test.subject, Date: 1_772_500_000_000, Body: content.Document{Text: test.body}}
			var docs []document
			for name, text := range test.files {
				l.Files = append(l.Files, content.File{Name: name, Bytes: []byte(text)})
				docs = append(docs, attachment(t, name, text))
			}
			a, p := fromLetter("box.mbox", l, docs)
			if p != nil {
				if what, ok := strings.CutPrefix(test.who, "refused: "); !ok || !strings.Contains(p.What, what) || p.Kind != model.Refused || p.Subject != "box.mbox" || p.Next == "" {
					t.Errorf("%+v", p)
				}
				return
			}
			c := a.Candidate
			if got := c.Name + " " + c.Email + " " + c.Phone; got != test.who {
				t.Errorf("%q, want %q", got, test.who)
			}
			var kinds []string
			for _, d := range a.Documents {
				kinds = append(kinds, d.Document.Kind.String())
			}
			if got := strings.Join(kinds, " "); got != test.kinds {
				t.Errorf("%q, want %q", got, test.kinds)
			}
			if c.Applied != l.Date || c.Source != "" || a.Path != "box.mbox" {
				t.Errorf("%+v", a)
			}
		})
	}
}

// Two people who write the same few words have not sent the same document.
func TestSameWordsOfTwo(t *testing.T) {
	var originals [][]byte
	for _, email := range []string{"ana@example.org", "bo@example.org"} {
		a, p := fromLetter("x.eml", content.Letter{From: "A. Lima", Email: email, Subject: "Application", Body: content.Document{Text: "My resume is attached."}}, nil)
		if p != nil {
			t.Fatal(p)
		}
		originals = append(originals, a.Documents[0].Original)
	}
	if bytes.Equal(originals[0], originals[1]) {
		t.Errorf("%q", originals[0])
	}
}

// What cannot be read may hold the application: then few words are enough.
func TestUnreadAttachment(t *testing.T) {
	l := content.Letter{Email: "ana@example.org", Body: content.Document{Text: "Hello."}, Files: []content.File{{Name: "scan.png"}}}
	if _, p := fromLetter("x.eml", l, nil); p != nil {
		t.Error(p)
	}
}
