// Package intake turns files that applicants sent into applications: it reads a file or a folder, tells the formats apart by
// their bytes, cleans the text once for every screen, and reads from it who the applicant is. What it cannot read it refuses
// with a reason, and goes on.
//
// One file given, or lying directly in a folder given, is one candidate. A subfolder of a folder given is one candidate too,
// with every file below it, however deep: resume, cover letter, answers.
package intake
