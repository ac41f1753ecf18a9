package search

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"candid/model"
)

func TestHolds(t *testing.T) {
	word := func(s string) Said { return Said{Text: s} }
	phrase := func(s string) Said { return Said{Text: s, Whole: true} }
	cases := []struct {
		name string
		text string
		said Said
		want bool
	}{
		{"nothing is in everything", "", word(""), true},
		{"blanks are nothing", "rust", word("  "), true},
		{"a whole word", "I write Rust.", word("rust"), true},
		{"the beginning of a word", "Rust-based, Rustacean", word("rust"), true},
		{"the beginning alone", "Rustacean", word("rust"), true},
		{"not the middle of a word", "I trust you", word("rust"), false},
		{"behind a hyphen", "async-rust", word("rust"), true},
		{"behind a slash", "go/rust", word("rust"), true},
		{"in capitals", "RUST", word("rust"), true},
		{"typed in capitals", "rust", word("RUST"), true},
		{"accents need not be typed", "Bergström", word("bergstrom"), true},
		{"accents may be typed", "Bergstrom", word("bergström"), true},
		{"two words with a hyphen", "full-stack", word("full-stack"), true},
		{"two words without their hyphen", "event-driven", word("event driven"), true},
		{"a phrase without its hyphen", "all event-driven systems", phrase("event driven"), true},
		{"a phrase with a hyphen that is not there", "all event driven systems", phrase("event-driven"), true},
		{"on the way to its second word", "event-driven", word("event-"), true},
		{"a hyphen that joins nothing", "Go - and Rust", phrase("go and"), false},
		{"a hyphen of another kind", "full‑stack – all", word("full-stack"), true},
		{"an apostrophe of another kind", "O’Brien", word("o'brien"), true},
		{"C++ in its signs", "C++17 and Go", word("c++"), true},
		{"C++ is not in C", "C and Go", word("c++"), false},
		{"C# in its signs", "C#, .NET", word("c#"), true},
		{".NET with its dot", "C#, .NET", word(".net"), true},
		{".NET without its dot", "C#, .NET", word("net"), true},
		{"ASP.NET", "ASP.NET", word(".net"), true},
		{"a mail address", "write to Ana.Lopez@example.org", word("ana.lopez@example"), true},
		{"the host of a mail address", "Ana.Lopez@example.org", word("example.org"), true},
		{"the host with its sign", "Ana.Lopez@example.org", word("@example"), true},
		{"a number", "since 2021", word("2021"), true},
		{"not the end of a number", "12021", word("2021"), false},
		{"Chinese at any place", "高级后端开发工程师", word("开发"), true},
		{"Chinese that is not there", "高级后端工程师", word("开发"), false},
		{"Latin behind Chinese", "使用Rust开发", word("rust"), true},
		{"Japanese at any place", "バックエンドエンジニア", word("エンジニア"), true},
		{"Korean at any place", "백엔드개발자", word("개발자"), true},
		{"Thai at any place", "วิศวกรซอฟต์แวร์", word("ซอฟต์แวร์"), true},
		{"Cyrillic at the beginning", "Старший Разработчик", word("разраб"), true},
		{"Cyrillic not in the middle", "Старший Разработчик", word("работчик"), false},
		{"Greek", "Μηχανικός λογισμικού", word("λογισμ"), true},
		{"Arabic", "مهندس برمجيات", word("برمج"), true},
		{"Hebrew", "מהנדס תוכנה", word("תוכנה"), true},
		{"Devanagari keeps its signs", "सॉफ्टवेयर इंजीनियर", word("इंजीनियर"), true},
		{"Devanagari not in the middle", "सॉफ्टवेयर", word("वेयर"), false},

		{"a phrase", "I live in New York now", phrase("new york"), true},
		{"a phrase across a line break", "I live in New\n   York", phrase("new york"), true},
		{"a phrase typed with many blanks", "New York", phrase("  new   york "), true},
		{"a phrase is whole at its end", "New Yorker", phrase("new york"), false},
		{"a phrase is whole at its beginning", "Renew York", phrase("new york"), false},
		{"a word behind a sign ends", "New York, NY", phrase("new york"), true},
		{"words apart are no phrase", "New in York", phrase("new york"), false},
		{"one whole word", "Go, Rust", phrase("go"), true},
		{"not the beginning of a longer one", "Google", phrase("go"), false},
		{"the whole word stands behind the longer one", "Google, Go", phrase("go"), true},
		{"C is not C++", "C++", phrase("c"), false},
		{"C is not C#", "C#", phrase("c"), false},
		{"C beside C++", "C++, C", phrase("c"), true},
		{"C++ whole", "C++, Go", phrase("c++"), true},
		{"a plus between two", "Rust+Go", phrase("rust"), true},
		{"Chinese phrase at any place", "高级后端开发工程师", phrase("后端开发"), true},
		{"Latin ends before Chinese", "使用Rust开发", phrase("rust"), true},
		{"a word that a line breaks", "software develop-\nment in teams", word("development"), true},
		{"a whole word that a line breaks", "software develop-\nment in teams", phrase("development"), true},
		{"a hyphen that a line breaks", "full-\nstack work", word("full-stack"), false},
		{"its second part", "full-\nstack work", word("stack"), true},
		{"a soft hyphen is not seen", "develop\u00adment", word("development"), true},
		{"quotes in a text", "the “Rust” book", phrase("rust"), true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := New(c.text).Holds(c.said); got != c.want {
				t.Errorf("%q in %q: %v, want %v (%q)", c.said.Text, c.text, got, c.want, New(c.text))
			}
			if got := c.said.Pattern().InString(c.text); got != c.want {
				t.Errorf("%q in %q as it is: %v, want %v", c.said.Text, c.text, got, c.want)
			}
		})
	}
}

func TestNoPhraseFromOneTextIntoTheNext(t *testing.T) {
	text := New("I moved to New", "York is fine")
	for said, want := range map[Said]bool{
		{Text: "new york", Whole: true}: false, {Text: "new york"}: false, {Text: "york"}: true, {Text: "york is", Whole: true}: true, {Text: "to new", Whole: true}: true,
	} {
		if got := text.Holds(said); got != want {
			t.Errorf("%+v: %v, want %v", said, got, want)
		}
	}
}

func TestCorpus(t *testing.T) {
	id := func(n byte) model.ID { return model.ID{n} }
	first := Corpus{}.Put(map[model.ID]Text{id(1): New("Rust"), id(2): New("Go")})
	second := first.Put(map[model.ID]Text{id(2): New("Rust, too"), id(3): New("Zig")})
	third := second.Remove(id(1))
	for _, c := range []struct {
		name   string
		corpus Corpus
		said   string
		want   string
	}{
		{"as it was put", first, "rust", "map[1:true]"},
		{"put in another's place", second, "rust", "map[1:true 2:true]"},
		{"the first stays as it was", first, "go", "map[2:true]"},
		{"what was replaced is gone", second, "go", "map[]"},
		{"who was removed is gone", third, "rust", "map[2:true]"},
		{"others stay", third, "zig", "map[3:true]"},
	} {
		got := map[byte]bool{}
		for id := range c.corpus.Hits(Said{Text: c.said}, nil) {
			got[id[0]] = true
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
	if n := len(second.Hits(Said{}, func() bool { return true })); n != 0 {
		t.Errorf("stopped at once, it found %d", n)
	}
	if second.Len() != 3 || third.Len() != 2 || !third.Has(id(3)) || third.Has(id(1)) {
		t.Errorf("%d then %d", second.Len(), third.Len())
	}
}

// Each word of a text is found in it, by itself and by its beginning, and every two neighbours as a phrase.
func FuzzHolds(f *testing.F) {
	for _, s := range []string{"Rust-based C++ New\nYork", "使用Rust开发 ", "é\u0301 \xff a-\nb", "ﬀ ß ½ ㎏ \u200b\u0300x", "x \x01y \x00", "한국 가"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := New(s)
		words := strings.Fields(s)
		for i, w := range words {
			if !sieveOf(text).passes(Said{Text: w}.Pattern().asked()) {
				t.Fatalf("the sieve of %q does not let its own word %q through", s, w)
			}
			if !text.Holds(Said{Text: w}) || !text.Holds(Said{Text: w, Whole: true}) {
				t.Fatalf("%q does not hold its own word %q (%q)", s, w, text)
			}
			if i > 0 && !text.Holds(Said{Text: words[i-1] + " " + w, Whole: true}) {
				t.Fatalf("%q does not hold %q %q (%q)", s, words[i-1], w, text)
			}
		}
		for _, said := range []Said{{Text: s}, {Text: s, Whole: true}, {Text: s[len(s)/2:]}, {Text: s[len(s)/2:], Whole: true}} {
			if ready, asItIs := said.Pattern().In(text), said.Pattern().InString(s); ready != asItIs {
				t.Fatalf("%+v in %q: %v made ready, %v as it is", said, s, ready, asItIs)
			}
			if p := said.Pattern(); len(p.words) > 0 && p.marked && !p.whole {
				plain := bytes.Contains(text, append([]byte{mark}, p.words...))
				if plain != p.In(text) {
					t.Fatalf("%q: searched %v, contained %v", s, !plain, plain)
				}
			}
		}
	})
}

// corpus is 5,000 texts of 4 KB.
func corpus() Corpus {
	r := rand.New(rand.NewPCG(1, 2))
	var vocabulary []string
	for range 3000 {
		var w strings.Builder
		for range 2 + r.IntN(9) {
			w.WriteByte("eeeeaaaatttooonnniiisssrrrllldddhhcuummppgfwybvkxjqz"[r.IntN(52)])
		}
		vocabulary = append(vocabulary, w.String())
	}
	texts := map[model.ID]Text{}
	for i := range 5000 {
		var s strings.Builder
		for s.Len() < 4096 {
			s.WriteString(vocabulary[int(float64(len(vocabulary))*r.Float64()*r.Float64())])
			s.WriteByte(" \n"[r.IntN(2)])
		}
		if i%500 == 0 {
			s.WriteString("fluent in Kubernetes and new york")
		}
		texts[model.ID{byte(i), byte(i >> 8)}] = New(s.String())
	}
	return Corpus{}.Put(texts)
}

func BenchmarkHits(b *testing.B) {
	c := corpus()
	b.Logf("%d texts take %d bytes", c.Len(), c.Size())
	for _, s := range []Said{{Text: "e"}, {Text: "z"}, {Text: "kubernetes"}, {Text: "senior"}, {Text: "absentee"}, {Text: "new york", Whole: true}, {Text: "are in the", Whole: true}, {Text: "инженер"}} {
		b.Run(fmt.Sprint(s.Text, s.Whole), func(b *testing.B) {
			for b.Loop() {
				c.Hits(s, nil)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	s := strings.Repeat("Rewrote the ledger service in Rust (Tokio, Axum);\np99 from 180 ms to 12 ms at 9,000 req/s.\n", 45)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		New(s)
	}
}
