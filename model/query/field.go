package query

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"candid/model"
)

// Field is something that can be asked for as name:value.
type Field struct {
	Name    string
	Accepts string // what may stand after the colon, in words
	read    func(value string) test
}

// Fields is the fields, in the order in which help shows them.
func Fields() []Field {
	return []Field{
		choice("stage", map[string]test{"new": stage(model.New), "advanced": stage(model.Advanced), "hold": stage(model.OnHold), "rejected": stage(model.Rejected)},
			"new", "advanced", "hold", "rejected"),
		number("score", func(r model.Row) (int, bool) { low, _ := r.Score.Points(); return low, r.Score.Rated }),
		number("high", func(r model.Row) (int, bool) { _, high := r.Score.Points(); return high, r.Score.Rated }),
		choice("rated", map[string]test{"none": ratedNone, "some": ratedSome, "all": ratedAll}, "none", "some", "all"),
		number("open", func(r model.Row) (int, bool) { return len(r.Cells) - known(r), true }),
		choice("gate", map[string]test{
			"notmet":   func(t *target) bool { return len(t.row.Score.NotMet) > 0 },
			"disputed": func(t *target) bool { return len(t.row.Score.Disputed) > 0 },
		}, "notmet", "disputed"),
		choice("mine", map[string]test{"none": mine(model.NotBegun), "draft": mine(model.Draft), "submitted": mine(model.Submitted)},
			"none", "draft", "submitted"),
		number("spread", func(r model.Row) (int, bool) { return r.Score.Spread, true }),
		choice("behind", map[string]test{"yes": behind, "no": opposite(behind)}, "yes", "no"),
		words("tag", "a tag", func(c model.Candidate) []string {
			var names []string
			for _, tag := range c.Tags {
				names = append(names, tag.Name)
			}
			return names
		}),
		words("from", "a source, such as referral", func(c model.Candidate) []string { return []string{c.Source} }),
		words("loc", "a place", func(c model.Candidate) []string { return []string{c.Location} }),
	}
}

// field reads a part that is name:value, or name:value,value where any of them will do.
func field(x part) (test, error) {
	name, values := x.text[:x.colon], x.text[x.colon+1:]
	fields := Fields()
	i := slices.IndexFunc(fields, func(f Field) bool { return strings.EqualFold(f.Name, name) })
	if i < 0 {
		var names []string
		for _, f := range fields {
			names = append(names, f.Name)
		}
		return nil, mistake(x.from, x.from+x.colon, name, "is no field", `one of: `+strings.Join(names, ", ")+`; or quote it: "`+x.text+`"`)
	}
	var any test
	from := x.from + x.colon + 1
	for value := range strings.SplitSeq(values, ",") {
		t := fields[i].read(strings.TrimSpace(value))
		if t == nil && value == "" {
			return nil, mistake(x.from, x.to, fields[i].Name, "has no value", fields[i].Accepts)
		}
		if t == nil {
			return nil, mistake(from, min(from+len(value), x.to), value, "is no value for "+fields[i].Name, fields[i].Accepts)
		}
		any = either(any, t)
		from += len(value) + 1
	}
	return any, nil
}

// choice is a field whose value is one of a few words.
func choice(name string, tests map[string]test, order ...string) Field {
	return Field{name, "one of: " + strings.Join(order, ", "), func(value string) test { return tests[strings.ToLower(value)] }}
}

// words is a field whose value is looked for in what of gives.
func words(name, accepts string, of func(model.Candidate) []string) Field {
	return Field{name, accepts, func(value string) test {
		said := strings.Join(strings.Fields(model.Fold(value)), " ")
		if said == "" {
			return nil
		}
		return func(t *target) bool {
			return slices.ContainsFunc(of(t.row.Candidate), func(s string) bool { return strings.Contains(model.Fold(s), said) })
		}
	}}
}

// number is a field that is compared with a whole number. A row for which of gives false matches no comparison.
func number(name string, of func(model.Row) (int, bool)) Field {
	return Field{name, "a number, or one of < <= = >= > before it: " + name + ":>=2", func(value string) test {
		sign := value[:len(value)-len(strings.TrimLeft(value, "<=>"))]
		want, err := strconv.ParseFloat(value[len(sign):], 64)
		if err != nil || math.IsNaN(want) || math.IsInf(want, 0) {
			return nil
		}
		holds := map[string]func(x float64) bool{
			"": func(x float64) bool { return x == want }, "=": func(x float64) bool { return x == want },
			"<": func(x float64) bool { return x < want }, "<=": func(x float64) bool { return x <= want },
			">": func(x float64) bool { return x > want }, ">=": func(x float64) bool { return x >= want },
		}[sign]
		if holds == nil {
			return nil
		}
		return func(t *target) bool {
			x, ok := of(t.row)
			return ok && holds(float64(x))
		}
	}}
}

func stage(s model.Stage) test {
	return func(t *target) bool { return t.row.Candidate.Decision.Stage == s }
}

func mine(p model.Progress) test { return func(t *target) bool { return t.row.Mine == p } }

// known counts the cells of which something is known.
func known(r model.Row) int {
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
