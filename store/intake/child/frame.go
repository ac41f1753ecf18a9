package child

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"candid/model"
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
	decoder, err := cbor.DecOptions{MaxNestedLevels: 16, MaxArrayElements: 1 << 22}.DecMode()
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

func (w *piece) unwrap() content.Piece {
	p := content.Piece{Document: w.Document, Letter: w.Letter, Table: w.Table, File: w.File, Entries: w.Entries}
	if q := w.Problem; q != nil {
		p.Problem = &model.Problem{Kind: q.Kind, Subject: q.Subject, What: q.What, Next: q.Next}
		if q.Why != "" {
			p.Problem.Err = errors.New(q.Why)
		}
	}
	return p
}
