package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"candid/model"
	"candid/model/search"
)

// texts is what Texts gives, by candidate, and in which order.
func (w *world) texts(t testing.TB, ids []model.ID) (texts map[model.ID]search.Text, order []model.ID) {
	t.Helper()
	texts = map[model.ID]search.Text{}
	err := w.Texts(t.Context(), w.role.ID, ids, func(id model.ID, text search.Text) {
		if _, twice := texts[id]; twice {
			t.Errorf("%s is told twice", id)
		}
		texts[id], order = text, append(order, id)
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts, order
}

func phrase(s string) search.Said { return search.Said{Text: s, Whole: true} }

func TestTexts(t *testing.T) {
	w := populate(t, open(t), 5)
	texts, _ := w.texts(t, nil)
	if len(texts) != 5 {
		t.Fatalf("%d texts", len(texts))
	}
	for i, id := range w.candidate {
		if !texts[id].Holds(phrase(fmt.Sprintf("worked in garden %d", i))) || texts[id].Holds(phrase(fmt.Sprintf("garden %d", i+1))) {
			t.Errorf("candidate %d has %q", i, texts[id])
		}
	}
	wanted := []model.ID{w.candidate[3], {9}, w.candidate[1]}
	if _, order := w.texts(t, wanted); !slices.Equal(order, []model.ID{w.candidate[3], w.candidate[1]}) {
		t.Errorf("asked for %v, told of %v", wanted, order)
	}
	if err := w.Texts(t.Context(), model.ID{9}, nil, nil); !model.Is(err, model.Missing) {
		t.Errorf("of no role: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := w.Texts(ctx, w.role.ID, nil, func(model.ID, search.Text) { t.Error("told after it was stopped") }); err == nil {
		t.Error("stopped, and no error")
	}
}

// A newer version stands for the older, what nobody sees on the page is not there, and no phrase runs from one document into the next.
func TestTextsOfDocuments(t *testing.T) {
	w := populate(t, open(t), 0)
	app := anApplication(7)
	sent := func(kind model.DocumentKind, name, text string, aside int) model.Sent {
		return model.Sent{Document: model.Document{Kind: kind, Name: name, Format: "text", Aside: aside}, Original: []byte(text), Text: text}
	}
	app.Documents = []model.Sent{sent(model.Resume, "old.txt", "Sold tulips", 0), sent(model.CoverLetter, "letter.txt", "to you.\nhired at once\nprompt", 2)}
	w.add(t, app)
	app.Documents = []model.Sent{sent(model.Resume, "new.txt", "I write roses\nto you", 0)}
	id := w.add(t, app).ID
	texts, _ := w.texts(t, []model.ID{id})
	for said, want := range map[string]bool{
		"roses": true, "tulips": false, "to you": true, "hired": false, "prompt": false, "you to": false, "roses to you": true,
	} {
		if got := texts[id].Holds(phrase(said)); got != want {
			t.Errorf("%q: %v, want %v in %q", said, got, want, texts[id])
		}
	}
}

func TestTextsOfJoined(t *testing.T) {
	w := populate(t, open(t), 3)
	a, b := w.candidate[0], w.candidate[1]
	w.both(t, w.joinChanges(t, w.ana.ID, a, b))
	texts, _ := w.texts(t, nil)
	if _, told := texts[b]; told || len(texts) != 2 {
		t.Errorf("one who is shown in another's place is told: %d", len(texts))
	}
	if !texts[a].Holds(phrase("garden 0")) || !texts[a].Holds(phrase("garden 1")) {
		t.Errorf("who holds another has %q", texts[a])
	}
}

func TestTextsThatAreDamaged(t *testing.T) {
	w := populate(t, open(t), 3)
	w.spoil(t, bucketTexts, w.candidate[1], 0)
	texts := map[model.ID]search.Text{}
	err := w.Texts(t.Context(), w.role.ID, nil, func(id model.ID, text search.Text) { texts[id] = text })
	if !model.Is(err, model.Damaged) {
		t.Errorf("damage is told as %v", err)
	}
	for i, want := range []bool{true, false, true} {
		if got := texts[w.candidate[i]].Holds(phrase("garden")); got != want {
			t.Errorf("candidate %d: %v, want %v", i, got, want)
		}
	}
}

func TestSeen(t *testing.T) {
	for _, c := range []struct {
		text  string
		aside int
		want  string
	}{{"a\nb\nc", 0, "a\nb\nc"}, {"a\nb\nc", 1, "a\nb"}, {"a\nb\nc", 2, "a"}, {"a\nb\nc", 3, ""}, {"a\nb\nc", 9, ""}, {"", 1, ""}} {
		if got := string(seen([]byte(c.text), c.aside)); got != c.want {
			t.Errorf("%q without %d: %q, want %q", c.text, c.aside, got, c.want)
		}
	}
}

// BenchmarkTexts is the texts of 5,000 candidates, some 3.5 KB each.
func BenchmarkTexts(b *testing.B) {
	w := populate(b, open(b), 0)
	w.resumes(b, 5000)
	for b.Loop() {
		n := 0
		if err := w.Texts(context.Background(), w.role.ID, nil, func(model.ID, search.Text) { n++ }); err != nil || n != 5000 {
			b.Fatal(n, err)
		}
	}
}
