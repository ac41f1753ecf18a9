package office

import (
	"fmt"

	"candid/model"
)

// The bounds of what is read. A resume of three pages has 10 KB of words in 200 KB of XML.
const (
	maxPart    = 32 << 20 // bytes of one part of a package, unpacked
	maxParts   = 64 << 20 // bytes of all parts that are read, unpacked
	maxEntries = 10000    // files in a package
	maxWords   = 4 << 20  // bytes of text, seen and unseen
	maxMarks   = 500_000  // elements of XML in all parts, or a quarter of the control words and groups of RTF
	maxPieces  = 300_000  // paragraphs and cells of tables
	maxNotes   = 10_000   // footnotes and endnotes
	maxAttrs   = 2000     // attributes of one element
	maxDepth   = 500      // elements or groups within each other
	maxLinks   = 200      // links that are kept
)

// The ways out.
const (
	sendAgain = "ask the candidate to send it again"
	saveAnew  = "open it in a word processor and save it as DOCX or PDF"
	lookAtIt  = "look at the file"
)

func refuse(what, next string) *model.Problem {
	return &model.Problem{Kind: model.Refused, What: what, Next: next}
}

// damaged says which part is damaged, and where.
func damaged(part string, at int64) *model.Problem {
	return refuse(fmt.Sprintf("damaged: %s cannot be read from byte %d on", part, at), sendAgain)
}

func tooLong() *model.Problem {
	return refuse(fmt.Sprintf("more than %d MB of words", maxWords>>20), "no application is that long: "+lookAtIt)
}

func tooLarge() *model.Problem {
	return refuse(fmt.Sprintf("it unpacks to more than %d MB of text", maxPart>>20), "no application is that long: "+lookAtIt)
}

func tooDeep() *model.Problem {
	return refuse("its parts are nested deeper than any word processor writes", saveAnew)
}

func tooMuch() *model.Problem {
	return refuse("longer than a book, by the marks in it", "no application is that long: "+lookAtIt)
}
