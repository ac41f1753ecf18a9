package evidence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
)

// labelled is what readers pointed at: resumes, and the lines of each for each requirement of the sample role, in its order.
type labelled struct {
	Requirements []struct{ ID string }
	Resumes      []struct {
		Extracted string
		Pairs     []struct {
			Req      string
			Evidence []pointed
		}
	}
}

// pointed is lines, from 1, that a reader pointed at together.
type pointed struct {
	Lines    []int
	Strength string
}

// measure counts how what is found agrees with what readers pointed at.
type measure struct {
	pairs, hit, want, got, returned, right, empty, silent float64
}

// shown is how many statements of a pair are looked at, and first how many of those somebody sees at once.
const shown, first = 5, 3

// pair adds one requirement of one resume: the lines found, strongest first, and the lines pointed at.
func (m *measure) pair(found []Found, items []pointed) {
	found = found[:min(len(found), shown)]
	place := map[int]int{} // of a line from 1, from 1
	for i, f := range found {
		if place[f.Line+1] == 0 {
			place[f.Line+1] = i + 1
		}
	}
	named := map[int]bool{}
	direct, reached, best := 0.0, 0.0, 0
	for _, item := range items {
		at := 0
		for _, line := range item.Lines {
			named[line] = true
			if p := place[line]; p > 0 && (at == 0 || p < at) {
				at = p
			}
		}
		if item.Strength != "direct" {
			continue
		}
		direct++
		if at > 0 {
			reached++
			if best == 0 || at < best {
				best = at
			}
		}
	}
	if direct > 0 {
		m.pairs++
		m.want, m.got = m.want+min(shown, direct), m.got+min(shown, reached)
		if best > 0 && best <= first {
			m.hit++
		}
	}
	if len(named) == 0 {
		m.empty++
		if len(found) == 0 {
			m.silent++
		}
	}
	for _, f := range found {
		m.returned++
		if named[f.Line] || named[f.Line+1] || named[f.Line+2] {
			m.right++
		}
	}
}

// BenchmarkAgreement prints how far what is found agrees with what readers pointed at, in CANDID_CORPUS: of the requirements with
// direct evidence those with some among the three strongest (hit@3), of the direct evidence what is among the five strongest
// (recall@5), of the five strongest those that a reader points at, give or take a line (precision), and of the requirements with no
// evidence those for which nothing is found (silence).
func BenchmarkAgreement(b *testing.B) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		b.Skip("CANDID_CORPUS is not set")
	}
	data, err := os.ReadFile(filepath.Join(corpus, "gold", "evidence_gold.json"))
	if err != nil {
		b.Skip(err)
	}
	var gold labelled
	if err := json.Unmarshal(data, &gold); err != nil {
		b.Fatal(err)
	}
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		b.Fatal(err)
	}
	asked := sample.Role.Checklist.Application()
	if len(asked) != len(gold.Requirements) {
		b.Fatalf("%d requirements are asked for and %d labelled", len(asked), len(gold.Requirements))
	}
	ids := map[string]model.RequirementID{}
	for i, q := range gold.Requirements {
		ids[q.ID] = asked[i].ID
	}
	texts := make([][]string, len(gold.Resumes))
	for i, r := range gold.Resumes {
		text, err := os.ReadFile(filepath.Join(corpus, "gold", "evidence_text", filepath.Base(r.Extracted)))
		if err != nil {
			b.Fatal(err)
		}
		texts[i] = strings.Split(string(text), "\n")
	}
	f := NewFinder(sample.Role)
	var m measure
	for b.Loop() {
		m = measure{}
		for i, r := range gold.Resumes {
			found := f.Find(sent, texts[i]).Found
			items := map[model.RequirementID][]pointed{}
			for _, p := range r.Pairs {
				items[ids[p.Req]] = p.Evidence
			}
			for _, q := range asked {
				m.pair(found[q.ID], items[q.ID])
			}
		}
	}
	b.ReportMetric(m.hit/m.pairs, "hit@3")
	b.ReportMetric(m.got/m.want, "recall@5")
	b.ReportMetric(m.right/m.returned, "precision")
	b.ReportMetric(m.silent/m.empty, "silence")
	b.ReportMetric(m.pairs, "pairs")
}

func TestMeasure(t *testing.T) {
	at := func(lines ...int) (found []Found) {
		for _, line := range lines {
			found = append(found, Found{Line: line - 1})
		}
		return found
	}
	items := []pointed{{[]int{3, 4}, "direct"}, {[]int{9}, "direct"}, {[]int{20}, "partial"}}
	var m measure
	m.pair(at(7, 1, 10, 4), items)
	m.pair(nil, nil)
	m.pair(at(1), nil)
	if want := (measure{pairs: 1, hit: 0, want: 2, got: 1, returned: 5, right: 2, empty: 2, silent: 1}); m != want {
		t.Errorf("%+v, want %+v", m, want)
	}
}
