package wording

import (
	"strings"

	"candid/model"
)

// mostlyUnspaced reports whether s is written without spaces between words, as Japanese and Chinese are.
func mostlyUnspaced(s string) bool {
	n := 0
	for _, r := range s {
		if Unspaced(r) {
			n++
		}
	}
	return 3*n >= len([]rune(s))
}

// What ends a requirement in Japanese and adds nothing, longest first.
var unspacedTails = []string{"をお持ちの方", "のご経験をお持ちの方", "経験をお持ちの方", "のご経験がある方", "の経験がある方", "経験がある方", "経験のある方", "のある方", "がある方", "ことができる方", "ができる方", "できる方", "出来る方",
	"に興味のある方", "に興味がある方", "が好きな方", "な方", "の方", "方", "のご経験", "の実務経験", "での実務経験", "実務経験", "の業務経験", "業務経験", "の開発経験", "での開発経験", "の使用経験", "使用経験", "の利用経験", "利用経験", "のご知見", "の知見", "に関する知見",
	"の経験", "での経験", "経験", "の基礎知識", "に関する基本的な知識", "に関する知識", "についての知識", "の知識", "知識", "に関する深い理解", "に関する理解", "の理解", "への理解", "のスキル", "スキル", "歓迎", "必須", "及以上", "があること", "であること", "できること", "こと", "をお持ち", "以上", "お持ち", "尚可", "者"}

// Particles and signs before which a phrase ends.
var breakers = []string{"を用いた", "を使用した", "を使った", "を利用した", "における", "において", "に関する", "に対する", "について", "として", "による", "および", "または", "もしくは", "など", "等の", "での", "への", "から", "まで", "より", "、", "，", "。", "・", "／", "を", "に", "で", "が", "は", "へ", "と", "や", "の", " "}

// briefUnspaced is the label of a requirement written without spaces: up to the end of the phrase that says what is asked for.
func briefUnspaced(s string) string {
	if i := strings.IndexAny(s, ":：;"); i >= 0 && width(s[:i]) >= 2 {
		s = s[:i]
	}
	time, timed := asksTime(s)
	work := s
	if timed {
		work = strings.TrimLeft(s[time.at[1]:], "のにわたる、, ")
		if beforeTime := strings.TrimRight(s[:time.at[0]], "のをにで、, "); len([]rune(beforeTime)) >= 3 {
			work = beforeTime
		}
	}
	work = trimUnspaced(work)
	if timed {
		room := model.LabelCells - width(time.String()+" ")
		if cut := cutUnspaced(work, room); cut != "" && !strings.HasSuffix(cut, "…") {
			return time.String() + " " + cut
		}
		if work == "" {
			return time.String()
		}
	}
	return cutUnspaced(work, model.LabelCells)
}

// trimUnspaced takes off the end what adds nothing, as long as something is left.
func trimUnspaced(s string) string {
	s = strings.Trim(s, "。、，. :：「」【】・")
	for {
		cut := s
		for _, t := range unspacedTails {
			if rest, ok := strings.CutSuffix(s, t); ok && len([]rune(rest)) >= 2 {
				cut = strings.TrimRight(rest, "をにでがはへとやの、 ")
				break
			}
		}
		if cut == s || cut == "" {
			return s
		}
		s = cut
	}
}

// cutUnspaced cuts s to cells where a phrase ends, with an ellipsis where none does.
func cutUnspaced(s string, cells int) string {
	if width(s) <= cells {
		return s
	}
	kept := head(s, cells)
	best := 0
	for i := range kept {
		if i == 0 || width(kept[:i]) < cells/4 {
			continue
		}
		for _, p := range breakers {
			if strings.HasPrefix(s[i:], p) {
				best = i
				if p == "、" || p == "。" {
					break
				}
			}
		}
	}
	// A particle may stand right after what fits.
	for _, p := range breakers {
		if strings.HasPrefix(s[len(kept):], p) {
			best = len(kept)
		}
	}
	cut := strings.TrimRight(s[:best], "、，。をにでがはへとやの ・")
	if cut == "" {
		return Shorten(s, cells)
	}
	return cut
}
