package theme

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Role is what a colour means.
type Role string

// Pair is a colour as #rrggbb or as the number of one of the terminal's own, and for ratings what it stands on.
type Pair struct{ Text, On string }

// Colours is colours by what they mean, in the place of a theme's own. Roles that are not in it keep theirs.
type Colours map[Role]Pair

// roles is every role in the order in which they are told, with what it is for.
var roles = []struct {
	role Role
	is   string
}{
	{"text", "what is read"},
	{"muted", "what is read second: headings, hints, places, days"},
	{"faint", "rules and dots, which nobody reads"},
	{"accent", "the cursor, links, lines of evidence, scores"},
	{"row", "the background of the row under the cursor"},
	{"warn", "what wants attention"},
	{"ok", "what is done"},
	{"badge", "text on accent or warn"},
	{"rated1", "lacks: text on background"},
	{"rated2", "some: text on background"},
	{"rated3", "meets: text on background"},
	{"rated4", "exceeds: text on background"},
}

// Roles is every role in the order in which they are told.
func Roles() []Role {
	all := make([]Role, len(roles))
	for i, r := range roles {
		all[i] = r.role
	}
	return all
}

// Is is what the role is for, in words; "" for one that is none.
func (r Role) Is() string {
	for _, known := range roles {
		if known.role == r {
			return known.is
		}
	}
	return ""
}

// Paired reports whether the role is a text on a background.
func (r Role) Paired() bool { return strings.HasPrefix(string(r), "rated") }

// ParseColour is a colour as it is written: #rrggbb, #rgb or the number of one of the terminal's own, 0 to 255. It is false for
// anything else.
func ParseColour(s string) (string, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = strings.Repeat(hex[:1], 2) + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:], 2)
		}
		return "#" + hex, len(hex) == 6 && strings.Trim(hex, "0123456789abcdef") == ""
	}
	n, err := strconv.Atoi(s)
	return strconv.Itoa(n), err == nil && n >= 0 && n <= 255
}

// ParsePair is what is written for a role: a colour or, for a rating, "#text on #background".
func (r Role) ParsePair(s string) (Pair, bool) {
	if !r.Paired() {
		c, ok := ParseColour(s)
		return Pair{Text: c}, ok
	}
	text, on, _ := strings.Cut(s, " on ")
	a, textOK := ParseColour(text)
	b, onOK := ParseColour(on)
	return Pair{a, b}, textOK && onOK
}

// String is the pair as it is written.
func (p Pair) String() string {
	if p.On == "" {
		return p.Text
	}
	return p.Text + " on " + p.On
}

// Own is the colours of the theme of these options, its own and those put in their place, by role.
func (o Options) Own() Colours {
	c := o.colours()
	all := Colours{}
	for _, r := range Roles() {
		text, on := c.at(r)
		all[r] = Pair{Text: text.TrueColor}
		if on != nil {
			all[r] = Pair{text.TrueColor, on.TrueColor}
		}
	}
	return all
}

// at is where the colours of a role are kept; on is nil for one without a background of its own.
func (c *colours) at(r Role) (text, on *lipgloss.CompleteColor) {
	if n := slices.Index(Roles(), r) - slices.Index(Roles(), "rated1"); n >= 0 && n < len(c.rated) {
		return &c.rated[n][0], &c.rated[n][1]
	}
	switch r {
	case "text":
		return &c.text, nil
	case "muted":
		return &c.muted, nil
	case "faint":
		return &c.faint, nil
	case "accent":
		return &c.accent, nil
	case "row":
		return &c.row, nil
	case "warn":
		return &c.warn, nil
	case "ok":
		return &c.ok, nil
	case "badge":
		return &c.badge, nil
	}
	return nil, nil
}

// with is the colours with others in the place of some.
func (c colours) with(own Colours) colours {
	for r, p := range own {
		text, on := c.at(r)
		if text == nil || text.TrueColor == p.Text && (on == nil || on.TrueColor == p.On) {
			continue // with what belongs to it in fewer colours and on the row
		}
		*text = written(p.Text)
		if on != nil {
			*on = written(p.On)
		}
		switch r {
		case "muted":
			c.mutedOnRow = c.muted
		case "faint":
			c.faintOnRow, c.rule = c.faint, c.faint
		}
	}
	return c
}

// written is a colour that somebody wrote, and the nearest ones that a terminal of fewer colours has.
func written(s string) lipgloss.CompleteColor {
	nearest := func(p termenv.Profile) string {
		switch c := p.Color(s).(type) {
		case termenv.ANSIColor:
			return strconv.Itoa(int(c))
		case termenv.ANSI256Color:
			return strconv.Itoa(int(c))
		}
		return s
	}
	return lipgloss.CompleteColor{TrueColor: s, ANSI256: nearest(termenv.ANSI256), ANSI: nearest(termenv.ANSI)}
}
