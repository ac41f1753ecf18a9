package cli

import (
	"crypto/rand"
	"fmt"
	"os"
	"os/user"
	"strings"
	"time"

	"candid/model"
	"candid/model/clean"
	"candid/store"
	"candid/ui/text"
)

// storePath is where the store is.
func (c *command) storePath() (string, error) {
	if c.path != "" {
		return c.path, nil
	}
	return store.DefaultPath()
}

// open opens the store; create makes it when there is none.
func (c *command) open(create bool) (*store.Store, error) {
	if c.store != nil {
		return c.store, nil
	}
	path, err := c.storePath()
	if err != nil {
		return nil, err
	}
	options := c.storeOptions()
	options.Create = create
	s, err := store.Open(path, options)
	if model.Is(err, model.ReadOnly) && !create {
		// What only reads works all the same; what writes is refused when it comes to that.
		options.ReadOnly = true
		if readOnly, again := store.Open(path, options); again == nil {
			s, err = readOnly, nil
		}
	}
	if err != nil {
		if model.Is(err, model.Missing) {
			return nil, &model.Problem{Kind: model.Missing, Subject: path, What: "there is no store yet",
				Next: "candid role add POSTING makes one; candid demo shows one"}
		}
		return nil, err
	}
	c.store = s
	return s, nil
}

// storeOptions is how a store is opened that is there.
func (c *command) storeOptions() store.Options {
	return store.Options{Now: time.Now, Rand: rand.Reader, Waiting: func(holder string) {
		fmt.Fprintln(c.errs, "candid: waiting for "+text.Drawable(holder))
	}}
}

// exists reports whether there is a store to open.
func (c *command) exists() bool {
	path, err := c.storePath()
	if err != nil {
		return false
	}
	_, err = os.Stat(path)
	return err == nil
}

// login is who the user is to the system.
func login() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "user"
}

// fullName is what the system calls the user; "" where it knows no more than the login.
func fullName() string {
	u, err := user.Current()
	if err != nil || strings.EqualFold(u.Name, u.Username) {
		return ""
	}
	return strings.Join(strings.Fields(clean.Text(u.Name)), " ")
}

// viewer is the reviewer to act as: the one of --as, else the one this user was last. The zero reviewer has judged nothing and
// sees nobody's judgement.
func (c *command) viewer(s *store.Store) (model.Reviewer, error) {
	if c.as == "" {
		r, _, err := s.Login(login())
		return r, err
	}
	r, err := s.ReviewerByName(c.as)
	if model.Is(err, model.Missing) {
		return r, &model.Problem{Kind: model.Missing, Subject: c.as, What: "is no reviewer of this store", Next: c.reviewerNames(s)}
	}
	return r, err
}

func (c *command) reviewerNames(s *store.Store) string {
	reviewers, err := s.Reviewers()
	if err != nil || len(reviewers) == 0 {
		return "open the app once and give a name"
	}
	var names []string
	for _, r := range reviewers {
		names = append(names, r.Name)
	}
	return "there are: " + strings.Join(names, ", ")
}

// chosenRole is the role of --role, an archived one too; without it the viewer's last one, or the only one, of those not archived.
func (c *command) chosenRole(s *store.Store, viewer model.ID) (model.Role, error) {
	all, err := s.Roles()
	if err != nil {
		return model.Role{}, err
	}
	if len(all) == 0 {
		return model.Role{}, &model.Problem{Kind: model.Missing, Subject: s.Path(), What: "holds no role yet", Next: "candid role add POSTING"}
	}
	roles, archived := parted(all)
	if c.roleName != "" {
		r, err := findRole(roles, c.roleName)
		if model.Is(err, model.Missing) && len(archived) > 0 {
			if old, oldErr := findRole(archived, c.roleName); !model.Is(oldErr, model.Missing) {
				return old, oldErr
			}
		}
		return r, err
	}
	if len(roles) == 0 {
		return model.Role{}, &model.Problem{Kind: model.Missing, Subject: s.Path(), What: "holds archived roles only", Next: "candid role list --archived names them"}
	}
	if len(roles) == 1 {
		return roles[0], nil
	}
	place, err := s.Place(viewer)
	if err != nil {
		return model.Role{}, err
	}
	for _, r := range roles {
		if r.ID == place.Role {
			return r, nil
		}
	}
	return model.Role{}, &model.Problem{Kind: model.Misused, Subject: "the role", What: "is not clear: there are several", Next: "--role with one of: " + roleTitles(roles)}
}

// parted is the roles that are not archived, and those that are.
func parted(roles []model.Role) (current, archived []model.Role) {
	for _, r := range roles {
		if r.Archived {
			archived = append(archived, r)
		} else {
			current = append(current, r)
		}
	}
	return current, archived
}

// findRole finds a role by its id, the beginning of its short id, or words of its title.
func findRole(roles []model.Role, name string) (model.Role, error) {
	var found []model.Role
	for _, r := range roles {
		switch {
		case r.ID.String() == name:
			return r, nil
		case len(name) >= 4 && strings.HasPrefix(r.ID.Random(), strings.ToLower(name)), hasWords(r.Title, name):
			found = append(found, r)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Role{}, &model.Problem{Kind: model.Missing, Subject: name, What: "is no role of this store", Next: "there are: " + roleTitles(roles)}
	}
	return model.Role{}, &model.Problem{Kind: model.Misused, Subject: name, What: "fits several roles", Next: roleTitles(found)}
}

func roleTitles(roles []model.Role) string {
	var titles []string
	for _, r := range roles {
		titles = append(titles, fmt.Sprintf("%s (%s)", r.Title, r.ID.Random()[:4]))
	}
	return strings.Join(titles, ", ")
}

// hasWords reports whether s holds all the words, in any case and without accents.
func hasWords(s, words string) bool {
	s = model.Fold(s)
	for _, w := range strings.Fields(model.Fold(words)) {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return strings.TrimSpace(words) != ""
}

// findCandidate finds a card by the beginning of the id, the name or the alias. Who bears just that name comes before who bears
// it among others; of two namesakes it finds neither.
func findCandidate(cards []model.Record, name string) (model.Candidate, error) {
	var found, called []model.Candidate
	var ids []model.ID
	for _, r := range cards {
		c := r.Candidate
		ids = append(ids, c.ID)
		switch {
		case c.ID.String() == name:
			return c, nil
		case model.Fold(c.Name) == model.Fold(name), model.Fold(c.Alias) == model.Fold(name):
			called = append(called, c)
		case len(name) >= 3 && strings.HasPrefix(c.ID.Random(), strings.ToLower(name)), hasWords(c.Name, name):
			found = append(found, c)
		}
	}
	if len(called) > 0 {
		found = called
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Candidate{}, &model.Problem{Kind: model.Missing, Subject: name, What: "is no candidate of this role", Next: "candid list names them"}
	}
	var names []string
	short := model.Shortest(ids)
	for _, x := range found {
		names = append(names, fmt.Sprintf("%s (%s)", x.Name, short[x.ID]))
	}
	return model.Candidate{}, &model.Problem{Kind: model.Misused, Subject: name, What: "fits several candidates", Next: strings.Join(names, ", ")}
}
