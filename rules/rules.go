// Package rules holds the judgements: one rule a file, and the list of all.
package rules

import (
	"fmt"
	"slices"

	"github.com/cotejo/cotejo/check"
)

// All returns every rule; where two accuse the same words with equal strength,
// the earlier leads.
func All() []*check.Rule {
	return []*check.Rule{
		termForbidden, termMissing, falseFriend, nameMismatch, joinedWords, brokenSentence, clauseAfterCausing,
		numberMismatch, numberFormat, dateMismatch, unitMismatch, negationMismatch, missingSegment, extraSegment,
		misspelling, missingCapital, invertedMark, finalStop, initialCase, doubledMark, articleForm,
		doubledWord, strayCapital, linkMismatch, unbalancedQuotes, spacing, calque, untranslated, termVariation,
	}
}

// Select returns the rules that the names ask for. A name is a rule's or a
// category prefix. With only, no others run; enable adds rules that are off by
// default; skip takes away.
func Select(only, skip, enable []string) ([]*check.Rule, error) {
	for _, name := range slices.Concat(only, skip, enable) {
		if !slices.ContainsFunc(All(), func(r *check.Rule) bool { return named(r, name) }) {
			return nil, fmt.Errorf("unknown rule or category %q", name)
		}
	}
	var out []*check.Rule
	for _, r := range All() {
		asked := anyNamed(r, only) || anyNamed(r, enable)
		if (asked || len(only) == 0 && !r.Off) && !anyNamed(r, skip) {
			out = append(out, r)
		}
	}
	return out, nil
}

func anyNamed(r *check.Rule, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return named(r, n) })
}

func named(r *check.Rule, name string) bool { return r.Name == name || r.Category.Under(name) }
