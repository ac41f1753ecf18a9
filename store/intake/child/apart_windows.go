package child

import "syscall"

// noWindow keeps a console from appearing.
const noWindow = 0x08000000

// apart keeps the console's signals from a child.
func apart() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP | noWindow, HideWindow: true}
}
