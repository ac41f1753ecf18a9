//go:build !race

package store

// racing says that the race detector is on, so that the long tests take fewer tries.
const racing = false
