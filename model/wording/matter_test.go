package wording

import (
	"testing"

	"candid/model"
)

func TestMatter(t *testing.T) {
	tests := []struct {
		text string
		want matter
	}{
		{"5+ years of backend work", experience},
		{"mindestens 3 Jahre Berufserfahrung", experience},
		{"3 ans d'expérience en cuisine", experience},
		{"Must be 18 years of age or older", condition},
		{"A degree in Law, and around 5 years of practice", credential},
		{"Valid nursing licence", credential},
		{"Führerschein Klasse B", credential},
		{"普通自動車免許", credential},
		{"Right to work in Norway", condition},
		{"Able to lift 20 kg", condition},
		{"Disponibilidad para viajar", condition},
		{"Fluent Portuguese", language},
		{"Sehr gute Deutschkenntnisse", language},
		{"Excellent attention to detail", quality},
		{"Esprit d'équipe", quality},
		{"Infection control on a ward", practice},
		{"Experience with K8s", technology},
		{"Experience with Kettle.js", technology},
		{"Proficiency in MS Excel", tool},
		{"Experience with planning software such as Kettle", tool},
		{"Knowledge of payroll law", knowledge},
		{"Has run a kitchen of ten", deed},
		{"Go the extra mile", deed},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if got := matterOf(tt.text, label(tt.text, nil)); got != tt.want {
				t.Errorf("got %d %q, want %d %q", got, proposed[got][2], tt.want, proposed[tt.want][2])
			}
		})
	}
}

func TestJudgedFrom(t *testing.T) {
	for _, text := range []string{
		"Excellent communication skills.", "You are a team player", "A great sense of humour", "Positive attitude", "Empathy and patience", "Strong interpersonal skills",
		"Ability to work well as a team member", "Bonne communication orale", "Esprit d'équipe", "Teamfähigkeit", "Sicheres und freundliches Auftreten", "Trabajo en equipo",
		"Boa comunicação", "高いコミュニケーション能力", "コミュニケーション能力をお持ちの方",
	} {
		if q := Propose(text, model.Must, nil); q.From != model.FromInterview || q.Gate {
			t.Errorf("%q is judged from the %v, gate %v", text, q.From, q.Gate)
		}
	}
	for _, text := range []string{
		"Excellent written communication", "Excellent communication in English", "Communication, ownership, and a bias for action", "Stakeholder communication and management",
		"Leadership", "Led a team", "Empathy maps and user research", "Team lead for two years", "Respect for the craft", "Fluent English", "", "Python", "コミュニケーションアプリの開発経験",
	} {
		if q := Propose(text, model.Must, nil); q.From != model.FromApplication || !q.Gate {
			t.Errorf("%q is judged from the %v, gate %v", text, q.From, q.Gate)
		}
	}
}
