package store

import (
	"context"
	"slices"

	"candid/model"
)

func hintsKey(reviewer model.ID) []byte { return append([]byte("hints"), idKey(reviewer)...) }

// Hints is the names of the hints that the reviewer has been shown, in the order of the alphabet.
func (s *Store) Hints(reviewer model.ID) (shown []string, err error) {
	return shown, s.view(func(t *tx) error {
		_, _, err := t.read(bucketState, hintsKey(reviewer), &shown)
		return err
	})
}

// AddHints remembers that the reviewer has been shown hints, besides those of before: two programs may show some at once.
func (s *Store) AddHints(reviewer model.ID, names ...string) error {
	return s.update(context.Background(), func(t *tx) error {
		var shown []string
		if _, _, err := t.read(bucketState, hintsKey(reviewer), &shown); err != nil {
			return err
		}
		shown = append(shown, names...)
		slices.Sort(shown)
		_, err := t.write(bucketState, hintsKey(reviewer), slices.Compact(shown))
		return err
	})
}

// ForgetHints forgets which hints the reviewer has been shown, so that they are shown anew.
func (s *Store) ForgetHints(reviewer model.ID) error {
	return s.update(context.Background(), func(t *tx) error { return t.delete(bucketState, hintsKey(reviewer)) })
}
