package charset

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// english is what stands around in a resume of whatever language: most of it is ASCII.
const english = `
SUMMARY
Software engineer with nine years of experience in building queues and ledgers.

EXPERIENCE
2019 - 2024   Senior Engineer, Quay Systems, team of 6
- Moved 40 services to Go and PostgreSQL; cut the time of a night job from 6 h to 20 min.
- Wrote the on-call handbook.
2015 - 2019   Developer, Harbour Software
SKILLS: Go, SQL, Kubernetes, Linux, Git
Phone: +1 555 0101   E-mail: someone@example.org
`

// people is, by language, somebody's name and town, and some lines of a resume. None of it stands in what languages are known by.
var people = []struct{ language, name, lines string }{
	{"de", "Jürgen Schröder, Göttingen", "Ich leitete fünf Jahre lang die Entwicklung für Kunden in Österreich.\nAusbildung: Fachhochschule Osnabrück, Prüfung bestanden (sehr gut).\nStärken: zuverlässig, selbstständig, präzise."},
	{"fr", "Hélène Lefèvre, Liège", "Chargée du déploiement d'une plateforme utilisée par près de mille employés.\nFormation : École supérieure, diplômée avec mention très bien.\nIntérêts : théâtre, randonnée, pâtisserie."},
	{"es", "Begoña Ibáñez, Logroño", "Responsable del rediseño de la aplicación móvil para pequeñas empresas.\nEducación: Máster en Telecomunicación.\nIdiomas: inglés (avanzado), alemán (básico)."},
	{"pt", "Inês Conceição, Leiria", "Responsável pela migração dos serviços e pela formação dos funcionários.\nFormação: Licenciatura em Matemática.\nCompetências: comunicação, organização, gestão de conflitos."},
	{"it", "Niccolò Castà, Città di Castello", "Dal 2018 mi occupo della qualità del software: più velocità, meno difficoltà.\nUniversità di Pavia, laurea. Disponibilità immediata perché libero."},
	{"sv", "Göran Åkerlund, Skövde", "Ansvarig för införandet av nya system på flera sjukhus.\nUtbildning: Tekniska högskolan, fyra år.\nSpråk: svenska, engelska och något tyska."},
	{"da", "Søren Kjærgård, Ærøskøbing", "Udviklede løsninger til færger og havne i fem år.\nUddannelse: Ingeniørhøjskolen.\nSprog: dansk, engelsk og tysk på højt niveau."},
	{"fi", "Väinö Pöyhönen, Hyvinkää", "Kehitin järjestelmiä kymmenessä yrityksessä ja käytän päivittäin useita kieliä.\nKoulutus: Lappeenranta, diplomi-insinööri."},
	{"pl", "Grzegorz Brzęczyszczykiewicz, Łomża", "Odpowiadałem za wdrożenie systemu księgowego w pięciu oddziałach.\nWykształcenie: Politechnika Łódzka, magister inżynier.\nJęzyki: angielski (płynnie), niemiecki (średnio)."},
	{"cs", "Květoslav Zahradníček, Třebíč", "Vedl jsem šestičlenný tým, který zaváděl nový účetní systém.\nVzdělání: Vysoké učení technické.\nJazyky: angličtina plynně, francouzština základy."},
	{"hu", "Győző Szűcs, Hódmezővásárhely", "Öt évig vezettem egy fejlesztőcsapatot, amely könyvelő programot készített.\nVégzettség: Műszaki Egyetem, mérnök-közgazdász.\nErősségek: megbízhatóság, önállóság."},
	{"ro", "Ştefania Bălănescu, Piteşti", "Am condus echipa care a dezvoltat aplicaţia pentru plăţi şi facturi.\nEducaţie: Facultatea de Matematică şi Informatică.\nLimbi: engleză, franceză."},
	{"hr", "Željka Šarić, Požega", "Vodila sam uvođenje sustava za praćenje pošiljaka u četiri županije.\nObrazovanje: Tehničko veleučilište.\nJezici: engleski i njemački, čitanje i pisanje."},
	{"ru", "Фёдор Щукин, Челябинск", "Отвечал за переход бухгалтерии на новую платформу.\nОбразование: Уральский политехнический институт.\nЛичные качества: внимательность, упорство."},
	{"uk", "Євгенія Гайдук, Чернігів", "Відповідала за перехід бухгалтерії на нову платформу.\nОсвіта: Політехнічний інститут.\nОсобисті якості: уважність, наполегливість, її захоплення — їзда верхи."},
	{"bg", "Цветелина Желязкова, Благоевград", "Отговарях за въвеждането на счетоводна програма в пет клона.\nОбразование: Технически университет.\nЛични качества: търпение и упоритост."},
	{"el", "Ευάγγελος Ξυδάκης, Λάρισα", "Ήμουν υπεύθυνος για την ανάπτυξη του συστήματος πληρωμών.\nΣπουδές: Πολυτεχνείο, διπλωματούχος.\nΓλώσσες: αγγλικά, γαλλικά."},
	{"tr", "Gökçe Karadağlı, Kırşehir", "Beş yıl boyunca muhasebe yazılımı geliştiren ekibi yönettim.\nÖğrenim: Teknik Üniversite, bilgisayar mühendisliği.\nYabancı dil: İngilizce (ileri), Almanca (başlangıç)."},
	{"he", "גדעון שפירא, אשדוד", "ניהלתי קבוצה שבנתה תוכנה לנמל במשך חמש שנים.\nלימודים: הטכניון, הנדסת חשמל.\nתכונות: דיוק ואחריות."},
	{"ar", "سمير الحداد، طرابلس", "قمت بإدارة مجموعة بناء برامج الميناء لمدة خمس سنوات.\nالدراسة: المعهد العالي للتقنية.\nالصفات: الدقة والصبر."},
	{"lt", "Žydrūnas Šliažas, Mažeikiai", "Penkerius metus vadovavau komandai, kuri kūrė apskaitos programą.\nMokslas: Technologijos universitetas, inžinierius.\nKalbos: anglų (puikiai), lenkų."},
	{"lv", "Guntars Šķēle, Salacgrīva", "Piecus gadus vadīju komandu, kas veidoja grāmatvedības programmu.\nIzglītība: Tehniskā universitāte, inženieris.\nValodas: angļu (teicami), vācu."},
	{"zh", "欧阳建国，哈尔滨", "主持港口调度平台的重构，将夜间任务缩短到二十分钟。\n毕业院校：哈尔滨工业大学，通信工程。\n爱好：摄影、登山。"},
	{"tw", "歐陽國棟，基隆", "主持港口調度系統的重構，將夜間工作縮短為二十分鐘。\n畢業學校：海洋大學，通訊工程。\n興趣：攝影、登山。"},
	{"ja", "石黒さくら、長崎市", "港湾の倉庫で使う仕組みを作り直し、夜間の処理を二十分に縮めました。\n最終学歴：長崎大学。\n好きなこと：写真、山歩き。"},
	{"ko", "남궁혜진, 목포", "항만 물류 시스템을 새로 만들고 야간 작업을 이십 분으로 줄였습니다.\n최종 학력: 목포대학교.\n취미: 사진, 등산."},
}

// written is the encodings that texts of each language are found in.
var written = []struct {
	name      string
	encoding  encoding.Encoding
	languages string
}{
	{"Windows-1252", charmap.Windows1252, "de fr es pt it sv da fi"},
	{"ISO-8859-1", charmap.ISO8859_1, "de fr es pt it sv da fi"},
	{"ISO-8859-15", charmap.ISO8859_15, "de fr es pt it sv da fi"},
	{"Mac Roman", charmap.Macintosh, "de fr es pt it sv da fi"},
	{"Windows-1250", charmap.Windows1250, "pl cs hu ro hr"},
	{"ISO-8859-2", charmap.ISO8859_2, "pl cs hu ro hr"},
	{"Windows-1251", charmap.Windows1251, "ru uk bg"},
	{"KOI8-R", charmap.KOI8R, "ru"},
	{"KOI8-U", charmap.KOI8U, "uk"},
	{"ISO-8859-5", charmap.ISO8859_5, "ru bg"},
	{"Windows-1253", charmap.Windows1253, "el"},
	{"ISO-8859-7", charmap.ISO8859_7, "el"},
	{"Windows-1254", charmap.Windows1254, "tr"},
	{"Windows-1255", charmap.Windows1255, "he"},
	{"Windows-1256", charmap.Windows1256, "ar"},
	{"ISO-8859-6", charmap.ISO8859_6, "ar"},
	{"Windows-1257", charmap.Windows1257, "lt lv"},
	{"ISO-8859-13", charmap.ISO8859_13, "lt lv"},
	{"Shift-JIS", japanese.ShiftJIS, "ja"},
	{"EUC-JP", japanese.EUCJP, "ja"},
	{"ISO-2022-JP", japanese.ISO2022JP, "ja"},
	{"GBK", simplifiedchinese.GBK, "zh"},
	{"GB18030", simplifiedchinese.GB18030, "zh tw"},
	{"Big5", traditionalchinese.Big5, "tw"},
	{"EUC-KR", korean.EUCKR, "ko"},
	{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "de ru zh ja ar"},
	{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "de ru zh ja ar"},
	{"UTF-16LE without a mark", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "de ru zh ja ar"},
	{"UTF-16BE without a mark", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "de ru zh ja ar"},
	{"UTF-32LE", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "de ru zh ja ar"},
	{"UTF-32BE without a mark", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "de ru zh ja ar"},
}

// resumes is the texts of a person: an English one with a foreign name and town, one in their language, a short one.
func resumes(name, lines string) []string {
	town := strings.TrimLeft(name[strings.IndexAny(name, ",،，、"):], ",،，、 ")
	return []string{
		name + "\n" + english,
		name + "\n" + lines + "\n" + english,
		name + "\n\n" + lines + "\n",
		town + "\n" + english + strings.SplitAfter(lines, "\n")[0],
		town + "\n" + english,
		name + "\n",
	}
}

// In every encoding texts come out as they went in, or nearly all do.
func TestEncodings(t *testing.T) {
	right, all := 0, 0
	for _, w := range written {
		t.Run(w.name, func(t *testing.T) {
			var wrong []string
			n := 0
			for _, p := range people {
				if !slices.Contains(strings.Fields(w.languages), p.language) {
					continue
				}
				for i, text := range resumes(p.name, p.lines) {
					b, err := encoding.ReplaceUnsupported(w.encoding.NewEncoder()).Bytes([]byte(text))
					if err != nil {
						t.Fatal(err)
					}
					want, _ := w.encoding.NewDecoder().Bytes(b) // what the encoding can hold of it
					n++
					if got, ok := Text(b); !ok || got != strings.TrimPrefix(string(want), "\ufeff") {
						wrong = append(wrong, fmt.Sprintf("%s, text %d: %.60q", p.language, i, got))
					}
				}
			}
			right, all = right+n-len(wrong), all+n
			t.Logf("%d of %d", n-len(wrong), n)
			if n == 0 || len(wrong)*5 > n {
				t.Errorf("%d of %d are wrong:\n%s", len(wrong), n, strings.Join(wrong, "\n"))
			} else if len(wrong) > 0 {
				t.Logf("wrong:\n%s", strings.Join(wrong, "\n"))
			}
		})
	}
	t.Logf("%d of %d", right, all)
	if right*100 < all*97 {
		t.Errorf("only %d of %d", right, all)
	}
}

// Text that is UTF-8 stays as it is, whatever it looks like.
func TestUTF8(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain", "Ana", "Ana"},
		{"nothing", "", ""},
		{"a mark", "\ufeffZoë", "Zoë"},
		{"cut in a letter", "Zoë, Émilie, François, Jérôme, Hélène, Agnès\xc3", "Zoë, Émilie, François, Jérôme, Hélène, Agnès\ufffd"},
		{"what looks like another encoding", "ÃœÃ¶", "ÃœÃ¶"},
		{"colours of a terminal", "\x1b[31mAna", "\x1b[31mAna"},
		{"a stray zero", "Ana Lima, engineer in Porto\x00", "Ana Lima, engineer in Porto\x00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := Text([]byte(test.in)); !ok || got != test.want {
				t.Errorf("%q %v, want %q", got, ok, test.want)
			}
		})
	}
}

// What is no text is none in any encoding.
func TestNoText(t *testing.T) {
	noise := make([]byte, 4000)
	state := uint32(1)
	for i := range noise {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	for name, b := range map[string][]byte{
		"noise": noise, "zeros": make([]byte, 100), "noise above ASCII": high(noise), "a picture": append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), noise...),
		"controls": []byte(strings.Repeat("\x01\x02\x03 ", 50)),
	} {
		if s, ok := Text(b); ok {
			t.Errorf("%s: %.60q", name, s)
		}
	}
}

// high is bytes beyond ASCII alone.
func high(b []byte) []byte {
	out := slices.Clone(b)
	for i := range out {
		out[i] |= 0x80
	}
	return out
}

// A page says which encoding it is in, and is believed unless it is UTF-8.
func TestPage(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"named", "<meta charset=windows-1251><p>\xc0\xed\xed\xe0", "<meta charset=windows-1251><p>Анна"},
		{"named otherwise", `<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">` + "\x93\xfa\x96{", `<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">日本`},
		{"named wrongly", "<meta charset=iso-8859-1><p>Zoë", "<meta charset=iso-8859-1><p>Zoë"},
		{"not named", "<p>Stanis\xb3aw W\xf3jcik, \xa3\xf3d\x9f", "<p>Stanisław Wójcik, Łódź"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00\xeb\x00", "<p>ë"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := Page([]byte(test.in)); !ok || got != test.want {
				t.Errorf("%q %v, want %q", got, ok, test.want)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for i, w := range written {
		b, _ := w.encoding.NewEncoder().Bytes([]byte(people[i%len(people)].lines))
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range []string{first(Text(b)), first(Page(b)), Names(b)} {
			if !utf8.ValidString(s) || len(s) > 6*len(b)+6 {
				t.Fatalf("%d bytes of %d: %.100q", len(s), len(b), s)
			}
		}
	})
}

func first(s string, _ bool) string { return s }

func BenchmarkText(b *testing.B) {
	german, japanese := people[0], people[24]
	text := german.name + "\n" + german.lines + english
	for _, w := range written {
		words := text
		switch w.name {
		default:
			continue
		case "Shift-JIS":
			words = japanese.name + "\n" + japanese.lines + english
		case "Windows-1252", "UTF-16LE":
		}
		in, err := w.encoding.NewEncoder().Bytes([]byte(words))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(w.name, func(b *testing.B) {
			for b.Loop() {
				Text(in)
			}
		})
	}
	b.Run("UTF-8", func(b *testing.B) {
		for b.Loop() {
			Text([]byte(text))
		}
	})
}
