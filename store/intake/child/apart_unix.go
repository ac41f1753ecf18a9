//go:build unix && !linux

package child

import "syscall"

// apart keeps the terminal's signals from a child.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
