package ui

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/search"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// apply adds somebody with a resume of their own words.
func (k keptStore) apply(t *testing.T, name, words string) {
	t.Helper()
	added, err := k.Add(t.Context(), k.role.ID, model.Application{
		Candidate: model.Candidate{Name: name, Email: strings.ToLower(name[:3]) + "@example.org"},
		Documents: []model.Sent{{Document: model.Document{Name: "resume.txt", Format: "text"}, Original: []byte(words), Text: words}},
	}, k.ines.ID)
	if err != nil {
		t.Fatal(err)
	}
	k.ids[strings.Fields(name)[0]] = added.Candidate.ID
}

// Words are found in documents; who comes in, goes or is joined with another later is found, or not, as they are then.
func TestWordsOfDocuments(t *testing.T) {
	t.Parallel()
	k := storeOf(t, "", "Ada Stern")
	k.apply(t, "Gail Roth", "Gail Roth\n\nBred zebrafish, and wrote Erlang.\n")
	k.apply(t, "Hugo Lind", "Hugo Lind\n\nTaught cello.\n")
	x := sit(t, k)
	x.press("/", "zebra", "enter")
	x.see("1 of 3 shown")
	x.see("Gail Roth")
	k.apply(t, "Ivo Zell", "Ivo Zell\n\nA zebra crossing in every town.\n")
	x.see("2 of 4 shown")
	x.press("esc")
	x.see("4 shown")
	x.press("/", `"zebra crossing"`, "enter")
	x.see("1 of 4 shown")
	if err := k.Erase(t.Context(), k.ids["Ivo"], k.ines.ID); err != nil {
		t.Fatal(err)
	}
	x.see("0 of 3 shown")
	x.press("/", "ctrl+u", "erlang cello", "enter")
	x.see("Without erlang there is 1.")
	x.press("esc")
	x.run(x.app.do(intent.Same{Candidates: []model.ID{k.ids["Gail"], k.ids["Hugo"]}}))
	x.press("/", "erlang cello", "enter")
	x.see("1 of 2 shown")
}

// Keys that come behind a filter wait until it is known who it lets through: they are meant for those.
func TestKeysWaitForTheFilter(t *testing.T) {
	t.Parallel()
	k := storeOf(t, "", "Ada Stern", "Ben Ossian")
	k.apply(t, "Gail Roth", "Gail Roth\n\nBred zebrafish.\n")
	x := sit(t, k)
	var cmds []tea.Cmd
	for _, key := range []string{"/", "z", "e", "b", "r", "enter", "*"} {
		_, cmd := x.app.Update(press(key))
		cmds = append(cmds, cmd)
	}
	if n := strings.Count(x.screen(), "●"); n > 0 {
		t.Fatalf("%d are marked before it is known who is shown", n)
	}
	x.run(tea.Batch(cmds...))
	x.see("1 marked")
	x.see("1 of 3 shown")
}

// lookedFor runs a command and gives what documents were looked through for by it.
func lookedFor(cmd tea.Cmd) tea.Msg {
	msgs := make(chan tea.Msg, 100)
	run := func(cmd tea.Cmd) { commands.Go(func() { msgs <- cmd() }) }
	for run(cmd); ; {
		switch m := (<-msgs).(type) {
		case lookedThrough:
			return m
		case tea.BatchMsg:
			for _, c := range m {
				run(c)
			}
		}
	}
}

// Answers come in any order: the list shows that of the last question, and an older one never takes its place.
func TestOlderAnswersNeverOvertake(t *testing.T) {
	t.Parallel()
	k := storeOf(t, "", "Ada Stern")
	k.apply(t, "Gail Roth", "zebrafish zoology")
	k.apply(t, "Hugo Lind", "zebra zoo")
	k.apply(t, "Ivo Zell", "zeppelin zoo")
	words := []string{"z", "ze", "zeb", "zeb zoo", "zeb zoology"}
	shown := []string{"3 of 4 shown", "3 of 4 shown", "2 of 4 shown", "2 of 4 shown", "1 of 4 shown"}
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {4, 0, 1, 2, 3}, {3, 4, 0, 2, 1}, {1, 4, 3, 0, 2}} {
		x := sit(t, k)
		x.press("/", "zo")
		x.see("3 of 4 shown") // the texts are read
		x.press("ctrl+u")
		x.see("/ ▎")
		var late []tea.Msg
		for i, w := range words {
			typed := w
			if i > 0 {
				typed = strings.TrimPrefix(w, words[i-1])
			}
			var cmd tea.Cmd
			for _, r := range typed {
				_, cmd = x.app.Update(press(string(r)))
			}
			late = append(late, lookedFor(cmd))
		}
		before := x.screen()
		for n, i := range order {
			x.app.Update(late[i])
			switch screen := x.screen(); {
			case slices.Contains(order[:n+1], 4) && !strings.Contains(screen, shown[4]):
				t.Errorf("%v: after answer %d the list does not show that of %q:\n%s", order, i, words[4], screen)
			case !slices.Contains(order[:n+1], 4) && screen != before:
				t.Errorf("%v: answer %d, to %q, is shown though %q is asked:\n%s", order, i, words[i], words[4], screen)
			}
		}
	}
}

// What is looked for in vain is given up: a newer question is not held up by it.
func TestASearchIsGivenUp(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("/", "rust")
	x.see("3 shown")
	x.answered()
	first := x.app.search(intent.Search{Number: 91, Said: []search.Said{{Text: "kubernetes"}}})
	second := x.app.search(intent.Search{Number: 92, Said: []search.Said{{Text: "tokio"}}})
	old := lookedFor(first).(lookedThrough)
	if old.hits[0] != nil {
		t.Error("the older search went on")
	}
	x.app.Update(old)
	if x.app.searching.answered > 90 {
		t.Errorf("search %d is answered", x.app.searching.answered)
	}
	x.app.Update(lookedFor(second))
	if x.app.searching.answered != 92 {
		t.Errorf("search %d is answered, want 92", x.app.searching.answered)
	}
}

// What was looked for before a role was opened anew is no answer to what is looked for since, though both are the first question.
func TestNoAnswerFromBeforeTheRoleWasOpened(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	said := []search.Said{{Text: "rust"}}
	x.app.search(intent.Search{Number: 1, Said: said})
	before := textsRead{of: x.app.searching.turn, read: map[model.ID]uint64{{1}: 1}}
	looked := lookedFor(x.app.lookThrough()).(lookedThrough)
	for _, m := range answers(x.app.load(x.kept.role.ID)) {
		x.take(m)
	}
	x.app.search(intent.Search{Number: 1, Said: said})
	x.app.lookThrough()
	x.app.Update(looked)
	if x.app.searching.answered != 0 {
		t.Error("an answer of before is taken for one to what is looked for now")
	}
	x.app.Update(before)
	if len(x.app.searching.read) > 0 {
		t.Error("texts that were read before are taken for those of now")
	}
}

// Who was let go of and is back before that is done has their text read again.
func TestBackBeforeTheTextIsGone(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("/", "tokio", "enter")
	x.see("3 shown")
	x.answered()
	ben := x.kept.ids["Ben"]
	s := &x.app.searching
	s.gone = []model.ID{ben}
	x.run(x.app.readTexts())
	x.until("the text is there again", func() bool { return !s.busy && len(s.left) == 0 && s.read[ben] != 0 })
	if !s.corpus.Has(ben) {
		t.Error("what they sent is not looked through any more")
	}
}
