package intake

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"

	"candid/model"
	"candid/model/posting"
	"candid/store/intake/content"
)

// ReadPosting reads the text of a posting from a file, for posting.Parse to read. The error is a *model.Problem.
func ReadPosting(path string) (string, error) {
	info, problem := stat(path)
	if problem == nil && info.IsDir() {
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: "a folder", Next: "a posting is one file"}
	}
	if problem != nil {
		return "", problem
	}
	if info.Size() > posting.MaxSource {
		return "", tooLarge(path, fmt.Sprintf("is %.1f MB long", float64(info.Size())/(1<<20)))
	}
	b, problem := load(path)
	switch {
	case problem != nil:
		return "", problem
	case len(b) == 0:
		return "", &model.Problem{Kind: model.Refused, Subject: path, What: "an empty file (0 bytes)", Next: "give a file with the posting's text in it"}
	}
	return postingText(path, b)
}

// PostingFrom reads the text of a posting from r, which errors call name, for posting.Parse to read. The error is a
// *model.Problem.
func PostingFrom(name string, r io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r, posting.MaxSource+1))
	switch {
	case err != nil:
		return "", &model.Problem{Kind: model.Failed, Subject: name, What: "cannot be read", Err: err}
	case len(b) == 0:
		return "", &model.Problem{Kind: model.Refused, Subject: name, What: "empty", Next: "give a file with the posting's text in it"}
	case len(b) > posting.MaxSource:
		return "", tooLarge(name, fmt.Sprintf("is more than %d MB long", posting.MaxSource>>20))
	}
	return postingText(name, b)
}

func tooLarge(name, long string) error {
	return &model.Problem{Kind: model.Refused, Subject: name, What: fmt.Sprintf("%s, and a posting of at most %d MB is read", long, posting.MaxSource>>20),
		Next: "keep nothing but the posting in it"}
}

// postingText is the text of a posting's bytes. Nothing is cleaned yet: posting.Parse does, and tells what it left out.
func postingText(path string, b []byte) (string, error) {
	refuse := func(what, next string) (string, error) {
		return "", &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	t := tellHead(filepath.Base(path), b[:min(len(b), headBytes)], bytes.NewReader(b), int64(len(b)))
	switch t.kind {
	case content.HTML:
		if text, ok := decodePage(b); ok {
			return text, nil
		}
	case content.Text:
	default:
		return refuse(t.called(), "save the posting's text, or copy it and paste it")
	}
	text, ok := decode(b)
	if !ok {
		return refuse(whatBytes(b), "save the posting as UTF-8 text")
	}
	return text, nil
}
