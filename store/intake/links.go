package intake

import (
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode"

	"candid/model/pattern"
)

const profileHost = `(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|stackoverflow\.com|kaggle\.com|leetcode\.com|medium\.com|behance\.net|dribbble\.com|xing\.com|orcid\.org|scholar\.google\.com|researchgate\.net|dev\.to|hh\.ru|gitee\.com|twitter\.com|x\.com|t\.me)`

var (
	profileLink = pattern.New(`(?i)^https?://(?:[a-z]{2,3}\.)?` + profileHost + `/.`)
	ownProfile  = pattern.New(`(?i)^https?://(?:[a-z]{2,3}\.)?(?:linkedin\.com/in|github\.com|gitlab\.com|bitbucket\.org|kaggle\.com|medium\.com|dev\.to|twitter\.com|x\.com|behance\.net|dribbble\.com|gitee\.com|codeberg\.org|leetcode\.com(?:/u)?)/@?([^/?#]+)/?(?:[?#].*)?$`)
	handle      = pattern.New(`(?i)(?:^|[\s|•·,;(])(github|gitlab|linkedin|gh)\s*[:：]\s*(?:/?in/|@|/)?([\p{L}0-9][\p{L}0-9._-]{1,60})/?(?:$|[\s|•·,;)])`)
	bareHost    = pattern.New(`(?i)^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.){1,3}(?:com|org|net|io|dev|me|info|de|fr|uk|co|ca|eu|ru|pl|it|es|nl|ch|at|se|no|dk|fi|be|cz|pt|br|in|cn|jp|kr|au|us|xyz|tech|site|page|app|blog|ai|sh|name|work|design|space|cc|tv|vn|ua|tr|gr|ie|nz|za|mx|ar)(?:/[^\s]*)?$`)
)

// profileHosts is the hosts where people have profiles, each with the "/" behind it.
var profileHosts = sync.OnceValue(func() []string {
	hosts := strings.Split(strings.ReplaceAll(strings.Trim(profileHost, "(?:)"), `\.`, "."), "|")
	for i := range hosts {
		hosts[i] += "/"
	}
	return hosts
})

// maxLinks is how many links of a candidate are kept.
const maxLinks = 8

// findLinks is the links of the head, and profiles wherever they stand above the part about others.
func (p page) findLinks() []string {
	var links []string
	add := func(s string) { links = addLink(links, s) }
	for i, line := range p.lines[:p.others] {
		if len(links) == maxLinks {
			break
		}
		head := i < p.above
		if mayLink(line) {
			for _, at := range linksIn(line) {
				s := line[at[0]:at[1]]
				if at[0] > 0 && line[at[0]-1] == '@' {
					continue
				}
				if at[1] == len(strings.TrimRight(line, " ")) {
					s += p.linkGoesOn(i, s)
				}
				if link := normalLink(s); head || profileLink.MatchString(link) {
					add(s)
				}
			}
		}
		if head || i < p.head {
			p.spokenLinks(i, add)
		}
	}
	return links
}

// ownTargets is links with those added that the text does not say and that are the person's own by their host or user.
func (p page) ownTargets(links []string, name string) []string {
	for _, link := range p.links {
		if normal := normalLink(link); normal != "" && (ownProfile.MatchString(normal) || hostOf(normal) != "" && agreement(name, []string{hostLetters(normal)}) > 0) {
			links = addLink(links, link)
		}
	}
	return links
}

// addLink is links with s, once, as long as there are not too many.
func addLink(links []string, s string) []string {
	link := normalLink(s)
	if link == "" || len(links) >= maxLinks || slices.ContainsFunc(links, func(l string) bool { return sameLink(l, link) }) {
		return links
	}
	return append(links, link)
}

// linksIn is where web addresses stand in a line: with a scheme, with "www.", or of a host where people have profiles.
func linksIn(line string) [][2]int {
	if !mayLink(line) {
		return nil
	}
	var out [][2]int
	for start := 0; start < len(line) && len(out) < maxLinks; {
		end := start
		for end < len(line) && !partsLinks[line[end]] {
			end++
		}
		if at := linkStart(line[start:end]); at >= 0 {
			out = append(out, [2]int{start + at, end})
		}
		start = end + 1
	}
	return out
}

// partsLinks is the characters that stand in no web address.
var partsLinks = [256]bool{' ': true, '\t': true, '<': true, '>': true, '"': true, '\'': true, '(': true, ')': true, '[': true, ']': true, '|': true}

// linkStart is where in a word a web address begins, -1 when none does.
func linkStart(word string) int {
	if len(word) < 6 || !strings.ContainsAny(word, "/.") {
		return -1
	}
	lower := strings.ToLower(word)
	if len(lower) != len(word) {
		return -1
	}
	for _, begin := range []string{"https://", "http://", "www."} {
		if at := strings.Index(lower, begin); at >= 0 {
			return at
		}
	}
	if !strings.Contains(lower, "/") {
		return -1
	}
	for _, host := range profileHosts() {
		at := strings.Index(lower, host)
		if at < 0 || at+len(host) == len(lower) {
			continue
		}
		before := strings.LastIndexFunc(lower[:at], func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) + 1
		if len(lower[before:at]) <= 4 && (before == at || lower[at-1] == '.') {
			return before // "ca.linkedin.com"
		}
	}
	return -1
}

// spokenLinks adds what the head says of links without writing them out: "GitHub: @jane", "jane.example.org".
func (p page) spokenLinks(i int, add func(string)) {
	line := p.bare[i]
	if len(line) > 300 {
		return
	}
	if strings.ContainsAny(line, ":：") {
		for _, at := range handle.FindAllStringSubmatchIndex(line, 4) {
			site, user := strings.ToLower(line[at[2]:at[3]]), line[at[4]:at[5]]
			switch {
			case strings.Contains(user, ".com"), strings.EqualFold(user, "http"), strings.EqualFold(user, "https"), strings.EqualFold(user, "www"), isStopWord(strings.ToLower(user)):
			case site == "linkedin":
				add("https://linkedin.com/in/" + user)
			case site == "gitlab":
				add("https://gitlab.com/" + user)
			default:
				add("https://github.com/" + user)
			}
		}
	}
	if !strings.Contains(line, ".") {
		return
	}
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune(" |•·●,;()<>[]", r) }) {
		if word = strings.TrimRight(word, "./:"); strings.Contains(word, ".") && !strings.Contains(word, "@") && !strings.Contains(word, "://") && bareHost.MatchString(word) && !isDegree(word) && !inCapitals(word) {
			add(word)
		}
	}
}

// inCapitals reports whether what a host ends with is in capitals, as of what is named after one: "ASP.NET".
func inCapitals(word string) bool {
	host, _, _ := strings.Cut(word, "/")
	end := host[strings.LastIndexByte(host, '.')+1:]
	return strings.ToUpper(end) == end
}

// isDegree reports whether a word that could be a host's is a degree: "B.Sc", "M.Ed".
func isDegree(word string) bool {
	host, _, _ := strings.Cut(word, ".")
	return len(host) < 3 && !strings.Contains(word, "/") && known()["credentials"][strings.ToLower(word)] || strings.Count(word, ".") == 1 && len(host) == 1
}

// linkGoesOn is the rest of a link that stands in the next line: it ended with a mark that no link ends with.
func (p page) linkGoesOn(i int, s string) string {
	next := strings.TrimSpace(p.next(i))
	if !(strings.HasSuffix(s, "/") && strings.Count(strings.TrimPrefix(s, "https://"), "/") == 1+strings.Count(strings.ToLower(s), "/in/") && profileLink.MatchString(normalLink(s)+"/x") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "_")) ||
		next == "" || strings.ContainsAny(next, " @:|") || len(next) > 60 || strings.ToLower(next) != next && !strings.ContainsAny(next, "-0123456789") {
		return ""
	}
	return next
}

// mayLink spares most lines the search for links.
func mayLink(line string) bool {
	return strings.Contains(line, "/") || strings.Contains(line, "www.") || strings.Contains(line, "WWW.")
}

// tracked is the parts of a link that say where somebody clicked, and not where it leads.
var tracked = []string{"utm_", "trk", "fbclid", "gclid", "originalsubdomain", "lipi", "igshid", "ref_src", "mc_cid", "mc_eid"}

// normalLink is a web address with its scheme and without what only tracks; "" for what is none.
func normalLink(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;:!?*_`'\"")
	lower := strings.ToLower(s)
	switch {
	case len(s) > 300 || strings.ContainsAny(s, " <>\"") || !strings.Contains(s, "."):
		return ""
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"):
	case strings.Contains(s, "://") || strings.Contains(s, "@") && !strings.Contains(s, "/@") || strings.HasPrefix(lower, "mailto:") || strings.HasPrefix(lower, "tel:") || strings.HasPrefix(lower, "javascript:"):
		return ""
	default:
		s = "https://" + s
	}
	before, query, _ := strings.Cut(s, "?")
	if query == "" {
		return before
	}
	query, fragment, _ := strings.Cut(query, "#")
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		if !slices.ContainsFunc(tracked, func(t string) bool { return strings.HasPrefix(strings.ToLower(pair), t) }) {
			kept = append(kept, pair)
		}
	}
	if len(kept) > 0 {
		before += "?" + strings.Join(kept, "&")
	}
	if fragment != "" {
		before += "#" + fragment
	}
	return before
}

// sameLink reports whether two links lead to the same page, whatever stands before and behind it.
func sameLink(a, b string) bool { return linkKey(a) == linkKey(b) }

func linkKey(s string) string {
	_, s, _ = strings.Cut(strings.ToLower(s), "://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}

// handles is the names that a person goes by in links: the user of a profile, the host of a page of their own.
func handles(links []string) []string {
	var out []string
	for _, l := range links {
		if m := ownProfile.FindStringSubmatch(l); m != nil {
			out = append(out, m[1])
		} else if host := hostLetters(l); host != "" && !profileLink.MatchString(l) {
			out = append(out, host)
		}
	}
	return out
}

func hostOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// hostLetters is a link's host without what all hosts have: of www.jane-doe.example it is jane-doe.
func hostLetters(link string) string {
	host := strings.TrimPrefix(hostOf(link), "www.")
	if at := strings.LastIndexByte(host, '.'); at > 0 {
		host = host[:at]
	}
	return host
}
