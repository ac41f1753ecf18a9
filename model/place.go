package model

// Place is where a reviewer stood when they left, so that the next start stands there again.
type Place struct {
	Role   ID     `cbor:"1,keyasint"`
	Sort   Sort   `cbor:"2,keyasint,omitempty"`
	Filter string `cbor:"3,keyasint,omitempty"`
	Cursor ID     `cbor:"4,keyasint,omitempty"` // the candidate under the cursor
	Column int    `cbor:"5,keyasint,omitempty"` // the strip's column under the cursor, from 1; 0: none
}
