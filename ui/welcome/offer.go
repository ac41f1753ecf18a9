package welcome

import (
	"path"
	"slices"
	"strings"

	"candid/ui/intent"
)

// readable is the ends of the names of files that a posting is read from.
var readable = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".json", ".jsonld"}

// likely is words by which files with a posting in them are called.
var likely = []string{"posting", "job", "jd", "vacancy", "opening", "position", "role", "stelle", "offre", "oferta", "vaga"}

// offered is what of a folder may be, or hold, a posting: first the files that are called like one, then other files, then folders.
func offered(entries []intent.Entry) []intent.Entry {
	var all []intent.Entry
	for _, e := range entries {
		if e.Folder || slices.Contains(readable, suffix(e.Name)) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b intent.Entry) int { return class(a) - class(b) })
	return all
}

func class(e intent.Entry) int {
	switch {
	case e.Folder:
		return 2
	case !isLikely(e.Name):
		return 1
	default:
		return 0
	}
}

// isLikely reports whether one of the words that a name is made of begins as a posting's would.
func isLikely(name string) bool {
	name = strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" -_.()", r) })
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.ContainsFunc(likely, func(l string) bool { return w == l || len(l) > 2 && strings.HasPrefix(w, l) })
	})
}

func suffix(name string) string { return strings.ToLower(path.Ext(name)) }
