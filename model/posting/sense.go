package posting

import "strings"

// sense is what a heading says of what stands under it.
type sense uint8

const (
	unknown sense = iota
	asks          // what the role asks for
	asksNice
	wishes // what it asks for, unless another section does so more plainly
	other  // the work, the company, what is offered, how to apply
)

// A heading's sense is that of the first family of which it holds a phrase. Phrases are as plainKey leaves them and match whole
// words; a "*" ends one that stands for the beginning of a word. Those in scripts without spaces match anywhere.
var families = []struct {
	sense   sense
	phrases []string
}{
	{other, []string{"benefit*", "perk*", "salary", "compensation", "pay", "apply*", "applying", "application", "equal opportunity", "diversity",
		"hiring process", "interview process", "recruitment process", "selection process", "rewards", "we offer", "what we offer", "duties", "responsib*", "missions",
		"aufgaben", "wir bieten", "responsabilit*", "responsabilidades", "funciones", "beneficios", "benefícios", "avantages", "ofrecemos", "oferecemos",
		"postuler", "業務内容", "仕事内容", "福利厚生", "待遇", "給与", "選考"}},
	{asksNice, []string{"nice to have*", "nice to haves", "nice if", "bonus*", "preferred", "preferable", "plus", "pluses", "plusses", "optional", "good to have", "great to have",
		"great if you", "even better", "extra credit", "extra points", "brownie points", "advantage*", "stand out", "would be nice", "not required", "wish list", "nice extras",
		"desirable", "les plus", "un plus", "atouts", "souhaité*", "apprécié*", "von vorteil", "wünschenswert", "pluspunkte", "idealerweise", "deseable*", "valorable*",
		"se valora*", "diferencia*", "desejáve*", "歓迎", "尚可", "あれば"}},
	{wishes, []string{"desired", "technologies", "technology", "tech stack", "stack"}},
	{asks, []string{"requirement*", "required", "qualification*", "prerequisite*", "must have*", "must haves", "about you", "were looking for", "are looking for", "we looking for",
		"we look for", "we are seeking", "somebody who*", "someone who*", "people who*", "ideal candidate", "candidate profile", "you bring", "youll bring", "you will bring", "should bring", "you might be", "you may be", "profil recherché", "anforderungen",
		"voraussetzungen", "qualifikation*", "requisitos", "exigences", "必須", "応募資格", "応募要件", "求める"}},
	{other, []string{"about*", "our*", "we", "were", "us", "why", "how*", "will do", "youll do", "you do", "doing", "functions", "role", "tasks", "mission", "culture", "overview",
		"summary", "company", "team", "learn", "impact"}},
	{asks, []string{"skills", "skill set", "skillset", "experience*", "education", "certification*", "expertise", "profile", "background", "knowledge", "competenc*", "abilities",
		"attributes", "you have", "youve got", "you are", "youre", "who you", "you need", "youll need", "need to have", "should have", "should be", "you should",
		"candidate", "capabilities", "eligibility", "essentials", "essential", "essentiels", "profil", "compétences", "kenntnisse", "bringst du mit", "bringen sie mit",
		"du hast", "perfil", "habilidades", "competências", "スキル", "経験"}},
}

// headingBytes is the longest a heading is that says what stands under it.
const headingBytes = 200

// senseOf is the sense of a heading.
func senseOf(s string) sense {
	if len(s) > headingBytes {
		return unknown
	}
	key := " " + plainKey(s) + " "
	for _, f := range families {
		for _, p := range f.phrases {
			if holds(key, p) && (f.sense != wishes || exactSense(s) == wishes) {
				return f.sense
			}
		}
	}
	return unknown
}

func holds(key, phrase string) bool {
	begin, isPrefix := strings.CutSuffix(phrase, "*")
	switch {
	case isPrefix:
		return strings.Contains(key, " "+begin)
	case phrase[0] >= 0xe3: // Japanese
		return strings.Contains(key, phrase)
	default:
		return strings.Contains(key, " "+phrase+" ")
	}
}

// beside are the words that may stand next to a family's phrase in a heading that has no mark.
var beside = phrases(`what|who|you|your|youll|the|key|job|technical|soft|core|role|minimum|basic|and|or|to|for|points|skills|position|are|we|our|us|do|will|how|non|general|additional|main|a|of|
	have|haves|professional|in|work|bring|why|join|were|looking|offer|it|is|les|dein|deine|ihr|ihre|tes|vos`)

// exactSense is the sense of a line that is a heading by nothing but its words: unknown unless all of them speak of sections.
func exactSense(s string) sense {
	if len(s) > headingBytes {
		return unknown
	}
	key := plainKey(s)
	words := strings.Fields(key)
	if len(words) == 0 || len(words) > 6 {
		return unknown
	}
	for _, f := range families {
		for _, p := range f.phrases {
			if !holds(" "+key+" ", p) {
				continue
			}
			for _, w := range words {
				if !beside[w] && !strings.Contains(" "+p, " "+w) && !familyWord(w) {
					return unknown
				}
			}
			return f.sense
		}
	}
	return unknown
}

// familyWord reports whether w by itself is a phrase of some family.
func familyWord(w string) bool {
	for _, f := range families {
		for _, p := range f.phrases {
			if !strings.Contains(p, " ") && holds(" "+w+" ", p) {
				return true
			}
		}
	}
	return false
}
