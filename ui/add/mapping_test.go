package add

import (
	"reflect"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/screentest"
)

// kinds is what the columns of a table are taken as.
func kinds(t intent.Table) string {
	var all []string
	for _, c := range t.Columns {
		all = append(all, c.Kind)
	}
	return strings.Join(all, " ")
}

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want string
	}{
		{"as they are", nil, "name email answer skip"},
		{"the next kind", []any{"l"}, "email email answer skip"},
		{"the one before", []any{"h"}, "answer email answer skip"},
		{"around the end", []any{"G", "right"}, "name email answer answer"},
		{"around the beginning", []any{"j", "j", "left"}, "name email skip skip"},
		{"by the space bar", []any{"j", "space", "space"}, "name answer answer skip"},
		{"there and back", []any{"l", "h", "j", "k"}, "name email answer skip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := plain().send("enter", table).send(c.keys...)
			if b.Keys().Screen != "Columns" {
				t.Fatalf("the columns are not shown:\n%s", b.View())
			}
			b.send("enter")
			w := screentest.Last[intent.Import](t, b.asked)
			if got := kinds(w.Tables[0]); got != c.want || w.Dry || !reflect.DeepEqual(w.Paths, table.Paths) {
				t.Errorf("%q, want %q, of %+v", got, c.want, w)
			}
		})
	}
	if kinds(table.Tables[0]) != "name email answer skip" {
		t.Error("what was told was changed")
	}
}

// Several tables are looked over one after the other; what they are taken as holds for the adding that follows a dry run too.
func TestSeveralTables(t *testing.T) {
	b := plain().send("ctrl+t", many(3), "l", "enter")
	if !strings.Contains(b.View(), "table 2 of 2") || !strings.Contains(b.View(), "as for the last table") {
		t.Errorf("the second is not shown:\n%s", b.View())
	}
	if b.send("esc"); !strings.Contains(b.View(), "table 1 of 2") {
		t.Errorf("esc does not go back to the first:\n%s", b.View())
	}
	b.send("enter", "j", "l", "enter")
	w := screentest.Last[intent.Import](t, b.asked)
	if !w.Dry || kinds(w.Tables[0]) != "email email answer skip" || kinds(w.Tables[1]) != "answer name answer" {
		t.Errorf("%+v", w)
	}
	b.send(dry(over(going(9))), "enter")
	if again := screentest.Last[intent.Import](t, b.asked); again.Dry || !reflect.DeepEqual(again.Tables, w.Tables) {
		t.Errorf("%+v", again)
	}
	if b := plain().send("i", table, "esc"); b.Keys().Screen != "Add candidates" {
		t.Errorf("esc goes to %q", b.Keys().Screen)
	}
}
