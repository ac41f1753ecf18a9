package search

import "bytes"

// sieve tells most texts that do not hold a pattern apart without a look at them: it has a bit for how each word of a text begins, by
// two bytes, by three and by four. It is 512 bytes; for a resume of 4 KB one bit in six is set.
type sieve [64]uint64

// bits is how many bits a sieve has, as a power of two.
const bits = 12

// hash is the bit of a beginning.
func hash(b []byte) (word, bit uint32) {
	x := uint32(len(b))
	for _, c := range b {
		x = x*0x01000193 ^ uint32(c)
	}
	x = x * 0x9e3779b1 >> (32 - bits)
	return x >> 6, x & 63
}

func (s *sieve) add(b []byte) {
	word, bit := hash(b)
	s[word] |= 1 << bit
}

// sieveOf is the sieve of a text.
func sieveOf(t Text) *sieve {
	var s sieve
	for {
		i := bytes.IndexByte(t, mark)
		if i < 0 {
			return &s
		}
		t = t[i+1:]
		if len(t) >= 2 {
			s.add(t[:2])
		}
		if len(t) >= 3 {
			s.add(t[:3])
		}
		if len(t) >= 4 {
			s.add(t[:4])
		}
	}
}

// asked is the bits that the sieve of every text that holds the pattern has.
func (p Pattern) asked() (bits []uint32) {
	ask := func(b []byte) {
		if len(b) >= 2 {
			word, bit := hash(b[:min(4, len(b))])
			bits = append(bits, word<<6|bit)
		}
	}
	if p.marked {
		ask(p.words)
	}
	for i, c := range p.words {
		if c == mark {
			ask(p.words[i+1:])
		}
	}
	return bits
}

// passes reports whether the sieve has all of these bits.
func (s *sieve) passes(bits []uint32) bool {
	for _, b := range bits {
		if s[b>>6]&(1<<(b&63)) == 0 {
			return false
		}
	}
	return true
}
