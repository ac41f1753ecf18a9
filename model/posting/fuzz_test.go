package posting

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"candid/model"
	"candid/model/clean"
)

// sound fails the test where a source gives neither a whole role, which is read again as it was, nor a refusal for people.
func sound(t *testing.T, text string) {
	t.Helper()
	r, err := Parse(text)
	if err != nil {
		if !model.Is(err, model.Refused) || strings.ContainsFunc(err.Error(), unicode.IsControl) || r.Role.Posting != "" {
			t.Fatalf("refused with %q", err)
		}
		return
	}
	if clean.Text(r.Role.Posting) != r.Role.Posting {
		t.Fatalf("not clean: %q", r.Role.Posting)
	}
	if r.Check() == nil {
		if err := whole(r.Role); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Parse(r.Role.Posting)
	if err != nil || !slices.Equal(got(again.Role), got(r.Role)) {
		t.Fatalf("read again: %q, %v, at first %q\nof %q", got(again.Role), err, got(r.Role), r.Role.Posting)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		asksKnives, "<!doctype html><main><h1>Cook</h1>" + asksKnives + "</main>", "<h2>Skills</h2><ul><li><p>a</p><p><b>b:</b> c</p><ul><li>d<br>e</ul></ul>",
		"<table><tr><th>Skill<th>b<tr><td>c|d<td>&#27;[2J</table>", "<dl><dt>Location<dd>Lyon</dl><pre>a\n  - b\n</pre>", "---\ntitle: a\n---\n<p>b</p>",
		"# Cook\n<details><summary>Requirements</summary>\n\n- a\n- b<br>c\n\n</details>\n", "<p>&lt;b&gt; \\*a* _b_ # c\n> d</p><p>{\"a\":1}</p><p>---<br>===</p>",
		`<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">a</h2><ul itemprop="skills"><li>b</ul></div>`, "<b>a<p>b</b>c<i>d<table>e",
		linked(`{"@type":"JobPosting","title":"a","description":"<h2>Requirements</h2><ul><li>b</ul>","skills":["c"]}`), "<form><select><option>a</form><plaintext><p>b", "<svg><p>a</p></svg><math><mi>b", "# a\nb\n<de>\n\n- c\n", "<Aa0>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sound(t, "<p>"+text)
		sound(t, text)
	})
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`{"title":"Cook","requirements":["Knives","Ovens"]}`, `{"@type":"JobPosting","title":"a","qualifications":{"credentialCategory":"b","about":["c"]},"jobLocation":{"address":{"addressLocality":"d"}}}`,
		`{"text":"a","lists":[{"text":"Requirements","content":"<li>b</li>"}],"categories":{"location":"c","commitment":"Full-time"}}`, `[{"name":"a","must":["b"],"nice":{"x":["c"]}}]`,
		`{"title":"a","skills":[{"name":"b","level":"c","keywords":["d"]},{"skill":"e","required":false}],"description":"&lt;p&gt;f&lt;/p&gt;"}`, `{"title":"\ud800","sections":[{"title":"Skills","items":["\u001b[2J"]}],"remote":true,"city":"a"}`,
		`{"a":{"b":[{"title":"c","body":"# Requirements\n- d\n- e"}]}}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { sound(t, text) })
}
