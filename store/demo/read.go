package demo

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"candid/model"
	"candid/store/intake"
)

//go:embed applications
var applications embed.FS

// files are the names in applications by the slug of whom they are of.
var files = func() map[string]string {
	entries, err := applications.ReadDir("applications")
	if err != nil {
		panic(err) // it is embedded
	}
	names := map[string]string{}
	for _, e := range entries {
		names[strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))] = e.Name()
	}
	return names
}()

// read reads what an applicant sent the way any folder is read: it is laid out on the disk for that long.
func (p person) read(ctx context.Context) (sent model.Application, err error) {
	dir, err := os.MkdirTemp("", "candid-demo-")
	if err != nil {
		return sent, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := p.layOut(dir); err != nil {
		return sent, err
	}
	for item := range intake.Read(ctx, []string{dir}, intake.Options{}) {
		if item.Problem != nil {
			return sent, item.Problem
		}
		sent = item.Application
	}
	return sent, ctx.Err()
}

// layOut writes what the applicant sent, a file or a folder of files, into dir.
func (p person) layOut(dir string) error {
	name := files[p.slug]
	return fs.WalkDir(applications, "applications/"+name, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, strings.TrimPrefix(path, "applications/"))
		if e.IsDir() {
			return os.Mkdir(to, 0o700)
		}
		b, err := applications.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, b, 0o600)
	})
}
