package table

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model"
	"candid/store/intake/content"
)

// written is a table on lines: the header, then each row with the number it has in the file.
func written(t content.Table) string {
	lines := []string{strings.Join(t.Header, "|")}
	for i, row := range t.Rows {
		lines = append(lines, fmt.Sprintf("%d: %s", t.Lines[i], strings.ReplaceAll(strings.Join(row, "|"), "\n", "⏎")))
	}
	return strings.Join(lines, "\n")
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, text, want, problem string }{
		{"commas", "name,email\nAna Silva,ana@example.org\n", "name|email\n2: Ana Silva|ana@example.org", ""},
		{"semicolons with commas inside", "Name;Ort;Alter\nAna Silva;Köln, Mitte;3,5\nBo Ek;Bonn;2,5", "Name|Ort|Alter\n2: Ana Silva|Köln, Mitte|3,5\n3: Bo Ek|Bonn|2,5", ""},
		{"tabs", "name\temail\nAna \"Nana\" Silva\tana@example.org", "name|email\n2: Ana \"Nana\" Silva|ana@example.org", ""},
		{"bars", "name|email\nAna|ana@example.org\nBo|bo@example.org", "name|email\n2: Ana|ana@example.org\n3: Bo|bo@example.org", ""},
		{"a separator that is said", "sep=;\nname;email\nAna;ana@example.org", "name|email\n3: Ana|ana@example.org", ""},
		{"quotes and lines in cells", "name,why,email\n\"Silva, Ana\",\"I like\n\"\"Rust\"\"\",ana@example.org\nBo,,bo@example.org", "name|why|email\n2: Silva, Ana|I like⏎\"Rust\"|ana@example.org\n3: Bo||bo@example.org", ""},
		{"a byte order mark and old ends of lines", "\ufeffname,email\rAna,ana@example.org\rBo,bo@example.org", "name|email\n2: Ana|ana@example.org\n3: Bo|bo@example.org", ""},
		{"ragged rows", "name,email,city\nAna,ana@example.org\nBo,bo@example.org,Bonn,extra", "name|email|city|column 4\n2: Ana|ana@example.org||\n3: Bo|bo@example.org|Bonn|extra", ""},
		{"lines above the header", "Export of 2025-03-04\n\nRole: Engineer\nName,Email,City\nAna,ana@example.org,Bonn", "Name|Email|City\n5: Ana|ana@example.org|Bonn", ""},
		{"blank rows", "name,email\n\n,\n  ,  \nAna,ana@example.org\n\n", "name|email\n5: Ana|ana@example.org", ""},
		{"a header twice", "name,email,Answer,Answer,Answer (2)\nAna,ana@example.org,a,b,c", "name|email|Answer|Answer (3)|Answer (2)\n2: Ana|ana@example.org|a|b|c", ""},
		{"the header again", "name,email\nAna,ana@example.org\nname,email\nBo,bo@example.org", "name|email\n2: Ana|ana@example.org\n4: Bo|bo@example.org", ""},
		{"another header", "name,email\nAna,ana@example.org\nCandidate name,E-mail,Phone,Status\nBo,bo@example.org", "name|email\n2: Ana|ana@example.org\n4: Bo|bo@example.org", ""},
		{"no header", "Ana Silva,ana@example.org,+1 416 555 0142\nBo Ek,bo@example.org,+1 416 555 0143", "column 1|column 2|column 3\n1: Ana Silva|ana@example.org|+1 416 555 0142\n2: Bo Ek|bo@example.org|+1 416 555 0143", ""},
		{"a header of unknown words", "Wer,Wohin\nAna,ana@example.org\nBo,bo@example.org", "Wer|Wohin\n2: Ana|ana@example.org\n3: Bo|bo@example.org", ""},
		{"a row of totals", "Name,Email,Years\nAna,ana@example.org,3\nTotal,,3\n", "Name|Email|Years\n2: Ana|ana@example.org|3", ""},
		{"somebody called Total", "Name,Email\nTotal,total@example.org\n", "Name|Email\n2: Total|total@example.org", ""},
		{"a column without header and value", "name,,email\nAna,,ana@example.org\n", "name|email\n2: Ana|ana@example.org", ""},
		{"one column", "email\nana@example.org\nbo@example.org", "email\n2: ana@example.org\n3: bo@example.org", ""},
		{"a mark that nothing closes", "name,email,say\nAna,ana@example.org,\"hm\nBo,bo@example.org,x\nCy,cy@example.org,y", "name|email|say\n2: Ana|ana@example.org|'hm\n3: Bo|bo@example.org|x\n4: Cy|cy@example.org|y",
			"row 2 opens a quotation mark that nothing closes"},
		{"a mark that another closes rows below", "name,email,say\nAna,ana@example.org,\"5\" tall\nBo,bo@example.org,x\nCy,cy@example.org,\"y\"\n", "name|email|say\n2: Ana|ana@example.org|'5' tall\n3: Bo|bo@example.org|x\n4: Cy|cy@example.org|y",
			"row 2 opens a quotation mark that nothing closes"},
		{"cut inside a cell", "name,email,say\nAna,ana@example.org,\"I like\nthe se", "name|email|say\n2: Ana|ana@example.org|I like⏎the se", "the quoted cell that begins in row 2 ends where it should not"},
		{"nothing", "", "", "a table without rows"},
		{"a header alone", "name,email\n", "", "a table without rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables, err := CSV(c.text)
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

func checkProblem(t *testing.T, err error, want string) {
	t.Helper()
	p, _ := err.(*model.Problem)
	switch {
	case want == "" && err == nil:
	case want == "" || p == nil || p.Kind != model.Refused || p.Next == "" || p.What != want:
		t.Errorf("the problem is %v, want %q", err, want)
	}
}

func TestCSVLimits(t *testing.T) {
	for _, c := range []struct {
		name, text, problem string
		rows, columns       int
	}{
		{"rows", "name,email\n" + strings.Repeat("Ana,ana@example.org\n", maxRows+5), "more than 50000 rows: those past that are left out", maxRows, 2},
		{"columns", "name,email" + strings.Repeat(",x", maxColumns) + "\nAna,ana@example.org" + strings.Repeat(",y", maxColumns), "more than 500 columns: those past that are left out", 1, maxColumns},
		{"a cell", "name,email,text\nAna,ana@example.org," + strings.Repeat("é", maxCell), "a cell longer than 64 KB, which is cut", 1, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables, err := CSV(c.text)
			checkProblem(t, err, c.problem)
			if len(tables) != 1 || len(tables[0].Rows) != c.rows || len(tables[0].Header) != c.columns {
				t.Fatalf("%d tables", len(tables))
			}
			for _, cell := range tables[0].Rows[0] {
				if len(cell) > maxCell || !utf8.ValidString(cell) {
					t.Errorf("a cell of %d bytes", len(cell))
				}
			}
		})
	}
}

func TestLooks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"names and addresses", "Full name,E-mail\nAna Silva,ana@example.org\n", true},
		{"a header alone", "Candidate Name,Candidate Email,Candidate Phone,Job\n", true},
		{"no header", "Ana Silva,ana@example.org,Bonn\nBo Ek,bo@example.org,Köln\nCy Lo,cy@example.org,Trier\n", true},
		{"semicolons in German", "Vorname;Nachname;E-Mail\nAna;Silva;ana@example.org\n", true},
		{"a separator that is said", "sep=;\nx;y\n", true},
		{"lines above", "Applicants of May\n\nName,Email,City\nAna,ana@example.org,Bonn\n", true},
		{"long questions", "Timestamp,Email Address,\"Why do you want to work with us, and since when?\"\n2025-01-02,ana@example.org,Because.\n", true},
		{"nothing", "", false},
		{"a resume", "Jane Doe\nToronto, ON, jane@example.org, 555-0100\n\nExperience\n\nLumen, Staff Engineer, 2019\n- Rust, Go, and C\n- p99 from 180 ms to 12 ms, at 3,000 requests a second\n", false},
		{"a resume of skills", "Jane Doe\njane@example.org\nSkills\nRust, Go, C\nTokio, Axum, SQL\nDocker, Linux, AWS\n", false},
		{"a letter", "Dear hiring team,\n\nI write Rust, mostly services, and have done so for years.\nKind regards,\nJane\n", false},
		{"one line", "Jane Doe, jane@example.org, 555-0100", false},
		{"fields of front matter", "name: Jane\nemail: jane@example.org\ncity: Bonn\n", false},
		{"a table of Markdown", "| name | email |\n| --- | --- |\n| Jane | jane@example.org |\n", false},
		{"contacts in bars", "Jane Doe | jane@example.org | Toronto\n\nI write Rust | Go | C\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Looks(c.text); got != c.want {
				t.Errorf("it is %v", got)
			}
		})
	}
}

// Whatever is cut off, what came before comes in, and the rows fit the header.
func TestCSVCut(t *testing.T) {
	whole := "Name;Email;Why?\n" + strings.Repeat("\"Silva; Ana\";ana@example.org;\"Since\nI \"\"like\"\" it\"\nBo Ek;bo@example.org;x\n", 20)
	for percent := 0; percent <= 100; percent += 5 {
		tables, _ := CSV(whole[:len(whole)*percent/100])
		if percent >= 15 && len(tables) != 1 {
			t.Fatalf("at %d %%: %d tables", percent, len(tables))
		}
		checkTables(t, tables)
		if percent >= 15 && len(tables[0].Rows) < 40*percent/100-2 {
			t.Errorf("at %d %%: %d rows", percent, len(tables[0].Rows))
		}
	}
}

// checkTables holds what every reader of tables promises.
func checkTables(t *testing.T, tables []content.Table) {
	t.Helper()
	for _, table := range tables {
		names := map[string]bool{}
		for _, h := range table.Header {
			if h == "" || names[h] {
				t.Errorf("a column is called %q, as another", h)
			}
			names[h] = true
		}
		if len(table.Lines) != len(table.Rows) || len(table.Rows) == 0 || len(table.Rows) > maxRows || len(table.Header) > maxColumns {
			t.Errorf("%d rows, %d lines, %d columns", len(table.Rows), len(table.Lines), len(table.Header))
		}
		last := 0
		for i, row := range table.Rows {
			if len(row) != len(table.Header) || table.Lines[i] <= last {
				t.Errorf("row %d (after %d) has %d cells of %d", table.Lines[i], last, len(row), len(table.Header))
			}
			last = table.Lines[i]
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"name,email\nAna,ana@example.org\n", "sep=;\na;b\n1;2", "a\tb\n\"x\ny\"\tz", "x,\"\"\"\n,,\n", "Ana,ana@example.org\n\"", "a|b\r\rc|d", "\"a\n\"a\n\"a,\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Looks(s)
		tables, _ := CSV(s)
		checkTables(t, tables)
	})
}
