package intake

import (
	"bytes"
	"encoding/json"

	"candid/model"
	"candid/model/clean"
	"candid/model/pattern"
	"candid/store/intake/content"
)

// refused is a file that was loaded and cannot be read.
func refused(path string, p *model.Problem, b []byte) []Item {
	return []Item{{Path: path, Problem: p, Whose: whose(b)}}
}

// whoseBytes is how much of a file that is refused is looked at for whose it is.
const whoseBytes = 1 << 20

// whose is who a file that cannot be read seems to be from, as far as its bytes say so in plain words: whom to ask for another.
// Broken JSON still has its lines, and an old Word document its letters in a row. It is empty where nothing is said.
func whose(b []byte) model.Contacts {
	b = b[:min(len(b), whoseBytes)]
	var found model.Contacts
	switch {
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")):
		found = findFacts(oldWordLines(b), content.Document{}).Contacts
	case bytes.IndexByte(b, 0) < 0 && bytes.HasPrefix(bytes.TrimSpace(b), []byte("{")):
		found = contactFacts(firstPairs(string(b))).Contacts
	default:
		return model.Contacts{}
	}
	if found.Email == "" && found.Phone == "" {
		return model.Contacts{} // words that look like a name are not enough in what was never read
	}
	return facts{Contacts: found}.short().Contacts
}

var stringPair = pattern.New(`"([\pL_-]{2,30})"\s*:\s*("(?:[^"\\\n]|\\.)*")`)

// firstPairs is an object of the members with a string that stand first in broken JSON.
func firstPairs(text string) node {
	o := object{members: map[string]node{}}
	for _, at := range stringPair.FindAllStringSubmatchIndex(text, 400) {
		key, value := plainKey(text[at[2]:at[3]]), ""
		if json.Unmarshal([]byte(text[at[4]:at[5]]), &value) != nil || value == "" {
			continue
		}
		if _, twice := o.members[key]; !twice {
			o.keys, o.members[key] = append(o.keys, key), node{clean.Text(value)}
		}
	}
	return node{o}
}
