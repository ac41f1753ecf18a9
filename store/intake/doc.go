// Package intake turns files that applicants sent into applications: it reads a file or a folder, tells the formats apart by
// their bytes, cleans the text once for every screen, and reads from it who the applicant is. What it cannot read it refuses
// with a reason, and goes on.
//
// One file given, or lying directly in a folder given, is one candidate; a message is, and each row of a table and message of a
// mailbox. A subfolder of a folder given is one candidate too, with every file below it, however deep: resume, cover letter,
// answers. What it holds may say otherwise: more files than anybody sends, a table or a mailbox, resumes of several people. Then
// it is a pile, and read as a folder given is. An archive is read as the folder that was packed.
package intake
