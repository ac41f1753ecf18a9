package theme

import "candid/model"

// Glyphs is the signs the program draws with. No colour carries a meaning that no glyph or word carries.
type Glyphs struct {
	Cursor    string // the row, value or requirement one stands on
	Mark      string // a marked row
	Edge      string // the left edge of lines that speak to the requirement
	EdgeHere  string // the same, for the line one stands on
	Bar       string // the known part of a score
	BarHalf   string // the end of progress
	BarOpen   string // the part that is still open
	Rule      string // a horizontal line
	Divider   string // between two panes
	Done      string // submitted
	Ellipsis  string
	Dash      string // nothing here
	Range     string // between two numbers
	Dot       string // between two facts
	Back      string // leads back
	Down, Up  string // the direction of an order
	Bullet    string
	Near      string // within one rating of the row above
	Disputed  string // a gate that some reviews say is not met
	OpenValue string // a requirement that is open, in the strip
	Arrow     string
	Doubt     string // somebody should look at it
	Quoted    string // the reviewer pointed at it themself
}

var unicode = Glyphs{
	Cursor: "▌", Mark: "●", Edge: "▎", EdgeHere: "▌", Bar: "━", BarHalf: "╸", BarOpen: "╌", Rule: "─", Divider: "│", Done: "✓", Ellipsis: "…",
	Dash: "–", Range: "–", Dot: "·", Back: "‹", Down: "↓", Up: "↑", Bullet: "•", Near: "≈", Disputed: "?", OpenValue: "·", Arrow: "→", Doubt: "?", Quoted: "»",
}

var ascii = Glyphs{
	Cursor: ">", Mark: "*", Edge: "|", EdgeHere: ">", Bar: "=", BarHalf: "=", BarOpen: "-", Rule: "-", Divider: "|", Done: "+", Ellipsis: "...",
	Dash: "-", Range: "-", Dot: "-", Back: "<", Down: "v", Up: "^", Bullet: "*", Near: "~", Disputed: "?", OpenValue: ".", Arrow: "->", Doubt: "?", Quoted: `"`,
}

// plain is the signs of a look that is read out: nothing where others only draw, marks of speech where they part facts.
var plain = Glyphs{
	Cursor: " ", Mark: "*", Edge: " ", EdgeHere: " ", Bar: "", BarHalf: "", BarOpen: "", Rule: " ", Divider: " ", Done: "+", Ellipsis: "...",
	Dash: "-", Range: " to ", Dot: ",", Back: " ", Down: " ", Up: " ", Bullet: "", Near: "~", Disputed: "?", OpenValue: ".", Arrow: "to", Doubt: "?", Quoted: `"`,
}

func (g Glyphs) cell(c model.Cell) string {
	if c.Rune() == '·' {
		return g.OpenValue
	}
	return string(c.Rune())
}
