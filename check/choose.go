package check

import (
	"cmp"
	"slices"

	"github.com/cotejo/cotejo/bitext"
)

// Choice is what [Choose] settled.
type Choice struct {
	Edits   []bitext.Edit
	Applied []*Diagnostic
	Left    []*Diagnostic // without a fix that may be made, or in the way of a stronger one
}

// Choose takes the first fix of each diagnostic that may be made: the safe
// ones, with unsafe all. Where fixes overlap, higher severity, then
// confidence, then the longer edit wins.
func Choose(all []Diagnostic, unsafe bool) Choice {
	order := make([]*Diagnostic, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	slices.SortStableFunc(order, func(a, b *Diagnostic) int {
		return cmp.Or(
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(editLength(b, unsafe), editLength(a, unsafe)),
		)
	})
	chosen := map[*Diagnostic]bool{}
	var taken []bitext.Edit
	for _, d := range order {
		fix := d.fix(unsafe)
		if fix == nil || collides(taken, fix.Edits) {
			continue
		}
		chosen[d] = true
		taken = append(taken, fix.Edits...)
	}
	c := Choice{Edits: taken}
	for i := range all {
		if d := &all[i]; chosen[d] {
			c.Applied = append(c.Applied, d)
		} else {
			c.Left = append(c.Left, d)
		}
	}
	return c
}

// fix returns the first fix that may be made, or nil.
func (d *Diagnostic) fix(unsafe bool) *Fix {
	for i := range d.Fixes {
		if d.Fixes[i].Safe || unsafe {
			return &d.Fixes[i]
		}
	}
	return nil
}

func editLength(d *Diagnostic, unsafe bool) int {
	n := 0
	if f := d.fix(unsafe); f != nil {
		for _, e := range f.Edits {
			n += e.At.Span.Len()
		}
	}
	return n
}

// collides reports whether an edit wants bytes that are taken, or would insert
// where another edit ends, begins or inserts: two fixes that meet were each
// judged without the other.
func collides(taken, edits []bitext.Edit) bool {
	for _, e := range edits {
		for _, t := range taken {
			if e.At.Block == t.At.Block && e.At.Span.Start <= t.At.Span.End && t.At.Span.Start <= e.At.Span.End {
				return true
			}
		}
	}
	return false
}
