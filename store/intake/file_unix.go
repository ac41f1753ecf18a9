//go:build unix

package intake

import "syscall"

// noWait has a pipe opened at once, though nobody writes into it: a file may become one after a look at it.
const noWait = syscall.O_NONBLOCK
