package store

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"candid/model"
	"candid/model/blind"
	"candid/model/query"
	"candid/store/export"
)

// told is all that the program tells of candidates beside one another: the cards, the rows in every order, what queries find, exports.
func (w *world) told(t *testing.T, viewer model.ID) map[string]string {
	t.Helper()
	all := map[string]string{}
	cards, err := w.Cards(w.role.ID)
	if err != nil {
		t.Fatal(err)
	}
	all["cards"] = fmt.Sprintf("%+v", cards)
	rows := make([]model.Row, len(cards))
	for i, card := range cards {
		rows[i] = blind.Row(viewer, w.role, card)
	}
	all["rows"] = fmt.Sprintf("%+v", rows)
	for _, q := range []string{"", "candidate", "candidate -3", "stage:advanced", "score:>=20", "rated:some", "mine:draft", "spread:>0", "gate:notmet", `"Candidate 4" or high:<90`} {
		asked, err := query.Parse(q, query.Scope{Role: w.role, Viewer: viewer})
		if err != nil {
			t.Fatal(err)
		}
		all["query "+q] = fmt.Sprintf("%+v", asked.Rows(rows, nil))
	}
	for by := model.ByScore; by <= model.ByRequirement; by++ {
		for _, reverse := range []bool{false, true} {
			model.Order(w.role, rows, model.Sort{By: by, Requirement: 2, Reverse: reverse})
			all[fmt.Sprint("order ", by, reverse)] = fmt.Sprintf("%+v", rows)
		}
	}
	model.Order(w.role, rows, model.Sort{})
	list := export.Shortlist{Role: w.role, Rows: rows, Reviewers: map[model.ID]string{w.ana.ID: "Ana", w.bo.ID: "Bo"}, Made: time.Unix(0, 0).UTC()}
	for _, row := range rows {
		list.Records = append(list.Records, blind.View(viewer, w.record(t, row.Candidate.ID)))
	}
	for _, f := range []export.Format{export.Markdown, export.CSV, export.JSON} {
		var b bytes.Buffer
		if err := export.Write(&b, f, list); err != nil {
			t.Fatal(err)
		}
		all["export "+f.String()] = b.String()
	}
	return all
}

// strengths is how strong each statement is, as the readings of all candidates have it.
func (w *world) strengths(t *testing.T) (all []float64) {
	t.Helper()
	for _, id := range w.candidate {
		p, err := w.Person(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Readings {
			for q := range model.RequirementID(5) {
				for _, f := range r.Found[q] {
					all = append(all, f.Strength)
				}
			}
		}
	}
	return all
}

// How strongly a statement speaks orders the statements of one document for one requirement. With every strength another, no candidate
// stands elsewhere, is found by another query, or is told of in other words.
func TestStrengthStaysInItsPlace(t *testing.T) {
	w := populate(t, open(t), 0)
	w.resumes(t, 8)
	for i, id := range w.candidate {
		for q, v := range map[model.RequirementID]model.Value{1: model.Value(1 + i%5), 2: model.Value(1 + i%3)} {
			w.apply(t, w.record(t, id).Rate(w.role, w.ana.ID, 5, q, v))
			w.apply(t, w.record(t, id).Rate(w.role, w.bo.ID, 5, q, model.Value(1+(i+1)%5)))
		}
		r := w.record(t, id)
		w.apply(t, r.Change(w.ana.ID, 6, model.FacetQuotes, 1, model.State{Quotes: []model.Quote{{Document: r.Candidate.Documents[0].ID, From: 1, To: 2, Text: "Knows pruning and compost."}}}))
		if i%2 == 0 {
			w.apply(t, w.record(t, id).Submit(w.role, w.ana.ID, 7))
			w.apply(t, w.record(t, id).Submit(w.role, w.bo.ID, 7))
			w.apply(t, w.record(t, id).Decide(w.ana.ID, 8, model.Advanced, model.Reason{}))
		}
	}
	viewers := []model.ID{{}, w.ana.ID, w.bo.ID}
	var before []map[string]string
	for _, viewer := range viewers {
		before = append(before, w.told(t, viewer))
	}
	strengths := w.strengths(t)
	w.weaken(t)
	if after := w.strengths(t); len(after) < 8 || reflect.DeepEqual(after, strengths) {
		t.Fatalf("of %d strengths none has changed: the test proves nothing", len(after))
	}
	for i, viewer := range viewers {
		for what, is := range w.told(t, viewer) {
			if was := before[i][what]; is != was {
				t.Errorf("%s is\n%s\nand was\n%s", what, is, was)
			}
		}
	}
}

// weaken gives every statement that is kept another strength.
func (w *world) weaken(t *testing.T) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	err := w.update(context.Background(), func(t *tx) error {
		return t.scan(bucketEvidence, nil, nil, func(key, record []byte) (bool, error) {
			var x found
			if err := unpack(bucketEvidence, key, record, &x); err != nil {
				return false, err
			}
			for _, all := range x.Findings.Found {
				for i := range all {
					all[i].Strength = 1 - random.Float64()
				}
			}
			_, err := t.write(bucketEvidence, key, x)
			return true, err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}
