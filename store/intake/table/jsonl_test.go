package table

import (
	"strings"
	"testing"
)

func TestJSONL(t *testing.T) {
	for _, c := range []struct{ name, text, want, problem string }{
		{"objects", `{"name":"Ana Silva","email":"ana@example.org"}` + "\n\n" + `{"email":"bo@example.org","name":"Bo Ek","city":"Bonn"}`, "name|email|city\n1: Ana Silva|ana@example.org|\n3: Bo Ek|bo@example.org|Bonn", ""},
		{"objects in objects", `{"name":"Ana","contact":{"email":"ana@example.org","address":{"city":"Bonn"}}}`, "name|contact.email|contact.address.city\n1: Ana|ana@example.org|Bonn", ""},
		{"lists", `{"name":"Ana","tags":["rust","go"],"emails":[{"type":"home","value":"ana@example.org"},{"value":"a@example.org"}],"say":["a, b","c"]}`, "name|tags|emails|say\n1: Ana|rust, go|ana@example.org, a@example.org|a, b⏎c", ""},
		{"questions and answers", `{"name":"Ana","answers":[{"question":"Why?","answer":"Because."},{"label":"When?","value":["now","then"]}]}`, "name|Why?|When?\n1: Ana|Because.|now, then", ""},
		{"numbers as they are written", `{"id":12345678901234567890,"pay":1.50,"ok":true,"no":null}`, "id|pay|ok\n1: 12345678901234567890|1.50|true", ""},
		{"a broken line", `{"name":"Ana"}` + "\n{\"name\":\n[1]\n" + `{"name":"Bo"}`, "name\n1: Ana\n4: Bo", "lines 2, 3 are no JSON objects"},
		{"one broken line", `{"name":"Ana"}` + "\nx", "name\n1: Ana", "line 2 is no JSON object"},
		{"many broken lines", strings.Repeat("x\n", 7) + `{"name":"Ana"}`, "name\n8: Ana", "lines 1, 2, 3, 4, 5 and 2 more are no JSON objects"},
		{"nothing", "\n{}\n", "", "a table without rows"},
		{"deep", strings.Repeat(`{"a":`, 20) + "1" + strings.Repeat("}", 20) + "\n" + `{"b":"c"}`, "b\n2: c", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables, err := JSONL(c.text)
			got := ""
			for _, table := range tables {
				got += written(table)
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			checkProblem(t, err, c.problem)
		})
	}
}

func TestJSONLCut(t *testing.T) {
	whole := strings.Repeat(`{"name":"Ana Silva","contact":{"email":"ana@example.org"},"answers":[{"question":"Why?","answer":"Because."}]}`+"\n", 20)
	for percent := 0; percent <= 100; percent += 5 {
		tables, _ := JSONL(whole[:len(whole)*percent/100])
		checkTables(t, tables)
		if percent >= 10 && (len(tables) != 1 || len(tables[0].Rows) < 20*percent/100-1) {
			t.Errorf("at %d %%: %d tables", percent, len(tables))
		}
	}
}

func FuzzJSONL(f *testing.F) {
	for _, s := range []string{`{"a":1}`, `{"a":{"b":[1,{"c":null}]}}` + "\n{", `{"q":[{"question":"","answer":[]}]}`, "[]\n1\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tables, _ := JSONL(s)
		checkTables(t, tables)
	})
}
