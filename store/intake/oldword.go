package intake

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"candid/model/clean"
)

// oldWordLines is the words of a Word document of the old kind, for a look at whose it is; nil where they cannot be found. What is
// tables, fields and pictures in it comes out as it may.
func oldWordLines(b []byte) []string {
	stream := compoundStream(b, "WordDocument")
	if len(stream) < 0x20 {
		return nil
	}
	from, to := int(u32(stream, 0x18)), int(u32(stream, 0x1c))
	if from < 0x20 || to <= from || to > len(stream) {
		return nil
	}
	text := stream[from:to]
	var units []uint16
	if bytes.Count(text, []byte{0})*3 > len(text) { // two bytes a letter
		for i := 0; i+1 < len(text); i += 2 {
			units = append(units, binary.LittleEndian.Uint16(text[i:]))
		}
	} else {
		for _, c := range text {
			units = append(units, uint16(c))
		}
	}
	lines := strings.FieldsFunc(string(utf16.Decode(units)), func(r rune) bool { return r < ' ' && r != '\t' })
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(clean.Text(line), "\n", " ")
	}
	return lines
}

// compoundStream is the bytes of a stream in a compound file, in which a stream lies in sectors that a table chains; nil where
// there is none or its chain leads nowhere.
func compoundStream(b []byte, name string) []byte {
	if len(b) < 512 {
		return nil
	}
	shift := binary.LittleEndian.Uint16(b[30:])
	if shift != 9 && shift != 12 {
		return nil
	}
	size := 1 << shift
	sector := func(n uint32) []byte {
		at := (int64(n) + 1) << shift
		if at+int64(size) > int64(len(b)) {
			return nil
		}
		return b[at : at+int64(size)]
	}
	var table []byte
	for i := range 109 {
		if n := u32(b, 76+4*i); n < 0xfffffff0 {
			table = append(table, sector(n)...)
		}
	}
	chain := func(n uint32) []byte {
		var out []byte
		for len(out) <= len(b) && n < 0xfffffff0 && int64(n)*4+4 <= int64(len(table)) {
			s := sector(n)
			if s == nil {
				break
			}
			out = append(out, s...)
			n = u32(table, int(n)*4)
		}
		return out
	}
	var wanted [64]byte
	for i, c := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(wanted[2*i:], c)
	}
	folder := chain(u32(b, 48))
	for ; len(folder) >= 128; folder = folder[128:] {
		if bytes.Equal(folder[:64], wanted[:]) {
			return chain(u32(folder, 116))
		}
	}
	return nil
}

func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
