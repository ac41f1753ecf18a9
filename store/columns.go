package store

import (
	"context"
	"strings"
)

// columnsKey is where the mapping of tables with this header is kept. The header itself is in no key.
func (s *Store) columnsKey(header []string) []byte {
	return append([]byte("columns"), s.mac("columns", []byte(strings.Join(header, "\x00")))...)
}

// Columns is the mapping that was kept for tables with this header; false when there is none.
func (s *Store) Columns(header []string) (mapping string, ok bool, err error) {
	err = s.view(func(t *tx) error {
		_, ok, err = t.read(bucketState, s.columnsKey(header), &mapping)
		return err
	})
	return mapping, ok, err
}

// KeepColumns keeps a mapping for tables with this header, in the place of an earlier one.
func (s *Store) KeepColumns(header []string, mapping string) error {
	return s.update(context.Background(), func(t *tx) error {
		_, err := t.write(bucketState, s.columnsKey(header), mapping)
		return err
	})
}
