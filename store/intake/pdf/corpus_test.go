package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// Real documents, where there are any: each gives text or a reason; and the words that pdftotext finds are found here too.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		t.Skip("CANDID_CORPUS names no folder of real documents")
	}
	paths, err := filepath.Glob(filepath.Join(corpus, "resumes", "pdf*", "*.pdf"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	r := reader(t)
	var recalls []float64
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		reads(t, r, b, false)
		d, err := r.Read(b, true)
		if err != nil {
			t.Logf("%s: %v", filepath.Base(path), err)
			continue
		}
		if recall, ok := recallOf(path, d.Text); ok && filepath.Base(filepath.Dir(path)) == "pdf" {
			recalls = append(recalls, recall)
			if recall < 0.9 {
				t.Logf("%s: %.3f of the words of pdftotext", filepath.Base(path), recall)
			}
		}
	}
	if len(recalls) == 0 {
		t.Skip("no pdftotext to compare with")
	}
	slices.Sort(recalls)
	if median := recalls[len(recalls)/2]; median < 0.99 {
		t.Errorf("a median of %.3f of the words of pdftotext", median)
	}
}

// recallOf is the share of the words of pdftotext that are in a text.
func recallOf(path, text string) (float64, bool) {
	out, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		return 0, false
	}
	word := regexp.MustCompile(`[\pL\pN_]+`)
	have := map[string]int{}
	for _, w := range word.FindAllString(norm.NFKC.String(text), -1) {
		have[w]++
	}
	truth := word.FindAllString(norm.NFKC.String(string(out)), -1)
	found := 0
	for _, w := range truth {
		if have[w] > 0 {
			have[w]--
			found++
		}
	}
	return float64(found) / float64(max(1, len(truth))), len(truth) > 0
}
