package posting

import "testing"

// An item's own words say whether it is welcome or asked.
func TestMarks(t *testing.T) {
	welcome := []string{
		"Experience with Go is a plus", "Go (nice to have)", "Go (a plus)", "Go - nice to have", "Knowledge of Go, preferred but not required", "Ideally you know Go", "Preferably near by", "Go would be a bonus",
		"Go experience is a big plus!", "A degree is preferred.", "Experience with Go is desired, but not required: generics, channels", "Bonus: you know Go", "Nice to have: Go", "Familiarity with Go is advantageous", "Go is optional",
		"Knowledge of Go would be an advantage", "Go experience strongly preferred", "Experience with Go a plus, but not required", "Spanish preferred for the counter", "Go is a definite plus for this team", "Knowledge of Go is a plus. We use it every day.",
		"Fluency in French is considered an asset", "Experience with Go is highly desirable", "Plus: Go", "Go desirable", "Experience with Go is helpful", "Industry focus a plus (education, finance, health, insurance, media)",
		"Kenntnisse in Go sind von Vorteil", "Go-Kenntnisse wünschenswert", "Idealerweise kennst du Go", "Erfahrung mit Go ist ein Plus", "Französischkenntnisse erwünscht", "Ein Führerschein ist von Vorteil, aber kein Muss",
		"La connaissance de Go serait un plus", "Idéalement, une expérience en Go", "Go apprécié", "La maîtrise de l'allemand est un atout", "Certification appréciée", "Permis B souhaité",
		"Se valorará experiencia con Go", "Conocimientos de Go (deseable)", "Será un plus conocer Go", "Valoraremos que conozcas Go", "Inglés deseable", "Experiencia en Go es un plus",
		"Conhecimento em Go será um diferencial", "Go (diferencial);", "Inglês desejável", "Desejável conhecimento em Go",
		"Goの経験があれば尚可", "Goの経験者歓迎", "歓迎: Goの経験", "英語ができる方優遇", "La conoscenza di Go costituisce un plus", "Kennis van Go is een pré",
	}
	asked := []string{
		"Experience with Go", "You must know Go", "A plus of calm over speed", "Go is required; Rust is a plus", "Experience with Go. Rust is a plus.", "Package manager: yarn preferred; alternatively npm",
		"Bachelor's degree required; in a related field preferred", "Good knowledge of Unix administration, experience with Debian is a plus", "Experience with chat (our own is preferred but others will do as well)",
		"Surplus stock", "Able to add plus and minus", "Bonusprogramme entwerfen", "Advantage in every negotiation is what you seek", "Go, and Rust is an advantage. Strong will to learn.", "Très bonne maîtrise de Go ; le Rust serait un plus", "必須: Goの経験",
		"Go, preferably with three years of practice, and calm", "Degree in accounting, ideally with a master's",
	}
	for _, s := range welcome {
		if !(want{says: said(s)}).marksNice() {
			t.Errorf("%q is taken for a must", s)
		}
	}
	for _, s := range asked {
		if (want{says: said(s)}).marksNice() {
			t.Errorf("%q is taken for a nice-to-have", s)
		}
	}
}

// Lines that ask for nothing stand inside the requirements of many postings.
func TestIdle(t *testing.T) {
	idle := []string{
		"Apply now", "To apply, send your CV to jobs@example.com", "Please send your resume and a cover letter", "E-mail us at jobs@example.com", "If you don't meet all of these, still apply!", "We are an equal opportunity employer",
		"All qualified applicants will receive consideration without regard to race, color or religion", "Salary: 50,000", "The salary range is 50,000 to 60,000", "We offer free soup", "and more", "None", "No recruitment agencies, please", "Any questions? Write to us.",
		"This position is fully remote", "Wir bieten dir Suppe", "Wir freuen uns auf deine Bewerbung", "Bewirb dich jetzt", "Pour postuler, envoyez votre CV", "Merci d'envoyer votre candidature", "Envía tu CV a jobs@example.com", "Ofrecemos sopa",
		"Envie seu currículo para jobs@example.com", "不問", "なし",
	}
	asks := []string{
		"Ability to apply theory to practice", "None of our cooks is afraid of fire, and neither are you", "You offer help before you are asked", "Experience in salary negotiations", "Knowledge of equal pay law",
		"A cook with care. We encourage each other. If you like that, you will love us.", "Questions are welcome to you", "Avec l'envie d'apprendre",
	}
	for _, s := range idle {
		if !said(s).idle() {
			t.Errorf("%q is taken for a requirement", s)
		}
	}
	for _, s := range asks {
		if said(s).idle() {
			t.Errorf("%q is taken for none", s)
		}
	}
}
