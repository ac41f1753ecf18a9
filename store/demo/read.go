package demo

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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

// later reports whether the person's documents are read in processes of their own, which takes a while to begin.
func (p person) later() bool {
	for _, name := range []string{"resume.pdf", "resume.docx"} {
		if _, err := fs.Stat(applications, "applications/"+files[p.slug]+"/"+name); err == nil {
			return true
		}
	}
	return false
}

// later are the people of whom that is so.
func later() []person {
	return slices.DeleteFunc(slices.Clone(people), func(p person) bool { return !p.later() })
}

// readAll reads what applicants sent the way any folder is read: it is laid out on the disk for that long.
func readAll(ctx context.Context, people []person, each func(person, model.Application) error) (err error) {
	dir, err := os.MkdirTemp("", "candid-demo-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	by := map[string]person{}
	for _, p := range people {
		by[files[p.slug]] = p
		if err := p.layOut(dir); err != nil {
			return err
		}
	}
	for item := range intake.Read(ctx, []string{dir}, intake.Options{}) {
		if item.Problem != nil {
			return item.Problem
		}
		if err := each(by[filepath.Base(item.Path)], item.Application); err != nil {
			return err
		}
	}
	return ctx.Err()
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
