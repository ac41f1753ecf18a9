package table

import (
	"slices"
	"strings"
)

// Kind is what a column holds.
type Kind uint8

// The kinds. What is nothing else is an answer, under the column's header as its question.
const (
	Answer      Kind = iota
	Name             // first and last name in one
	FirstName        // of a name in several columns
	MiddleName       //
	LastName         //
	Email            //
	Phone            //
	Location         // or a part of it: street, city, country
	Link             // one web address or several
	Source           // where the application came from
	Applied          // when it was sent
	Tag              // one word or several
	Document         // names a file beside the table, a resume unless the name or the text says otherwise
	Text             // the text of a resume
	CoverLetter      // the text of a cover letter
	ID               // of the candidate, in the system that the table comes from
	Skip             // left out
)

var kindNames = [...]string{"answer", "name", "first name", "middle name", "last name", "email", "phone", "location", "link", "source", "applied", "tag",
	"document", "text", "cover letter", "id", "skip"}

// String is the kind in words, as the flag --map has it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "answer"
}

// KindNames is the words of all kinds.
func KindNames() []string { return slices.Clone(kindNames[:]) }

// kindOf is the kind of that name; case and spaces do not matter.
func kindOf(s string) (Kind, bool) {
	i := slices.Index(kindNames[:], strings.Join(strings.Fields(strings.ToLower(s)), " "))
	return Kind(max(i, 0)), i >= 0
}

// single reports whether a candidate has one of it, so that a table's second column of the kind is something else.
func (k Kind) single() bool {
	switch k {
	case Name, FirstName, MiddleName, LastName, Source, Applied, ID:
		return true
	}
	return false
}
