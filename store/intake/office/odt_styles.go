package office

import (
	"strconv"
	"strings"
)

// odtStyle is a style of OpenDocument.
type odtStyle struct {
	above   string
	title   bool
	made    bool // for one paragraph or run, by what it says itself
	outline int
	master  string // the page that a paragraph begins

	hidden, hiddenSaid bool
	size               float64 // in points
	share              float64 // of the size of the style above; 0: none said
	ink, ground        tint
	inkSaid            bool
	font               string
}

// odtStyles is the styles of a document.
type odtStyles struct {
	byName map[string]*odtStyle // family and name
	ready  map[string]odtStyle
	lists  map[string]*[levels]odtLevel

	firstMaster string            // the page of a body that names none
	nextMaster  map[string]string // which page follows
	layoutOf    map[string]string // of a page
	layouts     map[string]tint   // grounds
}

// outlineStyle is the list that headings are counted in.
const outlineStyle = "\x00outline"

func newODTStyles() *odtStyles {
	return &odtStyles{byName: map[string]*odtStyle{}, ready: map[string]odtStyle{}, lists: map[string]*[levels]odtLevel{},
		nextMaster: map[string]string{}, layoutOf: map[string]string{}, layouts: map[string]tint{}}
}

// read reads the styles within an element.
func (all *odtStyles) read(x *tree, made bool) {
	x.children(func(e element) {
		switch {
		case len(all.byName)+len(all.lists)+len(all.layouts)+len(all.layoutOf) > maxStyles:
		case e.name == "style:style", e.name == "style:default-style":
			s := &odtStyle{made: made, above: e.attr("parent-style-name"), master: e.attr("master-page-name")}
			name := e.attr("name")
			shown := e.attr("display-name")
			if shown == "" {
				shown = strings.ReplaceAll(name, "_20_", " ")
			}
			s.title = titleName.MatchString(shown)
			if m := headingName.FindStringSubmatch(shown); m != nil {
				s.outline, _ = strconv.Atoi(m[1])
			}
			if n, err := strconv.Atoi(e.attr("default-outline-level")); err == nil && n > 0 {
				s.outline = n
			}
			s.properties(x)
			all.byName[e.attr("family")+" "+name] = s
		case e.name == "text:list-style":
			all.lists[e.attr("name")] = readODTLevels(x)
		case e.name == "text:outline-style":
			all.lists[outlineStyle] = readODTLevels(x)
		case e.name == "style:page-layout":
			var s odtStyle
			s.properties(x)
			all.layouts[e.attr("name")] = s.ground
		case e.name == "style:master-page":
			name := e.attr("name")
			if all.firstMaster == "" || name == "Standard" {
				all.firstMaster = name
			}
			all.nextMaster[name] = e.attr("next-style-name")
			all.layoutOf[name] = e.attr("page-layout-name")
		}
	}, nil)
}

// properties reads what a style says.
func (s *odtStyle) properties(x *tree) {
	x.children(func(e element) {
		switch e.name {
		case "style:text-properties":
			s.letters(e)
		case "style:paragraph-properties", "style:table-cell-properties", "style:table-properties", "style:page-layout-properties":
			if c := tintOf(e.of("xsl-fo", "background-color")); c.known {
				s.ground = c
			}
		case "style:graphic-properties":
			if c := tintOf(e.of("xsl-fo", "background-color")); c.known {
				s.ground = c
			}
			if e.attr("fill") == "solid" {
				s.ground = tintOf(e.attr("fill-color"))
			}
		}
	}, nil)
}

// letters reads what a style says of letters.
func (s *odtStyle) letters(e element) {
	if e.has("display") {
		s.hidden, s.hiddenSaid = e.attr("display") == "none", true
	}
	size := e.of("xsl-fo", "font-size")
	if share, ok := strings.CutSuffix(size, "%"); ok {
		if n, err := strconv.ParseFloat(share, 64); err == nil && n > 0 && n < 1000 {
			s.share = n / 100
		}
	} else if n := pointsOf(size); n > 0 {
		s.size = n
	}
	if c := e.of("xsl-fo", "color"); c != "" {
		s.ink, s.inkSaid = tintOf(c), true
		if share, ok := strings.CutSuffix(e.attr("opacity"), "%"); ok {
			if n, err := strconv.ParseFloat(share, 64); err == nil && n >= 0 && n <= 100 {
				s.ink.A = uint8(n * 2.55)
			}
		}
	}
	if e.attr("use-window-font-color") == "true" {
		s.ink, s.inkSaid = tint{}, true
	}
	if c := tintOf(e.of("xsl-fo", "background-color")); c.known {
		s.ground = c
	}
	if font := e.attr("font-name"); font != "" {
		s.font = font
	}
}

// pointsOf is a length in points, 0 for none.
func pointsOf(s string) float64 {
	for _, unit := range []struct {
		name   string
		points float64
	}{{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"px", 0.75}} {
		if digits, ok := strings.CutSuffix(s, unit.name); ok {
			if n, err := strconv.ParseFloat(digits, 64); err == nil && n > 0 && n < 10000 {
				return n * unit.points
			}
		}
	}
	return 0
}

// resolve is a style with what it builds on, down to the standard of its family.
func (all *odtStyles) resolve(family, name string) odtStyle {
	key := family + " " + name
	if s, ok := all.ready[key]; ok {
		return s
	}
	var chain []*odtStyle
	for at := name; len(chain) < 50; {
		s := all.byName[family+" "+at]
		if s == nil {
			break
		}
		chain = append(chain, s)
		if at = s.above; at == "" {
			break
		}
	}
	if standard := all.byName[family+" "]; standard != nil && name != "" {
		chain = append(chain, standard)
	}
	var whole odtStyle
	for i := len(chain) - 1; i >= 0; i-- {
		whole = whole.under(chain[i])
	}
	if len(chain) > 0 {
		whole.title = chain[0].title || chain[0].made && len(chain) > 1 && chain[1].title
	}
	if all.byName[key] != nil {
		all.ready[key] = whole
	}
	return whole
}

// under is what a style and one that builds on it come to.
func (s odtStyle) under(own *odtStyle) odtStyle {
	s.master = own.master
	if own.outline != 0 {
		s.outline = own.outline
	}
	if own.hiddenSaid {
		s.hidden, s.hiddenSaid = own.hidden, true
	}
	if own.share > 0 && s.size > 0 {
		s.size *= own.share
	} else if own.share > 0 {
		s.share = own.share
	}
	if own.size > 0 {
		s.size = own.size
	}
	if own.inkSaid {
		s.ink, s.inkSaid = own.ink, true
	}
	if own.ground.known {
		s.ground = own.ground
	}
	if own.font != "" {
		s.font = own.font
	}
	return s
}

// set changes a look to what a style says.
func (all *odtStyles) set(family, name string, l *look) { all.resolve(family, name).set(l) }

func (s odtStyle) set(l *look) {
	if s.hiddenSaid {
		l.hidden = s.hidden
	}
	if s.size > 0 {
		l.size = s.size
	} else if s.share > 0 {
		l.size *= s.share
	}
	if s.inkSaid {
		l.ink = s.ink
	}
	if s.ground.known {
		l.ground = s.ground
	}
	if s.font != "" {
		l.font = s.font
	}
}

// pageGround is the ground of a page.
func (all *odtStyles) pageGround(master string) tint {
	if c := all.layouts[all.layoutOf[master]]; c.known {
		return c
	}
	return paper
}

// boxGround is the ground of a text box: none is known unless it is filled with one colour.
func (all *odtStyles) boxGround(name string) tint { return all.resolve("graphic", name).ground }

// readODTLevels reads the levels of a list.
func readODTLevels(x *tree) *[levels]odtLevel {
	var all [levels]odtLevel
	x.children(func(e element) {
		n, err := strconv.Atoi(e.attr("level"))
		if err != nil || n < 1 || n > levels {
			return
		}
		l := odtLevel{said: true, prefix: e.attr("num-prefix"), suffix: e.attr("num-suffix"), way: e.attr("num-format"), shown: 1, start: 1}
		switch e.name {
		case "text:list-level-style-image":
			l.bullet = true
		case "text:list-level-style-bullet": // a blank is written for an item without a bullet
			l.bullet = strings.TrimSpace(e.attr("bullet-char")) != ""
		}
		if shown, err := strconv.Atoi(e.attr("display-levels")); err == nil {
			l.shown = min(max(shown, 1), levels)
		}
		if start, err := strconv.Atoi(e.attr("start-value")); err == nil && start >= 0 && start < 1e6 {
			l.start = start
		}
		all[n-1] = l
	}, nil)
	return &all
}
