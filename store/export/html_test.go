package export

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// elements is how often each element, and each attribute, stands in a page.
func elements(t *testing.T, page string) map[string]int {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			count[n.Data]++
			for _, a := range n.Attr {
				count[n.Data+" "+a.Key]++
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") || a.Key == "src" {
					t.Errorf("leads out of the page: %s=%q", a.Key, a.Val)
				}
			}
		}
	}
	return count
}

func written(t *testing.T, s Shortlist) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, HTML, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The page needs nothing else, and runs nothing.
func TestHTMLStandsAlone(t *testing.T) {
	got := written(t, testShortlist())
	for name := range elements(t, got) {
		switch name {
		case "script", "link", "img", "iframe", "object", "base", "form":
			t.Errorf("the page holds <%s>", name)
		}
	}
	for _, word := range []string{"url(", "@import", "://"} {
		if strings.Contains(got, word) {
			t.Errorf("the page holds %q", word)
		}
	}
	for _, word := range []string{"default-src 'none'", "prefers-color-scheme: dark", "@media print", "Led on-call for six services.", "amara-okafor.txt, lines 12–13, quoted by Ana"} {
		if !strings.Contains(got, word) {
			t.Errorf("the page lacks %q", word)
		}
	}
}

func TestHTMLKeepsStrangersText(t *testing.T) {
	plain := elements(t, written(t, withEverywhere("Jane Doe")))
	for _, h := range append(hostile, `"><script>alert(1)</script>`, `' onmouseover='x`, "</style><b>", "</title><b>", "<!-- ", "]]>", "&amp;", "\x00<b>") {
		t.Run(h, func(t *testing.T) {
			s := withEverywhere(h)
			s.Role.Title, s.Role.Locations = h, []string{h}
			for i := range s.Role.Checklist.Requirements {
				s.Role.Checklist.Requirements[i].Label, s.Role.Checklist.Requirements[i].Text = h, h
			}
			got := written(t, s)
			for name, n := range elements(t, got) {
				if plain[name] != n {
					t.Errorf("%d %s, without it %d", n, name, plain[name])
				}
			}
			if strings.Contains(got, "\x00") {
				t.Error("a control character came through")
			}
		})
	}
}
