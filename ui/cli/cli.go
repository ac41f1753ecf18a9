// Package cli is the command line: an interface like the screens, for scripts and for people who know what they want.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	_ "candid/ui/early"

	"candid/model"
	"candid/store"
	"candid/store/intake"
	"candid/ui/config"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	done    = 0
	failed  = 1
	misused = 2
	inPart  = 3
)

// Run carries out a command line and gives the exit code: 0 done, 1 failed, 2 used wrongly, 3 done in part. Results go to out,
// and nothing else does; messages go to errs.
func Run(args []string, in io.Reader, out, errs io.Writer) int {
	if code, is := intake.Served(args); is {
		return code
	}
	c := &command{in: in, out: out, errs: errs}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	err := root.ExecuteContext(ctx)
	if c.store != nil {
		err = errors.Join(err, c.store.Close())
	}
	if err == nil {
		return done
	}
	if model.Is(err, model.Partial) {
		return inPart
	}
	line := text.Drawable(strings.ReplaceAll(err.Error(), "\n", "; "))              // a newline parts errors that were joined
	if !strings.HasPrefix(line, "candid ") && !strings.HasPrefix(line, "candid:") { // a command's name says it already
		line = "candid: " + line
	}
	fmt.Fprintln(errs, line)
	if model.Is(err, model.Misused) {
		return misused
	}
	return failed
}

// command is one run of the command line.
type command struct {
	in        io.Reader
	out, errs io.Writer
	path      string // --store
	roleName  string // --role
	as        string // --as
	json      bool
	said      config.Config // of the app, what its config file says
	store     *store.Store  // nil until a command needs it
}

func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "candid",
		Short: "Triage job applicants against the role's own checklist",
		Long: `Candid reads a posting into a checklist and a pile of applications into a list. Interviewers judge each
requirement with the proof beside it, and come out with a shortlist that they can defend.

Without a command it opens the app.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          none,
		RunE:          func(cmd *cobra.Command, _ []string) error { return c.app(cmd) },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		next := cmd.CommandPath() + " --help"
		if strings.Contains(cmd.Use, "QUERY") {
			next = "a query that begins with - stands after --; " + next
		}
		return &model.Problem{Kind: model.Misused, Subject: cmd.CommandPath(), Err: err, Next: next}
	})
	root.SetVersionTemplate("candid {{.Version}}\n")
	flags := root.PersistentFlags()
	flags.StringVar(&c.path, "store", os.Getenv("CANDID_STORE"), "the store's `file` (default: the platform's data folder; CANDID_STORE)")
	flags.StringVar(&c.roleName, "role", "", "the `role`, by words of its title or its id")
	flags.StringVar(&c.as, "as", "", "the `reviewer` to act as, by name")
	lookFlags(root)
	root.AddCommand(c.demo(), c.role(), c.add(), c.list(), c.show(), c.evidence(), c.export(), c.backup(), c.restore(), c.check(), c.erase(), c.config(), c.man())
	root.InitDefaultCompletionCmd()
	c.completions(root)
	return root
}

// version is the module's version as it was built, with the revision where that is all there is.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel " + s.Value[:12]
		}
	}
	return "devel"
}

// misuse is an error in how a command was used.
func misuse(cmd *cobra.Command, what string) error {
	return &model.Problem{Kind: model.Misused, Subject: cmd.CommandPath(), What: what, Next: cmd.CommandPath() + " --help"}
}

// none is for commands without arguments.
func none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		if !cmd.HasParent() {
			return misuse(cmd, "there is no command "+quote(args[0]))
		}
		return misuse(cmd, "takes no argument, not "+quote(args[0]))
	}
	return nil
}

// exactly is for commands with one argument of a name.
func exactly(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misuse(cmd, "takes one "+name)
		}
		return nil
	}
}

// some is for commands with one argument or more.
func some(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return misuse(cmd, "takes at least one "+name)
		}
		return nil
	}
}

// below is for commands that only hold others.
func below(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse(cmd, "there is no command "+quote(args[0]))
	}
	return misuse(cmd, "needs one of its commands")
}

func quote(s string) string { return fmt.Sprintf("%q", s) }

// words is arguments as one string.
func words(args []string) string { return strings.Join(args, " ") }
