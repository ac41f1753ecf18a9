package model

// Candidate is one person's application to one role.
type Candidate struct {
	ID        ID         `cbor:"1,keyasint"`
	Role      ID         `cbor:"2,keyasint"`
	Alias     string     `cbor:"3,keyasint"` // two neutral words, no two alike in a role
	Name      string     `cbor:"4,keyasint,omitempty"`
	Email     string     `cbor:"5,keyasint,omitempty"`
	Phone     string     `cbor:"6,keyasint,omitempty"`
	Location  string     `cbor:"7,keyasint,omitempty"`
	Links     []string   `cbor:"8,keyasint,omitempty"`
	Source    string     `cbor:"9,keyasint,omitempty"`  // where the application came from: referral, linkedin
	Applied   Time       `cbor:"10,keyasint,omitempty"` // when the application was sent, as far as known; else when it came in
	Decision  Decision   `cbor:"11,keyasint,omitempty"`
	Tags      []Tag      `cbor:"12,keyasint,omitempty"`
	Documents []Document `cbor:"13,keyasint,omitempty"` // in the order they came in; a newer version names the one it replaces
	Answers   []Answer   `cbor:"14,keyasint,omitempty"`
	Ties      []Tie      `cbor:"15,keyasint,omitempty"` // who else this person may be or is, by id
}

// Current is the documents that no newer version replaces, resume first, then cover letter, answers, others.
func (c Candidate) Current() []Document {
	replaced := map[ID]bool{}
	for _, d := range c.Documents {
		replaced[d.Replaces] = true
	}
	var current []Document
	for kind := Resume; kind <= OtherDocument; kind++ {
		for _, d := range c.Documents {
			if d.Kind == kind && !replaced[d.ID] {
				current = append(current, d)
			}
		}
	}
	return current
}

// Answer is a question of the application form and what the candidate wrote under it.
type Answer struct {
	Question string `cbor:"1,keyasint"`
	Text     string `cbor:"2,keyasint"`
}

// DocumentKind says what a document is to the reader.
type DocumentKind uint8

// The kinds of document.
const (
	Resume DocumentKind = iota
	CoverLetter
	Answers
	OtherDocument
)

var documentKindNames = [...]string{"resume", "cover letter", "answers", "document"}

// String is the kind in words.
func (k DocumentKind) String() string { return name(documentKindNames[:], k) }

// MarshalText writes the words.
func (k DocumentKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the words.
func (k *DocumentKind) UnmarshalText(b []byte) (err error) {
	*k, err = named[DocumentKind]("kind of document", documentKindNames[:], string(b))
	return err
}

// Document is something a candidate sent. Its text and its original are kept apart from it.
type Document struct {
	ID       ID           `cbor:"1,keyasint"`
	Kind     DocumentKind `cbor:"2,keyasint,omitempty"`
	Name     string       `cbor:"3,keyasint"`           // the file's name as it came in
	Format   string       `cbor:"4,keyasint"`           // the format in a word: "text", "pdf", "json"
	Size     int64        `cbor:"5,keyasint"`           // of the original, in bytes
	Original string       `cbor:"6,keyasint,omitempty"` // the original's name in the store's folder: an HMAC of its bytes
	Added    Time         `cbor:"7,keyasint"`
	Replaces ID           `cbor:"8,keyasint,omitempty"`  // the older version of this document
	Sent     Time         `cbor:"10,keyasint,omitempty"` // when it was sent, as far as known
	Beside   bool         `cbor:"11,keyasint,omitempty"` // it came in together with others of its kind
	Flowing  bool         `cbor:"12,keyasint,omitempty"` // a line of the text is a paragraph, since its format says where one ends
	Aside    int          `cbor:"9,keyasint,omitempty"`  // how many lines at the end of the text are no part of what a person reads on the page
	Marks    bool         `cbor:"13,keyasint,omitempty"` // the text is Markdown: its marks are not shown
}

// Marked reports whether the document's text bears the marks of Markdown, which a reader is not shown.
func (d Document) Marked() bool { return d.Marks || d.Format == "markdown" }

// Application is a candidate as it comes in, before a store has given it ids.
type Application struct {
	Path      string // where it was read from
	Candidate Candidate
	Documents []Sent
}

// Sent is one document of an application: what it is, its bytes, and its text cleaned for the screen.
type Sent struct {
	Document Document // Kind, Name, Format and Size are set
	Original []byte
	Text     string // lines parted by "\n"
}
