package model

import "strconv"

// roleOf makes a role from its strip: a letter a requirement, M must-have with a gate, m without, N nice-to-have, I a must-have for
// the interview. Requirements are numbered from 1 in that order.
func roleOf(strip string) Role {
	r := Role{ID: ID{0xaa}, Title: "Engineer", MustShare: DefaultMustShare, Checklist: Checklist{Version: 1}}
	for i, kind := range strip {
		q := Requirement{ID: RequirementID(i + 1), Weight: 1, Label: "L" + strconv.Itoa(i+1), Text: "text " + strconv.Itoa(i+1), Gate: kind == 'M'}
		switch kind {
		case 'N':
			q.Priority = Nice
		case 'I':
			q.From, q.Gate = FromInterview, true
		}
		r.Checklist.Requirements = append(r.Checklist.Requirements, q)
	}
	return r
}

// reviewsOf makes one submitted review from each string: a digit rates the requirement in its place, · leaves it open, ~ says it was
// rated lacks before the requirement changed, ^ that it was rated exceeds before.
func reviewsOf(ratings ...string) []Review {
	var reviews []Review
	for i, s := range ratings {
		x := Review{Reviewer: ID{byte(i + 1)}, Submitted: 1000, Checklist: 1}
		id := RequirementID(0)
		for _, digit := range s {
			id++
			rating := Rating{Requirement: id}
			switch v, ok := ValueOf(digit); {
			case ok:
				rating.Value = v
			case digit == '~':
				rating.Value, rating.Meaning = Lacks, -1
			case digit == '^':
				rating.Value, rating.Meaning = Exceeds, -1
			default:
				continue
			}
			x.Ratings = append(x.Ratings, rating)
		}
		reviews = append(reviews, x)
	}
	return reviews
}

func strip(role Role, reviews []Review) string {
	var cells []rune
	for _, q := range role.Checklist.Application() {
		cells = append(cells, q.Cell(reviews).Rune())
	}
	return string(cells)
}
