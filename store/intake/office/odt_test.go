package office

import "testing"

func tp(words string) string { return "<text:p>" + words + "</text:p>" }

func span(style, words string) string {
	return `<text:span text:style-name="` + style + `">` + words + `</text:span>`
}

func TestODT(t *testing.T) {
	list := func(more, items string) string {
		return `<text:list text:style-name="Numbers"` + more + `>` + items + `</text:list>`
	}
	li := func(s string) string { return "<text:list-item>" + s + "</text:list-item>" }
	cellOf := func(more, s string) string { return "<table:table-cell" + more + ">" + s + "</table:table-cell>" }
	for _, c := range []struct{ name, body, want, aside string }{
		{"white space", "<text:p>  a\n\t b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e </text:p>", "a b   c   d / e", ""},
		{"a heading", tp("a") + `<text:h text:outline-level="2">H</text:h>` + tp("b"), "a /  / H / b", ""},
		{"lists count anew", list("", li(tp("a"))+li(tp("b"))) + tp("x") + list("", li(tp("c"))), "1. a / 2. b / x / 1. c", ""},
		{"or on", list("", li(tp("a"))) + tp("x") + list(` text:continue-numbering="true"`, li(tp("b"))), "1. a / x / 2. b", ""},
		{"lists within each other", list("", li(tp("a")+"<text:list>"+li(tp("b"))+li(tp("c"))+"</text:list>")+li(tp("d")+tp("more"))), "1. a /   a) b /   b) c / 2. d / more", ""},
		{"a number of its own", list("", `<text:list-item text:start-value="7">`+tp("a")+"</text:list-item>"+"<text:list-header>"+tp("x")+"</text:list-header>"+li(tp("b"))), "7. a / x / 8. b", ""},
		{"a link", `<text:p><text:a xlink:href="https://example.org">a</text:a></text:p>`, "a", ""},
		{"a note", "<text:p>a<text:note><text:note-citation>i</text:note-citation><text:note-body>" + tp("n") + "</text:note-body></text:note>b</text:p>", "a[1]b /  / [1] n", ""},
		{"changes and comments", "<text:tracked-changes><text:changed-region>" + tp("gone") + "</text:changed-region></text:tracked-changes><text:p>a<office:annotation>" + tp("comment") + "</office:annotation>b</text:p>", "ab", ""},
		{"what asks to be filled in", "<text:p>Name: <text:placeholder>&lt;name&gt;</text:placeholder></text:p>", "Name:", ""},
		{"the number of the page", "<text:p>Amara, page <text:page-number>2</text:page-number>/<text:page-count>3</text:page-count></text:p>", "Amara", ""},
		{"ruby", "<text:p><text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby></text:p>", "漢字", ""},
		{"a text box", `<text:p>a<draw:frame><draw:text-box>` + tp("box") + `</draw:text-box><svg:title>alt</svg:title></draw:frame></text:p>`, "a / box", ""},
		{"one above", `<text:p>a<draw:frame svg:y="-2cm"><draw:text-box>` + tp("box") + `</draw:text-box></draw:frame></text:p>`, "box / a", ""},
		{"a table", "<table:table><table:table-header-rows><table:table-row>" + cellOf("", tp("a")) + cellOf("", tp("b")) + "</table:table-row></table:table-header-rows><table:table-row>" + cellOf(` table:number-columns-spanned="2"`, tp("c")) + "<table:covered-table-cell/></table:table-row></table:table>", "a | b / c", ""},
		{"hidden words", tp("a") + tp(span("Gone", "secret")), "a", "paragraph 2: secret"},
		{"white on white", tp("a") + tp(span("Pale", "secret")), "a", "paragraph 2: secret"},
		{"white said to be automatic", tp(span("Auto", "a")), "a", ""},
		{"white on a dark cell", "<table:table><table:table-row>" + cellOf(` table:style-name="Dark"`, tp(span("Pale", "a"))) + "</table:table-row></table:table>", "a", ""},
		{"tiny", tp("a") + tp(span("Tiny", "secret")), "a", "paragraph 2: secret"},
		{"a hidden section", tp("a") + `<text:section text:display="none">` + tp("secret") + tp("more") + "</text:section>" + tp("b"), "a / b", "paragraph 2: secret / more"},
		{"a hidden paragraph", tp("a") + `<text:p><text:hidden-paragraph text:is-hidden="true"/>secret</text:p>` + tp("b"), "a / b", "paragraph 2: secret"},
		{"hidden text of a field", `<text:p>a<text:hidden-text text:is-hidden="true" text:string-value="secret"/></text:p>`, "a", "paragraph 1: secret"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := ODT(writerFile(t, c.body, ""))
			if err != nil {
				t.Fatal(err)
			}
			if joined(d) != c.want || asides(d) != c.aside {
				t.Errorf("got  %q beside %q\nwant %q beside %q", joined(d), asides(d), c.want, c.aside)
			}
		})
	}
}

func TestODTHeaders(t *testing.T) {
	page := func(name, more, words string) string {
		return `<style:master-page style:name="` + name + `"` + more + `><style:header>` + tp(words) + `</style:header><style:header-left style:display="false">` + tp("left") + `</style:header-left>` +
			`<style:footer>` + tp("foot") + `</style:footer></style:master-page>`
	}
	d, err := ODT(writerFile(t, tp("a"), page("Other", "", "other")+page("Standard", ` style:next-style-name="Second"`, "first")+page("Second", "", "second")))
	if want := "first / second /  / a /  / foot"; err != nil || joined(d) != want {
		t.Errorf("got %q, %v; want %q", joined(d), err, want)
	}
}
