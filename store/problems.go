package store

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"candid/model"
)

// problem turns an error from below into a Problem about subject; a Problem stays as it is.
func problem(subject string, err error) error {
	if err == nil {
		return nil
	}
	var p *model.Problem
	if errors.As(err, &p) {
		return err
	}
	switch {
	case isFull(err):
		return &model.Problem{Kind: model.Full, Subject: subject, What: "no room left on the disk", Next: "make room and do it again; nothing was changed"}
	case errors.Is(err, syscall.EROFS):
		return &model.Problem{Kind: model.ReadOnly, Subject: subject, What: "stands on a read-only disk"}
	case errors.Is(err, fs.ErrPermission):
		return &model.Problem{Kind: model.ReadOnly, Subject: subject, What: "may not be opened or written by you", Next: "check its permissions, or name another with --store"}
	case errors.Is(err, fs.ErrNotExist):
		return &model.Problem{Kind: model.Missing, Subject: subject, What: "is not there", Next: "run candid once to make one, or name another with --store"}
	}
	return &model.Problem{Kind: model.Failed, Subject: subject, Err: err}
}

// isFull reports whether the disk, the quota or a limit on file sizes was in the way. bbolt gives some of these as text only.
func isFull(err error) bool {
	for _, full := range fullErrors {
		if errors.Is(err, full) || strings.Contains(err.Error(), full.Error()) {
			return true
		}
	}
	return false
}

// damaged is the Problem of a record that cannot be trusted.
func damaged(subject string, err error) error {
	return &model.Problem{Kind: model.Damaged, Subject: subject, What: "is damaged", Err: err, Next: "candid check says what else is; a backup has it whole"}
}

// missing is the Problem of a thing that is not there.
func missing(subject, what string) error {
	return &model.Problem{Kind: model.Missing, Subject: subject, What: what}
}
