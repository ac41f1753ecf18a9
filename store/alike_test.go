package store

import (
	"context"
	"slices"
	"testing"

	"candid/model"
)

// What Add tells, and Preview before it: what of a known person is new, and who may be the same.
func TestWhatIsTold(t *testing.T) {
	w := populate(t, open(t), 0)
	for _, step := range []struct {
		name  string
		app   model.Application
		fresh []model.DocumentKind
		alike string
	}{
		{"somebody new", resume("Ada Lund", "ada@example.org", "ada.txt", "one"), nil, ""},
		{"a newer resume", resume("Ada Lund", "ada@example.org", "ada.txt", "two"), []model.DocumentKind{model.Resume}, ""},
		{"the same again", resume("Ada Lund", "ada@example.org", "ada.txt", "two"), nil, ""},
		{"another with the address", resume("A. Lund", "ada@example.org", "lund.txt", "three"), nil, "Ada Lund (same e-mail)"},
	} {
		for _, tell := range []func() (Added, error){
			func() (Added, error) { return w.Preview(w.role.ID, step.app) },
			func() (Added, error) { return w.Add(context.Background(), w.role.ID, step.app, w.ana.ID) },
		} {
			added, err := tell()
			if err != nil {
				t.Fatal(err)
			}
			alike := ""
			for _, a := range added.Alike {
				alike += a.Name + " (" + a.Traits.Words() + ")"
			}
			if !slices.Equal(added.Fresh, step.fresh) || alike != step.alike {
				t.Errorf("%s: %v, %q", step.name, added.Fresh, alike)
			}
		}
	}
}
