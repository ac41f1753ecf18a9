package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"candid/model"
)

// rules is the version of the rules by which evidence is found; it goes up when they change.
const rules = 5

var vocabularySum = sync.OnceValue(func() [sha256.Size]byte { return sha256.Sum256([]byte(vocabularyText)) })

// Fingerprint names all that decides what the finder finds in a document, beside the document: two finders of one fingerprint find the
// same. It changes with the words of the requirements and the terms they carry, with the posting and the role's title, with the
// vocabulary and with the rules; not with labels, weights or anchors.
func (f Finder) Fingerprint() string { return f.print }

// Fingerprint is the fingerprint of the finder that NewFinder makes of the role, without making one.
func Fingerprint(role model.Role) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d %x %q %q", rules, vocabularySum(), role.Title, role.Posting)
	for _, q := range role.Checklist.Requirements {
		fmt.Fprintf(h, " %d %q %q", q.ID, q.Text, q.Terms)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
