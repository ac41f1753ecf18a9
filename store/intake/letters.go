package intake

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"candid/model"
	"candid/store/intake/child"
	"candid/store/intake/content"
)

// message reads a file that is one e-mail message.
func (r *readers) message(ctx context.Context, path string, b []byte) (content.Letter, *model.Problem) {
	var letter *content.Letter
	var problem *model.Problem
	for piece := range r.others.Read(ctx, child.Request{Kind: content.Message, Name: cleanName(path), Bytes: b}) {
		switch {
		case piece.Problem != nil:
			problem = refusal(path, piece.Problem)
		case piece.Letter != nil:
			letter = piece.Letter
		}
	}
	switch {
	case problem != nil:
		return content.Letter{}, problem
	case letter == nil:
		return content.Letter{}, noAnswer(ctx, path)
	}
	return *letter, nil
}

// letter makes a candidate of a message, and an item of each attachment that is refused.
func (r *readers) letter(ctx context.Context, at string, l content.Letter, n nest) []Item {
	docs, refused := r.attachments(ctx, at, l, n)
	a, problem := fromLetter(at, l, docs)
	if problem != nil {
		return append([]Item{{Path: at, Problem: problem}}, refused...)
	}
	return append([]Item{{Path: at, Application: a}}, refused...)
}

// attachments reads what came with a message.
func (r *readers) attachments(ctx context.Context, at string, l content.Letter, n nest) (docs []document, refused []Item) {
	sum := 0
	for i, f := range l.Files {
		name := path.Base(strings.ReplaceAll(cleanName(f.Name), `\`, "/"))
		where := inside(at, name)
		if sum += len(f.Bytes); i == maxFiles || sum > maxSum {
			problem := tooMuch(where)
			if i == maxFiles {
				problem = &model.Problem{Kind: model.Refused, Subject: where, What: fmt.Sprintf("more than %d attachments", maxFiles), Next: "save those that matter, and add them as a folder"}
			}
			return docs, append(refused, Item{Path: where, Problem: problem})
		}
		some, others := r.parts(ctx, where, f.Bytes, n)
		docs, refused = append(docs, some...), append(refused, others...)
	}
	return docs, refused
}

// asParts is the documents of a message that lies among other files of its candidate.
func (r *readers) asParts(ctx context.Context, at string, l content.Letter, n nest) ([]document, []Item) {
	items := r.letter(ctx, at, l, n)
	i := slices.IndexFunc(items, func(i Item) bool { return i.Problem == nil })
	if i < 0 {
		return nil, items
	}
	a := items[i].Application
	var docs []document
	for k, sent := range a.Documents {
		d := document{Sent: sent}
		if k == 0 {
			c := a.Candidate
			d.facts.Contacts = model.Contacts{Name: c.Name, Email: c.Email, Phone: c.Phone, Location: c.Location, Links: c.Links}
		}
		docs = append(docs, d)
	}
	return docs, slices.Delete(items, i, i+1)
}

// mailbox gives the messages of a mailbox, one by one: its path, and the letter or its problem.
func (r *readers) mailbox(ctx context.Context, b box, take func(at string, l *content.Letter, p *model.Problem) bool) {
	q, problem := b.request(content.Mailbox)
	if problem != nil {
		take(b.path, nil, problem)
		return
	}
	n := 0
	for piece := range r.boxes.Read(ctx, q) {
		n++
		at := fmt.Sprintf("%s: message %d", b.path, n)
		if piece.Problem != nil {
			if piece.Problem.Subject == "" { // the whole mailbox's, or the end of who read it
				at = b.path
			}
			problem = refusal(at, piece.Problem)
		}
		if piece.Letter != nil || piece.Problem != nil {
			if !take(at, piece.Letter, problem) {
				return
			}
		}
		problem = nil
	}
	if n == 0 && ctx.Err() == nil {
		take(b.path, nil, &model.Problem{Kind: model.Refused, Subject: b.path, What: "a mailbox with no message in it", Next: "look at the file"})
	}
}

// letters makes candidates of a mailbox that is in memory. All messages are there before the first is read: who reads may need the
// child that gives them.
func (r *readers) letters(ctx context.Context, b box, packed bool) []Item {
	var steps []func() []Item
	r.mailbox(ctx, b, func(at string, l *content.Letter, p *model.Problem) bool {
		steps = append(steps, func() []Item {
			if p != nil {
				return []Item{{Path: at, Problem: p}}
			}
			return r.letter(ctx, at, *l, nest{1, packed})
		})
		return true
	})
	var items []Item
	for _, step := range steps {
		items = append(items, step()...)
	}
	return items
}

// mailbox puts in each message of a mailbox.
func (w *walk) mailbox(b box) bool {
	more := true
	first := true
	w.readers.mailbox(w.ctx, b, func(at string, l *content.Letter, problem *model.Problem) bool {
		if !first {
			w.count(1)
		}
		first = false
		if problem != nil {
			more = w.ready(1, Item{Path: at, Problem: problem})
			return more
		}
		cost := int64(len(l.Body.Text))
		for _, f := range l.Files {
			cost += int64(len(f.Bytes))
		}
		more = w.put(&unit{path: at, cost: cost, holds: 1, read: func() []Item { return w.readers.letter(w.ctx, at, *l, nest{levels: 1}) }})
		return more
	})
	return more && w.ctx.Err() == nil
}
