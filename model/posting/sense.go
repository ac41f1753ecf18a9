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
		"we look for", "we are seeking", "ideal candidate", "candidate profile", "you bring", "youll bring", "you will bring", "should bring", "you might be", "you may be", "profil recherché", "anforderungen",
		"voraussetzungen", "qualifikation*", "requisitos", "exigences", "必須", "応募資格", "応募要件", "求める"}},
	{other, []string{"about*", "our*", "we*", "us", "why", "how*", "will do", "youll do", "you do", "doing", "functions", "role", "tasks", "mission", "culture", "overview",
		"summary", "company", "team", "learn", "impact"}},
	{asks, []string{"skills", "skill set", "skillset", "experience*", "education", "certification*", "expertise", "profile", "background", "knowledge", "competenc*", "abilities",
		"attributes", "you have", "youve got", "you are", "youre", "who you", "you need", "youll need", "need to have", "should have", "should be", "you should", "somebody who",
		"someone who", "candidate", "capabilities", "eligibility", "essentials", "essential", "essentiels", "profil", "compétences", "kenntnisse", "bringst du mit", "bringen sie mit",
		"du hast", "perfil", "habilidades", "competências", "スキル", "経験"}},
}

// senseOf is the sense of a heading.
func senseOf(s string) sense {
	key := " " + plainKey(s) + " "
	for _, f := range families {
		for _, p := range f.phrases {
			if holds(key, p) {
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

// lead are the words that may stand beside a family's phrase in a heading without a mark.
var lead = map[string]bool{
	"what": true, "who": true, "you": true, "your": true, "youll": true, "the": true, "key": true, "job": true, "technical": true, "soft": true, "core": true, "role": true, "minimum": true,
	"basic": true, "and": true, "to": true, "for": true, "points": true, "skills": true, "candidate": true, "position": true, "experience": true, "education": true, "about": true, "are": true,
	"we": true, "our": true, "us": true, "do": true, "will": true, "how": true, "apply": true, "required": true, "non": true, "general": true, "additional": true, "main": true, "a": true,
	"of": true, "qualifications": true, "have": true, "haves": true, "desired": true, "preferred": true, "professional": true, "in": true, "work": true, "bring": true, "why": true, "join": true,
	"were": true, "looking": true, "offer": true, "it": true, "is": true, "les": true, "dein": true, "ihr": true, "tes": true, "vos": true,
}

// exactSense is the sense of a line that is a heading by nothing but its words: unknown unless all of them speak of sections.
func exactSense(s string) sense {
	key := plainKey(s)
	if key == "" || wordCount(key) > 6 {
		return unknown
	}
	for _, f := range families {
		for _, p := range f.phrases {
			if !holds(" "+key+" ", p) {
				continue
			}
			if p[0] >= 0xe3 {
				return f.sense
			}
			begin := strings.TrimSuffix(p, "*")
			at := strings.Index(" "+key+" ", " "+begin)
			rest := key[:at]
			if after := key[at+len(begin):]; strings.HasSuffix(p, "*") {
				_, after, _ = strings.Cut(after, " ")
				rest += " " + after
			} else {
				rest += " " + after
			}
			for _, w := range strings.Fields(rest) {
				if !lead[w] {
					return unknown
				}
			}
			return f.sense
		}
	}
	return unknown
}
