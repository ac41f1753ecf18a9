package cli

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"candid/model"
	"candid/ui/text"
)

// lookEvery is the time between two looks at a folder that is watched. What is the same in two of them is still.
const lookEvery = time.Second

// watch brings in what is in a folder, and then what is put there, until ctx ends. What is wrong with some of it is said, and the
// watch goes on.
func (a *adding) watch(ctx context.Context, folder string) error {
	info, err := os.Stat(folder)
	switch {
	case err != nil:
		return &model.Problem{Kind: model.Missing, Subject: folder, What: "cannot be watched", Err: err}
	case !info.IsDir():
		return &model.Problem{Kind: model.Misused, Subject: folder, What: "is no folder", Next: "candid add " + folder + " adds a file"}
	}
	a.order.Options.Within = true
	a.progress.say("watching " + text.Drawable(folder) + "; ctrl+c ends it")
	w := watched{folder: folder, entries: map[string]entry{}}
	said := ""
	for clock := time.NewTicker(lookEvery); ; {
		still, err := w.look()
		if err == nil && len(still) > 0 {
			if err = a.bring(ctx, still); err == nil && ctx.Err() == nil {
				w.took(still)
			}
		}
		words := ""
		if err != nil {
			words = text.Drawable(err.Error())
		}
		if words != said && words != "" { // once, not every second
			a.progress.say(words)
		}
		said = words
		select {
		case <-ctx.Done():
			clock.Stop()
			return nil
		case <-clock.C:
		}
	}
}

// watched is a folder that is watched: what is in it, by name.
type watched struct {
	folder  string
	entries map[string]entry
}

// entry is a file or folder as it was seen last.
type entry struct {
	print uint64 // of the names, sizes and times of all that is in it
	taken bool   // it was brought in so
}

// look gives the paths of what has not changed since the last look and was not brought in so, in the order of their names.
func (w *watched) look() (still []string, err error) {
	found, err := os.ReadDir(w.folder)
	if err != nil {
		return nil, &model.Problem{Kind: model.Failed, Subject: w.folder, What: "cannot be looked into", Next: "the watch goes on", Err: err}
	}
	seen := map[string]entry{}
	for _, e := range found {
		path := filepath.Join(w.folder, e.Name())
		print, whole := fingerprint(path)
		if unfinished(e.Name()) || !whole {
			continue
		}
		before, known := w.entries[e.Name()]
		now := entry{print: print}
		if known && before.print == print {
			if now.taken = before.taken; !now.taken {
				still = append(still, path)
			}
		}
		seen[e.Name()] = now
	}
	w.entries = seen
	return still, nil
}

// took notes that paths were brought in as they were seen.
func (w *watched) took(paths []string) {
	for _, path := range paths {
		name := filepath.Base(path)
		w.entries[name] = entry{print: w.entries[name].print, taken: true}
	}
}

// fingerprint tells whether a file, or anything in a folder, has changed: by names, sizes and times. It reports false for what is still
// being loaded, for an empty file or folder, in which something will be, and for what is neither file nor folder.
func fingerprint(path string) (sum uint64, whole bool) {
	h := fnv.New64a()
	files := 0
	err := filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case at != path && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case at != path && unfinished(e.Name()):
			return fs.ErrNotExist
		}
		info, err := os.Stat(at)
		if err != nil {
			return err
		}
		fmt.Fprintln(h, at, info.Size(), info.ModTime().UnixNano(), info.Mode())
		if !info.IsDir() && info.Size() > 0 {
			files++
		}
		return nil
	})
	return h.Sum64(), err == nil && files > 0
}

// unfinishedEndings is how browsers and tools call what they are still loading.
var unfinishedEndings = map[string]bool{".part": true, ".partial": true, ".crdownload": true, ".download": true, ".opdownload": true, ".tmp": true, ".filepart": true, ".swp": true}

// unfinished reports whether a name is that of a file that is still being written, or of one that is nobody's application.
func unfinished(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || unfinishedEndings[strings.ToLower(filepath.Ext(name))]
}
