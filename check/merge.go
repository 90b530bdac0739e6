package check

import (
	"cmp"
	"slices"

	"github.com/cotejo/cotejo/bitext"
)

// merge leaves one diagnostic per error: where rules accuse the same words the
// strongest leads, names the others, and takes from them the evidence or the
// fix that it lacks.
func merge(p *bitext.Pair, all []Diagnostic, rules []*Rule) []Diagnostic {
	rank := make(map[*Rule]int, len(rules))
	for i, r := range rules {
		rank[r] = i
	}
	slices.SortStableFunc(all, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(len(b.Fixes), len(a.Fixes)),
			cmp.Compare(rank[a.Rule], rank[b.Rule]),
		)
	})
	var out []Diagnostic
	byBlock := map[int][]int{} // block → diagnostics kept there
	for _, d := range all {
		if i := accused(out, byBlock[block(&d)], &d); i >= 0 {
			out[i].absorb(&d)
			continue
		}
		byBlock[block(&d)] = append(byBlock[block(&d)], len(out))
		out = append(out, d)
	}
	return out
}

func block(d *Diagnostic) int {
	if d.Target == nil {
		return -1
	}
	return d.Target.Block
}

// accused returns the index of the kept diagnostic that accuses the same words
// as d, or -1.
func accused(kept []Diagnostic, candidates []int, d *Diagnostic) int {
	for _, i := range candidates {
		if sameWords(&kept[i], d) {
			return i
		}
	}
	return -1
}

// sameWords reports whether two diagnostics speak of one error: places that
// share more than half of their union, or one inside the other within the
// same MQM dimension. An omission is known by its source.
func sameWords(a, b *Diagnostic) bool {
	if a.Target == nil || b.Target == nil {
		return a.Target == nil && b.Target == nil && sharePlace(a.Source, b.Source)
	}
	if a.Target.Span.Len() == 0 || b.Target.Span.Len() == 0 {
		return a.Target.Span.Len() == b.Target.Span.Len() && (a.Source == nil && a.Target.Span == b.Target.Span || sharePlace(a.Source, b.Source))
	}
	if a.Rule == b.Rule && a.Target.Span != b.Target.Span {
		return false // a rule knows its own errors apart
	}
	if sharePlace(a.Target, b.Target) {
		return true
	}
	inside := a.Target.Span.Contains(b.Target.Span) || b.Target.Span.Contains(a.Target.Span)
	return inside && a.Rule.Category.Dimension() == b.Rule.Category.Dimension()
}

// sharePlace reports whether the places share more than half of their union.
func sharePlace(a, b *bitext.Place) bool {
	if a == nil || b == nil || a.Block != b.Block || !a.Span.Overlaps(b.Span) {
		return false
	}
	shared := min(a.Span.End, b.Span.End) - max(a.Span.Start, b.Span.Start)
	return 2*shared > a.Span.Union(b.Span).Len()
}

func (d *Diagnostic) absorb(other *Diagnostic) {
	if other.Rule != d.Rule && !slices.Contains(d.Also, other.Rule) {
		d.Also = append(d.Also, other.Rule)
	}
	if d.Source == nil {
		d.Source = other.Source
	}
	if len(d.Fixes) == 0 {
		d.Fixes = other.Fixes
	}
}
