package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"candid/model"
)

func TestRecords(t *testing.T) {
	key := []byte("key")
	record, err := pack("texts", key, "value")
	if err != nil {
		t.Fatal(err)
	}
	sealed := func(format, flags byte, payload []byte) []byte {
		b := append([]byte{format, flags}, payload...)
		return binary.LittleEndian.AppendUint32(b, checksum("texts", key, b))
	}
	bomb := deflate(make([]byte, maxRecord+1))
	for _, test := range []struct {
		name   string
		bucket string
		key    string
		record []byte
		want   error
	}{
		{"as written", "texts", "key", record, nil},
		{"in another bucket", "cards", "key", record, errChecksum},
		{"under another key", "texts", "kex", record, errChecksum},
		{"a boundary moved", "textsk", "ey", record, errChecksum},
		{"cut", "texts", "key", record[:len(record)-1], errChecksum},
		{"nothing", "texts", "key", nil, errLength},
		{"of a newer format", "texts", "key", sealed(2, 0, nil), errFormat},
		{"with unknown flags", "texts", "key", sealed(1, 6, nil), errFormat},
		{"that inflates without end", "texts", "key", sealed(1, flagDeflated, bomb), errLength},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := unseal(test.bucket, []byte(test.key), test.record); !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
	long := bytes.Repeat([]byte("compost "), 500)
	packed := squeeze(long)
	small, err := seal("texts", key, packed.flags, packed.bytes)
	if err != nil || len(small) > len(long)/4 {
		t.Errorf("%d bytes, %v", len(small), err)
	}
	if got, err := unseal("texts", key, small); err != nil || !bytes.Equal(got, long) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// TestTextOfAnyBytes keeps a note that is no UTF-8: what could be written can be read.
func TestTextOfAnyBytes(t *testing.T) {
	w := populate(t, open(t), 1)
	note := "caf\xe9 \x00 \u202e"
	w.apply(t, w.record(t, w.candidate[0]).Change(w.ana.ID, 5, model.FacetNote, 0, model.State{Note: note}))
	if got := w.record(t, w.candidate[0]).Review(w.ana.ID).Note; got != note {
		t.Errorf("%q", got)
	}
	sound(t, w.Store)
}

// FuzzRecord reads bytes as records of every kind: no panic, and what is accepted is written the same way again.
func FuzzRecord(f *testing.F) {
	key := []byte("key")
	for _, v := range []any{
		model.Review{Note: "x", Ratings: []model.Rating{{Requirement: 1, Value: model.Meets}}}, card{Trail: trail{Changes: 3}}, aRole(), counts{Last: 9},
		model.Change{Number: 1, After: model.State{Contacts: &model.Contacts{Name: "x"}}},
	} {
		record, err := pack("b", key, v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(record, false)
		f.Add(record[2:len(record)-4], true)
	}
	f.Fuzz(func(t *testing.T, b []byte, resealed bool) {
		if resealed { // so that the decoder is reached
			b, _ = seal("b", key, 0, b)
		}
		for _, value := range []any{&model.Candidate{}, &model.Review{}, &card{}, &model.Role{}, &model.Change{}, &counts{}, &tombstone{}} {
			if unpack("b", key, b, value) != nil {
				continue
			}
			again, err := pack("b", key, value)
			if err != nil {
				t.Fatalf("%T: read, and cannot be written: %v", value, err)
			}
			if err := unpack("b", key, again, value); err != nil {
				t.Fatalf("%T: written, and cannot be read: %v", value, err)
			}
		}
	})
}
