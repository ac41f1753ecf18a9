package add

import (
	"strings"
	"unicode"

	"candid/ui/intent"
)

// folder is what a folder holds, to choose from.
type folder struct {
	path       string // as it was asked for
	known      bool
	entries    []intent.Entry
	at         int  // the entry one stands on; -1: none
	completing bool // tab waits for the answer
}

// parts is the folder of a path, with its last separator, and what has been typed of a name in it.
func parts(path string) (dir, name string) {
	i := strings.LastIndexAny(path, `/\`)
	return path[:i+1], path[i+1:]
}

// look asks for the folder that is being typed, when it is another one.
func (m Model) look() (Model, intent.Intent) {
	dir, _ := parts(m.path.Text())
	if m.folder.known && dir == m.folder.path {
		return m, nil
	}
	m.folder = folder{path: dir, known: true, at: -1, completing: m.folder.completing}
	return m, intent.List{Path: dir}
}

// listed takes what a folder holds. Names that would steer a terminal are left out: they can still be typed.
func (m Model) listed(msg intent.Listed) Model {
	if msg.Path != m.folder.path || m.stage != asking {
		return m
	}
	m.folder.entries = nil
	for _, e := range msg.Entries {
		if e.Name == clean(e.Name) {
			m.folder.entries = append(m.folder.entries, e)
		}
	}
	if m.folder.completing {
		m.folder.completing = false
		m, _ = m.complete()
	}
	return m
}

// matching is the entries that begin with what has been typed; hidden ones when their dot has been.
func (m Model) matching() []intent.Entry {
	_, name := parts(m.path.Text())
	var matching []intent.Entry
	for _, e := range m.folder.entries {
		hidden := strings.HasPrefix(e.Name, ".") && !strings.HasPrefix(name, ".")
		if !hidden && len(e.Name) >= len(name) && strings.EqualFold(e.Name[:len(name)], name) {
			matching = append(matching, e)
		}
	}
	return matching
}

// complete types the rest of the entry one stands on, or what all that match have in common.
func (m Model) complete() (Model, intent.Intent) {
	if !m.folder.known {
		m.folder.completing = true
		return m.look()
	}
	matching := m.matching()
	if len(matching) == 0 {
		return m, nil
	}
	dir, name := parts(m.path.Text())
	common, whole := matching[0].Name, len(matching) == 1
	if m.folder.at >= 0 {
		matching, whole = matching[m.folder.at:m.folder.at+1], true
		common = matching[0].Name
	}
	for _, e := range matching {
		for !strings.HasPrefix(e.Name, common) {
			common = strings.ToValidUTF8(common[:len(common)-1], "")
		}
	}
	if len(common) < len(name) {
		return m, nil
	}
	if whole && matching[0].Folder {
		separator := "/"
		if strings.HasSuffix(dir, `\`) {
			separator = `\`
		}
		common += separator
	}
	m.path = m.path.With(dir + common)
	m.folder.at = -1
	return m.look()
}

// clean is a name as it may be drawn.
func clean(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
			return '?'
		}
		return r
	}, name)
}
