package pdf

import (
	"testing"

	"candid/store/intake/pdf/pdftest"
)

// Bullets that are drawn stand before their lines, and no other small shapes do.
func TestDrawnBullets(t *testing.T) {
	r := reader(t)
	list := func(p *pdftest.Page, draw func(x, y float64)) {
		p.Text(60, 100, 10, "Built the ledger")
		p.Text(60, 112, 10, "and more of it")
		p.Text(60, 124, 10, "Kept it running")
		draw(50, 97)
		draw(50, 121)
	}
	const listed = "• Built the ledger\nand more of it\n• Kept it running"
	const plain = "Built the ledger\nand more of it\nKept it running"
	for _, c := range []struct {
		name string
		make func(*pdftest.Page)
		want string
	}{
		{"discs", func(p *pdftest.Page) { list(p, func(x, y float64) { p.Disc(x, y, 1.9) }) }, listed},
		{"circles", func(p *pdftest.Page) { list(p, func(x, y float64) { p.Circle(x, y, 1.9) }) }, listed},
		{"squares", func(p *pdftest.Page) { list(p, func(x, y float64) { p.Fill(x-2, y-2, 4, 4) }) }, listed},
		{"dashes", func(p *pdftest.Page) { list(p, func(x, y float64) { p.Fill(x-3, y-0.5, 6, 1) }) }, listed},
		{"discs with edges", func(p *pdftest.Page) {
			list(p, func(x, y float64) { p.Disc(x, y, 1.9); p.Circle(x, y, 1.9) })
		}, listed},
		{"one disc", func(p *pdftest.Page) { p.Text(60, 100, 10, "Built the ledger"); p.Disc(50, 97, 1.9) }, "• Built the ledger"},
		{"levels", func(p *pdftest.Page) {
			p.Text(60, 100, 10, "Built the ledger")
			p.Disc(50, 97, 1.9)
			p.Text(80, 112, 10, "in Rust")
			p.Circle(70, 109, 1.9)
		}, "• Built the ledger\n  • in Rust"},
		{"in two columns", func(p *pdftest.Page) {
			list(p, func(x, y float64) { p.Disc(x, y, 1.9) })
			for i, words := range []string{"Speaks Greek", "and some French", "Plays the oud"} {
				p.Text(330, 105+12*float64(i), 10, words)
			}
			p.Disc(320, 102, 1.9)
			p.Disc(320, 126, 1.9)
		}, listed + "\n\n• Speaks Greek\nand some French\n• Plays the oud"},
		{"as white as the paper", func(p *pdftest.Page) {
			p.Colour(1, 1, 1)
			p.Disc(50, 97, 1.9)
			p.Colour(0, 0, 0)
			p.Text(60, 100, 10, "Built the ledger")
		}, "Built the ledger"},
		{"dots of a skill", func(p *pdftest.Page) {
			for i, words := range []string{"Rust", "Kafka"} {
				for j := range 5 {
					p.Disc(100+8*float64(j), 97+12*float64(i), 2.5)
				}
				p.Text(60, 100+12*float64(i), 10, words)
				p.Text(150, 100+12*float64(i), 10, "good")
			}
		}, "Rust   good\nKafka   good"},
		{"between words", func(p *pdftest.Page) {
			p.Text(60, 100, 10, "Lisbon")
			p.Disc(95, 97, 1.5)
			p.Text(101, 100, 10, "555-0100")
		}, "Lisbon 555-0100"},
		{"rules and underlines", func(p *pdftest.Page) {
			list(p, func(x, y float64) { p.Fill(x, y+5, 100, 0.7); p.Fill(x-8, y+4, 8, 0.7) })
		}, plain},
		{"icons", func(p *pdftest.Page) { list(p, func(x, y float64) { p.Disc(x-4, y, 4.5) }) }, plain},
		{"far away", func(p *pdftest.Page) { list(p, func(x, y float64) { p.Disc(x-25, y, 1.9) }) }, plain},
		{"a chart", func(p *pdftest.Page) {
			p.Text(60, 100, 10, "Built the ledger")
			for i := range 500 {
				p.Disc(50, 90+float64(i), 1.9)
			}
		}, "Built the ledger"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := made(t, r, func(d *pdftest.Doc) { c.make(d.Page()) })
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", d.Text, c.want)
			}
		})
	}
}
