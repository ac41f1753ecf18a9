package model

import (
	"errors"
	"strings"
)

// Kind sorts problems by what can be done about them.
type Kind uint8

// The kinds of problem.
const (
	Failed   Kind = iota // something outside went wrong: a disk, a permission
	Misused              // the command or its arguments are wrong
	Missing              // the thing named is not there
	Refused              // what came in cannot be taken
	Conflict             // somebody changed the thing first
	Damaged              // what is kept does not match its checksum, or cannot be read
	Newer                // written by a newer candid
	ReadOnly             // it can be read, not written
	Full                 // no room left on the disk
	Partial              // some of it was done, some refused
)

var kindNames = [...]string{"failed", "misused", "missing", "refused", "conflict", "damaged", "newer", "read-only", "full", "partial"}

// String is the kind in a word.
func (k Kind) String() string { return name(kindNames[:], k) }

// Problem is an error that people can act on.
type Problem struct {
	Kind    Kind
	Subject string // the thing it is about: a file, a candidate, an argument
	What    string // what is wrong with it
	Next    string // what to do about it; may be empty
	Err     error  // the cause; may be nil
}

// Error gives one line: the subject, what is wrong, the cause, and the way out.
func (p *Problem) Error() string {
	var parts []string
	for _, s := range []string{p.Subject, p.What} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if p.Err != nil {
		parts = append(parts, p.Err.Error())
	}
	line := strings.Join(parts, ": ")
	if p.Next != "" {
		line += " (" + p.Next + ")"
	}
	return line
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Err }

// KindOf is the kind of the first Problem in err's chain, Failed where there is none.
func KindOf(err error) Kind {
	var p *Problem
	if errors.As(err, &p) {
		return p.Kind
	}
	return Failed
}

// Is reports whether err is a Problem of kind k.
func Is(err error, k Kind) bool {
	var p *Problem
	return errors.As(err, &p) && p.Kind == k
}
