package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"candid/model"
	"candid/model/clean"
)

// maxSize is the largest file that is read, in bytes. The longest resume is a hundredth of it.
const maxSize = 5 << 20

// ReadFile reads one document: its kind, its format, its bytes and its text cleaned for the screen. For a text or Markdown
// file, line i of the text is line i of the file. The error is a *model.Problem.
func ReadFile(ctx context.Context, path string, o Options) (model.Sent, error) {
	if info, problem := stat(path); problem == nil && info.IsDir() {
		return model.Sent{}, &model.Problem{Kind: model.Refused, Subject: path, What: "a folder", Next: "name the files in it"}
	}
	doc, problem := readFile(path)
	if problem != nil {
		return model.Sent{}, problem
	}
	return doc.Sent, nil
}

func readFile(path string) (document, *model.Problem) {
	info, problem := stat(path)
	if problem != nil {
		return document{}, problem
	}
	if info.IsDir() {
		return document{}, &model.Problem{Kind: model.Refused, Subject: path, What: "a link to a folder", Next: "add that folder by its own path"}
	}
	b, problem := load(path, info)
	if problem != nil {
		return document{}, problem
	}
	return readBytes(path, b)
}

// readBytes reads a document from its bytes. Of the path only the name is used.
func readBytes(path string, b []byte) (document, *model.Problem) {
	refuse := func(what, next string) (document, *model.Problem) {
		return document{}, &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	name := filepath.Base(path)
	if what, next := unread(name, b); what != "" {
		return refuse(what, next)
	}
	text, ok := decode(b)
	if !ok {
		return refuse(whatBytes(b), "save it as UTF-8 text")
	}
	for _, f := range formats {
		if !f.sniff(name, text) {
			continue
		}
		read, err := f.read(text)
		if err != nil {
			return document{}, refusal(path, err)
		}
		return newDocument(path, b, f.kind, read)
	}
	return refuse("in no known format", "save it as text")
}

// refusal is the problem that a reader gave of the file at path.
func refusal(path string, err error) *model.Problem {
	var p *model.Problem
	if !errors.As(err, &p) {
		p = &model.Problem{Kind: model.Refused, Err: err}
	}
	p.Subject = path
	return p
}

// stat follows links and refuses what is neither a folder nor a plain file, without opening it: to open a pipe waits for who
// writes into it.
func stat(path string) (fs.FileInfo, *model.Problem) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	what := ""
	switch mode := info.Mode(); {
	case mode.IsRegular() || mode.IsDir():
		return info, nil
	case mode&fs.ModeNamedPipe != 0:
		what = "a pipe, not a file"
	case mode&fs.ModeSocket != 0:
		what = "a socket, not a file"
	default:
		what = "a device, not a file"
	}
	return nil, &model.Problem{Kind: model.Refused, Subject: path, What: what}
}

func load(path string, info fs.FileInfo) ([]byte, *model.Problem) {
	refuse := func(what, next string) ([]byte, *model.Problem) {
		return nil, &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	tooLarge := fmt.Sprintf("larger than %d MB", maxSize>>20)
	if info.Size() > maxSize {
		return refuse(tooLarge, "no resume is that long: look at the file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case len(b) > maxSize:
		return refuse(tooLarge, "no resume is that long: look at the file")
	case len(b) == 0:
		return refuse("an empty file (0 bytes)", "ask the candidate to send it again")
	}
	return b, nil
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
