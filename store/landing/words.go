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
	if o.Result == store.ResultRefused {
		return o.Why
	}
	if news := o.News(); news != "" {
		parts = append(parts, news)
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

// News is what came in of somebody known; "" of anybody else.
func (o Outcome) News() string {
	if o.Result != store.ResultUpdated {
		return ""
	}
	of := map[model.DocumentKind]bool{}
	for _, k := range o.Fresh {
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
