package posting

import "testing"

func TestEmployment(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"field", "# Cook\nType: full time\n", "Full-time"},
		{"field in capitals", "# Cook\nWORK_TYPE: FULL-TIME\n", "Full-time"},
		{"field in French", "# Cook\nTemps de travail : temps partiel\n", "Part-time"},
		{"field in German", "# Cook\nAnstellungsart: Vollzeit, unbefristet\n", "Full-time"},
		{"field in Spanish", "# Cook\nJornada: tiempo completo\n", "Full-time"},
		{"field in Portuguese", "# Cook\nTipo de contrato: estágio\n", "Internship"},
		{"field in Japanese", "# Cook\n雇用形態：正社員\n", "Full-time"},
		{"several kinds", "# Cook\nType: Full-time / Contract\n", ""},
		{"for good and in full", "# Cook\nType: Permanent, full-time\n", "Full-time"},
		{"for good only", "# Cook\nType: Permanent\n", "Permanent"},
		{"an internship in full", "# Cook\nType: full-time internship\n", "Internship"},
		{"header line", "# Cook\nLyon (FR), Kitchen, Full-time, Hybrid\n", "Full-time"},
		{"what it may become", "# Cook\n\nContract to start - full time possible\n", "Contract"},
		{"a line alone", "# Cook\n\n## Details\n\n- Tiempo completo\n- Desk\n", "Full-time"},
		{"title", "# Cook (Part-Time)\n", "Part-time"},
		{"title of an intern", "# Kitchen Intern\n", "Internship"},
		{"title of a student", "# Werkstudent Küche (m/w/d)\n", "Part-time"},
		{"a sentence on the position", "# Cook\n\nThis is a full-time position.\n", "Full-time"},
		{"a sentence on whom", "# Cook\n\nWe're looking for a full-time cook to feed developers.\n", "Full-time"},
		{"a French sentence", "# Cuisinier\n\nPoste en CDI à temps plein.\n", "Full-time"},
		{"hours of a full week", "# Cook\n\n- 40 hours per week\n", "Full-time"},
		{"a share of the week", "# Köchin 60%\n", "Part-time"},
		{"for good or for a time", "# Cook\nType: CDI ou CDD\n", ""},
		{"an apprenticeship", "# Cuisinier\nContrat : alternance\n", "Apprenticeship"},
		{"full or part in German", "# Koch (m/w/d) in Voll- oder Teilzeit\n", ""},
		{"after a bar in another field", "# Koch\nStandort: Leipzig | Vollzeit | unbefristet\n", "Full-time"},
		{"Chinese", "# 厨师\n类型：全职\n", "Full-time"},
		{"an internship by its lead", "# Offre de stage – Assistant cuisinier\n", "Internship"},
		{"through a firm of one's own", "# Cook\nContract type: W2/C2C\n", "Contract"},
		{"a stage that is no internship", "# Stage Manager\n", ""},
		{"somebody for interns", "# Internship Coordinator\n", ""},
		{"an intern of a field", "# Intern Software Engineering\n", "Internship"},
		{"beside the place", "# Cook\nLocation: Remote (US only), Full Time\n", "Full-time"},
		{"a share of the hours", "# Cook\n\nThis is a 0.5 FTE position.\n", "Part-time"},
		{"a full week in a field", "# Cook\nHours: 37.5 per week\n", "Full-time"},
		{"whom the cook hires", "# Cook\n\nYou will hire full-time engineers.\n", ""},
		{"below a field of more words", "# Cook\n\nLocation: London (hybrid, 2 days a week in the office)\nPermanent, full-time, £50k\n", "Full-time"},
		{"several in Japanese", "# 調理師\n雇用形態：正社員・業務委託\n", ""},
		{"others' employment", "# Cook\n\nTwo other full-time employees bake bread. You have three years of full-time experience.\n", ""},
		{"a choice", "# Cook\n\nThe position can be either part-time or full-time.\n", ""},
		{"a company's stage", "# Cook\nEarly stage | Kitchen\n", ""},
		{"what the cook manages", "# Cook\nContract management | Kitchen\n", ""},
		{"everybody's hours", "# Cook\n\nOur employees work 40 hours per week.\n", ""},
		{"a count of hours that something hangs on", "# Cook\n\nBenefits begin at 35 hours per week.\n", ""},
		{"what is temporary", "# Cook\n\nYou clean the temporary files of the kitchen.\n", ""},
		{"a word in a list of others", "# Cook\n\n## What you will do\n\n- Contract\n- Stove\n", ""},
		{"a program for others", "# Cook\n\nYou lead our internship program.\n", ""},
		{"none", "# Cook\n\nWe bake under contract for schools.\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Parse(tt.text + "\n## Requirements\n- Knives\n")
			if err != nil {
				t.Fatal(err)
			}
			if r.Role.Employment != tt.want {
				t.Errorf("got %q, want %q", r.Role.Employment, tt.want)
			}
		})
	}
}
