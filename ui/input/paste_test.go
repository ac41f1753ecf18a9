package input

import (
	"slices"
	"testing"
)

func TestPaths(t *testing.T) {
	for _, c := range []struct {
		name, pasted string
		windows      bool
		want         []string
	}{
		{"one", "/home/ana/people", false, []string{"/home/ana/people"}},
		{"with a new line", "/home/ana/people\r\n", false, []string{"/home/ana/people"}},
		{"with an escaped blank", `/home/ana/My\ people/a\(1\).pdf `, false, []string{"/home/ana/My people/a(1).pdf"}},
		{"with a blank", "/home/ana/My people", false, []string{"/home/ana/My people"}},
		{"with blanks and a dash", "/home/ana/My people - 2026/x.csv", false, []string{"/home/ana/My people - 2026/x.csv"}},
		{"in quotation marks", "'/home/ana/My people'", false, []string{"/home/ana/My people"}},
		{"in double ones", `"/home/ana/My people"`, false, []string{"/home/ana/My people"}},
		{"a quotation mark in one", `'/home/ana/Ana'\''s people'`, false, []string{"/home/ana/Ana's people"}},
		{"an apostrophe alone", "/home/ana/Ana's people", false, []string{"/home/ana/Ana's people"}},
		{"as an address", "file:///home/ana/My%20people/r%C3%A9sum%C3%A9.pdf", false, []string{"/home/ana/My people/résumé.pdf"}},
		{"as an address of this machine", "file://localhost/home/ana", false, []string{"/home/ana"}},
		{"several in a line", `/a/one.pdf '/a/two and.pdf' /a/three\ x.pdf`, false, []string{"/a/one.pdf", "/a/two and.pdf", "/a/three x.pdf"}},
		{"several addresses", "file:///a/b%20c\nfile:///d\n", false, []string{"/a/b c", "/d"}},
		{"from home", "~/people ~/more", false, []string{"~/people", "~/more"}},
		{"not from the root", "people and more", false, []string{"people and more"}},
		{"of Windows", `"C:\My people\a.pdf" D:\b.pdf`, true, []string{`C:\My people\a.pdf`, `D:\b.pdf`}},
		{"of Windows, as an address", "file:///C:/people", true, []string{"C:/people"}},
		{"nothing", " \n ", false, nil},
	} {
		if got := paths(c.pasted, c.windows); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
