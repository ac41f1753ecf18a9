package ui

import (
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"candid/model"
	"candid/model/posting"
	"candid/store"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// patience is how long a sitting may take to come to what is waited for.
const patience = 20 * time.Second

// keptStore is a store with a role and three candidates, and Ines, who reviews them.
type keptStore struct {
	*store.Store
	ines model.Reviewer
	role model.Role
	ids  map[string]model.ID // of the candidates, by first name
}

func newStore(t *testing.T) keptStore {
	t.Helper()
	return storeOf(t, "", "Ada Stern", "Ben Ossian", "Cleo Marsh")
}

// storeOf is such a store with candidates of these names, in whose documents some words stand besides. It is a copy of one that is made
// once for all tests that want the same.
func storeOf(t *testing.T, besides string, people ...string) keptStore {
	t.Helper()
	once, _ := firstStores.LoadOrStore(besides+"\x00"+strings.Join(people, "\x00"), sync.OnceValues(func() (keptStore, error) {
		return firstStore(besides, people)
	}))
	k, err := once.(func() (keptStore, error))()
	if err != nil {
		t.Fatal(err)
	}
	folder, err := os.MkdirTemp(stores, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(folder, os.DirFS(filepath.Dir(k.Path()))); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(filepath.Join(folder, "candid.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	k.Store, k.ids = s, maps.Clone(k.ids)
	return k
}

// firstStores is the stores that those of tests are copies of, by what is in them.
var firstStores sync.Map

// firstStore makes a store, and leaves it closed.
func firstStore(besides string, people []string) (keptStore, error) {
	k := keptStore{ids: map[string]model.ID{}}
	folder, err := os.MkdirTemp(stores, "")
	if err != nil {
		return k, err
	}
	if k.Store, err = store.Open(filepath.Join(folder, "candid.db"), store.Options{Create: true}); err != nil {
		return k, err
	}
	if k.ines, err = k.AddReviewer("Ines"); err != nil {
		return k, err
	}
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		return k, err
	}
	if k.role, err = k.AddRole(sample.Role); err != nil {
		return k, err
	}
	for _, name := range people {
		text := name + "\n\nBuilt services in Rust with Tokio and PostgreSQL,\nand kept them running on Kubernetes.\n" + besides
		for year := 2025; year > 2000; year-- {
			text += fmt.Sprintf("\nEngineer, %d\nShipped a service in Rust, with tests, and was on call for it.\n", year)
		}
		letter := "Dear all,\n\nRust is what I would like to write, and on-call what I would like to improve.\n\n" + name + "\n"
		added, err := k.Add(context.Background(), k.role.ID, model.Application{
			Candidate: model.Candidate{Name: name, Email: strings.ToLower(name[:3]) + "@example.org"},
			Documents: []model.Sent{
				{Document: model.Document{Name: "resume.txt", Format: "text"}, Original: []byte(text), Text: text},
				{Document: model.Document{Name: "letter.txt", Format: "text", Kind: model.CoverLetter}, Original: []byte(letter), Text: letter}},
		}, k.ines.ID)
		if err != nil {
			return k, err
		}
		k.ids[strings.Fields(name)[0]] = added.Candidate.ID
	}
	return k, k.Close()
}

// join adds a candidate without documents.
func (k keptStore) join(t *testing.T, name string) {
	t.Helper()
	added, err := k.Add(t.Context(), k.role.ID, model.Application{Candidate: model.Candidate{Name: name}}, k.ines.ID)
	if err != nil {
		t.Fatal(err)
	}
	k.ids[name] = added.Candidate.ID
}

// again is the same store as another program has it.
func (k keptStore) again(t *testing.T, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(k.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// record is a candidate as the disk has it.
func (k keptStore) record(t *testing.T, name string) model.Record {
	t.Helper()
	r, err := k.Record(k.ids[name])
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rate rates as Ines does, in another program.
func (k keptStore) rate(t *testing.T, name string, q int, v model.Value) {
	t.Helper()
	c := k.record(t, name).Rate(k.role, k.ines.ID, model.At(time.Now()), k.role.Checklist.Requirements[q-1].ID, v)
	if _, _, err := k.again(t, store.Options{}).Apply(context.Background(), k.role.ID, c); err != nil {
		t.Fatal(err)
	}
}

// digits is Ines' ratings of a candidate as the disk has them.
func (k keptStore) digits(t *testing.T, name string) string {
	t.Helper()
	var b strings.Builder
	for _, q := range k.role.Checklist.Application() {
		b.WriteRune(model.Cell{Value: k.record(t, name).Review(k.ines.ID).Rating(q.ID).Value}.Rune())
	}
	return b.String()
}

// sitting is an app without a terminal. Commands run beside it, as Bubble Tea would run them.
type sitting struct {
	t    *testing.T
	app  *App
	kept keptStore
	msgs chan tea.Msg
}

// The stores of all tests lie in one folder, which goes when the last command has come to its end: some wait a while, and no
// test waits for those.
var (
	stores   string
	commands sync.WaitGroup
)

func TestMain(m *testing.M) {
	var err error
	if stores, err = os.MkdirTemp("", "candid-ui-"); err != nil {
		panic(err)
	}
	code := m.Run()
	commands.Wait()
	os.RemoveAll(stores)
	os.Exit(code)
}

func sit(t *testing.T, k keptStore, change ...func(*Session)) *sitting {
	t.Helper()
	s := Session{
		Store: k.Store, Renderer: renderer(termenv.Ascii), Viewer: k.ines, Zone: time.UTC, Now: time.Now, Rand: rand.Reader,
		May: intent.May{Edit: true, View: true, Files: true},
	}
	for _, c := range change {
		c(&s)
	}
	app, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	x := &sitting{t: t, app: app, kept: k, msgs: make(chan tea.Msg, 10_000)}
	t.Cleanup(app.stop)
	x.run(app.Init())
	x.take(tea.WindowSizeMsg{Width: 120, Height: 40})
	if !s.Viewer.ID.IsZero() {
		x.see(fmt.Sprint(len(k.ids), " candidates"))
		x.press("s") // by name: Ada, Ben, Cleo
		x.see("by name")
		x.press("g")
	}
	return x
}

func renderer(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(p)
	r.SetHasDarkBackground(true)
	return r
}

// run runs a command beside the app.
func (x *sitting) run(cmd tea.Cmd) {
	if cmd != nil {
		commands.Go(func() { x.msgs <- cmd() })
	}
}

// take gives the app a message and runs what it asks for.
func (x *sitting) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			x.run(cmd)
		}
	default:
		_, cmd := x.app.Update(msg)
		x.run(cmd)
	}
}

// until takes what comes in until something is so.
func (x *sitting) until(what string, ok func() bool) {
	x.t.Helper()
	late := time.After(patience)
	for !ok() {
		select {
		case msg := <-x.msgs:
			x.take(msg)
		case <-late:
			x.t.Fatalf("waited in vain until %s; the screen:\n%s", what, x.screen())
		}
	}
}

// quiet takes what comes in until nothing is on its way to the disk.
func (x *sitting) quiet() {
	x.t.Helper()
	x.until("all is written", func() bool { return len(x.app.writer.jobs) == 0 })
}

func (x *sitting) screen() string { return strings.TrimSpace(ansi.Strip(x.app.View())) }

func (x *sitting) see(words string) {
	x.t.Helper()
	x.until("the screen shows "+words, func() bool {
		return strings.Contains(x.screen(), words) || x.app.theme.Plain && strings.Contains(x.screen(), x.app.theme.Glyphs.Own(words))
	})
}

// press presses keys, and runs what they ask for.
func (x *sitting) press(keys ...string) {
	for _, k := range keys {
		x.take(press(k))
	}
}

// hold presses a key and gives what it asks for, not yet run.
func (x *sitting) hold(key string) tea.Cmd {
	_, cmd := x.app.Update(press(key))
	return cmd
}

// answers runs a command to its end and gives what the app would be told.
func answers(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	var all []tea.Msg
	for _, c := range batch {
		all = append(all, answers(c)...)
	}
	return all
}

// score opens a candidate for scoring.
func (x *sitting) score(name string) {
	x.t.Helper()
	x.press("g")
	for range 3 {
		here := x.line("▌")
		if x.app.theme.Plain {
			here, _ = x.attended()
		}
		if r := x.app.field.rows; len(r) == len(x.kept.ids) && strings.Contains(here, name) {
			break
		}
		x.press("j")
	}
	x.press("r")
	x.see("requirement 1 of 13")
	x.until("the documents are there", func() bool { return x.app.people[x.kept.ids[name]].readings != nil })
}

// line is the first line of the screen that holds some words.
func (x *sitting) line(words string) string {
	for line := range strings.Lines(x.screen()) {
		if strings.Contains(line, words) {
			return line
		}
	}
	return ""
}

// strip is the strip of the open candidate as the screen has it, without the blank and the brackets in it.
func (x *sitting) strip() string {
	strip, _, _ := strings.Cut(x.line("done "), "done ")
	return strings.NewReplacer(" ", "", "[", "", "]", "").Replace(strip)
}

func sizeMsg(width, height int) tea.WindowSizeMsg {
	return tea.WindowSizeMsg{Width: width, Height: height}
}
