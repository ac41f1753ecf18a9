package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"candid/model"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// entry is a file to put into an archive.
type entry struct {
	name string // the bytes of it
	text string
	mode fs.FileMode
	with func(*zip.FileHeader)
}

func pack(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, NonUTF8: true}
		if e.mode != 0 {
			h.SetMode(e.mode)
		}
		if e.with != nil {
			e.with(h)
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.text)); err != nil && !strings.HasSuffix(e.name, "/") {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// changed is an archive in which, in every line of its list and before every file, the 2 bytes of a field are set.
func changed(b []byte, inList, beforeFile int, value uint16) []byte {
	b = slices.Clone(b)
	for _, at := range []struct {
		mark  string
		field int
	}{{"PK\x01\x02", inList}, {"PK\x03\x04", beforeFile}} {
		for i := 0; ; i += 4 {
			n := bytes.Index(b[i:], []byte(at.mark))
			if n < 0 {
				break
			}
			i += n
			binary.LittleEndian.PutUint16(b[i+at.field:], value)
		}
	}
	return b
}

func names(t *testing.T, b []byte) []string {
	t.Helper()
	entries, err := List(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name)
	}
	return all
}

func in(e encoding.Encoding, s string) string {
	out, err := e.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func TestNames(t *testing.T) {
	extra := func(name string) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) {
			field := binary.LittleEndian.AppendUint16(nil, 0x7075)
			field = binary.LittleEndian.AppendUint16(field, uint16(5+len(name)))
			field = binary.LittleEndian.AppendUint32(append(field, 1), crc32.ChecksumIEEE([]byte(h.Name)))
			h.Extra = append(field, name...)
		}
	}
	for _, test := range []struct {
		name string
		in   []entry
		want string // joined by " + "
	}{
		{"plain", []entry{{name: "ana/cv.pdf"}, {name: "bo.txt"}}, "ana/cv.pdf + bo.txt"},
		{"folders are left out", []entry{{name: "ana/"}, {name: "ana/cv.pdf"}}, "ana/cv.pdf"},
		{"backslashes", []entry{{name: `ana\deep\cv.pdf`}}, "ana/deep/cv.pdf"},
		{"absolute", []entry{{name: "/etc/passwd"}, {name: `C:\Users\ana\cv.doc`}, {name: "//host/share/cv.txt"}}, "etc/passwd + Users/ana/cv.doc + host/share/cv.txt"},
		{"upwards", []entry{{name: "../../cv.txt"}, {name: "a/../../b/./cv.txt"}, {name: ".."}}, "cv.txt + a/b/cv.txt + unnamed"},
		{"twice the same", []entry{{name: "cv.pdf"}, {name: "cv.pdf"}, {name: "./cv.pdf"}, {name: "cv (2).pdf"}}, "cv.pdf + cv (2).pdf + cv (3).pdf + cv (2) (2).pdf"},
		{"escape sequences", []entry{{name: "cv\x1b[31m\u202e.pdf"}, {name: "two\nlines.txt"}}, "cv.pdf + two lines.txt"},
		{"UTF-8 without its flag", []entry{{name: "Zoë/Lebenslauf für Köln.pdf"}}, "Zoë/Lebenslauf für Köln.pdf"},
		{"code page 437", []entry{{name: in(charmap.CodePage437, "Zoë Müller/résumé.pdf")}}, "Zoë Müller/résumé.pdf"},
		{"code page 850", []entry{{name: in(charmap.CodePage850, "João Simões.pdf")}, {name: in(charmap.CodePage850, "Ángel Núñez.pdf")}}, "João Simões.pdf + Ángel Núñez.pdf"},
		{"Windows-1252", []entry{{name: in(charmap.Windows1252, "René Müller - Résumé.pdf")}}, "René Müller - Résumé.pdf"},
		{"code page 866", []entry{{name: in(charmap.CodePage866, "Иван Петров резюме.doc")}}, "Иван Петров резюме.doc"},
		{"Shift-JIS", []entry{{name: in(japanese.ShiftJIS, "佐藤美咲/職務経歴書.pdf")}, {name: in(japanese.ShiftJIS, "山田太郎_履歴書.pdf")}}, "佐藤美咲/職務経歴書.pdf + 山田太郎_履歴書.pdf"},
		{"GBK", []entry{{name: in(simplifiedchinese.GBK, "张伟的简历.pdf")}, {name: in(simplifiedchinese.GBK, "李娜_求职信.docx")}}, "张伟的简历.pdf + 李娜_求职信.docx"},
		{"EUC-KR", []entry{{name: in(korean.EUCKR, "김민준 이력서.hwp")}}, "김민준 이력서.hwp"},
		{"the name in UTF-8 beside it", []entry{{name: "____.pdf", with: extra("陈晓.pdf")}}, "陈晓.pdf"},
		{"a name in UTF-8 of another file", []entry{{name: "cv.pdf", with: func(h *zip.FileHeader) { extra("陈晓.pdf")(h); h.Extra[5]++ }}}, "cv.pdf"},
		{"nothing but signs", []entry{{name: "/"}, {name: "\x00\x01"}}, "unnamed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(names(t, pack(t, test.in...)), " + "); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// Everything that is listed is opened with its bytes.
func TestOpen(t *testing.T) {
	b := pack(t, entry{name: "ana/cv.txt", text: "Ana"}, entry{name: `bo\cv.txt`, text: strings.Repeat("Bo ", 1000)},
		entry{name: "empty.txt"}, entry{name: "stored.txt", text: "as it is", with: func(h *zip.FileHeader) { h.Method = zip.Store }})
	b = append([]byte("a program that unpacks itself"), b...)
	for name, want := range map[string]string{"ana/cv.txt": "Ana", "bo/cv.txt": strings.Repeat("Bo ", 1000), "empty.txt": "", "stored.txt": "as it is"} {
		f, err := Open(bytes.NewReader(b), int64(len(b)), name)
		if err != nil || f.Name != name || string(f.Bytes) != want {
			t.Errorf("%s: %+v %v", name, f, err)
		}
	}
	if _, err := Open(bytes.NewReader(b), int64(len(b)), "nobody.txt"); !model.Is(err, model.Missing) {
		t.Error(err)
	}
}

// What is refused of an archive, and for which reason.
func TestRefusedArchives(t *testing.T) {
	some := pack(t, entry{name: "a.txt", text: "one"}, entry{name: "b.txt", text: "two"})
	directory := bytes.Index(some, []byte("PK\x01\x02"))
	second := directory + 4 + bytes.Index(some[directory+4:], []byte("PK\x01\x02"))
	broken := slices.Clone(some)
	broken[second] = 'x'
	many := make([]entry, maxEntries+1)
	for i := range many {
		many[i].name = fmt.Sprint(i)
	}
	split := slices.Clone(some[:len(some)-22])
	split = append(split, "PK\x05\x06\x03\x00\x03\x00\x00\x00\x09\x00\xff\x00\x00\x00\xff\x00\x00\x00\x00\x00"...)
	for _, test := range []struct {
		name string
		b    []byte
		want string
	}{
		{"nothing", nil, "cut short at byte 0"},
		{"no ZIP", []byte(strings.Repeat("no ", 40)), "cut short at byte 120"},
		{"cut", some[:len(some)-30], fmt.Sprintf("cut short at byte %d", len(some)-30)},
		{"a broken list", broken, fmt.Sprintf("damaged at byte %d, in its list of files", second)},
		{"in parts", split, "one part of a ZIP in several parts"},
		{"empty", pack(t), "no files in it"},
		{"folders alone", pack(t, entry{name: "a/"}), "no files in it"},
		{"too many", pack(t, many...), "more than 10000 files"},
		{"locked", changed(some, 8, 6, 1), "locked with a password"},
		{"files over one another", laidOver(t), "lie over one another"},
		{"an endless list", endless(), "list of files is longer than 8 MB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := List(bytes.NewReader(test.b), int64(len(test.b)))
			refused(t, err, test.want)
		})
	}
}

func refused(t *testing.T, err error, want string) {
	t.Helper()
	var p *model.Problem
	if !errors.As(err, &p) || p.Kind != model.Refused || p.Next == "" || !strings.Contains(p.What, want) {
		t.Errorf("%v, want %q", err, want)
	}
}

// laidOver is an archive that names the same bytes twice.
func laidOver(t *testing.T) []byte {
	b := pack(t, entry{name: "a", text: "the same bytes"}, entry{name: "b", text: "the same bytes"})
	list := bytes.Index(b, []byte("PK\x01\x02"))
	second := list + 4 + bytes.Index(b[list+4:], []byte("PK\x01\x02"))
	copy(b[second+42:second+46], b[list+42:list+46]) // where the file begins
	return b
}

// endless is an archive with more lines in its list than memory should hold.
func endless() []byte {
	line := append([]byte(lineMark), make([]byte, lineLength-len(lineMark))...)
	line[28] = 1
	list := bytes.Repeat(append(line, 'x'), 200_000)
	end := append([]byte(endMark), make([]byte, endLength-len(endMark))...)
	binary.LittleEndian.PutUint32(end[12:], uint32(len(list)))
	return append(list, end...)
}

// What is refused of one file of an archive, and for which reason; the others are read.
func TestRefusedFiles(t *testing.T) {
	fine := entry{name: "fine.txt", text: "fine"}
	text := strings.Repeat("Ana Lima, engineer. ", 20)
	method := func(n uint16) []byte {
		b := pack(t, fine, entry{name: "x", text: text})
		at := bytes.LastIndex(b, []byte("PK\x01\x02"))
		binary.LittleEndian.PutUint16(b[at+10:], n)
		return b
	}
	packed := pack(t, fine, entry{name: "x", text: text})
	body := bytes.LastIndex(packed, []byte("PK\x03\x04")) + 30 + 1
	changeAt := func(i int, by byte) []byte {
		b := slices.Clone(packed)
		b[i] ^= by
		return b
	}
	lying := slices.Clone(packed)
	binary.LittleEndian.PutUint32(lying[bytes.LastIndex(lying, []byte("PK\x01\x02"))+24:], 10)
	longer := slices.Clone(packed)
	binary.LittleEndian.PutUint32(longer[bytes.LastIndex(longer, []byte("PK\x01\x02"))+24:], 9000)
	lost := slices.Clone(packed)
	binary.LittleEndian.PutUint32(lost[bytes.LastIndex(lost, []byte("PK\x01\x02"))+42:], 7)
	lock := slices.Clone(packed)
	lock[bytes.LastIndex(lock, []byte("PK\x01\x02"))+8] |= 1
	for _, test := range []struct {
		name string
		b    []byte
		want string
	}{
		{"a link", pack(t, fine, entry{name: "x", text: "/etc/passwd", mode: fs.ModeSymlink | 0o777}), "a link"},
		{"a device", pack(t, fine, entry{name: "x", mode: fs.ModeDevice | 0o600}), "a device"},
		{"a pipe", pack(t, fine, entry{name: "x", mode: fs.ModeNamedPipe | 0o600}), "a device or a pipe"},
		{"one is locked", lock, "locked with a password"},
		{"Deflate64", method(9), "packed by Deflate64"},
		{"LZMA", method(14), "packed by LZMA"},
		{"Zstandard", method(93), "packed by Zstandard"},
		{"an unknown method", method(77), "packed by method 77"},
		{"too large", pack(t, fine, entry{name: "x", text: strings.Repeat("\x00", maxEntry+1)}), "larger than 25 MB"},
		{"packed too well", pack(t, fine, entry{name: "x", text: strings.Repeat("\x00", 5<<20)}), "packed to less than a 200th"},
		{"no such packing", changeAt(body, 0x06), "damaged at byte"},
		{"a wrong checksum", changeAt(bytes.LastIndex(packed, []byte("PK\x01\x02"))+16, 1), "do not match their checksum"},
		{"longer than it says", lying, "not 10 bytes long"},
		{"shorter than it says", longer, "not 9000 bytes long"},
		{"nowhere", lost, "nothing where this file should begin"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := Read(bytes.NewReader(test.b), int64(len(test.b)))
			if err != nil {
				t.Fatal(err)
			}
			if f, err := a.Open("fine.txt"); err != nil || string(f.Bytes) != "fine" {
				t.Errorf("%+v %v", f, err)
			}
			f, err := a.Open("x")
			refused(t, err, test.want)
			if f.Bytes != nil {
				t.Errorf("%d bytes of it", len(f.Bytes))
			}
		})
	}
}

// Cut anywhere, an archive is refused with a reason.
func TestCut(t *testing.T) {
	b := pack(t, entry{name: "ana/cv.txt", text: strings.Repeat("Ana Lima ", 200)}, entry{name: "bo/cv.txt", text: "Bo"})
	for percent := 0; percent < 100; percent += 5 {
		_, err := List(bytes.NewReader(b[:len(b)*percent/100]), int64(len(b)*percent/100))
		refused(t, err, "cut short at byte")
	}
}

func FuzzArchive(f *testing.F) {
	b := pack(f, entry{name: "ana/cv.txt", text: strings.Repeat("Ana Lima ", 200)}, entry{name: in(charmap.CodePage850, "Zoë.txt"), text: "Zoë"}, entry{name: "../x"})
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add(changed(b, 8, 6, 1))
	f.Add(changed(b, 10, 8, 93))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := Read(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			if !model.Is(err, model.Refused) {
				t.Fatal(err)
			}
			return
		}
		if len(a.at) != len(a.entries) {
			t.Fatalf("%d names of %d files", len(a.at), len(a.entries))
		}
		for _, e := range a.entries {
			if !fs.ValidPath(e.Name) || strings.ContainsAny(e.Name, "\\\n\x1b\x00") {
				t.Fatalf("%q leads elsewhere", e.Name)
			}
			if f, err := a.Open(e.Name); err != nil && !model.Is(err, model.Refused) || err == nil && int64(len(f.Bytes)) != e.Size {
				t.Fatalf("%q: %d bytes, %v", e.Name, len(f.Bytes), err)
			}
		}
	})
}

func BenchmarkList(b *testing.B) {
	entries := make([]entry, maxEntries)
	for i := range entries {
		entries[i] = entry{name: fmt.Sprintf("person %d/cv.pdf", i), text: "x"}
	}
	archive := pack(b, entries...)
	for b.Loop() {
		if _, err := List(bytes.NewReader(archive), int64(len(archive))); err != nil {
			b.Fatal(err)
		}
	}
}
