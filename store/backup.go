package store

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"candid/model"
)

// Backup copies the store, while it is in use, into a new folder: candid.db and, beside it, the originals. The copy is on the
// disk, and has been checked, when Backup returns. The folder must not exist; with an error it does not, but for a store that is itself
// damaged: its copy is kept, and the Problem is Damaged.
//
// The records are copied in slices of some 4 ms, between which others get their turn. If somebody writes meanwhile the copy begins
// again, and after some tries it is made in one piece: then writers wait some 0.5 ms a megabyte. The originals never change and are
// copied afterwards.
func (s *Store) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return problem(path, err)
	}
	if _, err := os.Lstat(path); err == nil {
		return &model.Problem{Kind: model.Refused, Subject: path, What: "is there already", Next: "name a new folder"}
	}
	draft := path + ".part"
	if err := os.Mkdir(draft, 0o700); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &model.Problem{Kind: model.Refused, Subject: draft, What: "is there already, of a backup that broke off", Next: "remove it"}
		}
		return problem(path, err)
	}
	sound, err := s.backupInto(ctx, draft)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		return problem(path, errors.Join(err, os.RemoveAll(draft)))
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return problem(path, err)
	}
	return sound
}

// backupInto fills a new folder. Sound is what is wrong with the copy, for the store itself has it.
func (s *Store) backupInto(ctx context.Context, folder string) (sound, err error) {
	file := filepath.Join(folder, "candid.db")
	if err := s.copyRecords(ctx, file); err != nil {
		return nil, err
	}
	if err := syncFile(file); err != nil {
		return nil, err
	}
	lost, err := copyOriginals(ctx, s.files, file+".files")
	if err != nil {
		return nil, err
	}
	if err := syncFolder(folder); err != nil {
		return nil, err
	}
	twin, err := Open(file, Options{Now: s.now, Rand: s.rand, ReadOnly: true})
	if err != nil {
		return err, nil
	}
	report, err := twin.Check(ctx)
	if err := errors.Join(removeIfThere(file+".queue"), removeIfThere(file+".lock")); err != nil {
		return nil, err
	}
	switch {
	case err != nil:
		return err, nil
	case len(report.Findings) == 0:
		return nil, nil
	case lost:
		return nil, &model.Problem{Kind: model.Conflict, Subject: "the backup", What: "somebody was erased while it was made", Next: "make it again"}
	}
	return &model.Problem{Kind: model.Damaged, Subject: file, What: "was copied, but so was what is damaged in the store: " + report.Findings[0].String(), Next: "candid check says all of it"}, nil
}

// copyRecords copies the store's file as it stands at one moment.
func (s *Store) copyRecords(ctx context.Context, to string) error {
	for range tries {
		if whole, err := s.copySlices(ctx, to); whole || err != nil {
			return err
		}
		if err := os.Remove(to); err != nil {
			return err
		}
	}
	leave, err := s.kv.turn.enter(ctx, false)
	if err != nil {
		return err
	}
	defer leave()
	_, err = copyFile(s.kv.path, to)
	return err
}

// slice is how much of the store's file is copied while others wait, in bytes: some 4 ms.
const slice = 8 << 20

// copySlices copies the store's file slice by slice, so that others get their turn between. It is not whole when one of them
// wrote: then the slices are not of one moment.
func (s *Store) copySlices(ctx context.Context, to string) (whole bool, err error) {
	in, err := os.Open(s.kv.path)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	first := s.transaction()
	for {
		leave, err := s.kv.turn.enter(ctx, false)
		if err != nil {
			return false, err
		}
		same := s.transaction() == first
		n := int64(0)
		if same {
			n, err = io.CopyN(out, in, slice)
		}
		leave()
		switch {
		case !same:
			return false, nil
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, err
		case n < slice:
			return true, nil
		}
	}
}

// copyOriginals copies the originals of a store; lost says that one went away meanwhile.
func copyOriginals(ctx context.Context, from, folder string) (lost bool, err error) {
	entries, err := os.ReadDir(from)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return false, err
	}
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return lost, err
		}
		if !isOriginalName(e.Name()) {
			continue
		}
		to := filepath.Join(folder, e.Name())
		_, err := copyFile(filepath.Join(from, e.Name()), to)
		if errors.Is(err, fs.ErrNotExist) {
			lost = true
			continue
		}
		if err == nil {
			err = syncFile(to)
		}
		if err != nil {
			return lost, err
		}
	}
	return lost, syncFolder(folder)
}

// copyFile copies a file to a new one; fs.ErrExist when there is one.
func copyFile(from, to string) (n int64, err error) {
	in, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return 0, err
	}
	n, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return n, errors.Join(err, os.Remove(to))
	}
	return n, nil
}

// syncFile writes a file to the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
