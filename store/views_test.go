package store

import (
	"strings"
	"testing"

	"candid/model"
)

func TestViewsAreKept(t *testing.T) {
	w := populate(t, open(t), 1)
	other, err := w.AddRole(aRole())
	if err != nil {
		t.Fatal(err)
	}
	if views, kept, err := w.Views(w.ana.ID, w.role.ID); err != nil || kept || views != model.FirstViews() {
		t.Fatalf("before any was kept: %v, %v, %v", views, kept, err)
	}
	rust := model.View{Name: "rust", Query: "rust stage:new"}
	want, err := model.FirstViews().With(7, rust)
	if err != nil {
		t.Fatal(err)
	}
	if views, err := w.SetView(w.ana.ID, w.role.ID, 7, rust); err != nil || views != want {
		t.Fatalf("%v, %v", views, err)
	}
	again := openAt(t, w.Path())
	if views, kept, err := again.Views(w.ana.ID, w.role.ID); err != nil || !kept || views != want {
		t.Errorf("another program reads %v, %v, %v", views, kept, err)
	}
	if _, err := again.SetView(w.ana.ID, w.role.ID, 1, model.View{}); err != nil {
		t.Fatal(err)
	}
	want[0] = model.View{}
	if views, _, err := w.Views(w.ana.ID, w.role.ID); err != nil || views != want {
		t.Errorf("after another program freed a place: %v, %v", views, err)
	}
	for name, of := range map[string][2]model.ID{"another reviewer's": {w.bo.ID, w.role.ID}, "another role's": {w.ana.ID, other.ID}} {
		if views, kept, err := w.Views(of[0], of[1]); err != nil || kept || views != model.FirstViews() {
			t.Errorf("%s: %v, %v, %v", name, views, kept, err)
		}
	}
	if _, err := w.SetView(w.ana.ID, w.role.ID, 8, model.View{Name: "RUST", Query: "x"}); !model.Is(err, model.Refused) {
		t.Errorf("a name that is taken: %v", err)
	}
	if _, err := w.SetView(w.candidate[0], w.role.ID, 8, rust); !model.Is(err, model.Missing) {
		t.Errorf("views of nobody: %v", err)
	}
	sound(t, w.Store)
}

func TestDamagedViews(t *testing.T) {
	w := populate(t, open(t), 1)
	if _, err := w.SetView(w.ana.ID, w.role.ID, 7, model.View{Name: "rust", Query: "rust"}); err != nil {
		t.Fatal(err)
	}
	key := viewsKey(w.ana.ID, w.role.ID)
	err := w.update(t.Context(), func(x *tx) error {
		record, err := x.get(bucketState, key)
		if err != nil {
			return err
		}
		record[len(record)/2] ^= 4
		return x.put(bucketState, key, record)
	})
	if err != nil {
		t.Fatal(err)
	}
	if views, kept, err := w.Views(w.ana.ID, w.role.ID); !model.Is(err, model.Damaged) || kept || views != model.FirstViews() || !strings.Contains(err.Error(), "the saved views of reviewer") {
		t.Errorf("%v, %v, %v", views, kept, err)
	}
	report, err := w.Check(t.Context())
	if err != nil || len(report.Findings) != 1 || !strings.Contains(report.Findings[0].String(), "the saved views of reviewer") {
		t.Errorf("check: %v, %v", report.Findings, err)
	}
	if views, err := w.SetView(w.ana.ID, w.role.ID, 8, model.View{Name: "go", Query: "go"}); err != nil || views[7].Name != "go" || views[6].Name != "" {
		t.Errorf("begun anew: %v, %v", views, err)
	}
	sound(t, w.Store)
}
