// Package align pairs the sentences of two documents. It scores a bead by
// length (Gale & Church 1993) and by the evidence its words give: equal
// numbers, names, cognates and glossary terms, on both sides; dynamic
// programming finds the best sequence of beads.
package align

import (
	"context"
	"math"

	"github.com/cotejo/cotejo/bitext"
	"golang.org/x/text/language"
)

// Anchor is a pair of words or phrases, folded, that translate each other.
type Anchor struct{ Source, Target string }

// Options says what is known besides the two texts.
type Options struct {
	Source, Target language.Tag // [Align] takes them from the documents
	Anchors        []Anchor
}

// shape is a kind of bead and what it costs beforehand: 1:1 is by far the commonest.
type shape struct {
	source, target int
	cost           float64
}

var shapes = []shape{
	{1, 1, 0}, {1, 2, 1.6}, {2, 1, 1.6}, {2, 2, 3.5}, {1, 3, 3}, {3, 1, 3}, {2, 3, 5}, {3, 2, 5}, {3, 3, 6.5},
}

// band is how many segments the path may stray from the diagonal, besides a
// fifth of the length: it keeps long documents affordable.
const band = 60

// nullCost is what a segment without counterpart costs.
const nullCost = 3.2

// Align returns the beads that tile both documents, in order.
func Align(ctx context.Context, source, target *bitext.Document, o Options) ([]bitext.Bead, error) {
	texts := func(d *bitext.Document) []string {
		out := make([]string, len(d.Segments))
		for i := range out {
			out[i] = d.SegmentText(i)
		}
		return out
	}
	o.Source, o.Target = source.Lang, target.Lang
	return Texts(ctx, texts(source), texts(target), o)
}

// Texts aligns sentences that are already divided.
func Texts(ctx context.Context, source, target []string, o Options) ([]bitext.Bead, error) {
	e := newEvidence(source, target, o)
	n, m := len(source), len(target)
	cost, back := make([][]float64, n+1), make([][]int8, n+1)
	for i := range cost {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lo, hi := corridor(i, n, m)
		cost[i], back[i] = make([]float64, m+1), make([]int8, m+1)
		for j := range cost[i] {
			cost[i][j] = math.Inf(1)
		}
		if i == 0 {
			cost[0][0] = 0
		}
		for j := lo; j <= hi; j++ {
			step(e, cost, back, i, j)
		}
	}
	return trace(e, back, n, m), nil
}

// corridor returns the target positions that source position i may meet.
func corridor(i, n, m int) (lo, hi int) {
	middle := 0
	if n > 0 {
		middle = i * m / n
	}
	width := band + max(n, m)/5 + abs(n-m)
	return max(0, middle-width), min(m, middle+width)
}

func abs(n int) int { return max(n, -n) }

// The back pointers beyond the shapes: a segment of one side alone.
const (
	nullSource = int8(100)
	nullTarget = int8(101)
)

// step finds the cheapest way to position i, j.
func step(e *evidence, cost [][]float64, back [][]int8, i, j int) {
	take := func(c float64, way int8) {
		if c < cost[i][j] {
			cost[i][j], back[i][j] = c, way
		}
	}
	if i > 0 {
		take(cost[i-1][j]+nullCost, nullSource)
	}
	if j > 0 {
		take(cost[i][j-1]+nullCost, nullTarget)
	}
	for k, s := range shapes {
		if i < s.source || j < s.target || math.IsInf(cost[i-s.source][j-s.target], 1) {
			continue
		}
		c := s.cost + e.cost(bitext.Range{Start: i - s.source, End: i}, bitext.Range{Start: j - s.target, End: j})
		take(cost[i-s.source][j-s.target]+c, int8(k))
	}
}

// trace follows the back pointers from the end.
func trace(e *evidence, back [][]int8, i, j int) []bitext.Bead {
	var out []bitext.Bead
	for i > 0 || j > 0 {
		b := bitext.Bead{Source: bitext.Range{Start: i, End: i}, Target: bitext.Range{Start: j, End: j}}
		switch way := back[i][j]; way {
		case nullSource:
			b.Source.Start--
		case nullTarget:
			b.Target.Start--
		default:
			b.Source.Start -= shapes[way].source
			b.Target.Start -= shapes[way].target
		}
		b.Score = .5
		if b.Source.Len() > 0 && b.Target.Len() > 0 {
			b.Score = 1 / (1 + math.Exp(e.cost(b.Source, b.Target)-1))
		}
		out = append(out, b)
		i, j = b.Source.Start, b.Target.Start
	}
	for a, z := 0, len(out)-1; a < z; a, z = a+1, z-1 {
		out[a], out[z] = out[z], out[a]
	}
	return out
}
