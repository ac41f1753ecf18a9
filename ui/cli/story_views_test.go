//go:build unix

package cli_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// tags is everybody's tags, by first name.
func tags(t *testing.T, env []string) map[string]string {
	t.Helper()
	var list struct {
		Candidates []struct {
			Name string
			Tags []string
		}
	}
	if err := json.Unmarshal([]byte(does(t, env, "list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, c := range list.Candidates {
		name, _, _ := strings.Cut(c.Name, " ")
		all[name] = strings.Join(c.Tags, " ")
	}
	return all
}

// A question that was asked once is a digit away the next day, in the app and in a shell.
func TestASavedView(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := byName(t, env)
	x.press("x", "a")
	x.see(`Because:`)
	x.press("late", "enter")
	x.see(`saved`)
	x.press("/", "stage:rejected", "enter")
	x.see(`1 of 4 shown`)
	x.press("'", "s")
	x.see(`Keep what is shown under 7 as: rejected`)
	x.press(" so far", "enter")
	x.see(`7 is rejected so far`)
	x.press("esc")
	x.see(`7 rejected so far`)
	x.press("esc")
	x.see(`4 shown`)
	x.press("q")
	x.end()

	y := open(t, env)
	y.see(`4 shown`)
	y.press("'", "7")
	y.see(`1 of 4 shown`)
	y.see(`Hana Sedlák`)
	y.press("'", "1")
	y.see(`stage:new,hold  1 to do .*3 of 4 shown`)
	for _, called := range []string{"7", "Rejected so far"} {
		if out := does(t, env, "list", "--view", called); !strings.Contains(out, "Hana") || strings.Contains(out, "Tariq") {
			t.Errorf("--view %s lists\n%s", called, out)
		}
	}
	if out := does(t, env, "export", "--view", "7", "--format", "csv"); !strings.Contains(out, "Hana") || strings.Contains(out, "Tariq") {
		t.Errorf("exported\n%s", out)
	}
	if o := command(t, env, "list", "--view", "none such"); o.code != 2 || !strings.Contains(o.errs, "one of: to do, ") {
		t.Errorf("an unknown view: exit %d, %s", o.code, o.errs)
	}
	if o := command(t, env, "list", "--view", "1", "rust"); o.code != 2 {
		t.Errorf("a view and a query: exit %d, %s", o.code, o.errs)
	}
}

// A tag on all who are marked is one act: one undo takes it back.
func TestTagsOnTheMarked(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	before := tags(t, env)
	x := byName(t, env)
	x.press("*", "+")
	x.see(`Tag 4 marked:`)
	x.press("second look")
	x.see(`second look on 4`)
	x.press("enter")
	x.see(`second look on 4 · u undoes it`)
	x.wait("have the tags on the disk", func() bool { return strings.Contains(tags(t, env)["Tariq"], "second look") })
	for name, had := range before {
		if got := tags(t, env)[name]; strings.TrimSpace(had+" second look") != got {
			t.Errorf("%s: %q", name, got)
		}
	}
	x.press("u")
	x.see(`undone: `)
	x.wait("have it undone on the disk", func() bool { return !strings.Contains(tags(t, env)["Tariq"], "second look") })
	same(t, tags(t, env), before)
	x.press("esc", "g", "+", "second look", "enter")
	x.see(`second look on · u undoes it`)
	x.press("enter")
	x.see(`\[Proof\]`)
	x.press("shift+tab")
	x.see(`tagged second look`)
	x.see(`with 3 others`)
}
