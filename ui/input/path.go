package input

import (
	"fmt"
	"strings"

	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Path is the path of a file or folder being typed, and what the folder in it holds, to choose from. NewPath makes one.
type Path struct {
	line       Input
	folder     string // as it was asked for
	known      bool   // it was asked for
	entries    []intent.Entry
	at         int  // the entry one stands on, of those that match; -1: none
	completing bool // tab waits for the answer
}

// pathLimit is the longest a path may be, in characters.
const pathLimit = 4000

// NewPath is a path of which nothing has been typed.
func NewPath() Path { return Path{line: Line("", pathLimit), at: -1} }

// Path is what has been typed, without the blanks around it and the quotation marks or the file:// that terminals put around
// what is dropped on them; with the entry one stands on, where one does.
func (p Path) Path() string {
	if matching := p.matching(); p.at >= 0 && p.at < len(matching) {
		dir, _ := p.parts()
		return dir + matching[p.at].Name
	}
	path := strings.TrimSpace(p.line.text)
	for _, q := range []string{"'", `"`} {
		if len(path) > 1 && strings.HasPrefix(path, q) && strings.HasSuffix(path, q) {
			return path[1 : len(path)-1]
		}
	}
	return local(path)
}

// At is the path with something typed: it asks for the folder in it.
func (p Path) At(typed string) (Path, intent.Intent) {
	p.line, p.at = p.line.With(typed), -1
	return p.look()
}

// Folder is the folder of the path as it was typed, with its last separator; "" for the one the program runs in.
func (p Path) Folder() string {
	dir, _ := p.parts()
	return dir
}

// Typed is what has been typed, as it is.
func (p Path) Typed() string { return p.line.text }

// AtFolder reports whether one stands on a folder among the choices.
func (p Path) AtFolder() bool {
	matching := p.matching()
	return p.at >= 0 && p.at < len(matching) && matching[p.at].Folder
}

// Size sets the width that the path is drawn in, in cells.
func (p Path) Size(cells int) Path {
	p.line = p.line.Size(cells)
	return p
}

// View draws the path as Input.View does.
func (p Path) View(cursor string, style func(string) string) string {
	return p.line.View(cursor, style)
}

// Key edits the path: tab completes it, up and down choose from the folder. The intent that may come back asks what a folder
// holds.
func (p Path) Key(msg tea.KeyMsg) (Path, intent.Intent) {
	if !msg.Paste {
		switch msg.String() {
		case "tab":
			return p.complete()
		case "down":
			p.at = min(p.at+1, len(p.matching())-1)
			return p, nil
		case "up":
			p.at = max(-1, p.at-1)
			return p, nil
		}
	}
	p.line = p.line.Key(msg)
	p.at = -1
	return p.look()
}

// parts is the folder of the path, with its last separator, and what has been typed of a name in it.
func (p Path) parts() (dir, name string) {
	i := strings.LastIndexAny(p.line.text, `/\`)
	return p.line.text[:i+1], p.line.text[i+1:]
}

// look asks for the folder that is being typed, when it is another one.
func (p Path) look() (Path, intent.Intent) {
	dir, _ := p.parts()
	if p.known && dir == p.folder {
		return p, nil
	}
	return Path{line: p.line, folder: dir, known: true, at: -1, completing: p.completing}, intent.List{Path: dir}
}

// Listed takes what a folder holds, and may ask for the next one. Names that would steer a terminal are left out: they can
// still be typed.
func (p Path) Listed(msg intent.Listed) (Path, intent.Intent) {
	if !p.known || msg.Path != p.folder {
		return p, nil
	}
	p.entries = nil
	for _, e := range msg.Entries {
		if e.Name == text.Drawable(e.Name) {
			p.entries = append(p.entries, e)
		}
	}
	if p.completing {
		p.completing = false
		return p.complete()
	}
	return p, nil
}

// matching is the entries that begin with what has been typed; hidden ones when their dot has been.
func (p Path) matching() []intent.Entry {
	_, name := p.parts()
	var matching []intent.Entry
	for _, e := range p.entries {
		hidden := strings.HasPrefix(e.Name, ".") && !strings.HasPrefix(name, ".")
		if !hidden && len(e.Name) >= len(name) && strings.EqualFold(e.Name[:len(name)], name) {
			matching = append(matching, e)
		}
	}
	return matching
}

// Matching is the paths that what has been typed may be the beginning of, as it was typed; folders end in their separator.
func (p Path) Matching() []string {
	dir, _ := p.parts()
	var all []string
	for _, e := range p.matching() {
		name := dir + e.Name
		if e.Folder {
			name += "/"
		}
		all = append(all, name)
	}
	return all
}

// complete types the rest of the entry one stands on, or what all that match have in common.
func (p Path) complete() (Path, intent.Intent) {
	if !p.known {
		p.completing = true
		return p.look()
	}
	matching := p.matching()
	if len(matching) == 0 {
		return p, nil
	}
	dir, name := p.parts()
	if p.at >= 0 {
		matching = matching[p.at : p.at+1]
	}
	common := matching[0].Name
	for _, e := range matching {
		for !strings.HasPrefix(e.Name, common) {
			common = strings.ToValidUTF8(common[:len(common)-1], "")
		}
	}
	if len(common) < len(name) {
		return p, nil
	}
	if len(matching) == 1 && matching[0].Folder {
		separator := "/"
		if strings.HasSuffix(dir, `\`) {
			separator = `\`
		}
		common += separator
	}
	p.line, p.at = p.line.With(dir+common), -1
	return p.look()
}

// Choices draws the entries that match, in at most so many lines of at most so many cells.
func (p Path) Choices(t theme.Theme, cells, lines int) []string {
	matching := p.matching()
	top := max(0, min(p.at-lines+1, len(matching)-lines))
	var drawn []string
	for i := top; i < min(len(matching), top+lines); i++ {
		name, style, lead := matching[i].Name, t.Text, "  "
		if matching[i].Folder {
			name += "/"
		}
		if i == p.at {
			style, lead = t.Strong, t.Accent.Render(t.Glyphs.Cursor)+" "
		} else if i == top+lines-1 && i < len(matching)-1 {
			name, style = fmt.Sprintf("and %d more", len(matching)-i), t.Muted
		}
		drawn = append(drawn, lead+style.Render(text.Cut(name, cells-2, t.Glyphs.Ellipsis)))
	}
	return drawn
}
