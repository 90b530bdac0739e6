package collate

import (
	"context"
	"iter"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/segment"
	"golang.org/x/text/language"
)

// Stream judges the pairs of a bitext one after the other, in constant memory:
// no alignment, each unit is a bead. Languages that a pair does not name are
// the request's. A pair that cannot be read yields its error and the stream
// goes on, if its reader does.
func Stream(ctx context.Context, pairs iter.Seq2[*bitext.Pair, error], r Request) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		for pair, err := range pairs {
			var result *Result
			if err == nil {
				result, err = judge(ctx, Units(pair), r.forPair(pair))
			}
			if !yield(result, err) || ctx.Err() != nil {
				return
			}
		}
	}
}

// Units returns the pair segmented, with one bead for the blocks of the same
// number on both sides. A unit that is empty on both sides has none.
func Units(p *bitext.Pair) *bitext.Pair {
	out := &bitext.Pair{Source: segment.Document(p.Source), Target: segment.Document(p.Target)}
	s, t := 0, 0
	for i := range max(len(p.Source.Blocks), len(p.Target.Blocks)) {
		b := bitext.Bead{Source: ofBlock(out.Source, s, i), Target: ofBlock(out.Target, t, i), Score: 1}
		s, t = b.Source.End, b.Target.End
		if b.Source.Len() > 0 || b.Target.Len() > 0 {
			out.Beads = append(out.Beads, b)
		}
	}
	return out
}

// ofBlock returns the range of segments from number i on that lie in the block.
func ofBlock(d *bitext.Document, i, block int) bitext.Range {
	r := bitext.Range{Start: i, End: i}
	for r.End < len(d.Segments) && d.Segments[r.End].Block == block {
		r.End++
	}
	return r
}

// forPair fills in the languages that the pair leaves open.
func (r Request) forPair(p *bitext.Pair) Request {
	if p.Source.Lang == language.Und {
		p.Source.Lang = r.From
	}
	if r.Target != nil && p.Target.Lang == language.Und {
		p.Target.Lang = r.Target.Lang
	}
	return r
}
