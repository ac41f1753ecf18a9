// Package outline tells the lines of a resume, a cover letter or a form's answers apart: headings, contacts, lists of skills, posts
// with their dates, and what is told.
package outline

import (
	"time"

	"candid/model"
)

// Kind is what a line is.
type Kind uint8

// The kinds of lines.
const (
	Told    Kind = iota // anything else: it tells of something
	Blank               // nothing, or a rule across the page
	Heading             // of a section, or the name at the top
	Contact             // how to reach somebody, where they live, when they were born, the number of a page
	Listed              // of a list of skills or the like: names and nothing told of them
	Posted              // it names an employer or a job title, or has the dates of a post
)

// Section is what a part of a document is about, as its heading says.
type Section uint8

// The sections of resumes.
const (
	NoSection Section = iota // before the first heading, or under one that is not known
	Summary
	Work
	Projects
	Skills
	Study
	Certificates
	Awards
	Publications
	Volunteering
	Talks
	Languages
	Interests
	References
	Contacts
)

// Line is what one line of a document is.
type Line struct {
	Kind     Kind
	Section  Section
	More     bool // its paragraph goes on in the next line
	From, To int  // the statement it is part of, a bullet or a sentence or a few: its first line and the line after its last
	Post     int  // the post it belongs to, by its place in Posts; -1 for none
}

// Post is a job, or an entry like one: a school, a project, a course.
type Post struct {
	From, To        int // its lines, the headline included: the first and the one after the last
	Title, Employer string
	Dates           Range
	HasDates        bool
	Study           bool  // its dates are no years of work: a school's, a course's, a project's
	Dated           Dated // where Dates are written

	year int // of the one date that stands beside it, where no range does
}

// Month is a month of a year: 12 × year + month − 1.
type Month int

// MonthOf is the month of a time, in UTC; 0 for no time.
func MonthOf(t model.Time) Month {
	if t == 0 {
		return 0
	}
	year, month, _ := t.In(time.UTC).Date()
	return Month(12*year + int(month) - 1)
}

// Year is the year of a month.
func (m Month) Year() int { return int(m) / 12 }

// Range is the months from one date to another.
type Range struct {
	From, To Month // the first month, and the month after the last
	Open     bool  // it goes on: To is the month after the present one
	Coarse   bool  // of one end or both only the year was given
}

// Dated is a range as a line has it.
type Dated struct {
	Line     int // of the document, from 0
	From, To int // bytes of that line
	Range    Range
}

// Outline is what the lines of a document are. Read makes one.
type Outline struct {
	Lines []Line
	Posts []Post  // in the order of the document
	Dates []Dated // all ranges of dates, in the order of the document

	text []string
}
