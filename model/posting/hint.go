package posting

import (
	"strings"

	"candid/model/pattern"
	"candid/model/wording"

	"golang.org/x/net/html"
)

var (
	placeName      = pattern.New(`(?i)(?:^|\s)(?:job|posting|position|opening|offer)?[-_]{0,2}locations?(?:$|\s)`)
	employmentName = pattern.New(`(?i)(?:^|\s)(?:job|posting|position|opening|offer)?[-_]{0,2}(?:commitment|employment(?:[-_]?type)?|(?:job|work|time)[-_]?type)(?:$|\s)`)
	factLabel      = pattern.New(`^[\pL ]{2,24}[:：]\s*`)
)

// hint takes a fact from an element that is named after it, and holds a few words: the first after the page's title.
func (p *page) hint(n *html.Node) {
	if len(n.Attr) == 0 || len(p.h1) == 0 && len(p.headings) == 0 || p.hints.employment != "" && len(p.hints.locations) > 0 {
		return
	}
	for _, a := range []string{"class", "id", "data-ui", "data-qa", "data-testid", "data-test", "data-automation-id"} {
		names := attr(n, a)
		if names == "" {
			continue
		}
		isPlace, isKind := placeName.MatchString(names), employmentName.MatchString(names)
		if !isPlace && !isKind || holdsBlocks(n) || countWords(n) > 12 {
			continue
		}
		value := factLabel.ReplaceAllString(wordsOf(n), "")
		if isPlace && len(p.hints.locations) == 0 && strings.IndexFunc(value, wording.Wordy) >= 0 {
			p.hints.placesOf(value)
		}
		if isKind && p.hints.employment == "" && len(employmentsIn(value)) > 0 {
			p.hints.employment = value
		}
	}
}
