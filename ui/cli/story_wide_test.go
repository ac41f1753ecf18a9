//go:build unix

package cli_test

import (
	"strings"
	"testing"
)

// In a wide terminal the person under the cursor stands beside the list; the list says what it shows and why in this order.
func TestWidePane(t *testing.T) {
	t.Parallel()
	x := openSized(t, 160, 40, reviewer(t, "Ines"))
	x.see(`4 shown · by score`)
	x.press("s", "g")
	x.see(`▌ Hana Sedlák`)
	x.see(`│ Hana Sedlák .* new`)
	x.see(`│ Must-have`)
	x.see(`│ .*Kubernetes upgrades|│ .*SLOs and on-call`)
	x.press("j")
	x.see(`│ Nadia Verhoeven .* new`)
	x.see(`│ .*nadia\.verhoeven@example\.org`)
	x.press("r")
	x.see(`requirement 1 of 13`)
	x.press("2", "4")
	x.see(`requirement 3 of 13`)
	x.press("esc")
	x.see(`│ +1 5\+ years of engineering +2`)
	x.press("w")
	x.see(`│ Nadia Verhoeven .* on hold`)
	x.press("l", "l")
	x.see(`must-have 2 +Fluency with Rust.*s sorts by it`)
	x.press("s")
	x.see(`by must 2 Rust`)
	x.see(`(?m)^ .*Score.*\n ▌ Nadia|(?m)^ *▌ Nadia`)
	x.resize(130, 40)
	x.see(`▌ Nadia Verhoeven`)
	x.miss(`│`)
	x.resize(160, 40)
	x.see(`│ Nadia Verhoeven`)
	x.press("/", "ctrl+u", "stage:rejected", "enter")
	x.see(`Nobody matches`)
	x.see(`esc +clears the filter`)
	if strings.Contains(x.screen(), "Nadia") {
		t.Errorf("somebody stands beside an empty list:\n%s", x.screen())
	}
	x.press("esc")
	x.see(`│ (Hana|Nadia|Ruth|Tariq)`)
}
