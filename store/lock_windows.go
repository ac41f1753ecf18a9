package store

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// fullErrors is what writing gives when there is no room.
var fullErrors = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, syscall.ENOSPC}

// openLock opens a lock file, and makes it when there is none.
func openLock(path string) (*os.File, error) { return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) }

// lockFile takes the lock of an open file: shared or exclusive. With wait it waits for it; without, it says false when
// somebody has it. The byte it locks lies far past the end, so that the text in the file stays readable.
func lockFile(f *os.File, exclusive, wait bool) (bool, error) {
	var flags uint32
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	if !wait {
		flags |= windows.LOCKFILE_FAIL_IMMEDIATELY
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1 << 30})
	switch {
	case err == nil:
		return true, nil
	case !wait && errors.Is(err, windows.ERROR_LOCK_VIOLATION):
		return false, nil
	}
	return false, &os.PathError{Op: "lock", Path: f.Name(), Err: err}
}

// syncFolder does nothing: NTFS keeps its own journal of entries, and a folder cannot be synced.
func syncFolder(string) error { return nil }
