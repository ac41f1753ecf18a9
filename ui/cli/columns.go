package cli

import (
	"fmt"
	"strings"
	"sync"

	"candid/store"
	"candid/store/intake"
	"candid/ui/text"
)

// columns is what the tables of an import are taken as. Its functions may be called by any goroutine.
type columns struct {
	store *store.Store // nil when there is none
	say   func(string)
	asked string // the flag --map

	mu     sync.Mutex
	tables []mapped
	seen   map[string]bool // headers
	kept   bool            // a mapping of an earlier time was taken, and that was said
}

// mapped is a table of an import.
type mapped struct {
	path    string
	columns intake.Mapping
}

// options is how to read tables.
func (c *columns) options(o intake.Options) intake.Options {
	o.Map, o.Mapped = c.asked, c.mapped
	if c.store != nil {
		o.Columns = c.known
	}
	return o
}

// known is the mapping that was kept for a header, "" for none.
func (c *columns) known(header []string) string {
	mapping, ok, err := c.store.Columns(header)
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case err != nil:
		c.say("what the columns of this table are taken as could not be looked up: " + err.Error())
	case ok && !c.kept:
		c.kept = true
		c.say("a table with this header came in before, and its columns are taken as then; --dry-run shows how, --map changes it")
	}
	return mapping
}

// mapped notes a table; of those with the same header the first.
func (c *columns) mapped(path string, m intake.Mapping) {
	c.mu.Lock()
	defer c.mu.Unlock()
	header := strings.Join(headerOf(m), "\x00")
	if c.seen[header] {
		return
	}
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	c.seen[header] = true
	c.tables = append(c.tables, mapped{path, m})
}

func headerOf(m intake.Mapping) []string {
	var header []string
	for _, column := range m {
		header = append(header, column.Name)
	}
	return header
}

// keep keeps what was asked for, for the next tables with these headers. It says so when there was no table to ask it of.
func (c *columns) keep(dry bool) error {
	switch {
	case c.asked == "":
		return nil
	case len(c.tables) == 0:
		c.say("--map was not used: no table was read")
		return nil
	case dry || c.store == nil:
		return nil
	}
	for _, t := range c.tables {
		if err := c.store.KeepColumns(headerOf(t.columns), t.columns.String()); err != nil {
			return err
		}
	}
	return nil
}

// columnJSON is a column of a table, and what it is taken as.
type columnJSON struct {
	Path   string `json:"path"`
	Column string `json:"column"`
	As     string `json:"as"`
}

func (c *columns) json() []columnJSON {
	var all []columnJSON
	for _, t := range c.tables {
		for _, column := range t.columns {
			all = append(all, columnJSON{Path: t.path, Column: column.Name, As: column.Kind.String()})
		}
	}
	return all
}

// printColumns shows on standard error what the columns of each table are taken as.
func (c *command) printColumns(all *columns) error {
	for _, t := range all.tables {
		fmt.Fprintf(c.errs, "candid: %s is read so; --map 'COLUMN=KIND' changes it, with a kind of: %s\n", text.Drawable(t.path), strings.Join(intake.Kinds(), ", "))
		rows := [][]string{{"COLUMN", "TAKEN AS", "EXAMPLE"}}
		for _, column := range t.columns {
			rows = append(rows, []string{text.Cut(text.Drawable(column.Name), longestHeader, "…"), column.As(), text.Drawable(column.Example)})
		}
		if err := table(c.errs, rows, narrowing{0, 20}); err != nil {
			return err
		}
	}
	return nil
}

// longestHeader is how many cells of a header are shown: some are whole questions.
const longestHeader = 50
