package office

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"candid/model"
)

// pack is the parts of a document: the entries of a ZIP archive, or the parts that one XML file holds.
type pack struct {
	entries map[string]*zip.File // by their names in lower case
	flat    map[string][]byte    // the same, of parts that are there already
	left    int64                // bytes that may still be unpacked
}

// openPack reads the table of contents of a ZIP archive. Of two entries of one name the first counts.
func openPack(b []byte) (*pack, *model.Problem) {
	// Each entry of the table costs ten times its bytes in memory, so it is counted before it is read.
	if bytes.Count(b, []byte("PK\x01\x02")) > maxEntries {
		return nil, refuse("an archive of many thousand files, not a document", lookAtIt)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, refuse("damaged: its end is missing, where its table of contents stands", sendAgain)
	}
	p := &pack{entries: map[string]*zip.File{}, left: maxParts}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := p.entries[name]; !twice {
			p.entries[name] = f
		}
	}
	return p, nil
}

// partName is a part's name as the pack knows it.
func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(s, `\`, "/")), "/"))
}

// has reports whether there is a part of a name.
func (p *pack) has(name string) bool {
	name = partName(name)
	return p.entries[name] != nil || p.flat[name] != nil
}

// read is the bytes of a part, none when there is no such part.
func (p *pack) read(name string) ([]byte, *model.Problem) {
	key := partName(name)
	if b, ok := p.flat[key]; ok {
		return b, nil
	}
	f := p.entries[key]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, refuse("locked with a password", "ask the candidate for a copy without a password")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name, 0)
	}
	defer r.Close()
	limit := min(p.left, maxPart)
	// What the archive says of the size is believed only as far as its bytes could come to.
	var buffer bytes.Buffer
	buffer.Grow(int(min(f.UncompressedSize64, f.CompressedSize64*1032, uint64(limit)) + bytes.MinRead))
	_, err = buffer.ReadFrom(io.LimitReader(r, limit+1))
	b := buffer.Bytes()
	switch {
	case int64(len(b)) > limit:
		return nil, tooLarge()
	case err != nil:
		return nil, damaged(name, int64(len(b)))
	}
	p.left -= int64(len(b))
	return b, nil
}
