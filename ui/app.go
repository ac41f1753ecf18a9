package ui

import (
	"fmt"
	"strings"
	"sync"

	"candid/model"
	"candid/store"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/list"
	"candid/ui/text"
	"candid/ui/theme"
	"candid/ui/welcome"

	tea "github.com/charmbracelet/bubbletea"
)

// App is the program of one session: a Bubble Tea model. It is a pointer because it is one: everything below it is values.
type App struct {
	session Session
	theme   theme.Theme
	setting intent.Setting
	sitting model.ID // this run of the program

	width, height int
	stack         []layer // the one on top is shown
	asking        *prompt // a question on the last line; nil: none
	notice        notice

	field   field
	changed []model.Row // rows that the list has not been told of
	queue   queue
	people  people
	opens   map[model.ID]model.Time // whom the viewer has opened in this sitting, and when
	ahead   typedAhead
	writer  writer
	acts    acts
	recent  []keymap.Action  // called by name in this sitting, the last one first
	seen    map[model.ID]int // when a candidate was last gone to in this sitting: the more, the later
	visits  int
	held    *prompt // a question that waits while a candidate is looked for
	did     string  // in triage: how was decided last, and on whom
	place   placeKeeper
	viewing viewing
	tour    tour
	events  <-chan store.Event
	heard   map[model.ID]uint64 // the number of the last change that was heard of, by role
	stop    func()
	titled  string // what the window is called
	mouse   bool   // the mouse is the program's, not the terminal's own
	along   bool   // the last key moved along the lines of a document
	reading bool   // the field is being read again
	reread  bool   // and is to be read once more after that

	searching  searching
	refinding  refinding
	importing  importing
	folder     string // for originals that others open; "" until it is needed
	folderOnce sync.Once
	folderErr  error
}

// layer is a screen of the stack. One that shows a candidate has a mode.
type layer struct {
	intent.Screen
	person bool
	mode   intent.Mode
}

// notice is a line shown in the key line's place until the next key.
type notice struct {
	text string
	bad  bool
}

// New makes the app. Run it with tea.NewProgram, and call Finish when that has returned, however it did.
func New(s Session) (*App, error) {
	sitting, err := model.NewID(s.Now(), s.Rand)
	if err != nil {
		return nil, err
	}
	a := &App{
		session: s,
		theme:   theme.New(s.Renderer, s.Look),
		sitting: sitting,
		setting: intent.Setting{Viewer: s.Viewer, Zone: s.Zone, Now: s.Now, May: s.May, Keys: s.Keys, Choice: s.Choice},
		people:  people{},
		opens:   map[model.ID]model.Time{},
		seen:    map[model.ID]int{},
		heard:   map[model.ID]uint64{},
		mouse:   s.Mouse,
	}
	a.searching.forget()
	a.events, a.stop = a.subscribe()
	if s.Viewer.ID.IsZero() {
		a.stack = []layer{{Screen: welcome.New(a.setting, a.theme).Propose(s.Called)}}
	} else {
		a.stack = []layer{{Screen: list.New(a.setting, a.theme)}}
	}
	return a, nil
}

// Init reads the field.
func (a *App) Init() tea.Cmd {
	if a.session.Viewer.ID.IsZero() {
		return a.watch()
	}
	return tea.Batch(a.load(a.session.Role), a.watch())
}

// Update takes what happens, sees whether a hint is due, and names the window after what one does then.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	cmd = tea.Batch(cmd, a.guide())
	a.tellTitle()
	return a, cmd
}

// update routes: keys to the question on the last line or the top screen, results to whom they concern.
func (a *App) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		if a.fits() {
			return a.tell(a.room())
		}
		return nil
	case tea.KeyMsg:
		return a.keys(msg)
	case tea.MouseMsg:
		if a.asking != nil || msg.Y >= a.room().Height || !a.fits() {
			return nil
		}
		return a.toTop(msg)
	case tea.ResumeMsg:
		return tea.Sequence(a.regain(nil), tea.ClearScreen)
	default:
		return a.result(msg)
	}
}

func (a *App) fits() bool { return a.width >= MinWidth && a.height >= MinHeight }

// room is what the screens have: all but the last line, and that of a hint.
func (a *App) room() tea.WindowSizeMsg {
	foot := 1
	if a.tour.up.name != "" && a.lined() {
		foot++
	}
	return tea.WindowSizeMsg{Width: a.columns(), Height: a.height - foot}
}

// keys takes the keys of a message. Those that came faster than the program looked are in one message: each counts.
func (a *App) keys(msg tea.KeyMsg) tea.Cmd {
	if a.asking == nil && a.unread() && msg.String() != "ctrl+c" {
		a.ahead.keys = append(a.ahead.keys, msg)
		return nil
	}
	if msg.Type != tea.KeyRunes || msg.Paste || len(msg.Runes) < 2 {
		return a.key(msg)
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		cmds = append(cmds, a.keys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt}))
	}
	return tea.Batch(cmds...)
}

func (a *App) key(msg tea.KeyMsg) tea.Cmd {
	a.notice = notice{}
	if a.asking != nil && !a.looksFor(msg) {
		return a.answer(msg)
	}
	if msg.String() == "ctrl+c" {
		return tea.Quit
	}
	if !a.fits() {
		if msg.String() == "q" || msg.String() == "esc" {
			return tea.Quit
		}
		return nil
	}
	if !msg.Paste {
		key, was, ok := a.keysOf(a.top()).Own(a.top().Keys(), msg.String())
		switch {
		case was != "":
			a.say("%s is %s here", a.setting.Keys.Key(was), was)
			return nil
		case !ok:
			a.nothing(msg)
			return nil
		case key != msg.String():
			msg = press(key)
		}
	}
	return a.own(msg)
}

// keysOf is the keys that work on a screen: while it takes text, those that type nothing.
func (a *App) keysOf(s intent.Screen) keymap.Table {
	if typing(s) {
		return a.setting.Keys.Typing()
	}
	return a.setting.Keys
}

func typing(s intent.Screen) bool {
	w, ok := s.(intent.Typing)
	return ok && w.Typing()
}

// own takes a key as the program's own table has it.
func (a *App) own(msg tea.KeyMsg) tea.Cmd {
	a.pressed(msg.String())
	top := a.top()
	if a.looksFor(msg) {
		return a.find()
	}
	if typing(top) {
		if msg.String() == "f1" { // which types nothing
			return a.show(keymap.Help)
		}
		return a.toTop(msg)
	}
	action := top.Keys().Action(msg.String())
	a.along = along[action]
	if e, ok := top.(intent.Editor); ok && e.Editing() && (action == keymap.Undo || action == keymap.Redo) {
		return a.toTop(msg)
	}
	switch action {
	case keymap.Help, keymap.Palette:
		return a.show(action)
	case keymap.Suspend:
		return tea.Suspend
	case keymap.MouseOff:
		a.say("the mouse is left to the terminal")
		a.mouse = false
		return tea.DisableMouse
	case keymap.MouseOn:
		a.say("the mouse works here")
		a.mouse = true
		return tea.EnableMouseCellMotion
	case keymap.Theme:
		return a.nextTheme()
	case keymap.HintsOff:
		return a.hintsOff()
	case keymap.HintsOn:
		return a.hintsAgain()
	case keymap.Undo:
		return a.undo()
	case keymap.Redo:
		return a.redo()
	case "":
		return a.unbound(msg)
	}
	return a.toTop(msg)
}

// unbound takes a key that the screen does not list. When the screen says nothing of it either, that is said.
func (a *App) unbound(msg tea.KeyMsg) tea.Cmd {
	cmd := a.toTop(msg)
	if a.notice.text != "" || a.asking != nil || msg.Paste {
		return cmd
	}
	a.nothing(msg)
	return cmd
}

// nothing says that a pressed key does nothing here, and where to look for one that does.
func (a *App) nothing(pressed tea.KeyMsg) {
	keys, key := a.setting.Keys, text.Drawable(pressed.String())
	switch own, _, _ := keys.Own(keymap.Map{}, pressed.String()); {
	case keymap.Known(own) == keymap.Quit:
		a.say("%s goes back; %s quits from the list", keys.Key(keymap.Back), key)
	case keymap.Table{}.Action(a.top().Keys(), "?") == keymap.Help:
		a.say("%s does nothing here: %s shows what does", key, keys.Key(keymap.Help))
	default:
		a.say("%s does nothing here", key)
	}
}

// toTop gives the top screen a message and carries out what it asks for.
func (a *App) toTop(msg tea.Msg) tea.Cmd {
	i := len(a.stack) - 1
	next, want := a.stack[i].Update(msg)
	a.stack[i].Screen = next
	return a.do(want)
}

// tell gives every screen a message. What screens ask for in answer to news is carried out too.
func (a *App) tell(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i := range a.stack {
		next, want := a.stack[i].Update(msg)
		a.stack[i].Screen = next
		if want != nil {
			cmds = append(cmds, a.do(want))
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) top() intent.Screen { return a.stack[len(a.stack)-1].Screen }

// push shows a screen above the others, told what room there is.
func (a *App) push(l layer) {
	if a.fits() {
		l.Screen, _ = l.Update(a.room())
	}
	a.stack = append(a.stack, l)
}

// showing is the layer of the candidate that is open; false when none is.
func (a *App) showing() (layer, bool) {
	for i := len(a.stack) - 1; i >= 0; i-- {
		if a.stack[i].person {
			return a.stack[i], true
		}
	}
	return layer{}, false
}

// pop leaves the top screen. Words that were being written in it are kept.
func (a *App) pop() tea.Cmd {
	keep := a.draft(a.top())
	if len(a.stack) > 1 {
		a.stack = a.stack[:len(a.stack)-1]
	}
	return tea.Batch(keep, a.tellList())
}

func (a *App) draft(s intent.Screen) tea.Cmd {
	if w, ok := s.(intent.Writer); ok {
		if want := w.Draft(); want != nil {
			return a.do(want)
		}
	}
	return nil
}

// View draws the top screen and, below it, a question, a notice or the key line.
func (a *App) View() string {
	switch {
	case a.width == 0:
		return ""
	case !a.fits():
		line := fmt.Sprintf("candid needs %d×%d, this is %d×%d", MinWidth, MinHeight, a.width, a.height)
		return text.Cut(line, a.width, "")
	}
	body, last := a.top().View(), a.lastLine()
	if a.tour.up.name != "" && a.lined() {
		body += "\n" + a.hintLine()
	}
	for range strings.Count(last, "\n") { // a question that one line does not hold stands over the screen
		body = body[:max(0, strings.LastIndexByte(body, '\n'))]
	}
	screen, at := a.attend(body + "\n" + last)
	screen = text.Pin(screen)
	if a.session.Look.Marks {
		screen += at.sequence()
	}
	return screen
}

func (a *App) lastLine() string {
	t := a.theme
	switch {
	case a.asking != nil:
		return strings.Join(a.asking.view(t, a.width), "\n")
	case a.notice.text != "":
		s := t.Text
		if a.notice.bad {
			s = t.Warn
		}
		return " " + s.Render(text.Cut(a.notice.text, a.width-2, t.Glyphs.Ellipsis))
	case a.tour.up.name != "" && !a.lined():
		return a.hintLine()
	default:
		return a.keyLine()
	}
}

// say shows a line until the next key.
func (a *App) say(format string, args ...any) { a.notice = notice{text: fmt.Sprintf(format, args...)} }

// complain shows what went wrong until the next key.
func (a *App) complain(err error) { a.notice = notice{text: text.Drawable(err.Error()), bad: true} }
