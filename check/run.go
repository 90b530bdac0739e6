package check

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/cotejo/cotejo/bitext"
)

// Input is what [Run] judges.
type Input struct {
	Pair      *bitext.Pair // with beads; Source nil where only the translation is at hand
	Knowledge *Knowledge
	Rules     []*Rule
	Workers   int // goroutines; below 1: one
}

// Run judges the pair and returns one diagnostic per error, sorted by place in
// the target, then by rule. It stops early, with the context's error, when ctx
// is done.
func Run(ctx context.Context, in Input) ([]Diagnostic, error) {
	beads := beadPasses(in)
	perBead, document := split(in.Rules, in)
	found, err := runBeads(ctx, beads, perBead, in.Workers)
	if err != nil {
		return nil, err
	}
	all := slices.Concat(found...)
	for _, r := range document {
		for _, b := range beads {
			b.rule, b.found = r, &all
		}
		r.Document(&Pass{Knowledge: in.Knowledge, Pair: in.Pair, Beads: beads})
	}
	all = merge(in.Pair, all, in.Rules)
	sortByPlace(all)
	nameGroups(all)
	fingerprint(in.Pair, all)
	return all, nil
}

// split sorts the rules whose needs are met by what they look at.
func split(rules []*Rule, in Input) (bead, document []*Rule) {
	for _, r := range rules {
		switch {
		case !r.runs(in):
		case r.Bead != nil:
			bead = append(bead, r)
		default:
			document = append(document, r)
		}
	}
	return bead, document
}

func (r *Rule) runs(in Input) bool {
	return (r.Needs&NeedSource == 0 || in.Pair.Source != nil) &&
		(r.Needs&NeedGlossary == 0 || in.Knowledge.Glossary != nil)
}

// Skipped returns the rules of in that [Run] passes over because their needs are not met.
func Skipped(in Input) []*Rule {
	var out []*Rule
	for _, r := range in.Rules {
		if !r.runs(in) {
			out = append(out, r)
		}
	}
	return out
}

// beadPasses makes the evidence records: one a bead, or without a source one a
// block: a sentence broken in two is seen whole.
func beadPasses(in Input) []*BeadPass {
	var out []*BeadPass
	k, p := in.Knowledge, in.Pair
	if p.Source == nil {
		for r := (bitext.Range{}); r.Start < len(p.Target.Segments); r.Start = r.End {
			block := p.Target.Segments[r.Start].Block
			for r.End < len(p.Target.Segments) && p.Target.Segments[r.End].Block == block {
				r.End++
			}
			out = append(out, &BeadPass{Knowledge: k, Number: -1, Score: 1, Target: newText(bitext.Target, p.Target, r, k)})
		}
		return out
	}
	for i, b := range p.Beads {
		out = append(out, &BeadPass{
			Knowledge: k, Number: i, Score: b.Score,
			Source: newText(bitext.Source, p.Source, b.Source, k),
			Target: newText(bitext.Target, p.Target, b.Target, k),
		})
	}
	return out
}

// runBeads runs the rules over the beads, workers at a time. Each bead's
// findings stand at its own index, so the order does not depend on the workers.
func runBeads(ctx context.Context, beads []*BeadPass, rules []*Rule, workers int) ([][]Diagnostic, error) {
	found := make([][]Diagnostic, len(beads))
	next := make(chan int)
	var group sync.WaitGroup
	for range max(workers, 1) {
		group.Go(func() {
			for i := range next {
				b := beads[i]
				b.found = &found[i]
				for _, r := range rules {
					b.rule = r
					r.Bead(b)
				}
			}
		})
	}
	for i := range beads {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	group.Wait()
	return found, ctx.Err()
}

// sortByPlace puts diagnostics in reading order of the target, then by rule.
func sortByPlace(all []Diagnostic) {
	slices.SortStableFunc(all, func(a, b Diagnostic) int {
		return cmp.Or(
			comparePlaces(a.Target, b.Target),
			cmp.Compare(a.Rule.Name, b.Rule.Name),
			comparePlaces(a.Source, b.Source),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// comparePlaces orders places as they stand; no place comes first.
func comparePlaces(a, b *bitext.Place) int {
	if a == nil || b == nil {
		return cmp.Compare(have(a), have(b))
	}
	return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

func have(p *bitext.Place) int {
	if p == nil {
		return 0
	}
	return 1
}
