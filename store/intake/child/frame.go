package child

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"candid/model"
	"candid/model/clean"
	"candid/store/intake/content"

	"github.com/fxamacker/cbor/v2"
)

// The longest frames, in bytes. A child is not believed when it says that more is coming.
const (
	maxQuestion = 32 << 20
	maxAnswer   = 64 << 20
)

var errFrame = errors.New("it gave something that is no answer")

// writeFrame writes v as CBOR behind its length in four bytes.
func writeFrame(w io.Writer, v any, most int) error {
	b, err := cbor.Marshal(v)
	if err != nil {
		return err
	}
	if len(b) > most {
		return fmt.Errorf("%w: it is longer than %d MB", errFrame, most>>20)
	}
	frame := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(b)), uint32(len(b)))
	_, err = w.Write(append(frame, b...))
	return err
}

// maxItems is how many values one frame may hold: each takes more memory than bytes. A table has four million cells at most.
const maxItems = 5_000_000

// countable reports whether CBOR holds as few values as a frame may, none of them of a length that is said at its end.
func countable(b []byte) bool {
	for n := 0; len(b) > 0; n++ {
		major, info := b[0]>>5, b[0]&31
		b = b[1:]
		length := uint64(info)
		switch {
		case n == maxItems || info > 27:
			return false
		case info >= 24:
			size := 1 << (info - 24)
			if len(b) < size {
				return false
			}
			length = 0
			for _, x := range b[:size] {
				length = length<<8 | uint64(x)
			}
			b = b[size:]
		}
		if major == 2 || major == 3 { // bytes, words
			if length > uint64(len(b)) {
				return false
			}
			b = b[length:]
		}
	}
	return true
}

// readFrame reads one frame into v. io.EOF says that there is none; any other error but the reader's own is errFrame.
func readFrame(r io.Reader, v any, most int) (int, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, err
	}
	n := binary.BigEndian.Uint32(head[:])
	if int64(n) > int64(most) {
		return 0, errFrame
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(r, b); err != nil {
		return 0, err
	}
	if !countable(b) {
		return 0, errFrame
	}
	// Words may hold broken UTF-8: strangers wrote them, and who gets them cleans them.
	decoder, err := cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid, MaxNestedLevels: 16, MaxArrayElements: 1 << 22}.DecMode()
	if err != nil {
		return 0, err
	}
	if err := decoder.Unmarshal(b, v); err != nil {
		return 0, fmt.Errorf("%w: %w", errFrame, err)
	}
	return int(n), nil
}

// piece is a content.Piece as it goes over the pipe: an error does not.
type piece struct {
	Document *content.Document `cbor:",omitempty"`
	Letter   *content.Letter   `cbor:",omitempty"`
	Table    *content.Table    `cbor:",omitempty"`
	File     *content.File     `cbor:",omitempty"`
	Entries  []content.Entry   `cbor:",omitempty"`
	Problem  *problem          `cbor:",omitempty"`
}

type problem struct {
	Kind                     model.Kind
	Subject, What, Next, Why string
}

func wrap(p content.Piece) *piece {
	w := &piece{Document: p.Document, Letter: p.Letter, Table: p.Table, File: p.File, Entries: p.Entries}
	if q := p.Problem; q != nil {
		w.Problem = &problem{Kind: q.Kind, Subject: q.Subject, What: q.What, Next: q.Next}
		if q.Err != nil {
			w.Problem.Why = q.Err.Error()
		}
	}
	return w
}

// unwrap is the piece that a child meant. A child that a document took over may say anything: it reports false for a table that is none,
// and what is said of a problem is cleaned, for it is shown as it is.
func (w *piece) unwrap() (content.Piece, bool) {
	p := content.Piece{Document: w.Document, Letter: w.Letter, Table: w.Table, File: w.File, Entries: w.Entries}
	if t := w.Table; t != nil {
		if len(t.Lines) != len(t.Rows) || slices.ContainsFunc(t.Rows, func(row []string) bool { return len(row) != len(t.Header) }) {
			return content.Piece{}, false
		}
	}
	if q := w.Problem; q != nil {
		p.Problem = &model.Problem{Kind: q.Kind, Subject: oneLine(q.Subject), What: oneLine(q.What), Next: oneLine(q.Next)}
		if q.Kind != model.Failed && q.Kind != model.Missing {
			p.Problem.Kind = model.Refused
		}
		if q.Why != "" {
			p.Problem.Err = errors.New(oneLine(q.Why))
		}
	}
	return p, true
}

// maxSaid is the longest that is taken of what a child says of a problem, in characters.
const maxSaid = 500

// oneLine is what a child said of a problem as it may be shown.
func oneLine(s string) string {
	s = s[:min(len(s), 4*maxSaid)]
	return cut(strings.Join(strings.Fields(clean.Text(s)), " "), maxSaid)
}

// cut is the beginning of what is longer than most characters.
func cut(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
