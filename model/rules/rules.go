// Package rules names the rules by which the program finds something, so that what was found by others can be looked for again.
package rules

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"strings"
)

// Version names what a package's source and data files say, tests left out: any change of one gives another. It is hexadecimal.
func Version(files embed.FS) string {
	h := sha256.New()
	all, err := files.ReadDir(".")
	for _, f := range all {
		if strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		var text []byte
		if text, err = files.ReadFile(f.Name()); err != nil {
			break
		}
		fmt.Fprintf(h, "%s %d\n", f.Name(), len(text))
		h.Write(text)
	}
	if err != nil {
		panic(err) // the files are part of the program
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
