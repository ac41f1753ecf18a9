//go:build !linux

package child

// watched says that a process's memory can be told from outside. Here a child watches itself.
const watched = false

// resident is not known here.
func resident(int) int64 { return 0 }
