package intake

import (
	"context"
	"fmt"
	"path/filepath"

	"candid/model"
	"candid/store/intake/child"
	"candid/store/intake/content"
)

// The most that one candidate's files may be. Past maxFiles a folder is more likely a pile of candidates.
const (
	maxFiles = 40
	maxSum   = 100 << 20 // bytes
)

// parts reads a file among those of one candidate: mostly one document, of a message or an archive several. Each that is refused
// is an item. box says whether an archive may be unpacked: one in another is not.
func (r *readers) parts(ctx context.Context, path string, b []byte, box bool) ([]document, []Item) {
	refuse := func(p *model.Problem) ([]document, []Item) { return nil, []Item{{Path: path, Problem: p}} }
	t, problem := recognise(path, b)
	switch {
	case problem != nil:
		return refuse(problem)
	case t.kind == content.Archive && box:
		return r.unpacked(ctx, path, b)
	case t.kind == content.Archive:
		return refuse(nested(path))
	}
	doc, problem := r.document(ctx, path, t, b)
	if problem != nil {
		return refuse(problem)
	}
	return []document{doc}, nil
}

// nested is the problem of an archive in an archive.
func nested(path string) *model.Problem {
	return &model.Problem{Kind: model.Refused, Subject: path, What: "an archive inside an archive", Next: unpack}
}

// unpacked reads the files of an archive that is one of a candidate's files.
func (r *readers) unpacked(ctx context.Context, path string, b []byte) (docs []document, refused []Item) {
	box := box{path: path, bytes: b}
	names, problem := r.list(ctx, box)
	if problem == nil && len(names) > maxFiles {
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: fmt.Sprintf("an archive with more than %d files, among one candidate's files", maxFiles),
			Next: "if each file in it is a candidate, add it by its own path"}
	}
	if problem != nil {
		return nil, []Item{{Path: path, Problem: problem}}
	}
	sum := 0
	r.unpack(ctx, box, names, func(name string, b []byte, problem *model.Problem) bool {
		at := inside(path, name)
		if sum += len(b); sum > maxSum {
			refused = append(refused, Item{Path: at, Problem: tooMuch(at)})
			return false
		}
		if problem != nil {
			refused = append(refused, Item{Path: at, Problem: problem})
			return true
		}
		some, others := r.parts(ctx, at, b, false)
		docs, refused = append(docs, some...), append(refused, others...)
		return ctx.Err() == nil
	})
	return docs, refused
}

func tooMuch(path string) *model.Problem {
	return &model.Problem{Kind: model.Refused, Subject: path, What: fmt.Sprintf("one candidate's files are larger than %d MB together", maxSum>>20), Next: "leave out what is no document"}
}

// box is an archive or a mailbox: in memory, or a file of its own.
type box struct {
	path  string // as it is shown, and where it lies if bytes is nil
	bytes []byte
}

func (b box) request(kind content.Kind) (child.Request, *model.Problem) {
	q := child.Request{Kind: kind, Name: filepath.Base(b.path), Bytes: b.bytes}
	if b.bytes == nil {
		absolute, err := filepath.Abs(b.path)
		if err != nil {
			return q, unreadable(b.path, err)
		}
		q.Path = absolute
	}
	return q, nil
}

// list is the names of the files in an archive, hidden ones left out.
func (r *readers) list(ctx context.Context, b box) ([]string, *model.Problem) {
	q, problem := b.request(content.Archive)
	if problem != nil {
		return nil, problem
	}
	var names []string
	for piece := range r.boxes.Read(ctx, q) {
		if piece.Problem != nil {
			return nil, refusal(b.path, piece.Problem)
		}
		for _, e := range piece.Entries {
			if !hiddenPath(e.Name) {
				names = append(names, e.Name)
			}
		}
	}
	if len(names) == 0 && ctx.Err() == nil {
		return nil, &model.Problem{Kind: model.Refused, Subject: b.path, What: "an archive with no files in it", Next: "ask for the archive again"}
	}
	return names, nil
}

// maxDeaths is how many files of an archive may end the child that unpacks it before the rest is given up.
const maxDeaths = 3

// unpack gives the files of an archive that are named, in that order, each with its bytes or its problem, until take reports false.
func (r *readers) unpack(ctx context.Context, b box, names []string, take func(name string, b []byte, p *model.Problem) bool) {
	q, problem := b.request(content.Archive)
	for deaths := 0; problem == nil && len(names) > 0 && ctx.Err() == nil; {
		q.Entries = names
		given := 0
		for piece := range r.boxes.Read(ctx, q) {
			if given == len(names) {
				break
			}
			name := names[given]
			given++
			var bytes []byte
			var why *model.Problem
			if piece.File != nil {
				bytes = piece.File.Bytes
			}
			if piece.Problem != nil {
				if piece.Problem.Subject == "" { // the child's end, or the whole archive's
					deaths++
				}
				why = refusal(inside(b.path, name), piece.Problem)
				if deaths == maxDeaths {
					problem = why
				}
			}
			if !take(name, bytes, why) {
				return
			}
		}
		if given == 0 {
			problem = &model.Problem{Kind: model.Failed, What: "its reader gave nothing", Next: "try again"}
		}
		names = names[given:]
	}
	if ctx.Err() != nil {
		return
	}
	for _, name := range names {
		if !take(name, nil, refusal(inside(b.path, name), problem)) {
			return
		}
	}
}

// inside is the path of a file in an archive, as it is shown.
func inside(archive, name string) string { return filepath.Join(archive, filepath.FromSlash(name)) }
