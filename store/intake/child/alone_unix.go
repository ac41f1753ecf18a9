//go:build unix

package child

import (
	"io/fs"
	"os"
	"syscall"
)

// ours reports whether a folder belongs to us and gives others none of the permissions.
func ours(info fs.FileInfo, none fs.FileMode) bool {
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Geteuid() && info.Mode().Perm()&none == 0
}
