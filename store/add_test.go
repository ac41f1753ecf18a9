package store

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"candid/model"
)

func resume(name, email, file, text string) model.Application {
	return model.Application{
		Candidate: model.Candidate{Name: name, Email: email},
		Documents: []model.Sent{{Document: model.Document{Kind: model.Resume, Name: file, Format: "text"}, Original: []byte(text), Text: text}},
	}
}

func TestAdd(t *testing.T) {
	letter := func(app model.Application, text string) model.Application {
		app.Documents = append(app.Documents, model.Sent{Document: model.Document{Kind: model.CoverLetter, Name: "letter.txt", Format: "text"}, Original: []byte(text), Text: text})
		return app
	}
	phone := func(app model.Application) model.Application {
		app.Candidate.Phone = "555-0142"
		return app
	}
	answers := func(app model.Application, text string) model.Application {
		app.Candidate.Answers = []model.Answer{{Question: "Why us?", Text: text}}
		return app
	}
	type step struct {
		app       model.Application
		want      Result
		documents int // of the candidate afterwards
		current   int
		people    int // in the role afterwards
	}
	for _, test := range []struct {
		name  string
		steps []step
	}{
		{"the same again", []step{
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultUnchanged, 1, 1, 1},
		}},
		{"the same bytes under another name", []step{
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{resume("", "", "copy.txt", "one"), ResultUnchanged, 1, 1, 1},
		}},
		{"a newer resume", []step{
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{resume("ADA  LUND", "Ada@Example.org", "ada-2.txt", "two"), ResultUpdated, 2, 1, 1},
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultUnchanged, 2, 1, 1},
		}},
		{"a letter later", []step{
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{letter(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "hello"), ResultUpdated, 2, 2, 1},
			{letter(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "hello"), ResultUnchanged, 2, 2, 1},
		}},
		{"the same letter from two people", []step{
			{letter(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "hello"), ResultAdded, 2, 2, 1},
			{letter(resume("Ben Oyelaran", "ben@example.org", "ben.txt", "two"), "hello"), ResultAdded, 2, 2, 2},
			{letter(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "hello"), ResultUnchanged, 2, 2, 2},
			{letter(resume("Ben Oyelaran", "ben@example.org", "ben.txt", "two"), "hello"), ResultUnchanged, 2, 2, 2},
		}},
		{"the same e-mail under another name is another person", []step{
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{resume("Eve Rival", "ada@example.org", "eve.txt", "two"), ResultAdded, 1, 1, 2},
		}},
		{"the same name without e-mail is another person", []step{
			{resume("Ada Lund", "", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{resume("Ada Lund", "", "lund.txt", "two"), ResultAdded, 1, 1, 2},
		}},
		{"a phone learned with a new version", []step{
			{resume("Ada Lund", "ada@example.org", "ada.txt", "one"), ResultAdded, 1, 1, 1},
			{phone(resume("Ada Lund", "ada@example.org", "ada.txt", "two")), ResultUpdated, 2, 1, 1},
		}},
		{"answers", []step{
			{answers(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "plants"), ResultAdded, 2, 2, 1},
			{answers(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "plants"), ResultUnchanged, 2, 2, 1},
			{answers(resume("Ada Lund", "ada@example.org", "ada.txt", "one"), "flowers"), ResultUpdated, 3, 2, 1},
		}},
		{"nothing in it", []step{{model.Application{}, ResultRefused, 0, 0, 0}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := populate(t, open(t), 0)
			for i, step := range test.steps {
				preview, err := w.Preview(w.role.ID, step.app)
				if err != nil || preview.Result != step.want {
					t.Errorf("step %d: the preview says %v, %v", i, preview.Result, err)
				}
				added, err := w.Add(context.Background(), w.role.ID, step.app, w.ana.ID)
				if err != nil || added.Result != step.want {
					t.Fatalf("step %d: %v, %v, want %v", i, added.Result, err, step.want)
				}
				if c := added.Candidate; len(c.Documents) != step.documents || len(c.Current()) != step.current {
					t.Errorf("step %d: %d documents, %d current", i, len(c.Documents), len(c.Current()))
				}
				if step.want == ResultRefused && added.Why == "" {
					t.Errorf("step %d: refused without a reason", i)
				}
				if report := sound(t, w.Store); report.Candidates != step.people {
					t.Errorf("step %d: %d people", i, report.Candidates)
				}
			}
		})
	}
}

func TestAddedCandidate(t *testing.T) {
	w := populate(t, open(t), 0)
	app := resume("Ada Lund", "ada@example.org", "ada.txt", "Ada Lund\nPruning since 2011\n\ncompost")
	app.Candidate.Answers = []model.Answer{{Question: "Why us?", Text: "For the\ncompost."}, {Question: "When?", Text: "Soon"}}
	app.Candidate.Decision = model.Decision{Stage: model.Advanced}
	added, err := w.Add(context.Background(), w.role.ID, app, w.ana.ID)
	if err != nil {
		t.Fatal(err)
	}
	c := added.Candidate
	if c.Alias == "" || c.Applied == 0 || c.Role != w.role.ID || c.Decision.Stage != model.New {
		t.Errorf("%+v", c)
	}
	person, err := w.Person(c.ID)
	if err != nil || len(person.Readings) != 2 {
		t.Fatal(person, err)
	}
	if got := person.Readings[1]; got.Document.Kind != model.Answers || len(got.Lines) != 6 || got.Lines[0] != "Why us?" || got.Lines[2] != "compost." {
		t.Errorf("answers: %q", got.Lines)
	}
	original, err := w.Original(c.Documents[0])
	if err != nil || string(original) != string(app.Documents[0].Original) {
		t.Errorf("original: %q, %v", original, err)
	}
	if _, err := w.Original(c.Documents[1]); !model.Is(err, model.Missing) {
		t.Errorf("the answers' original: %v", err)
	}
	path := filepath.Join(w.files, c.Documents[0].Original)
	if err := os.WriteFile(path, []byte("forged"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Original(c.Documents[0]); !model.Is(err, model.Damaged) {
		t.Errorf("a forged original: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	report, err := w.Check(context.Background())
	if err != nil || len(report.Findings) != 1 {
		t.Errorf("a lost original: %v, %v", report.Findings, err)
	}
	for path, mode := range map[string]os.FileMode{w.Path(): 0o600, w.files: 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

// TestImportsAtOnce takes the same applications in from two openers: each person comes in once.
func TestImportsAtOnce(t *testing.T) {
	w := populate(t, open(t), 0)
	other := openAt(t, w.Path())
	counts := make(chan [4]int, 2)
	for _, s := range []*Store{w.Store, other} {
		go func() {
			var n [4]int
			for i := range 12 {
				added, err := s.Add(context.Background(), w.role.ID, anApplication(i), w.ana.ID)
				if err != nil {
					t.Error(err)
				}
				n[added.Result]++
			}
			counts <- n
		}()
	}
	a, b := <-counts, <-counts
	if a[ResultAdded]+b[ResultAdded] != 12 || a[ResultUnchanged]+b[ResultUnchanged] != 12 {
		t.Errorf("%v, %v", a, b)
	}
	if report := sound(t, w.Store); report.Candidates != 12 {
		t.Errorf("%d people", report.Candidates)
	}
}

// TestAddAll takes several applications in at once: of each it tells what became of it, and none hinders another.
// Words that nobody sees on the page speak for nobody, when they come in and when the checklist has changed since.
func TestAsideIsNoEvidence(t *testing.T) {
	w := populate(t, open(t), 1)
	seen, err := w.Person(w.candidate[0])
	if err != nil || len(seen.Readings[0].Found) == 0 {
		t.Fatal(err, "nothing is found in words that are seen")
	}
	text := strings.Join(seen.Readings[0].Lines, "\n")
	app := resume("Ada Lund", "ada@example.org", "ada.pdf", "Ada Lund\n\ntext not visible on the page\n"+text)
	app.Documents[0].Document.Aside = len(seen.Readings[0].Lines) + 2
	added, err := w.Add(context.Background(), w.role.ID, app, w.ana.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, when := range []string{"as it came in", "looked at anew"} {
		person, err := w.Person(added.Candidate.ID)
		if err != nil || len(person.Readings[0].Found) != 0 {
			t.Errorf("%s: %v, %v", when, person.Readings[0].Found, err)
		}
		if when == "as it came in" {
			qs := slices.Clone(w.role.Checklist.Requirements)
			qs[0].Text += " and more of it"
			if _, _, err := w.Apply(context.Background(), w.role.ID, w.role.Edit(w.ana.ID, 5, qs, w.role.MustShare, nil)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestAddAll(t *testing.T) {
	w := populate(t, open(t), 0)
	ada := resume("Ada Lund", "ada@example.org", "ada.txt", "one")
	newer := resume("Ada Lund", "ada@example.org", "ada.txt", "two")
	all, err := w.AddAll(context.Background(), w.role.ID, []model.Application{ada, {}, newer, ada, anApplication(1)}, w.ana.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Result{ResultAdded, ResultRefused, ResultUpdated, ResultUnchanged, ResultAdded} {
		if all[i].Result != want {
			t.Errorf("application %d is %s, want %s", i, all[i].Result, want)
		}
	}
	if all[0].Candidate.ID != all[3].Candidate.ID || len(all[3].Candidate.Documents) != 2 {
		t.Errorf("%+v", all[3])
	}
	if report := sound(t, w.Store); report.Candidates != 2 {
		t.Errorf("%d people", report.Candidates)
	}
}
