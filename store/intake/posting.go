package intake

import (
	"io"
	"path/filepath"

	"candid/model"
)

// ReadPosting reads the text of a posting from a file. The error is a *model.Problem.
func ReadPosting(path string) (string, error) {
	info, problem := stat(path)
	if problem == nil && info.IsDir() {
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: "a folder", Next: "a posting is one file"}
	}
	if problem != nil {
		return "", problem
	}
	b, problem := load(path, info)
	if problem != nil {
		if model.Is(problem, model.Refused) {
			problem.Next = "look at the file: a posting is text"
		}
		return "", problem
	}
	return postingText(path, b)
}

// PostingFrom reads the text of a posting from r, which errors call name. The error is a *model.Problem.
func PostingFrom(name string, r io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	refuse := func(what string) (string, error) {
		return "", &model.Problem{Kind: model.Refused, Subject: name, What: what, Next: "a posting is text"}
	}
	switch {
	case err != nil:
		return "", &model.Problem{Kind: model.Failed, Subject: name, What: "cannot be read", Err: err}
	case len(b) == 0:
		return refuse("empty")
	case len(b) > maxSize:
		return refuse("too large")
	}
	return postingText(name, b)
}

func postingText(path string, b []byte) (string, error) {
	if what, _ := unread(filepath.Base(path), b); what != "" {
		return "", &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: "save the posting as Markdown or text"}
	}
	text, ok := decode(b)
	if !ok {
		return "", &model.Problem{Kind: model.Refused, Subject: path, What: whatBytes(b), Next: "save the posting as UTF-8 text"}
	}
	return Clean(text), nil
}
