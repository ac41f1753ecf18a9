package store

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"candid/model"
)

// bareCommit is the floor: bbolt opened, one small value put, committed, closed.
func bareCommit(b *testing.B, path string, i int) {
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte("values"))
		if err != nil {
			return err
		}
		return bucket.Put(fmt.Appendf(nil, "%04d", i%1000), make([]byte, 200))
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRating is one rating among 1,000 candidates, from the record in hand until it is on the disk. Beside each stands a bare
// commit, so that the ratio of their medians, x-bare, says something on a busy machine too.
func BenchmarkRating(b *testing.B) {
	w := populate(b, open(b), 1000)
	records := make([]model.Record, len(w.candidate))
	for i, id := range w.candidate {
		records[i] = w.record(b, id)
	}
	bare := filepath.Join(filepath.Dir(w.Path()), "bare.db")
	for i := range 1000 {
		bareCommit(b, bare, i)
	}
	var ours, floor []time.Duration
	for i := 0; b.Loop(); i++ {
		r := &records[i*7%len(records)]
		now := r.Review(w.ana.ID).Rating(1).Value
		start := time.Now()
		_, *r = w.apply(b, r.Rate(w.role, w.ana.ID, 5, 1, (now+1)%(model.Exceeds+1)))
		ours = append(ours, time.Since(start))
		start = time.Now()
		bareCommit(b, bare, i*7)
		floor = append(floor, time.Since(start))
	}
	slices.Sort(ours)
	slices.Sort(floor)
	b.ReportMetric(float64(ours[len(ours)/2])/1e6, "p50-ms")
	b.ReportMetric(float64(ours[len(ours)/2])/float64(floor[len(floor)/2]), "x-bare")
}

// rate rates the ith candidate, as a reviewer's key does: from the record in hand.
func (w *world) rate(t testing.TB, i int) {
	r := w.record(t, w.candidate[i%len(w.candidate)])
	now := r.Review(w.ana.ID).Rating(1).Value
	w.apply(t, r.Rate(w.role, w.ana.ID, 5, 1, (now+1)%(model.Exceeds+1)))
}

// some is 32 applications from a number on.
func some(n int) []model.Application {
	var apps []model.Application
	for i := range 32 {
		apps = append(apps, aLongApplication(n+i))
	}
	return apps
}

// BenchmarkRatingBesideImport gives the 99th percentile of ratings while another opener of the store takes applications in.
func BenchmarkRatingBesideImport(b *testing.B) {
	w := populate(b, open(b), 1000)
	importer := openAt(b, w.Path())
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for n := 1000; ; n += 32 {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := importer.AddAll(context.Background(), w.role.ID, some(n), w.bo.ID); err != nil {
				b.Error(err)
				return
			}
		}
	}()
	w.rates(b)
	close(stop)
	<-done
}

// rates rates and gives the 99th percentile of how long that took.
func (w *world) rates(b *testing.B) {
	b.Helper()
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		w.rate(b, i)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// resumes adds so many candidates with texts of the size that resumes have.
func (w *world) resumes(b testing.TB, n int) {
	b.Helper()
	for at := 0; at < n; at += 64 {
		var apps []model.Application
		for i := range min(64, n-at) {
			apps = append(apps, aLongApplication(at+i))
		}
		all, err := w.AddAll(context.Background(), w.role.ID, apps, w.ana.ID)
		if err != nil {
			b.Fatal(err)
		}
		for _, added := range all {
			w.candidate = append(w.candidate, added.Candidate.ID)
		}
	}
}

// BenchmarkRefind is a pass over 1,000 candidates after their checklist was edited.
func BenchmarkRefind(b *testing.B) {
	w := populate(b, open(b), 0)
	w.resumes(b, 1000)
	for i := 0; b.Loop(); i++ {
		w.reword(b, fmt.Sprintf("Kept the ledger of garden %d", i))
		if looked, err := w.Refind(context.Background(), w.role.ID, nil); err != nil || looked != 1000 {
			b.Fatal(looked, err)
		}
	}
}

// BenchmarkRefindNothing is what opening a role costs when nothing is to be looked for again.
func BenchmarkRefindNothing(b *testing.B) {
	w := populate(b, open(b), 0)
	w.resumes(b, 1000)
	for b.Loop() {
		if looked, err := w.Refind(context.Background(), w.role.ID, nil); err != nil || looked != 0 {
			b.Fatal(looked, err)
		}
	}
}

// BenchmarkRatingBesideRefind gives the 99th percentile of ratings while another opener of the store passes over its candidates.
func BenchmarkRatingBesideRefind(b *testing.B) {
	w := populate(b, open(b), 0)
	w.resumes(b, 1000)
	passing := openAt(b, w.Path())
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			w.reword(b, fmt.Sprintf("Kept the ledger of garden %d", i))
			if _, err := passing.Refind(context.Background(), w.role.ID, nil); err != nil {
				b.Error(err)
				return
			}
		}
	}()
	w.rates(b)
	close(stop)
	<-done
}

// BenchmarkCards is all cards of 1,000 candidates, each with two reviews.
func BenchmarkCards(b *testing.B) {
	w := populate(b, open(b), 1000)
	for i, id := range w.candidate {
		r := w.record(b, id)
		_, _, err := w.Apply(context.Background(), w.role.ID,
			r.Rate(w.role, w.ana.ID, 5, 1, model.Meets), r.Rate(w.role, w.ana.ID, 5, 2, model.Some),
			r.Rate(w.role, w.bo.ID, 5, 1, model.Lacks), r.Rate(w.role, w.bo.ID, 5, model.RequirementID(1+i%3), model.Lacks))
		if err != nil && !model.Is(err, model.Conflict) {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if cards, err := w.Cards(w.role.ID); err != nil || len(cards) != 1000 {
			b.Fatal(len(cards), err)
		}
	}
}

// BenchmarkPerson is one candidate with text and evidence.
func BenchmarkPerson(b *testing.B) {
	w := populate(b, open(b), 200)
	for i := 0; b.Loop(); i++ {
		if _, err := w.Person(w.candidate[i%len(w.candidate)]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAdd is one application taken in.
func BenchmarkAdd(b *testing.B) {
	w := populate(b, open(b), 0)
	for n := 0; b.Loop(); n++ {
		if _, err := w.Add(context.Background(), w.role.ID, aLongApplication(n), w.ana.ID); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAddAll is one application taken in among many at once, of the size that resumes have.
func BenchmarkAddAll(b *testing.B) {
	w := populate(b, open(b), 0)
	var apps []model.Application
	land := func() {
		all, err := w.AddAll(context.Background(), w.role.ID, apps, w.ana.ID)
		if err != nil || len(all) != len(apps) {
			b.Fatal(len(all), err)
		}
		apps = apps[:0]
	}
	for n := 0; b.Loop(); n++ {
		if apps = append(apps, aLongApplication(n)); len(apps) == 64 {
			land()
		}
	}
	land()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "a-second")
}

// aLongApplication is one of some 3 KB.
func aLongApplication(n int) model.Application {
	app := anApplication(n)
	app.Candidate.Phone = fmt.Sprintf("555-%07d", n)
	text := app.Documents[0].Text
	for i := range 40 {
		text += fmt.Sprintf("\nIn year %d of garden %d planted %d hedges and kept the ledger of what grew there.", i, n, i*n%97)
	}
	app.Documents[0].Text, app.Documents[0].Original = text, []byte(text)
	return app
}

// BenchmarkOpen is what every command begins with.
func BenchmarkOpen(b *testing.B) {
	w := populate(b, open(b), 1000)
	for b.Loop() {
		if _, err := Open(w.Path(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
