package store

import "candid/model"

// Count is how many candidates a role has, those that others hold not counted. Problems: Missing.
func (s *Store) Count(role model.ID) (n int, err error) {
	return n, s.view(func(t *tx) error {
		_, counts, err := t.role(role)
		n = counts.Candidates - counts.Held
		return err
	})
}
