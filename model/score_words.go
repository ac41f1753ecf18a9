package model

import (
	"math"
	"strconv"
	"strings"
)

// Points is the bounds as people read, filter and export them in words: whole numbers, half a point rounded up.
func (s Score) Points() (low, high int) { return int(math.Round(s.Low)), int(math.Round(s.High)) }

// Words is the score as people read it: a range while something is open, "83–91"; one number when both bounds round to it; a
// dash when nothing is rated. dash is the sign that stands for both.
func (s Score) Words(dash string) string {
	low, high := s.Points()
	switch {
	case !s.Rated:
		return dash
	case low == high:
		return strconv.Itoa(low)
	default:
		return strconv.Itoa(low) + dash + strconv.Itoa(high)
	}
}

// Gate is the state of the gates, and the requirements that it is about: "not met", or where all are met "disputed"; "" and
// none when all is well.
func (s Score) Gate() (string, []RequirementID) {
	switch {
	case len(s.NotMet) > 0:
		return "not met", s.NotMet
	case len(s.Disputed) > 0:
		return "disputed", s.Disputed
	default:
		return "", nil
	}
}

// GateWords is the state of the score's gates: "must 3 5, nice 1 not met", "must 2 disputed"; "" when all is well.
func (c Checklist) GateWords(s Score) string {
	state, ids := s.Gate()
	return strings.TrimSpace(c.Numbers(ids) + " " + state)
}

// Numbers names requirements by their numbers: "must 3 5, nice 1". Ids that are not on the list are left out.
func (c Checklist) Numbers(ids []RequirementID) string {
	var of [Nice + 1]string
	for _, id := range ids {
		if q, ok := c.Requirement(id); ok {
			of[q.Priority] += " " + strconv.Itoa(c.Number(id))
		}
	}
	var kinds []string
	for p, numbers := range of {
		if numbers != "" {
			kinds = append(kinds, Priority(p).String()+numbers)
		}
	}
	return strings.Join(kinds, ", ")
}
