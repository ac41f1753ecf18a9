package mail

import (
	"strings"

	"candid/store/intake/charset"
)

// readCard takes from a business card (vCard) who sent it. The first of each kind counts.
func (m *message) readCard(b []byte) {
	s, ok := charset.Text(b)
	if !ok {
		return
	}
	s = strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "").Replace(s)
	for line := range strings.Lines(s) {
		head, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || len(value) > 300 {
			continue
		}
		name, params, _ := strings.Cut(strings.ToUpper(head), ";")
		if i := strings.LastIndexByte(name, '.'); i >= 0 { // of a group
			name = name[i+1:]
		}
		if strings.Contains(params, "QUOTED-PRINTABLE") {
			value = repaired(string(fromQuoted([]byte(value))))
		}
		value = oneLine(strings.NewReplacer(`\,`, ",", `\;`, ";", `\n`, " ", `\N`, " ", `\\`, `\`).Replace(value))
		switch name {
		case "FN":
			m.card.Name = or(m.card.Name, value)
		case "EMAIL":
			m.card.Email = or(m.card.Email, value)
		case "TEL":
			m.card.Phone = or(m.card.Phone, strings.TrimPrefix(value, "tel:"))
		}
	}
}
