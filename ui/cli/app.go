package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"candid/model"
	"candid/model/clean"
	"candid/store"
	"candid/store/demo"
	"candid/ui"
	"candid/ui/config"
	"candid/ui/intent"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"
	"github.com/spf13/cobra"
)

// framesPerSecond is how often the screen may be drawn. At 60, the default, a key waits twice as long to be seen.
const framesPerSecond = 120

func lookFlags(root *cobra.Command) {
	root.Flags().String("theme", "", "the `name` of a theme: auto, dark, light, contrast, contrast-dark, contrast-light (default: auto, which COLORFGBG decides)")
	root.Flags().Bool("plain", false, "linear text for screen readers: no lines, bars or panes, words for signs, the cursor where one stands")
	root.Flags().Bool("no-mouse", false, "leave the mouse to the terminal")
	configFlag(root)
}

// app opens the app on the store.
func (c *command) app(cmd *cobra.Command) error {
	spareCollector()
	out, err := c.terminal(cmd)
	if err != nil {
		return err
	}
	s, err := c.open(true)
	if err != nil {
		return err
	}
	session := ui.Session{Store: s, Login: login(), Called: fullName()}
	if c.as != "" {
		if session.Viewer, err = c.viewerOrNew(s); err != nil {
			return err
		}
	} else if session.Viewer, _, err = s.Login(session.Login); err != nil {
		return err
	}
	if c.roleName != "" {
		r, err := c.chosenRole(s, session.Viewer.ID)
		if err != nil {
			return err
		}
		if r.Archived {
			return &model.Problem{Kind: model.Refused, Subject: r.Title, What: "is archived", Next: "candid role archive --back " + r.ID.Random()[:4]}
		}
		session.Role = r.ID
	}
	return c.run(cmd, out, session)
}

// viewerOrNew is the reviewer of --as, made when there is none of that name.
func (c *command) viewerOrNew(s *store.Store) (model.Reviewer, error) {
	r, err := s.ReviewerByName(c.as)
	if model.Is(err, model.Missing) {
		return s.AddReviewer(clean.Text(c.as))
	}
	return r, err
}

func (c *command) demo() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Open the app on a throwaway store: the sample role and fictional applicants",
		Args:  none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out, err := c.terminal(cmd)
			if err != nil {
				return err
			}
			folder, err := os.MkdirTemp("", "candid-demo-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(folder)
			s, err := store.Open(filepath.Join(folder, "candid.db"), store.Options{Create: true, Now: time.Now, Rand: rand.Reader})
			if err != nil {
				return err
			}
			c.store = s
			filled, err := demo.Fill(cmd.Context(), s, time.Now())
			if err != nil {
				return err
			}
			ctx, stop := context.WithCancel(cmd.Context())
			followed := make(chan error, 1)
			go func() { followed <- filled.Follow(ctx) }()
			err = c.run(cmd, out, ui.Session{Store: s, Viewer: filled.You, Role: filled.Role.ID})
			stop()
			return errors.Join(err, <-followed)
		},
	}
	lookFlags(cmd)
	return cmd
}

// terminal is the terminal to draw on, or why there is none, once the config file was read.
func (c *command) terminal(cmd *cobra.Command) (*os.File, error) {
	var err error
	if c.said, err = c.configured(cmd); err != nil {
		return nil, err
	}
	in, inOK := c.in.(*os.File)
	out, outOK := c.out.(*os.File)
	if !inOK || !outOK || !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()) {
		return nil, &model.Problem{Kind: model.Misused, Subject: cmd.CommandPath(), What: "needs a terminal", Next: "candid list and candid export work without one"}
	}
	return out, nil
}

// run runs the app until it is left, and keeps what was under way.
func (c *command) run(cmd *cobra.Command, out *os.File, session ui.Session) error {
	look, err := lookOf(cmd, c.said)
	if err != nil {
		return err
	}
	session.Renderer, session.Look, session.LightGround = renderer(out, look.Light), look, lightBackground()
	session.Keys, session.Choice = c.said.Keys, c.said.Choice
	session.Zone, session.Now, session.Rand = time.Local, time.Now, rand.Reader
	session.May = intent.May{Edit: true, View: true, Files: true, Clipboard: true}
	session.Hints = true
	drawn := newFrames(out, look.Plain, os.Getenv)
	session.Terminal = drawn
	off, _ := cmd.Flags().GetBool("no-mouse")
	session.Mouse = !off && c.said.Mouse && !look.Plain // who listens selects with the terminal's own means
	app, err := ui.New(session)
	if err != nil {
		return err
	}
	options := []tea.ProgramOption{tea.WithAltScreen(), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler(), tea.WithOutput(drawn)}
	if in, ok := c.in.(*os.File); ok {
		options = append(options, tea.WithInput(&boundedPaste{File: in}))
	}
	if session.Mouse {
		options = append(options, tea.WithMouseCellMotion())
	}
	program := tea.NewProgram(app, options...)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	var ended atomic.Bool
	go func() {
		<-signals
		ended.Store(true)
		program.Quit()
	}()
	_, runErr := program.Run()
	finishErr := app.Finish()
	if ended.Load() && runErr != nil {
		runErr = nil // the terminal went away, and that was the end that was asked for
	}
	if runErr != nil && !errors.Is(runErr, tea.ErrInterrupted) {
		runErr = fmt.Errorf("the screen: %w", runErr)
	}
	return errors.Join(runErr, finishErr)
}

// lookOf is how to draw: by flags, else by the environment, else by the config file; where nobody names a theme, by COLORFGBG, else
// for a dark background. The terminal is not asked: one that never answers would cost seconds.
func lookOf(cmd *cobra.Command, said config.Config) (theme.Options, error) {
	o := theme.Options{ASCII: chosen("CANDID_ASCII", said.ASCII), Plain: chosen("CANDID_PLAIN", said.Plain), Marks: true, OnDark: said.OnDark, OnLight: said.OnLight}
	if plain, _ := cmd.Flags().GetBool("plain"); plain {
		o.Plain = true
	}
	name, _ := cmd.Flags().GetString("theme")
	if name == "" {
		name = said.Theme
	}
	o, ok := o.As(name, lightBackground())
	if !ok {
		return o, misuse(cmd, "there is no theme "+quote(name)+": "+themeNames())
	}
	return o, nil
}

// lightBackground reports whether COLORFGBG says that the terminal's background is light.
func lightBackground() bool {
	_, background, _ := strings.Cut(os.Getenv("COLORFGBG"), ";")
	if i := strings.LastIndexByte(background, ';'); i >= 0 {
		background = background[i+1:]
	}
	n, err := strconv.Atoi(background)
	return err == nil && (n == 7 || n >= 9 && n <= 15)
}

// themeNames is what --theme takes.
func themeNames() string {
	var names []string
	for _, n := range theme.Themes() {
		names = append(names, n.Name)
	}
	return strings.Join(names, ", ")
}

// chosen is what a variable of the environment says, yes or with 0 no, else what the config file does.
func chosen(name string, said bool) bool {
	if v := os.Getenv(name); v != "" {
		return v != "0"
	}
	return said
}

// renderer is what styles are built on, its answers given beforehand.
func renderer(out *os.File, light bool) *lipgloss.Renderer {
	o := termenv.NewOutput(out)
	r := lipgloss.NewRenderer(out)
	r.SetOutput(termenv.NewOutput(out, termenv.WithProfile(o.EnvColorProfile())))
	r.SetColorProfile(o.EnvColorProfile())
	r.SetHasDarkBackground(!light)
	return r
}
