package intake

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// oldWord is a Word document of the old kind that holds a text, written in one byte a letter or in two, in sectors that do not
// follow each other.
func oldWord(text string, wide bool) []byte {
	stream := make([]byte, 0x200)
	body := []byte(text)
	if wide {
		body = nil
		for _, c := range utf16.Encode([]rune(text)) {
			body = binary.LittleEndian.AppendUint16(body, c)
		}
	}
	binary.LittleEndian.PutUint32(stream[0x18:], 0x200)
	binary.LittleEndian.PutUint32(stream[0x1c:], uint32(0x200+len(body)))
	stream = append(stream, body...)
	for len(stream)%512 != 0 {
		stream = append(stream, 0)
	}
	n := len(stream) / 512
	b := make([]byte, 512*(3+2*n))
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	binary.LittleEndian.PutUint16(b[30:], 9)
	binary.LittleEndian.PutUint32(b[48:], 1) // sector 0 is the table, 1 the folder, every other one after them the stream
	for i := 1; i < 109; i++ {
		binary.LittleEndian.PutUint32(b[76+4*i:], 0xffffffff)
	}
	next := func(sector, to int) { binary.LittleEndian.PutUint32(b[512+4*sector:], uint32(to)) }
	next(1, 0xfffffffe)
	folder := b[1024:]
	for i, c := range "WordDocument" {
		binary.LittleEndian.PutUint16(folder[2*i:], uint16(c))
	}
	binary.LittleEndian.PutUint32(folder[116:], 2)
	for i := range n {
		at := 2 + 2*i
		copy(b[512*(at+1):], stream[512*i:512*(i+1)])
		next(at, at+2)
	}
	next(2+2*(n-1), 0xfffffffe)
	return b
}

// A refused file says whose it seems to be where its bytes do, and nothing where they do not.
func TestWhose(t *testing.T) {
	long := "Jane Doe\rEngineer\rjane.doe@example.org\r(416) 555-0142\r" + strings.Repeat("Words about Rust and ledgers.\r", 60)
	for _, c := range []struct {
		name        string
		b           string
		whose, mail string
	}{
		{"old Word", string(oldWord(long, false)), "Jane Doe", "jane.doe@example.org"},
		{"old Word, two bytes a letter", string(oldWord("Zoë D’Oe\rzoe.doe@example.org\r"+long[9:], true)), "Zoë D’Oe", "zoe.doe@example.org"},
		{"broken JSON", `{"basics": {"name": "Jane Doe", "email": "jane@example.org"} "work": []}`, "Jane Doe", "jane@example.org"},
		{"broken JSON that only names a thing", `{"name": "left-pad" "version": "1.0.0"}`, "", ""},
		{"a picture", "\x89PNG\r\n\x1a\n jane@example.org", "", ""},
		{"nothing", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := whose([]byte(c.b)); got.Name != c.whose || got.Email != c.mail {
				t.Errorf("%q, %q; want %q, %q", got.Name, got.Email, c.whose, c.mail)
			}
		})
	}
}

func TestWhoseTruncated(t *testing.T) {
	b := oldWord(strings.Repeat("Jane Doe\rjane.doe@example.org\r", 60), true)
	for i := range 21 {
		whose(b[:len(b)*i/20])
	}
	for i := 24; i < 1024; i += 7 { // any byte of the tables wrong
		damaged := append([]byte(nil), b...)
		damaged[i] ^= 0xff
		whose(damaged)
	}
}

func FuzzWhose(f *testing.F) {
	f.Add(oldWord("Jane Doe\rjane@example.org", true))
	f.Add(oldWord("Jane Doe\rjane@example.org", false))
	f.Add([]byte(`{"name":"x" "email":"jane@example.org"`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if c := whose(b); strings.ContainsAny(c.Name+c.Email+c.Phone+c.Location, "\n\x1b") {
			t.Errorf("%+v", c)
		}
	})
}
