package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"candid/model"
)

// Restored is what Restore did.
type Restored struct {
	Report Report // what the store holds now
	Kept   string // the file of the store that was there before; "" when there was none
	Erased int    // candidates of the backup who have been erased since, and were erased again
	Unread error  // why it could not be read who has been erased since; nil when it could
}

// Restore puts a backup, the folder that Backup made, in the place of the store at path. The copy is checked whole first, and is
// brought to the present schema. With replace a store that is there already is kept beside it, under a name that says when; without,
// it is refused. Who was erased from that store since the backup was made is erased from the restored one too.
//
// Problems: Missing for a folder without a backup; Refused; Damaged, Newer or Full. Where it gives one, the store at path is as it was.
func Restore(ctx context.Context, folder, path string, replace bool, o Options) (did Restored, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return did, problem(path, err)
	}
	from := filepath.Join(folder, "candid.db")
	if _, err := os.Stat(from); err != nil {
		return did, &model.Problem{Kind: model.Missing, Subject: folder, What: "is no backup: it holds no candid.db", Next: "name a folder that candid backup made"}
	}
	there := false
	if _, err := os.Lstat(path); err == nil {
		there = true
	}
	if there && !replace {
		return did, &model.Problem{Kind: model.Refused, Subject: path, What: "is there already", Next: "--replace puts the backup in its place, and keeps it beside"}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return did, problem(path, err)
	}
	draft := path + ".restore"
	if _, err := os.Lstat(draft); err == nil {
		return did, &model.Problem{Kind: model.Refused, Subject: draft, What: "is there already, of a restoring that broke off", Next: "remove it"}
	}
	defer func() { err = errors.Join(err, removeStore(draft)) }()
	if err := copyStore(ctx, from, draft); err != nil {
		return did, problem(draft, err)
	}
	s, err := Open(draft, Options{Now: o.Now, Rand: o.Rand})
	if err != nil {
		return did, err
	}
	if there {
		if did.Erased, did.Unread, err = s.eraseAgain(ctx, path); err != nil {
			return did, err
		}
	}
	if did.Report, err = s.Check(ctx); err != nil {
		return did, err
	}
	if n := len(did.Report.Findings); n > 0 {
		return did, &model.Problem{Kind: model.Damaged, Subject: folder, What: "is not whole: " + did.Report.Findings[0].String(), Next: "restore another backup; nothing was changed"}
	}
	did.Kept, err = swap(ctx, draft, path, path+".before-"+s.now().UTC().Format("20060102-150405"), o)
	return did, err
}

// copyStore copies a store that nobody uses: its file and the originals beside it.
func copyStore(ctx context.Context, from, to string) error {
	if _, err := copyFile(from, to); err != nil {
		return err
	}
	if err := syncFile(to); err != nil {
		return err
	}
	_, err := copyOriginals(ctx, from+".files", to+".files")
	return err
}

// eraseAgain erases who has been erased from the store at path. Unread is why that cannot be read.
func (s *Store) eraseAgain(ctx context.Context, path string) (erased int, unread, err error) {
	old, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return 0, err, nil
	}
	stones := map[model.ID]tombstone{}
	unread = old.view(func(t *tx) error {
		return t.scan(bucketTombstones, nil, nil, func(key, _ []byte) (bool, error) {
			var stone tombstone
			_, _, err := t.read(bucketTombstones, key, &stone)
			stones[idAt(key, 0)] = stone
			return true, err
		})
	})
	if unread != nil {
		return 0, unread, nil
	}
	for id, stone := range stones {
		err := s.Erase(ctx, id, stone.By)
		if err != nil && !model.Is(err, model.Missing) {
			return erased, nil, err
		}
		if err == nil {
			erased++
		}
	}
	return erased, nil, nil
}

// swap puts the store at draft in the place of the one at path, and that one, where there is one, under the name kept. With an
// error everything is where it was.
func swap(ctx context.Context, draft, path, kept string, o Options) (was string, err error) {
	leave, err := newTurnstile(path, o.Waiting).enterAlone(ctx)
	if err != nil {
		return "", problem(path, err)
	}
	defer leave()
	var moved [][2]string
	defer func() {
		for i := len(moved) - 1; err != nil && i >= 0; i-- {
			err = errors.Join(err, os.Rename(moved[i][1], moved[i][0]))
		}
		err = problem(path, err)
	}()
	for _, move := range [][2]string{{path, kept}, {path + ".files", kept + ".files"}, {draft + ".files", path + ".files"}, {draft, path}} {
		if _, err := os.Lstat(move[1]); err == nil {
			return "", fmt.Errorf("%s: %w", move[1], fs.ErrExist)
		}
		err := os.Rename(move[0], move[1])
		if err == nil {
			moved = append(moved, move)
			if move[1] == kept {
				was = kept
			}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return was, syncFolder(filepath.Dir(path))
}

// removeStore removes what is left of a store that nobody uses, with all that lies beside it.
func removeStore(path string) error {
	err := errors.Join(removeIfThere(path), removeIfThere(path+".queue"), removeIfThere(path+".lock"), os.RemoveAll(path+".files"))
	beside, _ := filepath.Glob(globQuote(path) + ".schema*")
	for _, name := range beside {
		err = errors.Join(err, removeIfThere(name))
	}
	return err
}
