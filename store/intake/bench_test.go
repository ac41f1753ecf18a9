package intake

import (
	"strings"
	"testing"

	"candid/store/intake/content"
)

// What it costs to tell who a resume of three pages is by, and a text of 25 MB.
func BenchmarkFindFacts(b *testing.B) {
	page := "Experience\n\nAcme Widgets, Toronto, ON — Staff Engineer  2019 – 2023\n" + strings.Repeat("• Led the ledger's move to Rust with 12 people (2,000,000 writes a day), p99 from 180 ms to 12 ms; see example.org/ledger\n", 50)
	resume := "JANE DOE\nStaff Engineer\nToronto, ON | jane.doe@example.org | +1 (416) 555-0142 | linkedin.com/in/jane-doe\n\n" + strings.Repeat(page, 3)
	for name, text := range map[string]string{"three pages": resume, "25 MB": strings.Repeat(resume, 25<<20/len(resume))} {
		lines := strings.Split(text, "\n")
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				findFacts(lines, content.Document{Large: "Jane Doe"})
			}
		})
	}
}
