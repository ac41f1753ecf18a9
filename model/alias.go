package model

import (
	"fmt"
	"math/rand/v2"
)

// The words of aliases say nothing of rank, gender, age, colour or origin, and are easy to tell apart when spoken.
var (
	aliasFirst = [...]string{
		"Amber", "Autumn", "Basalt", "Brook", "Canvas", "Cedar", "Chalk", "Clover", "Coastal", "Copper", "Cotton", "Delta", "Drift",
		"Dune", "Echo", "Ember", "Fern", "Flint", "Foggy", "Forest", "Frost", "Garden", "Granite", "Harbor", "Hazel", "Hidden",
		"Indigo", "Island", "Juniper", "Lantern", "Linen", "Lunar", "Maple", "Marble", "Meadow", "Mellow", "Misty", "Mossy",
		"Northern", "Oak", "Ocean", "Olive", "Orchard", "Paper", "Pebble", "Pine", "Quiet", "Quartz", "Rainy", "River", "Saffron",
		"Sandy", "Silent", "Silver", "Southern", "Spring", "Summer", "Sunny", "Timber", "Velvet", "Violet", "Willow", "Windy", "Winter",
	}
	aliasSecond = [...]string{
		"Anchor", "Arch", "Atlas", "Badger", "Beacon", "Bell", "Bison", "Bridge", "Canyon", "Comet", "Compass", "Crane", "Cricket",
		"Dolphin", "Falcon", "Ferry", "Finch", "Fjord", "Gable", "Gecko", "Glacier", "Heron", "Ibis", "Kayak", "Kestrel", "Kite",
		"Ladder", "Lagoon", "Lark", "Lemur", "Lynx", "Magpie", "Marten", "Meteor", "Mill", "Mosaic", "Needle", "Orbit", "Otter",
		"Owl", "Panda", "Parrot", "Pelican", "Piano", "Plover", "Puffin", "Quarry", "Rocket", "Sail", "Sparrow", "Spruce", "Swift",
		"Tapir", "Tern", "Thrush", "Torch", "Tower", "Tulip", "Tunnel", "Turtle", "Valley", "Walnut", "Weasel", "Wren",
	}
)

// NewAlias draws an alias that taken does not hold, where about so many are taken already. While they are few it is two words; later a
// number may follow them, so that half of what may be drawn is free and the next draws find it, however many there are.
func NewAlias(rand *rand.Rand, many int, taken func(string) bool) string {
	pairs := len(aliasFirst) * len(aliasSecond)
	for try := 0; ; try++ {
		alias := aliasFirst[rand.IntN(len(aliasFirst))] + " " + aliasSecond[rand.IntN(len(aliasSecond))]
		if numbers := 2*many/pairs + try/64; numbers > 0 {
			if n := rand.IntN(numbers + 1); n > 0 {
				alias = fmt.Sprint(alias, " ", n+1)
			}
		}
		if !taken(alias) {
			return alias
		}
	}
}
