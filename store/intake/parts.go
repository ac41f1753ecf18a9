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

// nest is how deep what is in a file may still lie in others.
type nest struct {
	levels int  // of messages and archives that are opened
	packed bool // it is in an archive, in which no other is opened
}

// within is the nest of what is in a message or an archive.
func (n nest) within(archive bool) nest { return nest{n.levels - 1, n.packed || archive} }

// parts reads a file among those of one candidate: mostly one document, of a message or an archive several. Each that is refused
// is an item.
func (r *readers) parts(ctx context.Context, path string, b []byte, n nest) ([]document, []Item) {
	refuse := func(p *model.Problem) ([]document, []Item) { return nil, refused(path, p, b) }
	t, problem := recognise(path, b)
	switch {
	case problem != nil:
		return refuse(problem)
	case t.kind == content.Archive && n.packed:
		return refuse(nested(path))
	case n.levels == 0 && (t.kind == content.Archive || t.kind == content.Message):
		return refuse(&model.Problem{Kind: model.Refused, Subject: path, What: t.called() + " too deep inside others", Next: "save it, and add it by its own path"})
	case t.kind == content.Archive:
		return r.unpacked(ctx, path, b, n.within(true))
	case t.kind == content.Message:
		l, problem := r.message(ctx, path, b)
		if problem != nil {
			return refuse(problem)
		}
		return r.asParts(ctx, path, l, n.within(false))
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
func (r *readers) unpacked(ctx context.Context, path string, b []byte, n nest) (docs []document, refused []Item) {
	box := box{path: path, bytes: b}
	entries, problem := r.list(ctx, box)
	if problem == nil && len(entries) > maxFiles {
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: fmt.Sprintf("an archive with more than %d files, among one candidate's files", maxFiles),
			Next: "if each file in it is a candidate, add it by its own path"}
	}
	if problem != nil {
		return nil, []Item{{Path: path, Problem: problem}}
	}
	// All are unpacked before the first is read: who reads may need the child that unpacks.
	var files []packed
	sum := 0
	r.unpack(ctx, box, namesOf(entries), func(name string, b []byte, problem *model.Problem) bool {
		sum += len(b)
		files = append(files, packed{inside(path, name), b, problem})
		return sum <= maxSum
	})
	if sum > maxSum {
		return nil, []Item{{Path: path, Problem: tooMuch(path)}}
	}
	for _, f := range files {
		if f.problem != nil {
			refused = append(refused, Item{Path: f.path, Problem: f.problem})
			continue
		}
		some, others := r.parts(ctx, f.path, f.bytes, n)
		docs, refused = append(docs, some...), append(refused, others...)
	}
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

// list is the files in an archive, hidden ones left out.
func (r *readers) list(ctx context.Context, b box) ([]content.Entry, *model.Problem) {
	q, problem := b.request(content.Archive)
	if problem != nil {
		return nil, problem
	}
	var entries []content.Entry
	for piece := range r.boxes.Read(ctx, q) {
		if piece.Problem != nil {
			return nil, refusal(b.path, piece.Problem)
		}
		for _, e := range piece.Entries {
			if !hiddenPath(e.Name) {
				entries = append(entries, e)
			}
		}
	}
	if len(entries) == 0 && ctx.Err() == nil {
		return nil, &model.Problem{Kind: model.Refused, Subject: b.path, What: "an archive with no files in it", Next: "ask for the archive again"}
	}
	return entries, nil
}

func namesOf(entries []content.Entry) []string {
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name)
	}
	return names
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
