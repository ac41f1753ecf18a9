package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

const (
	family = "👩‍👩‍👧‍👦"
	flag   = "🇨🇦"
	combos = "e\u0301"      // é in two
	jamo   = "\u1100\u1161" // 가 in two
)

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		name, s string
		want    int
	}{
		{"nothing", "", 0},
		{"plain", "Amara", 5},
		{"Chinese", "陈美玲", 6},
		{"Korean", "김준호", 6},
		{"Hangul jamo", jamo, 2},
		{"combining", combos, 1},
		{"Arabic", "مرحبا", 5},
		{"emoji with joiners", family, 2},
		{"Devanagari, each letter and vowel sign", "अनन्या", 5},
		{"flag", flag, 2},
		{"no-break space", "a\u00a0b", 3},
		{"zero width space", "a\u200bb", 2},
		{"what East Asian terminals may draw wide", "│·▌≈–…━╌✓●", 10},
		{"styled", "\x1b[1;38;5;1m陈\x1b[0m", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Width(c.s); got != c.want {
				t.Errorf("%d cells, want %d", got, c.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, s string
		cells   int
		tail    string
		want    string
	}{
		{"fits", "Amara", 5, "…", "Amara"},
		{"cut", "Amara Okafor", 6, "…", "Amara…"},
		{"cut without a tail", "Amara Okafor", 6, "", "Amara "},
		{"a wide one does not fit in a half", "陈美玲", 4, "…", "陈…"},
		{"a wide one fits exactly", "陈美玲", 5, "…", "陈美…"},
		{"all wide ones fit", "陈美玲", 6, "…", "陈美玲"},
		{"combining stays on its letter", combos + combos + combos, 2, "…", combos + "…"},
		{"combining at the end", combos + combos, 2, "…", combos + combos},
		{"joined emoji", family + family, 3, "…", family + "…"},
		{"a flag", flag + flag, 2, "", flag},
		{"jamo", jamo + jamo, 3, "", jamo},
		{"a tail of three", "Amara Okafor", 6, "...", "Ama..."},
		{"a tail wider than the room", "Amara", 2, "...", ".."},
		{"no room", "Amara", 0, "…", ""},
		{"less than no room", "Amara", -3, "…", ""},
		{"styled", "\x1b[1mAmara\x1b[0m", 3, "…", "\x1b[1mAm…\x1b[0m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Cut(c.s, c.cells, c.tail); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"left", Fit("陈", 4, "…"), "陈  "},
		{"left, cut to a half", Fit("陈美玲", 4, "…"), "陈… "},
		{"right", FitRight("2 d", 5, "…"), "  2 d"},
		{"right, cut", FitRight("two days", 5, "…"), "two …"},
		{"ends", Between("left", "right", 12, "…"), "left   right"},
		{"ends, the left cut", Between("left", "right", 8, "…"), "l… right"},
		{"ends, room for the right alone", Between("left", "right", 6, "…"), " right"},
		{"ends, not even that", Between("left", "right", 3, "…"), "ri…"},
		{"blank", Blank(3), "   "},
		{"less than blank", Blank(-1), ""},
		{"much blank", Blank(500), strings.Repeat(" ", 500)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%q, want %q", c.got, c.want)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, s string
		cells   int
		want    []string
	}{
		{"nothing", "", 10, []string{""}},
		{"one line", "led on-call", 11, []string{"led on-call"}},
		{"two", "led on-call", 10, []string{"led", "on-call"}},
		{"spaces at the break", "led    on-call   ", 8, []string{"led", "on-call"}},
		{"indentation stays", "  led on-call", 6, []string{"  led", "on-cal", "l"}},
		{"indentation that leaves no room", "      led", 4, []string{"    ", "led"}},
		{"indentation that leaves little room", "  abcdefgh", 4, []string{"  ab", "cdef", "gh"}},
		{"only spaces", "      ", 3, []string{""}},
		{"a long word", "abcdefgh ij", 3, []string{"abc", "def", "gh", "ij"}},
		{"a long word behind a short one", "a bcdefgh", 3, []string{"a", "bcd", "efg", "h"}},
		{"no-break space", "12\u00a0ms is fast", 6, []string{"12\u00a0ms", "is", "fast"}},
		{"zero width", "ab\u200bcd ef", 4, []string{"ab\u200bcd", "ef"}},
		{"Chinese breaks anywhere", "后端工程师", 4, []string{"后端", "工程", "师"}},
		{"Chinese behind Latin", "Rust 后端工程师", 9, []string{"Rust 后端", "工程师"}},
		{"no closing mark begins a line", "后端工程。", 8, []string{"后端工", "程。"}},
		{"no opening bracket ends a line", "后端（工程）", 6, []string{"后端", "（工", "程）"}},
		{"Korean breaks at spaces", "김준호 엔지니어", 8, []string{"김준호", "엔지니어"}},
		{"a wide one in one cell", "陈美", 1, []string{"陈", "美"}},
		{"joined emoji", family + family, 3, []string{family, family}},
		{"combining", strings.Repeat(combos, 3), 2, []string{combos + combos, combos}},
		{"Arabic", "مرحبا بالعالم", 7, []string{"مرحبا", "بالعالم"}},
		{"no room counts as one cell", "ab", -5, []string{"a", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Lines(c.s, c.cells); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

var seeds = []string{
	"", " ", "led on-call for six services", "   indented", "a\u00a0b\u200bc", "后端（工程）。x", "김준호 " + jamo + jamo, combos + " " + combos, family + flag + flag,
	"مرحبا بالعالم", strings.Repeat("long", 50), "\x1b[31mred\x1b[0m", "a\r\nb\tc", "\xff\xfe\x80", " \u0301x", "\u0600" + "1", "1\ufe0f\u20e3 2", "\u0915\u094d\u0937 क्ष",
}

func FuzzWrap(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, i%9+1)
	}
	f.Fuzz(func(t *testing.T, s string, cells int) {
		if cells < 1 || cells > 300 || styled(s) || !utf8.ValidString(s) || strings.ContainsAny(s, "\u0080\u0090\u0098\u009b\u009d\u009e\u009f") {
			t.Skip() // styling is not wrapped
		}
		bounds := clusterBounds(s)
		last := 0
		for _, p := range Wrap(s, cells) {
			if p.From < last || p.To < p.From || p.To > len(s) {
				t.Fatalf("%q in %d: piece %v after byte %d", s, cells, p, last)
			}
			if strings.Trim(s[last:p.From], " ") != "" {
				t.Errorf("%q in %d: lost %q", s, cells, s[last:p.From])
			}
			if !bounds[p.From] || !bounds[p.To] {
				t.Errorf("%q in %d: piece %v cuts a cluster", s, cells, p)
			}
			piece := s[p.From:p.To]
			if w := Width(piece); w > cells && clusters(piece) != 1 {
				t.Errorf("%q in %d: %q is %d cells wide", s, cells, piece, w)
			}
			last = p.To
		}
		if strings.Trim(s[last:], " ") != "" {
			t.Errorf("%q in %d: lost %q at the end", s, cells, s[last:])
		}
	})
}

func FuzzCut(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, i, "…")
	}
	f.Fuzz(func(t *testing.T, s string, cells int, tail string) {
		if cells > 300 || styled(s) || styled(tail) {
			t.Skip()
		}
		got := Cut(s, cells, tail)
		if !utf8.ValidString(s) || !utf8.ValidString(tail) {
			return // what is shown was cleaned on its way in; here it is enough to come through
		}
		if w := Width(got); w > max(0, cells) {
			t.Errorf("%q cut to %d: %q is %d cells wide", s, cells, got, w)
		}
		if got == s || cells <= 0 {
			return
		}
		for end := tail; ; end = end[:len(end)-1] { // a tail wider than the room is cut itself
			if kept, ok := strings.CutSuffix(got, end); ok && strings.HasPrefix(s, kept) && clusterBounds(s)[len(kept)] {
				return
			}
			if end == "" {
				t.Fatalf("%q cut to %d with %q: %q", s, cells, tail, got)
			}
		}
	})
}

func clusterBounds(s string) map[int]bool {
	bounds := map[int]bool{0: true}
	for at := 0; at < len(s); {
		cluster, _ := next(s[at:])
		at += len(cluster)
		bounds[at] = true
	}
	return bounds
}

func clusters(s string) int { return len(clusterBounds(s)) - 1 }

// Two libraries that know of clusters must agree about those that applications hold.
func TestClustersAsOthersSeeThem(t *testing.T) {
	s := "Amara " + combos + " 陈美玲 " + jamo + " " + family + flag + " مرحبا 1\ufe0f\u20e3"
	g := uniseg.NewGraphemes(s)
	for at := 0; g.Next(); {
		cluster, _ := next(s[at:])
		if cluster != g.Str() {
			t.Fatalf("at %d: %q, another library has %q", at, cluster, g.Str())
		}
		at += len(cluster)
	}
}

// What is counted without looking closely comes to the same.
func TestSingleCharacters(t *testing.T) {
	var all strings.Builder
	n := 0
	for r := rune(0x80); r < 0x30000; r++ {
		if !single(r) {
			continue
		}
		all.WriteRune(r)
		n++
		for _, s := range []string{string(r), "a" + string(r) + "b", string(r) + string(r), string(r) + "–"} {
			if got, want := Width(s), ansi.StringWidth(s); got != want {
				t.Errorf("%q (%U): %d cells, closely %d", s, r, got, want)
			}
			if clusters(s) != utf8.RuneCountInString(s) {
				t.Errorf("%q (%U) is %d clusters", s, r, clusters(s))
			}
		}
	}
	if got := ansi.StringWidth(all.String()); got != n || n < 300 {
		t.Errorf("%d characters take %d cells", n, got)
	}
}

func BenchmarkWrap(b *testing.B) {
	for name, s := range map[string]string{
		"plain":   strings.Repeat("Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms. ", 40),
		"chinese": strings.Repeat("重写了账本服务，延迟从一百八十毫秒降到十二毫秒。", 60),
	} {
		b.Run(fmt.Sprint(name, "/", len(s)), func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Wrap(s, 60)
			}
		})
	}
}

func BenchmarkCut(b *testing.B) {
	for name, s := range map[string]string{"plain": "Bartholomew Featherstonehaugh", "mixed": "Mei-Ling Chen 陈美玲 Tomás Herrera"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Fit(s, 20, "…")
			}
		})
	}
}
