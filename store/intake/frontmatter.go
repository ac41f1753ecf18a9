package intake

import "strings"

// frontMatter reads the "key: value" lines between two lines "---" at the head of a file: name, email, phone, location,
// links. It gives the number of the line after them, 0 where there are none. An applicant writes the file, so what only the
// reader can know, such as who referred whom, is not taken from it.
func frontMatter(lines []string) (f facts, rest int) {
	if len(lines) == 0 || lines[0] != "---" {
		return facts{}, 0
	}
	list := ""
	for i, line := range lines[1:min(len(lines), 60)] {
		if line == "---" || line == "..." {
			return f, i + 2
		}
		if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok && list != "" {
			f.set(list, item)
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok && strings.TrimSpace(line) != "" || strings.HasPrefix(key, "#") {
			return facts{}, 0
		}
		list = strings.ToLower(strings.TrimSpace(key))
		f.set(list, value)
	}
	return facts{}, 0
}

// set takes one value of the front matter.
func (f *facts) set(key, value string) {
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	if value == "" {
		return
	}
	switch key {
	case "name", "author", "full name", "fullname":
		f.Name = value
	case "email", "e-mail", "mail":
		f.Email = emailAddress.FindString(value)
	case "phone", "tel", "telephone", "mobile":
		f.Phone = value
	case "location", "city", "address":
		f.Location = value
	case "links", "link", "url", "website", "github", "linkedin":
		for _, s := range items(value) {
			if link := normalLink(s); link != "" {
				f.Links = append(f.Links, link)
			}
		}
	}
}

// items parts a list written on one line: a, b or [a, b].
func items(s string) []string {
	var out []string
	for _, item := range strings.Split(strings.Trim(s, "[]"), ",") {
		if item = strings.Trim(strings.TrimSpace(item), `"'`); item != "" {
			out = append(out, item)
		}
	}
	return out
}
