// Package export writes a shortlist for people, spreadsheets and programs: Markdown, HTML, CSV and JSON. It writes what it
// is given:
// the caller passes records and rows as the viewer may see them.
package export
