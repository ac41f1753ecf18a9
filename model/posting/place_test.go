package posting

import (
	"slices"
	"testing"
)

func TestPlaces(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"list", "Location: Lyon; Turin / Ghent or Graz\n", []string{"Lyon", "Turin", "Ghent", "Graz"}},
		{"city with state and country", "Location: Bangalore, Karnataka, India\n", []string{"Bangalore, Karnataka, India"}},
		{"country before its city", "Location: Israel, Haifa\n", []string{"Israel, Haifa"}},
		{"countries", "Location: Germany, France, Spain\n", []string{"Germany", "France", "Spain"}},
		{"city, district and country", "Location: Unterdorf, Mittelland, Switzerland\n", []string{"Unterdorf, Mittelland, Switzerland"}},
		{"unknown cities", "Location: Upper Hollow, TX & Lower Hollow, VA\n", []string{"Upper Hollow, TX", "Lower Hollow, VA"}},
		{"state after a dash", "Local: Campinas - SP\n", []string{"Campinas - SP"}},
		{"surroundings", "Lieu : Lille et périphérie\n", []string{"Lille et périphérie"}},
		{"country in parentheses", "Location: Paris (FR)\n", []string{"Paris (FR)"}},
		{"condition in parentheses", "Location: Remote (anywhere near the kitchen)\n", []string{"Remote"}},
		{"remote and a city", "Location: Lyon or Remote\n", []string{"Lyon", "Remote"}},
		{"hybrid is no place", "Location: Hybrid, Lyon\nLocation Type: Hybrid\n", []string{"Lyon"}},
		{"only hybrid", "Location: Hybrid\n\nThe position is based in Lyon.\n", []string{"Lyon"}},
		{"list under a heading", "## Location\n\n- Lyon, France\n- Turin, Italy\n\n## Team\n\n- Ana\n", []string{"Lyon, France", "Turin, Italy"}},
		{"line under a heading", "### Location\n\nLyon, France\n\n### To apply\n\nWrite.\n", []string{"Lyon, France"}},
		{"sentence in a field", "Location: you can work from our kitchen in Lyon or remotely from anywhere in Italy.\n", []string{"Lyon", "Italy", "Remote"}},
		{"several fields in a line", "Location: Lyon | Type: Full-time\n", []string{"Lyon"}},
		{"address in a field", "Location: 69001 Lyon, France\n", []string{"Lyon, France"}},
		{"a dash for a colon", "Location – Lyon, France\n", []string{"Lyon, France"}},
		{"French", "Lieu de travail : Lyon\n", []string{"Lyon"}},
		{"German", "Arbeitsort: 80331 München oder Hamburg\n", []string{"München", "Hamburg"}},
		{"Spanish", "Ubicación: Ciudad de Puebla.\n", []string{"Ciudad de Puebla"}},
		{"Japanese", "勤務地：東京都渋谷区\n", []string{"東京都渋谷区"}},
		{"state after a slash", "Local: Campinas/SP\n", []string{"Campinas, SP"}},
		{"a list of offices", "## Location\n- Hybrid: two days a week\n- Office locations: Lyon, Turin\n", []string{"Lyon", "Turin"}},
		{"a table with a header", "| Location | Type |\n|---|---|\n| Lyon | Full-time |\n", []string{"Lyon"}},
		{"a capital with stops", "Location: Washington, D.C. or New York, NY\n", []string{"Washington, D.C.", "New York, NY"}},
		{"a cook in a city", "We are looking for a Lead Baker (full time) in Portland, Oregon.\n", []string{"Portland, Oregon"}},
		{"what the cook is to do in a place", "We are looking for a Lead Baker to open shops in France.\n", nil},
		{"header line with bars", "Kettle Works | Lyon, France | Kitchen | Onsite\n", []string{"Lyon, France"}},
		{"header line with commas", "Lyon (FR), Kettle Works, Kitchen, CDI, Hybrid\n", []string{"Lyon (FR)"}},
		{"header line with a dash", "Kettle Works — Lisbon, Portugal (Hybrid)\n", []string{"Lisbon, Portugal"}},
		{"header line with a slash", "Stockholm / London\n", []string{"Stockholm", "London"}},
		{"header line with a pin", "📍 Lyon, France\n", []string{"Lyon, France"}},
		{"beside the title in a line", "Pastry Chef - Washington D.C.\n", []string{"Washington D.C."}},
		{"city, district and country beside its age", "Kettle Works\nUpper-Hollow, Hollow District, Israel · 1 day ago · 47 applicants\n", []string{"Upper-Hollow, Hollow District, Israel"}},
		{"hours after a bar in a field", "Standort: Leipzig | Vollzeit | unbefristet\n", []string{"Leipzig"}},
		{"a count in a field", "Location: 2 vacancies in the following locations: Reston, VA; Boise, ID\n", []string{"Reston, VA", "Boise, ID"}},
		{"remote in a country", "Lyon, France or Remote in Canada\n", []string{"Lyon, France", "Remote in Canada"}},
		{"remote by another word", "Location: Telecommute\n", []string{"Telecommute"}},
		{"Chinese", "地点：上海\n", []string{"上海"}},
		{"Dutch", "Standplaats: Utrecht\n", []string{"Utrecht"}},
		{"a team to join", "Join our lab in Uppsala, Sweden!\n", []string{"Uppsala, Sweden"}},
		{"a remote team to join", "You will join our remote team of bakers.\n", []string{"Remote"}},
		{"in parentheses with the hours", "Kettle is hiring a cook (full-time, remote in Canada) for its kitchen, which feeds all of the schools in town and some outside of it as well.\n", []string{"Remote in Canada"}},
		{"what the work is about", "A position is available in the Ovens lab at Hollow University, focused initially on North America.\n", nil},
		{"a campus named for a place", "The kitchens are located at Saarland Bakery Campus in Kassel, Germany.\n", []string{"Kassel, Germany"}},
		{"remote before a slash", "Remote / Lyon, France\n", []string{"Remote", "Lyon, France"}},
		{"remote with a country", "Remote: Germany only\nRemote: Germany\n", []string{"Remote"}},
		{"not remote", "Remote: no\n", nil},
		{"a table of three", "| Job title | Location | Job type |\n|---|---|---|\n| Baker | Perth, WA | Full time |\n", []string{"Perth, WA"}},
		{"a question as a field's name", "**Où ?** Bordeaux\n", []string{"Bordeaux"}},
		{"a part of a city", "Hamburg-Altona\n", []string{"Hamburg-Altona"}},
		{"what is remote in a country stays one", "Remoto - Argentina\n", []string{"Remoto - Argentina"}},
		{"the position's place", "This is a full-time, exempt position based in Oakland, CA.\n", []string{"Oakland, CA"}},
		{"the named warehouse", "We need a cook for our Denver warehouse.\n", []string{"Denver"}},
		{"German, who is looked for", "Zur Verstärkung unseres Teams in Nürnberg suchen wir eine Köchin.\n", []string{"Nürnberg"}},
		{"French, who is looked for", "Nous recherchons pour notre agence de Strasbourg un cuisinier.\n", []string{"Strasbourg"}},
		{"named in the middle of a line", "for Kettle / Center for Bread - Location: Lyon / Telecommute (Greater Boston Area)\n", []string{"Lyon", "Telecommute (Greater Boston Area)"}},
		{"a street and a postcode", "Location: 12 Mill Lane, Oxford OX1 2AB\n", []string{"12 Mill Lane, Oxford"}},
		{"days in an office", "Location: Hybrid - 2 days in Manchester office\n", []string{"Manchester"}},
		{"anywhere", "We are a distributed team. Work from anywhere!\n", []string{"Remote"}},
		{"header says remote", "California - Remote\n", []string{"California", "Remote"}},
		{"the role's place", "Kettle is based in Paris. This role is based in Lyon.\n", []string{"Lyon"}},
		{"the office", "We are hiring a cook for our office in Porto (Portugal).\n", []string{"Porto (Portugal)"}},
		{"the named office", "The cook works from our Amsterdam office three days a week.\n", []string{"Amsterdam"}},
		{"remote in a sentence", "This is a fully remote position.\n", []string{"Remote"}},
		{"the company's place, and somebody near", "We're based in Lyon and look for somebody local, but would consider remote work.\n", []string{"Lyon"}},
		{"beside an institute", "The position is located at IBB, University of Hollow, Lens (France).\n", []string{"Lens (France)"}},
		{"beside the hours", "## Overview\n\nWe bake.\n\nFull time, remote | 40 hours a week\n", []string{"Remote"}},
		{"a team that is remote", "We're all remote, and we meet twice a year.\n", []string{"Remote"}},
		{"a sentence under the heading", "### Location\n\nKettle is remote-friendly. We prefer the hours of the kitchen, which opens early in the morning.\n", []string{"Remote"}},
		{"a university of a place", "The cook works at the Hessen University in our kitchen lab in Fulda, at the University of Iowa.\n", []string{"Fulda"}},
		{"the company's place", "Kettle is a bakery. It was founded in Lyon and has customers in Turin.\n", nil},
		{"a count of places", "Location: One location\n", nil},
		{"a street above its town", "Arbeitsort:\nIm Winkel 4\n69001 Unterdorf\n", []string{"Unterdorf"}},
		{"a house and a street above its town", "## Standort\nKettle GmbH\nIm Winkel 4\n69001 Unterdorf\n", []string{"Unterdorf"}},
		{"a street beside its town", "Arbeitsort: Im Winkel 4, 69001 Unterdorf\n", []string{"Unterdorf"}},
		{"a street in the field, its town beneath", "Arbeitsort: Im Winkel 4\n69001 Unterdorf\n", []string{"Unterdorf"}},
		{"a house beside its town", "Location: Kettle Bar, Seattle, WA\n", []string{"Seattle, WA"}},
		{"a house with a slash beside its town", "Location: Kettle / Bar, Seattle, WA\n", []string{"Seattle, WA"}},
		{"towns of one state", "Location: Hollow, Millhollow or Seattle, WA\n", []string{"Hollow", "Millhollow", "Seattle, WA"}},
		{"a house above its town", "Location: Kettle Bar\nSeattle, WA\n", []string{"Seattle, WA"}},
		{"a saint in a sentence", "This position is located in Guelph, Ontario, Canada or Ste. Foy, Quebec, Canada.\n", []string{"Guelph, Ontario, Canada", "Ste. Foy, Quebec, Canada"}},
		{"a long list of names", "Location: Guelph, Ontario, Canada and Upper Ste. Foy, Quebec, Canada\n", []string{"Guelph, Ontario, Canada", "Upper Ste. Foy, Quebec, Canada"}},
		{"commas all through", "Location: Guelph, Ontario, Canada, Ste. Foy, Quebec, Canada\n", []string{"Guelph, Ontario, Canada", "Ste. Foy, Quebec, Canada"}},
		{"remote in a country, among chips", "Remote (Australia) Pay: $10 Kitchen\n", []string{"Remote (Australia)"}},
		{"remote in a line below prose", "We bake bread for the whole town and for all of its many schools, every day of the week, and for a few more.\n\nRemote (Australia)\n", []string{"Remote (Australia)"}},
		{"what the company sells", "We build tools for remote teams in Europe.\n", nil},
		{"people's places", "Our team speaks the languages of France and Italy.\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Parse("# Pastry Chef\n\n" + tt.text + "\n## Requirements\n- Knives\n")
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(r.Role.Locations, tt.want) {
				t.Errorf("got %q, want %q", r.Role.Locations, tt.want)
			}
		})
	}
}

func TestPlacesOfAPageThatSaysMore(t *testing.T) {
	page := func(where, text string) string {
		return `<html><head><script type="application/ld+json">{"@type":"JobPosting","title":"Pastry Chef","jobLocationType":"TELECOMMUTE",` + where +
			`"description":"<p>` + text + `</p><h2>Requirements</h2><ul><li>Knives</li></ul>"}</script></head></html>`
	}
	tokyo := `"jobLocation":{"@type":"Place","address":{"addressLocality":"千代田区","addressRegion":"東京都","addressCountry":"JP"}},`
	tests := []struct {
		name, page string
		want       []string
	}{
		{"remote beside an office", page(tokyo, "パンを焼きます。"), []string{"千代田区, 東京都", "Remote"}},
		{"hybrid", page(tokyo, "ハイブリッド勤務です。"), []string{"千代田区, 東京都"}},
		{"hybrid in English", page(tokyo, "We offer a hybrid work schedule."), []string{"千代田区, 東京都"}},
		{"hybrid ovens", page(tokyo, "We bake in hybrid ovens."), []string{"千代田区, 東京都", "Remote"}},
		{"applicants of two countries", page(`"applicantLocationRequirements":[{"@type":"Country","name":"US"},{"@type":"Country","name":"CA"}],`, "We bake."), []string{"Remote"}},
		{"applicants of one country", page(`"applicantLocationRequirements":{"@type":"Country","name":"US"},`, "We bake."), []string{"Remote, US"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Parse(tt.page)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(r.Role.Locations, tt.want) {
				t.Errorf("got %q, want %q", r.Role.Locations, tt.want)
			}
		})
	}
}

func TestStatedPlaces(t *testing.T) {
	tests := []struct {
		name, place string
		want        []string
	}{
		{"city and state", "Kirkland, WA", []string{"Kirkland, WA"}},
		{"country first", "Israel, Yokneam", []string{"Israel, Yokneam"}},
		{"from street to country", "Lindenweg 3, Unterdorf, Bayern, Deutschland", []string{"Lindenweg 3, Unterdorf, Deutschland"}},
		{"cities", "Seattle, San Francisco, Chicago", []string{"Seattle", "San Francisco", "Chicago"}},
		{"two in one", "Lyon, France; Turin, Italy", []string{"Lyon, France", "Turin, Italy"}},
		{"a way of working", "Hybrid", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := statedPlaces(tt.place); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
