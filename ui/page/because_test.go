package page

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"

	"github.com/charmbracelet/x/ansi"
)

// What has no room is cut from the end, the way out before any reason, and a cut says that there is more.
func TestBecauseInFewRows(t *testing.T) {
	r := evidence.Reading{Document: model.Document{Kind: model.Resume}, Lines: []string{"Ran Kafka for the dispatch events of forty depots."}}
	why := intent.Why{Document: r.Document.ID, Line: 0, Requirement: rust}
	b := Because{}.Asks(r, why).Told(intent.Because{Why: why, Words: []string{"First reason.", "Second reason.", "Third reason."}})
	const head, excerpt = "WHY NOT THIS LINE   Label", "▎"
	for rows, want := range map[int][]string{
		9: {head, excerpt, excerpt, "", "First reason.", "Second reason.", "Third reason.", "", "any key leaves"},
		5: {head, excerpt, "First reason.", "Second reason.", "Third reason."},
		4: {head, excerpt, "First reason.", "Second reason. …"},
		2: {head, excerpt},
		0: {},
	} {
		got := b.Lines(plain(), "Label", 30, rows)
		for i := range got {
			got[i] = strings.TrimRight(ansi.Strip(got[i]), " ")
			if strings.HasPrefix(got[i], excerpt) {
				got[i] = excerpt
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %d rows %q, want %q", rows, got, want)
		}
	}
}
