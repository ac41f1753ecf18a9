// Package demo fills a store with the sample role, fictional applicants and what three reviewers think of them, so that
// candid can be tried before there is anything to lose.
//
// What applicants wrote is in applications, how they came in is in people.go, and what was judged is in reviews.txt.
package demo
