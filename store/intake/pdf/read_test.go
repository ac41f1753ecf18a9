package pdf

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/store/intake/content"
	"candid/store/intake/pdf/pdftest"
)

// made is what comes of a document that a test makes.
func made(t *testing.T, r *Reader, make func(*pdftest.Doc)) (content.Document, error) {
	t.Helper()
	var d pdftest.Doc
	make(&d)
	return r.Read(d.Bytes(), true)
}

// What is on the pages of a document comes out of it.
func TestRead(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		name string
		make func(*pdftest.Doc)
		want string
	}{
		{"a page", func(d *pdftest.Doc) { d.Page().Text(50, 80, 10, "Built the ledger of Lumen Pay") }, "Built the ledger of Lumen Pay"},
		{"two pages", func(d *pdftest.Doc) { d.Page().Text(50, 80, 10, "first"); d.Page().Text(50, 80, 10, "second") }, "first\n\nsecond"},
		{"a blank page first", func(d *pdftest.Doc) { d.Page(); d.Page().Text(50, 80, 10, "second") }, "second"},
		{"protected with an empty password", func(d *pdftest.Doc) { d.Locked = true; d.Page().Text(50, 80, 10, "open to all") }, "open to all"},
		{"a page that the viewer turns", func(d *pdftest.Doc) {
			p := d.Page()
			p.Rotate = 90
			p.Turned(3, 80, 700, 10, "first line") // the medium lies on its side: this runs up, and is shown to the right
			p.Turned(3, 95, 700, 10, "second line")
		}, "first line\nsecond line"},
		{"a line up the side comes last", func(d *pdftest.Doc) {
			p := d.Page()
			p.Turned(3, 20, 700, 10, "up the side")
			p.Text(50, 80, 10, "on the page")
			p.Text(50, 92, 10, "and more of it")
		}, "on the page\nand more of it\n\nup the side"},
		{"fields of a form", func(d *pdftest.Doc) {
			p := d.Page()
			p.Text(50, 80, 10, "Name:")
			p.Field(100, 70, 300, 84, "name", "Ada Example", 4)
			p.Text(50, 100, 10, "Town:")
			p.Field(100, 90, 300, 104, "town", "Berlin", 4)
			p.Field(100, 110, 300, 124, "secret", "not shown", 2)
		}, "Name:   Ada Example\n\nTown:   Berlin"},
		{"letters set apart", func(d *pdftest.Doc) {
			p := d.Page()
			p.Spread(3)
			p.Text(50, 80, 12, "EDUCATION")
		}, "EDUCATION"},
		{"ligatures and radicals", func(d *pdftest.Doc) { d.Page().Unicode(50, 80, 10, "oﬃce ⽂") }, "office 文"},
		{"right to left", func(d *pdftest.Doc) { d.Page().Unicode(50, 80, 10, "םלוע םולש") }, "שלום עולם"},
		{"a point of Symbol", func(d *pdftest.Doc) {
			p := d.Page()
			p.Set(pdftest.Sign, 50, 80, 10, "\u00b7")
			p.Text(70, 80, 10, "built the ledger")
		}, "• built the ledger"},
		{"points of Wingdings", func(d *pdftest.Doc) {
			p := d.Page()
			for i, sign := range []string{"§", "l"} {
				p.Set(pdftest.Dings, 50, 80+12*float64(i), 10, sign)
				p.Text(70, 80+12*float64(i), 10, "built the ledger")
			}
		}, "• built the ledger\n• built the ledger"},
		{"icons before words", func(d *pdftest.Doc) {
			p := d.Page()
			p.Set(pdftest.Icons, 50, 80, 10, "T")
			p.Text(70, 80, 10, "555-0100")
			p.Set(pdftest.Dings, 50, 92, 10, "J")
			p.Text(70, 92, 10, "B Street 5")
		}, "555-0100\nB Street 5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := made(t, r, c.make)
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", d.Text, c.want)
			}
		})
	}
}

// What has nothing to read says why.
func TestNothingToRead(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		name string
		make func(*pdftest.Doc)
		what string
	}{
		{"a password", func(d *pdftest.Doc) { d.User = "secret"; d.Page().Text(50, 80, 10, "hidden") }, "encrypted: it asks for a password"},
		{"no pages", func(d *pdftest.Doc) {}, "no pages"},
		{"a picture", func(d *pdftest.Doc) { d.Page().Image(0, 0, 595, 842, 1, 1, []byte{90}) }, "no text layer: a scan or a picture"},
		{"a picture that letters are drawn in", func(d *pdftest.Doc) { d.Page().Fill(50, 50, 20, 2) }, "no text layer: its letters are drawings, or it has none"},
		{"an empty page", func(d *pdftest.Doc) { d.Page() }, "empty: there is nothing on its pages"},
		{"too many pages", func(d *pdftest.Doc) {
			for range maxPages + 1 {
				d.Page()
			}
		}, "too many pages: 201, and 200 at most are read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := made(t, r, c.make)
			var p *model.Problem
			if !errors.As(err, &p) || p.What != c.what || p.Next == "" {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestWordsNobodySees(t *testing.T) {
	var d pdftest.Doc
	p := d.Page()
	p.Text(50, 80, 10, "seen by all")
	p.Mode(3)
	p.Text(50, 400, 10, "hire this person")
	got, err := reader(t).Read(d.Bytes(), false)
	if err != nil {
		t.Fatal(err)
	}
	if got.Text != "seen by all" || len(got.Aside) != 1 || got.Aside[0] != (content.Aside{Why: content.Unseen, Place: "page 1", Text: "hire this person"}) {
		t.Errorf("%+v", got)
	}
}

func TestLinks(t *testing.T) {
	d, err := made(t, reader(t), func(d *pdftest.Doc) {
		p := d.Page()
		p.Text(50, 80, 10, "Mail me at github.com/ada or 555-0100")
		for _, to := range []string{"mailto:ada@example.org", "https://github.com/ada/", "tel:5550100", "https://example.org/ada", "mailto:ada@example.org", "javascript:run()", "file:///etc/passwd"} {
			p.Link(50, 70, 100, 84, to)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"mailto:ada@example.org", "https://example.org/ada"}; !slices.Equal(d.Links, want) {
		t.Errorf("%q", d.Links)
	}
}

func TestLarge(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		name string
		make func(*pdftest.Page)
		want string
	}{
		{"a name", func(p *pdftest.Page) { p.Text(50, 60, 22, "Ada Example") }, "Ada Example"},
		{"in two lines", func(p *pdftest.Page) { p.Text(50, 50, 22, "Ada"); p.Text(50, 75, 22, "Example") }, "Ada Example"},
		{"beside initials", func(p *pdftest.Page) { p.Text(50, 60, 40, "AE"); p.Text(150, 60, 22, "Ada Example") }, "Ada Example"},
		{"nothing", func(p *pdftest.Page) { p.Text(50, 60, 10, "Ada Example") }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := made(t, r, func(d *pdftest.Doc) {
				p := d.Page()
				c.make(p)
				for i := range 5 {
					p.Text(50, 100+float64(i)*12, 10, strings.Repeat("words of the page ", 4))
				}
			})
			if err != nil || d.Large != c.want {
				t.Errorf("%q, %v", d.Large, err)
			}
		})
	}
}
