package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source is a file of the project, tests left out.
type source struct {
	path    string // from the top of the project, with slashes
	room    string // its package's folder; "." for the top
	imports []string
	syntax  *ast.File
}

// house is every source file of the project.
func house(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && d.Name() != ".."):
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return err
		}
		path, err = filepath.Rel("..", path)
		s := source{path: filepath.ToSlash(path), room: filepath.ToSlash(filepath.Dir(path)), syntax: syntax}
		for _, i := range syntax.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, name)
		}
		all = append(all, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files were found", len(all))
	}
	return all
}

// ours is the folder of a package of the project.
func ours(path string) (room string, ok bool) { return strings.CutPrefix(path, "candid/") }

// The rooms of ui: what screens stand on, the screens, and what only tests use.
var (
	leaves  = []string{"ui/intent", "ui/keymap", "ui/theme", "ui/text", "ui/page", "ui/input", "ui/pace", "ui/match", "ui/look", "ui/config"}
	screens = []string{"ui/list", "ui/detail", "ui/scoring", "ui/role", "ui/add", "ui/welcome"}
	support = []string{"ui/screentest", "store/intake/pdf/pdftest"}
)

// mayImport reports whether a package of one room may import one of another.
func mayImport(from, to string) bool {
	model := to == "model" || strings.HasPrefix(to, "model/")
	store := to == "store" || strings.HasPrefix(to, "store/")
	switch {
	case slices.Contains(support, to):
		return false
	case from == ".":
		return to == "ui/cli"
	case from == "model", to == "ui/early" && from != "ui/cli":
		return false
	case strings.HasPrefix(from, "model/"):
		return to == "model" || to == "model/pattern" || to == "model/clean" || from == "model/posting" && to == "model/wording" || from == "model/query" && to == "model/search" || from == "model/evidence" && to == "model/outline" || to == "model/rules" && (from == "model/evidence" || from == "model/outline")
	case from == "store", from == "store/export":
		return model
	case from == "store/intake":
		return model || strings.HasPrefix(to, "store/intake/")
	case strings.HasPrefix(from, "store/intake/"):
		letterIsPage := from == "store/intake/mail" && to == "store/intake/web" // a message is written in HTML more often than not
		return model || to == "store/intake/content" || to == "store/intake/charset" || letterIsPage
	case from == "store/demo", from == "store/landing":
		return model || store
	case from == "ui/cli":
		return model || store || to == "ui" || to == "ui/early" || slices.Contains(leaves, to)
	case from == "ui":
		return model || store || slices.Contains(leaves, to) || slices.Contains(screens, to)
	case slices.Contains(screens, from), slices.Contains(leaves, from), slices.Contains(support, from):
		return model || slices.Contains(leaves, to)
	}
	return false
}

// The directions of import are those of the design, and no other.
func TestDirectionsOfImport(t *testing.T) {
	for _, s := range house(t) {
		for _, path := range s.imports {
			if to, ok := ours(path); ok && !mayImport(s.room, to) {
				t.Errorf("%s imports %s", s.path, path)
			}
		}
	}
	for _, wrong := range [][2]string{ // the rule itself can fail
		{"model", "model/query"}, {"model/query", "store"}, {"store", "ui/text"}, {"ui/list", "ui/detail"}, {"ui/list", "store"},
		{"ui", "ui/cli"}, {"ui/cli", "ui/list"}, {"ui/theme", "ui"}, {".", "ui"}, {"store/intake", "store"}, {"store/intake/pdf", "store/intake"}, {"store/intake/pdf", "store/intake/table"}, {"ui", "ui/screentest"},
		{"ui/early", "ui/text"}, {"elsewhere", "model"},
	} {
		if mayImport(wrong[0], wrong[1]) {
			t.Errorf("%s may import %s", wrong[0], wrong[1])
		}
	}
}

// What each room knows of the world outside.
func TestWhatRoomsKnow(t *testing.T) {
	in := func(s source, rooms ...string) bool {
		return slices.ContainsFunc(rooms, func(r string) bool { return s.room == r || strings.HasPrefix(s.room, r+"/") })
	}
	for _, s := range house(t) {
		for _, path := range s.imports {
			terminal := strings.HasPrefix(path, "github.com/charmbracelet/") || strings.HasPrefix(path, "github.com/muesli/")
			switch {
			case strings.HasPrefix(path, "go.etcd.io/") && s.path != "store/kv.go":
				t.Errorf("%s imports %s: only store/kv.go knows bbolt", s.path, path)
			case terminal && !in(s, "ui"):
				t.Errorf("%s imports %s: terminals are the ui's", s.path, path)
			case s.room == "ui/early" && path != "github.com/charmbracelet/lipgloss" && path != "github.com/mattn/go-runewidth":
				t.Errorf("%s imports %s, which might bring Bubble Tea in before it", s.path, path)
			case in(s, "model") && slices.Contains([]string{"os", "io/fs", "path/filepath", "net", "net/http", "os/exec", "os/signal", "crypto/rand", "context"}, path):
				t.Errorf("%s imports %s: the model is values and functions", s.path, path)
			case path == "net" || path == "net/http":
				t.Errorf("%s imports %s: nothing is sent anywhere", s.path, path)
			case strings.Contains(path, "bubbles/") && s.room != "ui/input":
				t.Errorf("%s imports %s: its global styles and keys are tamed in ui/input", s.path, path)
			case path == "github.com/spf13/cobra" && s.room != "ui/cli":
				t.Errorf("%s imports %s", s.path, path)
			}
		}
	}
}

// talkers is the files of the app that have to do with the store, and with what.
var talkers = map[string]string{
	"ui/command.go": "every question and every change",
	"ui/job.go":     "the writing of changes",
	"ui/copy.go":    "the records whose summaries are copied",
	"ui/finish.go":  "what is still to be written at the end",
	"ui/import.go":  "the adding of applications, which goes on beside all else",
	"ui/outside.go": "the original that a viewer opens",
	"ui/viewing.go": "the keeping of views",
	"ui/place.go":   "where the viewer stands",
	"ui/session.go": "which store it is",
	"ui/search.go":  "the texts that words are searched in, which are read beside all else",
	"ui/refind.go":  "the looking again through documents, which goes on beside all else",
	"ui/result.go":  "what all of that comes to",
	"ui/app.go":     "the news of others' changes",
}

// In the app only few files talk to the store, and none but one reads files that are named.
func TestWhoTalksToTheStore(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range house(t) {
		if s.room != "ui" {
			continue
		}
		talks := false
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok && (x.Sel.Name == "Store" || ident(x.X) == "store") {
				talks = true
			}
			return true
		})
		for _, path := range s.imports {
			talks = talks || path == "candid/store"
			if path == "candid/store/intake" && s.path != "ui/import.go" {
				t.Errorf("%s reads files", s.path)
			}
		}
		if talks {
			seen[s.path] = true
		}
		if talks && talkers[s.path] == "" {
			t.Errorf("%s talks to the store", s.path)
		}
	}
	for path := range talkers {
		if !seen[path] {
			t.Errorf("%s does not talk to the store any more", path)
		}
	}
}

func ident(x ast.Expr) string {
	if i, ok := x.(*ast.Ident); ok {
		return i.Name
	}
	return ""
}

// How strongly a statement speaks orders the statements of one document for one requirement, and is printed with them; nothing else may
// look at it. What scores, orders, filters and exports candidates does not know of evidence at all.
func TestStrengthStaysInItsPlace(t *testing.T) {
	uses := 0
	for _, s := range house(t) {
		if s.room == "model/evidence" {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); !ok || x.Sel.Name != "Strength" {
				return true
			}
			if uses++; s.path != "ui/cli/evidence.go" {
				t.Errorf("%s looks at a strength", s.path)
			}
			return true
		})
		blind := s.room == "model" || strings.HasPrefix(s.room, "model/") || s.room == "store/export"
		if blind && slices.Contains(s.imports, "candid/model/evidence") {
			t.Errorf("%s imports candid/model/evidence", s.path)
		}
	}
	if uses == 0 {
		t.Error("nobody looks at a strength: it has another name now")
	}
}

// At the top there is what belongs there, and main hands over at once.
func TestTop(t *testing.T) {
	allowed := []string{"main.go", "ui", "store", "model", "go.mod", "go.sum", "README.md", "screenshots"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s stands at the top", e.Name())
		}
	}
	for _, s := range house(t) {
		if s.room == "." && s.path != "main.go" {
			t.Errorf("%s stands beside main.go", s.path)
		}
		if s.path == "main.go" && len(s.syntax.Decls) != 2 {
			t.Error("main.go holds more than its imports and main")
		}
	}
}

// Every package says in its doc comment what it is for.
func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	said := map[string]int{}
	for _, s := range house(t) {
		if s.syntax.Doc != nil {
			said[s.room]++
		} else {
			said[s.room] += 0
		}
	}
	for room, n := range said {
		if n != 1 {
			t.Errorf("%s: %d package comments", room, n)
		}
	}
}

// Styles come from a theme built on the session's renderer: the library's own renderer is shared by the process and asks the
// terminal.
func TestNoSharedStyle(t *testing.T) {
	shared := []string{"NewStyle", "DefaultRenderer", "SetDefaultRenderer", "HasDarkBackground", "SetHasDarkBackground", "ColorProfile", "SetColorProfile"}
	for _, s := range house(t) {
		if s.room == "ui/early" {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok && ident(x.X) == "lipgloss" && slices.Contains(shared, x.Sel.Name) {
				t.Errorf("%s uses lipgloss.%s", s.path, x.Sel.Name)
			}
			return true
		})
	}
}
