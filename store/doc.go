// Package store keeps roles, candidates and reviews on disk, and says who changed what.
//
// A store is a file, candid.db, with three companions beside it: candid.db.files, the originals that applicants sent, and
// candid.db.queue and candid.db.lock, which make the programs that share the store take turns. What a call has returned
// from without an error is on the disk.
//
// The file is locked for the length of one transaction, not for a program's life, so several programs work on one store
// at once. Every record carries a checksum over its bucket, its key and its payload; the records are chained by sums of
// these (a candidate's card holds the sum of its record and reviews, a role's count the sum of its cards), so that what is
// damaged, lost or out of date is named and never taken for a value. A damaged page is an error, never the program's end.
//
// All errors are *model.Problem.
package store
