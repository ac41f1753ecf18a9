package intake

import (
	"slices"
	"strings"
	"unicode"
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(strings.Join(words, " ")) {
		m[w] = true
	}
	return m
}

// fileWord is the words of file names that say what the file is and not whose.
var fileWord = set(`resume résumé cv curriculum vitae lebenslauf cover letter coverletter motivation anschreiben bewerbung application apply
	applicant candidate candidature answers answer questions form final draft copy new old updated update latest version en de fr es it ru zh us uk pdf doc docx txt md
	резюме lettre bericht rev signed scan for the my`)

// stopWord is words, without accents, that stand in headings, titles of jobs and addresses, and not in names.
var stopWord = set(
	// documents and their parts
	`resume cv curriculum vitae vita lebenslauf sample example template cover letter application anschreiben profile summary objective objectives about overview
	statement experience experiences employment work history career background education academic qualifications qualification training skills skill
	competencies competences expertise technologies technology technical tools projects project publications publication certificates certifications certification
	awards achievements accomplishments honors honours languages language interests hobbies references reference referees volunteer volunteering
	activities contact contacts contactme details information personal portfolio links website email mail phone mobile telephone address linkedin github
	introduction highlights core key selected additional page download confidential present current strong match answers answer questions question form
	date dear hello hi hiring recruiter recruiting recruitment team committee sir madam whom to for the with and of in at as an my our your i we`,
	// jobs
	`engineer engineering developer development programmer programming architect architecture manager management director lead leader leading head chief officer
	ceo cto cfo coo vp president founder cofounder consultant consulting analyst analytics scientist science researcher research designer design administrator
	admin administration specialist expert technician intern internship student graduate candidate applicant professor teacher tutor instructor assistant
	associate coordinator supervisor executive owner partner freelance freelancer contractor senior junior principal staff mid full-stack fullstack full
	stack backend back-end frontend front-end front end back software hardware web mobile data cloud platform security network systems system devops sre
	qa test testing tester product marketing sales finance financial accountant accounting nurse physician lawyer attorney writer editor journalist machine
	learning headers header list export python java javascript typescript rust golang android ios sql aws kubernetes docker linux`,
	// places and firms
	`street avenue road boulevard lane drive suite apartment apt floor building city county state province country usa canada germany france spain italy
	remote university college school institute academy faculty department inc llc ltd gmbh corp corporation company technologies labs solutions`,
	// German, French, Spanish, Italian, Portuguese, Dutch
	`personliche daten berufserfahrung ausbildung kenntnisse fahigkeiten sprachen bildung werdegang profil kontakt zeugnisse bewerbung entwickler
	ingenieur softwareentwickler leiter formation competences langues experience professionnelle coordonnees lettre developpeur ingenieure chef
	experiencia laboral educacion formacion habilidades idiomas contacto perfil desarrollador ingeniero esperienza istruzione competenze lingue profilo
	sviluppatore ingegnere experiencia educacao habilidades desenvolvedor engenheiro werkervaring opleiding vaardigheden talen ontwikkelaar`,
	// Russian, Ukrainian
	`резюме опыт работы образование навыки ключевые языки контакты проекты цель обо мне разработчик инженер программист аналитик менеджер старшии
	ведущии дополнительно сертификаты досвід освіта навички розробник`,
	// Turkish, Polish, Arabic, Hebrew, Hindi, Vietnamese
	`ozgecmis deneyim egitim yetenekler doswiadczenie wyksztalcenie umiejetnosci السيرة الذاتية الخبرة التعليم المهارات مهندس קורות חיים ניסיון השכלה
	अनुभव शिक्षा कौशल बायोडाटा`,
)

// stopParts is what no name in a script without spaces contains.
var stopParts = strings.Fields(`简历 簡歷 履历 履歷 履歴 职务 職務 经历 經歷 経歴 经验 經驗 经歷 教育 学历 學歷 技能 项目 項目 工作 公司 大学 大學 工程师 工程師 エンジニア 开发 開發 開発
	经理 求职 求職 意向 个人 個人 信息 联系 聯繫 方式 自我 评价 简介 簡介 概要 資格 志望 이력서 자기소개 경력 학력 기술 개발자 엔지니어 대학교 회사`)

// sectionWord is words, without accents, that make a short line the heading of a resume's part.
var sectionWord = set(`summary profile objective about experience employment work history career education skills expertise competencies competences
	technologies projects publications certificates certifications languages berufserfahrung ausbildung kenntnisse profil formation experiencia educacion
	esperienza istruzione опыт образование навыки цель deneyim egitim doswiadczenie wyksztalcenie`)

// hasStopPart reports whether s, written without spaces between words, holds a part that no name has.
func hasStopPart(s string) bool {
	return slices.ContainsFunc(stopParts, func(part string) bool { return strings.Contains(s, part) })
}

// hasStopWord reports whether s holds a word that no name has.
func hasStopWord(s string) bool {
	if hasStopPart(s) {
		return true
	}
	for _, w := range strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' }) {
		if stopWord[w] {
			return true
		}
	}
	return false
}
