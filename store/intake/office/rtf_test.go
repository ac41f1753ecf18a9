package office

import (
	"strings"
	"testing"
)

func TestRTF(t *testing.T) {
	for _, c := range []struct{ name, body, want, aside string }{
		{"Windows-1252", `na\'efve \'96 \'93x\'94\par`, "naïve – “x”", ""},
		{"bytes as they are", "na\xefve\\par", "naïve", ""},
		{"Cyrillic by its font", `\f3 \'cf\'f0\'e8\f0  \'ef\par`, "При ï", ""},
		{"Shift-JIS", `\f2 \'83e\'83X\'83\'67 \'93\'fa\'96\'7b\par`, "テスト 日本", ""},
		{"Unicode and what stands for it", `\u269?ab \uc0\u269 c\uc2\u8364\'80\'80d\u-10179\'3f\'3f\u-8704\'3f\'3f\par`, "čab čc€d😀", ""},
		{"what stands for it is a group's end", `{\u269}x\par`, "čx", ""},
		{"control words are no stand-in", `\u269\par x\par`, "č / x", ""},
		{"escapes", `\{a\}\\\~b\_c\-d\par`, "{a}\\\u00a0b-cd", ""},
		{"breaks", "a\\line b\\\nc\\page d\\par", "a / b / c / d", ""},
		{"names of signs", `\bullet\tab a\endash b\rquote s\par`, "• a–b’s", ""},
		{"a font of signs", `{\f1\'b7}\tab a {\f1 a}\par`, "• a α", ""},
		{"blank lines are one", `\par a\par\par\par b\par\par`, "a /  / b", ""},
		{"a heading", `a\par\pard\s1 H\par\pard b\par`, "a /  / H / b", ""},
		{"headings by level", `a\par{\pard\outlinelevel1 H\par}\pard b\par`, "a /  / H / b", ""},
		{"a picture", `a{\pict\pngblip 89504e47}{\*\shppict{\pict x}}{\nonshppict{\pict x}}b\par`, "ab", ""},
		{"bytes", "a{\\pict\\bin5 }}}}}}b\\par", "ab", ""},
		{"an object's result", `{\object{\*\objclass Word}{\*\objdata 00}{\result seen}}\par`, "seen", ""},
		{"destinations nobody knows", `a{\*\nobody knows}b\par`, "ab", ""},
		{"a link", `{\field{\*\fldinst {HYPERLINK "https://example.org/x"}}{\fldrslt {\ul site}}}\par`, "site", ""},
		{"the number of the page", `Amara {\field{\*\fldinst PAGE}{\fldrslt 3}}\par`, "Amara", ""},
		{"deleted and inserted", `a{\deleted b}{\revised c}\par`, "ac", ""},
		{"a comment", `a{\*\atnid A}{\*\annotation no}b\par`, "ab", ""},
		{"a text box is read once", `{\pard a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard box\par}}{\shprslt{\*\do no}}}\par}b\par`, "a / box / b", ""},
		{"headers and footers", `{\header\pard head\par}{\headerf first\par}{\footer foot {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}a\par`, "head /  / a /  / foot", ""},
		{"a first page of its own", `\sectd\titlepg{\headerf first\par}{\header head\par}a\par`, "first / head /  / a", ""},
		{"a note", `a{\super\chftn}{\footnote\pard\plain{\super\chftn} note}b\par`, "a[1]b /  / [1] note", ""},
		{"a table", `\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl c\cell\cell\row\pard d\par`, "a | b / c / d", ""},
		{"columns", `\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\par d\cell\row\pard`, "a / b /  / c / d", ""},
		{"a table in a table", `\trowd\cellx1\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl c\cell\row\pard d\par`, "a | b / c / d", ""},
		{"a table at the end", `\trowd\cellx1\pard\intbl a\cell b\cell`, "a | b", ""},
		{"a list of Word 95", `{\pntext\f1\'b7\tab}\pard{\*\pn\pnlvlblt{\pntxtb x}}a\par{\pntext 2.\tab}b\par c\par`, "• a / 2. b / c", ""},
		{"a list whose bullet is an ornament", `{\listtext\f1\'28\tab}a\par`, "• a", ""},
		{"hidden", `a\par{\v secret}\par`, "a", "paragraph 2: secret"},
		{"hidden and shown", `a\v secret\v0 b\par`, "ab", "paragraph 1: secret"},
		{"white on white", `a\par\cf1 secret\par more\par\cf0 b\par`, "a / b", "paragraph 2: secret / more"},
		{"white on a dark highlight", `\cf1\highlight2 a\par`, "a", ""},
		{"white on a dark cell", `\trowd\clcbpat2\cellx1\pard\intbl\cf1 a\cell\row\pard`, "a", ""},
		{"white on a dark paragraph", `\pard\cbpat2\cf1 a\par`, "a", ""},
		{"tiny", `a\par\fs2 secret\par`, "a", "paragraph 2: secret"},
		{"plain again", `a\par\v\fs2 secret\plain b\par`, "a / b", "paragraph 2: secret"},
		{"groups that close too often", `a\par}b\par`, "a", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := RTF([]byte(richHead + c.body + "}"))
			if err != nil {
				t.Fatal(err)
			}
			if joined(d) != c.want || asides(d) != c.aside {
				t.Errorf("got  %q beside %q\nwant %q beside %q", joined(d), asides(d), c.want, c.aside)
			}
		})
	}
}

func TestRTFCodePages(t *testing.T) {
	for _, c := range []struct{ name, head, body, want string }{
		{"Windows-1250", `\ansi\ansicpg1250`, `\'b3\'f3d\'9f`, "łódź"},
		{"Windows-1251", `\ansi\ansicpg1251`, `\'cc\'e8\'f0`, "Мир"},
		{"Macintosh", `\mac`, `caf\'8e`, "café"},
		{"DOS", `\pc`, `caf\'82`, "café"},
		{"GBK", `\ansi\ansicpg936`, `\'d6\'d0\'ce\'c4`, "中文"},
		{"UTF-8", `\ansi\ansicpg65001`, "caf\xc3\xa9", "café"},
		{"a page that nobody knows", `\ansi\ansicpg9999`, `caf\'e9`, "café"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := RTF([]byte(`{\rtf1` + c.head + ` ` + c.body + `\par}`))
			if err != nil || d.Text != c.want {
				t.Errorf("got %q, %v; want %q", d.Text, err, c.want)
			}
		})
	}
}

func TestRTFAtAnyPlace(t *testing.T) {
	if d, err := RTF([]byte("\ufeff\n" + `{\rtf1 a\par}` + "\x00\x00")); err != nil || d.Text != "a" {
		t.Errorf("got %q, %v", d.Text, err)
	}
	if d, err := RTF([]byte(`{\rtf1 ` + strings.Repeat(`\u-10179?`, 3) + `a\par}`)); err != nil || !strings.HasSuffix(d.Text, "a") {
		t.Errorf("halves of pairs: got %q, %v", d.Text, err)
	}
}
