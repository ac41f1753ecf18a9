package demo

import "candid/model"

// person is what an application does not say in its own words: how it came in.
type person struct {
	slug     string // its file or folder in applications, without the ending
	location string
	source   string
	applied  int // days before now
	tags     []string
}

// people are the applicants, whose words are in applications.
var people = []person{
	{"amara-okafor", "Toronto", "referral", 2, []string{"referral"}},
	{"ifeoma-nwosu-clarke", "Toronto", "website", 1, []string{"toronto"}},
	{"linus-bergstrom", "Stockholm", "linkedin", 3, nil},
	{"dmitri-sokolov", "Belgrade", "website", 4, nil},
	{"ana-sofia-ibanez", "San Francisco", "referral", 2, []string{"referral"}},
	{"junho-kim", "San Francisco", "linkedin", 6, nil},
	{"priya-raghunathan", "San Francisco", "referral", 9, []string{"referral"}},
	{"tomas-herrera", "Oakland", "website", 5, nil},
	{"wanjiru-kamau", "Toronto", "website", 5, []string{"toronto"}},
	{"olivier-dufresne", "Montréal", "website", 7, nil},
	{"mei-ling-chen", "Toronto", "website", 3, []string{"toronto"}},
	{"rob-mcallister", "Reno", "job board", 8, nil},
	{"misaki-sato", "Vancouver", "conference", 13, []string{"toronto"}},
	{"sabine-oeztuerk-krueger", "Hamburg", "agency", 9, []string{"freelance"}},
	{"sebnem-yildiz", "San Francisco", "email", 3, []string{"freelance"}},
	{"layla-haddad", "Berlin", "linkedin", 4, []string{"relocation"}},
	{"nikos-papadakis", "Athens", "linkedin", 12, []string{"relocation"}},
	{"elena-kravtsova", "Tbilisi", "website", 11, []string{"relocation"}},
	{"kwabena-asante-mensah", "Waterloo", "website", 10, nil},
	{"ananya-deshpande", "Kitchener", "meetup", 6, nil},
	{"marcus-whitfield", "San Francisco", "linkedin", 7, nil},
	{"thao-nguyen", "Toronto", "campus", 1, []string{"toronto", "student"}},
	{"maddie-tran", "Sacramento", "website", 14, nil},
	{"gareth-llewellyn", "Cardiff", "job board", 16, nil},
}

// reviewers are the panel: the viewer first, under the word that reviews.txt has for each.
var reviewers = []struct{ word, name string }{
	{"you", "You"},
	{"ana", "Ana Duarte"},
	{"kenji", "Kenji Mori"},
}

// came is the application with how it came in. When, the store says.
func (p person) came(a model.Application) model.Application {
	c := &a.Candidate
	c.Location, c.Source = p.location, p.source
	for _, tag := range p.tags {
		c.Tags = append(c.Tags, model.Tag{Name: tag})
	}
	return a
}
