package posting

// facts is what a format states of a role in fields of its own, beside the text: empty where it states nothing.
type facts struct {
	title      string
	locations  []string
	employment string // in the source's own words, such as FULL_TIME
}
