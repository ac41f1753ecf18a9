package intake

import (
	"reflect"
	"strings"
	"testing"

	"candid/store/intake/content"
)

func TestFromText(t *testing.T) {
	for _, c := range []struct {
		name string
		kind content.Kind
		text string
		want []string // nothing: no table
	}{
		{"a table with a broken row", content.CSV, "name,email,say\nAna Silva,ana@example.org,\"hm\nBo Ek,bo@example.org,x\n",
			[]string{"x: row 2: Ana Silva | ana@example.org; say = 'hm", "x: row 3: Bo Ek | bo@example.org; say = x", "x: refused: row 2 opens a quotation mark that nothing closes"}},
		{"lines of JSON, one broken", content.JSONL, "{\"name\":\"Ana Silva\",\"contact\":{\"email\":\"ana@example.org\"}}\n{\n",
			[]string{"x: row 1: Ana Silva | ana@example.org", "x: refused: line 2 is no JSON object"}},
		{"a list in JSON", content.JSON, `[{"name":"Ana Silva","email":"ana@example.org"}]`, []string{"x: candidate 1: Ana Silva | ana@example.org"}},
		{"one resume", content.JSON, jsonResume, nil},
		{"a text", content.Text, "name,email\nAna,ana@example.org\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, ok := fromText("x", c.kind, c.text, Options{}, nil)
			items := itemsOf(all)
			var got []string
			for _, item := range items {
				got = append(got, told(item))
			}
			if ok != (c.want != nil) || !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func TestFromSheets(t *testing.T) {
	tables := []content.Table{
		{Name: "May", Header: []string{"Who", "Email"}, Rows: [][]string{{"Ana Silva", "ana@example.org"}}, Lines: []int{2}},
		{Name: "How to", Header: []string{"Step", "Do"}, Rows: [][]string{{"1", "Read."}}, Lines: []int{2}},
	}
	var got []string
	for _, item := range itemsOf(fromTables("x.xlsx", tables, nil, Options{Map: "Who=name"}, nil)) {
		got = append(got, told(item))
	}
	want := []string{"x.xlsx: May: row 2: Ana Silva | ana@example.org", "x.xlsx: How to: refused: no column says whose its rows are"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}
