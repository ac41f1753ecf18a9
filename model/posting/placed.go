package posting

import (
	"slices"
	"strconv"
	"strings"

	"candid/model/pattern"
	"candid/model/wording"
)

func yearsOf(months int64) string { return strconv.FormatInt(months/12, 10) }

// placeOf is the words for a place that a format gives in pieces: "Kirkland, WA".
func placeOf(v any) string {
	switch v := v.(type) {
	case string:
		return wording.Shorten(oneLine(v), 60)
	case []any:
		if len(v) > 0 {
			return placeOf(v[0])
		}
	case object:
		city := plain(v.get("address locality", "locality", "city", "town", "city name", "ort", "ville", "ciudad", "cidade"))
		region := plain(v.get("address region", "region", "state", "province", "region name", "state code", "estado", "bundesland"))
		country := plain(v.get("address country", "country", "country code", "country name", "land", "pays", "país", "pais"))
		if city == "" && region == "" {
			if a, ok := v.get("address", "postal address", "location", "adresse", "dirección", "endereço").(object); ok {
				if p := placeOf(a); p != "" {
					return p
				}
			}
			if s := plain(v.get("name", "location", "label", "text", "full location", "display", "display name", "formatted", "location name", "location str", "location string", "short location", "libelle", "value", "address")); s != "" {
				return wording.Shorten(s, 60)
			}
		}
		if full := segments(plain(v.get("full location", "formatted address", "display name"))); city != "" && strings.HasPrefix(full, city) {
			return wording.Shorten(full, 60)
		}
		if len(country) == 2 {
			country = strings.ToUpper(country)
		}
		return placed(city, region, country)
	}
	return ""
}

// segments is a place whose empty parts are left out: "Lyon, , France" is "Lyon, France".
func segments(s string) string {
	var all []string
	for _, p := range strings.Split(s, ",") {
		all = append(all, strings.TrimSpace(p))
	}
	return strings.Join(nonempty(all...), ", ")
}

// code matches the short names of states, which name their country too.
var code = pattern.New(`^[A-Z]{2,3}$`)

// placed joins the names of a place from small to large. A country is not said where a state's code says it.
func placed(city, region, country string) string {
	var all []string
	add := func(s string) {
		said := func(t string) bool { return strings.EqualFold(t, s) }
		if s != "" && !slices.ContainsFunc(all, said) && !strings.HasSuffix(strings.Join(all, ", "), ", "+s) {
			all = append(all, s)
		}
	}
	add(city)
	add(region)
	if city == "" || !code.MatchString(region) && !(code.MatchString(country) && inJapan.MatchString(region)) {
		add(country)
	}
	return wording.Shorten(strings.Join(all, ", "), 60)
}

// employmentOf is the words for the kind of employment that a format gives: "FullTime" is "Full Time".
func employmentOf(v any) string {
	var all []string
	for _, x := range list(v) {
		if s := plain(x); s != "" {
			if !strings.ContainsAny(s, " -_") {
				s = camelWords(s)
			}
			all = append(all, s)
		}
	}
	return wording.Shorten(strings.Join(all, ", "), 60)
}

// camelWords parts the words of a name such as "FullTime".
func camelWords(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if r >= 'A' && r <= 'Z' && before >= 'a' && before <= 'z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
