// Package mail reads e-mail messages and mailboxes.
package mail

import _ "github.com/jhillyerd/enmime/v2"
