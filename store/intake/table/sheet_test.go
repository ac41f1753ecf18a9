package table

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"candid/model"
)

const rfc = time.RFC3339

var utc = time.UTC

// workbook is an XLSX file whose sheets fill makes.
func workbook(t testing.TB, fill func(f *excelize.File) error, options ...excelize.Options) []byte {
	t.Helper()
	f := excelize.NewFile()
	var b bytes.Buffer
	if err := errors.Join(fill(f), f.Write(&b, options...), f.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// filledIn writes rows into a sheet, from its first row on.
func filledIn(f *excelize.File, sheet string, rows ...[]any) error {
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := f.SetSheetRow(sheet, cell, &row); err != nil {
			return err
		}
	}
	return nil
}

func TestSheet(t *testing.T) {
	day := time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC)
	style := func(f *excelize.File, cell, format string) error {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		return errors.Join(err, f.SetCellStyle("Sheet1", cell, cell, id))
	}
	for _, c := range []struct {
		name    string
		fill    func(f *excelize.File) error
		want    string
		problem string
	}{
		{"rows", func(f *excelize.File) error {
			return filledIn(f, "Sheet1", []any{"Name", "Email"}, []any{"Ana Silva", "ana@example.org"}, nil, []any{"Bo Ek", "bo@example.org"})
		}, "Sheet1: Name|Email\n2: Ana Silva|ana@example.org\n4: Bo Ek|bo@example.org", ""},
		{"days, instants and long numbers", func(f *excelize.File) error {
			return errors.Join(filledIn(f, "Sheet1", []any{"Name", "Applied", "Seen", "Phone", "ZIP", "Years"}, []any{"Ana", day, day.Add(14*time.Hour + 30*time.Minute), 447123456789, 1234, 2.5}),
				style(f, "B2", "dd/mm/yyyy"), style(f, "E2", "00000"))
		}, "Sheet1: Name|Applied|Seen|Phone|ZIP|Years\n2: Ana|2025-03-04|2025-03-04 14:30:00|447123456789|01234|2.5", ""},
		{"a day in words", func(f *excelize.File) error {
			return errors.Join(filledIn(f, "Sheet1", []any{"Name", "Applied", "Pay"}, []any{"Ana", day, 90000}), style(f, "B2", "d-mmm-yyyy"), style(f, "C2", "#,##0"))
		}, "Sheet1: Name|Applied|Pay\n2: Ana|2025-03-04|90,000", ""},
		{"a merged title", func(f *excelize.File) error {
			return errors.Join(filledIn(f, "Sheet1", []any{"Applicants of 2025"}, nil, []any{"Name", "Email", "City"}, []any{"Ana", "ana@example.org", "Bonn"}), f.MergeCell("Sheet1", "A1", "C1"))
		}, "Sheet1: Name|Email|City\n4: Ana|ana@example.org|Bonn", ""},
		{"several sheets, one hidden, one empty", func(f *excelize.File) error {
			_, err := f.NewSheet("Old")
			_, err2 := f.NewSheet("Empty")
			return errors.Join(err, err2, filledIn(f, "Sheet1", []any{"Name", "Email"}, []any{"Ana", "ana@example.org"}),
				filledIn(f, "Old", []any{"Name", "Email"}, []any{"Bo", "bo@example.org"}), f.SetSheetVisible("Old", false))
		}, "Sheet1: Name|Email\n2: Ana|ana@example.org\nOld: Name|Email\n2: Bo|bo@example.org", ""},
		{"hidden rows and columns", func(f *excelize.File) error {
			return errors.Join(filledIn(f, "Sheet1", []any{"Name", "Email"}, []any{"Ana", "ana@example.org"}), f.SetRowVisible("Sheet1", 2, false), f.SetColVisible("Sheet1", "B", false))
		}, "Sheet1: Name|Email\n2: Ana|ana@example.org", ""},
		{"a formula without a value", func(f *excelize.File) error {
			return errors.Join(filledIn(f, "Sheet1", []any{"Name", "Email"}, []any{"Ana", "ana@example.org"}), f.SetCellFormula("Sheet1", "C2", "1+1"))
		}, "Sheet1: Name|Email\n2: Ana|ana@example.org", ""},
		{"nothing", func(f *excelize.File) error { return nil }, "", "a workbook without rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables, err := Sheet(workbook(t, c.fill))
			var got []string
			for _, table := range tables {
				got = append(got, table.Name+": "+written(table))
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), c.want)
			}
			checkProblem(t, err, c.problem)
		})
	}
}

func TestSheetRefused(t *testing.T) {
	fill := func(f *excelize.File) error {
		return filledIn(f, "Sheet1", []any{"Name", "Email"}, []any{"Ana", "ana@example.org"})
	}
	whole := workbook(t, fill)
	for _, c := range []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"locked", workbook(t, fill, excelize.Options{Password: "secret"}), "locked with a password"},
		{"old", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1000)...), "an old Excel workbook (XLS)"},
		{"cut", whole[:len(whole)/2], "damaged: it cannot be read as a workbook"},
		{"none", []byte("Name,Email\n"), "damaged: it cannot be read as a workbook"},
		{"nothing", nil, "damaged: it cannot be read as a workbook"},
		{"a bomb", workbook(t, func(f *excelize.File) error {
			row := make([]any, 100)
			for i := range row {
				row[i] = strings.Repeat(" x", 10_000)
			}
			w, err := f.NewStreamWriter("Sheet1")
			for i := 1; i <= 40 && err == nil; i++ {
				cell, _ := excelize.CoordinatesToCellName(1, i)
				err = w.SetRow(cell, row)
			}
			return errors.Join(err, w.Flush())
		}), "unpacks to more than 64 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables, err := Sheet(c.bytes)
			var p *model.Problem
			if !errors.As(err, &p) || p.What != c.want || p.Next == "" || len(tables) > 0 {
				t.Errorf("%d tables, %v", len(tables), err)
			}
		})
	}
}

func TestSheetCut(t *testing.T) {
	whole := workbook(t, func(f *excelize.File) error {
		return filledIn(f, "Sheet1", []any{"Name", "Email"}, []any{"Ana", "ana@example.org"}, []any{"Bo", "bo@example.org"})
	})
	for percent := 0; percent < 100; percent += 5 {
		tables, err := Sheet(whole[:len(whole)*percent/100])
		if err == nil {
			t.Errorf("at %d %%: no problem", percent)
		}
		checkTables(t, tables)
	}
}

func FuzzSheet(f *testing.F) {
	whole := workbook(f, func(f *excelize.File) error {
		return filledIn(f, "Sheet1", []any{"Name", "Email", "Applied"}, []any{"Ana", "ana@example.org", time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC)})
	})
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		tables, _ := Sheet(b)
		checkTables(t, tables)
	})
}
