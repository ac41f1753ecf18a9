package posting

import (
	"slices"
	"testing"

	"candid/model"
	"candid/model/wording"
)

// Headings of every style, and lists of every kind.
func TestLayouts(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"capitals", "Pastry Cook\n\nABOUT US\nWe bake.\n\nREQUIREMENTS\n- Knives\n- Ovens\n\nNICE TO HAVE\n- Wine\n", []string{"must Knives", "must Ovens", "nice Wine"}},
		{"numbered headings", "# Cook\n\n1. About us\n\nWe bake bread.\n\n2. Responsibilities\n\n- Bake\n\n3. Requirements\n\n- Knives\n- Ovens\n", []string{"must Knives", "must Ovens"}},
		{"numbered headings with nested lists", "# Cook\n\n1. Responsibilities\n   - Bake\n2. Requirements\n   - Knives\n   - Ovens\n3. Benefits\n   - Soup\n", []string{"must Knives", "must Ovens"}},
		{"brackets", "Cook\n\n[About us]\nWe bake.\n\n[Requirements]\n- Knives\n- Ovens\n", []string{"must Knives", "must Ovens"}},
		{"black brackets", "料理人\n\n【業務内容】\n・料理\n\n【応募資格】\n・包丁\n・鍋\n\n【歓迎】\n・ワイン\n", []string{"must 包丁", "must 鍋", "nice ワイン"}},
		{"squares as headings", "料理人\n\n■ 業務内容\n・料理\n\n■ 必須\n・包丁\n・鍋\n\n■ 歓迎\n・ワイン\n", []string{"must 包丁", "must 鍋", "nice ワイン"}},
		{"wiki headings", "== Cook ==\n\n=== Duties ===\n* Bake\n\n=== Requirements ===\n* Knives\n* Ovens\n", []string{"must Knives", "must Ovens"}},
		{"underlined with other marks", "Cook\n\nRequirements\n~~~~~~~~~~~~\n- Knives\n- Ovens\n\nBenefits\n''''''''\n- Soup\n", []string{"must Knives", "must Ovens"}},
		{"emoji before headings", "# Cook\n\n🎯 Requirements\n\n✅ Knives\n✅ Ovens\n\n🎁 Benefits\n\n✅ Soup\n", []string{"must Knives", "must Ovens"}},
		{"hashes without a space", "#Cook\n\n##Requirements##\n-Knives\n-Ovens\n\n##Benefits\n-Soup\n", []string{"must Knives", "must Ovens"}},
		{"bold lead and a comma list", "# Cook\n\n**Must have:** knives, ovens, patience\n\n**Nice to have:** wine, cheese, song\n", []string{"must knives", "must ovens", "must patience", "nice wine", "nice cheese", "nice song"}},
		{"bold lead and sentences", "# Cook\n\n**Requirements:** You own knives, pots and pans. You keep calm.\n", []string{"must You own knives, pots and pans.", "must You keep calm."}},
		{"letters", "# Cook\n## Requirements\na) Knives\nb) Ovens\n(c) Bread\n", []string{"must Knives", "must Ovens", "must Bread"}},
		{"numbers in brackets", "# Cook\n\nRequirements:\n(1) Knives\n(2) Ovens\n", []string{"must Knives", "must Ovens"}},
		{"circled numbers", "# Cook\n\nRequirements:\n① Knives\n② Ovens\n", []string{"must Knives", "must Ovens"}},
		{"bullets of word processors", "Cook\n\nRequirements\n·    Knives that are sharp\nand clean\n·    Ovens\no   Gas\n§   Bread\n", []string{"must Knives that are sharp and clean", "must Ovens", "must Gas", "must Bread"}},
		{"bullets parted by blank lines", "Cook\n\nRequirements\n\n• Knives\n\n• Ovens\n\nBenefits\n\n• Soup\n", []string{"must Knives", "must Ovens"}},
		{"headings right below items", "# Cook\n\nRequirements:\n- Knives\n- Ovens\nNice to have:\n- Wine\nBenefits:\n- Soup\n", []string{"must Knives", "must Ovens", "nice Wine"}},
		{"wrapped without indent", "# Cook\n\n## Requirements\n- Knives that are\nsharp\n- Ovens\n", []string{"must Knives that are sharp", "must Ovens"}},
		{"an item in two paragraphs", "# Cook\n\n## Requirements\n- Knives\n\n  that are sharp\n- Ovens\n", []string{"must Knives that are sharp", "must Ovens"}},
		{"sub-headings of the same mark", "Cook\n\nRequirements:\n\nTechnical:\n- Knives\nPersonal:\n- Calm\n\nBenefits:\n- Soup\n", []string{"must Knives", "must Calm"}},
		{"sub-headings of what is welcome", "# Cook\n## Preferred\n### Skills\n- Wine\n## Required\n### Skills\n- Knives\n", []string{"nice Wine", "must Knives"}},
		{"name and text", "# Cook\n## Requirements\n\n**Knives** – sharp ones. You keep them so.\n\n**Ovens** – hot ones. You know them.\n", []string{"must Knives – sharp ones. You keep them so.", "must Ovens – hot ones. You know them."}},
		{"tabs and rows without marks", "Cook\n\nRequirements\n\tKnives\n\tOvens\n\nBenefits\n\tSoup\n", []string{"must Knives", "must Ovens"}},
		{"a lead in two lines", "# Cook\n\nWe are a kitchen. We would like to meet people who,\namong other things, own:\n\n- Knives\n- Ovens\n", []string{"must Knives", "must Ovens"}},
		{"a lead that changes to welcome", "# Cook\n## Your profile\nWe expect that you:\n- Own knives\n\nWe prefer, but do not require, that you:\n- Know wine\n", []string{"must Own knives", "nice Know wine"}},
		{"task marks", "# Cook\n## Requirements\n- [ ] Knives\n- [x] Ovens\n", []string{"must Knives", "must Ovens"}},
		{"asterisks escaped", "# Cook\n## Requirements\n\\* Knives\n\\* Ovens\n", []string{"must Knives", "must Ovens"}},
		{"a section named inside a line", "# Cook\n\nYou bake and you fry. Requirements: 3+ years of experience, knowledge of bread, ability to keep calm. Benefits: soup.\n", []string{"must 3+ years of experience", "must knowledge of bread", "must ability to keep calm"}},
		{"names in bold above their text", "# Cook\n## Qualifications\n\n**Expertise:**\nProven experience with bread. A track record with soup.\n\n**Calm:**\nAbility to keep calm. Able to wait.\n",
			[]string{"must Expertise: Proven experience with bread. A track record with soup.", "must Calm: Ability to keep calm. Able to wait."}},
		{"numbered titles over bare lines", "Cook wanted\n1. Skills & Abilities\nGood knife skills\nAbility to wait\n2. Physical Requirements\nAbility to stand\n3. Certifications (often preferred)\nFood certificate\n4. Responsibilities (for context)\nCooking soup\n",
			[]string{"must Good knife skills", "must Ability to wait", "must Ability to stand", "nice Food certificate"}},
		{"a table with a column each", "# Cook\n\n| | Essential | Desirable |\n|---|---|---|\n| Skills | Knives | Wine |\n| Education | School | |\n", []string{"must Skills: Knives", "nice Skills: Wine", "must Education: School"}},
		{"a table whose first column names the criteria", "# Cook\n## Person specification\n\n| Criteria | Essential | Desirable |\n|---|---|---|\n| Skills | Knives | Wine |\n", []string{"must Skills: Knives", "nice Skills: Wine"}},
		{"a table with a row each", "# Cook\n\n| | |\n|---|---|\n| Location | Lyon |\n| Requirements | Knives; ovens; bread |\n| Nice to have | Wine |\n| Benefits | Soup |\n", []string{"must Knives", "must ovens", "must bread", "nice Wine"}},
		{"a list inside an item", "# Cook\n## Requirements\n- Technical skills:\n  - Knives\n  - Ovens\n- Calm\n- Nice to have\n  - Wine\n", []string{"must Technical skills: Knives Ovens", "must Calm", "nice Wine"}},
		{"bullets in one line", "Cook\n\nRequirements: •Knives that are sharp •Ovens • Calm\n\nBenefits\n•Soup •Bread\n", []string{"must Knives that are sharp", "must Ovens", "must Calm"}},
		{"letters with a full stop", "COOK\n\nI. DUTIES\na. Bake\nb. Fry\n\nII. QUALIFICATIONS\na. Knives\nb. Ovens\n", []string{"must Knives", "must Ovens"}},
		{"AsciiDoc", "= Cook\n:place: Lyon\n\n== Requirements\n\n* Knives\n** Bread knives\n* Ovens\n\n== Nice to have\n\n. Wine\n. Cheese\n", []string{"must Knives Bread knives", "must Ovens", "nice Wine", "nice Cheese"}},
		{"components", "import Job from '../job'\n\n# Cook\n\n<Job place=\"Lyon\">\n\n<Section title=\"Requirements\">\n\n- Knives\n- Ovens\n\n</Section>\n<Section title=\"Benefits\">\n\n- Soup\n\n</Section>\n</Job>\n", []string{"must Knives", "must Ovens"}},
		{"a table with a column of priorities", "# Cook\n## Requirements\n| Skill | Priority |\n|---|---|\n| Knives | must have |\n| Wine | nice to have |\n", []string{"must Knives: must have", "nice Wine: nice to have"}},
		{"lines of several sentences", "# Cook\n\nYour profile\nYou own knives.\nYou know ovens. You keep calm.\nWine is a plus.\n", []string{"must You own knives.", "must You know ovens.", "must You keep calm.", "nice Wine is a plus."}},
		{"arrows and emoji as bullets", "# Cook\n## Requirements\n☛ Must have\n⟹ Knives\n⟹ Ovens\n\n☛ Nice to have\n⟹ Wine\n", []string{"must Knives", "must Ovens", "nice Wine"}},
		{"quoted", "> # Cook\n> ## Requirements\n> - Knives\n> - Ovens\n", []string{"must Knives", "must Ovens"}},
		{"one lead, semicolons over lines", "# Cook\n## Requirements\nKnives;\novens;\nbread.\n", []string{"must Knives", "must ovens", "must bread."}},
		{"lines that go on", "# Cook\n\n## Experience\n\nSchool of cooking\n5+ years with gas ovens\nor\n3+ years with steam ovens\nKnives, pots,\npans and spoons of every kind\nWine a plus\n",
			[]string{"must School of cooking", "must 5+ years with gas ovens or 3+ years with steam ovens", "must Knives, pots, pans and spoons of every kind", "nice Wine a plus"}},
		{"text that was wrapped", "# Cook\n\n## Requirements\n\nYou know every oven that is made in Lyon, in Turin and\nVienna and how to clean it, and you keep calm when all\nOf them burn.\n", []string{"must You know every oven that is made in Lyon, in Turin and Vienna and how to clean it, and you keep calm when all Of them burn."}},
		{"lines in lower case", "# Cook\n\nRequirements:\n\nown knives\nten years with gas ovens\ncalm\n", []string{"must own knives", "must ten years with gas ovens", "must calm"}},
		{"a mark before one of several lines", "# Cook\n\nRequirements:\n\nKnives and pots\nAdvantage: Wine\nOvens of every kind\n", []string{"must Knives and pots", "nice Advantage: Wine", "must Ovens of every kind"}},
		{"a long lead over bare lines", "# Cook\n\nAbout you:\n\n    Own knives.\n    Own pots.\n\nIt would be great if you are familiar with:\n\n    Wine, from Turin.\n    Cheese.\n", []string{"must Own knives.", "must Own pots.", "nice Wine, from Turin.", "nice Cheese."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { expect(t, tt.text, tt.want) })
	}
}

// expect compares what a posting asks for with "must text" and "nice text".
func expect(t *testing.T, text string, want []string) {
	t.Helper()
	r, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got(r.Role), want) {
		t.Errorf("got  %q\nwant %q", got(r.Role), want)
	}
	r.Role.Title = "Cook"
	if err := whole(r.Role); err != nil && len(want) > 0 {
		t.Error(err)
	}
}

// What is asked for where headings say it badly, or not at all.
func TestSections(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"qualifications under responsibilities", "# Cook\n\nResponsibilities:\n\n- 5+ years of experience in a kitchen\n- Knowledge of French cuisine\n- Ability to keep calm\n- Degree in gastronomy is a plus\n",
			[]string{"must 5+ years of experience in a kitchen", "must Knowledge of French cuisine", "must Ability to keep calm", "nice Degree in gastronomy is a plus"}},
		{"responsibilities beside requirements", "# Cook\n\nResponsibilities:\n\n- Experience every station\n- Knowledge sharing with the team\n- Strong sauces\n\nRequirements:\n- Knives\n", []string{"must Knives"}},
		{"a heading that says nothing", "# Cook\n## The kitchen\n- We have three ovens\n- It is hot\n## Over to you\n- Experience with ovens\n- Knowledge of bread\n- 3 years in a kitchen\n",
			[]string{"must Experience with ovens", "must Knowledge of bread", "must 3 years in a kitchen"}},
		{"a list after a sentence", "# Cook\n\nWe feed a town. For technical skills, a combination of:\n\n* French cuisine\n* bread (or other baking)\n\nWrite to us.\n", []string{"must French cuisine", "must bread (or other baking)"}},
		{"tools alone", "# Cook\n## Description\nA house of soup.\n## Technologies\n- Steam ovens\n- Copper pots\n## Deliverables\n- Soup\n", []string{"must Steam ovens", "must Copper pots"}},
		{"tools beside requirements", "# Cook\n## Requirements\n- Knives\n## Our stack\n- Steam ovens\n", []string{"must Knives"}},
		{"desired beside required", "# Cook\n## Required skills\n- Knives\n## Desired skills\n- Wine\n", []string{"must Knives", "nice Wine"}},
		{"all in running text", "# Cook\n\nOur kitchen feeds a town. Every day we bake. You should have experience with ovens. We require a calm hand. Knowledge of wine is a plus. The kitchen has three ovens. If you have any questions, write to us.\n",
			[]string{"must You should have experience with ovens.", "must We require a calm hand.", "nice Knowledge of wine is a plus."}},
		{"in running text in French", "# Cuisinier\n\nNotre cuisine nourrit une ville. Vous maîtrisez la cuisson. Le permis B est exigé. Une expérience en pâtisserie serait un plus. Pour postuler, envoyez votre CV.\n",
			[]string{"must Vous maîtrisez la cuisson.", "must Le permis B est exigé.", "nice Une expérience en pâtisserie serait un plus."}},
		{"in running text in German", "# Koch\n\nUnsere Küche ernährt eine Stadt. Du hast eine abgeschlossene Ausbildung als Koch. Ein Führerschein ist zwingend erforderlich. Erfahrung mit Wein ist von Vorteil. Wir freuen uns auf deine Bewerbung.\n",
			[]string{"must Du hast eine abgeschlossene Ausbildung als Koch.", "must Ein Führerschein ist zwingend erforderlich.", "nice Erfahrung mit Wein ist von Vorteil."}},
		{"in running text in Spanish", "# Cocinero\n\nNuestra cocina alimenta una ciudad. Buscamos a alguien con experiencia en hornos. Es imprescindible carnet de conducir. Se valorará conocimiento de vinos.\n",
			[]string{"must Buscamos a alguien con experiencia en hornos.", "must Es imprescindible carnet de conducir.", "nice Se valorará conocimiento de vinos."}},
		{"a must inside what is welcome", "# Cook\n## Requirements\n- Knives\n## Nice to have\n- Wine\n- A driving licence is required\n", []string{"must Knives", "nice Wine", "must A driving licence is required"}},
		{"what is welcome in a sentence elsewhere", "# Cook\n\nWe are few, so experience with wine is a huge plus.\n\n## Requirements\n- Knives\n", []string{"nice We are few, so experience with wine is a huge plus.", "must Knives"}},
		{"lines that ask for nothing", "# Cook\n## Requirements\n- Knives\n- Salary: 50,000\n- and more\n- We are an equal opportunity employer\n- E-mail us at jobs@example.com\n", []string{"must Knives"}},
		{"a questionnaire", "# Cook\n## Requirements\n- Knives\n## Questions\n- Do you have experience with ovens?\n- Do you have knowledge of bread?\n", []string{"must Knives"}},
		{"benefits that read like qualifications", "# Cook\n## Skills\n- Knives\n## What we offer\n- Experience with the best\n- Knowledge of wine\n- Excellent soup\n", []string{"must Knives"}},
		{"extras of the benefits", "# Cook\n## Requirements\n- Knives\n## Benefits\n- Soup\n### Plus\n- Bread\n", []string{"must Knives"}},
		{"what is not expected", "# Cook\n## Requirements\n\nYou bring the following things with you:\n\n- Knives\n\nHowever, you are not expected to bring:\n\n- Pots\n", []string{"must Knives"}},
		{"several lists under one heading", "# Cook\n## Qualifications\nYou have:\n- Knives\n\nIdeally you also have:\n- Wine\n", []string{"must Knives", "nice Wine"}},
		{"name and value in lines", "料理人\n\n**仕事内容:** 料理\n\n**学歴:** 不問\n\n**応募資格:** 調理師免許\n\n**備考:** 制服貸与\n", []string{"must 調理師免許"}},
		{"a page inside a list", "- # Cook\n\n  ## Requirements\n\n  - Knives\n  - Ovens\n", []string{"must Knives", "must Ovens"}},
		{"the title names a section", "# Skills Trainer\n\nWe train cooks.\n\n## Requirements\n- Knives\n", []string{"must Knives"}},
		{"must-haves after what is welcome", "# Cook\n## What you bring\n- Knives\n## Nice to have\n- Wine\n\nPlease do not apply unless you have all of the following:\n\n- Ovens\n", []string{"must Knives", "nice Wine", "must Ovens"}},
		{"a sentence that leads on", "# Cook\n## About you\nHere is what we are looking for. You own knives. You keep calm.\n", []string{"must You own knives.", "must You keep calm."}},
		{"the company's policies", "# Cook\n## You have\n- Knives\n## Candidate tooling policy\nWe want a fair process based on your own skills.\n", []string{"must Knives"}},
		{"a first heading that asks", "## PERFIL ACADÉMICO\n\nLicenciatura en cocina.\n\n## RESPONSABILIDADES\n- Cocinar\n\n## REQUISITOS\n- Cuchillos\n", []string{"must Licenciatura en cocina.", "must Cuchillos"}},
		{"duties and requirements in one list", "# Cook\n## Duties and requirements\n- Cook soup\n- Order bread\n- Clean the kitchen\n- Experience with ovens\n## Education\n- School\n", []string{"must Experience with ovens", "must School"}},
		{"the work under a heading that asks", "# Cook\n## What we're looking for\nYou will bake bread for the town. You will have experience with ovens. We are a small kitchen.\n## Qualities we're on the lookout for\n- Calm\n", []string{"must You will have experience with ovens.", "must Calm"}},
		{"how to apply among what is asked", "# Cook\n\nQualifications: ten years with ovens. Applicants must complete the form and send a letter of application. Review of applications begins in May.\n", []string{"must ten years with ovens."}},
		{"whom it is for, and whom not", "# Cook\n## You'll love this job if you...\n- own knives\n- know ovens\n## This job is not for you if you...\n- need quiet\n", []string{"must own knives", "must know ovens"}},
		{"where one thrives", "# Cook\n## You might thrive in this role if you\n- Own knives\n## It's a bonus if you\n- Know wine\n", []string{"must Own knives", "nice Know wine"}},
		{"labels before values", "# Cook\n\nEducation: School of cooking\nLicense: Food handler\nPhysical: Able to lift 50 lbs\nShift: Nights\n", []string{"must School of cooking", "must Food handler", "must Able to lift 50 lbs"}},
		{"a verb that also tells how to apply", "# Cook\n## Requirements\n- Apply glaze evenly\n- Email marketing\n- Write to cook@example.com\n", []string{"must Apply glaze evenly", "must Email marketing"}},
		{"others besides", "# Cook\n## Experience\n- Ten years with ovens\n## Others\n- Ability to wait\n- Knowledge of wine\n## Benefits\n- Soup\n", []string{"must Ten years with ovens", "must Ability to wait", "must Knowledge of wine"}},
		{"others of the work", "# Cook\n## Requirements\n- Knives\n## Other\n- The kitchen has three ovens\n- You start in May\n", []string{"must Knives"}},
		{"sections in bold right below a list", "# Cook\n\n**Minimum Education:** School of cooking.\n**Preferred Experience:** Wine.\n**Knowledge/Skills/Abilities:**\n- Knives\n- Calm\n**Physical Demands:** Lifting 30 lbs.\n", []string{"must School of cooking.", "nice Wine.", "must Knives", "must Calm", "must Lifting 30 lbs."}},
		{"needed, and not", "# Cook\n**Need to have**\n- Knives\n**Nice to know**\n- Wine\n**Don't need to have**\n- A degree\n", []string{"must Knives", "nice Wine"}},
		{"what one will have", "# Cook\n\nThe Person\n\nYou will have experience with ovens. Wine is helpful but not necessary; we teach it.\n", []string{"must You will have experience with ovens.", "nice Wine is helpful but not necessary; we teach it."}},
		{"the title seeks", "# We are looking for a cook\n\nWe feed a town. It likes soup.\n\n## Requirements\n- Knives\n", []string{"must Knives"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { expect(t, tt.text, tt.want) })
	}
}

func TestDoubtful(t *testing.T) {
	tests := []struct {
		name, text string
		kind       wording.DoubtKind
		of         []model.RequirementID
	}{
		{"told by its items", "# Cook\n## Duties\n- Experience with ovens\n- Knowledge of bread\n", wording.Asked, []model.RequirementID{1, 2}},
		{"told from running text", "# Cook\n\nYou must have knives. We cook.\n", wording.Asked, []model.RequirementID{1}},
		{"a heading that wishes", "# Cook\n## Desired skills\n- Knives\n", wording.Priority, []model.RequirementID{1}},
		{"required in a list of what is welcome", "# Cook\n## Requirements\n- Knives\n## Nice to have\n- Wine\n- Bread is required\n", wording.Priority, []model.RequirementID{3}},
		{"a heading that says both", "# Cook\n## Required and preferred skills\n- Knives\n- Wine is a plus\n", wording.Priority, []model.RequirementID{1}},
		{"nothing doubtful", "# Cook\n## Requirements\n- Knives\n## Nice to have\n- Wine\n", wording.Asked, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Parse(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			var of []model.RequirementID
			for _, d := range r.Doubts {
				if d.Kind == tt.kind && (d.Kind == wording.Asked || d.Kind == wording.Priority) {
					of = append(of, d.Requirement)
				}
			}
			if !slices.Equal(of, tt.of) {
				t.Errorf("%+v, want doubts of %v", r.Doubts, tt.of)
			}
		})
	}
}

// The lines to pick from are all that could be asked for, each once, whatever stands above them.
func TestCandidates(t *testing.T) {
	r, err := Parse("# Cook\n\nWe feed a town. You own knives.\n\n[All jobs](http://example.com)\n\n## Duties\n- Cook\n- Bake\n\n## Nice to have\n- Wine\n- Cook\n\n## Apply\n- https://example.com/apply\n- Send your CV to jobs@example.com\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []Line{
		{"We feed a town.", model.Must, [2]int{2, 3}}, {"You own knives.", model.Must, [2]int{2, 3}}, {"Cook", model.Must, [2]int{7, 8}}, {"Bake", model.Must, [2]int{8, 9}},
		{"Wine", model.Nice, [2]int{11, 12}},
	}
	if !slices.Equal(r.Lines, want) {
		t.Errorf("got  %v\nwant %v", r.Lines, want)
	}
}
