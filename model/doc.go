// Package model is what hiring means to candid: roles and their checklists, candidates, reviews, the arithmetic of
// scores, and changes with their inverses. It holds plain values and pure functions; the time, the randomness and the
// reviewer come in as arguments, and nothing here reads a file, draws or waits.
//
// The cbor tags number the fields as a store keeps them: a number is given once and never reused, so a record can gain
// fields without a migration.
package model
