package child

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// watched says that a process's memory can be told from outside.
const watched = true

// resident is the memory that a process takes, in bytes; 0 when it is gone.
func resident(pid int) int64 {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	if err != nil {
		return 0
	}
	fields := bytes.Fields(b)
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// apart keeps the terminal's signals from a child, and has the system kill it when we die.
func apart() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
