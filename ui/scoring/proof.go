package scoring

import (
	"strings"

	"candid/model"
	"candid/model/evidence"
)

// stand goes to a place in the order; the document follows, to the requirement's strongest line.
func (m Model) stand(at int) Model {
	m.at, m.sure, m.repeating, m.top = at, false, 0, 0
	return m.show(true)
}

// show lays out the document again. When following, that is the one with the requirement's strongest line, if there is any.
func (m Model) show(following bool) Model {
	q, ok := m.current()
	readings := m.person.Readings
	m = m.resize()
	if !ok || len(readings) == 0 {
		return m
	}
	arrived := m.page.Document().IsZero()
	if i, _, found := evidence.Strongest(readings, q.ID); found && (following || arrived) {
		m.reading = i
	}
	return m.read(min(m.reading, len(readings)-1))
}

// read shows one of the documents.
func (m Model) read(i int) Model {
	q, ok := m.current()
	if !ok || i < 0 || i >= len(m.person.Readings) {
		return m
	}
	m.reading = i
	before := m.page.Document()
	m.page = m.page.Show(m.person.Readings[i], q.ID)
	switch {
	case m.page.Document() == before:
	case m.find.words != "":
		m.page = m.page.Find(m.find.words)
	default: // what the candidate was found by is marked; the line for the requirement is what is to be seen
		m.page = m.page.Mark(m.sought)
	}
	return m
}

// evidence goes to the next statement, or to the one before: past the last of a document, to the next document that
// has any, around the end.
func (m Model) evidence(by int) Model {
	n, of, _, ok := m.page.Here()
	if ok && n+by >= 1 && n+by <= of {
		m.page = m.page.Evidence(by)
		return m
	}
	q, _ := m.current()
	readings := m.person.Readings
	for k := 1; k <= len(readings); k++ {
		i := ((m.reading+by*k)%len(readings) + len(readings)) % len(readings)
		if len(readings[i].Found[q.ID]) == 0 {
			continue
		}
		m = m.read(i)
		n, of, _, _ = m.page.Here()
		if by > 0 {
			m.page = m.page.Evidence(1 - n)
		} else {
			m.page = m.page.Evidence(of - n)
		}
		break
	}
	return m
}

// lines counts the statements over all documents: which of them one stands on, from 1, or 0 for none, of how many.
func (m Model) lines() (n, of int) {
	q, _ := m.current()
	for i, r := range m.person.Readings {
		if here, _, _, ok := m.page.Here(); ok && i == m.reading {
			n = of + here
		}
		of += len(r.Found[q.ID])
	}
	return n, of
}

// titles is what the documents are called.
func (m Model) titles() []string {
	var titles []string
	for _, r := range m.person.Readings {
		title := r.Document.Kind.String()
		if r.Document.Kind == model.OtherDocument && r.Document.Name != "" {
			title = r.Document.Name
		}
		titles = append(titles, strings.ToUpper(title[:1])+title[1:])
	}
	return titles
}
