// Package child has strangers' bytes read by child processes of the same program, so that a reader which crashes, hangs or takes
// all memory costs one document its reading and harms nothing else. It knows no format.
//
// A child lives for many documents. It is asked over its standard input and answers over its standard output; when its input
// ends, so does it.
package child

import (
	"iter"

	"candid/store/intake/content"
)

// Request is what a child is asked to read.
type Request struct {
	Kind    content.Kind
	Name    string   // the file's name
	Bytes   []byte   // its bytes; nil: they are in the file at Path
	Path    string   // absolute
	Entries []string // of an archive: the files to unpack, in this order; nil: list what is in it
	Fast    bool     // leave out what takes long and is not needed for the text
}

// Reader carries out requests, one at a time. What keeps a file from being read is a Problem among the pieces.
type Reader func(Request) iter.Seq[content.Piece]

// inside names the variable that says to a program that it is a child, so that it starts none itself.
const inside = "CANDID_READER"

// hello is what a child is told first.
type hello struct {
	Cache  string // the folder for code that it compiles; "" for none
	Memory int64  // in bytes
}

// answer is one frame that a child gives.
type answer struct {
	State state
	Piece *piece `cbor:",omitempty"`
	Why   string `cbor:",omitempty"` // with failed
}

type state uint8

const (
	ready  state = iota + 1 // the child can be asked
	failed                  // it never will, and Why says why
	given                   // one piece
	over                    // the request has been carried out
)
