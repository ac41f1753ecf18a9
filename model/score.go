package model

import "math"

// Score is what the ratings of a candidate come to. Requirements of which nothing is known yet count as 0 for the low bound
// and as 1 for the high one.
type Score struct {
	Low, High float64         // 0 to 100; 80 means: meets everything
	Rated     bool            // whether anything is known at all; without it the bounds say nothing
	NotMet    []RequirementID // gated requirements that more than half of the ratings call lacking, in strip order
	Disputed  []RequirementID // gated requirements that some of the ratings call lacking
	Spread    int             // the largest difference between two reviewers on one requirement, 0 to 3
}

// Score computes the score from reviews, which are those that the viewer may see. With M the mean worth of the must-haves
// weighted by their weights, and N that of the nice-to-haves, it is 100 × (share × M + (1 − share) × N); with requirements of
// one kind only, that kind alone. A requirement's worth is the mean over its known, up-to-date ratings.
func (r Role) Score(reviews []Review) Score {
	s, _ := r.judge(reviews)
	return s
}

// judge is the score, and the strip's cells.
func (r Role) judge(reviews []Review) (s Score, cells []Cell) {
	var low, high, weight [2]float64 // by priority
	cells = make([]Cell, 0, len(r.Checklist.Requirements))
	for q := range r.Checklist.strip {
		t := tally(q, reviews)
		lo, hi := 0.0, 1.0
		if t.known > 0 {
			lo = t.worth / float64(t.known)
			hi = lo
			s.Rated = true
		}
		low[q.Priority] += q.Weight * lo
		high[q.Priority] += q.Weight * hi
		weight[q.Priority] += q.Weight
		s.Spread = max(s.Spread, t.spread())
		if q.Gate && t.lacks > 0 {
			if 2*t.lacks > t.rated {
				s.NotMet = append(s.NotMet, q.ID)
			} else {
				s.Disputed = append(s.Disputed, q.ID)
			}
		}
		cells = append(cells, t.cell())
	}
	for p, share := range r.shares(weight) {
		if weight[p] > 0 {
			s.Low += 100 * share * low[p] / weight[p]
			s.High += 100 * share * high[p] / weight[p]
		}
	}
	s.Low, s.High = points(s.Low), points(s.High)
	return s, cells
}

// shares is what each priority is of the score, given the sums of their weights.
func (r Role) shares(weight [2]float64) [2]float64 {
	switch {
	case weight[Nice] == 0:
		return [2]float64{Must: 1}
	case weight[Must] == 0:
		return [2]float64{Nice: 1}
	default:
		return [2]float64{Must: r.MustShare, Nice: 1 - r.MustShare}
	}
}

// Step is the most that one rating, moved by one step, can move a score, in points.
func (r Role) Step() float64 {
	var weight, most [2]float64 // by priority
	for q := range r.Checklist.strip {
		weight[q.Priority] += q.Weight
		most[q.Priority] = max(most[q.Priority], q.Weight)
	}
	step := 0.0
	for p, share := range r.shares(weight) {
		if weight[p] > 0 {
			step = max(step, 100*share*most[p]/weight[p]*(Some.worth()-Lacks.worth()))
		}
	}
	return step
}

// Cell is what the strip shows of one requirement.
type Cell struct {
	Value    Value // the lower median of the known ratings; NotShown or Open where none is known
	Behind   bool  // nothing but ratings from before the requirement's change
	Disagree bool  // two reviewers differ by two or more
}

// Rune is the cell in one glyph.
func (c Cell) Rune() rune {
	switch {
	case c.Disagree:
		return '!'
	case c.Behind:
		return '~'
	default:
		return c.Value.Digit()
	}
}

// Cell is the requirement's cell over reviews, which are those that the viewer may see.
func (q Requirement) Cell(reviews []Review) Cell {
	t := tally(&q, reviews)
	return t.cell()
}

func (t *counts) cell() Cell {
	c := Cell{Disagree: t.spread() >= 2}
	switch {
	case t.known > 0:
		left := (t.known + 1) / 2
		for v := Lacks; v <= Exceeds; v++ {
			if left -= t.count[v]; left <= 0 {
				c.Value = v
				break
			}
		}
	case t.rated > 0:
		c.Value = NotShown
	case t.behind > 0:
		c.Behind = true
	}
	return c
}

// counts is how often a requirement was rated what.
type counts struct {
	count  [Exceeds + 1]int
	rated  int // up-to-date ratings, 0 included
	known  int // those of 1 to 4
	lacks  int
	behind int
	worth  float64 // the sum over known
}

func tally(q *Requirement, reviews []Review) counts {
	var t counts
	for i := range reviews {
		ratings := reviews[i].Ratings
		at, ok := findRating(ratings, q.ID)
		if !ok {
			continue
		}
		switch x := &ratings[at]; {
		case x.Value == Open:
			continue
		case behind(x, q):
			t.behind++
		default:
			t.rated++
			t.count[x.Value]++
			if x.Value.Known() {
				t.known++
			}
		}
	}
	t.lacks = t.count[Lacks]
	// Summed by value, not by review: the order of the reviews must not show in the last bit.
	for v := Lacks; v <= Exceeds; v++ {
		t.worth += float64(t.count[v]) * v.worth()
	}
	return t
}

func (t *counts) spread() int {
	least, most := Open, Open
	for v := Lacks; v <= Exceeds; v++ {
		if t.count[v] > 0 {
			if least == Open {
				least = v
			}
			most = v
		}
	}
	return int(most - least)
}

// points rounds away what floating point adds, so that equal scores compare equal.
func points(x float64) float64 { return math.Round(x*1e6) / 1e6 }
