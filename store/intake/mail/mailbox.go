package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"candid/model"
	"candid/model/pattern"
	"candid/store/intake/content"
)

// Mailbox reads the messages of a mailbox (mbox), one at a time: no more than one is in memory. A message that is refused is
// an error whose Subject is "message 3", and the next one follows. The errors are *model.Problem.
func Mailbox(r io.Reader) iter.Seq2[content.Letter, error] {
	return func(yield func(content.Letter, error) bool) {
		box := mailbox{r: bufio.NewReaderSize(r, 64<<10)}
		for n := 1; ; n++ {
			b, err := box.next()
			var p *model.Problem
			switch {
			case err == io.EOF && n == 1:
				p = refuse("no mailbox: no message begins in it", "look at the file")
				yield(content.Letter{}, p)
				return
			case err == io.EOF:
				return
			case errors.As(err, &p):
			case err != nil:
				yield(content.Letter{}, &model.Problem{Kind: model.Failed, Subject: fmt.Sprintf("message %d", n), What: "cannot be read", Err: err})
				return
			}
			l := content.Letter{}
			if p == nil {
				if l, err = Message(b); err != nil && !errors.As(err, &p) {
					p = &model.Problem{Kind: model.Refused, Err: err}
				}
			}
			if p == nil {
				if !yield(l, nil) {
					return
				}
				continue
			}
			p.Subject = fmt.Sprintf("message %d", n)
			if !yield(content.Letter{}, p) {
				return
			}
		}
	}
}

// mailbox parts a mailbox into messages.
type mailbox struct {
	r     *bufio.Reader
	begun bool // the line that begins a message has been read
	ended bool
}

// next is the bytes of the next message, without the line that begins it. The error is io.EOF after the last.
func (m *mailbox) next() ([]byte, error) {
	var b bytes.Buffer
	long := false
	for !m.ended {
		line, err := m.line()
		if err != nil && err != io.EOF {
			return nil, err
		}
		m.ended = err == io.EOF
		if m.begins(line) {
			if !m.begun {
				m.begun = true
				continue
			}
			return m.message(&b, long)
		}
		if !m.begun {
			if len(bytes.TrimSpace(line)) > 0 {
				return nil, io.EOF
			}
			continue
		}
		if long = long || b.Len()+len(line) > maxMessage; !long {
			b.Write(unescaped(line))
		}
	}
	if !m.begun {
		return nil, io.EOF
	}
	m.begun = false
	return m.message(&b, long)
}

func (m *mailbox) message(b *bytes.Buffer, long bool) ([]byte, error) {
	if long {
		return nil, refuse(fmt.Sprintf("larger than %d MB", maxMessage>>20), "save its attachments and add those")
	}
	return b.Bytes(), nil
}

// line is the next line with its end, or the part of it that a buffer holds.
func (m *mailbox) line() ([]byte, error) {
	line, err := m.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		err = nil
	}
	return bytes.Clone(line), err
}

var (
	fromLine   = pattern.New(`^From .*\b\d{1,2}:\d\d\b.*\b(?:19|20)\d\d\b`)
	headerLine = pattern.New(`^(?:>?From |[!-9;-~]{1,76}[ \t]*:)`)
)

// begins reports whether a line begins a message: it names a time, and a field of a header follows. Letters, too, have lines
// that begin with "From".
func (m *mailbox) begins(line []byte) bool {
	if !bytes.HasPrefix(line, []byte("From ")) || !fromLine.MatchString(string(line)) {
		return false
	}
	next, _ := m.r.Peek(80)
	return headerLine.MatchString(string(next))
}

// unescaped takes off the sign that mailboxes put before a line of a message that begins with "From".
func unescaped(line []byte) []byte {
	if len(line) > 0 && line[0] == '>' && bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) {
		return line[1:]
	}
	return line
}
