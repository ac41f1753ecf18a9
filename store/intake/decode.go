package intake

import (
	"strings"

	"candid/store/intake/charset"
)

// decode turns bytes into UTF-8. It reports false for what is no text, or in an encoding that cannot be told.
func decode(b []byte) (string, bool) { return charset.Text(b) }

// decodePage turns the bytes of an HTML page into UTF-8. It reports false as decode does.
func decodePage(b []byte) (string, bool) { return charset.Page(b) }

// whatBytes says what bytes are that decode refused.
func whatBytes(b []byte) string {
	controls := 0
	for _, c := range b {
		if c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)) {
			controls++
		}
	}
	if controls*50 > len(b) {
		return "not text: it holds bytes that no text has"
	}
	return "text in an encoding that cannot be told"
}
