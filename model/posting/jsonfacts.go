package posting

import (
	"slices"
	"strings"
)

// The names under which JSON gives the facts of a role, beside those of fieldNames.
var (
	placeKeys = []string{"primary location", "location name", "location names", "location display", "work place", "workplace location", "candidate required location", "location restrictions",
		"geo", "area", "place", "places", "arbeitsort", "arbeitsorte", "stellenlokationen", "lieu travail", "ciudad", "cidade", "ville", "city", "cities"}
	morePlaceKeys  = []string{"additional locations", "secondary locations", "all locations", "other locations", "locations"}
	employmentKeys = []string{"employment type", "employment types", "type of employment", "time type", "types", "employment status", "employment status label", "commitment", "work schedule",
		"schedule", "schedule type", "worker type", "employment type code", "contract type", "contract time", "working time", "employment", "type", "work type", "type contrat", "type contrat libelle", "duree travail", "duree travail libelle", "duree travail libelle converti"}
	remoteKeys = []string{"remote", "is remote", "telecommute", "telecommuting", "remote work", "workplace type", "work mode", "location type", "workplace", "remote type",
		"work model", "allows remote", "remote ok", "fully remote"}
	besideFacts = []string{"address", "country", "country code", "state", "region", "postal code", "offices"}
)

// isFact reports whether a member of this name gives a fact, and so is no part of the text.
func isFact(key string) bool {
	if last := key[strings.LastIndexByte(key, ' ')+1:]; last == "location" || last == "locations" {
		return true
	}
	for _, keys := range [][]string{placeKeys, morePlaceKeys, employmentKeys, remoteKeys, besideFacts, fieldNames["location"], fieldNames["employment"]} {
		if slices.Contains(keys, key) {
			return true
		}
	}
	return false
}

// objectFacts is the facts that a posting in JSON states.
func objectFacts(o object) facts {
	f := facts{title: plain(titleWithin(o, 0))}
	f.gather(o, 0)
	for _, v := range list(o.get("tags", "labels", "keywords")) {
		if s := plain(v); f.employment == "" && employmentOnly(s) {
			f.employment = s
		}
	}
	if len(f.locations) == 0 {
		for _, v := range list(o.get("offices", "office")) {
			f.place(placeOf(v))
		}
	}
	return f
}

// only is the object with no members but these.
func only(o object, keys ...string) object {
	return slices.DeleteFunc(slices.Clone(o), func(m member) bool { return !slices.Contains(keys, m.key) })
}

func (f *facts) gather(o object, depth int) {
	o = withPairs(o)
	f.gatherPlaces(o)
	for _, k := range append(employmentKeys, fieldNames["employment"]...) {
		if s := employmentOf(o.get(k)); f.employment == "" || f.permanent() {
			if len(employmentsIn(s)) > 0 {
				f.employment = s
			}
		}
	}
	for _, m := range o {
		k := m.key
		if m.value == true && f.employment == "" && len(employmentsIn(k)) > 0 {
			f.employment = k
		}
		inner, ok := m.value.(object)
		if ok && depth < 3 && !slices.Contains(asideKeys, k) && !isFact(k) {
			f.gather(inner, depth+1)
		}
	}
	for _, k := range remoteKeys {
		if saysRemote(o.get(k)) && !strings.Contains(strings.ToLower(strings.Join(f.locations, " ")), "remote") {
			f.place("Remote")
		}
	}
}

// permanent reports whether the employment says no more than that it is for good.
func (f *facts) permanent() bool {
	kind, _ := kindOfEmployment(f.employment)
	return kind == "Permanent"
}

// withPairs is the object with what its lists of names and values give, such as {"name": "Job Type", "value": "Full-time"}.
func withPairs(o object) object {
	all := o
	for _, m := range o {
		listed, _ := m.value.([]any)
		for _, v := range listed {
			if pair, ok := v.(object); ok && pair.has("value") {
				if name, ok := pair.get("name", "label", "key", "title").(string); ok {
					all = append(all[:len(all):len(all)], newMember(name, pair.get("value")))
				}
			}
		}
	}
	return all
}

// gatherPlaces takes the places of one object, unless those around it gave some.
func (f *facts) gatherPlaces(o object) {
	if len(f.locations) > 0 {
		return
	}
	remote := false
	for _, keys := range [][]string{append(slices.Clone(fieldNames["location"]), placeKeys...), morePlaceKeys} {
		for _, k := range keys {
			if k == "office" || k == "offices" || k == "location type" || k == "city" && len(f.locations) == 0 && o.has("state", "region", "province", "country") {
				continue
			}
			for _, v := range list(o.get(k)) {
				if words, ok := v.(string); ok {
					if !f.within(oneLine(words)) {
						f.placesOf(words)
					}
					continue
				}
				s := placeOf(v)
				if o, ok := v.(object); ok && len(o) > 0 && only(o, "name").has("name") && !o.has("city", "region", "country") {
					f.placesOf(plain(v))
					continue
				}
				if in, ok := v.(object); ok {
					remote = remote || slices.ContainsFunc(remoteKeys, func(r string) bool { return saysRemote(in.get(r)) })
				}
				if !f.within(s) {
					f.place(s)
				}
			}
			if len(f.locations) > 0 && !slices.Contains(morePlaceKeys, k) {
				break
			}
		}
	}
	if len(f.locations) == 0 && !remote {
		f.place(placeOf(only(o, "city", "town", "state", "province", "country", "country code")))
	}
	if remote {
		f.place("Remote")
	}
}

// within reports whether a place is one that is there already, said in more or fewer words.
func (f *facts) within(s string) bool {
	return slices.ContainsFunc(f.locations, func(have string) bool {
		return s == "" || strings.HasPrefix(have+",", s+",") || strings.HasPrefix(s+",", have+",")
	})
}

func saysRemote(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case string:
		return slices.Contains([]string{"remote", "full", "fully remote", "telecommute", "remote only", "full remote", "100 remote", "remote first", "yes"}, plainKey(v))
	case object:
		return saysRemote(plain(v))
	}
	return false
}
