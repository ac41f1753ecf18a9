package evidence

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"sync"

	"candid/model"
	"candid/model/outline"
	"candid/model/rules"
)

//go:embed *.go *.txt
var sources embed.FS

// version names the rules and the words that a finder goes by, those by which a document's lines are told apart among them.
var version = sync.OnceValue(func() string { return rules.Version(sources) + " " + outline.Version() })

// Fingerprint names all that decides what the finder finds in a document, beside the document: two finders of one fingerprint find the
// same. It changes with the words of the requirements and the terms they carry, with the posting and the role's title, and with the
// program's own rules and words; not with labels, weights or anchors.
func (f Finder) Fingerprint() string { return f.print }

// Fingerprint is the fingerprint of the finder that NewFinder makes of the role, without making one.
func Fingerprint(role model.Role) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %q %q", version(), role.Title, role.Posting)
	for _, q := range role.Checklist.Requirements {
		fmt.Fprintf(h, " %d %q %q", q.ID, q.Text, q.Terms)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
