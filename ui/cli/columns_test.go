//go:build unix

package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// A table comes in a candidate a row; what its columns are taken as is shown, changed, and kept for the next of its kind.
func TestAddTable(t *testing.T) {
	t.Parallel()
	env := home(t)
	folder := write(t, t.TempDir(), map[string]string{
		"may.csv":    "Who,Where to,Paper,Stage,Why?\nAna Silva,ana@example.org,cv/ana.txt,Onsite,Because.\nBo Ek,bo@example.org,,New,\nAna Silva,ana@example.org,cv/ana.txt,Onsite,Because.\n",
		"june.csv":   "Who,Where to,Paper,Stage,Why?\nCy Lo,cy@example.org,,New,x\n",
		"cv/ana.txt": "Ana Silva\nRust for years.\n",
	})
	may, june := filepath.Join(folder, "may.csv"), filepath.Join(folder, "june.csv")
	dry := fields(t, does(t, env, "add", "--dry-run", "--json", may), map[string]string{"columns": "list", "columns[].path": "text", "columns[].column": "text", "columns[].as": "text"})
	var as []string
	for _, c := range dry["columns"].([]any) {
		column := c.(map[string]any)
		as = append(as, column["column"].(string)+"="+column["as"].(string))
	}
	if got := strings.Join(as, ","); got != "Who=answer,Where to=email,Paper=document,Stage=skip,Why?=answer" || dry["added"] != 2.0 {
		t.Errorf("%v added, %s", dry["added"], got)
	}
	o := command(t, env, "add", "--dry-run", may, "--map", "who=name")
	if !strings.Contains(o.errs, "Who       name                            Ana Silva\n") || !strings.Contains(o.errs, "left out: somebody's judgement") || strings.Contains(o.out, "COLUMN") {
		t.Errorf("%s%s", o.out, o.errs)
	}
	does(t, env, "role", "add", sample(t))
	for _, wrong := range []mistake{
		{"no such column", []string{"add", may, "--map", "Whom=name"}, 2, `Whom: is no column of this table \(there are: Who, Where to, Paper, Stage, Why\?\)`},
		{"no such kind", []string{"add", may, "--map", "Who=person"}, 2, `person: is nothing that a column can hold \(one of: answer, name, first name, .*\)`},
	} {
		wrong.check(t, command(t, env, wrong.args...))
	}
	if o := command(t, env, "add", may, "--map", "Who=name"); o.code != 0 || o.out != "added      "+may+": row 2  Ana Silva\nadded      "+may+": row 3  Bo Ek\n" {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.errs)
	}
	if o := command(t, env, "add", june); o.code != 0 || o.out != "added      "+june+": row 2  Cy Lo\n" || !strings.Contains(o.errs, "came in before") {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.errs)
	}
	if again := fields(t, does(t, env, "add", "--json", filepath.Join(folder, "cv", "ana.txt")), nil); again["unchanged"] != 1.0 {
		t.Errorf("her resume was not there: %v", again)
	}
	if out := does(t, env, "show", "ana"); strings.Contains(out, "Onsite") {
		t.Errorf("somebody's judgement came in:\n%s", out)
	}
}
