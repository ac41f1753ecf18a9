package posting

import (
	"slices"
	"testing"
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
		{"quoted", "> # Cook\n> ## Requirements\n> - Knives\n> - Ovens\n", []string{"must Knives", "must Ovens"}},
		{"one lead, semicolons over lines", "# Cook\n## Requirements\nKnives;\novens;\nbread.\n", []string{"must Knives", "must ovens", "must bread."}},
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
