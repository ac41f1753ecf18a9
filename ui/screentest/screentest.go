// Package screentest is what the tests of the screens share: looks, keys, a setting, and screens kept as goldens. Only tests
// import it.
package screentest

import (
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Zone, Clock and Me are where, when and by whom the screens are looked at.
var (
	Zone  = time.FixedZone("here", -5*3600)
	Clock = time.Date(2026, 3, 20, 20, 41, 0, 0, Zone)
	Me    = ID(1)
)

// ID is a made-up id, the same for the same number.
func ID(n int) (x model.ID) {
	binary.BigEndian.PutUint64(x[8:], uint64(n))
	x[6] = 0x70
	return x
}

// Setting is a sitting of Ana's that may do everything.
func Setting() intent.Setting {
	return intent.Setting{
		Viewer: model.Reviewer{ID: Me, Name: "Ana"}, Zone: Zone, Now: func() time.Time { return Clock },
		May: intent.May{Files: true, View: true, Edit: true},
	}
}

// The looks, by the names that goldens bear.
var looks = map[string]struct {
	profile termenv.Profile
	options theme.Options
}{
	"dark":  {termenv.TrueColor, theme.Options{}},
	"light": {termenv.TrueColor, theme.Options{Light: true}},
	"16":    {termenv.ANSI, theme.Options{}},

	"contrast-dark":  {termenv.TrueColor, theme.Options{Contrast: true}},
	"contrast-light": {termenv.TrueColor, theme.Options{Contrast: true, Light: true}},
	"plain":          {termenv.Ascii, theme.Options{}},
	"ascii":          {termenv.Ascii, theme.Options{ASCII: true}},
}

// Look is the theme of a look: dark, light, contrast-dark, contrast-light, 16 (colours), plain (no colour) or ascii.
func Look(name string) theme.Theme {
	l, ok := looks[name]
	if !ok {
		panic("no look is called " + name)
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(l.profile)
	r.SetHasDarkBackground(!l.options.Light)
	return theme.New(r, l.options)
}

// Key is a key by its name, as Bubble Tea or the key line call it; other words are typed.
func Key(name string) tea.KeyMsg {
	switch bare, alt := strings.CutPrefix(name, "alt+"); {
	case alt:
		msg := Key(bare)
		msg.Alt = true
		return msg
	case name == "space":
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}
	}
	for t := tea.KeyType(-200); t < 200; t++ {
		if k := (tea.KeyMsg{Type: t}); t != tea.KeyRunes && k.String() == name {
			return k
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// Send gives a screen messages, of which strings are keys, and each intent that comes back to asked.
func Send[S intent.Screen](screen *S, asked func(intent.Intent), msgs ...any) {
	for _, msg := range msgs {
		if k, ok := msg.(string); ok {
			msg = Key(k)
		}
		next, want := (*screen).Update(msg)
		*screen = next.(S)
		if want != nil {
			asked(want)
		}
	}
}

// Last is the last intent of a kind among those asked for.
func Last[T any](t *testing.T, asked []intent.Intent) T {
	t.Helper()
	for _, want := range slices.Backward(asked) {
		if w, ok := want.(T); ok {
			return w
		}
	}
	var none T
	t.Fatalf("nobody asked for %T", none)
	return none
}
