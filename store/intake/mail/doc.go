// Package mail reads e-mail messages and mailboxes: who wrote, what they wrote, and the files that came with it.
package mail
