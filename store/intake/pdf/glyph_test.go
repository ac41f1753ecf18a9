package pdf

import "testing"

func TestMend(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"letters", "Ada", "Ada"},
		{"ligatures", "oﬃce ﬁle", "office file"},
		{"radicals", "⽂⼤", "文大"},
		{"presentation forms", "\ufefb", "لا"},
		{"signs that are signs", "m² ½ ™ ①", "m² ½ ™ ①"},
		{"the hyphen at the end of a line", "exam\ufffe", "exam-"},
		{"another mark for it", "exam\x02", "exam-"},
		{"a soft hyphen that is printed", "on\u00adcampus", "on-campus"},
		{"one hyphen mapped to three", "on-\u00ad\u2010campus", "on-campus"},
		{"two hyphens", "a--b", "a--b"},
		{"a point of Symbol", "\uf0b7", "•"},
		{"letters numbered like signs", "\uf041\uf064\uf061", "Ada"},
		{"an icon", "\uf3c5", ""},
		{"an accent before its letter", "Zo¨e", "Zoë"},
		{"what has no shape", "a\x00b\ufffd\ufeff", "ab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := mend([]rune(c.in)); got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}
