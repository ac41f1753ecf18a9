package detail

import (
	"testing"

	"candid/ui/intent"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
)

func BenchmarkView(b *testing.B) {
	for name, keys := range map[string][]string{"proof": nil, "document": {"tab"}, "history": {"shift+tab"}} {
		b.Run(name, func(b *testing.B) {
			m := screen(b, dark, 120, 40, panel(), keys...)
			for b.Loop() {
				m.View()
			}
		})
	}
}

// The next candidate, as ] brings it, on proof and on a document.
func BenchmarkNextCandidate(b *testing.B) {
	for name, keys := range map[string][]string{"proof": nil, "document": {"tab"}} {
		b.Run(name, func(b *testing.B) {
			one, other := person(), panel()
			other.Record.Candidate.ID = linus
			m := screen(b, dark, 120, 40, one, keys...)
			for b.Loop() {
				m, _ = send(m, other)
				m, _ = send(m, one)
			}
		})
	}
}

func BenchmarkKey(b *testing.B) {
	for name, keys := range map[string][]string{"proof": {"J", "K"}, "document": {"j", "k"}, "requirement": {"J", "K"}} {
		b.Run(name, func(b *testing.B) {
			m := screen(b, dark, 120, 40, person())
			if name != "proof" {
				m = press(m, "tab")
			}
			down, up := screentest.Key(keys[0]), screentest.Key(keys[1])
			for b.Loop() {
				m, _ = send(m, down)
				m, _ = send(m, up)
			}
		})
	}
}

func BenchmarkResize(b *testing.B) {
	m := screen(b, dark, 120, 40, intent.Person(person()), "tab")
	for b.Loop() {
		m, _ = send(m, tea.WindowSizeMsg{Width: 100, Height: 30})
		m, _ = send(m, tea.WindowSizeMsg{Width: 120, Height: 40})
	}
}
