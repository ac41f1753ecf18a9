package theme

import "github.com/charmbracelet/lipgloss"

// colours is one set of colours: in 24 bits, of 256 and of 16.
type colours struct {
	text, muted, faint, accent, row, warn, ok lipgloss.CompleteColor
	rule                                      lipgloss.CompleteColor       // lines that part things, and carry nothing that is read
	mutedOnRow, faintOnRow                    lipgloss.CompleteColor       // muted and faint as the cursor row needs them to be read
	badge                                     lipgloss.CompleteColor       // text on accent or warn
	rated                                     [4][2]lipgloss.CompleteColor // text and background of 1 to 4
}

func colour(hex, of256, of16 string) lipgloss.CompleteColor {
	return lipgloss.CompleteColor{TrueColor: hex, ANSI256: of256, ANSI: of16}
}

var dark = colours{
	text:   colour("#d7dae0", "253", "7"),
	muted:  colour("#868d9a", "246", "7"),
	faint:  colour("#454b57", "240", "8"),
	rule:   colour("#454b57", "240", "8"),
	accent: colour("#7cb7ff", "111", "12"),
	row:    colour("#232833", "236", "0"),
	warn:   colour("#e0a458", "179", "11"),
	ok:     colour("#7fc8a9", "115", "10"),

	mutedOnRow: colour("#9198a5", "247", "7"),
	faintOnRow: colour("#545b68", "241", "8"),
	badge:      colour("#10131a", "233", "0"),
	rated: [4][2]lipgloss.CompleteColor{
		{colour("#f3d6de", "224", "15"), colour("#7a3650", "89", "1")},
		{colour("#f2e3c4", "230", "0"), colour("#75592a", "94", "3")},
		{colour("#d5efe9", "195", "15"), colour("#245e57", "23", "4")},
		{colour("#06231f", "16", "0"), colour("#4fc0ac", "79", "14")},
	},
}

var light = colours{
	text:   colour("#1f242c", "235", "0"),
	muted:  colour("#58606d", "241", "8"),
	faint:  colour("#69717e", "242", "8"),
	rule:   colour("#c3c9d2", "251", "7"),
	accent: colour("#0b57a8", "25", "4"),
	row:    colour("#e6ecf5", "255", "7"),
	warn:   colour("#8a4b00", "94", "1"),
	ok:     colour("#1b6a48", "23", "2"),

	mutedOnRow: colour("#58606d", "241", "8"),
	faintOnRow: colour("#606875", "242", "8"),
	badge:      colour("#ffffff", "231", "15"),
	rated: [4][2]lipgloss.CompleteColor{
		{colour("#ffffff", "231", "15"), colour("#9a3454", "125", "1")},
		{colour("#3f2c00", "58", "0"), colour("#f0d79a", "222", "3")},
		{colour("#08403a", "22", "0"), colour("#b5e0d8", "152", "6")},
		{colour("#ffffff", "231", "15"), colour("#0f6b60", "23", "4")},
	},
}

var contrastDark = colours{
	text:   colour("#ffffff", "231", "15"),
	muted:  colour("#c6ccd6", "252", "7"),
	faint:  colour("#a2abb9", "248", "7"),
	rule:   colour("#a2abb9", "248", "7"),
	accent: colour("#9ccbff", "153", "14"),
	row:    colour("#0b2f57", "17", "0"),
	warn:   colour("#ffc46b", "221", "11"),
	ok:     colour("#8fe3bd", "115", "10"),

	mutedOnRow: colour("#d3d9e2", "253", "7"),
	faintOnRow: colour("#bcc4d1", "250", "7"),
	badge:      colour("#000000", "16", "0"),
	rated: [4][2]lipgloss.CompleteColor{
		{colour("#ffffff", "231", "15"), colour("#8a1c40", "89", "1")},
		{colour("#000000", "16", "0"), colour("#c9962a", "172", "3")},
		{colour("#000000", "16", "0"), colour("#3fb3a0", "73", "2")},
		{colour("#000000", "16", "0"), colour("#a8f5e6", "158", "14")},
	},
}

var contrastLight = colours{
	text:   colour("#000000", "16", "0"),
	muted:  colour("#3d444f", "238", "0"),
	faint:  colour("#4d5560", "239", "8"),
	rule:   colour("#4d5560", "239", "8"),
	accent: colour("#003f8a", "18", "4"),
	row:    colour("#cfe0fa", "189", "7"),
	warn:   colour("#6a3300", "52", "1"),
	ok:     colour("#00472c", "22", "2"),

	mutedOnRow: colour("#343b46", "237", "0"),
	faintOnRow: colour("#3c434e", "238", "8"),
	badge:      colour("#ffffff", "231", "15"),
	rated: [4][2]lipgloss.CompleteColor{
		{colour("#ffffff", "231", "15"), colour("#7d1a3c", "89", "1")},
		{colour("#000000", "16", "0"), colour("#f2cf73", "221", "3")},
		{colour("#000000", "16", "0"), colour("#9fe0d3", "152", "6")},
		{colour("#ffffff", "231", "15"), colour("#004d44", "23", "4")},
	},
}
