package intake

import (
	"slices"
	"strings"

	"candid/model/pattern"
)

var (
	mailField = pattern.New(`^[!-9;-~]+:`)
	mboxLine  = pattern.New(`^from \S.* \d{4}|^from \S+@\S+|^from -|^from mailer-daemon`)
)

// mailOnly is the fields that only what went through the mail has.
var mailOnly = []string{"received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "x-mailer", "authentication-results"}

// isMessage reports whether a text begins with the head of an e-mail message. head is in lower case.
func isMessage(name, head string) bool {
	fields, mailed := 0, false
	for line := range strings.Lines(head) {
		whole := strings.HasSuffix(line, "\n")
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "":
			return fields > 0 && (mailed || suffix(name) == ".eml")
		case strings.HasPrefix(line, " "), strings.HasPrefix(line, "\t"):
		case mailField.MatchString(line):
			field, _, _ := strings.Cut(line, ":")
			fields++
			mailed = mailed || slices.Contains(mailOnly, field)
		default:
			return !whole && fields > 0 && (mailed || suffix(name) == ".eml") // a field that the end of the head cuts
		}
	}
	return fields > 0 && (mailed || suffix(name) == ".eml") // a long head, of which this is the beginning
}

// isMailbox reports whether a text begins as a mailbox does: with a line that says from whom and when, and a message's head.
func isMailbox(name, head string) bool {
	first, rest, _ := strings.Cut(head, "\n")
	if !strings.HasPrefix(first, "from ") {
		return false
	}
	second, _, _ := strings.Cut(rest, "\n")
	if !mailField.MatchString(second) && !strings.HasPrefix(second, ">from ") {
		return false
	}
	return suffix(name) == ".mbox" || mboxLine.MatchString(first)
}

// isMHTML reports whether a message is a page as browsers and Word save it with all that it shows.
func isMHTML(head string) bool {
	return strings.HasPrefix(head, "from: <saved by") || strings.Contains(head, "\nsnapshot-content-location:") ||
		strings.HasPrefix(head, "mime-version:") && strings.Contains(head, "multipart/related") && !strings.Contains(head, "\nfrom:") && !strings.Contains(head, "\nto:")
}
