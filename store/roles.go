package store

import (
	"context"
	"slices"

	"candid/model"
)

// AddRole makes a role. It is given its ID, the present time as Created where it has none, the default share of must-haves where it has
// none, and version 1 of its checklist. Problems: Refused, as model.Role.Validate says.
func (s *Store) AddRole(role model.Role) (model.Role, error) {
	id, err := s.newID()
	if err != nil {
		return model.Role{}, problem(s.kv.path, err)
	}
	role.ID = id
	if role.Created == 0 {
		role.Created = s.at()
	}
	if role.MustShare == 0 {
		role.MustShare = model.DefaultMustShare
	}
	role.Checklist.Version, role.Past = 1, nil
	role.Checklist.Requirements = slices.Clone(role.Checklist.Requirements)
	for i := range role.Checklist.Requirements {
		role.Checklist.Requirements[i].Changed = 0
	}
	if err := role.Validate(); err != nil {
		return model.Role{}, err
	}
	finder := s.finder.of(role)
	err = s.update(context.Background(), func(t *tx) error {
		var all totals
		if _, err := t.need(bucketMeta, metaTotals, &all); err != nil {
			return err
		}
		sum, err := t.write(bucketRoles, idKey(id), role)
		if err != nil {
			return err
		}
		if _, err := t.write(bucketCounts, idKey(id), counts{Role: sum, Found: finder.print}); err != nil {
			return err
		}
		all.Roles++
		_, err = t.write(bucketMeta, metaTotals, all)
		return err
	})
	if err != nil {
		return model.Role{}, err
	}
	s.watch.tell(Event{Role: id})
	return role, nil
}

// Archive puts a role aside, or with archived false takes it up again. Nothing of it is lost, and it is no change in the
// history. Problems: Missing; ReadOnly.
func (s *Store) Archive(ctx context.Context, role model.ID, archived bool) error {
	err := s.update(ctx, func(t *tx) error {
		l, err := t.ledger(role)
		if err != nil || l.role.Archived == archived {
			return err
		}
		r := l.role
		r.Archived = archived
		if err := l.writeRole(r); err != nil {
			return err
		}
		return l.close()
	})
	if err == nil {
		s.watch.tell(Event{Role: role})
	}
	return err
}
