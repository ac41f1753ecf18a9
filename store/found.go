package store

import (
	"candid/model"
	"candid/model/evidence"
)

// found is what bucketEvidence holds: what was found in a document, and the fingerprint of the finder that found it. With another
// checklist, or a program that knows other words, something else may be found.
type found struct {
	Findings evidence.Findings `cbor:"1,keyasint"`
	With     string            `cbor:"2,keyasint"`
}

// leaf is a document as it is kept: its text, and what was found in it.
type leaf struct {
	candidate model.ID
	document  model.Document
	text      []byte
	found     []byte // as it is kept; nil when nobody has looked, or that cannot be read: it can be found again
	older     bool   // a newer version has replaced it
}

// leaves is a candidate's current documents, each followed by the versions that it replaces.
func (t *tx) leaves(c model.Candidate) (all []leaf, err error) {
	for _, d := range c.Current() {
		for i, d := range append([]model.Document{d}, c.Older(d)...) {
			key := idKey(c.ID, d.ID)
			x := leaf{candidate: c.ID, document: d, older: i > 0}
			var ok bool
			if x.text, ok, err = t.text(bucketTexts, key); err != nil {
				return nil, err
			}
			if !ok {
				return nil, damaged(describe(bucketTexts, key), errGone)
			}
			if x.found, _, err = t.text(bucketEvidence, key); err != nil && !model.Is(err, model.Damaged) {
				return nil, err
			}
			all = append(all, x)
		}
	}
	return all, nil
}

// reading is the leaf as it is read: with what was found in it before where that is what the finder would find, else with what it finds
// now.
func (x leaf) reading(finder sighted) evidence.Reading {
	r := evidence.Reading{Document: x.document, Lines: lines(string(x.text))}
	var before found
	if x.found == nil || decoder.Unmarshal(x.found, &before) != nil || before.With != finder.print {
		before = finder.look(x.document, r.Lines)
	}
	r.Findings = before.Findings
	if r.Found == nil {
		r.Found = map[model.RequirementID][]evidence.Found{}
	}
	return r
}
