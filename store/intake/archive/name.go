package archive

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"path"
	"strings"
	"unicode/utf8"

	"candid/model/clean"
	"candid/store/intake/charset"
	"candid/store/intake/content"
)

// name gives each file the name that it is listed under.
func (a *Archive) name() {
	var old strings.Builder // the names in an encoding that the archive does not tell
	for _, f := range a.files {
		if inOldEncoding(f) {
			old.WriteString(strings.ReplaceAll(f.Name, "\n", " ") + "\n")
		}
	}
	decoded := strings.Split(charset.Names([]byte(old.String())), "\n")
	a.at = make(map[string]int, len(a.files))
	borne := map[string]int{}
	for i, f := range a.files {
		name := f.Name
		if inOldEncoding(f) {
			name, decoded = decoded[0], decoded[1:]
		}
		if unicodeName, ok := extraName(f); ok {
			name = unicodeName
		}
		name = a.unique(harmless(name), borne)
		a.at[name] = i
		a.entries = append(a.entries, content.Entry{Name: name, Size: int64(min(f.UncompressedSize64, 1<<62))})
	}
}

func inOldEncoding(f *zip.File) bool { return f.NonUTF8 && !utf8.ValidString(f.Name) }

// extraName is the name that Info-ZIP adds in UTF-8 (extra field 0x7075), if it belongs to the plain one.
func extraName(f *zip.File) (string, bool) {
	for b := f.Extra; len(b) >= 4; {
		id, n := binary.LittleEndian.Uint16(b), int(binary.LittleEndian.Uint16(b[2:]))
		if b = b[4:]; n > len(b) {
			break
		}
		if id == 0x7075 && n > 5 && b[0] == 1 && binary.LittleEndian.Uint32(b[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) && utf8.Valid(b[5:n]) {
			return string(b[5:n]), true
		}
		b = b[n:]
	}
	return "", false
}

// harmless is a name that leads nowhere outside the folder that it is put in, cleaned.
func harmless(name string) string {
	name = strings.ReplaceAll(strings.ReplaceAll(name, `\`, "/"), "\n", " ")
	var parts []string
	for _, part := range strings.Split(name, "/") {
		part = strings.TrimSpace(strings.ReplaceAll(clean.Text(part), "\n", " "))
		drive := len(parts) == 0 && len(part) == 2 && part[1] == ':'
		if part != "" && part != "." && part != ".." && !drive {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "unnamed"
	}
	return strings.Join(parts, "/")
}

// unique is name, with a number where another file bears it already. Borne counts how many asked for each name.
func (a *Archive) unique(name string, borne map[string]int) string {
	ending := path.Ext(name)
	stem, own := strings.TrimSuffix(name, ending), name
	for {
		if _, taken := a.at[own]; !taken {
			return own
		}
		borne[name]++
		own = fmt.Sprintf("%s (%d)%s", stem, borne[name]+1, ending)
	}
}
