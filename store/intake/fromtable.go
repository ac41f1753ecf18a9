package intake

import (
	"slices"

	"candid/model"
	"candid/store/intake/content"
	"candid/store/intake/table"
)

// fromText reads a text that is a table, or a list of candidates in JSON, into candidates. It reports false for any other text,
// such as one resume in JSON. Files are attached as people does.
func fromText(path string, kind content.Kind, text string, o Options, attach func(name string) (document, *model.Problem)) ([]person, bool) {
	switch kind {
	case content.CSV:
		tables, err := table.CSV(text)
		return fromTables(path, tables, err, o, attach), true
	case content.JSONL:
		tables, err := table.JSONL(text)
		return fromTables(path, tables, err, o, attach), true
	case content.JSON:
		return peopleJSON(path, text, attach)
	}
	return nil, false
}

// fromTables makes candidates of the tables of a file, and an item of what of it could not be read. What the user says of columns
// holds for the sheets that have them.
func fromTables(path string, tables []content.Table, err error, o Options, attach func(name string) (document, *model.Problem)) []person {
	var all []person
	fits := make([]bool, len(tables))
	for i, t := range tables {
		_, err := mapping(t, o)
		fits[i] = err == nil
	}
	for i, t := range tables {
		o := o
		if !fits[i] && slices.Contains(fits, true) {
			o.Map = ""
		}
		all = append(all, people(path, t, o, attach)...)
	}
	if err != nil {
		all = append(all, knownItem(Item{Path: path, Problem: refusal(path, err)}))
	}
	return all
}
