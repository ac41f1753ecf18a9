package list

// side is the pane beside the list, in so many lines; nil where there is none.
func (m Model) side(lines int) []string { return nil }
