package pdf

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

const (
	maxAnnotations = 2000  // of one page
	maxLinks       = 500   // of a document
	maxAddress     = 2000  // bytes of where a link leads
	maxValue       = 20000 // bytes of what a field holds
)

// readAnnotations adds what lies on the page: runs for the values of fields and for notes that show on it, and links.
func (s *sheet) readAnnotations() error {
	n, err := s.lib.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: s.ref()})
	if err != nil {
		return err
	}
	for i := range min(n.Count, maxAnnotations) {
		a, err := s.lib.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: s.ref(), Index: i})
		if err != nil {
			continue // one that is damaged
		}
		s.readAnnotation(a.Annotation)
		_, _ = s.lib.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
	}
	return nil
}

func (s *sheet) readAnnotation(a references.FPDF_ANNOTATION) {
	kind, err := s.lib.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil {
		return
	}
	switch kind.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_LINK:
		if address := s.address(a); address != "" && len(s.links) < maxLinks {
			s.links = append(s.links, address)
		}
	case enums.FPDF_ANNOT_SUBTYPE_WIDGET:
		s.place(a, s.value(a))
	case enums.FPDF_ANNOT_SUBTYPE_FREETEXT:
		s.place(a, s.stringOf(a, "Contents"))
	}
}

// address is where a link leads, when that is the web, a mailbox or a telephone.
func (s *sheet) address(a references.FPDF_ANNOTATION) string {
	link, err := s.lib.FPDFAnnot_GetLink(&requests.FPDFAnnot_GetLink{Annotation: a})
	if err != nil {
		return ""
	}
	action, err := s.lib.FPDFLink_GetAction(&requests.FPDFLink_GetAction{Link: link.Link})
	if err != nil || action.Action == nil {
		return ""
	}
	uri, err := s.lib.FPDFAction_GetURIPath(&requests.FPDFAction_GetURIPath{Document: s.doc, Action: *action.Action})
	if err != nil || uri.URIPath == nil {
		return ""
	}
	address := strings.TrimSpace(strings.ToValidUTF8(*uri.URIPath, "\ufffd"))
	scheme, _, ok := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		if ok && len(address) <= maxAddress {
			return address
		}
	}
	return ""
}

// value is what a field of a form was filled in with.
func (s *sheet) value(a references.FPDF_ANNOTATION) string {
	if s.form == "" {
		return ""
	}
	kind, err := s.lib.FPDFAnnot_GetFormFieldType(&requests.FPDFAnnot_GetFormFieldType{FormHandle: s.form, Annotation: a})
	if err != nil {
		return ""
	}
	switch kind.FormFieldType {
	case enums.FPDF_FORMFIELD_TYPE_CHECKBOX, enums.FPDF_FORMFIELD_TYPE_RADIOBUTTON:
		if on, err := s.lib.FPDFAnnot_IsChecked(&requests.FPDFAnnot_IsChecked{FormHandle: s.form, Annotation: a}); err == nil && on.IsChecked {
			return "[x]"
		}
	case enums.FPDF_FORMFIELD_TYPE_TEXTFIELD, enums.FPDF_FORMFIELD_TYPE_COMBOBOX, enums.FPDF_FORMFIELD_TYPE_LISTBOX:
		const password = 1 << 13
		if flags, err := s.lib.FPDFAnnot_GetFormFieldFlags(&requests.FPDFAnnot_GetFormFieldFlags{FormHandle: s.form, Annotation: a}); err == nil && flags.Flags&password != 0 {
			return ""
		}
		if v, err := s.lib.FPDFAnnot_GetFormFieldValue(&requests.FPDFAnnot_GetFormFieldValue{FormHandle: s.form, Annotation: a}); err == nil {
			return v.FormFieldValue
		}
	}
	return ""
}

func (s *sheet) stringOf(a references.FPDF_ANNOTATION, key string) string {
	v, err := s.lib.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a, Key: key})
	if err != nil {
		return ""
	}
	return v.Value
}

// place makes runs of words that an annotation shows in its rectangle, as a viewer would set them.
func (s *sheet) place(a references.FPDF_ANNOTATION, words string) {
	words = strings.TrimRight(strings.ToValidUTF8(words[:min(len(words), maxValue)], ""), "\x00 \r\n")
	if words == "" {
		return
	}
	flags, err := s.lib.FPDFAnnot_GetFlags(&requests.FPDFAnnot_GetFlags{Annotation: a})
	if err != nil || flags.Flags&(enums.FPDF_ANNOT_FLAG_HIDDEN|enums.FPDF_ANNOT_FLAG_NOVIEW) != 0 {
		return
	}
	rect, err := s.lib.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: a})
	if err != nil {
		return
	}
	b := s.shown(rect.Rect)
	if !finite(b) || b.width() < 1 || b.height() < 1 {
		return
	}
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(words, "\r\n", "\n"), "\r", "\n"), "\n")
	size := min(10, 0.8*b.height())
	leading := min(1.2*size, b.height()/float64(len(lines)))
	base := b.y0 + leading - 0.25*size
	if len(lines) == 1 {
		base = (b.y0+b.y1)/2 + 0.35*size
	}
	for _, l := range lines {
		s.set(l, b, base, min(size, leading))
		base += leading
	}
}

// set makes runs of the words of one line, in a rectangle.
func (s *sheet) set(l string, b box, base, size float64) {
	fields := strings.Fields(l)
	if len(fields) == 0 {
		return
	}
	letters := len(fields) - 1
	for _, f := range fields {
		letters += len([]rune(f))
	}
	each := min(0.5*size, 0.98*b.width()/float64(letters))
	x := b.x0 + 0.01*b.width()
	for _, f := range fields {
		text := mend([]rune(f))
		w := each * float64(len([]rune(f)))
		if text != "" {
			s.runs = append(s.runs, run{text: text, box: box{x, base - 0.8*size, x + w, base + 0.2*size}, base: base, size: size, first: -1, space: true})
		}
		x += w + each
	}
}

// sayer knows what a text says.
type sayer struct{ lower, digits string }

func says(text string) sayer { return sayer{strings.ToLower(text), digits(text)} }

// link reports whether the text says already where a link leads.
func (s sayer) link(address string) bool {
	scheme, rest, _ := strings.Cut(strings.ToLower(address), ":")
	rest, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimPrefix(rest, "//"), "www."), "?")
	rest = strings.TrimRight(rest, "/")
	if scheme == "tel" {
		return strings.Contains(s.digits, digits(rest))
	}
	return strings.Contains(s.lower, rest)
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
