//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// configured is an environment with a config file.
func configured(t *testing.T, text string) (env []string, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "candid.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return append(home(t), "CANDID_CONFIG="+path), path
}

func TestConfigIsWrittenOnce(t *testing.T) {
	t.Parallel()
	env := home(t)
	path := strings.TrimSpace(command(t, env, "config", "path").out)
	if !strings.HasPrefix(path, value(env, "HOME")) || filepath.Base(path) != "config.toml" {
		t.Fatalf("the config file is %q", path)
	}
	if o := command(t, env, "config", "check"); o.code != 0 || !strings.Contains(o.errs, "candid config writes one") {
		t.Errorf("without a file: %+v", o)
	}
	printed := command(t, env, "config", "--print").out
	if _, err := os.Stat(path); err == nil {
		t.Error("--print has written the file")
	}
	if o := command(t, env, "config"); o.code != 0 || o.out != path+"\n" {
		t.Fatalf("%+v", o)
	}
	written, err := os.ReadFile(path)
	if err != nil || string(written) != printed || !strings.Contains(printed, `#reject = "x"`) {
		t.Errorf("%v; what was written is\n%s", err, written)
	}
	if o := command(t, env, "config", "check"); o.code != 0 || o.out != "" {
		t.Errorf("the file as it is written has mistakes: %+v", o)
	}
	if err := os.WriteFile(path, []byte("mouse = false\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	mistake{"written again", nil, 2, `is there already`}.check(t, command(t, env, "config"))
	if left, _ := os.ReadFile(path); string(left) != "mouse = false\n" {
		t.Errorf("it was written over: %s", left)
	}
	if o := command(t, env, "config", "check", "extra"); o.code != 2 {
		t.Errorf("%+v", o)
	}
}

// All mistakes are told at once, each with its line; the app does not start with them, and the way out is named.
func TestConfigMistakes(t *testing.T) {
	t.Parallel()
	env, path := configured(t, "theme = dark\n\n[keys]\nreject = \"a\"\nteleport = \"Z\"\n")
	want := []string{":1:9: a text stands in quotes", ":4:1: \"a\" is \"advance\" already", ":5:1: there is no action \"teleport\""}
	o := command(t, env, "config", "check")
	if lines := strings.Split(strings.TrimSpace(o.out), "\n"); o.code != 1 || len(lines) != len(want) {
		t.Errorf("%+v", o)
	}
	for _, args := range [][]string{nil, {"demo"}} {
		app := command(t, env, args...)
		if app.code != 2 || app.out != "" || !strings.Contains(app.errs, path+": has 3 mistakes (candid --config none starts without it)\n") {
			t.Errorf("%q: %+v", args, app)
		}
		for _, w := range want {
			if !strings.Contains(app.errs, "candid: "+path+w) || !strings.Contains(o.out, path+w) {
				t.Errorf("%q: nobody told %s", args, w)
			}
		}
	}
	if app := command(t, env, "--config", "none"); !strings.Contains(app.errs, "needs a terminal") {
		t.Errorf("the way out is none: %+v", app)
	}
	if o := command(t, env, "role", "list"); strings.Contains(o.errs, path) {
		t.Errorf("a command that needs no config has read it: %+v", o)
	}
	mistake{"a file that is named and not there", nil, 2, `/none/such: cannot be read.*starts without it`}.check(t, command(t, env, "--config", "/none/such"))
	mistake{"a folder", nil, 2, `cannot be read`}.check(t, command(t, env, "--config", t.TempDir()))
}

func TestConfigWithoutAHome(t *testing.T) {
	t.Parallel()
	env := []string{"HOME=", "XDG_CONFIG_HOME=", "PATH=" + os.Getenv("PATH")}
	mistake{"nowhere to write it", nil, 2, `there is no config file \(name one with --config FILE\)`}.check(t, command(t, env, "config"))
	if o := command(t, env, "--store", filepath.Join(t.TempDir(), "s.db")); !strings.Contains(o.errs, "needs a terminal") {
		t.Errorf("the app asks for a config file: %+v", o)
	}
}

// A key that the config file moves works in the program; the key line, the help and the key that it was say so.
func TestMovedKeysOfTheConfig(t *testing.T) {
	t.Parallel()
	env, _ := configured(t, `
columns = ["stage", "location"]
dates = "iso"
ascii = true

[keys]
score = ["ctrl+g", "Z"]
hold = "x"
reject = "X"
`)
	x := openSized(t, 120, 40, env, "demo")
	x.see(`24 candidates`)
	x.see(`> Amara Okafor`)
	x.see(`ctrl\+g score`)
	x.see(`x hold  X reject`)
	x.see(`Score v? +Stage +Location`)
	x.press("x")
	x.see(`> Amara Okafor .* on hold`)
	x.press("r")
	x.see(`ctrl\+g is score here`)
	x.press("?")
	x.see(`(?m)^   ctrl\+g Z +score`)
	x.press("esc", "Z")
	x.see(`candidate 1 of 24`)
}
