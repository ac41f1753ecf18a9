package store

import (
	"encoding/binary"

	"candid/model"
)

// schema is the number of the layout below. In schema 1 a change did not say which one stood before it.
// In schema 2 a candidate had no ties, and documents did not say which came in beside others.
// In schema 3 what was found in a document was lines, kept for each version of the checklist.
const schema = 4

// The buckets and their keys. Keys hold ids, numbers and HMACs under the store's own key, never personal data.
const (
	bucketMeta       = "meta"       // a word -> schema, created, the store's key
	bucketRoles      = "roles"      // role -> role
	bucketCounts     = "counts"     // role -> how many of what there is, and the last change's number
	bucketReviewers  = "reviewers"  // reviewer -> name
	bucketCards      = "cards"      // role, candidate -> all that a list row needs
	bucketCandidates = "candidates" // candidate -> contacts, answers, document list
	bucketReviews    = "reviews"    // candidate, reviewer -> review
	bucketTexts      = "texts"      // candidate, document -> text, compressed
	bucketEvidence   = "evidence"   // candidate, document -> what was found in it
	bucketChanges    = "changes"    // role, number -> change
	bucketSame       = "same"       // role, HMAC of kind and value -> candidate; what several may have ends with the candidate
	bucketState      = "state"      // a word, reviewer or HMAC -> where a reviewer stood, their views of a role, the hints they were shown, who a login was, what a table's columns hold
	bucketTombstones = "tombstones" // candidate -> when it was erased, and by whom
)

var buckets = []string{
	bucketMeta, bucketRoles, bucketCounts, bucketReviewers, bucketCards, bucketCandidates, bucketReviews, bucketTexts,
	bucketEvidence, bucketChanges, bucketSame, bucketState, bucketTombstones,
}

// The words of bucketMeta.
var (
	metaSchema      = []byte("schema")
	metaCreated     = []byte("created")
	metaKey         = []byte("key")
	metaTotals      = []byte("totals")
	metaTransaction = []byte("transaction") // the number of the last one
	metaErasing     = []byte("erasing")     // the originals still to be shredded; there while an erased candidate's bytes may stand in free pages
)

// counts is what a role has, so that what is not found is not taken for what never was.
type counts struct {
	Candidates int    `cbor:"1,keyasint"`
	Cards      uint64 `cbor:"2,keyasint"`           // the sum of the checksums of its cards
	Last       uint64 `cbor:"3,keyasint"`           // the number of the last change, erasures included
	Changes    int    `cbor:"4,keyasint"`           // how many changes are kept
	Role       uint32 `cbor:"5,keyasint"`           // the checksum of the role's own record
	Same       int    `cbor:"6,keyasint"`           // keys of bucketSame
	Checklist  trail  `cbor:"7,keyasint"`           // the checklist's changes
	Held       int    `cbor:"8,keyasint,omitempty"` // candidates that others hold
	Found      string `cbor:"9,keyasint,omitempty"` // the fingerprint of the finder that looked through all documents; "" when several did
}

// totals is what the store has.
type totals struct {
	Roles     int    `cbor:"1,keyasint"`
	Reviewers int    `cbor:"2,keyasint"`
	Sum       uint64 `cbor:"3,keyasint"` // of the checksums of the reviewers
}

// card is what bucketCards holds.
type card struct {
	Record model.Record `cbor:"1,keyasint"`
	Sum    uint64       `cbor:"2,keyasint"` // the sum of the checksums of the candidate's record and reviews
	Trail  trail        `cbor:"3,keyasint"` // the candidate's changes
}

// trail leads to the changes of one candidate, or of a checklist: each names the one before it.
type trail struct {
	Changes int    `cbor:"1,keyasint,omitempty"` // how many there are
	Last    uint64 `cbor:"2,keyasint,omitempty"` // the number of the last; 0: none
}

// entry is what bucketChanges holds.
type entry struct {
	Change model.Change `cbor:"1,keyasint"`
	Before uint64       `cbor:"2,keyasint,omitempty"` // the number of the change of the same candidate or checklist before it; 0: none
}

// tombstone is what stays of an erased candidate.
type tombstone struct {
	Role model.ID   `cbor:"1,keyasint"`
	By   model.ID   `cbor:"2,keyasint"`
	At   model.Time `cbor:"3,keyasint"`
}

func idKey(ids ...model.ID) []byte {
	key := make([]byte, 0, 16*len(ids)+8)
	for _, id := range ids {
		key = append(key, id[:]...)
	}
	return key
}

func numberKey(id model.ID, number uint64) []byte {
	return binary.BigEndian.AppendUint64(idKey(id), number)
}

// idAt is the nth id of a key; zero when the key is too short.
func idAt(key []byte, n int) (id model.ID) {
	if len(key) >= 16*(n+1) {
		copy(id[:], key[16*n:])
	}
	return id
}

// numberAt is the number at the end of a key.
func numberAt(key []byte) uint64 {
	if len(key) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key[len(key)-8:])
}
