package evidence

import (
	"strings"
	"testing"
)

func TestEntriesOfPublications(t *testing.T) {
	for _, c := range []struct {
		name, lines string
		want        string // the lines found, in any order
	}{
		{"the title, not its authors", "Ledgers That Never Lose a Cent\nAmara Okafor, Bea Lindqvist, Chidi Obi\n10.5555/ledgers.2021.17", "Ledgers That Never Lose a Cent"},
		{"each in its block", "Ledgers That Never Lose a Cent\nAmara Okafor, Bea Lindqvist\n\nQueues for the Rest of Us\nBea Lindqvist, Amara Okafor", "Ledgers That Never Lose a Cent|Queues for the Rest of Us"},
		{"a line each", "Ledgers, Harbour Press, 2019\nQueues for the Rest of Us, Harbour Press, 2021", "Ledgers, Harbour Press, 2019|Queues for the Rest of Us, Harbour Press, 2021"},
		{"bullets", "• Ledgers that never lose a cent\n• Queues for the rest of us", "• Ledgers that never lose a cent|• Queues for the rest of us"},
		{"bullets that tell of it", "Ledgers That Never Lose a Cent\n• Shows how double entries are kept\n• Proves that it is enough", "Ledgers That Never Lose a Cent"},
		{"a date below it", "Ledgers That Never Lose a Cent\n\n12 July 2021", "Ledgers That Never Lose a Cent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := append([]string{"Amara Okafor", "amara@example.org", "", "PUBLICATIONS", ""}, strings.Split(c.lines, "\n")...)
			found := find(asking("Technical writing"), lines)[1]
			got := map[string]bool{}
			for _, x := range found {
				got[x.Text] = true
			}
			want := strings.Split(c.want, "|")
			for _, line := range want {
				if !got[line] {
					t.Errorf("%q is not found, but %v", line, got)
				}
			}
			if len(found) != len(want) {
				t.Errorf("found %v, want %q", got, want)
			}
		})
	}
}

func TestAnEntrysTermEndsBeforeItsBracket(t *testing.T) {
	for line, want := range map[string]string{
		"A Handbook of Tills (2011-01)":          "A Handbook of Tills",
		"Queues (and Tills) for Everybody, 2011": "Queues (and Tills) for Everybody, 2011",
		"(Re)building Tills for Everybody":       "(Re)building Tills for Everybody",
	} {
		found := find(asking("Technical writing"), []string{"Amara Okafor", "amara@example.org", "", "PUBLICATIONS", "", line})[1]
		if len(found) != 1 || len(found[0].Terms) != 1 || !strings.HasSuffix(want, found[0].Terms[0].Text) {
			t.Errorf("%s: found %+v", line, found)
		}
	}
}

func TestPatentsAreNoWriting(t *testing.T) {
	lines := []string{"Amara Okafor", "amara@example.org", "", "PATENTS", "", "1. A way to keep ledgers (Patent 11,222,333)"}
	if found := find(asking("Technical writing"), lines)[1]; len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestWordsOfOtherSensesDoNotSpeak(t *testing.T) {
	for _, c := range []struct{ asked, line string }{
		{"Secrets management", "• Acolyte in a secret society"},
		{"Messaging with Pulsar", "• Para terminar hay que pulsar la tecla"},
		{"Feature stores and MLOps", "• ML engineer for three seasons"},
	} {
		if found := find(asking(c.asked), below(c.line))[1]; len(found) > 0 {
			t.Errorf("%s: found %+v", c.asked, found)
		}
	}
}
