//go:build unix

package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Two applications with one e-mail address: who reads them says that they are one person, takes it back, and says that they are not.
func TestWhoItIsAgain(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	folder := t.TempDir()
	for name, text := range map[string]string{
		"amara.txt":  "Amara Okafor\namara@example.org\n\nExperience\nRust and Tokio at Lumen Pay since 2019.\n",
		"okafor.txt": "A. N. Okafor\namara@example.org\n\nExperience\nKafka and PostgreSQL at Northwind Freight.\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	does(t, env, "add", folder)
	type one struct {
		Name        string
		Maybe, With []string
	}
	okafors := func() (all []one) {
		var list struct{ Candidates []one }
		if err := json.Unmarshal([]byte(does(t, env, "list", "--json", "okafor")), &list); err != nil {
			t.Fatal(err)
		}
		return list.Candidates
	}
	if all := okafors(); len(all) != 2 || len(all[0].Maybe) != 1 || len(all[1].Maybe) != 1 {
		t.Fatalf("%+v", all)
	}
	x := open(t, env)
	x.see(`6 candidates`)
	x.press("/", "okafor", "enter")
	x.see(`Amara Okafor =\?`)
	x.press("s", "g", "G") // by name: Amara is the last
	x.see(`▌ Amara Okafor =\?`)
	x.see(`maybe the same as A. N. Okafor \(same e-mail\)`)
	x.press("enter")
	x.see(`maybe the same as A. N. Okafor \(same e-mail\): = joins, # parts`)
	x.press("=")
	x.see(`joined: .* are one person; u undoes`)
	x.see(`\+ Resume`)
	x.press("tab", "tab")
	x.see(`joined, # parts: A. N. Okafor`)
	x.see(`Northwind Freight`)
	if all := okafors(); len(all) != 1 || len(all[0].With) != 1 || len(all[0].Maybe) != 0 {
		t.Errorf("%+v", all)
	}
	x.press("esc")
	x.see(`5 candidates`)
	x.press("u")
	x.see(`undone: joined no more`)
	x.see(`6 candidates`)
	x.press("#")
	x.see(`parted: .* are not one person`)
	x.see(`saved`)
	if all := okafors(); len(all) != 2 || len(all[0].Maybe)+len(all[1].Maybe)+len(all[0].With)+len(all[1].With) != 0 {
		t.Errorf("%+v", all)
	}
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
}
