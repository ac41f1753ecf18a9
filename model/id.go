package model

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"
)

// ID names a role, a candidate, a document, a reviewer or a sitting. It is a UUID of version 7 (RFC 9562): 48 bits of
// milliseconds, then 74 random bits. The zero ID names nothing.
type ID [16]byte

// NewID makes an ID from the time and ten bytes of rand. The only error is rand's.
func NewID(now time.Time, rand io.Reader) (ID, error) {
	var id ID
	if _, err := io.ReadFull(rand, id[6:]); err != nil {
		return ID{}, fmt.Errorf("a new id: %w", err)
	}
	ms := now.UnixMilli()
	for i := 5; i >= 0; i-- {
		id[i] = byte(ms)
		ms >>= 8
	}
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id, nil
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String gives the 36 characters of RFC 9562, or "" for the zero ID.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	h := hex.EncodeToString(id[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// Random gives the random part of id in hex, 16 digits. A prefix of it can name a candidate to people: the part before it
// would tell in which order they came in.
func (id ID) Random() string { return hex.EncodeToString(id[8:]) }

// ParseID reads what String wrote.
func ParseID(s string) (ID, error) {
	var id ID
	if s == "" {
		return id, nil
	}
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return ID{}, errors.New("not an id: " + s)
	}
	b, err := hex.DecodeString(s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:])
	if err != nil {
		return ID{}, errors.New("not an id: " + s)
	}
	copy(id[:], b)
	return id, nil
}

// MarshalText writes id as String does.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseID(string(b))
	return err
}

// Shortest gives each of ids the shortest prefix of its random part, of at least four digits, that no other of them
// begins with.
func Shortest(ids []ID) map[ID]string {
	short := make(map[ID]string, len(ids))
	for n := 4; len(short) < len(ids) && n <= 16; n++ {
		seen := make(map[string]int, len(ids))
		for _, id := range ids {
			seen[id.Random()[:n]]++
		}
		for _, id := range ids {
			if _, done := short[id]; !done && (seen[id.Random()[:n]] == 1 || n == 16) {
				short[id] = id.Random()[:n]
			}
		}
	}
	return short
}
