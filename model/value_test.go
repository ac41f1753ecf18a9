package model

import (
	"bytes"
	"encoding"
	"errors"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestEnumerationsReadWhatTheyWrite(t *testing.T) {
	type text interface {
		encoding.TextMarshaler
		String() string
	}
	cases := []struct {
		name string
		all  []text
		read func() encoding.TextUnmarshaler
	}{
		{"rating", []text{Open, NotShown, Lacks, Some, Meets, Exceeds}, func() encoding.TextUnmarshaler { return new(Value) }},
		{"priority", []text{Must, Nice}, func() encoding.TextUnmarshaler { return new(Priority) }},
		{"judged from", []text{FromApplication, FromInterview}, func() encoding.TextUnmarshaler { return new(JudgedFrom) }},
		{"stage", []text{New, Advanced, OnHold, Rejected}, func() encoding.TextUnmarshaler { return new(Stage) }},
		{"recommendation", []text{NoRecommendation, StrongNo, No, Yes, StrongYes}, func() encoding.TextUnmarshaler { return new(Recommendation) }},
		{"kind of document", []text{Resume, CoverLetter, Answers, OtherDocument}, func() encoding.TextUnmarshaler { return new(DocumentKind) }},
		{"sort key", []text{ByScore, ByName, ByStage, ByReviews, ByApplied, ByRequirement}, func() encoding.TextUnmarshaler { return new(SortKey) }},
		{"requirement", []text{RequirementID(1), RequirementID(65535)}, func() encoding.TextUnmarshaler { return new(RequirementID) }},
		{"id", []text{ID{}, ID{1, 15: 0xff}}, func() encoding.TextUnmarshaler { return new(ID) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, x := range c.all {
				b, err := x.MarshalText()
				if err != nil || string(b) != x.String() {
					t.Errorf("%v is written %q: %v", x, b, err)
				}
				y := c.read()
				if err := y.UnmarshalText(b); err != nil || reflect.ValueOf(y).Elem().Interface() != x {
					t.Errorf("%q is read as %v: %v", b, y, err)
				}
			}
			if err := c.read().UnmarshalText([]byte("no such thing")); err == nil {
				t.Error("anything is read")
			}
		})
	}
}

func TestDigits(t *testing.T) {
	for digit, want := range map[rune]Value{'0': NotShown, '1': Lacks, '2': Some, '3': Meets, '4': Exceeds} {
		if v, ok := ValueOf(digit); !ok || v != want || v.Digit() != digit {
			t.Errorf("%c gives %v, and that %c", digit, v, v.Digit())
		}
	}
	for _, digit := range "5/:a·" {
		if v, ok := ValueOf(digit); ok || v != Open {
			t.Errorf("%c is no digit of a rating, and gives %v", digit, v)
		}
	}
}

func TestIDs(t *testing.T) {
	now := time.UnixMilli(0x0123456789ab)
	id, err := NewID(now, bytes.NewReader(bytes.Repeat([]byte{0xff}, 10)))
	if err != nil || id.String() != "01234567-89ab-7fff-bfff-ffffffffffff" || id.Random() != "bfffffffffffffff" {
		t.Errorf("%v, %v, %v", id, id.Random(), err)
	}
	if _, err := NewID(now, strings.NewReader("short")); err == nil {
		t.Error("an id without its randomness")
	}
	for _, s := range []string{"01234567", "01234567-89ab-7fff-bfff-fffffffffffg", "0123456789ab-7fff-bfff-ffffffffffff-"} {
		if _, err := ParseID(s); err == nil {
			t.Errorf("%s is read as an id", s)
		}
	}
}

func TestShortest(t *testing.T) {
	id := func(random ...byte) ID {
		var id ID
		copy(id[8:], random)
		return id
	}
	a, b, c := id(0x81, 0x23), id(0x81, 0x24), id(0x81, 0x24, 0x50)
	cases := []struct {
		name string
		ids  []ID
		want map[ID]string
	}{
		{"none", nil, map[ID]string{}},
		{"four digits at least", []ID{a}, map[ID]string{a: "8123"}},
		{"as many as tell them apart", []ID{a, b, c}, map[ID]string{a: "8123", b: "81240", c: "81245"}},
		{"the same one twice", []ID{a, a}, map[ID]string{a: a.Random()}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Shortest(c.ids); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestDaysBefore(t *testing.T) {
	toronto, err := time.LoadLocation("America/Toronto")
	if err != nil {
		t.Skip("no zones here: ", err)
	}
	at := func(s string, zone *time.Location) time.Time {
		x, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	cases := []struct {
		name      string
		then, now time.Time
		zone      *time.Location
		want      int
	}{
		{"the same day", at("2026-05-04 00:00", toronto), at("2026-05-04 23:59", toronto), toronto, 0},
		{"a minute over midnight", at("2026-05-03 23:59", toronto), at("2026-05-04 00:00", toronto), toronto, 1},
		{"over the hour that spring takes", at("2026-03-07 12:00", toronto), at("2026-03-09 00:30", toronto), toronto, 2},
		{"over the hour that autumn gives", at("2026-10-31 23:30", toronto), at("2026-11-02 00:00", toronto), toronto, 2},
		{"the day is the zone's", at("2026-05-04 01:00", time.UTC), at("2026-05-04 12:00", time.UTC), toronto, 1},
		{"after now", at("2026-05-05 12:00", toronto), at("2026-05-04 12:00", toronto), toronto, 0},
		{"never", time.Time{}, at("2026-05-04 12:00", toronto), toronto, 0},
		{"over a year", at("2024-02-28 12:00", toronto), at("2025-02-28 12:00", toronto), toronto, 366},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := At(c.then).DaysBefore(c.now, c.zone); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

func TestTimeRoundTrip(t *testing.T) {
	x := time.Date(2026, 5, 4, 12, 30, 0, 123456789, time.UTC)
	if got := At(x).In(time.UTC); !got.Equal(x.Truncate(time.Millisecond)) {
		t.Errorf("%v, want %v to the millisecond", got, x)
	}
	if At(time.Time{}) != 0 || !Time(0).In(time.UTC).IsZero() {
		t.Error("never is not never")
	}
}

func TestProblem(t *testing.T) {
	cases := []struct {
		name string
		p    Problem
		want string
	}{
		{"all of it", Problem{Subject: "cv.txt", What: "cannot be read", Err: fs.ErrPermission, Next: "open it up"}, "cv.txt: cannot be read: permission denied (open it up)"},
		{"without a cause or a way out", Problem{Subject: "cv.txt", What: "is empty"}, "cv.txt: is empty"},
		{"the cause alone", Problem{Err: fs.ErrPermission}, "permission denied"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := c.p.Error(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	wrapped := errors.Join(errors.New("first"), &Problem{Kind: Damaged, Err: fs.ErrPermission})
	if KindOf(wrapped) != Damaged || !Is(wrapped, Damaged) || Is(wrapped, Full) || !errors.Is(wrapped, fs.ErrPermission) {
		t.Error("a wrapped problem is not found with its kind and cause")
	}
	if KindOf(fs.ErrPermission) != Failed || Is(fs.ErrPermission, Failed) {
		t.Error("another error has no kind, and is Failed")
	}
}

func TestReasonInWords(t *testing.T) {
	c := roleOf("MM").Checklist
	for want, r := range map[string]Reason{"L2 not met": {Requirement: 2}, "moved away": {Other: "moved away"}, "": {Requirement: 9}} {
		if got := r.In(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAliasesDoNotCollide(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	taken := map[string]bool{}
	n := 5 * len(aliasFirst) * len(aliasSecond) // more than there are pairs of words
	asked := 0
	draw := func(many int) {
		taken[NewAlias(r, many, func(s string) bool { asked++; return taken[s] })] = true
	}
	for range n {
		draw(len(taken))
	}
	if len(taken) != n || asked > 2*n {
		t.Errorf("%d aliases for %d candidates, %d drawn", len(taken), n, asked)
	}
	if draw(0); len(taken) != n+1 { // told of none, it finds one that is free all the same
		t.Errorf("%d aliases for %d candidates", len(taken), n+1)
	}
	words := map[string]bool{}
	for _, w := range append(aliasFirst[:], aliasSecond[:]...) {
		if words[w] || strings.ContainsAny(w, " -") {
			t.Errorf("%s stands twice, or is not one word", w)
		}
		words[w] = true
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "LUKASZ": "lukasz", "Łukasz": "lukasz", "Bergström": "bergstrom", "Bergstro\u0308m": "bergstrom", "Straße": "strasse",
		"Ｒｕｓｔ": "rust", "陈美玲": "陈美玲", "İzmir": "izmir", "ΟΔΥΣΣΕΥΣ": "οδυσσευσ", "Οδυσσεύς": "οδυσσευσ", "Đặng": "dang", "a\xffb": "a\ufffdb",
	} {
		if got := Fold(s); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
	}
}
