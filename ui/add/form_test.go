package add

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/screentest"
)

const resume = "Amara Okafor\r\namara@example.org\r\rRust since 2019.\n"

func TestForm(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want intent.Enter
	}{
		{"a name", []any{" Amara  Okafor "}, intent.Enter{Candidate: model.Candidate{Name: "Amara Okafor"}}},
		{"everything", []any{"Amara Okafor", "tab", "amara@example.org", "tab", "+1 555 0100", "down", "Toronto", "tab", "referral", "tab",
			"https://example.org/amara, github.com/amara", "tab", "rust, night owl", "tab", "/home/ana/amara.pdf"},
			intent.Enter{Candidate: model.Candidate{Name: "Amara Okafor", Email: "amara@example.org", Phone: "+1 555 0100", Location: "Toronto", Source: "referral",
				Links: []string{"https://example.org/amara", "github.com/amara"}, Tags: []model.Tag{{Name: "rust"}, {Name: "night owl"}}}, Path: "/home/ana/amara.pdf"}},
		{"a resume alone", []any{"up", paste(resume)}, intent.Enter{Text: "Amara Okafor\namara@example.org\n\nRust since 2019.\n"}},
		{"a resume pasted where one stands", []any{"Amara", paste(resume)}, intent.Enter{Candidate: model.Candidate{Name: "Amara"}, Text: "Amara Okafor\namara@example.org\n\nRust since 2019.\n"}},
		{"a resume taken out again", []any{"Amara", paste(resume), "backspace"}, intent.Enter{Candidate: model.Candidate{Name: "Amara"}}},
		{"a document dropped", []any{"shift+tab", paste("'/home/ana/My resume.pdf' ")}, intent.Enter{Path: "/home/ana/My resume.pdf"}},
		{"a document chosen", []any{"up", "~/", home, "down", "down", "down"}, intent.Enter{Path: "~/Apples.txt"}},
		{"a document completed", []any{"up", "~/n", home, "tab"}, intent.Enter{Path: "~/notes.md"}},
		{"a name of one line pasted", []any{paste("Amara Okafor\n")}, intent.Enter{Candidate: model.Candidate{Name: "Amara Okafor"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := plain().send("f").send(c.keys...).send("enter")
			got := screentest.Last[intent.Enter](t, b.asked)
			if len(got.Candidate.Links) == 0 {
				got.Candidate.Links = nil
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// What is wrong is said under its field once that is left, and nothing is sent before it is right.
func TestWrongFields(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		on   field
		want string
	}{
		{"nothing at all", nil, nameField, "a name, or a resume that says it"},
		{"no address", []any{"Amara", "tab", "amara"}, emailField, "no e-mail address"},
		{"half an address", []any{"Amara", "tab", "amara@example"}, emailField, "no e-mail address"},
		{"two addresses", []any{"Amara", "tab", "a@example.org b@example.org"}, emailField, "no e-mail address"},
		{"no number", []any{"Amara", "tab", "tab", "12"}, phoneField, "no telephone number"},
		{"no link", []any{"Amara", "tab", "tab", "tab", "tab", "tab", "example.org/a nonsense"}, linkField, "nonsense is no link"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := plain().send("f").send(c.keys...)
			if strings.Contains(b.View(), c.want) {
				t.Errorf("it is said while it is typed:\n%s", b.View())
			}
			b.send("enter")
			for _, want := range b.asked {
				if _, sent := want.(intent.Enter); sent {
					t.Fatalf("it was sent: %+v", want)
				}
			}
			if b.form.on != c.on || !strings.Contains(b.View(), c.want) {
				t.Errorf("on field %d:\n%s", b.form.on, b.View())
			}
		})
	}
	if b := plain().send("f", "tab", "amara", "tab"); !strings.Contains(b.View(), "no e-mail address") {
		t.Errorf("the field was left:\n%s", b.View())
	}
}

// Nothing that was typed is thrown away unasked.
func TestLeavingTheForm(t *testing.T) {
	if b := plain().send("f", "esc"); b.stage != picking {
		t.Error("an empty form is not left")
	}
	b := plain().send("f", "A", "esc")
	if b.stage != filling || len(b.asked) != 1 {
		t.Errorf("left with %+v", b.asked)
	}
	if b.send("b"); b.form.typed(nameField) != "Ab" {
		t.Errorf("%q is typed", b.form.typed(nameField))
	}
	if b.send("esc", "tab", "esc"); b.stage != filling {
		t.Error("left by an esc that was not pressed twice")
	}
	if b.send("esc"); b.stage != picking {
		t.Error("not left")
	}
	if b.send("f"); !b.form.empty() {
		t.Error("what was thrown away is there again")
	}
}

func TestEntered(t *testing.T) {
	ok := intent.Entered{Outcome: intent.Outcome{Result: intent.Added, Name: "Amara Okafor", Words: "maybe the same as A. N. Okafor (same e-mail)", Maybe: true}}
	b := plain().send("f", "Amara Okafor", "enter", "x", ok)
	if !strings.Contains(b.View(), "added: Amara Okafor, maybe the same as A. N. Okafor (same e-mail)") || !b.form.empty() {
		t.Errorf("after it was added:\n%s", b.View())
	}
	for name, bad := range map[string]intent.Entered{
		"an error": {Err: errors.New("the disk is full")},
		"refused":  {Outcome: intent.Outcome{Result: intent.Refused, Words: "the disk is full"}},
	} {
		b := plain().send("f", "Amara", "enter", bad)
		if !strings.Contains(b.View(), "the disk is full") || b.form.typed(nameField) != "Amara" {
			t.Errorf("%s:\n%s", name, b.View())
		}
		if b.send("enter"); !b.form.sent {
			t.Errorf("%s: it cannot be sent again", name)
		}
	}
	if b := plain().send("f", "Amara", ok); b.form.typed(nameField) != "Amara" {
		t.Error("news of nothing that was sent cleared the form")
	}
}
