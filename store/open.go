package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"candid/model"
)

// Options say how a store is opened. The zero Options open one that is there, for reading and writing.
type Options struct {
	Now      func() time.Time    // time.Now when nil
	Rand     io.Reader           // crypto/rand when nil
	Create   bool                // make the store, and its folder, when there is none
	ReadOnly bool                // refuse every change; needs no permission to write
	Waiting  func(holder string) // called, from any goroutine, when a transaction has waited a second for another program; may be nil
}

// Store is an open store. It is safe for many goroutines.
type Store struct {
	kv       kv
	files    string // the folder of originals
	now      func() time.Time
	readOnly bool
	secret   []byte // the store's key

	random sync.Mutex
	rand   io.Reader

	watch  watch
	finder finder
}

// DefaultPath is where the store lies when nobody says otherwise: in the platform's folder for a user's data. Without a home it
// is a Problem that names --store.
func DefaultPath() (string, error) {
	base, err := dataFolder()
	if err != nil {
		return "", &model.Problem{Kind: model.Misused, Subject: "the store", What: "has no place, for you have no home folder", Err: err, Next: "name a file with --store"}
	}
	return filepath.Join(base, "candid", "candid.db"), nil
}

func dataFolder() (string, error) {
	if runtime.GOOS == "windows" {
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return dir, nil
		}
		return "", errors.New("%LocalAppData% is not set")
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err == nil && home == "" {
		err = errors.New("$HOME is empty")
	}
	if err != nil {
		return "", err
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support"), nil
	}
	return filepath.Join(home, ".local", "share"), nil
}

// Open opens the store at path. A file of an older schema is brought to the present one first, after a copy of it was laid
// beside it. Problems: Missing without Create; Refused for a file that is no store; Damaged; Newer; ReadOnly; Full.
// Where it gives one, nothing was changed.
func Open(path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, problem(path, err)
	}
	s := &Store{kv: kv{path: path, turn: newTurnstile(path, o.Waiting)}, files: path + ".files", now: o.Now, rand: o.Rand, readOnly: o.ReadOnly}
	if s.now == nil {
		s.now = time.Now
	}
	if s.rand == nil {
		s.rand = rand.Reader
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && o.Create && !o.ReadOnly {
		if err := s.create(); err != nil {
			return nil, err
		}
	}
	if err := s.look(); err != nil {
		return nil, err
	}
	return s, nil
}

// look proves that the file can be used, before anything is done with it.
func (s *Store) look() error {
	switch p, err := openPages(s.kv.path); {
	case err == nil:
		p.close()
	case !model.Is(err, model.Damaged): // else somebody may be writing: shape looks again when nobody is
		return err
	}
	if !s.readOnly {
		f, err := os.OpenFile(s.kv.path, os.O_RDWR, 0)
		if err != nil {
			return problem(s.kv.path, err)
		}
		if err := f.Close(); err != nil {
			return problem(s.kv.path, err)
		}
	}
	leave, err := s.kv.turn.enter(context.Background(), false)
	if err != nil {
		return problem(s.kv.path, err)
	}
	version, erasing := 0, false
	err = s.kv.read(func(t *tx) (err error) {
		version, erasing, err = s.readMeta(t)
		return err
	})
	leave()
	switch {
	case err != nil:
		return err
	case version > schema:
		return &model.Problem{Kind: model.Newer, Subject: s.kv.path, What: fmt.Sprintf("was written by a newer candid (schema %d, this one knows %d)", version, schema), Next: "bring candid up to date"}
	case version < schema && s.readOnly:
		return &model.Problem{Kind: model.ReadOnly, Subject: s.kv.path, What: "is of an older candid and must be brought up to date first", Next: "open it once where it can be written"}
	case version < schema:
		return s.migrate(context.Background(), version)
	case erasing && !s.readOnly:
		// A store that is damaged cannot be scrubbed, but it can be read; check says that this is owed.
		if err := s.scrub(context.Background()); err != nil && !model.Is(err, model.Damaged) {
			return err
		}
	}
	return nil
}

// readMeta reads the schema's number, and the store's key when the schema is known.
func (s *Store) readMeta(t *tx) (version int, erasing bool, err error) {
	names, err := t.names()
	if err != nil {
		return 0, false, err
	}
	if !slices.Contains(names, bucketMeta) && !slices.Contains(names, bucketCards) && !slices.Contains(names, bucketRoles) {
		return 0, false, &model.Problem{Kind: model.Refused, Subject: s.kv.path, What: "is no candid store", Next: "name another with --store"}
	}
	if _, err := t.need(bucketMeta, metaSchema, &version); err != nil || version > schema {
		return version, false, err
	}
	if _, err := t.need(bucketMeta, metaKey, &s.secret); err != nil {
		return version, false, err
	}
	b, err := t.get(bucketMeta, metaErasing)
	return version, b != nil, err
}

// create makes the store, whole or not at all: it is made under another name and then put in its place.
func (s *Store) create() error {
	path := s.kv.path
	fail := func(err error) error {
		p := &model.Problem{Kind: model.KindOf(problem(path, err)), Subject: path, What: "cannot be made", Err: err}
		if p.Kind == model.Missing {
			p.Kind = model.Failed
		}
		return p
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fail(err)
	}
	leave, err := s.kv.turn.enterAlone(context.Background())
	if err != nil {
		return fail(err)
	}
	defer leave()
	if _, err := os.Stat(path); err == nil {
		return nil // another program was faster
	}
	fresh := kv{path: path + ".new", turn: s.kv.turn}
	if err := errors.Join(removeIfThere(fresh.path), create(fresh.path)); err != nil {
		return fail(err)
	}
	if err := fresh.write(s.fill); err != nil {
		return fail(errors.Join(err, os.Remove(fresh.path)))
	}
	if err := os.Rename(fresh.path, path); err != nil {
		return fail(err)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return fail(err)
	}
	return nil
}

// fill gives a new store its buckets, its schema and its key.
func (s *Store) fill(t *tx) error {
	for _, name := range buckets {
		if err := t.createBucket(name); err != nil {
			return err
		}
	}
	secret, err := s.randomBytes(32)
	if err != nil {
		return err
	}
	for _, entry := range []struct {
		word  []byte
		value any
	}{{metaSchema, schema}, {metaCreated, s.at()}, {metaKey, secret}, {metaTotals, totals{}}} {
		if _, err := t.write(bucketMeta, entry.word, entry.value); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the store's subscriptions. No file is held open between calls.
func (s *Store) Close() error {
	s.watch.closeAll()
	return nil
}

// Path is the store's file.
func (s *Store) Path() string { return s.kv.path }

// ReadOnly reports whether the store was opened for reading only.
func (s *Store) ReadOnly() bool { return s.readOnly }

// update is kv.update, refused in a store opened for reading only.
func (s *Store) update(ctx context.Context, fn func(*tx) error) error {
	if s.readOnly {
		return &model.Problem{Kind: model.ReadOnly, Subject: s.kv.path, What: "is open for reading only", Next: "check its permissions, or name another with --store"}
	}
	return s.kv.update(ctx, fn)
}

func (s *Store) view(fn func(*tx) error) error { return s.kv.view(context.Background(), fn) }

func (s *Store) at() model.Time { return model.At(s.now()) }

func (s *Store) newID() (model.ID, error) {
	s.random.Lock()
	defer s.random.Unlock()
	return model.NewID(s.now(), s.rand)
}

func (s *Store) randomBytes(n int) ([]byte, error) {
	s.random.Lock()
	defer s.random.Unlock()
	b := make([]byte, n)
	_, err := io.ReadFull(s.rand, b)
	return b, err
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
