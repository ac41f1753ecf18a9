package wording

import "strings"

// anchorCells is the widest an anchor is proposed.
const anchorCells = 34

// What lacks, some, meets and exceeds look like, by matter; %s is the time asked.
var proposed = [...][4]string{
	deed:       {"shows they have not done it", "had a part in it, no depth shown", "did it themselves, with results", "led it, or others learn from them"},
	experience: {"far fewer than %s", "nearly %s, or in other work", "%s or more, in such work", "many more, at a growing scope"},
	credential: {"has neither it nor its like", "under way, or something near it", "has it, or what counts as much", "more than is asked"},
	condition:  {"says that it cannot be", "in part, or not yet", "says that it is so", "more than is asked"},
	language:   {"shows they do not speak it", "some, not enough to work in it", "works in it", "speaks and writes it like a native"},
	knowledge:  {"shows they do not know it", "knows of it, no depth shown", "put it to use in their work", "others learn it from them"},
	practice:   {"works without it", "knows it, follows others' lead", "does it as a matter of course", "brings it to a team"},
	quality:    {"an example speaks against it", "claimed, with no example", "an example shows it", "several do, with what came of it"},
	technology: {"shows they do not have it", "used it, no depth shown", "shipped and operated it", "others learn it from them"},
	tool:       {"shows they do not use it", "used it, no depth shown", "uses it in their own work", "others learn it from them"},
}

// anchors proposes what lacks, some, meets and exceeds look like for a requirement.
func anchors(text, label string) [4]string {
	m, time := matterIn(text, label)
	a := proposed[m]
	if m == experience {
		for i, s := range a {
			a[i] = strings.ReplaceAll(s, "%s", time.least())
		}
	}
	return a
}
