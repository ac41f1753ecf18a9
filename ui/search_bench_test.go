package ui

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	mathrand "math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/posting"
	"candid/model/search"
	"candid/store"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
)

// BenchmarkTyping types filters into the app over 5,000 candidates with texts of 4 KB, each key to the drawn list of who matches, and
// reports the slowest key of a hundred.
func BenchmarkTyping(b *testing.B) {
	app := pileOf(b, 5000)
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	filters := []string{"rust tokio", `"on call" -kubernetes`, "stage:new rust or kafka", "name17 postgres", "score:>=50 mine:draft ledger", "sort:name rust", "(go or rust) tag:referral"}
	var took []time.Duration
	for b.Loop() {
		for _, f := range filters {
			app.Update(press("/"))
			for _, r := range f {
				key := press(string(r))
				if r == ' ' {
					key = press("space")
				}
				began := time.Now()
				_, cmd := app.Update(key)
				if app.searching.unanswered() {
					app.Update(lookedFor(cmd))
				}
				_ = app.View()
				took = append(took, time.Since(began))
			}
			app.Update(press("ctrl+u"))
			app.Update(press("enter"))
		}
	}
	report(b, took)
}

// pileOf is an app that shows so many candidates whose texts have all been read.
func pileOf(b *testing.B, n int) *App {
	b.Helper()
	k, err := store.Open(filepath.Join(b.TempDir(), "candid.db"), store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = k.Close() })
	app, err := New(Session{Store: k, Renderer: renderer(termenv.TrueColor), Viewer: model.Reviewer{ID: idOf(1), Name: "Ines"}, Zone: time.UTC, Now: time.Now, Rand: rand.Reader, May: intent.May{Files: true}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(app.stop)
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		b.Fatal(err)
	}
	role := sample.Role
	role.ID = idOf(2)
	random := mathrand.New(mathrand.NewPCG(1, 2))
	vocabulary := strings.Fields("rust tokio kafka postgres kubernetes ledger go services on call team built shipped led tests and the of with for in a to")
	syllables := strings.Fields("ba con de ser vi pro ta le mo ra fin gu ho ja kel ni or pa qui sto tre u ver wo xy ze")
	for range 4000 {
		word := ""
		for range 2 + random.IntN(3) {
			word += syllables[random.IntN(len(syllables))]
		}
		vocabulary = append(vocabulary, word)
	}
	var cards []model.Record
	texts := map[model.ID]search.Text{}
	for i := range n {
		c := model.Candidate{ID: idOf(100 + i), Role: role.ID, Name: fmt.Sprintf("Name%d Surname%d", i%50, i), Alias: fmt.Sprintf("Alias %d", i),
			Email: fmt.Sprintf("p%d@example.org", i), Location: "Toronto", Source: "referral", Applied: model.At(time.Now()),
			Documents: []model.Document{{ID: idOf(100_000 + i)}}, Tags: []model.Tag{{Name: "referral"}}}
		r := model.Record{Candidate: c}
		if i%3 == 0 {
			var ratings []model.Rating
			for _, q := range role.Checklist.Application() {
				ratings = append(ratings, model.Rating{Requirement: q.ID, Value: model.Value(1 + random.IntN(4)), Meaning: q.Changed})
			}
			r = r.WithReview(model.Review{Reviewer: idOf(1), Ratings: ratings, Begun: true})
		}
		cards = append(cards, r)
		var text strings.Builder
		for text.Len() < 4096 {
			text.WriteString(vocabulary[min(random.IntN(len(vocabulary)), random.IntN(len(vocabulary)))])
			text.WriteByte(' ')
		}
		texts[c.ID] = search.New(text.String())
	}
	app.enterField(loaded{role: role, cards: cards, names: map[model.ID]string{}})
	s := &app.searching
	s.on, s.corpus, s.of = true, search.Corpus{}.Put(texts), n
	for _, c := range cards {
		s.read[c.Candidate.ID] = app.documents(c.Candidate.ID)
	}
	return app
}

func idOf(n int) (id model.ID) {
	binary.BigEndian.PutUint64(id[8:], uint64(n))
	return id
}
