package add

import (
	"fmt"

	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// bench is the screen and all that it asked for.
type bench struct {
	Model
	asked []intent.Intent
}

// open is the screen in a size.
func open(s intent.Setting, th theme.Theme, width, height int) *bench {
	b := &bench{Model: New(s, th)}
	return b.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// plain is the screen without colour, with a folder that can be picked from.
func plain() *bench {
	return open(screentest.Setting(), screentest.Look("plain"), 80, 23).send(people)
}

// send gives the screen messages: strings are keys.
func (b *bench) send(msgs ...any) *bench {
	screentest.Send(&b.Model, func(want intent.Intent) { b.asked = append(b.asked, want) }, msgs...)
	return b
}

// paste is words that are pasted.
func paste(words string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(words)}
}

// people is the folder that the program runs in.
var people = intent.Listed{Folder: "~/applications/", Entries: []intent.Entry{
	{Name: ".hidden", Folder: true}, {Name: "zora-lind", Folder: true}, {Name: "amara-okafor", Folder: true},
	{Name: "export.csv", Size: 14_200, Seems: "table (CSV)"}, {Name: "Mei-Ling Chen 陈美玲.pdf", Size: 1_204_000, Seems: "PDF"},
	{Name: "nasty\x1b[2J.md"}, {Name: "scan-of-a-letter-with-a-name-that-is-rather-long-for-any-column.png", Size: 320, Seems: "picture (PNG)"},
}}

// home is a folder whose path is typed.
var home = intent.Listed{Path: "~/", Folder: "~/", Entries: []intent.Entry{
	{Name: "Applications", Folder: true}, {Name: "applications 2025", Folder: true}, {Name: "Apples.txt"}, {Name: "notes.md"},
}}

// table is what the columns of a table are taken as.
var table = intent.Inspected{Paths: []string{"~/applications/export.csv"}, Kinds: []string{"answer", "name", "email", "skip"}, Tables: []intent.Table{
	{Path: "~/applications/export.csv", Columns: []intent.Column{
		{Name: "Full name", Example: "Ben Ossian", Kind: "name", As: "name"}, {Name: "Mail", Example: "ben@example.org", Kind: "email", As: "email"},
		{Name: "Why would you like to work here, of all places, and why now?", Example: "I like Rust, and I like payments, and I like the people who make them", Kind: "answer", As: "answer"},
		{Name: "Internal score", Example: "7", Kind: "skip", As: "left out: somebody's judgement"},
	}},
}}

// many is a table with more columns than there is room for.
func many(n int) intent.Inspected {
	m := table
	t := intent.Table{Path: "~/applications/wide.csv", Known: true}
	for i := range n {
		t.Columns = append(t.Columns, intent.Column{Name: fmt.Sprint("Column ", i+1), Kind: "answer", As: "answer", Example: "x"})
	}
	m.Tables = append(m.Tables[:1:1], t)
	return m
}

// going is how an adding goes of which so many of 200 are read: every eighth is refused, one in sixteen maybe somebody known.
func going(done int) intent.Adding {
	r := intent.Adding{Paths: []string{"~/applications"}, Counts: map[string]int{}, Done: done, Found: 200, Last: "Mei-Ling Chen 陈美玲", Left: "20 s left"}
	for i := range done {
		o := intent.Outcome{Path: fmt.Sprintf("/home/ana/applications/someone-%03d.txt", i), Result: intent.Added, Name: "Somebody New"}
		switch {
		case i%16 == 3:
			o.Maybe, o.Words = true, "maybe the same as Amara Okafor (same e-mail)"
			r.Maybe++
		case i%8 == 1:
			o.Result, o.Name = intent.Refused, ""
			o.Words = "encrypted: it asks for a password (ask for it again without one, or open it with the password and print it into a new PDF)"
		case i%8 == 2:
			o.Result, o.Words = intent.Updated, "a newer resume"
		case i%8 == 7:
			o.Result = intent.Unchanged
		}
		r.Counts[o.Result]++
		r.Told = append(r.Told, o)
	}
	return r
}

// said is the same with only those told that are told of an adding for good.
func said(r intent.Adding) intent.Adding {
	var told []intent.Outcome
	for _, o := range r.Told {
		if o.Maybe || o.Result == intent.Refused {
			told = append(told, o)
		}
	}
	r.Told = told
	return r
}

// over is an adding that has ended.
func over(r intent.Adding) intent.Adding {
	r.Over, r.Left = true, ""
	return r
}

// dry is the same as a dry run.
func dry(r intent.Adding) intent.Adding {
	r.Dry = true
	return r
}
