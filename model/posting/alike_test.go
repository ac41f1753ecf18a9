package posting

import (
	"strings"
	"testing"

	"candid/model/wording"
)

// What is doubtful about a whole section is one thing to look at.
func TestSectionsThatAreDoubtful(t *testing.T) {
	const items = "- 3+ years of experience with ovens\n- Strong knowledge of dough\n- A degree in baking\n"
	for _, c := range []struct {
		name, text string
		at         int // how many there are to look at
		why        string
	}{
		{"a list under a heading that names none", "# Baker\n\n## About the shop\n\n" + items, 1, "under 'About the shop', which names no requirements"},
		{"a list that wishes", "# Baker\n\n## Desired skills\n\n" + items, 1, "under 'Desired skills', and no list says what is required"},
		{"two of them", "# Baker\n\n## Desired skills\n\n" + items + "\n## Desired experience\n\n" + "- 5+ years of experience with mixers\n- Knowledge of wine\n", 2, "under 'Desired skills'"},
		{"what is worked with", "# Baker\n\n## Technology stack\n\n- Ovens\n- Mixers\n", 1, "under 'Technology stack', which says what is worked with"},
		{"one alone", "# Baker\n\n## Desired skills\n\n- Knowledge of dough\n", 1, "under 'Desired skills'"},
		{"running text alone", "# Baker\n\nYou must have knives. You need experience with ovens.\n", 1, "told from running text"},
		{"running text beside a list", "# Baker\n\n## Requirements\n\n- Knives\n\n## Pay\n\n## The shop\n\nExperience with ovens is a plus. Knowledge of wine is a plus.\n", 2, "told from running text"},
		{"one with a doubt of its own", "# Baker\n\n## Desired skills\n\n" + items + "- Excellent communication skills\n", 2, "under 'Desired skills'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Parse(c.text)
			if err != nil || len(r.Doubts) == 0 {
				t.Fatalf("%+v %v", r, err)
			}
			if got := len(wording.ToLookAt(r.Doubts)); got != c.at {
				t.Errorf("%d to look at, want %d: %+v", got, c.at, r.Doubts)
			}
			if !strings.HasPrefix(r.Doubts[0].Why, c.why) {
				t.Errorf("it says %q", r.Doubts[0].Why)
			}
			if c.name == "one alone" && r.Doubts[0].Section != 0 {
				t.Errorf("one is a section: %+v", r.Doubts[0])
			}
		})
	}
}

// A face ends a sentence and begins none.
func TestSmile(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"You would fit! ;) Knowledge of bread is a plus.", "You would fit!|Knowledge of bread is a plus."},
		{"You would fit. :-) (We hope.)", "You would fit.|(We hope.)"},
		{"You would fit! :)", "You would fit!"},
		{"You know: Docker; Go.", "You know: Docker; Go."},
	} {
		if got := strings.Join(wording.Sentences(c.text), "|"); got != c.want {
			t.Errorf("%q parts in %q, want %q", c.text, got, c.want)
		}
	}
}
