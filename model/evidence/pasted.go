package evidence

// pasted is how many words of a text have to stand in the posting's order to be the posting's own. A character that is a word of
// its own counts half.
const pasted = 8

// shingles is the runs of words of the posting and its checklist, as hashes.
type shingles map[uint64]struct{}

// The multiplier of the rolling hash, and what it comes to over a whole run.
const rolling = 0x9E3779B97F4A7C15

var rolledOut = func() (p uint64) {
	p = 1
	for range pasted {
		p *= rolling
	}
	return p
}()

// hashWord is the hash of one word's stem.
func hashWord(stem []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range stem {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>29
}

// add takes the runs of a text in.
func (s shingles) add(text string) {
	var ring [pasted]uint64
	var h uint64
	n := 0
	for sc := (scanner{text: text}); sc.next(); n++ {
		w := hashWord(sc.stem)
		h = h*rolling + w - rolledOut*ring[n%pasted]
		ring[n%pasted] = w
		if n+1 >= pasted {
			s[h] = struct{}{}
		}
	}
}

// mark sets own for the words that are a run of the posting's own.
func (s shingles) mark(words []word, text func(w word) string) {
	if len(s) == 0 {
		return
	}
	var ring [pasted]uint64
	var h uint64
	run := -1 // the first word of the run that has been going on; -1: none
	end := 0
	flush := func() {
		if run < 0 {
			return
		}
		size := 0
		for _, w := range words[run:end] {
			size += 2
			if pair(text(w)) {
				size--
			}
		}
		if size >= 2*pasted {
			for i := run; i < end; i++ {
				words[i].own = true
			}
		}
		run = -1
	}
	for n, w := range words {
		h = h*rolling + w.hash - rolledOut*ring[n%pasted]
		ring[n%pasted] = w.hash
		if n+1 < pasted {
			continue
		}
		if _, ok := s[h]; !ok {
			continue
		}
		if run >= 0 && n+1-pasted > end {
			flush()
		}
		if run < 0 {
			run = n + 1 - pasted
		}
		end = n + 1
	}
	flush()
}
