package posting

import (
	"encoding/json"
	"strings"
	"testing"
)

// megabyte is the sample again and again, about a megabyte of it in each format.
func megabyte() map[string]string {
	page := rendered(Sample())
	half := MaxBytes / len(page)
	linked, _ := json.Marshal(map[string]string{"@type": "JobPosting", "title": "Cook", "description": strings.Repeat(page, half*9/10)})
	unknown, _ := json.Marshal(map[string]any{"title": "Cook", "description": strings.Repeat(page, half/2), "requirements": []string{strings.Repeat(page, half/3)}})
	return map[string]string{
		"Markdown":       strings.Repeat(Sample(), MaxBytes/len(Sample())),
		"HTML":           "<!doctype html><body><nav>" + strings.Repeat("<a href=x>y</a>", 1000) + "</nav><main>" + strings.Repeat(page, half*9/10) + "</main>",
		"JSON-LD":        "<!doctype html><script type=application/ld+json>" + string(linked) + "</script>",
		"JSON":           string(unknown),
		"text":           strings.Repeat("We cook, in “Lyon” – é – and look for someone who has:\n• knives, of steel\n• ovens\n\n", MaxBytes/90),
		"one line":       strings.Repeat("We cook “é” and more. ", MaxBytes/25),
		"lists of words": "# Cook\n## Requirements\n" + strings.Repeat("- Knives and ovens\n", 19000),
	}
}

func BenchmarkFormats(b *testing.B) {
	for name, text := range megabyte() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if r, err := Parse(text); err != nil && r.Role.Posting != "" {
					b.Fatal(err)
				}
			}
		})
	}
}
