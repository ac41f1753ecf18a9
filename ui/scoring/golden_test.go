package scoring

import (
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"
)

// worked is a review far on: quotes, a note, two requirements open.
func worked() model.Record {
	role := opening()
	r := panelled(role, amara(role, "43434344 43·2·"))
	mine := r.Review(me)
	mine.Ratings[1].Quotes = []model.Quote{{Document: resume, From: 4, To: 5, Text: strings.Split(resumeText, "\n")[4]}}
	mine.Ratings[1].Note = "Two services in production, both hers; profiled with perf and loom."
	mine.Ratings[3].Quotes = []model.Quote{{Document: resume, From: 6, To: 7, Text: "a"}, {Document: resume, From: 9, To: 10, Text: "b"}}
	mine.Note = "Would raise the level of the team. Ask about Kafka and about leading people."
	mine.Recommendation = model.StrongYes
	return r.WithReview(mine)
}

func sent() model.Record {
	r := worked()
	mine := r.Review(me)
	mine.Submitted = model.At(clock)
	return r.WithReview(mine)
}

func TestGoldens(t *testing.T) {
	scenes := []struct {
		name   string
		record model.Record
		keys   []any
	}{
		{"scoring", panelled(opening(), amara(opening(), "4······· ·····")), nil},
		{"rated", worked(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K"}},
		{"why", worked(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K", "W"}},
		{"taken-away", panelled(opening(), amara(opening(), "4······· ·····")), []any{"d", "d", "d", "d"}},
		{"note", worked(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K", "m", "alt+enter", "Ask how the executor was tuned."}},
		{"summary", worked(), []any{"J", "J", "J"}},
		{"open", worked(), []any{"J", "J", "J", "enter"}},
		{"submitted", sent(), nil},
		{"revising", sent(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K", "K", "K", "K"}},
	}
	for _, scene := range scenes {
		screentest.Show(func(th theme.Theme, width, height int) intent.Screen {
			return open(th, width, height, scene.record).send(scene.keys...)
		}).Golden(t, scene.name, true)
	}
	t.Run("rated-100x30-light", func(t *testing.T) {
		screentest.Golden(t, "rated-100x30-light", open(screentest.Look("light"), 100, 29, scenes[1].record).send(scenes[1].keys...).View())
	})
}
