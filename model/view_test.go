package model

import (
	"strings"
	"testing"
)

func TestViews(t *testing.T) {
	first := FirstViews()
	for i, x := range first {
		if x.Name == "" {
			continue
		}
		if after, err := first.With(i+1, x); err != nil || after != first {
			t.Errorf("the program's own view %d cannot be kept as it is: %v", i+1, err)
		}
	}
	t.Run("found by digit and by name", func(t *testing.T) {
		for called, want := range map[string]int{"1": 1, "to do": 1, " TO  Do ": 1, "we differ": 5, "0": 0, "9": 0, "": 0, "to": 0, "10": 0} {
			if digit, ok := first.Find(called); digit != want || ok != (want > 0) {
				t.Errorf("%q is %d, %v", called, digit, ok)
			}
		}
	})
	t.Run("found by query", func(t *testing.T) {
		if digit, ok := first.Of(" stage:advanced "); digit != 3 || !ok {
			t.Errorf("%d, %v", digit, ok)
		}
		if digit, ok := first.Of(""); ok { // a free place asks for nothing
			t.Errorf("no query is %d", digit)
		}
	})
	for name, c := range map[string]struct {
		digit int
		view  View
		want  View
		why   string
	}{
		"kept":                  {7, View{"rust", "rust stage:new"}, View{"rust", "rust stage:new"}, ""},
		"in another's place":    {1, View{"rust", "rust"}, View{"rust", "rust"}, ""},
		"renamed":               {1, View{"mine", first[0].Query}, View{"mine", first[0].Query}, ""},
		"called the same again": {1, View{"To do", "rust"}, View{"To do", "rust"}, ""},
		"everybody":             {8, View{"all", ""}, View{"all", ""}, ""},
		"freed":                 {2, View{}, View{}, ""},
		"what cannot be seen":   {7, View{"a\x1b[31m\u202eb \n c", " x\u200b  y\t"}, View{"a[31mb c", "x y"}, ""},
		"no name":               {7, View{"  ", "rust"}, View{}, "has no name"},
		"a digit":               {7, View{"3", "rust"}, View{}, "is a digit"},
		"another's name":        {7, View{"TO DO", "rust"}, View{}, "is what 1 is called"},
		"a wide name":           {7, View{strings.Repeat("字", 21), "rust"}, View{}, "wider than 40"},
		"no such place":         {10, View{"rust", "rust"}, View{}, "calls no view"},
		"place nought":          {0, View{"rust", "rust"}, View{}, "calls no view"},
	} {
		t.Run(name, func(t *testing.T) {
			after, err := first.With(c.digit, c.view)
			if c.why != "" {
				if err == nil || !strings.Contains(err.Error(), c.why) || after != first {
					t.Fatalf("%v, %+v", err, after)
				}
				return
			}
			if err != nil || after[c.digit-1] != c.want {
				t.Fatalf("%+v, %v", after[c.digit-1], err)
			}
		})
	}
	if free := first.Free(); free != 7 {
		t.Errorf("%d is free", free)
	}
}
