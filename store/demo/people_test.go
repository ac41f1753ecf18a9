package demo

import (
	"os"
	"strings"
	"testing"

	"candid/model"
	"candid/model/evidence"
	"candid/model/posting"
	"candid/store/intake"
)

// names are how intake must read who the applicants are.
var names = map[string]string{
	"amara-okafor":            "Amara Okafor",
	"ifeoma-nwosu-clarke":     "Ifeoma Nwosu-Clarke",
	"linus-bergstrom":         "Linus Bergström",
	"dmitri-sokolov":          "Dmitri Sokolov",
	"ana-sofia-ibanez":        "Ana Sofía Ibáñez",
	"junho-kim":               "Jun-ho Kim 김준호",
	"priya-raghunathan":       "Priya Raghunathan",
	"tomas-herrera":           "Tomás Herrera",
	"wanjiru-kamau":           "Wanjiru Kamau",
	"olivier-dufresne":        "Olivier Dufresne",
	"mei-ling-chen":           "Mei-Ling Chen 陈美玲",
	"rob-mcallister":          "Rob McAllister",
	"misaki-sato":             "佐藤 美咲 (Misaki Sato)",
	"sabine-oeztuerk-krueger": "Sabine Öztürk-Krüger",
	"sebnem-yildiz":           "Şebnem Yıldız",
	"layla-haddad":            "Layla Haddad ليلى حداد",
	"nikos-papadakis":         "Νίκος Παπαδάκης",
	"elena-kravtsova":         "Елена Кравцова (Elena Kravtsova)",
	"kwabena-asante-mensah":   "Kwabena Asante-Mensah",
	"ananya-deshpande":        "Ananya Deshpande",
	"marcus-whitfield":        "Marcus Whitfield",
	"thao-nguyen":             "Nguyễn Thị Thanh Thảo",
	"maddie-tran":             "Maddie Tran",
	"gareth-llewellyn":        "Gareth Llewellyn",
}

// The documents that are no text are read by children, which are this program.
func TestMain(m *testing.M) {
	if code, is := intake.Served(os.Args[1:]); is {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

func mustRead(t testing.TB) map[string]model.Application {
	t.Helper()
	sent := map[string]model.Application{}
	err := readAll(t.Context(), people, func(p person, a model.Application) error {
		sent[p.slug] = a
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sent
}

func TestApplicationsAreReadAsMeant(t *testing.T) {
	sent := mustRead(t)
	if len(files) != 24 || len(people) != 24 || len(names) != 24 {
		t.Errorf("%d applications, %d people, %d names; want 24 of each", len(files), len(people), len(names))
	}
	for _, p := range people {
		a := sent[p.slug]
		c := a.Candidate
		if c.Name != names[p.slug] {
			t.Errorf("%s: read as %q, want %q", p.slug, c.Name, names[p.slug])
		}
		if !strings.HasSuffix(c.Email, "@example.org") && !strings.HasSuffix(c.Email, "@example.com") {
			t.Errorf("%s: mail address %q", p.slug, c.Email)
		}
		if !strings.Contains(strings.Map(digits, c.Phone), "555") {
			t.Errorf("%s: phone %q", p.slug, c.Phone)
		}
		if a.Documents[0].Document.Kind != model.Resume {
			t.Errorf("%s: begins with a %v", p.slug, a.Documents[0].Document.Kind)
		}
	}
}

func digits(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

func TestApplicationsAreOfEveryKindAndFormat(t *testing.T) {
	kinds, formats := map[model.DocumentKind]int{}, map[string]int{}
	for _, a := range mustRead(t) {
		for _, d := range a.Documents {
			kinds[d.Document.Kind]++
			formats[d.Document.Format]++
		}
		if answered := len(a.Candidate.Answers); hasKind(a, model.Answers) != (answered > 0) {
			t.Errorf("%s: %d answers", a.Candidate.Name, answered)
		}
	}
	for kind, least := range map[model.DocumentKind]int{model.Resume: 24, model.CoverLetter: 12, model.Answers: 10} {
		if kinds[kind] < least {
			t.Errorf("%d of kind %v, want at least %d", kinds[kind], kind, least)
		}
	}
	for format, least := range map[string]int{"text": 10, "markdown": 6, "json": 3} {
		if formats[format] < least {
			t.Errorf("%d in the format %s, want at least %d", formats[format], format, least)
		}
	}
}

func hasKind(a model.Application, kind model.DocumentKind) bool {
	for _, d := range a.Documents {
		if d.Document.Kind == kind {
			return true
		}
	}
	return false
}

func TestDocumentsAreShort(t *testing.T) {
	for slug, a := range mustRead(t) {
		for _, d := range a.Documents {
			if d.Document.Size > 50_000 {
				t.Errorf("%s: %s has %d bytes", slug, d.Document.Name, d.Document.Size)
			}
		}
	}
}

func TestApplicationsSpeakToTheRole(t *testing.T) {
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		t.Fatal(err)
	}
	for slug, a := range mustRead(t) {
		met := map[model.RequirementID]bool{}
		for _, d := range a.Documents {
			for id, found := range evidence.NewFinder(sample.Role).Find(d.Document, strings.Split(d.Text, "\n")).Found {
				met[id] = met[id] || len(found) > 0
			}
		}
		switch wrongJob := slug == "gareth-llewellyn"; {
		case wrongJob && len(met) > 1:
			t.Errorf("%s applied for another job, and speaks to %v", slug, met)
		case !wrongJob && len(met) < 4:
			t.Errorf("%s speaks to %v only", slug, met)
		}
	}
}
