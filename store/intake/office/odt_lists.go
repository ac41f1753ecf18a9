package office

import (
	"strconv"
	"strings"
)

// odtList is a list that is being read.
type odtList struct {
	style   string
	counter *counter
	depth   int
	mark    string // of the item whose first paragraph has not come yet
}

// odtLevel is how a level of a list is written.
type odtLevel struct {
	said           bool
	bullet         bool
	way            string // of counting: "1", "a", "I"
	prefix, suffix string
	shown          int // how many levels its number shows
	start          int
}

// readList reads a list, which may be within an item of another.
func (o *odt) readList(e element) {
	outer := o.list
	l := &odtList{style: e.attr("style-name")}
	if outer != nil {
		l.depth, l.counter = min(outer.depth+1, levels-1), outer.counter
		if l.style == "" {
			l.style = outer.style
		}
	} else {
		switch {
		case e.attr("continue-list") != "" && o.lists[e.attr("continue-list")] != nil:
			l.counter = o.lists[e.attr("continue-list")]
		case e.attr("continue-numbering") == "true" && o.styled[l.style] != nil:
			l.counter = o.styled[l.style]
		default:
			l.counter = &counter{}
		}
		if len(o.styled) < maxStyles {
			o.styled[l.style] = l.counter
		}
		if id := e.attr("id"); id != "" && len(o.lists) < maxStyles {
			o.lists[id] = l.counter
		}
	}
	o.list = l
	o.x.children(func(e element) { o.node(e, look{}) }, nil)
	o.list = outer
}

// item reads an item of a list.
func (o *odt) item(e element) {
	l := o.list
	if l == nil {
		o.x.children(func(e element) { o.node(e, look{}) }, nil)
		return
	}
	l.mark = ""
	if e.name == "text:list-item" {
		first := true
		o.x.children(func(inner element) {
			if first && inner.name != "text:list" {
				l.mark = o.mark(l.style, l.depth, l.counter, e.attr("start-value"))
			}
			first = false
			o.node(inner, look{})
		}, nil)
	} else {
		o.x.children(func(e element) { o.node(e, look{}) }, nil)
	}
	l.mark = ""
}

// numbered reads a paragraph that is an item by itself.
func (o *odt) numbered(e element) {
	outer := o.list
	level, err := strconv.Atoi(e.attr("level"))
	if err != nil {
		level = 1
	}
	key := "numbered " + e.attr("list-id")
	if o.lists[key] == nil {
		if len(o.lists) >= maxStyles {
			o.problem = tooMuch()
			return
		}
		o.lists[key] = &counter{}
	}
	l := &odtList{style: e.attr("style-name"), counter: o.lists[key], depth: min(max(level-1, 0), levels-1)}
	l.mark = o.mark(l.style, l.depth, l.counter, e.attr("start-value"))
	o.list = l
	o.x.children(func(e element) { o.node(e, look{}) }, nil)
	o.list = outer
}

// mark counts an item on and gives what stands before it.
func (o *odt) mark(style string, level int, c *counter, start string) string {
	how := o.styles.lists[style]
	if how == nil {
		return bullet
	}
	return markOf(how, level, c, start)
}

// headingMark is the number of a heading, where headings are counted.
func (o *odt) headingMark(e element) string {
	level, err := strconv.Atoi(e.attr("outline-level"))
	if err != nil || level < 1 || level > levels || e.attr("is-list-header") == "true" {
		return ""
	}
	how := o.styles.lists[outlineStyle]
	if how == nil || !how[level-1].said || how[level-1].way == "" {
		return ""
	}
	return markOf(how, level-1, &o.outline, e.attr("start-value"))
}

func markOf(how *[levels]odtLevel, level int, c *counter, start string) string {
	l := how[level]
	if n, err := strconv.Atoi(start); err == nil && n >= 0 && n < 1e6 {
		c.started[level] = false
		c.next(level, n)
	} else {
		c.next(level, l.start)
	}
	switch {
	case l.bullet || !l.said:
		return bullet
	case l.way == "":
		return mark(l.prefix + l.suffix)
	}
	var parts []string
	for n := level - max(l.shown, 1) + 1; n <= level; n++ {
		if n < 0 || how[n].way == "" {
			continue
		}
		if !c.started[n] {
			c.at[n], c.started[n] = how[n].start, true
		}
		parts = append(parts, number(c.at[n], how[n].way))
	}
	return mark(l.prefix + strings.Join(parts, ".") + l.suffix)
}
