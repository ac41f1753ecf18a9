package add

import (
	"fmt"
	"slices"
	"strings"

	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// picker is a folder and what of it, or of others, is to be added. Its rows are the folder itself, the one above, and what is in it.
type picker struct {
	folder  string // with its last separator; "" until it is known
	why     string // why what was asked for cannot be read
	entries []intent.Entry
	at      int      // the row one stands on
	marked  []string // paths
	asked   string   // the folder that is waited for, as it was asked for
	waiting bool
	from    string // the folder that was left for the one above: stand on it

	typing  bool // a path is typed instead
	path    input.Path
	looking bool // whether there are tables among what is to be added is looked up
	dry     bool // for a dry run
}

// above is how many rows stand before the entries.
const above = 2

func newPicker() picker { return picker{path: input.NewPath(), waiting: true} }

var (
	pickingKeys = keymap.Map{
		Screen: "Add candidates",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Open}, Word: "open, add"},
			{Actions: []keymap.Action{keymap.Add}, Word: "add"},
			{Actions: []keymap.Action{keymap.DryRun}, Word: "dry run"},
			{Actions: []keymap.Action{keymap.Mark}, Word: "mark"},
			{Actions: []keymap.Action{keymap.ByHand}, Word: "by hand"},
			{Actions: []keymap.Action{keymap.Complete}, Word: "type a path"},
			{Actions: []keymap.Action{keymap.Left}, Word: "folder above"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
		Others: slices.Concat(moves, []keymap.Action{keymap.Down, keymap.Up, keymap.Right, keymap.MarkAll, keymap.Search, keymap.TypePath}, keymap.Common),
	}
	typingKeys = keymap.Map{
		Screen: "Type a path",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "add"},
			{Actions: []keymap.Action{keymap.DryRun}, Word: "dry run"},
			{Actions: []keymap.Action{keymap.Complete}, Word: "complete"},
			{Actions: []keymap.Action{keymap.Back}, Word: "pick instead"},
		},
	}
)

// listed takes what a folder holds, where it was asked for.
func (p picker) listed(msg intent.Listed) picker {
	if !p.waiting || msg.Path != p.asked {
		return p
	}
	p.waiting, p.why = false, msg.Why
	if msg.Why != "" {
		return p
	}
	p.folder, p.entries, p.at = msg.Folder, nil, 0
	for _, e := range msg.Entries {
		if !strings.HasPrefix(e.Name, ".") && e.Name == text.Drawable(e.Name) {
			p.entries = append(p.entries, e)
		}
	}
	slices.SortStableFunc(p.entries, func(a, b intent.Entry) int { // folders first
		switch {
		case a.Folder == b.Folder:
			return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
		case a.Folder:
			return -1
		default:
			return 1
		}
	})
	for i, e := range p.entries {
		if e.Name == p.from {
			p.at = above + i
		}
	}
	p.from = ""
	return p
}

// rows is how many rows there are.
func (p picker) rows() int {
	if p.folder == "" {
		return 0
	}
	return above + len(p.entries)
}

// open asks for another folder.
func (p picker) open(folder string) (picker, intent.Intent) {
	p.asked, p.waiting, p.why = folder, true, ""
	return p, intent.List{Path: folder}
}

// goAbove asks for the folder above, to stand on the one that is left.
func (p picker) goAbove() (picker, intent.Intent) {
	bare := strings.TrimRight(p.folder, `/\`)
	p.from = bare[strings.LastIndexAny(bare, `/\`)+1:]
	return p.open(p.folder + "..")
}

// here is the entry that one stands on; false on the two rows above them.
func (p picker) here() (intent.Entry, bool) {
	if i := p.at - above; i >= 0 && i < len(p.entries) {
		return p.entries[i], true
	}
	return intent.Entry{}, false
}

// pathOf is the path of an entry.
func (p picker) pathOf(e intent.Entry) string { return p.folder + e.Name }

// chosen is what is to be added: what is marked, else what one stands on.
func (p picker) chosen() []string {
	e, ok := p.here()
	switch {
	case len(p.marked) > 0:
		return p.marked
	case ok:
		return []string{p.pathOf(e)}
	case p.at == 0 && p.folder != "":
		return []string{p.folder}
	}
	return nil
}

// mark marks paths, or no longer, when all of them are.
func (p picker) mark(paths ...string) picker {
	kept := slices.DeleteFunc(slices.Clone(p.marked), func(path string) bool { return slices.Contains(paths, path) })
	if len(p.marked)-len(kept) < len(paths) {
		kept = append(kept, paths...)
	}
	p.marked = kept
	return p
}

// pickingKey takes a key while files are picked.
func (m Model) pickingKey(action keymap.Action) (Model, intent.Intent) {
	p := m.pick
	var want intent.Intent
	e, on := p.here()
	switch action {
	case keymap.Back:
		if p.looking { // nothing has begun
			m.pick.looking = false
			return m, nil
		}
		return m, intent.Back{}
	case keymap.ByHand:
		m.stage, m.form = filling, newForm().resize(m.width)
		return m, nil
	case keymap.Open, keymap.Right:
		switch {
		case on && e.Folder:
			p, want = p.open(p.pathOf(e))
		case p.at == 1:
			p, want = p.goAbove()
		case action == keymap.Open:
			return m.begin(p.chosen(), false)
		}
	case keymap.Add:
		return m.begin(p.chosen(), false)
	case keymap.DryRun:
		return m.begin(p.chosen(), true)
	case keymap.Left:
		p, want = p.goAbove()
	case keymap.Mark:
		if !on {
			return m, intent.Say{Text: "a file or a folder is marked: stand on one"}
		}
		p = p.mark(p.pathOf(e))
		p.at = step(p.at, 1, p.rows())
	case keymap.MarkAll:
		var all []string
		for _, e := range p.entries {
			all = append(all, p.pathOf(e))
		}
		p = p.mark(all...)
	case keymap.Search:
		return m.typeOn("/")
	case keymap.TypePath:
		return m.typeOn("~")
	case keymap.Complete:
		return m.typeOn(p.folder)
	default:
		p.at = move(action, p.at, p.rows(), m.sight())
	}
	m.pick = p
	return m, want
}

// typeOn types a path from there on.
func (m Model) typeOn(from string) (Model, intent.Intent) {
	var want intent.Intent
	m.pick.typing = true
	m.pick.path, want = input.NewPath().Size(m.width - 6).At(from)
	return m, want
}

// typed takes a key of the path.
func (m Model) typed(msg tea.KeyMsg) (Model, intent.Intent) {
	var want intent.Intent
	switch key := msg.String(); {
	case msg.Paste && len(input.Paths(string(msg.Runes))) > 0 && rooted(string(msg.Runes)):
		return m.pasted(string(msg.Runes))
	case msg.Paste:
	case key == "esc":
		m.pick.typing, m.pick.looking = false, false
		if folder := m.pick.path.Folder(); folder != "" && folder != m.pick.folder {
			m.pick, want = m.pick.open(folder)
		}
		return m, want
	case key == "enter":
		return m.begin(paths(m.pick.path.Path()), false)
	case keymap.Known(key) == keymap.DryRun:
		return m.begin(paths(m.pick.path.Path()), true)
	}
	m.pick.path, want = m.pick.path.Key(msg)
	return m, want
}

// rooted reports whether what was pasted begins as whole paths do.
func rooted(pasted string) bool {
	pasted = strings.TrimSpace(pasted)
	return pasted != "" && strings.ContainsRune(`/~'"`, rune(pasted[0])) || strings.HasPrefix(pasted, "file://") || len(pasted) > 2 && pasted[1] == ':'
}

// paths is a path as a list; none for none.
func paths(path string) []string {
	if path == "" {
		return nil
	}
	return []string{path}
}

// pasted takes paths that were pasted or dropped: one to look at and add, several as marked.
func (m Model) pasted(words string) (Model, intent.Intent) {
	switch all := input.Paths(words); len(all) {
	case 0:
		return m, nil
	case 1:
		return m.typeOn(all[0])
	default:
		m.pick.typing = false
		for _, path := range all {
			if !slices.Contains(m.pick.marked, path) {
				m.pick.marked = append(m.pick.marked[:len(m.pick.marked):len(m.pick.marked)], path)
			}
		}
		return m, intent.Say{Text: fmt.Sprintf("%d marked: %s adds them, %s says what would become of them", len(m.pick.marked), m.setting.Keys.Key(keymap.Add), m.setting.Keys.Key(keymap.DryRun))}
	}
}

// begin asks which tables are among paths that are to be added, or to be looked at in a dry run.
func (m Model) begin(paths []string, dry bool) (Model, intent.Intent) {
	if len(paths) == 0 {
		return m, intent.Say{Text: "a path first: of a file, or of a folder of applications"}
	}
	m.pick.looking, m.pick.dry = true, dry
	return m, intent.Inspect{Paths: paths}
}

// inspected begins what was asked for, or shows the tables first.
func (m Model) inspected(msg intent.Inspected) (Model, intent.Intent) {
	if !m.pick.looking || m.stage != picking {
		return m, nil
	}
	m.pick.looking = false
	m.columns = columns{paths: msg.Paths, tables: msg.Tables, kinds: msg.Kinds, dry: m.pick.dry}
	if len(msg.Tables) > 0 {
		m.stage = mapping
		return m, nil
	}
	return m, m.columns.order()
}
