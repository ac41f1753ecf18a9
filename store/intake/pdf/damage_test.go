package pdf

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"candid/model"
	"candid/store/intake/pdf/pdftest"
)

// reads holds a reader to what it promises of any bytes at all: a document, or a reason and a way out.
func reads(t *testing.T, r *Reader, b []byte, fast bool) {
	t.Helper()
	d, err := r.Read(b, fast)
	var p *model.Problem
	switch {
	case err == nil && (d.Text == "" || d.Pages < 1 || !utf8.ValidString(d.Text)):
		t.Errorf("a document without text or pages: %+v", d)
	case err != nil && (!errors.As(err, &p) || p.Kind != model.Refused || p.What == "" || p.Next == ""):
		t.Errorf("no reason or no way out: %v", err)
	}
}

func TestTruncated(t *testing.T) {
	r := reader(t)
	for name, b := range pdftest.Samples() {
		for i, cut := range pdftest.Cut(b, 0.05) {
			t.Run(fmt.Sprintf("%s, %d %%", name, 5*i), func(t *testing.T) { reads(t, r, cut, i%2 == 0) })
		}
	}
}

// Damaged files, 150 of them or as many as CANDID_MUTATIONS says.
func TestMutated(t *testing.T) {
	n := 150
	if s := os.Getenv("CANDID_MUTATIONS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	samples := pdftest.Samples()
	names := slices.Sorted(maps.Keys(samples))
	r := reader(t)
	for i := range n {
		name := names[i%len(names)]
		reads(t, r, pdftest.Mutate(samples[name], uint64(i)), i%4 != 0)
		if t.Failed() {
			t.Fatalf("seed %d of %q", i, name)
		}
	}
}

// Run it with -fuzzminimizetime 1x: which code of PDFium's runtime an input reaches differs from one time to the next, and all the time
// would go into making inputs smaller.
func FuzzRead(f *testing.F) {
	for _, b := range pdftest.Samples() {
		f.Add(b)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		reads(t, r, b, true)
	})
}

// The layout takes words in any place and of any size.
func FuzzArrange(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var words []word
		for i := 0; i+5 < len(b); i += 6 {
			x, y, em := float64(b[i])*3, float64(b[i+1])*4, float64(b[i+2])/8
			words = append(words, word{text: string(rune('a' + b[i+3]%26)), box: box{x, y - em, x + float64(b[i+4]), y + 0.2*em}, base: y, em: em, order: i, space: b[i+5]%2 == 0})
		}
		letters := 0
		for _, l := range arrange(words) {
			letters += lettersIn(l)
		}
		if letters > len(words) {
			t.Errorf("%d letters of %d words", letters, len(words))
		}
	})
}

// A document of two full pages.
func BenchmarkRead(b *testing.B) {
	var d pdftest.Doc
	for range 2 {
		p := d.Page()
		p.Set(pdftest.Bold, 50, 60, 22, "Ada Example")
		for i := range 50 {
			p.Text(50, 90+float64(i)*14, 10, "• built the ledger that settles payments between banks of four countries every night and day")
		}
	}
	file := d.Bytes()
	for _, fast := range []bool{true, false} {
		name := "looking what is seen"
		if fast {
			name = "fast"
		}
		b.Run(name, func(b *testing.B) {
			r := reader(b)
			for b.Loop() {
				if _, err := r.Read(file, fast); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
