package model

import (
	"fmt"
	"strings"
)

// name is the name of value v of an enumeration, its number when it has none.
func name[E ~uint8](names []string, v E) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprint(uint8(v))
}

// named finds the value of an enumeration by its name.
func named[E ~uint8](what string, names []string, s string) (E, error) {
	for i, n := range names {
		if n == s {
			return E(i), nil
		}
	}
	return 0, &Problem{Kind: Misused, Subject: s, What: "is no " + what, Next: "one of: " + strings.Join(names, ", ")}
}
