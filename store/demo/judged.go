package demo

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"candid/model"
)

//go:embed reviews.txt
var reviewsText string

// judged is one entry of reviews.txt: a review, or a decision where stage is not New.
type judged struct {
	slug, by       string
	values         []model.Value // in the order of the strip
	recommendation model.Recommendation
	submitted      bool
	ago            time.Duration // before now: when it was submitted, left or decided
	remarks        []remark
	stage          model.Stage
	reason         string // of a rejection: a requirement such as "must 1", or words
}

// remark is a note or a quote.
type remark struct {
	on    string // "must 2", "nice 1" or "overall"
	text  string
	quote bool
}

var columns = regexp.MustCompile(` {2,}`)

// readJudged reads the text of reviews.txt, which describes its own form. The error names the line.
func readJudged(text string) ([]judged, error) {
	var all []judged
	for i, line := range strings.Split(text, "\n") {
		fields := columns.Split(strings.TrimSpace(line), -1)
		var err error
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, " ") && len(all) > 0:
			err = all[len(all)-1].remark(fields)
		default:
			var j judged
			j, err = readHead(fields)
			all = append(all, j)
		}
		if err != nil {
			return nil, fmt.Errorf("reviews.txt, line %d: %w", i+1, err)
		}
	}
	return all, nil
}

// readHead reads the line that an entry begins with.
func readHead(fields []string) (j judged, err error) {
	// The longest names leave one space before the next column.
	if who, by, ok := strings.Cut(fields[0], " "); ok {
		fields = append([]string{who, by}, fields[1:]...)
	}
	if len(fields) < 4 {
		return j, fmt.Errorf("%d columns", len(fields))
	}
	j.slug, j.by = fields[0], fields[1]
	if j.stage.UnmarshalText([]byte(fields[2])) == nil && j.stage != model.New {
		if j.ago, err = readAgo(fields[3]); len(fields) > 4 {
			j.reason = fields[4]
		}
		return j, err
	}
	if len(fields) != 5 {
		return j, fmt.Errorf("%d columns", len(fields))
	}
	for _, r := range strings.ReplaceAll(fields[2], " ", "") {
		v, ok := model.ValueOf(r)
		if !ok && r != '·' {
			return j, fmt.Errorf("no rating: %q", r)
		}
		j.values = append(j.values, v)
	}
	if j.submitted = fields[3] != "draft"; j.submitted {
		if j.recommendation, err = readRecommendation(fields[3]); err != nil {
			return j, err
		}
	}
	j.ago, err = readAgo(fields[4])
	return j, err
}

// remark adds an indented line to the entry above it.
func (j *judged) remark(fields []string) error {
	if len(fields) != 2 {
		return fmt.Errorf("%d columns", len(fields))
	}
	r := remark{on: fields[0], text: fields[1]}
	if inner, ok := strings.CutPrefix(r.text, `"`); ok {
		if r.text, r.quote = strings.CutSuffix(inner, `"`); !r.quote {
			return fmt.Errorf("a quote without its end")
		}
	}
	if r.quote && r.on == "overall" {
		return fmt.Errorf("a quote on nothing")
	}
	j.remarks = append(j.remarks, r)
	return nil
}

// readAgo reads "3h" or "2d".
func readAgo(s string) (time.Duration, error) {
	if n, ok := strings.CutSuffix(s, "d"); ok {
		days, err := strconv.Atoi(n)
		return time.Duration(days) * 24 * time.Hour, err
	}
	return time.ParseDuration(s)
}

func readRecommendation(s string) (model.Recommendation, error) {
	for r := model.StrongNo; r <= model.StrongYes; r++ {
		if r.String() == s {
			return r, nil
		}
	}
	return 0, fmt.Errorf("no recommendation: %s", s)
}

// requirement is the requirement that words such as "must 2" name on the checklist.
func requirement(c model.Checklist, words string) (model.RequirementID, bool) {
	for _, q := range c.Application() {
		if words == fmt.Sprint(q.Priority, " ", c.Number(q.ID)) {
			return q.ID, true
		}
	}
	return 0, false
}
