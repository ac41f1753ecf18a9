package intake

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/store/intake/content"
	"candid/store/intake/table"
)

// rows reads a CSV text and gives what became of its rows, beside the files given.
func rows(t testing.TB, text string, o Options, files map[string]string) []Item {
	t.Helper()
	tables, err := table.CSV(text)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	return itemsOf(people("export.csv", tables[0], o, beside(files)))
}

// itemsOf is what becomes of people.
func itemsOf(all []person) []Item {
	var items []Item
	for _, p := range all {
		items = append(items, p.items()...)
	}
	return items
}

// beside attaches files out of a map.
func beside(files map[string]string) func(string) (document, *model.Problem) {
	return func(name string) (document, *model.Problem) {
		text, ok := files[name]
		if !ok {
			return document{}, &model.Problem{Kind: model.Missing, What: "no such file beside the table", Next: "put it there"}
		}
		return readBytes(name, []byte(text))
	}
}

// told is a candidate on a few lines, the empty fields left out.
func told(item Item) string {
	if p := item.Problem; p != nil {
		return fmt.Sprintf("%s: refused: %s", item.Path, p.What)
	}
	c := item.Application.Candidate
	out := item.Path + ": " + strings.Join(slices.DeleteFunc(append([]string{c.Name, c.Email, c.Phone, c.Location}, c.Links...), func(s string) bool { return s == "" }), " | ")
	if c.Source != "" {
		out += "; from " + c.Source
	}
	if c.Applied != 0 {
		out += "; " + c.Applied.In(time.UTC).Format("2006-01-02 15:04")
	}
	for _, tag := range c.Tags {
		out += "; #" + tag.Name
	}
	for _, d := range item.Application.Documents {
		out += fmt.Sprintf("; [%s %s %s: %.20q]", d.Document.Kind, d.Document.Format, d.Document.Name, d.Text)
	}
	for _, a := range c.Answers {
		out += fmt.Sprintf("; %s = %s", a.Question, a.Text)
	}
	return out
}

func TestPeople(t *testing.T) {
	for _, c := range []struct {
		name, text, mapping string
		files               map[string]string
		want                []string
	}{
		{"a row each", "Full name,E-mail,Phone,City\nAna Silva,ana@example.org,+1 416 555 0142,Toronto\nBo Ek,bo@example.org,,Bonn\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org | +1 416 555 0142 | Toronto", "export.csv: row 3: Bo Ek | bo@example.org | Bonn"}},
		{"a name in parts, a place in parts", "City,Last Name,Email,Middle,Country,First Name\nLyon,Silva,ana@example.org,Maria,France,Ana\n", "", nil,
			[]string{"export.csv: row 2: Ana Maria Silva | ana@example.org | Lyon, France"}},
		{"a German name beside a first name", "Name;Vorname;E-Mail\nSilva;Ana;ana@example.org\n", "", nil, []string{"export.csv: row 2: Ana Silva | ana@example.org"}},
		{"last name first", "Name,Email\n\"Silva, Ana\",ana@example.org\n\"Ek, Bo\",bo@example.org\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org", "export.csv: row 3: Bo Ek | bo@example.org"}},
		{"a degree behind the name", "Name,Email\n\"Ana Silva, PhD\",ana@example.org\n", "", nil, []string{"export.csv: row 2: Ana Silva, PhD | ana@example.org"}},
		{"questions in their order", "Name,Email,Why us?,Since when do you write Rust?\nAna Silva,ana@example.org,Because.,2019\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org; Why us? = Because.; Since when do you write Rust? = 2019"}},
		{"what others made of them stays out", "Name,Email,Stage,Overall rating,Rejection Reason,Recruiter\nAna Silva,ana@example.org,Onsite,4,Too quiet,Dana\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org"}},
		{"copies", "Name,Email,Why?\nAna Silva,ana@example.org,x\nBo Ek,bo@example.org,y\nAna Silva,ana@example.org,x\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org; Why? = x", "export.csv: row 3: Bo Ek | bo@example.org; Why? = y"}},
		{"rows that differ", "Candidate ID,Name,Email,Phone,Why?,Source\n7,Ana Silva,ana@example.org,555-0142,x,Fair\n8,Bo Ek,bo@example.org,,,\n7,Ana Silva,ana@example.com,555-0143,y,Web\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org | 555-0142; from Fair; Why? = x; Source = Web; Email = ana@example.com; Phone = 555-0143; Why? = y", "export.csv: row 3: Bo Ek | bo@example.org"}},
		{"an address that two share", "Name,Email\nAna Silva,home@example.org\nBo Ek,home@example.org\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | home@example.org", "export.csv: row 3: Bo Ek | home@example.org"}},
		{"a name that two share", "Name,Email\nAna Silva,ana@example.org\nAna Silva,silva@example.org\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org", "export.csv: row 3: Ana Silva | silva@example.org"}},
		{"an id that is none", "ID,Name\n1,Ana Silva\n1,Bo Ek\n", "", nil, []string{"export.csv: row 2: Ana Silva", "export.csv: row 3: Bo Ek"}},
		{"known by a profile", "First Name,Last Name,Profile URL\nAna,Silva,https://www.linkedin.com/in/ana-example\nAna,Silva,http://linkedin.com/in/ana-example/\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | https://www.linkedin.com/in/ana-example | http://linkedin.com/in/ana-example/"}},
		{"files beside it", "Name,Email,Resume,Cover letter file\nAna Silva,,ana.txt,letter.txt\nBo Ek,bo@example.org,C:\\cv\\bo.txt,\nCy Lo,cy@example.org,no.txt,\nDi Ra,di@example.org,../../secret.txt,\n", "",
			map[string]string{"ana.txt": janeText, "letter.txt": "I write Rust.\n", "bo.txt": "Bo Ek\nRust\n"},
			[]string{`export.csv: row 2: Ana Silva | jane.doe@example.org | (555) 010-4567; [resume text ana.txt: "Jane Doe\njane.doe@ex"]; [cover letter text letter.txt: "I write Rust."]`,
				`export.csv: row 3: Bo Ek | bo@example.org; [resume text bo.txt: "Bo Ek\nRust"]`, "export.csv: row 4: Cy Lo | cy@example.org",
				"export.csv: row 4: no.txt: refused: no such file beside the table", "export.csv: row 5: Di Ra | di@example.org",
				"export.csv: row 5: ../../secret.txt: refused: no such file beside the table"}},
		{"an address of a file is a link", "Name,Email,Resume URL\nAna Silva,ana@example.org,https://files.example.org/ana.pdf\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org | https://files.example.org/ana.pdf"}},
		{"texts in cells", "Name,Resume text,Cover letter\n,\"" + janeText + "\",\"Dear team,\nI write Rust.\"\n", "", nil,
			[]string{`export.csv: row 2: Jane Doe | jane.doe@example.org | (555) 010-4567; [resume text resume: "Jane Doe\njane.doe@ex"]; [cover letter text cover letter: "Dear team,\nI write R"]`}},
		{"nobody in a row", "Name,Email,Why?\n,,Because.\nAna Silva,ana@example.org,\n", "", nil,
			[]string{"export.csv: row 2: refused: nobody is named in it: neither name nor e-mail address nor resume", "export.csv: row 3: Ana Silva | ana@example.org"}},
		{"an address alone", "Email,Tags\nana.silva@example.org,\"rust, referral\"\n", "", nil, []string{"export.csv: row 2: Ana Silva | ana.silva@example.org; #rust; #referral"}},
		{"days, the day first", "Name,Email,Applied\nAna Silva,ana@example.org,03/04/2025\nBo Ek,bo@example.org,25/04/2025 14:30\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva | ana@example.org; 2025-04-03 00:00", "export.csv: row 3: Bo Ek | bo@example.org; 2025-04-25 14:30"}},
		{"a number that a spreadsheet spoilt", "Name,Phone\nAna Silva,4.47123E+11\nBo Ek,+44 20 7946 0018\n", "", nil,
			[]string{"export.csv: row 2: Ana Silva; Phone = 4.47123E+11", "export.csv: row 3: Bo Ek | +44 20 7946 0018"}},
		{"no header", "Ana Silva,ana@example.org,+1 416 555 0142,likes Rust\nBo Ek,bo@example.org,+1 416 555 0143,likes Go\n", "", nil,
			[]string{"export.csv: row 1: Ana Silva | ana@example.org | +1 416 555 0142; column 4 = likes Rust", "export.csv: row 2: Bo Ek | bo@example.org | +1 416 555 0143; column 4 = likes Go"}},
		{"as asked", "Who,Where to,What they said\nAna Silva,ana@example.org,Rust\n", "who=name,What they said=skip", nil, []string{"export.csv: row 2: Ana Silva | ana@example.org"}},
		{"asked for what is not there", "Name,Email\nAna,ana@example.org\n", "Full name=name", nil, []string{"export.csv: refused: is no column of this table"}},
		{"no list of people", "Item,Price\nChair,12\nTable,13\n", "", nil, []string{"export.csv: refused: no column says whose its rows are"}},
		{"hostile cells", "Name,Email,Why?\nAna\x1b[31m Silva,ana@example.org,\"a\u202eb\x07\"\n", "", nil, []string{"export.csv: row 2: Ana Silva | ana@example.org; Why? = ab"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, item := range rows(t, c.text, Options{Map: c.mapping}, c.files) {
				got = append(got, told(item))
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func TestPeopleOfAKnownHeader(t *testing.T) {
	o := Options{Columns: func(header []string) string {
		if !slices.Equal(header, []string{"Who", "Mail"}) {
			t.Errorf("asked for %q", header)
		}
		return "Who=name,Mail=email"
	}}
	if got := told(rows(t, "Who,Mail\nAna Silva,ana@example.org\n", o, nil)[0]); got != "export.csv: row 2: Ana Silva | ana@example.org" {
		t.Error(got)
	}
	o.Map = "Who=answer"
	if got := told(rows(t, "Who,Mail\nAna Silva,ana@example.org\n", o, nil)[0]); got != "export.csv: row 2: ana | ana@example.org; Who = Ana Silva" {
		t.Error(got)
	}
}

// The same people come of the same rows, in whatever order the columns and the rows are.
func TestPeopleInAnyOrder(t *testing.T) {
	tables, err := table.CSV("Candidate ID,First Name,Last Name,Email,LinkedIn,City,Country,Why?\n1,Ana,Silva,ana@example.org,,Porto,Portugal,x\n2,Bo,Ek,bo@example.org,,Bonn,,\n" +
		"1,Ana,Silva,ana@example.org,,,,\n3,Cy,Lo,,https://linkedin.com/in/cy-lo,,,z\n4,Cy,Lo,,https://www.linkedin.com/in/cy-lo/,,,\n,Ana,Silva,ana@example.org,,,,\n5,,,di@example.org,,,,\n")
	if err != nil {
		t.Fatal(err)
	}
	whole := tables[0]
	who := func(t content.Table) []string {
		var out []string
		for _, item := range itemsOf(people("x", t, Options{}, nil)) {
			c := item.Application.Candidate
			out = append(out, fmt.Sprint(c.Name, c.Email, c.Location))
		}
		slices.Sort(out)
		return out
	}
	want := who(whole)
	if len(want) != 4 {
		t.Fatalf("%q", want)
	}
	for n := 1; n < len(whole.Rows); n++ {
		turned := whole
		turned.Rows = slices.Concat(whole.Rows[n:], whole.Rows[:n])
		slices.Reverse(turned.Rows[:n])
		if got := who(turned); !slices.Equal(got, want) {
			t.Errorf("rows turned by %d: %q", n, got)
		}
	}
	for n := 1; n < len(whole.Header); n++ {
		turned := content.Table{Header: slices.Concat(whole.Header[n:], whole.Header[:n]), Lines: whole.Lines}
		for _, row := range whole.Rows {
			turned.Rows = append(turned.Rows, slices.Concat(row[n:], row[:n]))
		}
		if got := who(turned); !slices.Equal(got, want) {
			t.Errorf("columns turned by %d: %q", n, got)
		}
	}
}

func BenchmarkPeople(b *testing.B) {
	var text strings.Builder
	text.WriteString("Candidate ID,First Name,Last Name,Email,Phone,City,Applied At,Stage,Why do you want to work with us?,Since when do you write Rust?\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "%d,Ana%d,Silva,ana%d@example.org,+1 416 555 %04d,Porto,2025-03-%02d,Onsite,\"Because I like it, and\nhave for years.\",2019\n", i, i, i, i, i%28+1)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		tables, err := table.CSV(text.String())
		if err != nil || len(people("x.csv", tables[0], Options{}, nil)) != 10_000 {
			b.Fatal(err)
		}
	}
}
