package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
)

// Tag is a word that somebody put on a candidate.
type Tag struct {
	Name string `cbor:"1,keyasint"`
	By   ID     `cbor:"2,keyasint,omitempty"` // zero: it came in with the application
}

// TagCells is the widest that a tag may be that somebody types, in terminal cells.
const TagCells = 40

// Tagging is tags that a reviewer puts on candidates, and those of theirs that they take off. Names differ by their letters
// alone, not by case.
type Tagging struct{ Add, Off []string }

// ParseTagging reads tags as somebody types them: parted by commas of any script, one behind a "-" is taken off. Problems:
// Refused when one is wider than TagCells, or is to be put on and taken off at once.
func ParseTagging(s string) (Tagging, error) {
	var t Tagging
	s = strings.NewReplacer("，", ",", "、", ",", "،", ",").Replace(s)
	for name := range strings.SplitSeq(s, ",") {
		name = oneLine(name)
		name, off := strings.CutPrefix(name, "-")
		name = strings.TrimSpace(name)
		switch {
		case name == "":
			continue
		case uniseg.StringWidth(name) > TagCells:
			return Tagging{}, &Problem{Kind: Refused, Subject: name, What: fmt.Sprintf("is wider than the %d characters that a tag may be", TagCells), Next: "part tags by commas"}
		case off && !hasTag(t.Off, name):
			t.Off = append(t.Off, name)
		case !off && !hasTag(t.Add, name):
			t.Add = append(t.Add, name)
		}
	}
	for _, name := range t.Add {
		if hasTag(t.Off, name) {
			return Tagging{}, &Problem{Kind: Refused, Subject: name, What: "is to be put on and taken off"}
		}
	}
	return t, nil
}

// Empty reports whether there is nothing to put on and nothing to take off.
func (t Tagging) Empty() bool { return len(t.Add) == 0 && len(t.Off) == 0 }

// Words is the tags as somebody types them.
func (t Tagging) Words() string {
	words := slices.Clone(t.Add)
	for _, name := range t.Off {
		words = append(words, "-"+name)
	}
	return strings.Join(words, ", ")
}

// TagNames is the names of tags, each once, in their order.
func TagNames(tags []Tag) []string {
	var names []string
	for _, t := range tags {
		if !hasTag(names, t.Name) {
			names = append(names, t.Name)
		}
	}
	return names
}

// Names reports whether a tag is among those that are put on or taken off.
func (t Tagging) Names(name string) bool { return hasTag(t.Add, name) || hasTag(t.Off, name) }

// Bears is 1 when a tag of that name is among tags, and 0 when none is.
func Bears(tags []Tag, name string) int {
	if slices.ContainsFunc(tags, func(t Tag) bool { return Fold(t.Name) == Fold(name) }) {
		return 1
	}
	return 0
}

func hasTag(names []string, name string) bool {
	return slices.ContainsFunc(names, func(s string) bool { return Fold(s) == Fold(name) })
}

// Tag makes the change that puts tags on and takes the reviewer's own off. What the candidate bears already, as far as seen, what
// the reviewer may see of it, is not put on again; what is another's, or came in with the application, is not taken off. false
// when nothing is left to do.
func (r Record) Tag(by ID, now Time, seen []Tag, t Tagging) (Change, bool) {
	bears := TagNames(seen)
	var own []Tag
	for _, tag := range tagsBy(r.Candidate.Tags, by) {
		if !hasTag(t.Off, tag.Name) {
			own = append(own, tag)
		}
	}
	for _, name := range t.Add {
		if !hasTag(bears, name) {
			own = append(own, Tag{Name: name, By: by})
		}
	}
	c := r.Change(by, now, FacetTags, 0, State{Tags: own})
	return c, !c.Before.Equal(c.After)
}
