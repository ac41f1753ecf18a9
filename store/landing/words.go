package landing

import (
	"strings"

	"candid/model"
	"candid/store"
)

// Words is what there is to say of an outcome beside its result and the candidate's name: why it was refused, what of somebody known is
// new, whom they may be the same as. It is "" where there is nothing to say.
func (o Outcome) Words() string {
	var parts []string
	switch o.Result {
	case store.ResultRefused:
		return o.Why
	case store.ResultUpdated:
		parts = append(parts, news(o.Fresh))
	}
	for _, a := range o.Alike {
		name := a.Name
		if name == "" {
			name = "somebody without a name"
		}
		parts = append(parts, "maybe the same as "+name+" ("+a.Traits.Words()+")")
	}
	return strings.Join(parts, "; ")
}

// news is what came in of somebody known.
func news(fresh []model.DocumentKind) string {
	of := map[model.DocumentKind]bool{}
	for _, k := range fresh {
		of[k] = true
	}
	var parts []string
	for _, k := range []model.DocumentKind{model.Resume, model.CoverLetter, model.Answers, model.OtherDocument} {
		switch {
		case !of[k]:
		case k == model.Resume:
			parts = append(parts, "a newer resume")
		case k == model.Answers:
			parts = append(parts, "new answers")
		default:
			parts = append(parts, "a new "+k.String())
		}
	}
	if len(parts) == 0 {
		return "more about them"
	}
	return strings.Join(parts, ", ")
}
