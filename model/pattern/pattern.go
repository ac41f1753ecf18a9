// Package pattern is regular expressions that are compiled when they are first used: the program reads many formats, and a
// start should not pay for those it does not read.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression in the syntax of regexp. New makes one. Its methods are those of regexp.Regexp.
type Pattern struct{ compiled func() *regexp.Regexp }

// New is the pattern of an expression. A wrong expression panics at its first use.
func New(expression string) Pattern {
	return Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString reports whether s holds a match.
func (p Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindString is the leftmost match, "" when there is none.
func (p Pattern) FindString(s string) string { return p.compiled().FindString(s) }

// FindStringIndex is where the leftmost match stands, nil when there is none.
func (p Pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

// FindStringSubmatch is the leftmost match and its groups, nil when there is none.
func (p Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// FindAllString is the first n matches, all for n below 0.
func (p Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

// FindAllStringIndex is where the first n matches stand.
func (p Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatchIndex is where the first n matches and their groups stand.
func (p Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString puts by, in which $1 is a group, in the place of each match.
func (p Pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }

// ReplaceAllStringFunc puts what by makes of each match in its place.
func (p Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, by)
}

// Split parts s at the matches into at most n pieces, all for n below 0.
func (p Pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
