package office

import (
	"strconv"
	"strings"

	"candid/model/pattern"
)

// wordStyle is a style of Word, or what a paragraph or a run says itself.
type wordStyle struct {
	name, above string // its own, and of the style that it builds on
	kind        string
	outline     int  // 1 to 9 of a heading; -1: said to be none; 0: nothing said
	title       bool // the style of a document's title
	list        string
	level       int
	hasLevel    bool
	written     string // the mark of an item as Word 2003 wrote it

	hidden, hiddenSaid bool
	size               float64
	ink, ground        tint
	inkSaid            bool
	groundSaid         bool
	font               string
	shades             bool // of a table: rows or columns have a ground of their own
}

// wordStyles is the styles of a document by their ids.
type wordStyles struct {
	byID     map[string]*wordStyle
	ready    map[string]wordStyle // with what they build on
	standard string               // of paragraphs that name none
	size     float64              // of words that no style says anything of, in points
}

// maxStyles is how many styles are kept. Word's own templates have about 300.
const maxStyles = 20000

func readWordStyles(x *tree) *wordStyles {
	all := &wordStyles{byID: map[string]*wordStyle{}, ready: map[string]wordStyle{}, size: 10}
	if x != nil {
		x.walk(func(e element) { all.read(x) })
	}
	return all
}

// read reads the styles within an element.
func (all *wordStyles) read(x *tree) {
	x.children(func(e element) {
		switch e.name {
		case "w:docDefaults":
			var s wordStyle
			s.properties(x)
			if s.size > 0 {
				all.size = s.size
			}
		case "w:style":
			id := e.attr("styleId")
			s := &wordStyle{kind: e.attr("type")}
			if s.kind == "paragraph" && (e.attr("default") == "1" || e.attr("default") == "true" || e.attr("default") == "on") {
				all.standard = id
			}
			s.properties(x)
			if len(all.byID) < maxStyles {
				all.byID[id] = s
			}
		}
	}, nil)
}

// properties reads everything that is said within a style.
func (s *wordStyle) properties(x *tree) {
	x.children(func(e element) {
		switch e.name {
		case "w:name":
			s.named(e.attr("val"))
		case "w:basedOn":
			s.above = e.attr("val")
		case "w:pPr", "w:pPrDefault", "w:rPrDefault":
			s.properties(x)
		case "w:rPr":
			x.children(func(e element) { s.characterProperty(x, e) }, nil)
		case "w:tblStylePr", "w:tcPr", "w:tblPr":
			s.shadesWithin(x)
		default:
			s.paragraphProperty(x, e)
		}
	}, nil)
}

var (
	headingName = pattern.New(`(?i)^(?:heading|überschrift|titre|título|titulo|titolo|rubrik|kop|overskrift|otsikko|заголовок|nagłówek|nadpis|başlık|标题|標題|見出し|제목) ?([1-9])$`)
	titleName   = pattern.New(`(?i)^(?:title|titel|titre|título|titulo|titolo|заголовок|название|tytuł|název|başlık|标题|標題|表題|제목)$`)
)

func (s *wordStyle) named(name string) {
	s.name = name
	if m := headingName.FindStringSubmatch(name); m != nil && s.outline == 0 {
		s.outline, _ = strconv.Atoi(m[1])
	}
	s.title = titleName.MatchString(name)
}

// shadesWithin notes whether parts of a table have a ground.
func (s *wordStyle) shadesWithin(x *tree) {
	x.children(func(e element) {
		if e.name == "w:shd" {
			ground := tint{}
			setShade(&ground, e)
			s.shades = s.shades || ground.known || e.attr("themeFill") != ""
			return
		}
		s.shadesWithin(x)
	}, nil)
}

// paragraphProperty reads one thing that is said of a paragraph.
func (s *wordStyle) paragraphProperty(x *tree, e element) {
	switch e.name {
	case "w:outlineLvl":
		if n, err := strconv.Atoi(e.attr("val")); err == nil && n >= 0 && n < 9 {
			s.outline = n + 1
		} else {
			s.outline = -1
		}
	case "w:numPr", "w:listPr":
		x.children(func(e element) {
			switch e.name {
			case "w:numId", "w:ilfo":
				s.list = e.attr("val")
			case "w:ilvl":
				if n, err := strconv.Atoi(e.attr("val")); err == nil {
					s.level, s.hasLevel = min(max(n, 0), levels-1), true
				}
			case "wx:t":
				s.written = e.attr("val")
			}
		}, nil)
	case "w:shd":
		setShade(&s.ground, e)
		s.groundSaid = s.ground.known
	}
}

// characterProperty reads one thing that is said of letters.
func (s *wordStyle) characterProperty(x *tree, e element) {
	switch e.name {
	case "w:vanish":
		s.hidden, s.hiddenSaid = on(e), true
	case "w:sz":
		if half, err := strconv.ParseFloat(e.attr("val"), 64); err == nil && half > 0 && half < 4000 {
			s.size = half / 2
		}
	case "w:color":
		s.ink, s.inkSaid = tintOf(e.attr("val")), true
	case "w:shd":
		setShade(&s.ground, e)
		s.groundSaid = s.ground.known
	case "w:highlight":
		if name := e.attr("val"); name != "none" {
			s.ground, s.groundSaid = tintOf(name), true
		}
	case "w:rFonts":
		s.font = e.attr("ascii")
		if s.font == "" {
			s.font = e.attr("hAnsi")
		}
	case "w14:textFill":
		x.children(func(e element) {
			if e.name == "w14:noFill" {
				s.hidden, s.hiddenSaid = true, true
			}
		}, nil)
	}
}

// setShade reads a shading: a plain one is its fill, a full one its colour, a pattern something between.
func setShade(ground *tint, e element) {
	switch e.attr("val") {
	case "clear", "":
		if c := tintOf(e.attr("fill")); c.known {
			*ground = c
		}
	case "solid":
		*ground = tintOf(e.attr("color"))
	case "nil":
	default:
		*ground = tint{}
	}
}

// on is the value of a switch: it is on when nothing is said.
func on(e element) bool {
	switch e.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// under is what a style and what is said above it come to: what is said above it counts.
func (s wordStyle) under(own *wordStyle) wordStyle {
	if own.outline != 0 {
		s.outline = own.outline
	}
	s.title = s.title || own.title
	if own.list != "" {
		s.list = own.list
	}
	if own.hasLevel {
		s.level, s.hasLevel = own.level, true
	}
	if own.hiddenSaid {
		s.hidden, s.hiddenSaid = own.hidden, true
	}
	if own.size > 0 {
		s.size = own.size
	}
	if own.inkSaid {
		s.ink, s.inkSaid = own.ink, true
	}
	if own.groundSaid {
		s.ground, s.groundSaid = own.ground, true
	}
	if own.font != "" {
		s.font = own.font
	}
	s.shades = s.shades || own.shades
	return s
}

// resolve is a style with what it builds on.
func (all *wordStyles) resolve(id string) wordStyle {
	if s, ok := all.ready[id]; ok {
		return s
	}
	var chain []*wordStyle
	for at := id; len(chain) < 50; {
		s := all.byID[at]
		if s == nil {
			break
		}
		chain = append(chain, s)
		at = s.above
	}
	var whole wordStyle
	for i := len(chain) - 1; i >= 0; i-- {
		title := chain[i].title
		whole = whole.under(chain[i])
		whole.title = title // a subtitle may build on the title
	}
	if all.byID[id] != nil {
		all.ready[id] = whole
	}
	return whole
}

// paragraph is the style of a paragraph; "" is the standard one.
func (all *wordStyles) paragraph(id string) wordStyle {
	if all.byID[id] == nil {
		id = all.standard
	}
	return all.resolve(id)
}

// character is the style of a run.
func (all *wordStyles) character(id string) wordStyle {
	if id == "" {
		return wordStyle{}
	}
	return all.resolve(id)
}

// shaded reports whether a style of tables gives rows or columns a ground.
func (all *wordStyles) shaded(id string) bool { return all.resolve(id).shades }

func (s wordStyle) heading() bool { return s.outline > 0 }

// set changes a look to what the style says.
func (s wordStyle) set(l *look) {
	if s.hiddenSaid {
		l.hidden = s.hidden
	}
	if s.size > 0 {
		l.size = s.size
	}
	if s.inkSaid {
		l.ink = s.ink
	}
	if s.groundSaid {
		l.ground = s.ground
	}
	if s.font != "" {
		l.font = s.font
	}
}

// styleList is the list that a style of lists names.
func (all *wordStyles) styleList(id string) string { return strings.TrimSpace(all.resolve(id).list) }
