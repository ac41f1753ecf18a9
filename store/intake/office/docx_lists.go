package office

import (
	"strconv"
	"strings"
)

// wordLists is the lists of a Word document, and how far each has been counted.
type wordLists struct {
	styles    *wordStyles
	abstracts map[string]*wordList
	lists     map[string]*wordUse
	counters  map[string]*counter // by the abstract list: several uses of it count on
}

// wordList is how the levels of a list are written.
type wordList struct {
	levels [levels]wordLevel
	link   string // a style that says how instead
}

type wordLevel struct {
	said     bool
	start    int
	way      string // of counting: "decimal", "bullet"
	text     string // "%1.%2."
	legal    bool   // all numbers of it are decimal
	restarts bool
}

// wordUse is a list as paragraphs use it: an abstract one with changes.
type wordUse struct {
	abstract string
	start    [levels]int // -1: as the abstract one
	own      [levels]*wordLevel
	used     bool
}

func readWordLists(x *tree, styles *wordStyles) *wordLists {
	all := &wordLists{styles: styles, abstracts: map[string]*wordList{}, lists: map[string]*wordUse{}, counters: map[string]*counter{}}
	if x != nil {
		x.walk(func(e element) { all.read(x) })
	}
	return all
}

// read reads the lists within an element.
func (all *wordLists) read(x *tree) {
	x.children(func(e element) {
		switch {
		case len(all.abstracts) > maxStyles || len(all.lists) > maxStyles:
		case e.name == "w:abstractNum":
			l := &wordList{}
			x.children(func(e element) {
				switch e.name {
				case "w:lvl":
					if n, ok := levelOf(e); ok {
						l.levels[n] = readWordLevel(x)
					}
				case "w:numStyleLink":
					l.link = e.attr("val")
				}
			}, nil)
			all.abstracts[e.attr("abstractNumId")] = l
		case e.name == "w:num":
			all.lists[e.attr("numId")] = readWordUse(x)
		}
	}, nil)
}

func levelOf(e element) (int, bool) {
	n, err := strconv.Atoi(e.attr("ilvl"))
	return n, err == nil && n >= 0 && n < levels
}

func readWordLevel(x *tree) wordLevel {
	l := wordLevel{said: true, restarts: true}
	x.children(func(e element) {
		switch e.name {
		case "w:start":
			l.start = startOf(e)
		case "w:numFmt":
			l.way = e.attr("val")
		case "w:lvlText":
			l.text = e.attr("val")
		case "w:isLgl":
			l.legal = on(e)
		case "w:lvlRestart":
			l.restarts = e.attr("val") != "0"
		}
	}, nil)
	return l
}

// startOf is a number to begin with, within bounds that no list leaves.
func startOf(e element) int {
	n, err := strconv.Atoi(e.attr("val"))
	if err != nil || n < 0 || n > 1e6 {
		return 1
	}
	return n
}

func readWordUse(x *tree) *wordUse {
	u := &wordUse{}
	for i := range u.start {
		u.start[i] = -1
	}
	x.children(func(e element) {
		switch e.name {
		case "w:abstractNumId":
			u.abstract = e.attr("val")
		case "w:lvlOverride":
			n, ok := levelOf(e)
			if !ok {
				return
			}
			x.children(func(e element) {
				switch e.name {
				case "w:startOverride":
					u.start[n] = startOf(e)
				case "w:lvl":
					l := readWordLevel(x)
					u.own[n] = &l
				}
			}, nil)
		}
	}, nil)
	return u
}

// item counts an item of a list on, and gives its mark and depth.
func (all *wordLists) item(list string, level int) (string, int) {
	u := all.lists[list]
	if u == nil {
		return "", 0
	}
	a := all.abstracts[u.abstract]
	for range 5 {
		if a == nil || a.link == "" {
			break
		}
		other := all.lists[all.styles.styleList(a.link)]
		if other == nil {
			break
		}
		a = all.abstracts[other.abstract]
	}
	if a == nil {
		return bullet, level
	}
	how := func(n int) wordLevel {
		if u.own[n] != nil {
			return *u.own[n]
		}
		return a.levels[n]
	}
	c := all.counters[u.abstract]
	if c == nil {
		c = &counter{}
		all.counters[u.abstract] = c
	}
	if !u.used {
		u.used = true
		for n, start := range u.start {
			if start >= 0 {
				c.started[n] = false
			}
		}
	}
	start := func(n int) int {
		if u.start[n] >= 0 {
			return u.start[n]
		}
		return how(n).start
	}
	kept := *c
	c.next(level, start(level))
	for n := level + 1; n < levels; n++ {
		c.started[n] = kept.started[n] && how(n).said && !how(n).restarts
	}
	l := how(level)
	switch {
	case !l.said:
		return bullet, level
	case l.way == "bullet":
		if strings.TrimSpace(l.text) == "" {
			return "", level
		}
		return bullet, level
	}
	return mark(numbered(l, level, func(n int) (int, string) {
		if !c.started[n] {
			c.at[n], c.started[n] = start(n), true
		}
		if l.legal {
			return c.at[n], "decimal"
		}
		return c.at[n], how(n).way
	})), level
}

// numbered is the text of a level with its numbers put in.
func numbered(l wordLevel, level int, at func(level int) (int, string)) string {
	var b strings.Builder
	for rest := l.text; rest != ""; {
		before, after, ok := strings.Cut(rest, "%")
		b.WriteString(before)
		if !ok {
			break
		}
		if after != "" && after[0] >= '1' && after[0] <= '9' && int(after[0]-'1') <= level {
			b.WriteString(number(at(int(after[0] - '1'))))
			after = after[1:]
		} else {
			b.WriteByte('%')
		}
		rest = after
	}
	return unsigned("", b.String())
}
