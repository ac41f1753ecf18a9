package export

import (
	"io"
	"strings"
	"time"

	"candid/model"
)

// Format is what a shortlist can be written as.
type Format uint8

// The formats.
const (
	Markdown Format = iota
	HTML
	CSV
	JSON
)

var formatNames = [...]string{"markdown", "html", "csv", "json"}

// String is the format in a word.
func (f Format) String() string {
	if int(f) < len(formatNames) {
		return formatNames[f]
	}
	return "unknown"
}

// Formats is the names of all formats, as ParseFormat takes them.
func Formats() []string { return formatNames[:] }

// ParseFormat finds a format by its name, or by the ending of a file's name: md, html, htm, csv, json.
func ParseFormat(s string) (Format, error) {
	word := strings.ToLower(strings.TrimPrefix(s, "."))
	switch word {
	case "md":
		return Markdown, nil
	case "htm":
		return HTML, nil
	}
	for i, name := range formatNames {
		if word == name {
			return Format(i), nil
		}
	}
	return 0, &model.Problem{Kind: model.Misused, Subject: s, What: "is no format to export to", Next: "one of: " + strings.Join(formatNames[:], ", ")}
}

// Shortlist is candidates of one role, in the order they are to stand in.
type Shortlist struct {
	Role      model.Role
	Rows      []model.Row
	Records   []model.Record      // of the rows, one by one, as the viewer may see them
	Reviewers map[model.ID]string // names
	Made      time.Time           // printed on its own clock
}

// Write writes the shortlist to w. The only errors are w's.
func Write(w io.Writer, f Format, s Shortlist) error {
	switch f {
	case HTML:
		_, err := io.WriteString(w, webPage(s))
		return err
	case CSV:
		return writeCSV(w, s)
	case JSON:
		return s.List().Write(w)
	default:
		_, err := io.WriteString(w, markdown(s))
		return err
	}
}

// reviewer is a reviewer's name; the id where nobody knows it.
func (s Shortlist) reviewer(id model.ID) string {
	if name := s.Reviewers[id]; name != "" {
		return name
	}
	return "reviewer " + id.Random()[:4]
}

// called is what a candidate is called to the viewer.
func called(c model.Candidate) string {
	if c.Name != "" {
		return c.Name
	}
	return c.Alias
}
