package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"candid/model"
)

// kv is a file of buckets of keys and values, opened for each transaction and closed after it.
type kv struct {
	path string
	turn *turnstile
}

// tx is a transaction: what it reads does not change while it lasts, and what it writes lands together or not at all.
type tx struct {
	bolt *bbolt.Tx
	in   bool // in bbolt's code, not in ours: a panic there is damage
}

// view runs fn on the file as it stands.
func (k *kv) view(ctx context.Context, fn func(*tx) error) error {
	leave, err := k.turn.enter(ctx, false)
	if err != nil {
		return problem(k.path, err)
	}
	defer leave()
	return k.run(false, fn)
}

// update runs fn and writes what it put, when it gives no error. Once update has returned nil, that is on the disk.
func (k *kv) update(ctx context.Context, fn func(*tx) error) error {
	leave, err := k.turn.enter(ctx, true)
	if err != nil {
		return problem(k.path, err)
	}
	defer leave()
	return k.run(true, fn)
}

// run is one transaction of a caller whose turn it is. A panic or a fault in bbolt's code, which is what a damaged page
// leads to, comes back as a Problem; bbolt's own bolts may then be stuck, so only the file is closed and the mapping is left.
func (k *kv) run(write bool, fn func(*tx) error) (err error) {
	t := &tx{in: true}
	var file *os.File
	var db *bbolt.DB
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		why := recover()
		if why == nil {
			return
		}
		if !write && t.bolt != nil {
			_, _ = t.bolt.Rollback(), db.Close()
		} else if file != nil {
			_ = file.Close()
		}
		if !t.in {
			panic(why) // a mistake of ours, not damage
		}
		err = damaged(k.path, fmt.Errorf("reading a page: %v", why))
	}()
	options := &bbolt.Options{
		ReadOnly: !write, NoStatistics: true, FreelistType: bbolt.FreelistMapType,
		OpenFile: func(path string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(path, flag&^os.O_CREATE, mode)
			if err != nil {
				return nil, err
			}
			if err := inspect(f, path, write); err != nil {
				_ = f.Close()
				return nil, err
			}
			file = f
			return f, nil
		},
	}
	if db, err = bbolt.Open(k.path, 0o600, options); err != nil {
		return boltProblem(k.path, err)
	}
	if t.bolt, err = db.Begin(write); err != nil {
		return boltProblem(k.path, errors.Join(err, db.Close()))
	}
	t.in = false
	err = fn(t)
	t.in = true
	if err != nil || !write {
		if e := errors.Join(t.bolt.Rollback(), db.Close()); err == nil {
			err = e
		}
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

// bucket is the bucket of that name; its absence is damage, for every store has them all.
func (t *tx) bucket(name string) (*bbolt.Bucket, error) {
	b := t.bolt.Bucket([]byte(name))
	if b == nil {
		return nil, damaged(name, errors.New("the bucket is gone"))
	}
	return b, nil
}

// maxValue is the longest value that is believed; a damaged length can claim four gigabytes.
const maxValue = maxRecord + recordOverhead

// get is a copy of the value under key, nil when there is none.
func (t *tx) get(bucket string, key []byte) ([]byte, error) {
	t.in = true
	defer t.out()
	b, err := t.bucket(bucket)
	if err != nil {
		return nil, err
	}
	v := b.Get(key)
	if len(v) > maxValue {
		return nil, damaged(bucket, errLength)
	}
	return bytes.Clone(v), nil
}

func (t *tx) put(bucket string, key, value []byte) error {
	t.in = true
	defer t.out()
	b, err := t.bucket(bucket)
	if err != nil {
		return err
	}
	return b.Put(key, value)
}

func (t *tx) delete(bucket string, key []byte) error {
	t.in = true
	defer t.out()
	b, err := t.bucket(bucket)
	if err != nil {
		return err
	}
	return b.Delete(key)
}

// scan calls fn for each key that begins with prefix and is not below from, in order, until it says stop or errs. Key and value
// are copies. Keys out of order are damage.
func (t *tx) scan(bucket string, prefix, from []byte, fn func(key, value []byte) (more bool, err error)) error {
	t.in = true
	defer t.out()
	b, err := t.bucket(bucket)
	if err != nil {
		return err
	}
	c := b.Cursor()
	start := prefix
	if bytes.Compare(from, prefix) > 0 {
		start = from
	}
	var last []byte
	for k, v := c.Seek(start); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if len(v) > maxValue || len(k) > bbolt.MaxKeySize {
			return damaged(bucket, errLength)
		}
		if last != nil && bytes.Compare(last, k) >= 0 || bytes.Compare(k, start) < 0 {
			return damaged(bucket, errors.New("its keys are out of order"))
		}
		last = bytes.Clone(k)
		value := bytes.Clone(v)
		t.in = false
		more, err := fn(last, value)
		t.in = true
		if err != nil || !more {
			return err
		}
	}
	return nil
}

// out says that bbolt's code has been left, unless a panic is on its way out of it.
func (t *tx) out() {
	if why := recover(); why != nil {
		panic(why)
	}
	t.in = false
}

// names is the names of all buckets there are.
func (t *tx) names() ([]string, error) {
	t.in = true
	defer t.out()
	var names []string
	err := t.bolt.ForEach(func(name []byte, _ *bbolt.Bucket) error {
		names = append(names, string(name))
		return nil
	})
	return names, err
}

// createBucket makes a bucket if there is none.
func (t *tx) createBucket(name string) error {
	t.in = true
	defer t.out()
	_, err := t.bolt.CreateBucketIfNotExists([]byte(name))
	return err
}

// deleteBucket drops a bucket with all it holds.
func (t *tx) deleteBucket(name string) error {
	t.in = true
	defer t.out()
	return t.bolt.DeleteBucket([]byte(name))
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
