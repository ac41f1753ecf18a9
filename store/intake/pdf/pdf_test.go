package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"candid/model"
	"candid/store/intake/pdf/pdftest"
)

// cache is the folder with the compiled code of PDFium: one for all tests, since compiling takes seconds.
func cache(tb testing.TB) string {
	tb.Helper()
	if home, err := os.UserCacheDir(); err == nil {
		dir := filepath.Join(home, "candid", "wasm")
		if os.MkdirAll(dir, 0o700) == nil {
			if info, err := os.Stat(dir); err == nil && info.Mode().Perm() == 0o700 {
				return dir
			}
		}
	}
	return tb.TempDir()
}

// reader is PDFium, for one test.
func reader(tb testing.TB) *Reader {
	tb.Helper()
	r, err := Open(cache(tb))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { r.Close() })
	return r
}

// What is no PDF is refused with a reason and a way out.
func TestRefusals(t *testing.T) {
	r := reader(t)
	for name, b := range map[string][]byte{
		"nothing":   nil,
		"words":     []byte("Ada Lovelace"),
		"head only": []byte("%PDF-1.7\n"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := r.Read(b, true)
			var p *model.Problem
			if !errors.As(err, &p) || p.Kind != model.Refused || p.What == "" || p.Next == "" {
				t.Errorf("%v", err)
			}
		})
	}
}

// A PDFium that has stopped costs one document, and is started anew for the next.
func TestRenewal(t *testing.T) {
	r := reader(t)
	whole := pdftest.Samples()["plain"]
	if err := r.lib.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Read(whole, true); err != broken {
		t.Errorf("%v", err)
	}
	if d, err := r.Read(whole, true); err != nil || d.Text == "" {
		t.Errorf("%q, %v", d.Text, err)
	}
}
