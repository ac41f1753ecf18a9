package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
)

// A posting's bytes become text, whatever encoding they are in; nothing is cleaned yet.
func TestPostingText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8", "# Köchin", "# Köchin"},
		{"a byte order mark", "\ufeff# Cook", "# Cook"},
		{"UTF-16", "\xff\xfe#\x00 \x00K\x00\xf6\x00", "# Kö"},
		{"Latin-1", "# K\xf6chin f\xfcr Suppen", "# Köchin für Suppen"},
		{"a page that names its encoding", "<!doctype html><meta charset=windows-1251><h1>\xcf\xee\xe2\xe0\xf0</h1>", "<!doctype html><meta charset=windows-1251><h1>Повар</h1>"},
		{"a page that names Japanese", "<html><meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>\x97\xbf\x97\x9d", "<html><meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>料理"},
		{"a page that names the wrong one", "<!doctype html><meta charset=windows-1251><h1>Köchin</h1>", "<!doctype html><meta charset=windows-1251><h1>Köchin</h1>"},
		{"JSON", `{"title":"Cook"}`, `{"title":"Cook"}`},
		{"escape sequences", "# Cook\x1b[2J", "# Cook\x1b[2J"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := PostingFrom("x", strings.NewReader(c.in))
			if err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		})
	}
}

// What is no text is refused with what it is and a way out.
func TestPostingRefused(t *testing.T) {
	long := strings.Repeat("a", posting.MaxSource+1)
	for _, c := range []struct{ name, in, says string }{
		{"nothing", "", "empty"},
		{"a PDF", "%PDF-1.7\n", "a PDF"},
		{"a picture", "\x89PNG\r\n\x1a\n", "a picture (PNG)"},
		{"Word", "PK\x03\x04 word/document.xml", "a Word document"},
		{"a web archive", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org\r\nMIME-Version: 1.0\r\n", "a web archive (MHTML)"},
		{"zeros", "a\x00b\x00\x00\x00", "not text"},
		{"too long", long, "is more than 5 MB long, and a posting of at most 5 MB is read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := PostingFrom("x", strings.NewReader(c.in))
			if got != "" || !model.Is(err, model.Refused) || !strings.Contains(err.Error(), c.says) || !strings.HasSuffix(err.Error(), ")") {
				t.Errorf("got %q, %v, want a refusal that says %q", got, err, c.says)
			}
		})
	}
	t.Run("a file that is too long is not opened", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "long.md")
		f, err := os.Create(path)
		if err == nil {
			err = f.Truncate(50 << 20)
		}
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		_, err = ReadPosting(path)
		if !model.Is(err, model.Refused) || !strings.Contains(err.Error(), "is 50.0 MB long, and a posting of at most 5 MB is read") {
			t.Error(err)
		}
	})
}
