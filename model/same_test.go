package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMergedContacts(t *testing.T) {
	for name, test := range map[string]struct{ all, want Contacts }{
		"what is not known is filled": {Contacts{Name: "Ada Lund", Phone: "555-0142"}, Contacts{Name: "Ada Lund", Phone: "555-0142", Email: "a@example.org"}},
		"nobody shouts":               {Contacts{Name: "ADA LUND", Email: "A@Example.org"}, Contacts{Name: "ADA LUND", Email: "a@example.org"}},
	} {
		if got := test.all.Merged(Contacts{Email: "a@example.org"}); !got.Equal(test.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, names := range [][]string{
		{"Amara Okafor", "AMARA OKAFOR"}, {"Amara Okafor", "A. Okafor"}, {"Amara Okafor", "Amara"}, {"Amara Okafor", "Amara Okafor 2"},
		{"Amara Okafor", "Amara Okafor The Very Best Resume"}, {"陈美玲", ""},
	} {
		for _, pair := range [][]string{{names[0], names[1]}, {names[1], names[0]}} {
			if got := (Contacts{Name: pair[0]}).Merged(Contacts{Name: pair[1]}).Name; got != names[0] {
				t.Errorf("of %q: %q", pair, got)
			}
		}
	}
}

// Contacts come out the same in whatever order and however grouped they are merged.
func TestMergedInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	for range 500 {
		all := make([]Contacts, 2+r.IntN(4))
		for i := range all {
			all[i] = Contacts{Name: pick("", "Ada Lund", "ADA LUND", "ada lund", "A. Lund", "Zoë"), Email: pick("", "a@example.org", "A@example.org", "b@example.org"),
				Phone: pick("", "555-0142", "+47 555 0142", "5550142"), Location: pick("", "Oslo", "Oslo, Norway", "Bergen")}
			for range r.IntN(3) {
				all[i].Links = append(all[i].Links, pick("x", "y", "z"))
			}
		}
		forth, back := Contacts{}, Contacts{}
		for _, c := range all {
			forth = forth.Merged(c)
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, c := range all {
			back = c.Merged(back)
		}
		if !forth.Equal(back) {
			t.Fatalf("%+v and %+v, of %+v", forth, back, all)
		}
	}
}

func TestVersions(t *testing.T) {
	doc := func(n byte, kind DocumentKind, name string, sent Time, beside bool) Document {
		return Document{ID: ID{n}, Kind: kind, Name: name, Sent: sent, Beside: beside}
	}
	for name, test := range map[string]struct {
		documents []Document
		replaces  []byte // of each, the first byte of the id
	}{
		"one after the other":           {[]Document{doc(1, Resume, "a", 0, false), doc(2, Resume, "b", 0, false)}, []byte{0, 1}},
		"the older comes later":         {[]Document{doc(1, Resume, "a", 9, false), doc(2, Resume, "b", 3, false)}, []byte{2, 0}},
		"between two":                   {[]Document{doc(1, Resume, "a", 1, false), doc(2, Resume, "b", 9, false), doc(3, Resume, "c", 5, false)}, []byte{0, 3, 1}},
		"one has no date":               {[]Document{doc(1, Resume, "a", 9, false), doc(2, Resume, "b", 0, false)}, []byte{0, 1}},
		"two languages":                 {[]Document{doc(1, Resume, "en", 0, true), doc(2, Resume, "de", 0, true)}, []byte{0, 0}},
		"one of two languages again":    {[]Document{doc(1, Resume, "en", 0, true), doc(2, Resume, "de", 0, true), doc(3, Resume, "en", 0, false)}, []byte{0, 0, 1}},
		"the same, the other way round": {[]Document{doc(3, Resume, "en", 0, false), doc(1, Resume, "en", 0, true), doc(2, Resume, "de", 0, true)}, []byte{0, 3, 0}},
		"certificates":                  {[]Document{doc(1, OtherDocument, "a", 0, false), doc(2, OtherDocument, "b", 0, false)}, []byte{0, 0}},
		"a certificate again":           {[]Document{doc(1, OtherDocument, "a", 0, false), doc(2, OtherDocument, "a", 0, false)}, []byte{0, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []byte
			for _, d := range Versions(test.documents) {
				got = append(got, d.Replaces[0])
			}
			if !slices.Equal(got, test.replaces) {
				t.Errorf("%v, want %v", got, test.replaces)
			}
			c := Candidate{Documents: Versions(test.documents)}
			n := len(c.Current())
			for _, d := range c.Current() {
				n += len(c.Older(d))
			}
			if n != len(test.documents) {
				t.Errorf("%d of %d documents can be reached", n, len(test.documents))
			}
		})
	}
}

// three is three candidates: the first two share an e-mail address, the last two a phone.
func three() []Record {
	a, b, c := Candidate{ID: ID{1}}, Candidate{ID: ID{2}}, Candidate{ID: ID{3}}
	email, phone := Tie{Other: b.ID, Bond: MaybeSame, Traits: SameEmail}, Tie{Other: c.ID, Bond: MaybeSame, Traits: SamePhone}
	a, b = a.WithTie(email), b.WithTie(email.Mirror(a.ID))
	b, c = b.WithTie(phone), c.WithTie(phone.Mirror(b.ID))
	return []Record{{Candidate: a}, {Candidate: b}, {Candidate: c}}
}

func applied(t *testing.T, all []Record, changes []Change) {
	t.Helper()
	for _, c := range changes {
		i := slices.IndexFunc(all, func(r Record) bool { return r.Candidate.ID == c.Candidate })
		var err error
		if all[i], err = all[i].Apply(Role{}, c); err != nil {
			t.Fatal(err)
		}
	}
}

func found(all []Record) func(ID) (Candidate, bool) {
	return func(id ID) (Candidate, bool) {
		i := slices.IndexFunc(all, func(r Record) bool { return r.Candidate.ID == id })
		return all[max(0, i)].Candidate, i >= 0
	}
}

func TestAlike(t *testing.T) {
	all := three()
	if got := Alike(all[1].Candidate, found(all)); len(got) != 2 {
		t.Errorf("%+v", got)
	}
	applied(t, all, Join(ID{9}, 1, all[0], all[1], nil))
	got := Alike(all[0].Candidate, found(all))
	if len(got) != 1 || got[0].Other != (ID{3}) || got[0].Traits != SamePhone {
		t.Errorf("who holds another is like whom that one is like: %+v", got)
	}
	if got := Alike(all[2].Candidate, found(all)); len(got) != 1 || got[0].Other != (ID{1}) {
		t.Errorf("who is held stands for who holds them: %+v", got)
	}
	applied(t, all, Part(ID{9}, 2, all[0], all[2]))
	if got := Alike(all[0].Candidate, found(all)); len(got) != 0 {
		t.Errorf("parted: %+v", got)
	}
	if whole := Whole(all[0].Candidate, found(all)); len(whole.Ties) != 1 || whole.Ties[0].Bond != Holds {
		t.Errorf("%+v", whole.Ties)
	}
}

func TestJoinIsTakenBackExactly(t *testing.T) {
	all := three()
	was := slices.Clone(all)
	first := Join(ID{9}, 1, all[1], all[2], nil)
	applied(t, all, first)
	second := Join(ID{9}, 2, all[0], all[1], []Record{all[2]})
	applied(t, all, second)
	if held := all[0].Candidate.Bound(Holds); len(held) != 2 || all[2].Candidate.Root() != (ID{1}) || len(all[1].Candidate.Bound(Holds)) != 0 {
		t.Errorf("held: %v", held)
	}
	for _, changes := range [][]Change{second, first} {
		var back []Change
		for _, c := range slices.Backward(changes) {
			back = append(back, c.Inverse())
		}
		applied(t, all, back)
	}
	for i := range all {
		if !slices.Equal(all[i].Candidate.Ties, was[i].Candidate.Ties) {
			t.Errorf("%+v, and was %+v", all[i].Candidate.Ties, was[i].Candidate.Ties)
		}
	}
}

func TestTieIsRefused(t *testing.T) {
	all := three()
	applied(t, all, Join(ID{9}, 1, all[0], all[1], nil))
	for name, c := range map[string]Change{
		"joined to a second":  all[1].tied(ID{9}, 2, Tie{Other: ID{3}, Bond: JoinedTo}),
		"joined, and holding": all[0].tied(ID{9}, 2, Tie{Other: ID{3}, Bond: JoinedTo}),
		"with itself":         all[0].tied(ID{9}, 2, Tie{Other: ID{1}, Bond: Holds}),
		"what is unknown":     all[0].tied(ID{9}, 2, Tie{Other: ID{3}, Bond: Holds + 1}),
	} {
		i := slices.IndexFunc(all, func(r Record) bool { return r.Candidate.ID == c.Candidate })
		if _, err := all[i].Apply(Role{}, c); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestStays(t *testing.T) {
	plain, reviewed := Record{Candidate: Candidate{ID: ID{1}}}, Record{Candidate: Candidate{ID: ID{2}}, Reviews: []Review{{Submitted: 1}}}
	for _, test := range []struct{ a, b, want Record }{{plain, reviewed, reviewed}, {reviewed, plain, reviewed}, {plain, plain, plain}, {reviewed, reviewed, reviewed}} {
		if stays, _ := Stays(test.a, test.b); stays.Candidate.ID != test.want.Candidate.ID {
			t.Errorf("%v stays", stays.Candidate.ID)
		}
	}
}
