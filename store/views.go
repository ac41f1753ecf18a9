package store

import (
	"bytes"
	"context"

	"candid/model"
)

var viewsWord = []byte("views")

// viewsKey is where a reviewer's views of a role are kept.
func viewsKey(reviewer, role model.ID) []byte {
	return append(bytes.Clone(viewsWord), idKey(reviewer, role)...)
}

// Views is the reviewer's saved views of a role; kept is false, and they are the program's own, when none was ever kept.
// Problems: Damaged.
func (s *Store) Views(reviewer, role model.ID) (views model.Views, kept bool, err error) {
	err = s.view(func(t *tx) error {
		views, kept, err = t.views(reviewer, role)
		return err
	})
	return views, kept, err
}

func (t *tx) views(reviewer, role model.ID) (model.Views, bool, error) {
	var views model.Views
	_, kept, err := t.read(bucketState, viewsKey(reviewer, role), &views)
	if err != nil || !kept {
		return model.FirstViews(), false, err
	}
	return views, true, nil
}

// SetView puts a view in the place that the digit, 1 to 9, calls, the zero View to free it, and gives all of them as they now are. Two
// programs that set two digits keep both. Views that cannot be read any more are begun anew. Problems: Refused, with a name that
// cannot be; Missing; ReadOnly; Full.
func (s *Store) SetView(reviewer, role model.ID, digit int, x model.View) (views model.Views, err error) {
	err = s.update(context.Background(), func(t *tx) error {
		for bucket, id := range map[string]model.ID{bucketReviewers: reviewer, bucketRoles: role} {
			if record, err := t.get(bucket, idKey(id)); err != nil {
				return err
			} else if record == nil {
				return missing("whose view it is", "is not in this store")
			}
		}
		var err error
		views, _, err = t.views(reviewer, role)
		if err != nil && !model.Is(err, model.Damaged) {
			return err
		}
		if views, err = views.With(digit, x); err != nil {
			return err
		}
		_, err = t.write(bucketState, viewsKey(reviewer, role), views)
		return err
	})
	return views, err
}
