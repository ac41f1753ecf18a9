package posting

import "testing"

// Records of job boards, applicant tracking systems and scrapers, each with names of its own.
func TestRecords(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"description after requirement", `{"title":"Cook","experience":"2 years at an oven","description":"We cook.\n\nRequirements:\nKnives of your own\nA calm hand\n\nWorking hours:\nMornings mostly, evenings at times\n\nFurther notes:\nThe kitchen is small"}`,
			[]string{"must 2 years at an oven", "must Knives of your own", "must A calm hand"}},
		{"jsearch highlights", `{"data":[{"job_title":"Cook","employer_name":"Kettle","job_description":"We cook for a town. You have two years at an oven.","job_highlights":{"Qualifications":["Two years at an oven","Knives of your own"],"Responsibilities":["Bake"],"Benefits":["Soup"]}}]}`,
			[]string{"must Two years at an oven", "must Knives of your own"}},
		{"comeet details", `{"name":"Cook","details":[{"name":"Description","value":"<p>We cook.</p>","order":1},{"name":"Requirements","value":"<ul><li>Knives</li><li>Ovens</li></ul>","order":2}],"location":{"name":"Lyon"}}`,
			[]string{"must Knives", "must Ovens"}},
		{"personio json", `{"id":1,"name":"Koch","jobDescriptions":{"jobDescription":[{"name":"Deine Aufgaben","value":"<ul><li>Backen</li></ul>"},{"name":"Dein Profil","value":"<ul><li>Messer</li><li>Öfen</li></ul>"},{"name":"Warum wir?","value":"<ul><li>Suppe</li></ul>"}]},"employmentType":"permanent"}`,
			[]string{"must Messer", "must Öfen"}},
		{"usajobs", `{"SearchResult":{"SearchResultItems":[{"MatchedObjectDescriptor":{"PositionTitle":"Cook","PositionLocation":[{"LocationName":"Lyon"}],"QualificationSummary":"To qualify you must have two years at an oven.","UserArea":{"Details":{"JobSummary":"We cook.","MajorDuties":["Bake bread every day for the whole house"],"Education":"A diploma in cooking","KeyRequirements":["A licence to drive","A clean record"],"Benefits":"Soup"}}}}]}}`,
			[]string{"must To qualify you must have two years at an oven.", "must A diploma in cooking", "must A licence to drive", "must A clean record"}},
		{"france travail", `{"id":"1","intitule":"Cuisinier","description":"Nous servons une ville.","lieuTravail":{"libelle":"69 - Lyon"},"typeContrat":"CDI","experienceExige":"E","experienceLibelle":"2 ans","competences":[{"code":"1","libelle":"Cuire le pain","exigence":"E"},{"code":"2","libelle":"Choisir le vin","exigence":"S"}],"qualitesProfessionnelles":[{"libelle":"Autonomie","description":"Capacité à agir seul."}],"langues":[{"libelle":"Anglais","exigence":"S"}],"permis":[{"libelle":"B - Véhicule léger","exigence":"E"}]}`,
			[]string{"must 2 ans", "must Cuire le pain", "nice Choisir le vin (nice to have)", "must Autonomie: Capacité à agir seul.", "nice Anglais (nice to have)", "must B - Véhicule léger"}},
		{"infojobs", `{"title":"Cocinero","description":"Cocinamos para una ciudad.","minRequirements":"- Cuchillos propios\n- Dos años en un horno","experienceMin":{"value":"Al menos 2 años"},"studiesMin":{"value":"Bachillerato"}}`,
			[]string{"must Cuchillos propios", "must Dos años en un horno", "must Al menos 2 años", "must Bachillerato"}},
		{"workable", `{"title":"Cook","full_title":"Cook - Lyon","description":"<p>We cook.</p>","requirements":"<p>You have:</p><ul><li>Knives</li><li>Ovens</li></ul><p>Bonus:</p><ul><li>Wine</li></ul>","benefits":"<ul><li>Soup</li></ul>","experience":"Mid-Senior level","education":"High School or equivalent"}`,
			[]string{"must Knives", "must Ovens", "nice Wine", "must High School or equivalent"}},
		{"jobspy csv record", `{"title":"Cook","company":"Kettle","location":"Lyon","job_type":"fulltime","description":"**About us**\n\nWe cook.\n\n**What you will need**\n\n* Knives\n* Ovens\n\n**What we give**\n\n* Soup","job_level":"entry","skills":null}`,
			[]string{"must Knives", "must Ovens"}},
		{"one line description", `{"title":"Cook","description":"About us: We cook for a town. Responsibilities: - Bake bread - Order flour Requirements: - Knives of your own - Two years at an oven Benefits: - Soup"}`,
			[]string{"must Knives of your own", "must Two years at an oven"}},
		{"star bullets in one line", `{"title":"Cook","description":"We cook. What you bring * Knives of your own * Two years at an oven What we offer * Soup * Bread"}`,
			[]string{"must Knives of your own", "must Two years at an oven"}},
		{"gupy", `{"data":{"name":"Cozinheiro","description":"<p>Cozinhamos.</p>","responsibilities":"<ul><li>Assar</li></ul>","prerequisites":"<ul><li>Facas</li><li>Fornos</li></ul>","relevantExperiences":"<p>Será um diferencial ter conhecimento de vinhos.</p>"}}`,
			[]string{"must Facas", "must Fornos", "nice Será um diferencial ter conhecimento de vinhos."}},
		{"scraped sections dictionary", `{"title":"Cook","sections":{"About the job":"We cook for a town every day.","What you'll do":["Bake"],"What we're looking for":["Knives","Ovens"],"It'd be great if you":["know wine"]}}`,
			[]string{"must Knives", "must Ovens", "nice know wine"}},
		{"skills as comma string", `{"title":"Cook","description":"We cook for a town every day.","skills":"Knives, Ovens, Bread"}`,
			[]string{"must Knives, Ovens, Bread"}},
		{"must and optional skill lists", `{"title":"Cook","required_skills":["Knives","Ovens"],"optional_skills":["Wine"],"soft_skills":["Calm"],"min_experience":2,"max_experience":5}`,
			[]string{"must Knives", "must Ovens", "nice Wine", "must Calm", "must 2 years of experience"}},
		{"french keys", `{"titre":"Cuisinier","missions":["Cuire le pain chaque matin pour tous"],"profil_recherche":["Deux ans au four","Couteaux"],"avantages":["Soupe"]}`,
			[]string{"must Deux ans au four", "must Couteaux"}},
		{"german keys", `{"titel":"Koch","aufgaben":["Backen, jeden Morgen"],"anforderungen":["Messer","Öfen"],"wir_bieten":["Suppe"],"wuenschenswert":["Wein"]}`,
			[]string{"must Messer", "must Öfen", "nice Wein"}},
		{"spanish keys", `{"puesto":"Cocinero","funciones":["Hornear pan cada mañana para todos"],"requisitos":["Cuchillos","Hornos"],"deseable":["Vino"],"beneficios":["Sopa"]}`,
			[]string{"must Cuchillos", "must Hornos", "nice Vino"}},
		{"portuguese keys", `{"cargo":"Cozinheiro","atividades":["Assar pão toda manhã para todos"],"requisitos":["Facas","Fornos"],"diferenciais":["Vinho"],"beneficios":["Sopa"]}`,
			[]string{"must Facas", "must Fornos", "nice Vinho"}},
		{"japanese keys", `{"職種":"料理人","仕事内容":"パンを焼く","応募資格":["包丁","鍋"],"歓迎スキル":["ワイン"]}`,
			[]string{"must 包丁", "must 鍋", "nice ワイン"}},
		{"criteria array", `{"title":"Cook","criteria":[{"type":"essential","text":"Knives"},{"type":"desirable","text":"Wine"}],"description":"We cook for a town."}`,
			[]string{"must Knives", "nice Wine (nice to have)"}},
		{"questions not asked", `{"title":"Cook","description":"<p>We cook.</p><h3>Requirements</h3><ul><li>Knives</li><li>Ovens</li></ul>","questions":[{"label":"Do you have experience with ovens?","required":true}],"compliance":[{"type":"eeoc","description":"<p>Voluntary self-identification of disability</p><ul><li>Experience with disability</li></ul>"}]}`,
			[]string{"must Knives", "must Ovens"}},
		{"ashby with compensation", `{"title":"Cook","descriptionHtml":"<p>We cook.</p><p><strong>You'd be a great fit if you</strong></p><ul><li><p>own knives</p></li><li><p>know ovens</p></li></ul><p><strong>What we offer</strong></p><ul><li><p>Soup</p></li></ul>","descriptionPlain":"We cook.","compensation":{"compensationTierSummary":"10"}}`,
			[]string{"must own knives", "must know ovens"}},
		{"teamtailor", `{"data":{"id":"1","type":"jobs","attributes":{"title":"Kock","pitch":"Laga mat","body":"<p>Vi lagar mat.</p><h3>Vi söker dig som</h3><ul><li>har knivar</li><li>kan ugnar</li></ul><h3>Meriterande</h3><ul><li>Vin</li></ul><h3>Vi erbjuder</h3><ul><li>Soppa</li></ul>"}}}`,
			[]string{"must har knivar", "must kan ugnar", "nice Vin"}},
		{"smartrecruiters plain", `{"name":"Cook","jobAd":{"sections":{"companyDescription":{"title":"Company Description","text":"We are a kitchen"},"jobDescription":{"title":"Job Description","text":"Bake bread every day for everybody"},"qualifications":{"title":"Qualifications","text":"Two years at an oven<br>Knives of your own"},"additionalInformation":{"title":"Additional Information","text":"All your information will be kept confidential"}}}}`,
			[]string{"must Two years at an oven", "must Knives of your own"}},
		{"linkedin api record", `{"job_title":"Cook","job_description":"Kettle is a kitchen.\n\nWhat You'll Do\n\nBake bread\nOrder flour\n\nWhat You'll Bring\n\nTwo years at an oven\nKnives of your own\n\nWhat's In It For You\n\nSoup\nBread","seniority_level":"Entry level","job_function":"Cooking"}`,
			[]string{"must Two years at an oven", "must Knives of your own"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { expect(t, tt.text, tt.want) })
	}
}
