package posting

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"candid/model"
)

// hostile is sources that were made to hold the program up, to hide something or to break what reads them.
var hostile = map[string]string{
	"nested divs":                strings.Repeat("<div>", 100000) + "Cook",
	"divs that are shut":         strings.Repeat("<div>", 400) + asksKnives + strings.Repeat("</div>", 400),
	"unclosed bold":              "<p>" + strings.Repeat("<b>a <i>b ", 50000),
	"unclosed links":             strings.Repeat("<a href=x><b><p>", 50000),
	"unclosed lists":             strings.Repeat("<ul><li>a", 20000),
	"unclosed tables":            strings.Repeat("<table><tr><td>a", 20000),
	"a table of cells":           "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>a", 100), 1000) + "</table>",
	"a wide table":               "<table><tr>" + strings.Repeat("<td>a", 100000) + "</table>",
	"giant attributes":           "<div class='" + strings.Repeat("a ", 1<<18) + "' style='" + strings.Repeat("a:b;", 1<<18) + "'>" + asksKnives + "</div>",
	"many attributes":            "<div " + attributes(20000) + ">" + asksKnives + "</div>",
	"many attributes everywhere": strings.Repeat("<p "+attributes(40)+">a", 2000),
	"scripts":                    strings.Repeat("<script>while(1){}</script>", 50000) + "<h1>Cook</h1>" + asksKnives,
	"a picture in bytes":         "<h1>Cook</h1><img src='data:image/png;base64," + strings.Repeat("iVBORw0KGgo", 100000) + "'>" + asksKnives,
	"plaintext":                  "<h1>Cook</h1>" + asksKnives + "<plaintext></h1><script>a</script>",
	"noscript and style":         "<h1>Cook</h1><noscript><p title=\"</noscript><img src=x>\"></noscript><svg><style><p>x</style></svg><math><mtext><table><mglyph><style><!--</style>--></math>" + asksKnives,
	"comments":                   "<h1>Cook</h1><!--><script>a</script>--><!-- " + asksKnives + asksKnives,
	"entities for escapes":       "<h1>Co&#27;[2Jok&#x9b;31m</h1><h2>Requirements</h2><ul><li>Kni&#x202e;ves&#0;&#x1b;]0;x&#7;</li></ul>",
	"entities for entities":      "<h1>Cook</h1><h2>Skills</h2><ul><li>" + strings.Repeat("&amp;", 100000) + "lt;b</li></ul>",
	"headings by the row":        strings.Repeat("<h2>Requirements</h2>", 50000),
	"lists by the row":           "<h1>Cook</h1>" + strings.Repeat(asksKnives, 6000),
	"breaks by the row":          "<p>" + strings.Repeat("a<br>", 60000),
	"forms":                      strings.Repeat("<form><div class=menu><h2>a</h2>", 400) + asksKnives,
	"stars":                      "<p>" + strings.Repeat("*a_`[", 100000) + "</p>",
	"JSON nested":                `{"title":"Cook","requirements":` + strings.Repeat("[", 100000) + strings.Repeat("]", 100000) + "}",
	"JSON never shut":            strings.Repeat(`{"a":`, 100000),
	"JSON cut short":             `{"title":"Cook","requirements":["Knives"`,
	"JSON of one key":            `{"title":"Cook"` + strings.Repeat(`,"requirements":["Knives"]`, 5000) + "}",
	"JSON of many keys":          `{"title":"Cook"` + keys(20000) + "}",
	"JSON of many objects":       `{"title":"Cook","x":[` + strings.Repeat(`{"name":"a"},`, 20000) + `{}],"requirements":["Knives"]}`,
	"JSON in JSON":               `{"title":"Cook","sections":` + strings.Repeat(`{"title":"a","content":`, 60) + `"b"` + strings.Repeat("}", 61),
	"JSON numbers":               `{"title":"Cook","requirements":[1e999999999,` + strings.Repeat("9", 100000) + `]}`,
	"JSON surrogates":            `{"title":"Cook \ud800","requirements":["\udc00Knives\ud83d","\u001b[2JOvens\u0000"]}`,
	"JSON with HTML":             `{"title":"Cook","description":"` + strings.Repeat("<ul><li>", 20000) + `"}`,
	"linked data":                "<script type='application/ld+json'>" + strings.Repeat("[", 100000) + "</script><h1>Cook</h1>" + asksKnives,
	"scopes":                     strings.Repeat("<div itemscope itemprop=x itemtype='https://schema.org/JobPosting'>", 400) + asksKnives,
	"properties":                 "<div itemscope itemtype='https://schema.org/JobPosting'>" + strings.Repeat("<b itemprop='skills qualifications'>a</b>", 5000) + "</div>",
	"nested properties":          "<div itemscope itemtype='https://schema.org/JobPosting'>" + strings.Repeat("<div itemprop=skills>a ", 400) + "</div>",
	"front matter":               "---\n" + strings.Repeat("a: [b, c]\n", 10000) + "---\n<p>a</p>",
	"Markdown and HTML":          strings.Repeat("> - <p>*a\n", 5000),
	"mixed depths":               strings.Repeat("- <b>a</b>\n  <ul><li>b\n\n", 3000),
}

func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d=b ", i)
	}
	return b.String()
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"requirements %d":["Knives %d"]`, i, i)
	}
	return b.String()
}

// Whatever a source is, it becomes a whole role or a refusal that names a way out.
func TestHostile(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			r, err := Parse(text)
			if err != nil {
				if !model.Is(err, model.Refused) || strings.ContainsFunc(err.Error(), unicode.IsControl) || !strings.HasSuffix(err.Error(), ")") || r.Role.Posting != "" {
					t.Errorf("refused with %q", err)
				}
				return
			}
			if r.Check() != nil {
				return
			}
			if err := whole(r.Role); err != nil {
				t.Error(err)
			}
		})
	}
}
