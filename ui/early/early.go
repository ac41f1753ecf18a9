// Package early settles what the terminal libraries would otherwise ask or guess in their own inits.
//
// Bubble Tea's init asks the terminal for its background and waits up to five seconds where nothing answers. Go initialises
// packages in the order of their import paths, so this one, under a module that sorts before github.com, comes first: it
// imports nothing that could need Bubble Tea.
package early

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/mattn/go-runewidth"
)

func init() {
	lipgloss.SetHasDarkBackground(true)
	// In an East Asian locale this library would count │ · ▌ as two cells, which no terminal that we draw on does.
	runewidth.EastAsianWidth = false
	runewidth.DefaultCondition.EastAsianWidth = false
}
