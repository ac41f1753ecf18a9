package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"candid/model"
	"candid/model/clean"
)

// The largest files that are read, in bytes. The longest resume is a hundredth of it.
const (
	maxSize = 25 << 20 // of a document or a table
	maxBox  = 2 << 30  // of an archive or a mailbox, which are read bit by bit
)

// ReadFile reads one document: its kind, its format, its bytes and its text cleaned for the screen. For a text or Markdown
// file, line i of the text is line i of the file. The error is a *model.Problem, or ctx's.
func ReadFile(ctx context.Context, path string, o Options) (model.Sent, error) {
	refuse := func(what, next string) (model.Sent, error) {
		return model.Sent{}, &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	info, problem := stat(path)
	switch {
	case problem != nil:
		return model.Sent{}, problem
	case info.IsDir():
		return refuse("a folder", "name the files in it")
	case info.Size() > maxSize:
		return refuse(tooLargeToRead())
	}
	b, problem := load(path)
	if problem != nil {
		return model.Sent{}, problem
	}
	r := newReaders(o)
	defer r.Close()
	docs, refused := r.parts(ctx, path, b, nest{levels: 2})
	switch {
	case ctx.Err() != nil:
		return model.Sent{}, ctx.Err()
	case len(docs) > 0:
		return docs[0].Sent, nil
	}
	return model.Sent{}, refused[0].Problem
}

func tooLargeToRead() (what, next string) {
	return fmt.Sprintf("larger than %d MB", maxSize>>20), "no resume is that long: look at the file"
}

// refusal is the problem that a reader gave of the file at path.
func refusal(path string, err error) *model.Problem {
	var p *model.Problem
	if !errors.As(err, &p) {
		p = &model.Problem{Kind: model.Refused, Err: err}
	}
	about := *p
	about.Subject = path
	return &about
}

// odd says what a file is that is neither a plain one nor a folder; "" for those.
func odd(mode fs.FileMode) string {
	switch {
	case mode.IsRegular() || mode.IsDir():
		return ""
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe, not a file"
	case mode&fs.ModeSocket != 0:
		return "a socket, not a file"
	}
	return "a device, not a file"
}

// stat follows links and refuses what is neither a folder nor a plain file, without opening it: to open a pipe waits for who
// writes into it.
func stat(path string) (fs.FileInfo, *model.Problem) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if what := odd(info.Mode()); what != "" {
		return nil, oddFile(path, what)
	}
	return info, nil
}

// load reads a plain file. One that is larger than a document may be is refused.
func load(path string) ([]byte, *model.Problem) {
	f, err := os.OpenFile(path, os.O_RDONLY|noWait, 0)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	return loadFrom(f, path)
}

func oddFile(path, what string) *model.Problem {
	return &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: "leave it out"}
}

// loadFrom reads what was opened as the file at path. It may be another by now than the one that was looked at before.
func loadFrom(f *os.File, path string) ([]byte, *model.Problem) {
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil {
		if what := odd(info.Mode()); what != "" {
			return nil, oddFile(path, what)
		}
		b.Grow(int(min(info.Size(), maxSize)) + bytes.MinRead)
	}
	_ = f.SetReadDeadline(time.Now().Add(deadline)) // for what the system calls a plain file and waits to fill, as it does its log
	n, err := b.ReadFrom(io.LimitReader(f, maxSize+1))
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, oddFile(path, "a file that never ends, as devices are")
	case err != nil:
		return nil, unreadable(path, err)
	case n > maxSize:
		what, next := tooLargeToRead()
		return nil, &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	return b.Bytes(), nil
}

// cacheFolder is where compiled code is kept, "" where the system names no place.
func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "candid", "wasm")
}

// unreadable is the problem of a path that the system would not read.
func unreadable(path string, err error) *model.Problem {
	p := &model.Problem{Kind: model.Failed, Subject: path}
	var cause *fs.PathError
	if errors.As(err, &cause) {
		if cause.Path != "" {
			p.Subject = cause.Path
		}
		err = cause.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Kind, p.What, p.Next = model.Missing, "no such file or folder", "check the path; a link may lead nowhere"
	case errors.Is(err, fs.ErrPermission):
		p.What, p.Next = "no permission to read it", "change its permissions"
	case errors.Is(err, syscall.ELOOP):
		p.What, p.Next = "a link that leads back to itself", "add the file itself"
	default:
		p.What, p.Err = "cannot be read", err
	}
	return p
}

// cleanName is the name of a file, or of a part of it, cleaned and on one line: a file's name may hold a line break.
func cleanName(s string) string { return strings.ReplaceAll(clean.Text(s), "\n", " ") }

// fileStem is the file's name without its ending.
func fileStem(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}
