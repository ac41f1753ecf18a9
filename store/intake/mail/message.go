package mail

import (
	"bytes"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"candid/model"
	"candid/store/intake/content"

	"github.com/jhillyerd/enmime/v2"
	"github.com/jhillyerd/enmime/v2/mediatype"
)

// What a message may ask for. Few servers take larger ones.
const (
	maxMessage = 36 << 20 // bytes as sent: files of 25 MB in base64
	maxFiles   = 50
	maxBranch  = 100 // parts that hold parts
	maxInside  = 4   // messages in messages
)

// Message reads one message (RFC 5322, MIME). Of one that somebody passed on, the letter is the applicant's: who passed it on
// and what they say about it is left out. The error is a *model.Problem: of what is no message, is encrypted, or is clearly no
// application, such as mail of a list.
func Message(b []byte) (content.Letter, error) {
	return read(b, 0)
}

func read(b []byte, depth int) (content.Letter, error) {
	if len(b) > maxMessage {
		return content.Letter{}, refuse(fmt.Sprintf("a message larger than %d MB", maxMessage>>20), "save its attachments and add those")
	}
	root, err := parse(b)
	if err != nil {
		return content.Letter{}, err
	}
	m := message{root: root, depth: depth}
	if p := m.sorted(root, false); p != nil {
		return content.Letter{}, p
	}
	l := content.Letter{Subject: header(root, "Subject"), Date: date(root), Files: m.files}
	l.From, l.Email = sender(root)
	if l.Body, err = m.body(); err != nil {
		return content.Letter{}, err
	}
	l.Body.Said = m.card
	if p := m.noApplication(l); p != nil {
		return content.Letter{}, p
	}
	if inner, ok := m.passedOn(l); ok {
		return inner, nil
	}
	l.Files = append(l.Files, m.asFiles()...)
	if len(l.Files) > maxFiles {
		return content.Letter{}, refuse(fmt.Sprintf("a message with more than %d attachments", maxFiles), "save them and add the folder")
	}
	return forwarded(l), nil
}

// parse takes a message apart. Contents stay as they were sent.
func parse(b []byte) (*enmime.Part, error) {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\ufeff")), "\r\n \t")
	if bytes.HasPrefix(b, []byte("From ")) || bytes.HasPrefix(b, []byte(">From ")) { // as a mailbox has it
		if _, rest, ok := bytes.Cut(b, []byte("\n")); ok {
			b = rest
		}
	}
	branches := 0
	parser := enmime.NewParser(enmime.RawContent(true), enmime.SkipMalformedParts(true), enmime.MultipartWOBoundaryAsSinglePart(true),
		enmime.MaxStoredPartErrors(1), enmime.SetCustomParseMediaType(func(s string) (string, map[string]string, []string, error) {
			kind, params, wrong, err := mediatype.ParseWithOptions(s, mediatype.ParseOptions{StripMediaTypeInvalidCharacters: true})
			if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
				if branches++; branches > maxBranch {
					return "application/octet-stream", map[string]string{}, nil, nil
				}
			}
			if err != nil { // of a type that is none the message may still be read
				return "", map[string]string{}, nil, nil
			}
			return kind, params, wrong, nil
		}))
	root, err := parser.ReadParts(bytes.NewReader(b))
	if err != nil || root == nil {
		return nil, refuse("no e-mail message, or one whose head is damaged", "look at the file")
	}
	for _, field := range []string{"From", "Subject", "Date", "To", "Received", "Message-Id", "Mime-Version", "Reply-To", "Sender"} {
		if root.Header.Get(field) != "" {
			return root, nil
		}
	}
	return nil, refuse("no e-mail message: it has no sender, subject or date", "look at the file")
}

// message is what is found in a message.
type message struct {
	root  *enmime.Part
	depth int

	plain, page []string // the texts of it, of each kind
	files       []content.File
	inside      [][]byte // messages that came with it, as sent
	card        model.Contacts
}

// sorted puts each part of a message where it belongs. Alternative is whether it stands among parts that say the same.
func (m *message) sorted(p *enmime.Part, alternative bool) *model.Problem {
	kind := strings.ToLower(p.ContentType)
	switch {
	case kind == "multipart/encrypted", kind == "application/pgp-encrypted", encryptedSMIME(p):
		return encrypted()
	case kind == "multipart/report":
		return refuse("a report on the delivery of mail, no application", "leave it out")
	case p.FirstChild != nil:
		for c := p.FirstChild; c != nil; c = c.NextSibling {
			if problem := m.sorted(c, alternative || kind == "multipart/alternative"); problem != nil {
				return problem
			}
		}
		return nil
	case p == m.root && strings.HasPrefix(kind, "multipart/") && len(bytes.TrimSpace(p.Content)) > 0:
		return refuse("a damaged message: its parts cannot be told apart", "save its attachments and add those")
	case len(p.Content) == 0, strings.HasPrefix(kind, "multipart/"):
		return nil
	}
	b := unwrapped(p)
	name := p.FileName
	attached := strings.EqualFold(p.Disposition, "attachment") || name != "" && !alternative
	switch {
	case kind == "message/rfc822" || kind == "message/global":
		m.inside = append(m.inside, b)
	case kind == "application/pkcs7-mime" || kind == "application/x-pkcs7-mime":
		return m.signed(b)
	case needless(kind, name):
	case kind == "text/vcard", kind == "text/x-vcard", kind == "text/directory":
		m.readCard(b)
	case strings.HasPrefix(kind, "image/"):
		if m.own(p, b) {
			m.file(p, b)
		}
	case attached:
		m.file(p, b)
	case kind == "text/html":
		m.page = append(m.page, text(p, b))
	case kind == "text/plain", kind == "", p == m.root && !strings.HasPrefix(kind, "application/"):
		s := text(p, b)
		if strings.Contains(s, "-----BEGIN PGP MESSAGE-----") {
			return encrypted()
		}
		m.plain = append(m.plain, unflowed(p, s))
	case alternative && strings.HasPrefix(kind, "text/"): // the same again for other programs
	default:
		m.file(p, b)
	}
	return nil
}

func encrypted() *model.Problem {
	return refuse("an encrypted message", "decrypt it in a mail program and save its attachments")
}

// encryptedSMIME reports whether a part is a sealed envelope of S/MIME.
func encryptedSMIME(p *enmime.Part) bool {
	kind := param(p, "smime-type")
	return strings.HasSuffix(p.ContentType, "pkcs7-mime") && (kind == "enveloped-data" || kind == "authEnveloped-data" || kind == "authenveloped-data")
}

// needless reports whether a part is for programs: signatures, invitations, keys.
func needless(kind, name string) bool {
	switch kind {
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys", "text/calendar",
		"application/ics", "text/x-amp-html", "text/rfc822-headers", "message/delivery-status":
		return true
	}
	return strings.HasSuffix(strings.ToLower(name), ".p7s")
}

// A picture smaller than this, in bytes, is the ornament of a signature.
const ornament = 16 << 10

// own reports whether a picture is a file that was sent, and none that the message is laid out or signed with.
func (m *message) own(p *enmime.Part, b []byte) bool {
	return strings.EqualFold(p.Disposition, "attachment") && p.ContentID == "" && len(b) >= ornament ||
		p.ContentID == "" && p.FileName != "" && len(b) >= 4*ornament || p == m.root
}

// endings is the ends of the names of files that came without one.
var endings = map[string]string{
	"application/pdf": ".pdf", "application/msword": ".doc", "application/rtf": ".rtf", "text/rtf": ".rtf", "text/html": ".html", "text/plain": ".txt",
	"application/zip": ".zip", "image/jpeg": ".jpg", "image/png": ".png", "application/vnd.oasis.opendocument.text": ".odt",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}

func (m *message) file(p *enmime.Part, b []byte) {
	name := oneLine(repaired(p.FileName))
	if name == "" {
		name = fmt.Sprintf("attachment %d%s", len(m.files)+1, endings[strings.ToLower(p.ContentType)])
	}
	m.files = append(m.files, content.File{Name: name, Bytes: b})
}

// passedOn is the message that another holds as an attachment, when it is the application and the one around it is not.
func (m *message) passedOn(around content.Letter) (content.Letter, bool) {
	if len(m.inside) != 1 || m.depth == maxInside {
		return content.Letter{}, false
	}
	inner, err := read(m.inside[0], m.depth+1)
	if err != nil || len(inner.Files) == 0 && len(around.Files) > 0 {
		return content.Letter{}, false
	}
	inner.Files = append(inner.Files, around.Files...)
	return inner, true
}

// asFiles is the messages that came as attachments, as files.
func (m *message) asFiles() []content.File {
	var files []content.File
	for i, b := range m.inside {
		files = append(files, content.File{Name: fmt.Sprintf("message %d.eml", i+1), Bytes: b})
	}
	return files
}

// date is when a message was sent; 0 when it does not say so.
func date(p *enmime.Part) model.Time {
	for _, s := range append([]string{p.Header.Get("Date")}, received(p)...) {
		if t, err := mail.ParseDate(strings.TrimSpace(s)); err == nil && t.After(time.Unix(0, 0)) && t.Year() < 2200 {
			return model.At(t)
		}
	}
	return 0
}

// received is when servers took a message, the first of them first.
func received(p *enmime.Part) []string {
	var all []string
	for _, s := range p.Header["Received"] {
		if i := strings.LastIndexByte(s, ';'); i >= 0 {
			all = append([]string{s[i+1:]}, all...)
		}
	}
	return all[:min(len(all), 20)]
}

func refuse(what, next string) *model.Problem {
	return &model.Problem{Kind: model.Refused, What: what, Next: next}
}

// oneLine is words with their white space folded.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
