package cli

import (
	"runtime/debug"
	"time"
)

// Nearly all that the program makes until its first screen stands is kept: to look for what is not would be a tenth of the start.
const (
	startGarbage = 800 // percent of what is kept: nothing is collected below 32 MB
	startLasts   = time.Second
)

// spareCollector lets the garbage collector rest while the program starts.
func spareCollector() {
	usual := debug.SetGCPercent(startGarbage)
	time.AfterFunc(startLasts, func() { debug.SetGCPercent(usual) })
}
