package posting

import (
	"fmt"
	"slices"
	"strings"

	"candid/model/pattern"
)

// maxRows is how much of a posting's beginning is searched for facts, in bytes.
const maxRows = 1 << 16

// factLine is one line of a posting with what it is a line of.
type factLine struct {
	block
	section bool // it stands under a heading that says what stands there
	field   string
	value   string // of a field
}

// factLines is the lines of a posting, each on its own; a line that gives several fields is several.
func factLines(doc document) []factLine {
	var all []factLine
	section, before, size := false, false, 0
	put := func(b block, l line) {
		for _, s := range fieldsIn(l.text) {
			x := factLine{block: b, section: section}
			x.text, x.first, x.lines = s, l.at, nil
			x.field, x.value, _ = field(s)
			switch name, value, dashed := cutDash(s); {
			case x.field == "" && dashed && factNamed()[plainKey(name)] != "" && factNamed()[plainKey(name)] != "remote":
				x.field, x.value = factNamed()[plainKey(name)], value
			case x.field == "" && b.kind == item:
				x.field, x.value = unmarkedField(s)
			case x.field == "" && b.kind == heading && strings.HasSuffix(s, ":"):
				x.field = factNamed()[plainKey(s)] // its value stands beneath
			}
			all = append(all, x)
		}
	}
	for i, b := range doc.blocks {
		if size += len(b.text); size > maxRows {
			break
		}
		if b.kind == heading {
			before = section
			section = section || exactSense(b.text) != unknown
		}
		if i > 0 && doc.blocks[i-1].kind == heading && doc.blocks[i-1].first == b.first && len(b.lines) > 0 {
			// "Location: Lyon", of which the name was taken for a heading
			all, section = all[:len(all)-1], before
			b.lines = append([]line{{text: doc.blocks[i-1].text + " " + b.lines[0].text, at: b.first}}, b.lines[1:]...)
			b.text = doc.blocks[i-1].text + " " + b.text
		}
		if b.kind != paragraph || isProse(b) && !slices.ContainsFunc(b.lines, isField) {
			put(b, line{text: b.text, at: b.first})
			continue
		}
		for _, l := range b.lines {
			put(b, l)
		}
	}
	return tabled(all)
}

// tabled gives the cells beneath a table's header, such as "Location | Type", the facts that stand above them.
func tabled(all []factLine) []factLine {
	for i := 0; i+1 < len(all); i++ {
		names, cells := cellsOf(all[i].text), cellsOf(all[i+1].text)
		for len(names) > 1 && len(cells) > len(names) {
			at := slices.IndexFunc(cells, func(c string) bool { return stateCodes[c] || kindOf(c)&country != 0 })
			if at < 1 {
				break
			}
			cells = slices.Replace(cells, at-1, at+1, cells[at-1]+", "+cells[at])
		}
		if all[i].field == "" || len(names) < 2 || len(names) != len(cells) || factNamed()[plainKey(names[1])] == "" {
			continue
		}
		all[i].field, all[i].value = "", ""
		beneath := all[i+1]
		var out []factLine
		for j, name := range names {
			x := beneath
			x.text, x.field, x.value = cells[j], factNamed()[plainKey(name)], cells[j]
			out = append(out, x)
		}
		all = slices.Concat(all[:i+1], out, all[i+2:])
	}
	return all
}

// cellsOf is the cells of a table's row that was read as "first: second, third".
func cellsOf(s string) []string {
	first, rest, ok := strings.Cut(s, ": ")
	if !ok {
		return nil
	}
	return append([]string{first}, strings.Split(rest, ", ")...)
}

// cutDash parts a line at its first dash or slash that stands alone.
func cutDash(s string) (before, after string, ok bool) {
	if !strings.ContainsAny(s, "-–—/") {
		return s, "", false
	}
	at := dash.FindStringIndex(s[:min(len(s), 60)]) // a name is short
	if at == nil {
		return s, "", false
	}
	return s[:at[0]], s[at[1]:], true
}

var dash = pattern.New(`\s+[-–—/]\s+`)

// unmarkedField parts an item such as "Employment type Full-time", in which two or three words name the fact.
func unmarkedField(s string) (fact, value string) {
	words := strings.Fields(s)
	for n := 2; n < min(4, len(words)) && len(words) < 9; n++ {
		if fact = factNamed()[plainKey(strings.Join(words[:n], " "))]; fact != "" && fact != "title" {
			return fact, strings.Join(words[n:], " ")
		}
	}
	return "", ""
}

func isField(l line) bool {
	_, value, ok := field(l.text)
	return ok && value != ""
}

var bars = pattern.New(`\s*[|•·]\s*|\s{3,}`)

// besideDash matches the dash before a name and a colon in the middle of a line.
var besideDash = pattern.New(`\s[-–—]\s+((?:\pL+ ?){1,2}:)`)

// fieldsIn parts a line such as "Location: Lyon | Type: Full-time" into its fields; a line that is not made of fields stays whole.
func fieldsIn(s string) []string {
	parts := []string{s}
	if strings.ContainsAny(s, "|•·") || strings.Contains(s, "   ") {
		parts = bars.Split(s, -1)
	}
	if len(parts) < 2 {
		if !strings.Contains(s, ":") {
			return parts
		}
		if m := besideDash.FindStringSubmatch(s); m != nil {
			before, after, _ := strings.Cut(s, m[0])
			if fact, value, _ := field(m[1] + after); fact == "location" && value != "" {
				return []string{before, m[1] + after}
			}
		}
		return []string{s}
	}
	if _, value, ok := field(parts[0]); !ok || value == "" {
		return []string{s}
	}
	for _, p := range parts[1:] {
		if strings.ContainsAny(p, ":：") || employmentOnly(p) || workMode.MatchString(p) {
			return parts
		}
	}
	return []string{s}
}

// tell is what a posting tells of its role, and a remark on each fact that was guessed.
func tell(doc document) (facts, []string) {
	all := factLines(doc)
	var f facts
	var remarks []string
	guessed := func(what string, at int) {
		if at >= 0 {
			remarks = append(remarks, fmt.Sprintf("%s from the running text in line %d", what, at+1))
		}
	}
	t, at := chooseTitle(doc, all)
	t = t.withoutTown(all)
	f.title = t.name
	guessed("the title was taken", at)
	f.locations, at = chooseLocations(doc, all, t)
	guessed("the locations were taken", at)
	f.employment, at = chooseEmployment(doc, all, t)
	guessed("the kind of employment was taken", at)
	return f, remarks
}
