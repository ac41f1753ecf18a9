package pdf

import (
	"cmp"
	"slices"
)

// maxPairs is how many pairs of runs of a page are compared. A page of small print needs a tenth of it.
const maxPairs = 2_000_000

// overlaps gives the runs that stand upon other runs, each with the number of a layer: two that stand upon each other are in
// different ones, as far as there are layers. Runs take the lowest layer free for them in the order in which they are drawn, so that
// what is drawn together mostly stays together.
func overlaps(runs []run) map[int]int {
	upon := pairs(runs)
	layers := map[int]int{}
	for i := range runs {
		if len(upon[i]) == 0 {
			continue
		}
		var taken [maxLayers]bool
		for _, j := range upon[i] {
			if layer, ok := layers[j]; ok {
				taken[layer] = true
			}
		}
		layers[i] = maxLayers - 1
		if free := slices.Index(taken[:], false); free >= 0 {
			layers[i] = free
		}
	}
	return layers
}

// pairs gives for each run that stands upon others which these are.
func pairs(runs []run) map[int][]int {
	var order []int
	for i, r := range runs {
		if r.first >= 0 && hasLetters(r.text) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(runs[i].box.y0, runs[j].box.y0) })
	upon := map[int][]int{}
	compared := 0
	for at, i := range order {
		for _, j := range order[at+1:] {
			if compared++; runs[j].box.y0 >= runs[i].box.y1 || compared > maxPairs {
				break
			}
			if stands(runs[i], runs[j]) || stands(runs[j], runs[i]) {
				upon[i], upon[j] = append(upon[i], j), append(upon[j], i)
			}
		}
	}
	return upon
}

// stands reports whether another run takes more than a third of the middle of a run, and more than one letter's place: the
// letters of a ligature have the same.
func stands(r, other run) bool {
	m, o := middle(r), other.box
	w, h := min(m.x1, o.x1)-max(m.x0, o.x0), min(m.y1, o.y1)-max(m.y0, o.y0)
	return w > 0 && h > 0 && max(w, h) > 1.2*min(r.size, other.size) && 3*w*h > m.width()*m.height()
}
