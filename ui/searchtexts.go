package ui

import (
	"strings"

	"candid/model"
	"candid/model/search"
	"candid/store"
)

func textsOf(s *store.Store, ids []model.ID) (map[model.ID]search.Text, error) {
	texts := map[model.ID]search.Text{}
	for _, id := range ids {
		p, err := s.Person(id)
		if err != nil {
			return nil, err
		}
		for _, r := range p.Readings {
			texts[id] = append(texts[id], search.New(strings.Join(r.Lines, "\n"))...)
		}
	}
	return texts, nil
}
