package posting

import (
	"slices"
	"strings"
	"sync"

	"candid/model/pattern"
)

// jobNouns are what people are called who do a job, in the languages that are read, as plainKey leaves them. An English plural
// counts too; a "*" before a word takes compounds that end with it, one after it takes endings of gender and number.
const jobNouns = `
	*engineer *developer *manager *designer *writer analyst *scientist *architect lead *leader director administrator admin
	consultant specialist officer assistant accountant *researcher programmer head intern internship nurse teacher technician
	coordinator recruiter editor marketer representative rep executive associate chief president vp cto ceo cfo coo principal
	partner founder cofounder advocate evangelist ambassador moderator trainee apprentice volunteer graduate contractor freelancer
	expert generalist worker aide helper attendant caretaker caregiver cleaner *keeper janitor cook chef baker butcher waiter
	waitress barista bartender cashier clerk secretary receptionist *driver pilot captain steward guard supervisor
	superintendent foreman operator machinist mechanic electrician plumber carpenter welder mason painter installer inspector
	examiner auditor controller treasurer actuary statistician economist biologist chemist physicist geologist mathematician
	physician doctor surgeon dentist pharmacist therapist psychologist counselor counsellor midwife paramedic veterinarian
	librarian archivist curator historian registrar dean professor lecturer instructor tutor trainer coach postdoc postdoctoral fellow
	fellowship scholar student attorney lawyer counsel paralegal producer artist animator illustrator copywriter translator interpreter
	strategist advisor adviser agent broker trader buyer planner scheduler estimator tester sre dba devops sysadmin hacker
	journalist reporter photographer videographer musician actor stylist tailor gardener farmer firefighter handler
	practitioner investigator author maintainer builder liaison cataloger cataloguer bolsista* estagiari* monitor
	*ologist *ographer *maker *smith *ician *iatrist *worker dev qa salesperson
	entwickler* *entwickler *entwicklerin *ingenieur *ingenieurin *leiter *leiterin *leitung *berater *beraterin *techniker
	*technikerin *mechaniker *mechatroniker *kaufmann *kauffrau *bearbeiter *bearbeiterin *verkäufer *verkäuferin *fachkraft
	*hilfskraft *kraft *pfleger *pflegerin *assistent *assistentin *assistenz *fahrer *helfer *meister *lehrer *lehrerin *erzieher
	*erzieherin arzt ärztin *architekt *architektin *administratorin *referent *referentin *spezialist *spezialistin praktikant*
	*praktikum werkstudent* *ausbildung auszubildende* azubi *mitarbeiter *mitarbeiterin *redakteur *redakteurin *gestalter *planer
	*elektroniker *monteur *informatiker *informatikerin *forscher *prüfer *buchhalter *buchhalterin *programmierer koch köchin
	doktorand* *experte *expertin *managerin *koordinator *koordinatorin *betreuer *betreuerin bäcker hausmeister duales
	développeur* développeuse ingénieur* chef cheffe chargé* responsable technicien* consultante architecte analyste administrateur*
	administratrice directeur directrice assistante vendeur vendeuse commerciale infirmier* comptable cuisinier*
	serveur serveuse rédacteur rédactrice graphiste concepteur conceptrice stagiaire alternant* alternance animateur
	animatrice coordinateur coordinatrice gestionnaire conseiller* formateur formatrice enseignant* éducateur éducatrice
	psychologue médecin chercheur chercheuse doctorant* secrétaire opérateur opératrice conducteur chauffeur mécanicien*
	électricien* plombier menuisier juriste avocat* contrôleur auditeur acheteur acheteuse intégrateur testeur testeuse
	desarrollador* ingeniero* ingeniera analista programador* diseñador* gerente jefe jefa técnico técnica consultor consultora
	arquitecto arquitecta administrador* directora asistente auxiliar vendedor* enfermero enfermera contador* cocinero cocinera
	camarero camarera mesero redactor* coordinador* gestor gestora asesor asesora profesor profesora docente educador*
	médico médica investigador* operario conductor electricista abogado abogada becario practicante especialista líder ejecutivo
	encargado encargada dependiente traductor*
	desenvolvedor* engenheiro engenheira chefe responsável arquiteto arquiteta diretor diretora assistente enfermeiro enfermeira
	cozinheiro redator redatora coordenador* pesquisador* secretário secretária operador* motorista mecânico advogado advogada
	estagiário estagiária estágio executivo cientista
	elektriker* installateur klempner maler schreiner tischler schlosser dachdecker *gärtner gärtnerin kellner* friseur* sekretär*
	*anwalt *anwältin polizist* apotheker* hebamme *therapeut *therapeutin *arbeiter *arbeiterin *angestellte *angestellter kassierer* lagerist*
	disponent* dozent* *wart *händler *führer *wirt *wirtin metzger *warter
	ouvrier ouvrière maçon couvreur boulanger* pâtissier* boucher coiffeur coiffeuse soignant* agente caissier caissière
	préparateur préparatrice manutentionnaire magasinier livreur réceptionniste professeur* kinésithérapeute pharmacien*
	peintre soudeur apprenti* paysagiste jardinier* hôte hôtesse chargee auxiliaire
	albañil carpintero fontanero peluquero peluquera maestra cajero cajera repartidor* panadero panadera dependienta
	administrativo administrativa comercial recepcionista cuidador* fisioterapeuta farmacéutico operaria
	padeiro pedreiro eletricista atendente faxineiro repositor farmacêutico vendedora
	nanny lifeguard host hostess dishwasher stocker sommelier courier dispatcher fabricator roofer drafter surveyor appraiser
	underwriter adjuster merchandiser barber hairdresser carer crew ranger deputy detective chaplain pastor composer dancer singer
	porter picker packer groundskeeper valet labourer laborer operative
	エンジニア 開発者 デザイナー マネージャ プログラマ ディレクター アナリスト コンサルタント 営業 事務 担当 スタッフ リーダー サイエンティスト
	アーキテクト ライター 編集者 看護師 介護 調理師 料理人 講師 教師 研究員 運転手 インターン アルバイト 責任者 管理者 技術者 経理 人事 総務 広報
	マーケター プロデューサー アシスタント オペレーター デベロッパー 開発職 総合職 技術職 *業務
	工程师 工程師 经理 设计师 分析师 专员 主管 助理 总监 顾问 架构师 会计 老师 护士 销售 实习生 司机 厨师 研究员
	разработчик* инженер* менеджер* программист* аналитик* дизайнер* специалист* руководитель* администратор* бухгалтер* тестировщик* консультант*
	*ontwikkelaar *medewerker adviseur verpleegkundige docent sviluppatore sviluppatrice ingegnere impiegato addetto programista inżynier specjalista *utvecklare *ingenjör handläggare`

// jobs is jobNouns made ready: whole words, and the beginnings, ends and parts of others.
var jobs = sync.OnceValue(func() (j struct {
	words             map[string]bool
	starts, ends, any []string
}) {
	j.words = map[string]bool{}
	for _, w := range strings.Fields(jobNouns) {
		switch {
		case strings.HasPrefix(w, "*"):
			j.ends = append(j.ends, w[1:])
		case strings.HasSuffix(w, "*"):
			j.starts = append(j.starts, w[:len(w)-1])
		case w[0] >= 0xe3:
			j.any = append(j.any, w)
		default:
			j.words[w] = true
		}
	}
	return j
})

// isJob reports whether s names somebody who does a job.
func isJob(s string) bool {
	if memberOf.MatchString(s) {
		return true
	}
	return slices.ContainsFunc(strings.Fields(strings.ReplaceAll(plainKey(s), "post doc", "postdoc")), isJobNoun)
}

// memberOf matches what a member of a house's people is called.
var memberOf = pattern.New(`(?i)\b(?:team|crew|staff|faculty) member\b|\bmember of (?:the )?(?:technical )?staff\b`)

// isJobNoun reports whether a word, as plainKey leaves it, is what somebody is called who does a job.
func isJobNoun(w string) bool {
	j := jobs()
	if stem, ok := strings.CutSuffix(strings.TrimSuffix(w, "s"), "ère"); ok {
		w = stem + "er" // as cuisinière, infirmières
	}
	one := strings.TrimSuffix(w, "s")
	if j.words[w] || j.words[one] {
		return true
	}
	ends := func(e string) bool { return strings.HasSuffix(w, e) || strings.HasSuffix(one, e) }
	starts := func(b string) bool { return strings.HasPrefix(w, b) && len(w) <= len(b)+5 }
	within := func(p string) bool { return strings.Contains(w, p) }
	return slices.ContainsFunc(j.ends, ends) || slices.ContainsFunc(j.starts, starts) || slices.ContainsFunc(j.any, within)
}

// areas are fields of work: they may follow a title, or head it, and are no employer.
var areas = setOf(`engineering|backend|back end|frontend|front end|full stack|fullstack|infrastructure|platform|data|growth|product|products|mobile|ios|android|web|cloud|security|
	machine learning|ml|ai|analytics|marketing|sales|finance|operations|ops|people|hr|legal|design|research|support|success|customer success|customer support|payments|
	devops|sre|reliability|qa|quality|testing|risk|compliance|localization|internationalization|content|community|partnerships|business|strategy|revenue|revenue operations|
	accounting|it|networking|network|embedded|firmware|hardware|software|systems|core|api|apis|tools|tooling|developer experience|search|ads|identity|billing|education|
	health|healthcare|games|gaming|remote|hybrid|senior|junior|technology|tech|science|commerce|e commerce|ecommerce|retail|logistics|supply chain|procurement|communications|
	social media|brand|creative|video|media|art|java|python|go|golang|rust|php|ruby|rails|react|node|nodejs|javascript|typescript|net|kubernetes|aws|azure|gcp|salesforce|sap|linux|
	entwicklung|vertrieb|verwaltung|recherche|développement|ventas|desarrollo|vendas|desenvolvimento|dados|datos|marketing digital|night shift|day shift|nights|days`)

// setOf is the names that bars part.
func setOf(s string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.SplitSeq(s, "|") {
		set[strings.TrimSpace(name)] = true
	}
	return set
}
