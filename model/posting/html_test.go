package posting

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A page becomes Markdown that people like to read.
func TestMarkdownOfHTML(t *testing.T) {
	tests := []struct{ name, html, want string }{
		{"headings, lists, paragraphs", "<h1>Cook</h1><p>We\n cook.</p><h2>You have</h2><ul><li>Knives</li><li>Ovens</li></ul><p>Bye</p>", "# Cook\n\nWe cook.\n\n## You have\n\n- Knives\n- Ovens\n\nBye"},
		{"lists inside lists", "<ul><li>Knives<ul><li>sharp</li><li>long<ol><li>a</li></ol></li></ul></li><li>Ovens</li></ul>", "- Knives\n  - sharp\n  - long\n    1. a\n- Ovens"},
		{"a list in a list without an item", "<ul><li>Knives</li><ul><li>sharp</li></ul><li>Ovens</li></ul>", "- Knives\n  - sharp\n- Ovens"},
		{"an item that is only a list", "<ul><li><ul><li>Knives</li></ul></li></ul>", "- Knives"},
		{"items of paragraphs", "<ol><li><p>Knives</p><p>sharp</p></li><li><p>Ovens</p></li></ol>", "1. Knives\n\n   sharp\n2. Ovens"},
		{"items without a list", "<li>Knives</li><li>Ovens</li>", "- Knives\n- Ovens"},
		{"items with a bullet of their own", "<ul><li>- Knives</li><li>• Ovens</li></ul>", "- Knives\n- Ovens"},
		{"two lists are one", "<ul><li>Knives</li></ul><ul><li>Ovens</li></ul>", "- Knives\n- Ovens"},
		{"a list that tells what an item names", "<ul><li>Knives:</li></ul><ul><li>long</li></ul>", "- Knives:\n\n* long"},
		{"bold leads", "<p><strong>Tools: </strong>knives <b> </b>and <b>ovens</b></p>", "**Tools:** knives and **ovens**"},
		{"bold beside words", "<p>a<b>, knives.</b>b <b>(c)</b></p>", "a, **knives**.b **(c)**"},
		{"half a word bold", "<p><b>Our kitch</b>en <b>w</b>orks</p>", "**Our kitchen** works"},
		{"bold in pieces", "<p><b>Require</b><b>ments</b><b>:</b></p>", "**Requirements:**"},
		{"bold over a break", "<p><b>Knives<br>Ovens</b></p>", "**Knives**\n**Ovens**"},
		{"bold by style, and not", "<p><span style='font-weight: 700'>Knives</span> <b style='font-weight:normal'>Ovens</b></p>", "**Knives** Ovens"},
		{"breaks", "<p>Knives<br/>Ovens<br><br>Bread</p>", "Knives\nOvens\n\nBread"},
		{"bullets written out", "<p>• Knives<br>- Ovens<br>1. Bread</p>", "• Knives\n- Ovens\n1. Bread"},
		{"links and emphasis", "<p>See <a href='javascript:alert(1)'>the <em>knives</em></a> &amp; more</p>", "See the knives & more"},
		{"a heading that leads away", "<h3><a href='/jobs'>All jobs</a></h3><h1><a href='#'>Cook</a></h1>", "All jobs\n\n# Cook"},
		{"a heading in an item", "<ul><li><h4>Knives</h4>sharp</li></ul>", "- **Knives**\n\n  sharp"},
		{"an item that is a heading", "<ul><li><h4>Knives</h4></li></ul>", "- Knives"},
		{"a heading by its role", "<div role=heading aria-level=3>Knives</div><p>a</p>", "### Knives\n\na"},
		{"a table", "<table><tr><th>Skill<th>How well</tr><tr><td>Kni|ves<td>well</tr></table>", "| Skill | How well |\n| --- | --- |\n| Kni\\|ves | well |"},
		{"a table without a head", "<table><tr><td>Location<td>Lyon<tr><td>Type<td></table>", "| | |\n| --- | --- |\n| Location | Lyon |\n| Type | |"},
		{"a table that lays out", "<table><tr><td><h2>Tools</h2><ul><li>Knives</ul><td>x</table>", "## Tools\n\n- Knives\n\nx"},
		{"terms", "<dl><dt>Location</dt><dd>Lyon</dd><div><dt>Tools:<dd><ul><li>Knives</ul></div></dl>", "**Location:** Lyon\n\n**Tools:**\n\n- Knives"},
		{"laid out by hand", "<pre>You have\n  - Knives\n\n  - Ovens</pre>", "You have\n- Knives\n\n- Ovens"},
		{"a list laid out by hand", "<p>You have:\n  - Knives\n  - Ovens\n</p>", "You have:\n- Knives\n- Ovens"},
		{"plain lines with bold words", "<b>You have</b>\nKnives\nOvens", "**You have**\nKnives\nOvens"},
		{"what folds", "<details><summary>Tools</summary><p>Knives</p></details>", "**Tools**\n\nKnives"},
		{"what no person reads", "<script>a</script><style>b</style><nav>c</nav><footer>d</footer><form><input value=e>f</form><p hidden>g</p><p aria-hidden=true>h</p>" +
			"<p style='color:red; display : none'>i</p><i style='visibility:hidden'>j</i><div class='cookie-banner'>k</div><template>l</template><noscript>m</noscript><svg><text>n</text></svg><p>o</p>", "o"},
		{"a form around all", "<form><h1>Cook</h1><p>a</p></form>", "# Cook\n\na"},
		{"words that Markdown would misread", "<p># a</p><p>&gt; b</p><p>---</p><p>&lt;tag&gt; 1 < 2 &amp;amp; *a* _b_ snake_case [x](y) C:\\d</p>", "\\# a\n\n\\> b\n\n\\---\n\n\\<tag> 1 < 2 \\&amp; \\*a\\* \\_b\\_ snake_case [x]\\(y) C:\\d"},
		{"nothing closed", "<h2>Tools<p>a<ul><li>Knives<li>Ovens", "Tools\n\na\n\n- Knives\n- Ovens"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := asText(tt.html); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

const asksKnives = "<h2>Requirements</h2><ul><li>Knives</li><li>Ovens</li></ul>"

func TestPages(t *testing.T) {
	long := strings.Repeat("<p>We cook.</p>", 20)
	tests := []struct {
		name, text, title string
		want              []string
	}{
		{"a page", "<!doctype html><title>Cook | Kettle</title><body><nav><a>Jobs</a></nav><main><h1>Cook</h1>" + asksKnives + "</main><footer><h2>Skills</h2><ul><li>x</ul></footer>", "Cook", []string{"must Knives", "must Ovens"}},
		{"a title that only the page's head has", "<!doctype html><title>Kettle – Pastry Chef Manager</title><body>" + long + asksKnives, "Pastry Chef Manager", []string{"must Knives", "must Ovens"}},
		{"a title outside of the main part", "<html><header><h1>Cook</h1></header><main>" + asksKnives + "</main></html>", "Cook", []string{"must Knives", "must Ovens"}},
		{"a piece of a page", "<p>We look for a cook.</p><h1>Cook</h1>" + asksKnives, "Cook", []string{"must Knives", "must Ovens"}},
		{"under front matter", "---\ntitle: Cook\nlocation: Lyon\n---\n\n<p>We cook.</p>\n" + asksKnives, "Cook", []string{"must Knives", "must Ovens"}},
		{"in Markdown", "# Cook\n\n<details>\n<summary>Requirements</summary>\n\n- Knives\n- Ovens\n\n</details>\n\n## Benefits\n\n<ul><li>Soup</li></ul>\n", "Cook", []string{"must Knives", "must Ovens"}},
		{"breaks in Markdown", "# Cook\n\n## Requirements\n\n- Knives<br>of steel\n- Ovens\n", "Cook", []string{"must Knives of steel", "must Ovens"}},
		{"hidden behind a dialog", "<html><body><div id=root aria-hidden=true><h1>Cook</h1>" + asksKnives + "</div><div role=dialog><h2>Requirements</h2><ul><li>Cookies</ul></div></body></html>", "Cook", []string{"must Knives", "must Ovens"}},
		{"the main part asks for nothing", "<html><body><main><h1>Cook</h1></main><div>" + asksKnives + "</div></body></html>", "Cook", []string{"must Knives", "must Ovens"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			role, err := parsed(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if role.Title != tt.title || !slices.Equal(got(role), tt.want) {
				t.Errorf("got %q %q\nfrom\n%s", role.Title, got(role), role.Posting)
			}
			if err := whole(role); err != nil {
				t.Error(err)
			}
		})
	}
}

// Facts that nothing states are told by the names of a page's elements.
func TestHints(t *testing.T) {
	role, err := parsed("<!doctype html><title>Kettle – Cook</title><header><span class=location>Everywhere</span></header><h2>Cook</h2><div class='posting-category location'>Lyon / Turin</div>" +
		"<div data-qa=job-type>Type: Part-time</div><div class=location>Nice</div>" + asksKnives)
	if err != nil {
		t.Fatal(err)
	}
	if role.Title != "Cook" || strings.Join(role.Locations, "|") != "Lyon|Turin" || role.Employment != "Part-time" {
		t.Errorf("got %q %q %q from\n%s", role.Title, role.Locations, role.Employment, role.Posting)
	}
}

func TestFrontMatter(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"TOML", "+++\ntitle = \"Cook\"\n+++\n## Requirements\n- Knives\n", []string{"must Knives"}},
		{"named in the text", "---\ntitle: Cook\nskill: Knives\n---\n<h1>{{ page.title }}</h1>\n<h2>Requirements</h2><ul><li>{{page.skill}}</li></ul>{% include apply.html %}\n", []string{"must Knives"}},
		{"hidden in a comment", "<!-- ---\ntitle: Cook\n--- -->\n<!-- no blank lines -->\n<h6>Requirements:</h6>\n<ul><li>Knives</li></ul>\n", []string{"must Knives"}},
		{"all of the file, unmarked", "title: Cook\nstatus: open\nrequired_skills:\n  - Knives\n  - Ovens\nnice_to_have:\n- Wine\nduration: 8 months\n", []string{"must Knives", "must Ovens", "nice Wine"}},
		{"texts in it", "---\ntitle: Cook\nduties_markdown: >-\n  * Bake\nrequirements_markdown: |-\n  * Knives\n    that are sharp\n\n  * Wine is a plus\n---\n", []string{"must Knives that are sharp", "nice Wine is a plus"}},
		{"the whole posting in it", "---\ntitle: Cook\nbody: |\n  We cook.\n\n  ## Requirements\n  - Knives\n---\n", []string{"must Knives"}},
		{"beside its names", "---\ntitle: Cook\nmust_have: [Knives, Ovens]\nnice_to_have: Wine from Turin\n---\n", []string{"must Knives", "must Ovens", "nice Wine from Turin"}},
		{"lists in it", "---\ntitle: Cook\nrequirements:\n  - Knives\n  - \"Ovens\"\nnice_to_have: |\n  - Wine\nbenefits:\n  - Soup\ntags:\n- x\n---\nWe cook.\n", []string{"must Knives", "must Ovens", "nice Wine"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			role, err := parsed(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if role.Title != "Cook" || !slices.Equal(got(role), tt.want) {
				t.Errorf("got %q %q", role.Title, got(role))
			}
			if err := whole(role); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestChipsAreLinesOfTheirOwn(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"short words", "<div><span>Kitchen</span> <span>Remote / Lyon</span><span>Full-time</span></div>", "Kitchen\nRemote / Lyon\nFull-time"},
		{"a sentence in pieces", "<div><span>We bake</span> <span>bread.</span></div>", "We bake bread."},
		{"words beside them", "<div>In <span>Lyon</span> <span>Turin</span></div>", "In Lyon Turin"},
		{"a paragraph", "<p><span>Lyon</span> <span>Turin</span></p>", "Lyon Turin"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := html.Parse(strings.NewReader(tt.page))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(asMarkdown(n)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
