package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"candid/model"
)

// kv is a file of buckets of keys and values, opened for each transaction and closed after it. bbolt writes it. Reading goes past
// bbolt, page by page with every bound checked (tree.go): a damaged page would send bbolt round in a circle until the program dies, and
// no recover helps against that.
type kv struct {
	path string
	turn *turnstile
}

// tx is a transaction: what it reads does not change while it lasts, and what it writes lands together or not at all.
type tx struct {
	pages *pages
	bolt  *bbolt.Tx         // nil where nothing may be written
	wrote map[string][]byte // what was put, nil for what was deleted, by bucket and key
	in    bool              // in bbolt's code, not in ours: a panic there is damage
}

// view runs fn on the file as it stands.
func (k *kv) view(ctx context.Context, fn func(*tx) error) error {
	leave, err := k.turn.enter(ctx, false)
	if err != nil {
		return problem(k.path, err)
	}
	defer leave()
	return k.read(fn)
}

// read is view for a caller whose turn it is.
func (k *kv) read(fn func(*tx) error) error {
	p, err := openPages(k.path)
	if err != nil {
		return err
	}
	defer p.close()
	// Where a folder cannot be written and has no lock files, bbolt's own lock is all there is.
	if _, err := lockFile(p.file, false, true); err != nil {
		return problem(k.path, err)
	}
	t := &tx{pages: p}
	if err := t.current(); err != nil {
		return err
	}
	return problem(k.path, fn(t))
}

// update runs fn and writes what it put, when it gives no error. Once update has returned nil, that is on the disk.
func (k *kv) update(ctx context.Context, fn func(*tx) error) error {
	leave, err := k.turn.enter(ctx, true)
	if err != nil {
		return problem(k.path, err)
	}
	defer leave()
	return k.write(fn)
}

// write is update for a caller whose turn it is. A panic or a fault in bbolt's code, which is what a damaged page leads to, comes
// back as a Problem; bbolt's own locks may then be stuck, so only the file is closed and the mapping is left.
func (k *kv) write(fn func(*tx) error) (err error) {
	t := &tx{wrote: map[string][]byte{}, in: true}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		why := recover()
		if why == nil {
			return
		}
		if t.pages != nil {
			t.pages.close()
		}
		if !t.in {
			panic(why) // a mistake of ours, not damage
		}
		err = damaged(k.path, fmt.Errorf("a page cannot be used: %v", why))
	}()
	db, err := bbolt.Open(k.path, 0o600, &bbolt.Options{
		NoStatistics: true, FreelistType: bbolt.FreelistMapType,
		OpenFile: func(path string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(path, flag&^os.O_CREATE, mode)
			if err != nil {
				return nil, err
			}
			t.pages, err = inspect(f, path)
			return f, err
		},
	})
	if err != nil {
		return boltProblem(k.path, err)
	}
	if t.bolt, err = db.Begin(true); err != nil {
		return boltProblem(k.path, errors.Join(err, db.Close()))
	}
	t.in = false
	if err = t.current(); err == nil {
		err = fn(t)
	}
	if err == nil {
		err = t.stamp()
	}
	t.in = true
	if err != nil {
		_, _ = t.bolt.Rollback(), db.Close()
		return boltProblem(k.path, err)
	}
	err = t.bolt.Commit()
	if e := db.Close(); err == nil {
		err = e
	}
	return boltProblem(k.path, err)
}

// boltProblem names what bbolt complains about.
func boltProblem(path string, err error) error {
	for _, bad := range []error{berrors.ErrInvalid, berrors.ErrChecksum, berrors.ErrVersionMismatch, berrors.ErrInvalidMapping} {
		if errors.Is(err, bad) {
			return damaged(path, err)
		}
	}
	return problem(path, err)
}

// stamp writes the transaction's number where current looks for it.
func (t *tx) stamp() error {
	_, err := t.write(bucketMeta, metaTransaction, t.bolt.ID())
	return err
}

// current proves that the list of buckets is the one that the file's last transaction wrote, and not a page from before.
func (t *tx) current() error {
	if ok, err := t.has(bucketMeta); err != nil || !ok {
		return err
	}
	var number uint64
	if _, err := t.need(bucketMeta, metaTransaction, &number); err != nil {
		return err
	}
	if number != t.pages.newer.number {
		return damaged("the list of buckets", errStale)
	}
	return nil
}

// maxValue is the longest value that is believed; a damaged length can claim four gigabytes.
const maxValue = maxRecord + recordOverhead

// get is a copy of the value under key, nil when there is none.
func (t *tx) get(bucket string, key []byte) ([]byte, error) {
	if v, ok := t.wrote[bucket+"\x00"+string(key)]; ok {
		return bytes.Clone(v), nil
	}
	v, err := t.pages.get(bucket, key)
	if err != nil {
		return nil, pageProblem(bucket, err)
	}
	return v, nil
}

func (t *tx) put(bucket string, key, value []byte) error {
	t.wrote[bucket+"\x00"+string(key)] = value
	return t.change(bucket, key, func(b *bbolt.Bucket) error { return b.Put(key, value) })
}

func (t *tx) delete(bucket string, key []byte) error {
	t.wrote[bucket+"\x00"+string(key)] = nil
	return t.change(bucket, key, func(b *bbolt.Bucket) error { return b.Delete(key) })
}

// change lets bbolt at a bucket, after the way to the key has been walked and found safe.
func (t *tx) change(bucket string, key []byte, fn func(*bbolt.Bucket) error) error {
	fresh := t.wrote[bucket] != nil
	if !fresh {
		if _, err := t.pages.get(bucket, key); err != nil {
			return pageProblem(bucket, err)
		}
	}
	t.in = true
	b := t.bolt.Bucket([]byte(bucket))
	if b == nil {
		return damaged(bucket, errGone)
	}
	err := fn(b)
	t.in = false
	return err
}

// scan calls fn for each key that begins with prefix and is not below from, in order, until it says stop or errs. Key and value
// are copies. It tells what was there before the transaction, not what was put since. Keys out of order are damage.
func (t *tx) scan(bucket string, prefix, from []byte, fn func(key, value []byte) (more bool, err error)) error {
	start := prefix
	if bytes.Compare(from, prefix) > 0 {
		start = from
	}
	var last []byte
	var failed error
	err := t.pages.each(bucket, start, func(k, v []byte) (bool, error) {
		if !bytes.HasPrefix(k, prefix) {
			return false, nil
		}
		if last != nil && bytes.Compare(last, k) >= 0 || bytes.Compare(k, start) < 0 {
			return false, errors.New("its keys are out of order")
		}
		last = bytes.Clone(k)
		more, err := fn(last, bytes.Clone(v))
		failed = err
		return more && err == nil, nil
	})
	if err != nil {
		return pageProblem(bucket, err)
	}
	return failed
}

// names is the names of all buckets there are.
func (t *tx) names() (names []string, err error) {
	err = t.pages.buckets(func(name []byte) { names = append(names, string(name)) })
	if err != nil {
		return nil, pageProblem("the list of buckets", err)
	}
	return names, nil
}

// has reports whether there is a bucket of that name.
func (t *tx) has(name string) (bool, error) {
	names, err := t.names()
	return slices.Contains(names, name), err
}

// createBucket makes a bucket.
func (t *tx) createBucket(name string) error {
	t.in = true
	_, err := t.bolt.CreateBucket([]byte(name))
	t.in = false
	t.wrote[name] = []byte{} // new: there are no pages to look at
	return err
}

// create makes an empty file of buckets. The caller's turn it is, alone.
func create(path string) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{NoStatistics: true, FreelistType: bbolt.FreelistMapType})
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		return &model.Problem{Kind: model.KindOf(problem(path, err)), Subject: path, What: "cannot be made", Err: err}
	}
	return nil
}
