package posting

import (
	"slices"
	"testing"
)

func TestTitleNames(t *testing.T) {
	tests := []struct {
		name, title, want string
		places            []string
		kinds             []string
	}{
		{"nothing to take off", "Pastry Chef (L5) - Desserts", "Pastry Chef (L5) - Desserts", nil, nil},
		{"full-stack", "Senior Full-Stack Engineer", "Senior Full-Stack Engineer", nil, nil},
		{"a field of work after a comma", "Engineering Manager, Infrastructure", "Engineering Manager, Infrastructure", nil, nil},
		{"a speciality after a dash", "Sr. Engineer - Web Operations", "Sr. Engineer - Web Operations", nil, nil},
		{"languages after a dash", "Backend Developer - Go / Rust", "Backend Developer - Go / Rust", nil, nil},
		{"city after a dash", "Senior Software Engineer (API) – Des Moines", "Senior Software Engineer (API)", []string{"Des Moines"}, nil},
		{"city and state after a dash", "Line Cook - Austin, TX", "Line Cook", []string{"Austin, TX"}, nil},
		{"small city and state", "Line Cook, Little Hollow, TX", "Line Cook", []string{"Little Hollow, TX"}, nil},
		{"city with in", "Tontechniker (m/w/d) in Köln", "Tontechniker", []string{"Köln"}, nil},
		{"city with à", "Cuisinier H/F à Lyon", "Cuisinier", []string{"Lyon"}, nil},
		{"city with em", "Analista de Dados em São Paulo", "Analista de Dados", []string{"São Paulo"}, nil},
		{"in test", "Software Engineer in Test", "Software Engineer in Test", nil, nil},
		{"in a field", "Especialista em Segurança", "Especialista em Segurança", nil, nil},
		{"remote in parentheses", "Data Analyst (Remote)", "Data Analyst", []string{"Remote"}, nil},
		{"remote in a region", "Data Analyst (Remote, EU)", "Data Analyst", []string{"Remote, EU"}, nil},
		{"remote after a dash", "Data Analyst - Remote", "Data Analyst", []string{"Remote"}, nil},
		{"two cities", "Data Analyst (Berlin or Munich)", "Data Analyst", []string{"Berlin", "Munich"}, nil},
		{"hybrid is no place", "Data Analyst (Hybrid)", "Data Analyst", nil, nil},
		{"tags in brackets", "[Remote] Kettle Works - Data Engineer - Lisbon", "Data Engineer", []string{"Remote", "Lisbon"}, nil},
		{"tags after", "Desenvolvedor Backend na Chaleira [São Paulo]", "Desenvolvedor Backend", []string{"São Paulo"}, nil},
		{"hours in parentheses", "Librarian (Part-Time)", "Librarian", nil, []string{"Part-Time"}},
		{"hours as part of the name", "Part-Time Librarian", "Part-Time Librarian", nil, nil},
		{"all that at once", "Kellner:in (m/w/d) – Vollzeit – Hamburg", "Kellner:in", []string{"Hamburg"}, []string{"Vollzeit"}},
		{"gender marks", "Ingenieur (w/m/x)", "Ingenieur", nil, nil},
		{"gender marks with a star", "Ingenieur (m/w/*)", "Ingenieur", nil, nil},
		{"gender marks in words", "Ingenieur (all genders)", "Ingenieur", nil, nil},
		{"French gender marks", "Chef de projet H/F", "Chef de projet", nil, nil},
		{"reference", "Site Engineer (Ref. 2231-B)", "Site Engineer", nil, nil},
		{"number", "Site Engineer - JR40199", "Site Engineer", nil, nil},
		{"job description", "Job Description: Site Engineer", "Site Engineer", nil, nil},
		{"job description after", "Site Engineer Job Description", "Site Engineer", nil, nil},
		{"hiring", "We're hiring a Site Engineer!", "Site Engineer", nil, nil},
		{"wanted", "Wanted: Site Engineer", "Site Engineer", nil, nil},
		{"hiring as a tag", "🚀 Hiring: Site Engineer 🚀", "Site Engineer", nil, nil},
		{"German lead", "Wir suchen: Koch (m/w/d)", "Koch", nil, nil},
		{"French lead", "Offre d'emploi : Développeur web", "Développeur web", nil, nil},
		{"Spanish lead", "Buscamos desarrollador frontend", "desarrollador frontend", nil, nil},
		{"Portuguese lead", "Vaga: Analista de Suporte", "Analista de Suporte", nil, nil},
		{"Japanese lead", "【東京】バックエンドエンジニア募集", "バックエンドエンジニア", []string{"東京"}, nil},
		{"employer with at", "Site Engineer at Kettle Works", "Site Engineer", nil, nil},
		{"employer with @", "Site Engineer @ Kettle", "Site Engineer", nil, nil},
		{"employer with chez", "Développeuse web chez Bouilloire", "Développeuse web", nil, nil},
		{"employer before", "Kettle Works - Site Engineer", "Site Engineer", nil, nil},
		{"employer after a bar", "Site Engineer | Kettle Works", "Site Engineer", nil, nil},
		{"employer by its form", "Site Engineer - Kettle Works GmbH", "Site Engineer", nil, nil},
		{"library by its form", "Archivist - Upper Hollow Public Library", "Archivist", nil, nil},
		{"employer that is hiring", "Kettle Works is hiring a Site Engineer", "Site Engineer", nil, nil},
		{"employer to join", "Join Kettle Works as a Site Engineer", "Site Engineer", nil, nil},
		{"employer in a bracket", "[Recife] Analista de Dados na [CHALEIRA]", "Analista de Dados", []string{"Recife"}, nil},
		{"employer and city", "Site Engineer at Kettle in Austin, TX", "Site Engineer", []string{"Austin, TX"}, nil},
		{"based in a village", "Chef de culture (H/F) basé à Basfond", "Chef de culture", []string{"Basfond"}, nil},
		{"a country that is a pronoun", "US Sales Manager", "US Sales Manager", nil, nil},
		{"an internship", "Stage - Développement web (6 mois)", "Stage - Développement web", nil, nil},
		{"pay", "Site Engineer - $90k to $120k", "Site Engineer", nil, nil},
		{"pay after the word for hiring", "Site Engineer Wanted: $13.26/hr", "Site Engineer", nil, nil},
		{"pay by the hour", "Site Engineer: $13 - $15 per hour", "Site Engineer", nil, nil},
		{"a place after the word for hiring", "Site Engineer wanted: Lyon", "Site Engineer", []string{"Lyon"}, nil},
		{"hours at the end", "Koch in Teilzeit (20 Std./Woche)", "Koch", nil, []string{"Teilzeit"}},
		{"hours of both kinds", "Pflegekraft in Voll- oder Teilzeit", "Pflegekraft", nil, []string{"Voll- oder Teilzeit"}},
		{"gender, share and pay in one", "PhD position in Baking (m/f/d, 65%, TV-L E13)", "PhD position in Baking", nil, []string{"Part-time"}},
		{"openings", "Site Engineer (2 positions)", "Site Engineer", nil, nil},
		{"whoever is wanted", "Now Hiring: An Awesome Doughmaster! (Updated)", "Doughmaster", nil, nil},
		{"a place with its name", "Site Engineer - Location: Lyon", "Site Engineer", []string{"Lyon"}, nil},
		{"French lead with the employer", "La Bouilloire recrute un·e Cuisinière à Lyon", "Cuisinière", []string{"Lyon"}, nil},
		{"an internship in the lead", "Offre de stage – Assistant chef de projet", "Assistant chef de projet", nil, []string{"Internship"}},
		{"Japanese with a slash", "【正社員】経理スタッフ／大阪市", "経理スタッフ", []string{"大阪市"}, []string{"正社員"}},
		{"Japanese after the word for hiring", "やかん スタッフ募集 調理師（無資格可）", "調理師", nil, nil},
		{"Chinese", "前端工程师 - 上海", "前端工程师", []string{"上海"}, nil},
		{"percent", "Site Engineer (80-100%)", "Site Engineer", nil, nil},
		{"nothing but a section", "Job Description", "", nil, nil},
		{"nothing but hours", "Full-time", "", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := nameOf(tt.title, nil)
			if n.name != tt.want || !slices.Equal(n.places, tt.places) || !slices.Equal(n.kinds, tt.kinds) {
				t.Errorf("%q: got %q %q %q, want %q %q %q", tt.title, n.name, n.places, n.kinds, tt.want, tt.places, tt.kinds)
			}
		})
	}
}

func TestTitles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"heading", "# Pastry Chef\n\nWe bake.\n", "Pastry Chef"},
		{"heading below the employer's", "# Kettle Works\n\n## Pastry Chef\n\nWe bake.\n", "Pastry Chef"},
		{"heading below a link", "# [Apply Here](https://example.org)\n\n## Pastry Chef\n", "Pastry Chef"},
		{"heading below a section's name", "# Job Description\n\n## Pastry Chef\n", "Pastry Chef"},
		{"no job's name, only a heading", "# Online Marketing\n\nWe bake.\n", "Online Marketing"},
		{"field", "# Careers\n\nJob Title: Pastry Chef\n", "Pastry Chef"},
		{"field in French", "Intitulé du poste : Développeur web\n", "Développeur web"},
		{"field in Japanese", "職種：調理師\n", "調理師"},
		{"front matter", "---\ntitle: Growth\n---\n\n# Tired of baking?\n", "Growth"},
		{"front matter that says less", "---\ntitle: Designer Wanted\n---\n\n# Lead Designer\n", "Lead Designer"},
		{"first line", "Pastry Chef\nRoswell, New Mexico\n\nWe bake for the whole town and for all of its schools, every day.\n", "Pastry Chef"},
		{"line below a slug", "pastry-chef-2\nPastry Chef\n\n## About the position\n\nWe bake.\n", "Pastry Chef"},
		{"line below somebody's address", "Write to Ana Lima (CEO) - ana@example.org\n\n## Pastry Chef\n\nWe bake.\n", "Pastry Chef"},
		{"employer that the text names", "# Pastry Chef, Kettle\n\nKettle is a bakery in an old mill.\n", "Pastry Chef"},
		{"employer that a heading names", "# Kettle pastry chef (part-time)\n\n## About Kettle\n\nWe bake.\n", "pastry chef"},
		{"employer that a field names", "Company: Kettle\n\n# Pastry Chef - Kettle\n", "Pastry Chef"},
		{"looking for", "We are looking for an experienced Pastry Chef to run our kitchen.\n", "Pastry Chef"},
		{"looking for, in small letters", "We're looking for a pastry chef who can run our kitchen.\n", "Pastry chef"},
		{"as a", "As a Pastry Chef, you will run our kitchen.\n", "Pastry Chef"},
		{"under a heading that is none", "## Intro\n\nWe bake.\n\n# Your role\n\nWe are hiring a Pastry Chef for our kitchen.\n", "Pastry Chef"},
		{"French", "Nous recherchons un(e) Développeur web pour notre équipe.\n", "Développeur web"},
		{"German", "Wir suchen zum nächstmöglichen Zeitpunkt eine/n Softwareentwickler für unser Team.\n", "Softwareentwickler"},
		{"Spanish", "Buscamos un desarrollador backend para nuestro equipo.\n", "Desarrollador backend"},
		{"Portuguese", "Estamos contratando uma analista de dados para o time.\n", "Analista de dados"},
		{"Japanese", "弊社ではバックエンドエンジニアを募集しています。\n", "バックエンドエンジニア"},
		{"employer after for", "# Open position: Community Manager for Kettle\n\nKettle is a bakery in an old mill.\n", "Community Manager"},
		{"a line of bars", "Kettle | Pastry Chef | Lyon or Remote (EU) | Full-time | https://example.org\n\nWe bake.\n", "Pastry Chef"},
		{"named by what it does", "# About the job\n\nThe Pastry Chef will run our kitchen.\n", "Pastry Chef"},
		{"named by what it does, any", "## Mission\n\nA Pastry Chef is responsible for our kitchen.\n", "Pastry Chef"},
		{"named by what it is hired for", "---\ntitle: 'Now Hiring: An Awesome Doughmaster!'\n---\n\nKettle is hiring for a full-time baker.\n", "Doughmaster"},
		{"a long first line", "PhD Student Position in Baking at the University of Hollow (Ovens Group)\n\nWe bake.\n\nFor more details, visit this page\n", "PhD Student Position in Baking"},
		{"the site's name in front matter", "---\ntitle: Pastry Chef — KettleWorks\n---\n\n# Pastry Chef\n\nWe bake.\n", "Pastry Chef"},
		{"German, in long", "Zur Verstärkung unseres Teams in Kassel suchen wir ab sofort in Vollzeit einen Elektriker (m/w/d).\n", "Elektriker"},
		{"a member of the people", "Kettle Works\nTeam Member\nLyon, France\n", "Team Member"},
		{"French, for a branch", "Nous recherchons pour notre agence de Strasbourg un(e) Assistant(e) de direction en CDI à temps plein.\n", "Assistant(e) de direction"},
		{"a line that goes on to the reader", "Du bist Koch? Wir suchen Dich!\n\nKoch (m/w/d) für unser Restaurant\n\nVollzeit, ab sofort\n", "Koch"},
		{"Italian", "Cerchiamo uno sviluppatore Java\n", "sviluppatore Java"},
		{"a Japanese form", "求人票\n\n職種名：調理スタッフ\n", "調理スタッフ"},
		{"crumbs", "# Kettle Board > Kitchen > Pastry Chef\n", "Pastry Chef"},
		{"a table", "| Job title | Location | Job type |\n|---|---|---|\n| Site Manager | Perth, WA | Full time |\n", "Site Manager"},
		{"gender stars", "# Wissenschaftliche*r Mitarbeiter*in\n", "Wissenschaftliche*r Mitarbeiter*in"},
		{"a recruiter's name above", "Mill X Recruit\n\nWe bake.\n\n**Kitchen**\n\nPastry Chef (Desserts)\n", "Pastry Chef (Desserts)"},
		{"a recruiter's name in front matter", "---\ntitle: Mill X Recruit\n---\n\n## Pastry Chef (Desserts)\n", "Pastry Chef (Desserts)"},
		{"what a job is counted as", "Job Category (NOC): 6332 Bakers and Cooks\n\nPastry Chef\n\nWe bake.\n", "Pastry Chef"},
		{"a number that a job is counted by", "Occupation code: 35-1011 Chefs\n\nWe seek a Pastry Chef to bake.\n", "Pastry Chef"},
		{"a town that the text gives with its state", "# Pastry Chef (Little Hollow)\n\nKettle, 12 Mill Road, Little Hollow, WI 53000\n", "Pastry Chef"},
		{"a speciality in parentheses", "# Pastry Chef (Little Breads)\n\nWe bake Little Breads, Cakes and more.\n", "Pastry Chef (Little Breads)"},
		{"none", "## About us\n\nWe bake.\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Parse(tt.text + "\n## Requirements\n- Knives\n")
			if err != nil {
				t.Fatal(err)
			}
			if r.Role.Title != tt.want {
				t.Errorf("got %q, want %q", r.Role.Title, tt.want)
			}
		})
	}
}

func TestTitleOfTalk(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a question in front matter", "---\ntitle: ¿Buscas retos como desarrollador de software?\n---\n\n## Sobre nosotros\n\nHorneamos.\n", "Desarrollador de software"},
		{"an opening in Spanish", "---\ntitle: Posición abierta para Analista de Datos en el ICH (Marzo 2018)\n---\n\n## Perfil que buscamos en un Analista de Datos\n", "Analista de Datos"},
		{"a share of the week", "# Köchin (w/m) 100%\n", "Köchin"},
		{"a filled position", "Pastry Chef Position (position filled)\n\nWe bake for the whole town and for all of its schools.\n", "Pastry Chef"},
		{"a field below a sentence with its name", "ぱんや（調理師）品川支店 勤務地：東京都品川区\n\n職種：調理師\n", "調理師"},
		{"a count of openings", "# 3 Post-Doc Positions\n", "Post-Doc"},
		{"a season", "# Kitchen Intern - Summer 2025\n", "Kitchen Intern - Summer 2025"},
		{"a count in Japanese", "# バックエンドエンジニア（業務委託1名）\n", "バックエンドエンジニア"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Parse(tt.text + "\n## Requirements\n- Knives\n")
			if err != nil {
				t.Fatal(err)
			}
			if r.Role.Title != tt.want {
				t.Errorf("got %q, want %q", r.Role.Title, tt.want)
			}
		})
	}
}
