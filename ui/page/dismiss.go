package page

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"
)

// saidCells is how much of a statement is said when it is taken away, in cells: the way back has room beside it on the smallest screen.
const saidCells = 28

// Dismiss asks that a statement be taken away for a requirement in my review, and says so: one that was found is dismissed, one that I
// quoted is quoted no more.
func Dismiss(mine model.Review, id model.RequirementID, r evidence.Reading, f evidence.Found, g theme.Glyphs, keys keymap.Table) intent.Intent {
	words := text.Cut(Bare(r.Document, f.Text), saidCells, g.Ellipsis)
	back := " " + g.Dot + " " + keys.Key(keymap.Undo) + " brings it back"
	if f.Kind == evidence.Quoted {
		left := slices.DeleteFunc(slices.Clone(mine.Rating(id).Quotes), func(q model.Quote) bool {
			return q.Document == r.Document.ID && q.From < f.To && f.From < q.To
		})
		return intent.All{intent.Say{Text: "unquoted: " + words + back}, intent.Quote{Requirement: id, Quotes: left}}
	}
	q := model.Quote{Document: r.Document.ID, From: f.From, To: f.To, Text: strings.Join(r.Lines[f.From:f.To], "\n")}
	all := append(mine.DismissedFor(id), q)
	return intent.All{intent.Say{Text: "taken away: " + words + back}, intent.Dismiss{Requirement: id, Quotes: all}}
}

// Restore asks that all be brought back that was taken away for a requirement in my review.
func Restore(mine model.Review, q model.Requirement) intent.Intent {
	n := len(mine.DismissedFor(q.ID))
	if n == 0 {
		return intent.Say{Text: "nothing was taken away for " + q.Label}
	}
	return intent.All{intent.Say{Text: "brought back: " + text.Count(n, "line") + " on " + q.Label}, intent.Dismiss{Requirement: q.ID}}
}
