package add

import (
	"strings"
	"unicode"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// form is one candidate being typed in.
type form struct {
	fields  [resumeField]input.Input
	path    input.Path // of the resume
	resume  string     // its text, where that was pasted instead
	on      field
	left    [resumeField]bool // fields that were left once: what is wrong with them is said
	sent    bool              // it is on its way
	leaving bool              // esc was pressed once, with something typed
	result  intent.Entered    // what became of the one before
	told    bool              // there was one
}

// field is a field of the form.
type field int

const (
	nameField field = iota
	emailField
	phoneField
	placeField
	sourceField
	linkField
	tagField
	resumeField
)

var labels = [...]string{"Name", "E-mail", "Phone", "Location", "Source", "Links", "Tags", "Resume"}

// The longest that fields take, in characters.
const fieldLimit = 400

var fillingKeys = keymap.Map{
	Screen: "One candidate by hand",
	Hints: []keymap.Hint{
		{Actions: []keymap.Action{keymap.Confirm}, Word: "add"},
		{Actions: []keymap.Action{keymap.NextTab}, Word: "next field"},
		{Actions: []keymap.Action{keymap.PrevTab}, Word: "the one before"},
		{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
	},
}

func newForm() form {
	f := form{path: input.NewPath()}
	for i := range f.fields {
		f.fields[i] = input.Line("", fieldLimit)
	}
	return f
}

// labelCells is how many cells the names of the fields take, with the margin.
const labelCells = 12

func (f form) resize(width int) form {
	cells := min(80, width-labelCells-2)
	for i := range f.fields {
		f.fields[i] = f.fields[i].Size(cells)
	}
	f.path = f.path.Size(cells)
	return f
}

// typed is what stands in a field.
func (f form) typed(x field) string { return strings.TrimSpace(f.fields[x].Text()) }

// empty reports whether nothing was typed.
func (f form) empty() bool {
	for i := range f.fields {
		if f.typed(field(i)) != "" {
			return false
		}
	}
	return f.resume == "" && f.path.Typed() == ""
}

// wrong is what is wrong with a field; "" when nothing is.
func (f form) wrong(x field) string {
	s := f.typed(x)
	switch {
	case x == nameField && s == "" && f.resume == "" && f.path.Path() == "":
		return "a name, or a resume that says it"
	case s == "":
		return ""
	case x == emailField && !isEmail(s):
		return "no e-mail address: one is written amara@example.org"
	case x == phoneField && len(model.Digits(s)) < 5:
		return "no telephone number: it has too few digits"
	case x == linkField:
		for _, link := range parts(s) {
			if host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(link, "https://"), "http://"), "/"); !strings.Contains(host, ".") {
				return text.Drawable(link) + " is no link: one is written https://example.org/amara"
			}
		}
	}
	return ""
}

// isEmail reports whether s is one e-mail address.
func isEmail(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	dot := strings.LastIndexByte(host, '.')
	return ok && name != "" && dot > 0 && dot < len(host)-1 && !strings.ContainsAny(host, "@,;<>()") && !strings.ContainsAny(name, ",;<>()") &&
		!strings.ContainsFunc(s, unicode.IsSpace)
}

// parts is several values in a field, parted by blanks or commas.
func parts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
}

// candidate is what was typed.
func (f form) candidate() intent.Enter {
	w := intent.Enter{Candidate: model.Candidate{
		Name: strings.Join(strings.Fields(f.typed(nameField)), " "), Email: f.typed(emailField), Phone: f.typed(phoneField),
		Location: f.typed(placeField), Source: f.typed(sourceField), Links: parts(f.typed(linkField)),
	}}
	for tag := range strings.SplitSeq(f.typed(tagField), ",") {
		if tag = strings.TrimSpace(tag); tag != "" {
			w.Candidate.Tags = append(w.Candidate.Tags, model.Tag{Name: tag})
		}
	}
	if w.Text = f.resume; w.Text == "" {
		w.Path = f.path.Path()
	}
	return w
}

// fill takes a key of the form.
func (m Model) fill(msg tea.KeyMsg) (Model, intent.Intent) {
	f := m.form
	if f.sent { // nothing is typed into what is on its way
		return m, nil
	}
	key := msg.String()
	if msg.Paste {
		key = ""
	}
	asked := f.leaving
	f.leaving = false
	var want intent.Intent
	switch key {
	case "esc":
		if f.empty() || asked {
			m.stage, m.form = picking, form{}
			if len(m.report.Paths) > 0 { // an adding goes on
				m.stage = telling
			}
			return m, nil
		}
		f.leaving = true
		want = intent.Say{Text: "esc once more throws away what was typed; any other key goes on"}
	case "enter":
		f, want = f.send()
	case "tab", "down", "shift+tab", "up":
		f, want = f.moveOn(msg, key)
	default:
		f, want = f.write(msg)
	}
	m.form = f.resize(m.width)
	return m, want
}

// send gives the candidate away, or goes to the first field that something is wrong with.
func (f form) send() (form, intent.Intent) {
	for x := range resumeField {
		f.left[x] = true
	}
	for x := range resumeField {
		if why := f.wrong(x); why != "" {
			f.on = x
			return f, intent.Say{Text: why}
		}
	}
	f.sent = true
	return f, f.candidate()
}

// moveOn goes to another field. In the path of the resume the same keys complete it and choose from a folder.
func (f form) moveOn(msg tea.KeyMsg, key string) (form, intent.Intent) {
	if f.on == resumeField && f.resume == "" && f.path.Typed() != "" && key != "shift+tab" {
		next, want := f.path.Key(msg)
		if key == "up" && next.Path() == f.path.Path() {
			f.on--
			return f, nil
		}
		if want != nil || key != "tab" || next.Typed() != f.path.Typed() {
			f.path = next
			return f, want
		}
	}
	if f.on < resumeField {
		f.left[f.on] = true
	}
	by := field(1)
	if key == "shift+tab" || key == "up" {
		by = resumeField // one less, in a circle
	}
	f.on = (f.on + by) % (resumeField + 1)
	return f, nil
}

// write takes a key of the field one stands on. A text of several lines is the resume, wherever it is pasted.
func (f form) write(msg tea.KeyMsg) (form, intent.Intent) {
	words := string(msg.Runes)
	lines := msg.Paste && strings.ContainsAny(strings.TrimSpace(words), "\r\n")
	switch {
	case lines && (f.on == resumeField || strings.Count(words, "\n")+strings.Count(words, "\r") > 2):
		f.on, f.resume, f.path = resumeField, unbroken.Replace(words), input.NewPath()
		return f, nil
	case f.on < resumeField:
		f.fields[f.on] = f.fields[f.on].Key(msg)
		return f, nil
	case f.resume != "":
		switch msg.String() {
		case "backspace", "delete", "ctrl+u":
			f.resume = ""
			return f, nil
		}
		return f, intent.Say{Text: "a text was pasted: backspace takes it out"}
	case msg.Paste && rooted(words) && len(input.Paths(words)) > 0:
		var want intent.Intent
		f.path, want = f.path.At(input.Paths(words)[0])
		return f, want
	}
	var want intent.Intent
	f.path, want = f.path.Key(msg)
	return f, want
}

// unbroken is the line breaks that terminals paste as those that files have.
var unbroken = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// entered takes what became of the candidate. One that was added makes room for the next; else what was typed stays.
func (f form) entered(msg intent.Entered) form {
	if !f.sent {
		return f
	}
	f.sent = false
	if msg.Err == nil && msg.Result != intent.Refused {
		f = newForm()
	}
	f.result, f.told = msg, true
	return f
}
