package ui

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// tagsLong is how many characters of tags may be typed at once.
const tagsLong = 400

// tag puts tags on candidates and takes the viewer's own off; without any, it asks which.
func (a *App) tag(w intent.Tag) tea.Cmd {
	t := model.Tagging{Add: w.Add, Off: w.Off}
	switch {
	case len(w.Candidates) == 0:
		return nil
	case t.Empty():
		a.askTags(w)
		return nil
	}
	return a.tagged(w.Candidates, t)
}

// askTags asks for tags, and says while they are typed what they will do to how many.
func (a *App) askTags(w intent.Tag) {
	ask := fmt.Sprintf("Tag %s:", a.many(len(w.Candidates), w.Hidden))
	if len(w.Candidates) == 1 {
		r, _ := a.record(w.Candidates[0])
		ask = fmt.Sprintf("Tag %s:", text.Cut(r.Candidate.Name, a.width/3, a.theme.Glyphs.Ellipsis))
	}
	used := a.usedTags()
	p := &prompt{ask: ask, typing: true, words: input.Line("", tagsLong)}
	p.complete = func(typed string) []string { return a.completeTags(w.Candidates, used, typed) }
	p.tell = func(typed string) string {
		t, err := model.ParseTagging(typed)
		if err != nil {
			return text.Drawable(err.Error())
		}
		said := a.tagWords(w.Candidates, t)
		if !t.Empty() {
			said[0] = a.setting.Keys.Key(keymap.Confirm) + ": " + said[0]
		}
		if could := p.complete(typed); len(could) > 0 {
			said = append([]string{a.setting.Keys.Key(keymap.Complete) + " " + lastTag(could[0])}, said...)
		}
		return strings.Join(said, " "+a.theme.Glyphs.Dot+" ")
	}
	p.hint = p.tell("")
	p.take = func(a *App, _, typed string) (tea.Cmd, bool) {
		t, err := model.ParseTagging(typed)
		if err != nil {
			p.hint = text.Drawable(err.Error())
			return nil, false
		}
		if t.Empty() {
			return nil, true
		}
		return a.tagged(w.Candidates, t), true
	}
	a.asking = p
}

// many is so many candidates in words, and how many of them the filter does not show.
func (a *App) many(n, hidden int) string {
	words := text.Thousands(n) + " marked"
	if hidden > 0 {
		words += fmt.Sprintf(", %s of them not shown", text.Thousands(hidden))
	}
	return words
}

// seenTags is the tags of a candidate, those of the other applications that it holds included, as the viewer may see them.
func (a *App) seenTags(id model.ID) []model.Tag {
	if i, ok := a.field.at[id]; ok {
		return a.field.rows[i].Candidate.Tags
	}
	return nil
}

// usedTags is the tags that the viewer may see in the role, the most used first.
func (a *App) usedTags() []string {
	var tags []model.Tag
	for _, r := range a.field.rows {
		tags = append(tags, r.Candidate.Tags...)
	}
	return commonFirst(tags)
}

// commonFirst is the names of tags, the most common first.
func commonFirst(tags []model.Tag) []string {
	count := map[string]int{}
	for _, t := range tags {
		count[t.Name]++
	}
	return slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b)) })
}

// completeTags is what the last of the tags that are typed may be meant to become, all that is typed before it included: tags that are
// used in the role, behind a "-" those that the viewer put on these candidates.
func (a *App) completeTags(ids []model.ID, used []string, typed string) []string {
	before, last := "", typed
	if comma := strings.LastIndexByte(typed, ','); comma >= 0 {
		before, last = typed[:comma]+", ", typed[comma+1:]
	}
	last = strings.TrimLeft(last, " ")
	if rest, off := strings.CutPrefix(last, "-"); off {
		var own []model.Tag
		for _, id := range ids {
			r, _ := a.record(id)
			own = append(own, slices.DeleteFunc(slices.Clone(r.Candidate.Tags), func(t model.Tag) bool { return t.By != a.viewer() })...)
		}
		before, last, used = before+"-", strings.TrimLeft(rest, " "), commonFirst(own)
	}
	said, _ := model.ParseTagging(before)
	begun := model.Fold(last)
	var could []string
	for _, name := range used {
		if strings.HasPrefix(model.Fold(name), begun) && model.Fold(name) != begun && !said.Names(name) {
			could = append(could, before+name)
		}
	}
	return could
}

// lastTag is the last of tags that are parted by commas.
func lastTag(typed string) string {
	return strings.TrimSpace(typed[strings.LastIndexByte(typed, ',')+1:])
}

// tagWords is what tags would do to candidates, one entry a tag; with none typed, what these bear.
func (a *App) tagWords(ids []model.ID, t model.Tagging) []string {
	alone := len(ids) == 1
	if t.Empty() {
		var tags []model.Tag
		for _, id := range ids {
			tags = append(tags, a.seenTags(id)...)
		}
		names := commonFirst(tags)
		if len(names) == 0 {
			return []string{"parted by commas, - before one takes it off"}
		}
		return []string{"there: " + strings.Join(names, ", ")}
	}
	var said []string
	for _, name := range t.Add {
		had := 0
		for _, id := range ids {
			had += model.Bears(a.seenTags(id), name)
		}
		switch new := len(ids) - had; {
		case alone && had == 1:
			said = append(said, name+" is there already")
		case alone:
			said = append(said, name+" on")
		case new == 0:
			said = append(said, "all have "+name+" already")
		case had > 0:
			said = append(said, fmt.Sprintf("%s on %s, %s have it already", name, text.Thousands(new), text.Thousands(had)))
		default:
			said = append(said, fmt.Sprintf("%s on %s", name, text.Thousands(new)))
		}
	}
	for _, name := range t.Off {
		said = append(said, a.offWords(ids, name)...)
	}
	return said
}

// offWords is what taking a tag off would do, and why some keep it.
func (a *App) offWords(ids []model.ID, name string) []string {
	mine, came, others := 0, 0, map[model.ID]int{}
	for _, id := range ids {
		for _, tag := range a.seenTags(id) {
			switch {
			case model.Fold(tag.Name) != model.Fold(name):
			case tag.By == a.viewer():
				mine++
			case tag.By.IsZero():
				came++
			default:
				others[tag.By]++
			}
		}
	}
	var said []string
	of := func(n int) string { return map[bool]string{true: "", false: " on " + text.Thousands(n)}[len(ids) == 1] }
	if mine > 0 {
		said = append(said, name+" off"+strings.Replace(of(mine), " on", "", 1))
	}
	if came > 0 {
		said = append(said, fmt.Sprintf("%s%s came in with the application and stays", name, of(came)))
	}
	for _, by := range slices.SortedFunc(maps.Keys(others), func(a, b model.ID) int { return slices.Compare(a[:], b[:]) }) {
		said = append(said, fmt.Sprintf("%s%s is by %s, who alone takes it off", name, of(others[by]), a.setting.Name(by)))
	}
	if len(said) == 0 {
		said = append(said, "nobody has "+name)
	}
	return said
}

// tagged carries out a tagging: one act for all.
func (a *App) tagged(ids []model.ID, t model.Tagging) tea.Cmd {
	me, now := a.viewer(), model.At(a.session.Now())
	words := strings.Join(a.tagWords(ids, t), " "+a.theme.Glyphs.Dot+" ")
	changes := make([]model.Change, 0, len(ids))
	for _, id := range ids {
		r, _ := a.record(id)
		if c, some := r.Tag(me, now, a.seenTags(id), t); some {
			changes = append(changes, c)
		}
	}
	if len(changes) == 0 {
		a.say("%s", words)
		return nil
	}
	before := len(a.acts.done)
	cmd := a.act(changes...)
	if n := len(a.acts.done); n > before {
		a.acts.done[n-1].tagging = t
		if !a.notice.bad {
			a.say("%s %s %s undoes it", words, a.theme.Glyphs.Dot, a.setting.Keys.Key(keymap.Undo))
		}
	}
	return cmd
}
