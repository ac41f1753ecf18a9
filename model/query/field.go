package query

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/search"
)

// Field is something that can be asked for as name:value.
type Field struct {
	Name    string
	Asks    string // what it asks for, in words
	Accepts string // what may stand after the colon, in words
	read    reader
	offers  func(in Scope, typed piece) []offer // what may stand after the colon, to complete what is typed
}

// reader reads one of a field's values; it gives neither a test nor an error for what is no value of the field.
type reader func(p *parser, v piece) (test, error)

// offer is a value that a field takes.
type offer struct {
	text string // as it is typed
	does string // what it asks for, in words
	also string // what else it is found by
}

// Fields is the fields, in the order in which help shows them.
func Fields() []Field {
	return []Field{
		choice("stage", "where they stand",
			option{"new", "not decided yet", stage(model.New)}, option{"advanced", "goes on", stage(model.Advanced)},
			option{"hold", "on hold", stage(model.OnHold)}, option{"rejected", "rejected", stage(model.Rejected)}),
		number("score", "the score's low bound", []string{">=70", "<40", "60..80"}, func(r *model.Row) (int, bool) { low, _ := r.Score.Points(); return low, r.Score.Rated }),
		number("high", "the score's high bound", []string{">=80", "<60"}, func(r *model.Row) (int, bool) { _, high := r.Score.Points(); return high, r.Score.Rated }),
		musts("must", "the rating of any must-have", anyCell),
		musts("every", "the rating of every must-have", everyCell),
		requirements(),
		number("open", "how many requirements nothing is known of", []string{"0", ">3", "1..3"}, func(r *model.Row) (int, bool) { return len(r.Cells) - known(r), true }),
		choice("rated", "how much is rated",
			option{"none", "nothing", ratedNone}, option{"some", "some, not all", ratedSome}, option{"all", "every requirement", ratedAll}),
		choice("gate", "the gates",
			option{"notmet", "a must-have is not met", func(t *target) bool { return len(t.row.Score.NotMet) > 0 }},
			option{"disputed", "some say that a must-have is not met", func(t *target) bool { return len(t.row.Score.Disputed) > 0 }}),
		choice("mine", "my review",
			option{"none", "not begun", mine(model.NotBegun)}, option{"draft", "begun, not submitted", mine(model.Draft)}, option{"submitted", "submitted", mine(model.Submitted)}),
		choice("opened", "whether I have opened it", option{"yes", "opened", opened}, option{"no", "never opened", opposite(opened)}),
		number("reviews", "how many reviews are submitted", []string{"0", "<2", ">=2"}, func(r *model.Row) (int, bool) { return r.Reviews, true }),
		reviewers(),
		recommendations(),
		number("spread", "how far two reviewers are apart", []string{">=2"}, func(r *model.Row) (int, bool) { return r.Score.Spread, true }),
		choice("behind", "rated before a change", option{"yes", "something is", behind}, option{"no", "nothing is", opposite(behind)}),
		words("tag", "a tag", func(in Scope) []string { return in.Tags }, func(c *model.Candidate, is func(string) bool) bool {
			return slices.ContainsFunc(c.Tags, func(t model.Tag) bool { return is(t.Name) })
		}),
		words("from", "where the application came from", func(in Scope) []string { return in.Sources }, func(c *model.Candidate, is func(string) bool) bool { return is(c.Source) }),
		words("loc", "where they live", func(in Scope) []string { return in.Places }, func(c *model.Candidate, is func(string) bool) bool { return is(c.Location) }),
		applied(),
		choice("has", "what is there",
			option{"resume", "a resume", has(model.Resume)}, option{"cover", "a cover letter", has(model.CoverLetter)},
			option{"answers", "answers to the form", has(model.Answers)}, option{"other", "another document", has(model.OtherDocument)},
			option{"tag", "a tag", func(t *target) bool { return len(t.row.Candidate.Tags) > 0 }},
			option{"email", "an e-mail address", func(t *target) bool { return t.row.Candidate.Email != "" }},
			option{"loc", "a place", func(t *target) bool { return t.row.Candidate.Location != "" }}),
		choice("same", "other applications of theirs",
			option{"maybe", "there may be one", func(t *target) bool { return len(t.row.Candidate.Bound(model.MaybeSame)) > 0 }},
			option{"joined", "one is joined to it", func(t *target) bool { return len(t.row.Candidate.Bound(model.Holds)) > 0 }}),
		orders(),
	}
}

// named is the field of that name.
func named(name string) (Field, bool) {
	for _, f := range Fields() {
		if strings.EqualFold(f.Name, name) {
			return f, true
		}
	}
	return Field{}, false
}

// field reads a part that is name:value, or name:value,value where any of them will do.
func (p *parser) field(x part) (test, error) {
	f, ok := named(x.name)
	if !ok {
		var names []string
		for _, f := range Fields() {
			names = append(names, f.Name)
		}
		accepted := `quote it to look for it: "` + strings.ReplaceAll(x.text, `"`, "") + `"`
		if near := meant(x.name, names); near != "" {
			accepted = near + " Else " + accepted
		} else {
			accepted = "one of " + strings.Join(names, ", ") + "; else " + accepted
		}
		return nil, mistake(x.from, x.from+len(x.name), x.name, "is no field", accepted)
	}
	p.asked, p.who = nil, nil
	var any test
	for _, v := range x.values {
		if strings.TrimSpace(v.text) == "" {
			return nil, mistake(x.from, x.to, f.Name, "has no value", f.Accepts)
		}
		t, err := f.read(p, v)
		if err != nil {
			return nil, err
		}
		if t == nil {
			var values []string
			if f.offers != nil {
				for _, o := range f.offers(p.in, v) {
					values = append(values, o.text)
				}
			}
			return nil, mistake(v.from, v.to, v.text, "is no value for "+f.Name, before(meant(v.text, values), f.Accepts))
		}
		any = either(any, t)
	}
	return any, nil
}

// option is a value of a field that takes one of a few.
type option struct {
	name, does string
	test       test
}

// choice is a field whose value is one of a few words.
func choice(name, asks string, options ...option) Field {
	var names []string
	var offers []offer
	for _, o := range options {
		names = append(names, o.name)
		offers = append(offers, offer{text: o.name, does: o.does})
	}
	return Field{name, asks, "one of " + strings.Join(names, ", "),
		func(_ *parser, v piece) (test, error) {
			said := bare(v.text)
			for _, o := range options {
				if said == o.name || said == "onhold" && o.name == "hold" {
					return o.test, nil
				}
			}
			return nil, nil
		},
		func(Scope, piece) []offer { return offers }}
}

// bare is a word of a few as it is told apart: "Strong yes" and "strong-yes" are "strongyes".
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// words is a field whose value is looked for in words of the candidate: at the beginning of words, or quoted as whole words. In is
// asked whether any of them is it.
func words(name, asks string, known func(Scope) []string, in func(c *model.Candidate, is func(string) bool) bool) Field {
	return Field{name, asks, "words of it; in quotes whole words",
		func(_ *parser, v piece) (test, error) {
			pattern := search.Said{Text: v.text, Whole: v.quoted}.Pattern()
			if pattern.Empty() {
				return nil, nil
			}
			return func(t *target) bool { return in(&t.row.Candidate, pattern.InString) }, nil
		},
		func(in Scope, _ piece) []offer {
			var offers []offer
			for _, s := range known(in) {
				offers = append(offers, offer{text: quote(s)})
			}
			return offers
		}}
}

func stage(s model.Stage) test {
	return func(t *target) bool { return t.row.Candidate.Decision.Stage == s }
}

func mine(p model.Progress) test { return func(t *target) bool { return t.row.Mine == p } }

func opened(t *target) bool { return t.row.Opened }

func has(k model.DocumentKind) test {
	return func(t *target) bool {
		return slices.ContainsFunc(t.row.Candidate.Documents, func(d model.Document) bool { return d.Kind == k })
	}
}

// known counts the cells of which something is known.
func known(r *model.Row) int {
	n := 0
	for _, c := range r.Cells {
		if c.Value.Known() {
			n++
		}
	}
	return n
}

// The tests of how much of the strip is rated.
func ratedNone(t *target) bool { return known(t.row) == 0 }
func ratedAll(t *target) bool  { return known(t.row) == len(t.row.Cells) && len(t.row.Cells) > 0 }
func ratedSome(t *target) bool { return !ratedNone(t) && !ratedAll(t) }

func behind(t *target) bool {
	return slices.ContainsFunc(t.row.Cells, func(c model.Cell) bool { return c.Behind })
}
