package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/posting"
	"candid/model/query"
	"candid/ui/config"
	"candid/ui/keymap"
)

var update = flag.Bool("update", false, "write the README's tables anew")

// readmePath is the page that these tests hold against the program.
var readmePath = filepath.Join("..", "..", "README.md")

func readme(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// markdownTable is a table with a header of two columns.
func markdownTable(head [2]string, rows [][2]string) string {
	var b strings.Builder
	b.WriteString("| " + head[0] + " | " + head[1] + " |\n| --- | --- |\n")
	for _, r := range rows {
		b.WriteString("| " + strings.ReplaceAll(r[0], "|", `\|`) + " | " + strings.ReplaceAll(r[1], "|", `\|`) + " |\n")
	}
	return b.String()
}

// tables are the parts of the README that are made from the program, by the name of the comment that they stand below.
func tables() map[string]string {
	var keys, fields, all, variables [][2]string
	for _, b := range keymap.All() {
		var names []string
		for _, k := range b.Keys {
			if strings.TrimSpace(k) != "" {
				names = append(names, "`"+k+"`")
			}
		}
		if len(names) > 0 {
			keys = append(keys, [2]string{strings.Join(names, " "), b.Does})
		}
	}
	for _, f := range query.Fields() {
		fields = append(fields, [2]string{"`" + f.Name + ":`", f.Asks + ": " + f.Accepts})
	}
	root := (&command{}).root()
	all = append(all, [2]string{"`candid`", "opens the app"})
	for _, cmd := range commands(root) {
		all = append(all, [2]string{"`" + usage(cmd) + "`", cmd.Short})
	}
	for _, v := range environment {
		variables = append(variables, [2]string{"`" + v[0] + "`", v[1]})
	}
	return map[string]string{
		"keys": markdownTable([2]string{"key", "does"}, keys), "fields": markdownTable([2]string{"field", "what it asks for, and takes"}, fields),
		"commands": markdownTable([2]string{"command", "what it does"}, all), "environment": markdownTable([2]string{"variable", "what it does"}, variables),
	}
}

// The README's tables of keys, fields, commands and variables are the program's own.
func TestREADMETables(t *testing.T) {
	page := readme(t)
	for name, want := range tables() {
		head, rest, found := strings.Cut(page, "<!-- "+name+" -->\n")
		got, tail, ended := strings.Cut(rest, "<!-- end -->")
		if !found || !ended {
			t.Errorf("the README has no place for %s", name)
			continue
		}
		if want = "\n" + want + "\n"; got != want && !*update {
			t.Errorf("the README's %s are not the program's; run with -update", name)
		}
		page = head + "<!-- " + name + " -->\n" + want + "<!-- end -->" + tail
	}
	if *update {
		if err := os.WriteFile(readmePath, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readmeSection is a part of the README, from its heading to the next of the same kind.
func readmeSection(t *testing.T, heading string) string {
	t.Helper()
	_, rest, found := strings.Cut(readme(t), "\n## "+heading+"\n")
	if !found {
		t.Fatalf("the README has no section %s", heading)
	}
	part, _, _ := strings.Cut(rest, "\n## ")
	return part
}

var code = regexp.MustCompile("`([^`]+)`")

// Each key of the short table is one of the program.
func TestREADMEKeys(t *testing.T) {
	short, _, _ := strings.Cut(readmeSection(t, "Keys"), "<details>")
	found := code.FindAllStringSubmatch(short, -1)
	if len(found) < 12 {
		t.Fatalf("%d keys", len(found))
	}
	for _, m := range found {
		if keymap.Known(m[1]) == "" {
			t.Errorf("%q does nothing in the program", m[1])
		}
	}
}

// Each query of the README is one that the program can read.
func TestREADMEQueries(t *testing.T) {
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		t.Fatal(err)
	}
	ana := model.ID{1}
	in := query.Scope{Role: sample.Role, Viewer: ana, Names: map[model.ID]string{ana: "Ana"}, Now: time.Now()}
	n := 0
	for line := range strings.Lines(readmeSection(t, "Query language")) {
		cells := strings.Split(line, " | ")
		if len(cells) != 2 || !strings.HasSuffix(cells[0], "?") {
			continue
		}
		n++
		asked := code.FindStringSubmatch(cells[1])[1]
		if _, err := query.Parse(asked, in); err != nil {
			t.Errorf("%s: %v", asked, err)
		}
	}
	if n < 5 {
		t.Errorf("%d questions", n)
	}
}

// Each file that the README names is there.
func TestREADMEFiles(t *testing.T) {
	linked := regexp.MustCompile(`\]\((screenshots/[^)]+)\)`).FindAllStringSubmatch(readme(t), -1)
	named := regexp.MustCompile("`((?:ui|model|store|screenshots|\\.ci)/[^` ]+)`").FindAllStringSubmatch(readme(t), -1)
	for _, m := range append(linked, named...) {
		if _, err := os.Stat(filepath.Join("..", "..", strings.TrimSuffix(m[1], "/..."))); err != nil {
			t.Error(err)
		}
	}
}

// example is a command of the README and what stands below it.
type example struct{ command, input, shows string }

// examples is the commands of all console blocks, in order.
func examples(page string) (all []example) {
	for _, block := range regexp.MustCompile("(?s)```console\n(.*?)```").FindAllStringSubmatch(page, -1) {
		lines := strings.Split(strings.TrimSuffix(block[1], "\n"), "\n")
		for i := 0; i < len(lines); i++ {
			given, is := strings.CutPrefix(lines[i], "$ ")
			if !is {
				last := &all[len(all)-1]
				last.shows += lines[i] + "\n"
				continue
			}
			x := example{command: given}
			if before, _, here := strings.Cut(given, " <<'END'"); here {
				x.command = before
				for i++; lines[i] != "END"; i++ {
					x.input += lines[i] + "\n"
				}
			}
			all = append(all, x)
		}
	}
	return all
}

// elsewhere is the commands of the README that no test can give: they open the app, need the network, or are another program's.
var elsewhere = []string{"go run . demo", "go test ./..."}

// randomID is what no two runs have in common.
var randomID = regexp.MustCompile(`(?m)^[0-9a-f]{4,8}  `)

// Every example of the README, from top to bottom in an empty folder with an empty home, prints what the README shows.
func TestREADMEExamples(t *testing.T) {
	all := examples(readme(t))
	folder := t.TempDir()
	t.Chdir(folder)
	for name, value := range map[string]string{"HOME": folder, "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "", "CANDID_STORE": filepath.Join(folder, "store", "candid.db")} {
		t.Setenv(name, value)
	}
	if len(all) < 8 {
		t.Fatalf("%d examples", len(all))
	}
	for _, x := range all {
		got := x.run(t)
		if plain := func(s string) string { return randomID.ReplaceAllString(s, "id  ") }; plain(got) != plain(x.shows) {
			t.Errorf("$ %s\nprints\n%s\nand not\n%s", x.command, got, x.shows)
		}
	}
}

// run gives the example as a shell would, and gives what a terminal would show.
func (x example) run(t *testing.T) string {
	t.Helper()
	given := args(x.command)
	switch {
	case given[0] == "candid":
		var out bytes.Buffer
		Run(given[1:], strings.NewReader(x.input), &out, &out)
		return out.String()
	case given[0] == "mkdir" && len(given) == 2:
		if err := os.Mkdir(given[1], 0o755); err != nil {
			t.Fatal(err)
		}
	case given[0] == "cat" && given[1] == ">" && len(given) == 3:
		if err := os.WriteFile(given[2], []byte(x.input), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Fatalf("the test does not know how to run %s", x.command)
	}
	return ""
}

// args is a command's words; those in single quotes are one.
func args(s string) (words []string) {
	for _, m := range regexp.MustCompile(`'([^']*)'|(\S+)`).FindAllStringSubmatch(s, -1) {
		words = append(words, m[1]+m[2])
	}
	return words
}

// What the README shows as a command without its output is known to be tried elsewhere, so nothing is left out unseen.
func TestREADMEIndented(t *testing.T) {
	unfenced := regexp.MustCompile("(?s)```.*?```").ReplaceAllString(readme(t), "")
	for line := range strings.Lines(unfenced) {
		given, is := strings.CutPrefix(line, "    ")
		if is && !slices.Contains(elsewhere, strings.TrimSpace(given)) {
			t.Errorf("no test runs %q", strings.TrimSpace(given))
		}
	}
}

// The config file that the README shows is one.
func TestREADMEConfig(t *testing.T) {
	_, rest, found := strings.Cut(readme(t), "```toml\n")
	shown, _, _ := strings.Cut(rest, "```")
	said, mistakes := config.Read([]byte(shown))
	if !found || len(mistakes) > 0 || said.Theme != "contrast" || said.Keys.Key(keymap.Score) != "ctrl+g" {
		t.Errorf("%+v, %+v", said, mistakes)
	}
}
