package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"candid/model"
	"candid/store/export"
)

// exportFormat is the format asked for: by name, by --json, by the ending of the file, else Markdown.
func exportFormat(name, path string, json bool) (export.Format, error) {
	switch {
	case json:
		return export.JSON, nil
	case name != "":
		return export.ParseFormat(name)
	case filepath.Ext(path) != "":
		return export.ParseFormat(filepath.Ext(path))
	}
	return export.Markdown, nil
}

// newFile writes a file that does not exist yet, readable by the user alone, whole or not at all.
func newFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return &model.Problem{Kind: model.Misused, Subject: path, What: "is there already", Next: "name another file, or remove it"}
	}
	if err != nil {
		return &model.Problem{Kind: model.Failed, Subject: path, What: "cannot be written", Err: err}
	}
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}
