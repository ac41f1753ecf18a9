//go:build unix

package cli_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user who may do nothing, for testers whom nothing is forbidden to.
const nobody = 65534

// user is an environment for somebody whom permissions bind, and a folder of theirs: the tester, or nobody where the tester is
// root.
func user(t *testing.T) (env []string, folder string) {
	t.Helper()
	folder, err := os.MkdirTemp("", "candid-user-") // t.TempDir lies in a folder that is root's alone
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { return errors.Join(err, os.Chmod(path, 0o700)) })
		_ = os.RemoveAll(folder)
	})
	home := filepath.Join(folder, "home")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	give(t, folder)
	return []string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + folder, "TERM=xterm-256color"}, folder
}

// give makes all below a folder the user's.
func give(t *testing.T, folder string) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, nobody, nobody))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// commandOf runs the program as that user, by a shell if a line for one is given; "$@" is the program.
func commandOf(t *testing.T, env []string, shell string, args ...string) outcome {
	t.Helper()
	cmd := exec.Command(candid, args...)
	if shell != "" {
		cmd = exec.Command("/bin/sh", append([]string{"-c", shell, "sh", candid}, args...)...)
	}
	cmd.Env, cmd.Dir = env, "/"
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if _, ended := err.(*exec.ExitError); err != nil && !ended {
		if os.Getuid() == 0 {
			t.Skip("nobody cannot run programs here: " + err.Error())
		}
		t.Fatal(err)
	}
	return outcome{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

func chmod(t *testing.T, mode fs.FileMode, paths ...string) {
	t.Helper()
	for _, path := range paths {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
}

// What may not be read is refused by its name; what may be lands.
func TestNoPermissionToRead(t *testing.T) {
	t.Parallel()
	env, folder := user(t)
	write(t, folder, map[string]string{"pile/good.txt": "Vera Good\nvera@example.org\n\nRust.\n", "pile/locked/a.txt": "A B\n", "pile/secret.txt": "C D\n", "shut/x.txt": "E F\n", "posting.md": gardener})
	give(t, folder)
	chmod(t, 0, folder+"/pile/locked", folder+"/pile/secret.txt", folder+"/shut")
	if o := commandOf(t, env, "", "role", "add", folder+"/posting.md"); o.code != 0 {
		t.Fatalf("role add: exit %d, %s", o.code, o.errs)
	}
	o := commandOf(t, env, "", "add", folder+"/pile")
	if o.code != 3 || !contains(o.out, "added ") || !contains(o.errs, "1 added, 0 updated, 0 unchanged, 2 refused") {
		t.Errorf("add: exit %d\n%s%s", o.code, o.out, o.errs)
	}
	for _, name := range []string{"pile/locked", "pile/secret.txt"} {
		if !contains(o.out, name+": no permission to read it (change its permissions)") {
			t.Errorf("%s: %s", name, o.out)
		}
	}
	o = commandOf(t, env, "", "add", folder+"/shut")
	if o.code != 1 || !contains(o.out, "shut: no permission to read it (change its permissions)") {
		t.Errorf("add a folder that is shut: exit %d\n%s%s", o.code, o.out, o.errs)
	}
	chmod(t, 0, folder+"/posting.md")
	mistake{"", nil, 1, `posting\.md: no permission to read it \(.+\)`}.check(t, commandOf(t, env, "", "role", "add", folder+"/posting.md"))
}

// A store that may not be written, or not even read, is named, with what to do; nothing is changed by trying.
func TestReadOnlyStore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name         string
		file, folder fs.FileMode
		reads        bool // what only reads still works
	}{
		{"the file may not be written", 0o400, 0o700, true},
		{"the folder may not be written", 0o400, 0o500, true},
		{"nothing may be read", 0, 0o700, false},
		{"the folder may not be entered", 0o600, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env, folder := user(t)
			write(t, folder, map[string]string{"pile/good.txt": "Vera Good\nvera@example.org\n\nRust.\n", "posting.md": gardener})
			give(t, folder)
			env = append(env, "CANDID_STORE="+folder+"/store/candid.db")
			for _, args := range [][]string{{"role", "add", folder + "/posting.md"}, {"add", folder + "/pile"}} {
				if o := commandOf(t, env, "", args...); o.code != 0 {
					t.Fatalf("%q: exit %d, %s", args, o.code, o.errs)
				}
			}
			before, err := os.ReadFile(folder + "/store/candid.db")
			if err != nil {
				t.Fatal(err)
			}
			chmod(t, c.file, folder+"/store/candid.db")
			chmod(t, c.folder, folder+"/store")
			for _, args := range [][]string{{"add", folder + "/pile"}, {"role", "add", folder + "/posting.md"}, {"erase", "vera", "--yes"}} {
				m := mistake{"", nil, 1, `store/candid\.db.*: (may not be opened or written by you|is open for reading only|cannot be made).*\(check its permissions, or name another with --store\)`}
				m.check(t, commandOf(t, env, "", args...))
			}
			if o := commandOf(t, env, "", "list"); c.reads != (o.code == 0) || c.reads != strings.Contains(o.out, "Vera Good") {
				t.Errorf("list: exit %d, %s%s", o.code, o.out, o.errs)
			}
			chmod(t, 0o700, folder+"/store")
			chmod(t, 0o600, folder+"/store/candid.db")
			if now, err := os.ReadFile(folder + "/store/candid.db"); err != nil || !bytes.Equal(now, before) {
				t.Errorf("the file was touched, %v", err)
			}
			if o := commandOf(t, env, "", "check"); o.code != 0 {
				t.Errorf("check: %s%s", o.out, o.errs)
			}
		})
	}
}

// There is no more room: an import stops with what has landed whole, and the rest comes in when there is room again. A limit
// on the size of files is the same to the program as a disk that is full.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, shell string }{
		{"from the start", `ulimit -f 8; exec "$@"`},
		{"in the middle", `ulimit -f 900; exec "$@"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env, folder := user(t)
			files := crowd(120)
			for path := range files {
				files[path] += strings.Repeat("Wrote "+path+" of the ledger in Rust, and ran it on call.\n", 150)
			}
			write(t, folder+"/pile", files)
			write(t, folder, map[string]string{"posting.md": gardener})
			give(t, folder)
			if c.name == "from the start" {
				o := commandOf(t, env, c.shell, "role", "add", folder+"/posting.md")
				mistake{"", nil, 1, `candid\.db: .*(no room left|cannot be made)`}.check(t, o)
				if commandOf(t, env, "", "list").code != 1 {
					t.Error("there is a store")
				}
				return
			}
			if o := commandOf(t, env, "", "role", "add", folder+"/posting.md"); o.code != 0 {
				t.Fatal(o.errs)
			}
			o := commandOf(t, env, c.shell, "add", folder+"/pile")
			landed := strings.Count(o.out, "added ")
			if o.code != 1 || landed == 0 || landed == 120 || !contains(o.errs, "no room left on the disk (make room and do it again") {
				t.Errorf("add: exit %d, %d landed, %s", o.code, landed, o.errs)
			}
			if o := commandOf(t, env, "", "list"); strings.Count(o.out, "\n") != landed {
				t.Errorf("%d landed, and the list has %d: %s", landed, strings.Count(o.out, "\n"), o.errs)
			}
			if o := commandOf(t, env, "", "check"); o.code != 0 {
				t.Errorf("check: %s%s", o.out, o.errs)
			}
			if o := commandOf(t, env, "", "add", folder+"/pile"); o.code != 0 || strings.Count(o.out, "unchanged ") != landed || strings.Count(o.out, "added ") != 120-landed {
				t.Errorf("again: exit %d, %s", o.code, o.errs)
			}
		})
	}
}
