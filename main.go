// Candid is a terminal program with which interviewers read applications, judge each against the role's own checklist, and
// come out with a shortlist that they can defend.
package main

import (
	"os"

	"candid/ui/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
