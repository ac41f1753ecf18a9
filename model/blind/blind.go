// Package blind says what a viewer may see of a candidate. It is the only source for rows, queries, orders and exports.
package blind

import "candid/model"

// View is the record or card as the viewer may see it. Until their own review is submitted, that is nothing made from another
// reviewer's judgement: no review, reason or tag of another. Afterwards it is all that was submitted. Another's draft is
// never shown, nor what another took away of what was found.
func View(viewer model.ID, r model.Record) model.Record {
	sees := r.Review(viewer).Submitted != 0
	seen := r
	seen.Reviews = nil
	for _, x := range r.Reviews {
		if x.Reviewer == viewer || sees && x.Submitted != 0 {
			if x.Reviewer != viewer {
				x.Dismissed = nil
			}
			seen.Reviews = append(seen.Reviews, x)
		}
	}
	if sees {
		return seen
	}
	seen.Candidate.Decision = decision(viewer, r.Candidate.Decision)
	seen.Candidate.Tags = nil
	for _, t := range r.Candidate.Tags {
		if t.By == viewer || t.By.IsZero() {
			seen.Candidate.Tags = append(seen.Candidate.Tags, t)
		}
	}
	return seen
}

// Row is the row of a card as the viewer may see it. How many reviews were submitted is not hidden; what they say is.
func Row(viewer model.ID, role model.Role, card model.Record) model.Row {
	return model.NewRow(role, View(viewer, card), viewer, len(card.Submitted()))
}

// decision is a decision as somebody sees it who may not see the panel: a stage that another gave shows, and neither who gave
// it, nor when, nor why.
func decision(viewer model.ID, d model.Decision) model.Decision {
	if d.By == viewer {
		return d
	}
	return model.Decision{Stage: d.Stage}
}

// History is those of a candidate's changes that the viewer may see, in their order, each with what the viewer may see of it.
// What another reviewer did while their review was a draft is never shown, even when it has been submitted since, and never what
// they took away of what was found.
func History(viewer model.ID, r model.Record, changes []model.Change) []model.Change {
	sees := r.Review(viewer).Submitted != 0
	submitted := map[model.ID]bool{} // whose review was, at this point of the history
	var seen []model.Change
	for _, c := range changes {
		if c.Facet == model.FacetSubmission {
			submitted[c.By] = c.After.Submitted != 0
		}
		switch {
		case c.By == viewer:
			c = Own(viewer, r, c)
		case c.Facet == model.FacetDismissed:
			continue
		case c.Facet == model.FacetDocuments, c.Facet == model.FacetContacts, c.Facet == model.FacetSame:
		case !sees, c.Facet.OfReview() && !(submitted[c.By] && r.Review(c.By).Submitted != 0):
			continue
		}
		seen = append(seen, c)
	}
	return seen
}

// Own is a change that the viewer made to a record, as they may see it. The decision that theirs replaced, and that undoing it
// brings back, may be another's.
func Own(viewer model.ID, r model.Record, c model.Change) model.Change {
	if r.Review(viewer).Submitted == 0 {
		c.Before.Decision, c.After.Decision = decision(viewer, c.Before.Decision), decision(viewer, c.After.Decision)
	}
	return c
}
