package evidence

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
)

// What a requirement's text is read to ask for: its parts of any weight to speak of, in their order. What stands in brackets is read with
// the noun before them.
func TestParts(t *testing.T) {
	cases := []struct{ name, text, parts string }{
		{"a name", "Kubernetes", "Kubernetes"},
		{"another name", "k8s in production", "Kubernetes"},
		{"alternatives with a slash", "AWS/GCP/Azure", "AWS, GCP, Azure"},
		{"alternatives with or", "Kafka or RabbitMQ", "Kafka, RabbitMQ"},
		{"examples", "Relational databases such as PostgreSQL, MySQL", "relational database, PostgreSQL, MySQL"},
		{"a phrase does not run over a comma", "containers, orchestration", "containers, orchestration"},
		{"a name with a slash is one", "CI/CD", "CI/CD"},
		{"kinds of the noun before the brackets", "Testing (unit, integration)", "testing, unit testing, integration testing"},
		{"kinds that the vocabulary has no name for", "Testing (lunar)", "testing, lunar testing"},
		{"names in brackets are read alone", "Databases (PostgreSQL, Redis)", "database, PostgreSQL, Redis"},
		{"hyphens", "event-driven systems", "event-driven"},
		{"what is written like a name", "Knowledge of Fooflux and xBar2", "Fooflux, xBar2"},
		{"plain words", "Beekeeping with hives", "Beekeeping, hives"},
		{"years are no part", "5+ years of Rust", "Rust"},
		{"qualities", "Ownership and mentoring", "ownership, mentoring"},
		{"what asks for nothing", "Strong experience and a proven track record", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range known().read(c.text) {
				if p.weight > weightCommon {
					got = append(got, p.name)
				}
			}
			if s := strings.Join(got, ", "); s != c.parts {
				t.Errorf("%q asks for %q, want %q", c.text, s, c.parts)
			}
		})
	}
}

// What parts are asked of weighs them down: without that, they are not what is meant.
func TestPartsOfASubject(t *testing.T) {
	weights := func(text string) map[string]float64 {
		m := map[string]float64{}
		for _, p := range known().read(text) {
			m[p.name] = p.weight
		}
		return m
	}
	deep := weights("Deep Rust experience with caching (Tokio)")
	if deep["Rust"] != weightThing || deep["Tokio"] != weightThing || deep["caching"] != weightThing*ofSubject {
		t.Errorf("%v", deep)
	}
	its := weights("Rust and its caching; Terraform")
	if its["caching"] != weightThing*ofSubject || its["Terraform"] != weightThing {
		t.Errorf("%v", its)
	}
}

// A requirement that begins with a language is about it: where the document shows nothing of the language, one other thing says nothing.
func TestALanguageIsWhatTheRestIsAskedOf(t *testing.T) {
	c := asking("Fluency with Rust; concurrency and profiling")
	without := find(c, below("• Profiling of ten services"))
	with := find(c, below("• Profiling of ten services", "• A parser in Rust"))
	both := find(c, below("• Profiling of the concurrency of ten services"))
	if len(without[1]) != 0 || len(with[1]) != 2 || len(both[1]) != 1 {
		t.Errorf("%v\n%v\n%v", without[1], with[1], both[1])
	}
}

// Terms that a reviewer gives a requirement count like names, and say so.
func TestOwnTerms(t *testing.T) {
	c := asking("Rust")
	c.Requirements[0].Terms = "mercury switch, Ferris!"
	found := find(c, below("• Soldered mercury switches by hand", "• Drew ferris wheels", "• Painted Ferris the crab"))[1]
	var got []string
	for _, f := range found {
		for _, term := range f.Terms {
			got = append(got, term.Text+">"+term.Why)
		}
	}
	if want := []string{"mercury switches>your term", "Ferris>your term"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Other languages and other fields have fewer words here, and rare words of the requirement still point.
func TestOtherLanguagesAndFields(t *testing.T) {
	cases := []struct{ name, asks, line string }{
		{"German", "Mehrjährige Erfahrung in der Wundversorgung", "• Wundversorgung auf einer Station mit dreißig Betten"},
		{"French", "Maîtrise de la consolidation des comptes", "• Consolidation des comptes de douze filiales"},
		{"Spanish", "Experiencia en soldadura de tuberías", "• Soldadura de tuberías a presión en obra"},
		{"Chinese", "熟悉供应链管理", "• 负责华东地区的供应链管理"},
		{"nursing", "Care of ventilated patients", "• Cared for ventilated patients on a ward of twelve"},
		{"accounting", "Month-end close and reconciliations", "• Ran the month-end close of four companies"},
		{"teaching", "Teaching phonics to early readers", "• Taught phonics to thirty early readers"},
		{"law", "Drafting of share purchase agreements", "• Drafted share purchase agreements for two buyers"},
	}
	other := "• Grew tomatoes on the balcony"
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			lines := below(other, c.line, other)
			found := find(asking(c.asks), lines)[1]
			if len(found) != 1 || found[0].Text != c.line {
				t.Errorf("%v", found)
			}
		})
	}
}

// The posting's own words pasted back are no evidence, whatever their case and punctuation; what stands beside them is.
func TestPastedWords(t *testing.T) {
	role := model.Role{Posting: "You will run Kubernetes clusters in three regions and keep them well fed.", Checklist: asking("Kubernetes", "Operates Terraform at the level of a whole company with care")}
	f := NewFinder(role)
	cases := []struct {
		name, line string
		found      int
	}{
		{"the whole line", "• run Kubernetes clusters in three regions and keep them well fed", 0},
		{"with other signs", "• RUN KUBERNETES CLUSTERS — in three regions, and keep them well fed", 0},
		{"seven words", "• run Kubernetes clusters in three regions and so on", 1},
		{"others beside them", "• run Kubernetes clusters in three regions and keep them well fed, as I did with k8s at home", 1},
		{"the requirement's words", "• operates Terraform at the level of a whole company with care", 0},
		{"words of its own", "• Ran Kubernetes for four years", 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			all := f.Find(sent, below(c.line)).Found
			if n := len(all[1]) + len(all[2]); n != c.found {
				t.Errorf("%d statements, want %d: %v", n, c.found, all)
			}
		})
	}
	chinese := NewFinder(model.Role{Posting: "我们希望你熟悉分布式系统并负责供应链管理平台的开发", Checklist: asking("分布式系统")})
	if found := chinese.Find(sent, below("• 熟悉分布式系统并负责供应链管理平台的开发")).Found[1]; len(found) != 0 {
		t.Errorf("%v", found)
	}
	if found := chinese.Find(sent, below("• 熟悉分布式系统的人")).Found[1]; len(found) != 1 {
		t.Error("eight characters are no pasted posting")
	}
}

func TestFingerprint(t *testing.T) {
	role := model.Role{Title: "Engineer", Posting: "Come.", Checklist: asking("Rust", "Kubernetes")}
	same := func(change func(r *model.Role)) bool {
		other := role
		other.Checklist.Requirements = slices.Clone(role.Checklist.Requirements)
		change(&other)
		return NewFinder(other).Fingerprint() == NewFinder(role).Fingerprint()
	}
	for name, change := range map[string]func(r *model.Role){
		"nothing": func(r *model.Role) {}, "a label": func(r *model.Role) { r.Checklist.Requirements[0].Label = "x" },
		"a weight": func(r *model.Role) { r.Checklist.Requirements[0].Weight = 3 }, "where": func(r *model.Role) { r.Locations = []string{"Bergen"} },
	} {
		if !same(change) {
			t.Errorf("%s changes the fingerprint", name)
		}
	}
	for name, change := range map[string]func(r *model.Role){
		"a text": func(r *model.Role) { r.Checklist.Requirements[0].Text = "Go" }, "terms": func(r *model.Role) { r.Checklist.Requirements[0].Terms = "Ferris" },
		"the posting": func(r *model.Role) { r.Posting = "Go." }, "the title": func(r *model.Role) { r.Title = "Baker" },
		"a requirement less": func(r *model.Role) { r.Checklist.Requirements = r.Checklist.Requirements[:1] },
	} {
		if same(change) {
			t.Errorf("%s leaves the fingerprint", name)
		}
	}
}
