package detail

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/page"
	"candid/ui/text"
)

// sender is whose application a tab's document came with: the candidate, or another application of the same person; held is false
// for the candidate's own.
func (m Model) sender(tab int) (c model.Candidate, held bool) {
	if tab < 1 || tab > len(m.current) {
		return m.person.Record.Candidate, false
	}
	for _, c := range m.person.Held {
		if slices.ContainsFunc(c.Documents, func(d model.Document) bool { return d.ID == m.current[tab-1].ID }) {
			return c, true
		}
	}
	return m.person.Record.Candidate, false
}

// versions is all versions of a tab's document, the oldest first, and which of them is in sight.
func (m Model) versions(tab int) (all []model.Document, at int) {
	c, _ := m.sender(tab)
	all = append([]model.Document{m.current[tab-1]}, c.Older(m.current[tab-1])...)
	slices.Reverse(all)
	at = slices.IndexFunc(all, func(d model.Document) bool { return d.ID == m.documents[tab-1].ID })
	return all, max(0, at)
}

// older shows the version before the one in sight; before the oldest stands the newest.
func (m Model) older() (Model, intent.Intent) {
	if _, ok := m.document(); !ok {
		return m, intent.Say{Text: m.setting.Keys.Key(keymap.NextTab) + " to a document: " + m.setting.Keys.Key(keymap.Version) + " works there"}
	}
	all, at := m.versions(m.tab)
	if len(all) == 1 {
		return m, intent.Say{Text: "there is no other version of it"}
	}
	m.documents = slices.Clone(m.documents)
	m.documents[m.tab-1] = all[(at+len(all)-1)%len(all)]
	return m.with(page.New(m.theme)), nil
}

// whose is what there is to say, right below the tabs, of who this is and of the document in sight; "" when there is nothing.
func (m Model) whose() string {
	dot := " " + m.theme.Glyphs.Dot + " "
	var words []string
	if _, ok := m.document(); ok {
		if all, at := m.versions(m.tab); len(all) > 1 {
			words = append(words, fmt.Sprintf("version %d of %d, %s shows the %s", at+1, len(all), m.setting.Keys.Key(keymap.Version), map[bool]string{true: "newest", false: "older"}[at == 0]))
		}
		if c, held := m.sender(m.tab); held {
			from := m.joined([]string{c.Name, c.Email, c.Phone})
			words = append(words, "joined, "+m.setting.Keys.Key(keymap.OtherPerson)+" parts: "+from)
			return strings.Join(words, dot)
		}
	}
	if alike := m.person.Alike; len(alike) > 0 {
		name := alike[0].Candidate.Name
		if name == "" {
			name = alike[0].Candidate.Alias
		}
		say := "maybe the same as " + name + " (" + alike[0].Traits.Words() + ")"
		if n := len(alike) - 1; n > 0 {
			say += fmt.Sprintf(" and %d more", n)
		}
		keys := m.setting.Keys.Key(keymap.SamePerson) + " joins, " + m.setting.Keys.Key(keymap.OtherPerson) + " parts"
		if all := append(words, say+": "+keys); text.Width(strings.Join(all, dot)) < m.width {
			words = all
		} else { // what is cut off is no key
			words = append(words, keys+": "+say)
		}
	} else if n := len(m.person.Held); n > 0 {
		words = append(words, fmt.Sprintf("with %d other application", n)+map[bool]string{true: "", false: "s"}[n == 1]+" of theirs, the tabs with +")
	}
	return strings.Join(words, dot)
}
