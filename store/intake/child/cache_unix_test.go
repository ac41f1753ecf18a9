//go:build unix

package child

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// lives reports whether there is a process of this number.
func lives(pid int) bool { return syscall.Kill(pid, 0) == nil }

// Compiled code is kept only where nobody else could have put some.
func TestFolder(t *testing.T) {
	top := t.TempDir()
	make := func(name string, mode os.FileMode) string {
		path := filepath.Join(top, name)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	link := filepath.Join(make("c", 0o700), "wasm")
	if err := os.Symlink(make("elsewhere", 0o700), link); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(make("d", 0o700), "wasm")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	make("e", 0o777)
	make("h", 0o755)
	theirs := make("f/wasm", 0o700)
	if os.Getuid() == 0 {
		if err := os.Chown(theirs, 12345, 12345); err != nil {
			t.Fatal(err)
		}
	} else {
		theirs = "/usr/lib"
	}
	for _, c := range []struct {
		name, path string
		kept       bool
	}{
		{"none yet", filepath.Join(top, "a", "wasm"), true},
		{"ours", make("b/wasm", 0o700), true},
		{"a link", link, false},
		{"a file", file, false},
		{"others may look in above it", make("h/wasm", 0o700), true},
		{"others may look in", make("g/wasm", 0o755), false},
		{"others may write above it", make("e/wasm", 0o700), false},
		{"somebody else's", theirs, false},
		{"nowhere", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := openFolder(c.path)
			if err != nil {
				t.Fatal(err)
			}
			if f.temporary == c.kept || c.kept && f.path != c.path {
				t.Errorf("%+v", f)
			}
			if info, err := os.Lstat(f.path); err != nil || !info.IsDir() || info.Mode().Perm() != 0o700 {
				t.Errorf("%s: %v, %v", f.path, info.Mode(), err)
			}
			f.close()
			if _, err := os.Lstat(f.path); (err == nil) != c.kept {
				t.Errorf("after closing: %v", err)
			}
		})
	}
}
