package wording

import (
	"strings"
	"testing"

	"candid/model"
)

func TestLabel(t *testing.T) {
	tests := []struct{ text, want string }{
		{"5+ years of professional software engineering experience, with a strong track record operating backend services in production.", "5+ years of engineering"},
		{"Minimum 4 years experience in a directly related role", "4+ years experience"},
		{"2+ years of experience in a scripting language like Python or Scala.", "2+ years: scripting language"},
		{"4+ years building production React applications", "4+ years: React applications"},
		{"At least three years of baking", "3+ years of baking"},
		{"5+ years of Java / J2EE architecture experience", "5+ years of Java"},
		{"You have strong SQL skills and experience with data modelling", "SQL"},
		{"Excellent communication skills.", "Communication"},
		{"dbt — production experience building and maintaining models", "dbt"},
		{"Experience with npm", "npm"},
		{"deep knowledge of async programming with asyncio", "Async programming"},
		{"Experience Required: 3+ years working in a Python-based development team.", "3+ years of development team"},
		{"U.S. Citizenship or Permanent Residency required", "U.S. Citizenship"},
		{"Ability to write very high-quality, well-tested code", "Write well-tested code"},
		{"Experience", "Experience"},
		{"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter", "Donaudampfschifffahrtselekt…"},
		{"包丁と鍋を毎日使いこなし、料理場を清潔に保つことができる方", "包丁と鍋を毎日使いこなし"},
		{"日本語", "日本語"},
		{"👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳", "👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳…"},
		{"Tu as une connaissance du Machine Learning et de l'IA.", "Machine Learning et l'IA"},
		{"Experience with tools or warehouse capacity data", "Tools or warehouse data"},
		{"Solid Kotlin skills with expertise in coroutines, and Android's own libraries", "Kotlin"},
		{"Baking seasonal, memorable traditional wedding cakes to order", "Baking wedding cakes"},
		{"A guardian of kitchen best practices such as: tasting everything", "Guardian of best practices"},
		{"Is fluent in Turkish and conversational Norwegian,", "Turkish and Norwegian"},
		{"Not afraid to lead and to call things off", "Not afraid to lead"},
		{"Likes to cook and to wash up after it", "Likes to cook"},
		{"Strong logistical and decision-making skills", "Logistical skills"},
		{"Experience using applications such as Krita, Blender, or Inkscape required.", "Applications such as Krita"},
		{"You are deeply familiar with Erlang and Elixir.", "Erlang and Elixir"},
		{";) Knowledge of sourdough is advantage, not requirement.", "Sourdough"},
		{"Experience maintaining cloud installations.", "Cloud installations"},
		{"Answering social media accounts in several languages", "Answering social media"},
		{"Organisierte, pünktliche und freundliche Arbeitsweise", "Organisierte Arbeitsweise"},
		{"Tu as d'excellentes compétences en boulangerie et en pâtisserie", "Boulangerie et pâtisserie"},
		{"Capacidad analítica y de organización de eventos.", "Capacidad analítica"},
		{"Noções de arquitetura orientada a eventos e filas;", "Noções de arquitetura"},
		{"Rust: 小さくても自分で書いたものを公開したことがある", "Rust"},
		{"Vous avez une bonne expérience en gestion de projet", "Gestion de projet"},
		{"3 ans d'expérience en cuisine", "3 ans en cuisine"},
		{"Sehr gute Kenntnisse in Buchhaltung", "Buchhaltung"},
		{"Du hast mindestens 3 Jahre Berufserfahrung in der Pflege", "3+ Jahre Pflege"},
		{"Experiencia con bases de datos", "Bases de datos"},
		{"Conocimientos de Joomla", "Joomla"},
		{"Experiência com Java", "Java"},
		{"Kubernetesの構築経験3年以上", "3年以上 Kubernetesの構築"},
		{"長く続けられる方", "長く続けられる"},
		{"Strong verbal and written communication skills", "Communication"},
		{"Demonstrated ability to translate ambiguous business problems into plans", "Translate business problems"},
		{"The ideal candidate must have a degree in Chemistry", "Degree in Chemistry"},
		{"Kettle certification is a plus", "Kettle certification"},
		{"Good knife skills", "Knife skills"},
		{"(e.g. this)", "(e.g. this)"},
		{"&", "&"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got := label(tt.text, map[string]bool{})
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if w := width(got); w > model.LabelCells {
				t.Errorf("%q is %d cells wide", got, w)
			}
		})
	}
}

func TestLabelsDiffer(t *testing.T) {
	taken := map[string]bool{}
	for _, text := range []string{"Experience with Rust", "Knowledge of Rust", "rust", "Rust", "Rust.", "Strong Rust; async", "Strong Rust; sync"} {
		got := label(text, taken)
		if taken[strings.ToLower(got)] || width(got) > model.LabelCells || got == "" {
			t.Errorf("%q gets %q again", text, got)
		}
		taken[strings.ToLower(got)] = true
	}
}

func TestAnchors(t *testing.T) {
	tests := []struct{ text, meets string }{
		{"5+ years of backend work", "5 years or more, in such work"},
		{"3–6 years in kitchens", "3 years or more, in such work"},
		{"One year of baking", "1 year or more, in such work"},
		{"Bake for the long run: bread that one remembers in two years", "did it themselves, with results"},
		{"Bachelor's degree in Chemistry", "has it, or what counts as much"},
		{"Fluent English", "works in it"},
		{"Excellent communication", "an example shows it"},
		{"Test automation", "does it as a matter of course"},
		{"Experience with PostgreSQL", "shipped and operated it"},
		{"Docker", "shipped and operated it"},
		{"Has run a kitchen of ten", "did it themselves, with results"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			a := anchors(tt.text, label(tt.text, nil))
			if a[2] != tt.meets {
				t.Errorf("meets is %q, want %q", a[2], tt.meets)
			}
			for _, s := range a {
				if width(s) > anchorCells || s == "" {
					t.Errorf("anchor %q is %d cells wide", s, width(s))
				}
			}
		})
	}
}
