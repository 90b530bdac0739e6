// Package check says what judging a translation is: a [Rule] looks at the
// evidence record of a bead ([BeadPass]) or of the whole pair ([Pass]) and
// reports findings; [Run] runs rules, merges what accuses the same words and
// returns [Diagnostic]s in reading order; [Choose] picks the fixes to make.
//
// The rules themselves are in package rules. They are pure: the same pair
// gives the same diagnostics in the same order.
package check
