package store

import (
	"bytes"
	"errors"
	"fmt"

	"candid/model"
)

// read reads the record under key into value; ok is false when there is none. Sum is the record's checksum.
func (t *tx) read(bucket string, key []byte, value any) (sum uint32, ok bool, err error) {
	record, err := t.get(bucket, key)
	if err != nil || record == nil {
		return 0, false, err
	}
	if err := unpack(bucket, key, record, value); err != nil {
		return 0, false, damaged(describe(bucket, key), err)
	}
	return sumOf(record), true, nil
}

var errGone = errors.New("it is gone")

// need is read for a record that must be there.
func (t *tx) need(bucket string, key []byte, value any) (sum uint32, err error) {
	sum, ok, err := t.read(bucket, key, value)
	if err == nil && !ok {
		err = damaged(describe(bucket, key), errGone)
	}
	return sum, err
}

// write puts the record of value under key and gives its checksum.
func (t *tx) write(bucket string, key []byte, value any) (sum uint32, err error) {
	record, err := pack(bucket, key, value)
	if err != nil {
		return 0, &model.Problem{Kind: model.Refused, Subject: describe(bucket, key), What: "cannot be kept", Err: err}
	}
	return sumOf(record), t.put(bucket, key, record)
}

// describe names a record to people: what it is, and whose.
func describe(bucket string, key []byte) string {
	whose := func(what string, n int) string { return fmt.Sprintf("%s %s", what, idAt(key, n).Random()) }
	switch bucket {
	case bucketMeta:
		return "the store's " + string(key)
	case bucketRoles:
		return whose("role", 0)
	case bucketCounts:
		return whose("the count of role", 0)
	case bucketReviewers:
		return whose("reviewer", 0)
	case bucketCards:
		return whose("the card of candidate", 1)
	case bucketCandidates:
		return whose("candidate", 0)
	case bucketReviews:
		return whose("a review of candidate", 0)
	case bucketTexts:
		return whose("a text of candidate", 0)
	case bucketEvidence:
		return whose("the evidence of candidate", 0)
	case bucketChanges:
		return fmt.Sprintf("change %d of role %s", numberAt(key), idAt(key, 0).Random())
	case bucketState:
		if bytes.HasPrefix(key, viewsWord) {
			return "the saved views of reviewer " + idAt(key[len(viewsWord):], 0).Random()
		}
	case bucketTombstones:
		return whose("the tombstone of candidate", 0)
	}
	return "a record of " + bucket
}
