package posting

import (
	"slices"
	"testing"

	"candid/model"
)

func TestSample(t *testing.T) {
	role, err := Parse(Sample())
	if err != nil {
		t.Fatal(err)
	}
	if err := role.Validate(); err != nil {
		t.Error(err)
	}
	if role.Title != "Senior Backend Software Engineer" || role.Employment != "Full-time" || !slices.Equal(role.Locations, []string{"San Francisco", "Toronto"}) {
		t.Errorf("title %q, employment %q, locations %q", role.Title, role.Employment, role.Locations)
	}
	if role.Posting != Sample() || role.MustShare != model.DefaultMustShare || role.Checklist.Version != 1 {
		t.Errorf("posting, share %v or version %d", role.MustShare, role.Checklist.Version)
	}
	want := []struct {
		priority model.Priority
		label    string
		line     int
	}{
		{model.Must, "5+ years of engineering", 19},
		{model.Must, "Rust and its async ecosystem", 20},
		{model.Must, "Production-grade services", 21},
		{model.Must, "Data modeling and storage", 22},
		{model.Must, "Testing mindset and practice", 23},
		{model.Must, "Cloud environments", 24},
		{model.Must, "Security-first thinking", 25},
		{model.Must, "Communication, ownership", 26},
		{model.Nice, "Rust with async runtimes", 29},
		{model.Nice, "Observability", 30},
		{model.Nice, "Infrastructure-as-Code", 31},
		{model.Nice, "High-scale, low-latency", 32},
		{model.Nice, "Open-source contributions", 33},
	}
	if len(role.Checklist.Requirements) != len(want) {
		t.Fatalf("%d requirements, want %d", len(role.Checklist.Requirements), len(want))
	}
	for i, q := range role.Checklist.Requirements {
		w := want[i]
		if q.Priority != w.priority || q.Label != w.label || q.Lines != [2]int{w.line, w.line + 1} {
			t.Errorf("requirement %d: %v %q lines %v, want %v %q line %d", i+1, q.Priority, q.Label, q.Lines, w.priority, w.label, w.line)
		}
		if q.ID != model.RequirementID(i+1) || q.Weight != 1 || q.Gate != (q.Priority == model.Must) || q.From != model.FromApplication {
			t.Errorf("requirement %d: id %v, weight %v, gate %v, from %v", i+1, q.ID, q.Weight, q.Gate, q.From)
		}
	}
}
