package pdftest

import "fmt"

// Samples gives small documents of many kinds by name: to be damaged, and to start a search for trouble from.
func Samples() map[string][]byte {
	out := map[string][]byte{}
	add := func(name string, make func(*Doc)) {
		d := &Doc{Producer: "a test"}
		make(d)
		out[name] = d.Bytes()
	}
	add("plain", func(d *Doc) { resume(d.Page()) })
	add("two pages", func(d *Doc) { resume(d.Page()); resume(d.Page()) })
	add("two columns", func(d *Doc) {
		p := d.Page()
		for i := range 20 {
			p.Text(50, 80+float64(i)*14, 10, fmt.Sprintf("left line %d of the page", i))
			p.Text(310, 80+float64(i)*13, 10, fmt.Sprintf("right line %d of the page", i))
		}
	})
	add("form", func(d *Doc) {
		p := d.Page()
		p.Text(50, 80, 11, "Name:")
		p.Field(100, 68, 300, 84, "name", "Ada Example", 4)
		p.Link(50, 90, 200, 100, "mailto:ada@example.org")
	})
	add("locked", func(d *Doc) { d.Locked = true; resume(d.Page()) })
	add("picture", func(d *Doc) {
		p := d.Page()
		p.Image(50, 50, 200, 200, 4, 4, []byte{0, 80, 160, 240, 0, 80, 160, 240, 0, 80, 160, 240, 0, 80, 160, 240})
		p.Text(50, 300, 10, "below the picture")
	})
	add("unseen", func(d *Doc) {
		p := d.Page()
		resume(p)
		p.Mode(3)
		p.Text(50, 400, 10, "not drawn at all")
	})
	add("scripts", func(d *Doc) {
		p := d.Page()
		p.Unicode(50, 80, 12, "ﬁle ⽂字 שלום")
		p.Turned(1, 500, 100, 10, "down the side")
	})
	return out
}

func resume(p *Page) {
	p.Set(Bold, 50, 60, 22, "Ada Example")
	p.Text(50, 78, 10, "ada@example.org   555-0100")
	p.Set(Bold, 50, 110, 12, "EXPERIENCE")
	p.Text(50, 128, 10, "Engineer, Lumen Pay")
	p.Text(480, 128, 10, "2021 – now")
	p.Text(56, 142, 10, "• built the ledger")
	p.Text(56, 156, 10, "• kept it running")
}
