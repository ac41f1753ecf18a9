package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"candid/store/intake/pdf/pdftest"
)

// printed is a page made for a test: its words in the order in which a person reads them.
type printed struct {
	words    []word
	rng      *rand.Rand
	capitals bool // every word begins with one
}

var vocabulary = strings.Fields(`ledger payments orbit kernel parser built shipped mentored designed the a of for and with team service latency
	reduced by half queue storage index harbor signal compiler tests review release customers Kubernetes Postgres Rust Python across
	migrated legacy platform dashboards reports weekly between regions under heavy load while keeping costs flat onboarding engineers`)

// line sets words on a line until it is as full as it should be, and stretches it to the edge if it is justified.
func (p *printed) line(x, base, width, em float64, atMost int, justified bool) {
	from, at := len(p.words), x
	for n := 0; atMost == 0 || n < atMost; n++ {
		text := vocabulary[p.rng.IntN(len(vocabulary))]
		if p.capitals {
			text = strings.ToUpper(text[:1]) + text[1:]
		}
		w := pdftest.Measure(text, em)
		if at+w > x+width {
			break
		}
		p.words = append(p.words, word{text: text, box: box{at, base - 0.9*em, at + w, base + 0.2*em}, base: base, em: em, space: true})
		at += w + 0.278*em
	}
	if n := len(p.words) - from; justified && n > 2 {
		more := (x + width - p.words[len(p.words)-1].x1) / float64(n-1)
		for i := range n {
			p.words[from+i].x0 += float64(i) * more
			p.words[from+i].x1 += float64(i) * more
		}
	}
}

// printedColumn is how one column of a page is set.
type printedColumn struct {
	x, width, top, leading, em float64
	lines                      int
	atMost                     int     // words on a line; 0: as many as fit
	ragged                     float64 // how much of the width a line may leave empty
	justified                  bool
	every                      int // lines of a paragraph; 0: all
}

func (p *printed) column(c printedColumn) {
	base := c.top
	for i := range c.lines {
		width := c.width * (1 - c.ragged*p.rng.Float64())
		p.line(c.x, base, width, c.em, c.atMost, c.justified)
		base += c.leading
		if c.every > 0 && i%c.every == c.every-1 {
			base += 0.6 * c.leading
		}
	}
}

// draw gives the words in the order in which a producer might draw them.
func (p *printed) draw(how string) []word {
	words := slices.Clone(p.words)
	switch how {
	case "across":
		slices.SortStableFunc(words, func(a, b word) int {
			if a.base != b.base {
				if a.base < b.base {
					return -1
				}
				return 1
			}
			if a.x0 < b.x0 {
				return -1
			}
			return 1
		})
	case "random":
		p.rng.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	}
	for i := range words {
		words[i].order = i
	}
	return words
}

// pages are ways to set a page in columns.
func columnPages() map[string]func(*printed) {
	pages := map[string]func(*printed){}
	body := printedColumn{top: 120, leading: 12.5, em: 10, lines: 45}
	for _, gutter := range []float64{12, 14, 20, 36} {
		for _, set := range []string{"ragged", "very ragged", "justified", "paragraphs"} {
			for _, leading := range []float64{12.5, 13.1, 14} {
				pages[fmt.Sprintf("halves, gutter %g, %s, leading %g", gutter, set, leading)] = func(p *printed) {
					c := body
					c.x, c.width = 50, (495-gutter)/2
					switch set {
					case "ragged":
						c.ragged = 0.15
					case "very ragged":
						c.ragged = 0.7
					case "justified":
						c.justified = true
					case "paragraphs":
						c.every = 5
					}
					p.column(c)
					c.x, c.leading, c.lines = 50+c.width+gutter, leading, 40
					if set == "paragraphs" {
						c.every = 4
					}
					p.column(c)
				}
			}
		}
	}
	for _, side := range []string{"left", "right"} {
		for _, short := range []int{2, 3, 0} {
			for _, leading := range []float64{12.5, 15} {
				pages[fmt.Sprintf("sidebar %s, %d words a line, leading %g", side, short, leading)] = func(p *printed) {
					bar, main := body, body
					bar.x, bar.width, bar.atMost, bar.leading, bar.lines, bar.every = 40, 140, short, leading, 30, 6
					main.x, main.width, main.every = 200, 350, 7
					if side == "right" {
						main.x, bar.x = 40, 410
						p.column(main)
						p.column(bar)
						return
					}
					p.column(bar)
					p.column(main)
				}
			}
		}
	}
	pages["ten lines of words with capitals"] = func(p *printed) {
		p.capitals = true
		c := body
		c.width, c.lines, c.ragged = 235, 10, 0.4
		for _, x := range []float64{50, 310} {
			c.x = x
			p.column(c)
		}
	}
	pages["a head over both"] = func(p *printed) {
		p.line(180, 60, 300, 24, 3, false)
		p.line(50, 85, 495, 10, 0, false)
		p.line(50, 98, 495, 10, 0, false)
		c := body
		c.x, c.width, c.ragged = 50, 235, 0.3
		p.column(c)
		c.x, c.top, c.leading = 310, 121.5, 13
		p.column(c)
	}
	pages["columns, a line across, columns"] = func(p *printed) {
		c := body
		c.lines, c.width, c.ragged = 15, 235, 0.3
		for _, top := range []float64{100, 400} {
			p.line(50, top-20, 495, 10, 0, true)
			for _, x := range []float64{50, 310} {
				c.x, c.top, c.leading = x, top, 12.5+x/500
				p.column(c)
			}
		}
		p.line(50, 700, 495, 10, 0, true)
	}
	for _, leading := range []float64{0, 0.7} {
		pages[fmt.Sprintf("three columns, leading by %g", leading)] = func(p *printed) {
			c := body
			c.width, c.ragged = 150, 0.3
			for i, x := range []float64{50, 220, 390} {
				c.x, c.leading = x, 12.5+float64(i)*leading
				p.column(c)
			}
		}
	}
	return pages
}

// adjacent is the share of neighbouring words of the true order that are neighbours in the text as well.
func adjacent(truth []word, lines []string) float64 {
	have := map[[2]string]int{}
	words := strings.Fields(strings.Join(lines, " "))
	for i := 1; i < len(words); i++ {
		have[[2]string{words[i-1], words[i]}]++
	}
	found := 0
	for i := 1; i < len(truth); i++ {
		pair := [2]string{truth[i-1].text, truth[i].text}
		if have[pair] > 0 {
			have[pair]--
			found++
		}
	}
	return float64(found) / float64(len(truth)-1)
}

// Pages in columns come in reading order, in whatever order they are drawn.
func TestColumns(t *testing.T) {
	for name, set := range columnPages() {
		for _, how := range []string{"by column", "across", "random"} {
			t.Run(name+", drawn "+how, func(t *testing.T) {
				for seed := range uint64(3) {
					p := printed{rng: rand.New(rand.NewPCG(seed, 1))}
					set(&p)
					lines := arrange(p.draw(how))
					if got := adjacent(p.words, lines); got < 0.95 {
						t.Errorf("seed %d: %.3f of the pairs of words\n%s", seed, got, strings.Join(lines[:min(30, len(lines))], "\n"))
					}
				}
			})
		}
	}
}

// The same through PDFium: a page whose words are drawn one by one in any order.
func TestColumnsOfPDF(t *testing.T) {
	r := reader(t)
	for _, name := range []string{"halves, gutter 12, very ragged, leading 12.5", "halves, gutter 12, justified, leading 13.1", "sidebar left, 2 words a line, leading 12.5",
		"sidebar right, 0 words a line, leading 15", "a head over both", "columns, a line across, columns", "three columns, leading by 0"} {
		for _, how := range []string{"by column", "across", "random"} {
			t.Run(name+", drawn "+how, func(t *testing.T) {
				p := printed{rng: rand.New(rand.NewPCG(7, 1))}
				columnPages()[name](&p)
				var d pdftest.Doc
				page := d.Page()
				for _, w := range p.draw(how) {
					page.Text(w.x0, w.base, w.em, w.text)
				}
				doc, err := r.Read(d.Bytes(), true)
				if err != nil {
					t.Fatal(err)
				}
				if got := adjacent(p.words, strings.Split(doc.Text, "\n")); got < 0.95 {
					t.Errorf("%.3f of the pairs of words\n%s", got, doc.Text[:min(1500, len(doc.Text))])
				}
			})
		}
	}
}
