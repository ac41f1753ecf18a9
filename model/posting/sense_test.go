package posting

import "testing"

// Headings of many houses in many languages say what stands under them.
func TestSenses(t *testing.T) {
	tests := map[sense][]string{
		asks: {
			"Requirements", "Requirements:", "REQUIREMENTS", "Job Requirements", "Key requirements for the role", "What you'll need", "What you’ll bring", "What you will bring to the team",
			"What we're looking for", "What We’re Looking For in You", "Who you are", "About you", "You have", "You are", "You should have", "Your profile", "Your background", "Minimum qualifications",
			"Basic Qualifications", "Must-haves", "Must have:", "Qualifications", "Skills & Experience", "Skills and qualifications", "Your skills", "Experience", "Education", "The ideal candidate",
			"You'll be a great fit if", "You might be a good fit if you", "What it takes", "Who we're looking for", "Essential criteria", "Essential skills", "Person Specification", "Prerequisites",
			"To succeed in this role you will need", "Is this you?", "Technical skills", "Soft skills", "What do you need to have?", "Eligibility", "We'd love to hear from you if", "Required Skills/Abilities:",
			"Knowledge, Skills and Abilities", "Competencies", "🎯 Requirements", "3. Requirements", "[Requirements]", "Why you're a great fit",
			"What we expect from you", "What you should have", "You will thrive here if you",
			// German
			"Anforderungen", "Dein Profil", "Ihr Profil", "Das bringst du mit", "Das bringen Sie mit", "Was du mitbringst", "Was Sie mitbringen", "Du bringst mit", "Das solltest du mitbringen",
			"Voraussetzungen", "Qualifikationen", "Ihre Qualifikation", "Anforderungsprofil", "Was wir erwarten", "Wir erwarten", "Wen wir suchen", "Wir suchen", "Du hast", "Du bist", "Das zeichnet dich aus",
			"Damit überzeugst du uns", "Das wünschen wir uns", "Das wuenschen wir uns von dir", "Fachliche Anforderungen", "Was du mitbringen solltest", "Wer du bist", "Dein Skillset", "Das erwarten wir von dir", "Kenntnisse und Fähigkeiten",
			"Das solltest Du können", "Dein Background", "Du passt zu uns, wenn", "Deine Qualifikationen", "Ihre Kenntnisse und Erfahrungen",
			// French
			"Profil recherché", "Profil", "Votre profil", "Ton profil", "PROFIL RECHERCHE", "Compétences requises", "Competences", "Ce que nous recherchons", "Ce qu'on recherche", "Ce que nous attendons de vous",
			"Qui es-tu ?", "Qui êtes-vous ?", "À propos de toi", "A propos de vous", "Prérequis", "Pré-requis", "Les essentiels", "Vous êtes", "Tu es", "Exigences", "Expérience et formation", "Savoir-être",
			"Compétences techniques", "Le profil idéal", "Vos compétences", "Le ou la candidat·e devra", "Qualités requises", "Tu as", "Nous recherchons",
			// Spanish
			"Requisitos", "Requisitos mínimos", "Requerimientos", "Lo que buscamos", "¿Qué buscamos?", "Perfil", "Tu perfil", "¿Qué necesitas?", "Imprescindible", "Requisitos imprescindibles", "Conocimientos",
			"Habilidades", "Experiencia requerida", "¿A quién buscamos?", "Buscamos", "Formación y experiencia", "Qué esperamos de ti", "Perfil buscado", "Competencias", "Lo que pedimos",
			// Portuguese
			"Requisitos e qualificações", "Pré-requisitos", "Pre-requisitos", "O que esperamos de você", "O que buscamos", "O que procuramos", "Requisitos obrigatórios", "Perfil", "Quem estamos procurando",
			"Habilidades e competências", "Conhecimentos necessários", "Você precisa ter", "Requisitos técnicos", "O que você precisa ter", "Formação acadêmica",
			// Japanese
			"必須", "必須スキル", "必須条件", "【応募資格】", "■ 応募要件", "求める人物像", "求めるスキル", "必要なスキル・経験", "応募条件", "必須要件", "スキル", "こんな方を求めています", "MUST要件",
			// Italian, Dutch
			"Requisiti", "Competenze richieste", "Cosa cerchiamo", "Il tuo profilo", "Wat vragen wij", "Functie-eisen", "Jouw profiel", "Wie ben jij?", "Wat breng je mee?",
		},
		asksNice: {
			"Nice to have", "Nice-to-haves", "Nice to haves:", "Bonus points", "Bonus", "Bonus points if you have", "Preferred qualifications", "Preferred", "Preferred Skills", "Pluses", "Plus", "It's a plus if you", "Good to have",
			"Would be great if you had", "Extra credit", "Desirable", "Desirable skills", "Optional", "Even better if", "What would make you stand out", "Advantageous", "You might also have", "We'd love it if you", "Great to have",
			"Not required, but", "Additional pluses", "Brownie points for", "Nice if you have", "The cherry on top", "Ideally you also have", "Not a must",
			"Von Vorteil", "Wünschenswert", "Das wäre schön", "Pluspunkte", "Idealerweise hast du", "Nice-to-have", "Bonuspunkte", "Wünschenswerte Kenntnisse", "Das ist von Vorteil", "Gern gesehen", "Was nicht fehlen muss, aber toll wäre",
			"Les plus", "Serait un plus", "Un plus", "Bonus", "Atouts", "Compétences appréciées", "Ce serait un plus", "Idéalement", "Les petits +",
			"Deseable", "Requisitos deseables", "Se valorará", "Se valora", "Valoramos", "Deseables", "Valoraremos positivamente", "Será un plus", "Plus", "Conocimientos deseables", "Requisitos no excluyentes",
			"Diferenciais", "Desejável", "Será um diferencial", "Requisitos desejáveis", "Diferencial", "Seria legal se você tivesse",
			"歓迎", "歓迎スキル", "歓迎要件", "【歓迎条件】", "尚可", "あれば尚可", "あると望ましいスキル", "優遇される経験", "WANT要件・歓迎",
			"Titolo preferenziale", "Costituisce un plus", "Mooi meegenomen",
		},
		wishes: {"Desired skills", "Compétences souhaitées", "Profil souhaité", "Actitudes y conocimientos deseados"},
		works: {
			"Responsibilities", "What you'll do", "What You Will Do", "Your responsibilities", "Key duties", "Duties and Responsibilities", "The job", "Day to day", "Your tasks", "You will",
			"Aufgaben", "Deine Aufgaben", "Ihre Aufgaben", "Was du machst", "Das erwartet dich", "Dein Job", "Tätigkeiten",
			"Missions", "Vos missions", "Tes missions", "Votre rôle", "Ce que tu feras", "Le poste", "Description du poste", "Tes responsabilités",
			"Funciones", "Responsabilidades", "¿Qué harás?", "Tareas", "Tu misión", "Atividades", "O que você vai fazer", "Responsabilidades e atribuições", "業務内容", "仕事内容", "具体的な業務内容", "Mansioni", "Wat ga je doen?",
		},
		gives: {
			"Benefits", "Perks and benefits", "What we offer", "We offer", "What's in it for you", "Why join us?", "How to apply", "To apply", "Apply now", "Salary", "Compensation", "Equal opportunity employer", "Our interview process",
			"Hiring process", "Next steps", "Questions", "Application process", "Diversity & inclusion", "What you'll get", "Interview Questions",
			"Wir bieten", "Was wir bieten", "Das bieten wir dir", "Unser Angebot", "Deine Benefits", "Deine Vorteile", "Bewerbung", "Kontakt", "Bewerbungsprozess", "Jetzt bewerben", "Darauf kannst du dich freuen",
			"Avantages", "Ce que nous offrons", "Nos avantages", "Comment postuler ?", "Postuler", "Processus de recrutement", "Rémunération", "Ce qu'on t'offre", "Pourquoi nous rejoindre ?",
			"Ofrecemos", "Qué ofrecemos", "Beneficios", "Se ofrece", "Salario", "Benefícios", "O que oferecemos", "Processo seletivo", "Como se candidatar", "Informações adicionais",
			"福利厚生", "待遇", "給与", "選考フロー", "応募方法", "【勤務時間】", "Offriamo", "Wat bieden wij?", "Solliciteren",
		},
		company: {"We are looking for a Pastry Cook", "About us", "About the company", "Our team", "Who we are", "Our values", "Über uns", "Wer wir sind", "À propos de nous", "Qui sommes-nous ?", "L'équipe", "Sobre nosotros", "Quiénes somos", "Sobre nós", "Quem somos", "会社概要", "私たちについて", "Chi siamo", "Over ons"},
		unknown: {"Senior Engineer", "Acme", "Pastry Cook (m/w/d)", "Wir suchen einen Koch in Vollzeit", "Nous recherchons un pâtissier", "Buscamos programador web", "Kitchen"},
	}
	names := map[sense]string{unknown: "unknown", asks: "asks", asksNice: "nice", wishes: "wishes", uses: "uses", works: "works", company: "company", gives: "gives"}
	for want, headings := range tests {
		for _, h := range headings {
			if got := senseOf(h); got != want && !(want == works && got == company) {
				t.Errorf("%q: %s, want %s", h, names[got], names[want])
			}
		}
	}
}
