package detail

import (
	"strings"
	"testing"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// answered is the screen after a key whose intents were carried out on my review.
func answered(t *testing.T, m Model, p *intent.Person, key string) (Model, string) {
	t.Helper()
	m, want := send(m, screentest.Key(key))
	mine, said := p.Record.Review(me), ""
	all, _ := want.(intent.All)
	for _, one := range append(all, want) {
		var f model.Facet
		var after model.State
		var id model.RequirementID
		switch w := one.(type) {
		case intent.Say:
			said = w.Text
			continue
		case intent.Dismiss:
			f, id, after = model.FacetDismissed, w.Requirement, model.State{Quotes: w.Quotes}
		case intent.Quote:
			f, id, after = model.FacetQuotes, w.Requirement, model.State{Quotes: w.Quotes}
		default:
			continue
		}
		next, err := p.Record.Apply(p.Role, p.Record.Change(me, model.At(now), f, id, after))
		if err != nil {
			t.Fatal(err)
		}
		p.Record, mine = next, next.Review(me)
	}
	p.Readings, p.Fresh = as(mine), false
	m, _ = send(m, *p)
	return m, said
}

// d takes away the strongest statement on proof, the one that one stands on in a document; D brings back.
func TestTakingAway(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		away int // how many times d
		said string
		sees string
	}{
		"on proof the strongest":        {[]string{"g"}, 1, "taken away: Eight years of keeping", "1 Years operating"},
		"on proof what I quoted":        {[]string{"K"}, 1, "unquoted: Rewrote the ledger service", "▌ 2 Rust and async              3  Rewrote"},
		"in a document":                 {[]string{"tab"}, 1, "taken away: gRPC and REST APIs", "No line left: you took 1 away, D brings"},
		"the last of a document":        {[]string{"g", "tab", "tab"}, 1, "taken away: Eight years of keeping", "[Resume]"},
		"all of it":                     {nil, 1, "taken away: gRPC and REST APIs", "No line left: you took 1 away, D brings it back."},
		"all of it, over the documents": {[]string{"J", "J", "J", "J", "J"}, 2, "taken away: ", "No line left: you took 2 away, D brings them back."},
		"nothing is there":              {[]string{"G", "K"}, 1, "no line here to take away", "No line found."},
	} {
		t.Run(name, func(t *testing.T) {
			p := person()
			m, said := at(t, p, c.keys...), ""
			before := m.proofs[m.at].lines
			for range c.away {
				m, said = answered(t, m, &p, "d")
			}
			words := strings.Join(strings.Fields(strings.ReplaceAll(view(m), "│", " ")), " ")
			if !strings.HasPrefix(said, c.said) || !strings.Contains(words, strings.Join(strings.Fields(c.sees), " ")) {
				t.Errorf("says %q, not %q, and shows\n%s", said, c.said, view(m))
			}
			if m, _ = answered(t, m, &p, "D"); m.proofs[m.at].lines != before || len(p.Record.Review(me).Dismissed) != 0 {
				t.Errorf("%d lines after D, want %d", m.proofs[m.at].lines, before)
			}
		})
	}
}

// e goes on in the next document, E in the one before, around the ends.
func TestEvidenceOverDocuments(t *testing.T) {
	m := at(t, person(), "K", "tab")
	var seen []string
	for range 5 {
		d, _ := m.document()
		p, _ := m.page()
		line, _ := p.At()
		seen = append(seen, d.Kind.String()+" "+string(rune('a'+line)))
		m = press(m, "e")
	}
	if got := strings.Join(seen, ", "); got != "resume e, resume k, resume o, answers b, resume e" {
		t.Errorf("e goes to %s", got)
	}
	back := press(at(t, person(), "K", "tab"), "E")
	if d, _ := back.document(); d.Kind != model.Answers || !strings.Contains(view(back), "evidence 4 of 4") {
		t.Errorf("E goes to the %v:\n%s", d.Kind, view(back))
	}
	if v := view(press(at(t, person(), "G", "K", "tab"), "e")); !strings.Contains(v, "[Resume]") {
		t.Errorf("without evidence e leaves the document:\n%s", v)
	}
}

// Nothing that the program shows of a statement tells how strong it is.
func TestStrengthIsNotShown(t *testing.T) {
	for _, keys := range [][]string{nil, {"tab"}, {"K"}, {"K", "tab"}} {
		p := person()
		before := view(at(t, p, keys...))
		for i := range p.Readings {
			for id, all := range p.Readings[i].Found {
				weaker := make([]evidence.Found, len(all))
				for n, f := range all {
					f.Strength /= 3
					weaker[n] = f
				}
				p.Readings[i].Found[id] = weaker
			}
		}
		if after := view(at(t, p, keys...)); after != before {
			t.Errorf("after %q the strength shows:\n%s", keys, after)
		}
	}
}
