package model

// View is a way to look at a role's list that a reviewer keeps for themself: a query, with the order it asks for.
type View struct {
	Name  string `cbor:"1,keyasint"`
	Query string `cbor:"2,keyasint"`
}

// Views is a reviewer's saved views of one role, by the digit they are called with: the first is 1. An empty name is a free place.
type Views [9]View
