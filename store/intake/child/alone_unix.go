//go:build unix

package child

import (
	"io/fs"
	"os"
	"syscall"
)

// alone reports whether a folder belongs to us and lets nobody else in.
func alone(info fs.FileInfo) bool {
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Geteuid() && info.Mode().Perm()&0o077 == 0
}
