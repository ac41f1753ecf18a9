package posting

import (
	"slices"
	"strings"
	"testing"
)

// Postings in other languages: their headings, and what marks an item as welcome.
func TestLanguages(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"German: bullets", "# Koch (m/w/d)\n\n## Das machst du bei uns\n- Brot backen\n\n## Das solltest du mitbringen\n- Abgeschlossene Ausbildung als Koch\n- Mindestens zwei Jahre Erfahrung am Ofen\n- Kenntnisse in Wein sind von Vorteil\n\n## Darauf darfst du dich freuen\n- Suppe\n",
			[]string{"must Abgeschlossene Ausbildung als Koch", "must Mindestens zwei Jahre Erfahrung am Ofen", "nice Kenntnisse in Wein sind von Vorteil"}},
		{"German: bold lines", "Koch (m/w/d)\n\n**Ihre Aufgaben**\n- Brot backen\n**Ihr Profil**\n- Messer\n- Öfen\n**Wir bieten Ihnen**\n- Suppe\n",
			[]string{"must Messer", "must Öfen"}},
		{"German: womit du punktest", "# Koch\n## Wofür du brennst\n- Brot backen\n## Womit du uns überzeugst\n- Messer\n- Öfen\n## Was wir dir bieten\n- Suppe\n## So bewirbst du dich\nSchick uns deinen Lebenslauf.\n",
			[]string{"must Messer", "must Öfen"}},
		{"German: sie verfuegen", "# Koch\n\nWir sind eine Küche. Zur Verstärkung unseres Teams suchen wir einen Koch.\n\nWas Sie mitbringen sollten:\n\n- Messer\n- Öfen\n\nWas Sie bei uns erwartet:\n\n- Suppe\n",
			[]string{"must Messer", "must Öfen"}},
		{"German: das wuenschen wir uns", "# Koch\n## Das zeichnet Sie aus\n- Messer\n## Das wäre das Tüpfelchen auf dem i\n- Wein\n## Das haben Sie davon\n- Suppe\n",
			[]string{"must Messer", "nice Wein"}},
		{"German: html fett", "<html><body><h1>Koch</h1><p><strong>Was Dich erwartet:</strong></p><ul><li>Brot backen</li></ul><p><strong>Was wir erwarten:</strong></p><ul><li>Messer</li><li>Öfen</li></ul><p><strong>Was Du erwarten kannst:</strong></p><ul><li>Suppe</li></ul></body></html>\n",
			[]string{"must Messer", "must Öfen"}},
		{"German: muss kann", "# Koch\n## Muss-Anforderungen\n- Messer\n## Kann-Anforderungen\n- Wein\n",
			[]string{"must Messer", "nice Wein"}},
		{"German: prosa", "# Koch\n## Stellenbeschreibung\nSie backen Brot und bestellen Mehl.\n## Anforderungsprofil\nSie haben eine abgeschlossene Ausbildung. Sie arbeiten gerne im Team. Ein Führerschein ist wünschenswert.\n## Unser Angebot\nWir bieten Suppe.\n",
			[]string{"must Sie haben eine abgeschlossene Ausbildung.", "must Sie arbeiten gerne im Team.", "nice Ein Führerschein ist wünschenswert."}},
		{"French: listes", "# Cuisinier H/F\n## Vos missions\n- Cuire le pain\n## Votre profil\n- Vous avez deux ans d'expérience\n- Vous êtes calme\n- La connaissance du vin est un plus\n## Ce que nous vous offrons\n- De la soupe\n",
			[]string{"must Vous avez deux ans d'expérience", "must Vous êtes calme", "nice La connaissance du vin est un plus"}},
		{"French: tu", "# Cuisinier\n**Ton quotidien :**\n- Cuire le pain\n**Ce qu'on attend de toi :**\n- Des couteaux\n- Du calme\n**Ce qui ferait la différence :**\n- Le vin\n**Ce qu'on te propose :**\n- De la soupe\n",
			[]string{"must Des couteaux", "must Du calme", "nice Le vin"}},
		{"French: descriptif", "# Cuisinier\nDescriptif du poste :\nVous cuisez le pain.\n\nProfil recherché :\nDiplômé d'une école de cuisine, vous justifiez de deux ans d'expérience. Vous êtes autonome et rigoureux. L'anglais serait apprécié.\n\nAvantages :\nSoupe\n",
			[]string{"must Diplômé d'une école de cuisine, vous justifiez de deux ans d'expérience.", "must Vous êtes autonome et rigoureux.", "nice L'anglais serait apprécié."}},
		{"French: qui es-tu", "# Cuisinier\n## Qui sommes-nous ?\nUne cuisine.\n## Qui es-tu ?\n- Tu as des couteaux\n- Tu connais les fours\n## Pourquoi nous rejoindre ?\n- De la soupe\n## Les étapes de recrutement\n- Un appel\n",
			[]string{"must Tu as des couteaux", "must Tu connais les fours"}},
		{"French: ce job est fait pour toi", "# Cuisinier\n## Ce poste est fait pour toi si\n- tu as des couteaux\n- tu connais les fours\n## Ce poste n'est pas fait pour toi si\n- tu détestes le pain\n## La stack\n- Fours à gaz\n",
			[]string{"must tu as des couteaux", "must tu connais les fours"}},
		{"French: compétences", "# Cuisinier\n## Compétences requises\n- Couteaux\n## Compétences appréciées\n- Vin\n## Savoir-être\n- Calme\n## Modalités\n- CDI\n",
			[]string{"must Couteaux", "nice Vin", "must Calme"}},
		{"Spanish: listas", "# Cocinero\n## Qué harás\n- Hornear\n## Qué buscamos\n- Cuchillos\n- Hornos\n## Nos encantaría que además\n- Conocieras el vino\n## Qué ofrecemos\n- Sopa\n",
			[]string{"must Cuchillos", "must Hornos", "nice Conocieras el vino"}},
		{"Spanish: lo que necesitas", "# Cocinero\n**Lo que necesitas para este puesto:**\n- Cuchillos\n- Hornos\n**Te damos:**\n- Sopa\n**Se valorará:**\n- Vino\n",
			[]string{"must Cuchillos", "must Hornos", "nice Vino"}},
		{"Spanish: prosa", "# Cocinero\nFunciones: Hornear pan cada mañana.\n\nRequisitos: Experiencia mínima de dos años. Carnet de conducir imprescindible. Se valorará conocimiento de vinos.\n\nSe ofrece: Sopa.\n",
			[]string{"must Experiencia mínima de dos años.", "must Carnet de conducir imprescindible.", "nice Se valorará conocimiento de vinos."}},
		{"Spanish: requisitos deseables", "# Cocinero\n## Requisitos mínimos\n- Cuchillos\n## Requisitos deseables\n- Vino\n## Conocimientos técnicos\n- Hornos\n",
			[]string{"must Cuchillos", "nice Vino", "must Hornos"}},
		{"Portuguese: listas", "# Cozinheiro\n## O que você vai fazer\n- Assar\n## O que esperamos de você\n- Facas\n- Fornos\n## Seria legal se você tivesse\n- Vinho\n## O que oferecemos\n- Sopa\n",
			[]string{"must Facas", "must Fornos", "nice Vinho"}},
		{"Portuguese: requisitos", "Cozinheiro\n\nResponsabilidades e atribuições\n• Assar\nRequisitos e qualificações\n• Facas\n• Fornos\nDiferenciais\n• Vinho\nInformações adicionais\n• Sopa\nEtapas do processo\n• Entrevista\n",
			[]string{"must Facas", "must Fornos", "nice Vinho"}},
		{"Portuguese: a gente espera", "# Cozinheiro\n## Pra essa vaga, você precisa de:\n- Facas\n- Fornos\n## Vai se destacar se tiver:\n- Vinho\n## O que a gente oferece:\n- Sopa\n",
			[]string{"must Facas", "must Fornos", "nice Vinho"}},
		{"Portuguese: europeu", "# Cozinheiro\n## A tua missão\n- Assar\n## Procuramos alguém com\n- Facas\n- Fornos\n## Valoriza-se\n- Vinho\n## Oferta\n- Sopa\n",
			[]string{"must Facas", "must Fornos", "nice Vinho"}},
		{"Japanese: 見出し", "# 料理人\n## 仕事内容\n- 料理\n## 必須スキル・経験\n- 包丁の経験3年以上\n- 鍋\n## 歓迎スキル・経験\n- ワイン\n## 求める人物像\n- 落ち着いた方\n## 待遇・福利厚生\n- スープ\n",
			[]string{"must 包丁の経験3年以上", "must 鍋", "nice ワイン", "must 落ち着いた方"}},
		{"Japanese: 括弧", "料理人募集\n\n＜仕事内容＞\n料理をします。\n\n＜応募資格＞\n・包丁の経験\n・鍋の知識\n\n＜あると望ましい経験＞\n・ワイン\n\n＜給与＞\n30万円\n",
			[]string{"must 包丁の経験", "must 鍋の知識", "nice ワイン"}},
		{"Japanese: こんな方", "# 料理人\n## こんな人と働きたい\n- 落ち着いた方\n- 包丁が好きな方\n## MUST\n- 包丁\n## WANT\n- ワイン\n",
			[]string{"must 落ち着いた方", "must 包丁が好きな方", "must 包丁", "nice ワイン"}},
		{"Japanese: dl", "<html><body><h1>料理人</h1><dl><dt>業務内容</dt><dd>料理</dd><dt>必要な経験・スキル</dt><dd>包丁の経験</dd><dt>勤務時間</dt><dd>9時から</dd></dl></body></html>\n",
			[]string{"must 包丁の経験"}},
		{"Japanese: 文", "# 料理人\n## 応募資格\n調理師免許をお持ちの方。包丁の経験が3年以上ある方。\n## 給与\n30万円\n",
			[]string{"must 調理師免許をお持ちの方。", "must 包丁の経験が3年以上ある方。"}},
		{"Dutch: lijsten", "# Kok\n## Wat ga je doen?\n- Bakken\n## Wat vragen wij?\n- Messen\n- Ovens\n## Wat bieden wij?\n- Soep\n",
			[]string{"must Messen", "must Ovens"}},
		{"Dutch: jij", "# Kok\n## Dit ben jij\n- Je hebt messen\n- Je kent ovens\n## Dit neem je mee\n- Rust\n## Dit krijg je\n- Soep\n",
			[]string{"must Je hebt messen", "must Je kent ovens", "must Rust"}},
		{"Italian: liste", "# Cuoco\n## Di cosa ti occuperai\n- Cuocere\n## Requisiti richiesti\n- Coltelli\n- Forni\n## Costituisce titolo preferenziale\n- Vino\n## Cosa offriamo\n- Zuppa\n",
			[]string{"must Coltelli", "must Forni", "nice Vino"}},
		{"Italian: chi cerchiamo", "# Cuoco\n**Chi cerchiamo**\n- Coltelli\n- Forni\n**Completano il profilo**\n- Calma\n**Cosa troverai**\n- Zuppa\n",
			[]string{"must Coltelli", "must Forni", "must Calma"}},
		{"Russian: списки", "# Повар\nОбязанности:\n- Печь хлеб\nТребования:\n- Ножи\n- Опыт работы от 2 лет\nБудет плюсом:\n- Вино\nУсловия:\n- Суп\n",
			[]string{"must Ножи", "must Опыт работы от 2 лет", "nice Вино"}},
		{"Russian: мы ждем", "# Повар\n**Что предстоит делать:**\n- Печь хлеб\n**Что мы ждем от кандидата:**\n- Ножи\n- Печи\n**Мы предлагаем:**\n- Суп\n",
			[]string{"must Ножи", "must Печи"}},
		{"Chinese: 标题", "# 厨师\n岗位职责：\n1. 烤面包\n2. 订面粉\n任职要求：\n1. 两年以上经验\n2. 自备刀具\n加分项：\n1. 懂葡萄酒\n福利待遇：\n1. 汤\n",
			[]string{"must 两年以上经验", "must 自备刀具", "nice 懂葡萄酒"}},
		{"Chinese: 职位", "厨师\n\n【职位描述】\n烤面包\n\n【职位要求】\n1、两年以上经验；\n2、熟悉刀具；\n3、有葡萄酒经验者优先。\n\n【薪资福利】\n汤\n",
			[]string{"must 两年以上经验；", "must 熟悉刀具；", "nice 有葡萄酒经验者优先。"}},
		{"Polish: listy", "# Kucharz\n## Twoje zadania\n- Pieczenie\n## Nasze wymagania\n- Noże\n- Piece\n## Mile widziane\n- Wino\n## Oferujemy\n- Zupa\n",
			[]string{"must Noże", "must Piece", "nice Wino"}},
		{"Swedish: listor", "# Kock\n## Arbetsuppgifter\n- Baka\n## Kvalifikationer\n- Knivar\n- Ugnar\n## Meriterande\n- Vin\n## Vi erbjuder\n- Soppa\n",
			[]string{"must Knivar", "must Ugnar", "nice Vin"}},
		{"Korean: 목록", "# 요리사\n## 담당업무\n- 빵 굽기\n## 자격요건\n- 칼\n- 오븐\n## 우대사항\n- 와인\n## 복리후생\n- 수프\n",
			[]string{"must 칼", "must 오븐", "nice 와인"}},
		{"French: accents apart", "# Cuisinier\n## Compe\u0301tences recherche\u0301es\n- Couteaux\n- Fours\n",
			[]string{"must Couteaux", "must Fours"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { expect(t, tt.text, tt.want) })
	}
}

// Headings of other languages, by what they say. What is neither asked nor welcome may be any of the rest.
func TestForeignHeadings(t *testing.T) {
	tests := []struct {
		name, headings string
		want           []sense
	}{
		{"asked", "Was du für den Job brauchst;Das bringen Sie idealerweise mit;Dein Können;Dein Rucksack;Was dich auszeichnet;Deine Voraussetzungen;Fachliche Anforderungen;Persönliche Anforderungen;Damit punktest du bei uns;Unsere Erwartungen;Das sollten Sie mitbringen;So passt du zu uns;Was Sie auszeichnet;Wen suchen wir?;Deine Skills;Ihre Qualifikationen;Du bringst mit:;Das erwarten wir von Ihnen;Dein Background;Wir erwarten von Ihnen;Ihre Kompetenzen;Einstellungsvoraussetzungen;Zwingende Voraussetzungen", []sense{asks}},
		{"asked", "Le profil que nous recherchons;Profil du candidat;Vos compétences;Vos atouts pour réussir;Ce que nous recherchons;Qualités requises;Connaissances requises;Formation et expérience;Pré-requis;Vous êtes;On vous attend si;Tes compétences;Pour réussir à ce poste;Ce que tu maîtrises;Votre expérience;Niveau requis;Savoir-faire;Le candidat;Tu es la bonne personne si", []sense{asks}},
		{"asked", "¿Qué buscamos?;¿Qué necesitas?;Perfil requerido;Requisitos del puesto;Requisitos imprescindibles;Lo que buscamos en ti;¿Qué esperamos de ti?;Conocimientos requeridos;Formación académica;Experiencia requerida;Habilidades;Competencias;¿Quién eres?;Perfil del candidato;Necesitamos que tengas;Buscamos a alguien que;Debes tener;Tu perfil;Aptitudes", []sense{asks}},
		{"asked", "Requisitos;Pré-requisitos;O que buscamos;O que você precisa ter;Quem procuramos;Conhecimentos necessários;Requisitos obrigatórios;Formação acadêmica;Qualificações;Competências técnicas;Hard skills;Experiência;Você precisa ter;O que esperamos de ti;Escolaridade;Habilidades necessárias;Esperamos que você;Para essa vaga é necessário", []sense{asks}},
		{"asked", "必須スキル;応募資格;求めるスキル;必須要件;求める人物像;必要な経験;必要な能力;応募条件;MUST要件;経験・スキル;こんな方を求めています;必要資格;スキル要件;対象;こんな方におすすめ;必須（MUST）", []sense{asks}},
		{"asked", "Functie-eisen;Wat verwachten we van jou?;Jouw profiel;Wat breng je mee?;Wie zoeken wij?;Wie ben jij?;Dit vragen we;Dit breng je mee;Jij hebt;Functievereisten;Wat neem je mee?;Opleiding en ervaring;Ben jij dit?", []sense{asks}},
		{"asked", "Requisiti;Profilo ricercato;Requisiti fondamentali;Competenze richieste;Il candidato ideale;Cosa cerchiamo;Chi stiamo cercando;Le tue competenze;Requisiti minimi;Sei la persona giusta se;Caratteristiche del candidato", []sense{asks}},
		{"asked", "Требования к кандидату;Что мы ждём от тебя;Наши ожидания;Мы ожидаем от вас;Необходимые навыки;Ключевые навыки;Кого мы ищем;Что нужно знать и уметь;Ты нам подходишь, если;Обязательные требования;Опыт и навыки;От кандидата ожидаем;Для нас важно", []sense{asks}},
		{"asked", "任职要求;岗位要求;职位要求;任职资格;我们希望你;招聘条件;能力要求;你需要具备;基本要求;技能要求;应聘要求;专业要求", []sense{asks}},
		{"asked", "Wymagania;Nasze wymagania;Czego oczekujemy;Oczekujemy od Ciebie;Twój profil;Kogo szukamy;Wymagane umiejętności;Szukamy osoby, która;Nasze oczekiwania", []sense{asks}},
		{"asked", "Kvalifikationer;Vem är du?;Vi söker dig som;Din profil;Krav;Vi förväntar oss;Personliga egenskaper;Utbildning och erfarenhet;Om dig", []sense{asks}},
		{"asked", "자격요건;지원자격;필수 요건;이런 분을 찾습니다;이런 분과 함께하고 싶어요;필요 역량", []sense{asks}},
		{"asked", "Wat wij vragen;Jouw kwaliteiten;Wij zoeken iemand die;Wat heb je nodig?;Jouw kennis en ervaring;Competenties", []sense{asks}},
		{"asked", "Dein Profil:;Was uns überzeugt;Damit überzeugst du uns;Mitbringsel;Hard Facts;Das hast du drauf;Was Du schon kannst;Sie passen zu uns, wenn Sie;Du passt zu uns, wenn;Qualifikationsprofil;Kenntnisse und Fähigkeiten;Formale Voraussetzungen;Was Sie dafür brauchen", []sense{asks}},
		{"asked", "Ce qu'il te faut;Votre parcours;Vous vous reconnaissez ?;Le profil idéal;Tu te reconnais ?;Les prérequis;Compétences techniques;Aptitudes professionnelles;Ce qu'on recherche chez toi;Et vous ?;Ton profil;Qui êtes-vous ?;Ce dont tu as besoin", []sense{asks}},
		{"asked", "¿Eres tú?;Te pedimos;Lo que debes tener;Requerimientos;Educación;Conocimientos técnicos;Para este puesto necesitas;Imprescindible;¿Qué perfil buscamos?", []sense{asks}},
		{"asked", "O que você precisa saber;Requisitos e qualificações;O que é necessário;É essencial que você;Precisamos que você tenha;O que procuramos em você;Conhecimentos e experiências", []sense{asks}},
		{"welcome", "Von Vorteil sind;Wünschenswert;Nice-to-have;Das wäre ein Plus;Pluspunkte sammelst du mit;Idealerweise hast du auch", []sense{asksNice, wishes}},
		{"welcome", "Les petits plus;Ce serait un plus;Serait un plus;Bonus;Atouts;Compétences souhaitées;Nous apprécierons;Idéalement, tu as aussi", []sense{asksNice, wishes}},
		{"welcome", "Se valorará positivamente;Valorable;Requisitos deseables;Deseable;Plus;Nos gustaría además;Se considerará un plus;Otros méritos", []sense{asksNice, wishes}},
		{"welcome", "Diferenciais;Será um diferencial;Desejável;Requisitos desejáveis;É um plus;Bônus;Conhecimentos desejáveis;Valorizamos;Vai ser legal se você", []sense{asksNice, wishes}},
		{"welcome", "歓迎スキル;歓迎要件;尚可;あると良いスキル;歓迎する経験;優遇条件;WANT要件;歓迎（WANT）;プラスになるスキル", []sense{asksNice, wishes}},
		{"welcome", "Requisiti preferenziali;Nice to have;Costituirà titolo preferenziale;Sarà un plus;Gradita conoscenza", []sense{asksNice, wishes}},
		{"welcome", "Будет плюсом;Плюсом будет;Желательно;Будет преимуществом;Дополнительные плюсы;Приветствуется;Здорово, если вы", []sense{asksNice, wishes}},
		{"welcome", "加分项;优先条件;优先考虑;加分技能", []sense{asksNice, wishes}},
		{"welcome", "Mile widziane;Dodatkowym atutem będzie;Mile widziane umiejętności", []sense{asksNice, wishes}},
		{"welcome", "우대사항;우대 조건;이런 경험이 있으면 더 좋아요", []sense{asksNice, wishes}},
		{"given", "Wir bieten;Unser Angebot an Sie;Das bieten wir Ihnen;Benefits;Deine Vorteile bei uns;Was wir bieten;Warum zu uns?;Kontakt;So geht es weiter;Interesse geweckt?;Jetzt bewerben;Haben wir Ihr Interesse geweckt?;Das kannst du von uns erwarten;Rahmenbedingungen", []sense{works, gives, company}},
		{"given", "Ce que nous offrons;Avantages;Rémunération et avantages;Pourquoi nous rejoindre;Comment postuler ?;Processus de recrutement;Conditions de travail;Les avantages;On t'offre;Ce qu'on offre;Rejoignez-nous;Notre offre;Les bonnes raisons de nous rejoindre;Déroulement des entretiens", []sense{works, gives, company}},
		{"given", "¿Qué ofrecemos?;Beneficios;Te ofrecemos;¿Por qué unirte?;Ofrecemos;Condiciones;¿Cómo aplicar?;Proceso de selección;Lo que ofrecemos;Ventajas de trabajar con nosotros;Salario y beneficios", []sense{works, gives, company}},
		{"given", "Benefícios;O que oferecemos;Oferecemos;Nossos benefícios;Por que trabalhar conosco;Como se candidatar;Processo seletivo;Remuneração;Local de trabalho e horário;Vantagens;Etapas do processo", []sense{works, gives, company}},
		{"given", "給与;待遇;福利厚生;勤務時間;休日・休暇;選考プロセス;応募方法;勤務地;選考フロー;雇用形態;年収;働く環境;入社後のサポート", []sense{works, gives, company}},
		{"given", "Wat bieden we?;Wij bieden;Ons aanbod;Arbeidsvoorwaarden;Solliciteren;Wat krijg je?;Interesse?;Dit bieden wij;Sollicitatieprocedure", []sense{works, gives, company}},
		{"given", "Cosa offriamo;Offriamo;Benefit;Perché noi;Come candidarsi;Si offre;L'azienda offre", []sense{works, gives, company}},
		{"given", "Условия;Мы предлагаем;Что мы предлагаем;Условия работы;Почему у нас хорошо;Как откликнуться;О компании;Бонусы и льготы;Что вы получите;У нас есть", []sense{works, gives, company}},
		{"given", "薪资福利;福利待遇;我们提供;工作时间;联系方式;公司介绍;投递方式;薪酬待遇;工作地点", []sense{works, gives, company}},
		{"given", "Oferujemy;Co oferujemy;Nasza oferta;Benefity;Jak aplikować;Dlaczego my", []sense{works, gives, company}},
		{"given", "Vi erbjuder;Om oss;Ansökan;Förmåner;Så ansöker du;Villkor", []sense{works, gives, company}},
		{"given", "복지 및 혜택;근무조건;채용 절차;지원 방법", []sense{works, gives, company}},
		{"given", "Wat we je bieden;Waarom wij?;Over ons;Jouw voordelen;Enthousiast?;Meer weten?", []sense{works, gives, company}},
		{"the work", "Ihre Aufgaben;Aufgabengebiet;Dein Aufgabenbereich;Das erwartet dich;Deine Herausforderung;Ihr Wirkungskreis;Tätigkeiten;Was du bei uns bewegst;Ihr Verantwortungsbereich;Deine Aufgaben bei uns", []sense{works, gives, company}},
		{"the work", "Missions principales;Ton rôle;Vos responsabilités;Description du poste;Les missions du poste;Le poste;En quoi consiste le job ?;Ce que vous ferez;Activités principales", []sense{works, gives, company}},
		{"the work", "Funciones;¿Qué harás?;Tus responsabilidades;Tareas;Descripción del puesto;Principales funciones;En tu día a día;Tu misión;Responsabilidades", []sense{works, gives, company}},
		{"the work", "Responsabilidades;Atividades;O que você fará;Principais atribuições;Sua missão;Atribuições do cargo;Descrição da vaga;Seu dia a dia;Seus desafios", []sense{works, gives, company}},
		{"the work", "仕事内容;業務内容;職務内容;主な業務;担当業務;具体的な業務;お任せする仕事;ミッション", []sense{works, gives, company}},
		{"the work", "Wat ga je doen?;Jouw taken;Werkzaamheden;De functie;Functieomschrijving;Je taken;Jouw werkzaamheden", []sense{works, gives, company}},
		{"the work", "Attività principali;Mansioni;Responsabilità;Cosa farai;Il tuo ruolo", []sense{works, gives, company}},
		{"the work", "Обязанности;Чем предстоит заниматься;Задачи;Что делать;Функциональные обязанности;Ваши задачи;Что предстоит делать", []sense{works, gives, company}},
		{"the work", "岗位职责;工作职责;职位描述;工作内容;主要职责;职位职责", []sense{works, gives, company}},
		{"the work", "Zakres obowiązków;Twoje zadania;Obowiązki;Czym będziesz się zajmować", []sense{works, gives, company}},
		{"the work", "Arbetsuppgifter;Dina arbetsuppgifter;Ansvarsområden", []sense{works, gives, company}},
		{"the work", "주요업무;담당 업무;합류하면 함께 할 업무예요", []sense{works, gives, company}},
	}
	for _, tt := range tests {
		for h := range strings.SplitSeq(tt.headings, ";") {
			t.Run(tt.name+"/"+h, func(t *testing.T) {
				if got := senseOf(h); !slices.Contains(tt.want, got) {
					t.Errorf("%q: %v, want one of %v", h, got, tt.want)
				}
			})
		}
	}
}
