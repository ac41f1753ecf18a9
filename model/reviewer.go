package model

// Reviewer is somebody who judges.
type Reviewer struct {
	ID   ID     `cbor:"1,keyasint"`
	Name string `cbor:"2,keyasint"`
}
