// Package config reads the config file: which keys do what, how the program looks, and what its screens show. It reads a text and
// no file, and says everything that is wrong with it at once, each with its line.
package config

import (
	"candid/ui/keymap"
	"candid/ui/look"
	"candid/ui/theme"
)

// Config is what a config file says.
type Config struct {
	Theme           string        // one that theme.Themes names
	OnDark, OnLight theme.Colours // in the place of those of the dark and the light theme
	Keys            keymap.Table
	Choice          look.Choice
	Mouse           bool // the program takes the mouse
	ASCII           bool // it draws nothing beyond ASCII
	Plain           bool // linear text, for screen readers
}

// Default is what holds where a file says nothing.
func Default() Config { return Config{Theme: theme.Themes()[0].Name, Mouse: true} }

// Mistake is something that is wrong with a config file.
type Mistake struct {
	Line, Column int // from 1; the column in characters
	What         string
	Harmless     bool // what was said holds all the same
}
