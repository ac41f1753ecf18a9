// Package office reads the documents of word processors (DOCX, ODT, RTF and their forms in one XML file) as a person reads
// their pages: paragraphs as lines, lists with their bullets and numbers, tables, headers, notes, and apart what nobody sees.
//
// A heading is a line with a blank one above and none below. The text is plain, not Markdown: what applicants type is full of
// signs that Markdown takes for its own, and a quote should be what stands on the page.
package office
