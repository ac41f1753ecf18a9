package posting

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/model/pattern"

	"github.com/rivo/uniseg"
)

// label is a name for a requirement, at most model.LabelCells wide, made of its own leading words; taken holds those that are
// given, in lower case.
func label(text string, taken map[string]bool) string {
	whole := strings.Fields(asides.ReplaceAllString(text, ""))
	// What sets apart two that would be called the same is what stands before or after.
	tries := []string{brief(text), capital(fit(whole)), shorten(text, model.LabelCells)}
	first := ""
	for _, s := range tries {
		if s != "" && !taken[strings.ToLower(s)] {
			return s
		}
		if first == "" {
			first = s
		}
	}
	for n := 2; ; n++ {
		mark := fmt.Sprintf(" %d", n)
		if s := strings.TrimSpace(shorten(first, model.LabelCells-len(mark)) + mark); !taken[strings.ToLower(s)] {
			return s
		}
	}
}

// What stands at the front of a requirement and says nothing of what it asks for.
var (
	leadIns = phrases(`you have|you are|you can|you know|you will have|you should have|you must have|youre|youve|you|must|should|have|has|be|is|are|able to|ability to|abilities to|capable of|
		willing to|willingness to|a|an|the|some|any|at least|minimum|minimum of|proven|strong|solid|excellent|deep|good|great|extensive|hands-on|hands on|prior|previous|demonstrated|demonstrable|
		practical|significant|meaningful|exceptional|outstanding|sound|thorough|advanced|high|basic|relevant|real|real-world|in-depth|broad|very|highly|professional|fluent|skilled|
		proficient|well-versed|experience|experienced|expertise|knowledge|familiarity|familiar|understanding|fluency|proficiency|grasp|command|background|track record|exposure|
		comfort|comfortable|interest|interested|passion|passionate|competence|mastery|with|in|of|on|for|using|as|at|about|to|working`)
	// Some of these say that something was done, so that what follows was done to the thing that counts.
	deeds = phrases(`experience|experienced|expertise|track record|comfortable|exposure|understanding|knowledge`)
	// What is done to nearly anything.
	doing = phrases(`designing|building|operating|developing|creating|maintaining|implementing|using|writing|running|delivering|supporting|working`)
	// What stands at the end and adds nothing.
	tails = phrases(`experience|expertise|skills|knowledge|required|mandatory|preferred|proficiency|abilities|background`)
	// No label ends on one of these.
	joins = phrases(`with|in|of|on|for|using|as|at|about|to|and|or|the|a|an|by|from|into|over|under|per|via|is|are|be|its|their|our|your|you|that|which|who|such|like|including|e.g|i.e|any|but|than|
		plus|other|similar|related|both|not|very|et|ou|de|des|du|la|le|les|en|un|une|und|oder|mit|der|die|das|von|y|o|con|el|los|las|e|com|do|da`)
	// A label may well end before one of these.
	breaks = phrases(`with|in|on|for|using|as|at|to|and|or|by|from|into|via|that|which|who|where|when|including|such|like|plus|but|is|are|while|et|pour|dans|und|oder|mit|y|con|para|com`)
	// What stands between the years and the work they were spent on.
	yearWords = phrases(`professional|hands-on|progressive|relevant|proven|practical|experience|experiences|related|direct|working|work|in|with|of|as|a|an|the|directly|
		similar|comparable|total|overall|prior`)
	// What says nothing of the work by itself.
	posts = phrases(`role|roles|position|positions|field|capacity|area`)
)

var (
	asides  = pattern.New(`\s*[(\[][^)\]]*[)\]]?`)
	clauses = pattern.New(`\s*(?:[;。]|: |\s[—–-]\s|, (?:including|such as|with|e\.g)|\bsuch as\b|\be\.g\.|` +
		`(?: and| or|,) (?:familiarity|experience|knowledge|understanding|proficiency|comfort|ability|expertise|comfortable)\b)`)
	years = pattern.New(`(?i)^((?:\d+(?:\s?[-–]\s?\d+)?\s?\+?|one|two|three|four|five|six|seven|eight|nine|ten)(?: or more)? (?:years?|yrs))['’]?(?: of)? `)
)

func phrases(s string) map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.Split(s, "|") {
		set[strings.TrimSpace(p)] = true
	}
	return set
}

// brief is the label a requirement would like best.
func brief(text string) string {
	s := strings.TrimSpace(asides.ReplaceAllString(text, ""))
	if all := sentences(s); len(all) > 0 {
		s = all[0]
	}
	for {
		m := clauses.FindStringIndex(s)
		if m == nil {
			break
		}
		if head := strings.Fields(s[:m[0]]); says(head) || m[1] == len(s) {
			s = s[:m[0]]
			break
		}
		s = strings.TrimSpace(s[m[1]:])
	}
	words := strings.Fields(s)
	words, _ = dropLead(words)
	if m := years.FindStringSubmatch(strings.Join(words, " ") + " "); m != nil {
		return yearLabel(words, m[1], len(strings.Fields(m[0])))
	}
	return capital(fit(dropTails(words)))
}

// says reports whether any of the words says what is asked for.
func says(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ",."))
		return !leadIns[w] && !tails[w] && !joins[w]
	})
}

// dropLead takes the words off the front that say nothing, as long as something is left.
func dropLead(words []string) (rest []string, deed bool) {
	for {
		n, d := leading(words, deed)
		if n == 0 || n >= len(words) {
			return words, deed
		}
		words, deed = words[n:], deed || d
	}
}

// leading counts the words at the front that say nothing, up to one phrase of them.
func leading(words []string, deed bool) (n int, isDeed bool) {
	for n := min(4, len(words)); n > 0; n-- {
		p := strings.ToLower(strings.TrimRight(strings.Join(words[:n], " "), ","))
		p = strings.NewReplacer("'", "", "’", "").Replace(p)
		if leadIns[p] {
			return n, deeds[p]
		}
	}
	if len(words) < 2 || !deed {
		return 0, false
	}
	bare := func(i int) string { return strings.ToLower(strings.TrimRight(words[i], ",")) }
	switch {
	case doing[bare(0)]:
		return 1, false
	case (bare(0) == "and" || bare(0) == "or") && doing[bare(1)]:
		return 2, false
	}
	return 0, false
}

// dropTails leaves out the general nouns that end a phrase: "Rust experience with async runtimes" is Rust with async runtimes.
func dropTails(words []string) []string {
	var kept []string
	for i, w := range words {
		bare := strings.ToLower(strings.Trim(w, ".,"))
		ends := i == len(words)-1 || breaks[strings.ToLower(words[i+1])]
		if len(kept) > 0 && ends && tails[bare] && !joins[strings.ToLower(words[i-1])] {
			if strings.HasSuffix(w, ",") {
				kept[len(kept)-1] += ","
			}
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// yearLabel is the span, such as "5+ years", and the work it was spent on, shortened to what that comes down to. The span and the
// "of" after it are the first n words.
func yearLabel(words []string, span string, n int) string {
	work := words[n:]
	for len(work) > 0 && (yearWords[strings.ToLower(strings.Trim(work[0], ","))] || len(work) > 1 && doing[strings.ToLower(strings.Trim(work[0], ","))]) {
		work = work[1:]
	}
	for i, w := range work {
		if strings.HasSuffix(w, ",") || i > 0 && breaks[strings.ToLower(w)] {
			if strings.HasSuffix(w, ",") {
				i++
			}
			if i > 1 && strings.HasSuffix(work[i-1], "ed") {
				i-- // what it is made with, or for
			}
			work = work[:i]
			break
		}
	}
	work = dropTails(work)
	if len(work) == 0 || len(work) == 1 && posts[work[0]] {
		return capital(fit(words))
	}
	span = capital(span)
	slashed := slices.Contains(work, "/")
	for from := range work {
		if slashed && from > 0 {
			break // one of several: the first stands for them
		}
		// The work is the last noun; what stands before it narrows it.
		for _, of := range []string{" of ", " "} {
			if s := span + of + trimmed(work[from:]); width(s) <= model.LabelCells {
				return s
			}
		}
	}
	if s := trimmed(cut(work, model.LabelCells-width(span+" of "))); s != "" {
		return span + " of " + s
	}
	return span
}

// fit is as many leading words as a label holds, ending where a phrase ends if that leaves enough of them.
func fit(words []string) string {
	all := trimmed(words)
	if width(all) <= model.LabelCells {
		return all
	}
	most := trimmed(cut(words, model.LabelCells))
	if most == "" {
		return shorten(all, model.LabelCells)
	}
	phrase := ""
	for i := 1; i < len(words); i++ {
		s := trimmed(words[:i])
		if width(s) > model.LabelCells {
			break
		}
		if strings.HasSuffix(words[i-1], ",") || breaks[strings.ToLower(words[i])] {
			phrase = s
		}
	}
	if 10*width(phrase) >= 6*width(most) {
		return phrase
	}
	return most
}

// cut is the leading words that fit into cells.
func cut(words []string, cells int) []string {
	n, used := 0, 0
	for n < len(words) {
		w := width(words[n])
		if used+width(strings.TrimRight(words[n], ",")) > cells {
			break
		}
		used += w + 1
		n++
	}
	return words[:n]
}

// trimmed joins the words, without those at the end that lead on to something, and without punctuation there.
func trimmed(words []string) string {
	for len(words) > 0 {
		last := strings.ToLower(strings.Trim(words[len(words)-1], ".,:;!?&/–—-|"))
		if last != "" && !joins[last] {
			break
		}
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), " .,:;!?&/–—-")
}

// capital begins s with a capital letter, unless its first word is a name that is written small, such as iOS or npm.
func capital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if strings.IndexFunc(word, unicode.IsUpper) >= 0 || !strings.ContainsAny(word, "aeiouyäöüáéíóúàèâêîôû") {
		return s
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// shorten cuts s to cells with an ellipsis, at the end of a word if one ends in its second half.
func shorten(s string, cells int) string {
	if width(s) <= cells {
		return s
	}
	var kept strings.Builder
	room, rest, state := cells-1, s, -1
	for rest != "" {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if room -= w; room < 0 {
			break
		}
		kept.WriteString(cluster)
	}
	short := kept.String()
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " .,:;") + "…"
}

// width of s in terminal cells.
func width(s string) int { return uniseg.StringWidth(s) }
