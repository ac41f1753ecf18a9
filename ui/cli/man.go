package cli

import (
	"fmt"
	"io"
	"strings"

	"candid/model/query"
	"candid/ui/keymap"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (c *command) man() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Print the manual page",
		Long: `Prints the manual page, which is made from the program's own commands and tables. To keep it where man finds it:

  candid man > ~/.local/share/man/man1/candid.1

To read it once: candid man | man -l -`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(c.out, manual(cmd.Root()))
			return err
		},
	}
}

// roff is a manual page as it grows, in the man macros that groff and mandoc both take.
type roff struct{ strings.Builder }

// manual is the page of a command and all below it.
func manual(root *cobra.Command) string {
	r := &roff{}
	r.WriteString(".\\\" made by candid man\n.TH CANDID 1\n.nh\n.ad l\n")
	r.heading("SH", "NAME")
	r.text("candid - " + strings.ToLower(root.Short[:1]) + root.Short[1:])
	r.heading("SH", "SYNOPSIS")
	r.text("candid [--store FILE] [--role ROLE] [--as REVIEWER] [COMMAND]")
	r.heading("SH", "DESCRIPTION")
	r.text(root.Long)
	r.text("In the app, " + keymap.Table{}.Key(keymap.Help) + " shows the keys of the screen it is pressed on, and " + keymap.Table{}.Key(keymap.Palette) + " every action by name.")
	r.heading("SH", "COMMANDS")
	for _, cmd := range commands(root) {
		r.heading("SS", usage(cmd))
		r.text(cmd.Short + ".")
		if cmd.Long != "" {
			r.text("\n" + cmd.Long)
		}
		r.flags(cmd.LocalNonPersistentFlags())
	}
	r.heading("SH", "OPTIONS")
	r.text("These go with every command, those of the look with candid and candid demo.")
	r.flags(root.PersistentFlags())
	r.flags(root.LocalNonPersistentFlags())
	r.heading("SH", "QUERY LANGUAGE")
	r.text(query.Words + ` "A phrase" is words that follow each other; -word takes away; or and parentheses join; the rest must match together. ` +
		"Several values of a field are parted by commas, and any of them will do. A query that begins with - stands after --.")
	for _, f := range query.Fields() {
		r.item(f.Name+":", f.Accepts)
	}
	for _, s := range sections {
		r.heading("SH", s.name)
		if s.says != "" {
			r.text(s.says)
		}
		for _, i := range s.items {
			r.item(i[0], i[1])
		}
	}
	return r.String()
}

// section is a part of the page that no table of the program holds.
type section struct {
	name  string
	says  string
	items [][2]string // a term, and what it is
}

var sections = []section{
	{"FILES", "", [][2]string{
		{"$XDG_DATA_HOME/candid/candid.db", "the store; without that variable in ~/.local/share (Linux), ~/Library/Application Support (macOS) or %LOCALAPPDATA% (Windows)"},
		{"candid.db.files/", "beside the store: the originals that applicants sent"},
		{"candid.db.before-DATE", "beside the store: what restore put aside"},
		{"$XDG_CACHE_HOME/candid/wasm", "what reads PDF, compiled; it may be removed, and is made again"},
	}},
	{"ENVIRONMENT", "", environment},
	{"EXIT STATUS", "", [][2]string{
		{"0", "done"}, {"1", "failed"}, {"2", "used wrongly"}, {"3", "done in part: some files were refused"},
	}},
	{"EXAMPLES", "", [][2]string{
		{"candid role add posting.md", "reads a posting into a role"},
		{"candid add ~/applications", "adds everybody in a folder"},
		{"candid list 'stage:new rust'", "who is new and says so"},
		{"candid export -o shortlist.html 'stage:advanced'", "the shortlist with its proof, to mail or print"},
		{"candid backup ~/candid-backup", "copies the store while it is in use"},
	}},
}

// environment is the variables that the program reads.
var environment = [][2]string{
	{"CANDID_STORE", "the store's file, where --store names none"},
	{"CANDID_CONFIG", "the config file, where --config names none; the word none for no file"},
	{"CANDID_ASCII", "lines and signs in ASCII, when set to anything but 0"},
	{"CANDID_PLAIN", "linear text for screen readers, as --plain, when set to anything but 0"},
	{"NO_COLOR", "draw without colours, when set"},
	{"COLORFGBG", "the terminal's colours, by which it is light or dark where --theme does not say"},
	{"PAGER", "shows a document's text; less where it is not set"},
	{"XDG_DATA_HOME", "where the store is"},
	{"XDG_CACHE_HOME", "where what reads PDF is kept"},
}

// commands is all commands that may be given, in the order of the tree.
func commands(cmd *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range cmd.Commands() {
		if sub.Hidden || sub.Name() == "help" {
			continue
		}
		if sub.HasSubCommands() && sub.Name() != "completion" {
			if sub.ValidateArgs(nil) == nil { // it does something without them too
				all = append(all, sub)
			}
			all = append(all, commands(sub)...)
			continue
		}
		all = append(all, sub)
	}
	return all
}

// usage is a command as it is given: "candid role add POSTING".
func usage(cmd *cobra.Command) string {
	_, arguments, _ := strings.Cut(cmd.Use, " ")
	return strings.TrimSpace(cmd.CommandPath() + " " + arguments)
}

func (r *roff) heading(kind, words string) { fmt.Fprintf(r, ".%s \"%s\"\n", kind, escapedRoff(words)) }

// text is paragraphs, parted by empty lines; an indented line stays a line of its own.
func (r *roff) text(s string) {
	before := ""
	for line := range strings.Lines(s + "\n") {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "":
			r.WriteString(".PP\n")
		case strings.HasPrefix(line, "  ") || strings.HasPrefix(before, "  "):
			r.WriteString(".br\n")
			fallthrough
		default:
			r.WriteString(escapedRoff(line) + "\n")
		}
		before = line
	}
}

func (r *roff) item(term, says string) {
	fmt.Fprintf(r, ".TP\n\\fB%s\\fR\n%s\n", escapedRoff(term), escapedRoff(says))
}

func (r *roff) flags(flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, says := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		r.item(strings.TrimSpace(term+" "+value), says)
	})
}

// escapedRoff is s as text of a page, in ASCII: nothing in it is a request, a hyphen stays the one that is typed, and a long list
// of names may break behind a comma.
func escapedRoff(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r == '"':
			b.WriteString(`\(dq`)
		case r == '\'':
			b.WriteString(`\(aq`)
		case r == '.' && i == 0:
			b.WriteString(`\&.`)
		case r == ',' && i+1 < len(s) && s[i+1] != ' ':
			b.WriteString(`,\:`)
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
