package intake

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"candid/model"
)

//go:embed words.txt
var wordsText string

// lexicon is lists of words by their headings in words.txt.
type lexicon map[string]map[string]bool

// known is the lists, learnt when the first document is read.
var known = sync.OnceValue(func() lexicon {
	all := lexicon{}
	var list map[string]bool
	for line := range strings.Lines(wordsText) {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			name, _, _ := strings.Cut(title, ":")
			list = map[string]bool{}
			all[name] = list
			continue
		}
		for w := range strings.FieldsSeq(line) {
			list[w] = true
		}
	}
	return all
})

// stopParts is what no name in a script without spaces contains.
const stopParts = `简历 簡歷 履历 履歷 履歴 职务 職務 经历 經歷 経歴 经验 經驗 经歷 教育 学历 學歷 技能 项目 項目 工作 公司 大学 大學 工程师 工程師 エンジニア 开发 開發 開発
	经理 求职 求職 意向 个人 個人 信息 联系 聯繫 方式 自我 评价 简介 簡介 概要 資格 志望 氏名 姓名 性别 年龄 电话 電話 邮箱 地址 现在 現在 学校 证书 語言 语言 程序 设计 软件 前端 后端
	이력서 자기소개 경력 학력 기술 개발자 엔지니어 대학교 회사 연락처 이메일 주소 생년월일 프로젝트 자격증`

var stopPartList = sync.OnceValue(func() []string { return strings.Fields(stopParts) })

// hasStopPart reports whether s, written without spaces between words, holds a part that no name has.
func hasStopPart(s string) bool {
	return slices.ContainsFunc(stopPartList(), func(part string) bool { return strings.Contains(s, part) })
}

// hasStopWord reports whether s holds a word that no name has.
func hasStopWord(s string) bool {
	return !isASCII(s) && hasStopPart(s) || slices.ContainsFunc(foldedWords(s), isStopWord)
}

// isStopWord reports whether a folded word is one that no name has.
func isStopWord(w string) bool {
	return known()["stop"][w] && !known()["soft"][w] && !known()["particles"][w]
}

// foldedWords is the words of s in small letters without accents, what is no letter taken as a gap.
func foldedWords(s string) []string {
	return strings.FieldsFunc(model.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' })
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
