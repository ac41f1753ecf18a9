package posting

import "testing"

func TestKeepStars(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"none", "Koch\n", "Koch\n"},
		{"a gender star", "Wissenschaftliche*r Mitarbeiter*in gesucht", `Wissenschaftliche\*r Mitarbeiter\*in gesucht`},
		{"plural", "Mitarbeiter*innen", `Mitarbeiter\*innen`},
		{"emphasis", "*in* our **kitchen** and *on*", "*in* our **kitchen** and *on*"},
		{"emphasis that ends", "a *word*en", `a *word\*en`},
		{"list", "* in\n* er\n", "* in\n* er\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := keepStars(tt.source); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
