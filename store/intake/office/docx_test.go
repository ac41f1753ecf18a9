package office

import (
	"strings"
	"testing"

	"candid/store/intake/content"

	"golang.org/x/text/encoding/unicode"
)

// joined is a document on one line, as the tables of cases have it: lines parted by " / ".
func joined(d content.Document) string { return strings.ReplaceAll(d.Text, "\n", " / ") }

// asides is what a document has beside its text.
func asides(d content.Document) string {
	var s []string
	for _, a := range d.Aside {
		s = append(s, a.Place+": "+strings.ReplaceAll(a.Text, "\n", " / "))
	}
	return strings.Join(s, "; ")
}

// p is a paragraph of Word with words and, before them, properties of the run.
func p(words string, properties ...string) string {
	return "<w:p><w:r><w:rPr>" + strings.Join(properties, "") + "</w:rPr><w:t>" + words + "</w:t></w:r></w:p>"
}

func tc(body string) string { return "<w:tc>" + body + "</w:tc>" }

const white = `<w:color w:val="FFFFFF"/>`

func fieldOf(instruction, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + instruction + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		`<w:r><w:t>` + result + `</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func shape(fill, body string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0"><wp:docPr name="alt words"/><a:graphic><wps:wsp><wps:spPr>` + fill +
		`</wps:spPr><wps:txbx><w:txbxContent>` + body + `</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>` + body + `</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

func item(list, level, words string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + words + `</w:t></w:r></w:p>`
}

func TestDOCX(t *testing.T) {
	for _, c := range []struct{ name, body, want, aside string }{
		{"blank lines are one", p("a") + "<w:p/><w:p/>" + p("b") + "<w:p/>", "a /  / b", ""},
		{"a heading by its style's name", p("a") + `<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p><w:p/>` + p("b"), "a /  / H / b", ""},
		{"by the style it builds on", p("a") + `<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p>` + p("b"), "a /  / H / b", ""},
		{"by its own level", p("a") + `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p>`, "a /  / H", ""},
		{"none by its own level", p("a") + `<w:p><w:pPr><w:pStyle w:val="Mine"/><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p>`, "a / H", ""},
		{"breaks", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type=\"page\"/></w:r></w:p>", "a / b / c", ""},
		{"tabs", "<w:p><w:r><w:tab/><w:t>a</w:t><w:tab/><w:tab/><w:t>2019 – 2021</w:t><w:tab/></w:r></w:p>", "a   2019 – 2021", ""},
		{"a bullet that was typed", "<w:p><w:r><w:t>-</w:t><w:tab/><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>•b</w:t></w:r></w:p>" + p("– c"), "• a / • b / – c", ""},
		{"a number that was typed", "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>a</w:t></w:r></w:p>", "1. a", ""},
		{"a year before a tab", "<w:p><w:r><w:t>2019</w:t><w:tab/><w:t>a</w:t></w:r></w:p>", "2019   a", ""},
		{"hyphens", "<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>op x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r></w:p>", "coop x-y", ""},
		{"signs of fonts", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> a </w:t><w:sym w:font="Wingdings" w:char="F028"/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>2 </w:t><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>`, "• a ≥2 α", ""},
		{"words in a font of signs", p("\uf0fc\uf041", `<w:rFonts w:ascii="Wingdings"/>`), "✓", ""},
		{"changes", `<w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>from</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> to</w:t></w:r></w:moveTo></w:p>`, "in to", ""},
		{"comments", `<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`, "a", ""},
		{"a control that was filled in", `<w:sdt><w:sdtPr/><w:sdtContent>` + p("a") + `</w:sdtContent></w:sdt>`, "a", ""},
		{"one that was not", `<w:p><w:r><w:t>Name: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>`, "Name:", ""},
		{"smart tags, other elements", `<w:p><w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag><w:customXml><w:r><w:t>b</w:t></w:r></w:customXml><w:dir w:val="rtl"><w:r><w:t>ج</w:t></w:r></w:dir></w:p>`, "abج", ""},
		{"ruby", `<w:p><w:r><w:ruby><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "漢字", ""},
		{"formulas", `<w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>`, "a=b", ""},
		{"a field", "<w:p>" + fieldOf("DATE", "1 May") + "</w:p>", "1 May", ""},
		{"the number of the page", "<w:p><w:r><w:t>Amara – Page </w:t></w:r>" + fieldOf(" PAGE ", "3") + "<w:r><w:t> of </w:t></w:r>" + `<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>4</w:t></w:r></w:fldSimple></w:p>`, "Amara", ""},
		{"a field that never ends", `<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>a</w:t></w:r></w:p>`, "a", ""},
		{"a text box is read once", "<w:p><w:r><w:t>a</w:t></w:r>" + shape("", p("box")) + "</w:p>" + p("b"), "a / box / b", ""},
		{"only the second writing has words", `<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>f</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "f", ""},
		{"a table", "<w:tbl><w:tr>" + tc(p("a")) + tc(p("b")) + "</w:tr><w:tr>" + tc(p("c")) + tc("<w:p/>") + "</w:tr></w:tbl>", "a | b / c", ""},
		{"columns", "<w:tbl><w:tr>" + tc(p("Skills")+p("Rust")) + tc(p("Work")+p("Lumen")+p("Harbour")) + "</w:tr></w:tbl>", "Skills / Rust /  / Work / Lumen / Harbour", ""},
		{"a date beside a job", "<w:tbl><w:tr>" + tc(p("2019")) + tc(p("Engineer")+item("1", "0", "a")) + "</w:tr></w:tbl>", "2019 / Engineer / • a", ""},
		{"narrow cells of a few lines", "<w:tbl><w:tr>" + tc(p("Phone")+p("555")) + tc(p("Town")+p("Bonn")) + tc(p("c")) + "</w:tr></w:tbl>", "Phone 555 | Town Bonn | c", ""},
		{"a table in a table", "<w:tbl><w:tr>" + tc("<w:tbl><w:tr>"+tc(p("a"))+tc(p("b"))+"</w:tr><w:tr>"+tc(p("c"))+tc(p("d"))+"</w:tr></w:tbl><w:p/>") + tc(p("e")+p("f")) + "</w:tr></w:tbl>", "a | b / c | d /  / e / f", ""},
		{"merged cells", `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + p("a") + "</w:tc>" + tc(p("b")) + "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + tc(p("c")) + "</w:tr></w:tbl>", "a | b / c", ""},
		{"a deleted row", "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc(p("a")) + "</w:tr><w:tr>" + tc(p("b")) + "</w:tr></w:tbl>", "b", ""},

		{"lists count on", item("2", "0", "a") + item("2", "1", "b") + p("x") + item("2", "0", "c") + item("2", "1", "d"), "1. a /   a) b / x / 2. c /   a) d", ""},
		{"and begin anew where they say so", item("2", "0", "a") + item("2", "0", "b") + item("3", "0", "c") + item("3", "0", "d"), "1. a / 2. b / 1. c / 2. d", ""},
		{"a list that begins at three", item("2", "0", "a") + item("2", "2", "b"), "1. a /     III b", ""},
		{"an item without a list", item("0", "0", "a") + item("77", "0", "b") + item("4", "0", "c"), "a / b / • c", ""},

		{"hidden", p("a") + p("secret", "<w:vanish/>"), "a", "paragraph 2: secret"},
		{"hidden by its style", p("a") + p("secret", `<w:rStyle w:val="Ghost"/>`), "a", "paragraph 2: secret"},
		{"shown against its style", p("a", `<w:rStyle w:val="Ghost"/>`, `<w:vanish w:val="0"/>`), "a", ""},
		{"white on white", p("a") + p("secret", white) + p("more", white), "a", "paragraph 2: secret / more"},
		{"part of a paragraph", "<w:p><w:r><w:t>a </w:t></w:r><w:r><w:rPr>" + white + "</w:rPr><w:t>secret</w:t></w:r><w:r><w:t> b</w:t></w:r></w:p>", "a  b", "paragraph 1: secret"},
		{"white on a dark paragraph", `<w:p><w:pPr><w:shd w:val="clear" w:fill="102040"/></w:pPr><w:r><w:rPr>` + white + `</w:rPr><w:t>a</w:t></w:r></w:p>`, "a", ""},
		{"white on a dark cell", `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="102040"/></w:tcPr>` + p("a", white) + "</w:tc></w:tr></w:tbl>", "a", ""},
		{"dark on that dark", `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="102040"/></w:tcPr>` + p("a", `<w:color w:val="102041"/>`) + p("b") + "</w:tc></w:tr></w:tbl>", "b", "paragraph 1: a"},
		{"white in a table with banded rows", `<w:tbl><w:tblPr><w:tblStyle w:val="Banded"/></w:tblPr><w:tr>` + tc(p("a", white)) + "</w:tr></w:tbl>", "a", ""},
		{"white on a highlight", p("a", white, `<w:highlight w:val="black"/>`), "a", ""},
		{"white in a box without a known fill", "<w:p>" + shape("", p("a", white)) + "</w:p>", "a", ""},
		{"white in a white box", "<w:p>" + shape(`<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`, p("a", white)+p("b")) + "</w:p>", "b", "paragraph 1: a"},
		{"white over a drawing that lies behind", `<w:p><w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r></w:p>` + p("a", white), "a", ""},
		{"tiny", p("a") + p("secret", `<w:sz w:val="2"/>`), "a", "paragraph 2: secret"},
		{"an ornament nobody sees", p("a") + p("—", white), "a", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := DOCX(wordFile(t, c.body))
			if err != nil {
				t.Fatal(err)
			}
			if joined(d) != c.want || asides(d) != c.aside {
				t.Errorf("got  %q beside %q\nwant %q beside %q", joined(d), asides(d), c.want, c.aside)
			}
		})
	}
}

func header(name, words string) part {
	return part{"word/" + name + ".xml", `<w:hdr ` + wordSpaces + `>` + p(words) + `</w:hdr>`}
}

func TestHeaders(t *testing.T) {
	rels := part{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="1" Type="x/header" Target="h1.xml"/><Relationship Id="2" Type="x/header" Target="/word/h2.xml"/>` +
		`<Relationship Id="3" Type="x/footer" Target="f.xml"/><Relationship Id="4" Type="x/header" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`}
	section := func(more string) string {
		return `<w:sectPr><w:headerReference w:type="default" r:id="1"/><w:headerReference w:type="first" r:id="2"/><w:footerReference w:type="default" r:id="3"/><w:headerReference w:type="default" r:id="4"/>` + more + `</w:sectPr>`
	}
	for _, c := range []struct{ name, section, want string }{
		{"header first, footer last", section(""), "all /  / body /  / foot"},
		{"a first page of its own", section("<w:titlePg/>"), "first / all /  / body /  / foot"},
		{"twice", "<w:p><w:pPr>" + section("") + "</w:pPr></w:p>" + section(""), "all /  / body /  / foot"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := DOCX(wordFile(t, p("body")+c.section, rels, header("h1", "all"), header("h2", "first"), header("f", "foot")))
			if err != nil || joined(d) != c.want {
				t.Errorf("got %q, %v; want %q", joined(d), err, c.want)
			}
		})
	}
}

// Packages name and write their parts in several ways.
func TestPackages(t *testing.T) {
	body := `<w:document ` + wordSpaces + `><w:body>` + p("Zoë") + `</w:body></w:document>`
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="UTF-16"?>` + body)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		parts []part
	}{
		{"a byte order mark", []part{{"word/document.xml", "\ufeff" + `<?xml version="1.0" encoding="UTF-8"?>` + body}}},
		{"UTF-16", []part{{"word/document.xml", utf16}}},
		{"Latin-1", []part{{"word/document.xml", `<?xml version="1.0" encoding="ISO-8859-1"?>` + strings.ReplaceAll(body, "ë", "\xeb")}}},
		{"the strict writing", []part{{"word/document.xml", strings.ReplaceAll(body, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")}}},
		{"another prefix", []part{{"word/document.xml", strings.NewReplacer("w:", "x:", "xmlns:w=", "xmlns:x=").Replace(body)}}},
		{"another name of the body", []part{{"_rels/.rels", `<Relationships><Relationship Type="y/officeDocument" Target="/word/document2.xml"/></Relationships>`}, {"word/document2.xml", body}}},
		{"capitals and backslashes", []part{{`Word\Document.xml`, body}}},
		{"an entry twice", []part{{"word/document.xml", body}, {"word/document.xml", "nonsense"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := DOCX(packed(t, c.parts...))
			if err != nil || d.Text != "Zoë" {
				t.Errorf("got %q, %v", d.Text, err)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	rels := part{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="1" Target="mailto:a@example.org" TargetMode="External"/><Relationship Id="2" Target="https://www.example.org/me/" TargetMode="External"/>` +
		`<Relationship Id="3" Target="javascript:alert(1)" TargetMode="External"/><Relationship Id="4" Target="tel:+1-416-555-0142" TargetMode="External"/></Relationships>`}
	link := func(id, words string) string {
		return `<w:p><w:hyperlink r:id="` + id + `"><w:r><w:t>` + words + `</w:t></w:r></w:hyperlink></w:p>`
	}
	d, err := DOCX(wordFile(t, link("1", "Mail")+link("2", "example.org/me")+link("3", "x")+link("4", "+1 (416) 555-0142")+link("1", "again")+
		"<w:p>"+fieldOf(`HYPERLINK "http://example.com/x" \o "tip"`, "site")+"</w:p>", rels))
	if got := strings.Join(d.Links, " "); err != nil || got != "mailto:a@example.org http://example.com/x" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestLarge(t *testing.T) {
	sized := func(size, words string) string { return p(words, `<w:sz w:val="`+size+`"/>`) }
	body := p("Some words of the ordinary size that stand below it.")
	for _, c := range []struct{ name, body, want string }{
		{"one line", sized("40", "Amara Okafor") + body, "Amara Okafor"},
		{"two lines", sized("40", "AMARA") + sized("40", "OKAFOR") + body, "AMARA OKAFOR"},
		{"not the first", body + sized("40", "Amara Okafor") + body, "Amara Okafor"},
		{"part of a line", `<w:p><w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>Amara</w:t></w:r><w:r><w:t> engineer</w:t></w:r></w:p>` + body, "Amara"},
		{"several headings", sized("40", "Work") + body + sized("40", "Skills") + body, ""},
		{"nothing stands out", body + body, ""},
		{"a title", `<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>Amara Okafor</w:t></w:r></w:p>` + sized("40", "Work"), "Amara Okafor"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := DOCX(wordFile(t, c.body))
			if err != nil || d.Large != c.want {
				t.Errorf("got %q, %v; want %q", d.Large, err, c.want)
			}
		})
	}
}
