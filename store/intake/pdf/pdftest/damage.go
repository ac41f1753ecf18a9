package pdftest

import (
	"bytes"
	"math/rand/v2"
)

// Cut gives a file cut off at every share of its length, such as 0.05.
func Cut(b []byte, share float64) [][]byte {
	var out [][]byte
	for at := 0.0; at < 1; at += share {
		out = append(out, b[:int(at*float64(len(b)))])
	}
	return out
}

// Mutate gives a copy of a file that is damaged in a few places: the same for the same seed.
func Mutate(b []byte, seed uint64) []byte {
	rng := rand.New(rand.NewPCG(seed, 0x5eed))
	out := bytes.Clone(b)
	for range 1 + rng.IntN(6) {
		if len(out) < 16 {
			return out
		}
		from := rng.IntN(len(out) - 8)
		to := min(len(out), from+1+rng.IntN(64))
		switch rng.IntN(9) {
		case 0:
			out[from] ^= 1 << rng.IntN(8)
		case 1:
			out[from] = byte(rng.UintN(256))
		case 2: // a piece is missing
			out = append(out[:from:from], out[to:]...)
		case 3: // a piece stands twice
			out = append(out[:to:to], out[from:]...)
		case 4: // a piece of elsewhere
			copy(out[from:to], b[rng.IntN(len(b)):])
		case 5, 6: // a number that means something else
			out = number(out, from, numbers[rng.IntN(len(numbers))])
		case 7: // a word that means something else
			copy(out[from:], words[rng.IntN(len(words))])
		default: // zeros, as a broken disk gives
			clear(out[from:to])
		}
	}
	return out
}

var (
	numbers = []string{"0", "-1", "1", "65536", "2147483647", "-2147483648", "4294967296", "99999999999999999999", "1e308", "0.0000001", "3"}
	words   = []string{"endobj", "stream\n", "endstream", "/FlateDecode", "/Kids [2 0 R]", "/ObjStm", "<<", ">>", "[[[[", "(((", "R R R", "/Length 0", "q q q q", "BT BT", "/Type /Page", "/Parent"}
)

// number puts another number in the place of the next one.
func number(b []byte, from int, other string) []byte {
	start := bytes.IndexAny(b[from:], "0123456789")
	if start < 0 {
		return b
	}
	start += from
	end := start
	for end < len(b) && b[end] >= '0' && b[end] <= '9' {
		end++
	}
	return append(append(b[:start:start], other...), b[end:]...)
}
