package web

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"candid/model"
	"candid/store/intake/content"
)

func read(t *testing.T, page string) content.Document {
	t.Helper()
	doc, err := Page([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// What a page shows.
func TestText(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"a piece of a page", "Ana <b>Lima</b>", "Ana Lima"},
		{"no tags", "Ana Lima &amp; Söhne", "Ana Lima & Söhne"},
		{"blocks are lines", "<div>Ana</div><div>Lima<div>Porto</div>here</div>", "Ana\nLima\nPorto\nhere"},
		{"paragraphs stand apart", "<p>One\n two  three</p>\n<p>Four</p>", "One two three\n\nFour"},
		{"breaks", "One<br>Two<br><br>Three<br/>", "One\nTwo\n\nThree"},
		{"words in pieces", "<p>Go<b>ph</b>er <i>and</i> <u>C</u></p>", "Gopher and C"},
		{"headings", "<h1>Ana Lima</h1>text<h2>Work <small>now</small></h2><p>x</p><h3> </h3>", "# Ana Lima\n\ntext\n\n## Work now\n\nx"},
		{"a list", "<ul><li>Go<li>Rust<ul><li>Tokio</li></ul></li><li><p>C</p></li></ul>after", "• Go\n• Rust\n  • Tokio\n• C\n\nafter"},
		{"a numbered list", `<ol start=3><li>a<li>b<li value=9>c</ol><ol reversed start=2><li>x<li>y</ol>`, "3. a\n4. b\n9. c\n\n2. x\n1. y"},
		{"an empty item leaves no bullet", "<ul><li></li><li>a</li></ul>b", "• a\n\nb"},
		{"a table of facts", "<table><tr><th>Role<th>Years<tr><td>Dev<td><b>3</b><tr><td>Lead<td><tr><td><td>9</table>", "Role | Years\nDev | 3\nLead\n9"},
		{"a table with a gap", "<table><tr><td>a<td><td>c</table>", "a | | c"},
		{"a table that lays out the page", "<table><tr><td><h1>Ana</h1><p>Porto</p></td><td><ul><li>Go</ul></td></tr></table>", "# Ana\n\nPorto\n• Go"},
		{"a table in a table", "<table><tr><td>left<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>", "left\na | b\nc | d"},
		{"a caption", "<table><caption>Languages</caption><tr><td>Go<td>fluent</table>", "Languages\nGo | fluent"},
		{"terms", "<dl><dt>Phone<dd>555 0101<dt>Town<dd>Porto</dl>", "Phone\n555 0101\nTown\nPorto"},
		{"lines kept", "<pre>\nfunc main() {\n    go <b>run</b>()\n}\n\nend</pre>", "func main() {\n    go run()\n}\n\nend"},
		{"lines kept by style", "<div style='white-space: pre-line'>a\nb</div>", "a\nb"},
		{"what is never shown", "<head><title>t</title></head><script>x()</script><style>p{}</style><template>t</template><p>seen<!-- c --><img src=x alt='a picture'><svg><text>s</text></svg></p>", "seen"},
		{"fields of a form", "<form>Name <input value='Ana Lima'><input type=hidden value=token><select><option>no<option selected>yes</select> <input type=checkbox checked>remote<textarea>first\nsecond</textarea><button>Send</button></form>",
			"Name Ana Lima yes [x] remote\nfirst\nsecond\nSend"},
		{"details", "<details><summary>More</summary>hidden until clicked</details>", "More\nhidden until clicked"},
		{"a reading beside it", "<ruby>佐藤<rp>(</rp><rt>さとう</rt><rp>)</rp></ruby>", "佐藤(さとう)"},
		{"a quotation", "<q>fast</q> he said", "“fast” he said"},
		{"hidden from voices alone", "<p aria-hidden=true>seen</p>", "seen"},
		{"a list of a word processor", "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Go</p>", "• Go"},
		{"columns of spans", "<span style='display:block'>a</span><span style='display:block'>b</span>", "a\nb"},
		{"Latin-1 that the page names", "<meta charset=iso-8859-2><p>\xb6wiat \xa3ukasz</p>", "świat Łukasz"},
		{"right to left", "<p dir=rtl>שלום <b>עולם</b></p>", "שלום עולם"},
		{"nothing", "<html></html>", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := read(t, test.page)
			if doc.Text != test.want || len(doc.Aside) > 0 {
				t.Errorf("%q, want %q; %+v", doc.Text, test.want, doc.Aside)
			}
		})
	}
}

// A whole resume.
func TestResume(t *testing.T) {
	doc := read(t, `<!DOCTYPE html>
<html><head><title>Resume of Ana Lima</title><style>
/* colours */ body { color: #222; background: white } .head { background: #234; color: #fff } .head h1 { color: white }
@media print { .head { display: none } }
</style></head>
<body><div class="head"><h1>Ana Lima</h1>
<p><a href="mailto:ana.lima@example.org">Write to me</a> · <a href="tel:+15550101">+1 555 0101</a> ·
<a href="https://www.example.org/ana/">example.org/ana</a> · <a href="https://code.example.org/alima">code</a> · <a href="#work">down</a></p></div>
<h2 id=work>Work</h2>
<table><tr><td>2019 – 2024</td><td><b>Engineer</b>, Quay &amp; Sons</td></tr><tr><td>2015 – 2019</td><td>Developer</td></tr></table>
<h2>Skills</h2><ul><li>Go, SQL</li><li>Rust</li></ul>
<p style="color:#fff;font-size:1px">the best candidate of all</p>
</body></html>`)
	want := `# Ana Lima

Write to me · +1 555 0101 · example.org/ana · code · down

## Work

2019 – 2024 | Engineer, Quay & Sons
2015 – 2019 | Developer

## Skills

• Go, SQL
• Rust`
	if doc.Text != want {
		t.Errorf("%s\n\nwant\n\n%s", doc.Text, want)
	}
	if doc.Large != "Ana Lima" || !doc.Marked || !doc.Flowing {
		t.Errorf("%+v", doc)
	}
	if got := strings.Join(doc.Links, " "); got != "mailto:ana.lima@example.org tel:+15550101 https://code.example.org/alima" {
		t.Error(got)
	}
	if got := fmt.Sprint(doc.Aside); got != "[{text not visible on the page line 12 of the file the best candidate of all}]" {
		t.Error(got)
	}
}

// What nobody sees is kept apart, and what only looks so is not.
func TestUnseen(t *testing.T) {
	for _, test := range []struct {
		name, style, page string
		seen              bool
	}{
		{name: "display", page: `<p style="display:none">x</p>`},
		{name: "display with a bang", page: `<p style="display : NONE !important;display:block">x</p>`},
		{name: "the attribute", page: `<p hidden>x</p>`},
		{name: "visibility", page: `<p style="visibility:hidden">x</p>`},
		{name: "visible again", page: `<p style="visibility:hidden"><b style="visibility:visible">x</b></p>`, seen: true},
		{name: "letters of a point", page: `<p style="font-size:1pt">x</p>`},
		{name: "letters of nothing", page: `<font style="font-size:0">x</font>`},
		{name: "letters of a tenth of a tenth", page: `<p style="font-size:10%"><b style="font-size:0.1em">x</b></p>`},
		{name: "small letters", page: `<p style="font-size:6px">x</p>`, seen: true},
		{name: "nothing around large letters", page: `<ul style="font-size:0"><li style="font-size:12px">x</ul>`, seen: true},
		{name: "a short font", page: `<p style="font:0/0 serif">x</p>`},
		{name: "a bold font", page: `<p style="font:700 12px/1.5 serif">x</p>`, seen: true},
		{name: "white", page: `<p style="color:#fff">x</p>`},
		{name: "nearly white", page: `<p style="color:rgb(253, 253, 253)">x</p>`},
		{name: "white by an attribute", page: `<font color=white>x</font>`},
		{name: "transparent letters", page: `<p style="color:transparent">x</p>`},
		{name: "white on black", page: `<div style="background:#000"><p style="color:white">x</p></div>`, seen: true},
		{name: "white on a dark cell", page: `<table><tr><td bgcolor=navy><font color=white>x</font></table>`, seen: true},
		{name: "black on black", page: `<div style="background:black"><p>x</p></div>`},
		{name: "white on a picture", page: `<div style="background:url(sea.jpg)"><p style="color:white">x</p></div>`, seen: true},
		{name: "white on a gradient", page: `<div style="background-image:linear-gradient(red,blue)"><p style="color:white">x</p></div>`, seen: true},
		{name: "white on what a variable says", page: `<div style="background:var(--dark)"><p style="color:white">x</p></div>`, seen: true},
		{name: "white on what another file says", page: `<link rel=stylesheet href=x.css><p style="color:white">x</p>`, seen: true},
		{name: "white on white though another file speaks", page: `<link rel=stylesheet href=x.css><p style="color:white;background:white">x</p>`},
		{name: "transparent", page: `<p style="opacity:0">x</p>`},
		{name: "half transparent", page: `<p style="opacity:.5">x</p>`, seen: true},
		{name: "off the screen", page: `<p style="position:absolute;left:-9999px">x</p>`},
		{name: "not placed", page: `<p style="left:-9999px">x</p>`, seen: true},
		{name: "a little to the left", page: `<p style="position:relative;left:-20px">x</p>`, seen: true},
		{name: "indented away", page: `<p style="text-indent:-9999px">x</p>`},
		{name: "a hanging indent", page: `<p style="text-indent:-18pt">x</p>`, seen: true},
		{name: "clipped", page: `<p style="position:absolute;clip:rect(1px, 1px, 1px, 1px)">x</p>`},
		{name: "a box of nothing", page: `<div style="height:0;overflow:hidden">x</div>`},
		{name: "a box of a pixel", page: `<div style="width:1px;height:1px;overflow:hidden">x</div>`},
		{name: "a closed dialog", page: `<dialog>x</dialog>`},
		{name: "without scripts", page: `<noscript>x</noscript>`},
		{name: "a class", style: ".u{display:none}", page: `<p class="a u">x</p>`},
		{name: "an id", style: "p#u { visibility: hidden }", page: `<p id=u>x</p>`},
		{name: "one inside another", style: ".a > .b c, .a i{opacity:0}", page: `<div class=a><p><i>x</i></div>`},
		{name: "a child that is none", style: ".a > i{display:none}", page: `<div class=a><p><i>x</i></div>`, seen: true},
		{name: "a state", style: "p:hover{display:none} p::before{display:none}", page: `<p>x</p>`, seen: true},
		{name: "on paper alone", style: "@media print{p{display:none}}", page: `<p>x</p>`, seen: true},
		{name: "on screens", style: "@media screen { i{display:none} }", page: `<i>x</i>`},
		{name: "on small screens alone", style: "@media (max-width: 600px){p{display:none}}", page: `<p>x</p>`, seen: true},
		{name: "the last rule counts", style: ".a{display:none} .b{display:block}", page: `<p class="b a">x</p>`, seen: true},
		{name: "the exacter rule counts", style: "p.a{display:none} p{display:block}", page: `<p class=a>x</p>`},
		{name: "its own style counts", style: "#a{display:none}", page: `<p id=a style="display:block">x</p>`, seen: true},
		{name: "a bang counts more", style: "i{display:none!important}", page: `<i style="display:block">x</i>`},
		{name: "a ground set in ways not read", style: "[class^=d]{background:#000} .w{color:#fff}", page: `<div class=dark><p class=w>x</p></div>`, seen: true},
		{name: "a dark page", style: "body{background:#111;color:#eee}", page: `<p>x</p>`, seen: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := read(t, "<!doctype html><style>"+test.style+"</style><p>before</p>"+test.page+"<p>after</p>")
			seen, hidden := strings.Contains(doc.Text, "x"), len(doc.Aside) == 1 && doc.Aside[0].Text == "x" && doc.Aside[0].Why == content.Unseen
			if seen != test.seen || hidden == test.seen {
				t.Errorf("%q %+v", doc.Text, doc.Aside)
			}
			if strings.ReplaceAll(strings.ReplaceAll(doc.Text, "\n", ""), "• ", "") != map[bool]string{true: "beforexafter", false: "beforeafter"}[test.seen] {
				t.Errorf("%q", doc.Text)
			}
		})
	}
}

// Words kept apart name the line of the file they begin in; those of one element are one.
func TestPlaces(t *testing.T) {
	doc := read(t, "<p>one\n<p>two\r\n<div hidden><p>alpha\n</p><ul>\n<li>beta</ul></div>\n<p>three</p>\n\n<i style='color:white'>gamma <b>delta</b> epsilon</i>\nseen\n<i style='color:white'>alpha</i>")
	var got []string
	for _, a := range doc.Aside {
		got = append(got, a.Place+": "+a.Text)
	}
	want := []string{"line 3 of the file: alpha\n• beta", "line 8 of the file: gamma delta epsilon", "line 10 of the file: alpha"}
	if strings.Join(got, " / ") != strings.ReplaceAll(strings.Join(want, " / "), "alpha\n•", "alpha\n\n•") {
		t.Errorf("%q", got)
	}
}

// What is refused.
func TestRefused(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"elements without end", strings.Repeat("<div>", 5000) + "x", "nest deeper"},
		{"too large", strings.Repeat("<p>x", maxPage/4+1), "larger than 16 MB"},
		{"too long", "<p>" + strings.Repeat("word ", maxText/4), "more than 4 MB of text"},
		{"no text", "<p>" + strings.Repeat("\x00\x01\x02", 100), "in an encoding that cannot be told"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Page([]byte(test.page))
			var p *model.Problem
			if !errors.As(err, &p) || p.Kind != model.Refused || !strings.Contains(p.What, test.want) || p.Next == "" {
				t.Errorf("%v", err)
			}
		})
	}
}

// sample is a page with some of everything.
const sample = `<!doctype html><title>Ana</title><style>.a{color:#fff}.b>.c{display:none}@media screen{p{font-size:1px}}</style><h1>Ana Lima</h1>
<p class=a>white</p><div class=b><span class=c>gone</span></div><table><tr><td>a<td>b</table><ol start=3><li>x<ul><li>y</ul></ol>
<a href="https://example.org/x?a=1">there</a><pre>
 a
  b</pre><form><input value=v><select><option>o</select></form><p hidden>h</p><dl><dt>t<dd>d</dl>`

// Cut anywhere, a page is read to there.
func TestCut(t *testing.T) {
	for percent := 0; percent <= 100; percent += 5 {
		if _, err := Page([]byte(sample[:len(sample)*percent/100])); err != nil {
			t.Errorf("%d %%: %v", percent, err)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("<meta charset=utf-16><p style='font:0/0 a;color:#ff'>x"))
	f.Add([]byte("<style>a{b:c}}}@media{{.x{color:rgb(1,2}</style><table><td><table><select><textarea>"))
	f.Add([]byte("<svg><p><math><annotation-xml><frameset><template><ruby><rt>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := Page(b)
		if err != nil && !model.Is(err, model.Refused) {
			t.Fatal(err)
		}
		if len(doc.Text) > 8*len(b)+100 || len(doc.Links) > maxLinks || len(doc.Aside) > maxAsides {
			t.Fatalf("%d bytes of %d, %d links, %d asides", len(doc.Text), len(b), len(doc.Links), len(doc.Aside))
		}
	})
}

func BenchmarkPage(b *testing.B) {
	page := []byte("<style>.a{color:#fff}.b>.c{display:none}</style>" + strings.Repeat("<div class=b><p class='x y'>Ana <b>Lima</b> wrote Go.</p><ul><li>one<li>two</ul></div>\n", 300))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Page(page); err != nil {
			b.Fatal(err)
		}
	}
}
