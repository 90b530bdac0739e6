package check

import (
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
	"github.com/cotejo/cotejo/value"
)

// Text is one side of a bead as a rule reads it: the segments' text in one
// string, blocks parted by a line feed, with what is known of it worked out
// when first asked for. Spans are byte offsets into String. A Text belongs to
// one goroutine at a time.
type Text struct {
	Side     bitext.Side
	Document *bitext.Document
	Segments bitext.Range
	String   string
	Lang     *lang.Language
	Morph    *morph.Analyzer

	pieces []piece
	gap    bitext.Place // where an empty side's text would stand

	finder *glossary.Finder
	tokens []morph.Token
	values []value.Value
	terms  []glossary.TextMatch
	done   struct{ tokens, values, terms bool }
}

// piece maps a stretch of String to the block it came from.
type piece struct{ at, block, start, len int }

func newText(side bitext.Side, d *bitext.Document, r bitext.Range, k *Knowledge) *Text {
	t := &Text{Side: side, Document: d, Segments: r, Lang: k.Target, Morph: morph.For(k.Target), finder: k.targetTerms()}
	if side == bitext.Source {
		t.Lang, t.Morph, t.finder = k.Source, morph.For(k.Source), k.sourceTerms()
	}
	t.gap = gapBefore(side, d, r.Start)
	var out strings.Builder
	for i := r.Start; i < r.End; i++ {
		s := d.Segments[i]
		last := len(t.pieces) - 1
		if last >= 0 && t.pieces[last].block == s.Block {
			t.pieces[last].len += s.Span.Len()
		} else {
			if last >= 0 {
				out.WriteByte('\n')
			}
			t.pieces = append(t.pieces, piece{out.Len(), s.Block, s.Span.Start, s.Span.Len()})
		}
		out.WriteString(d.SegmentText(i))
	}
	t.String = out.String()
	return t
}

// gapBefore returns the empty place after segment n-1, or before segment 0.
func gapBefore(side bitext.Side, d *bitext.Document, n int) bitext.Place {
	switch {
	case n > 0:
		s := d.Segments[n-1]
		end := s.Span.Trim(d.Blocks[s.Block].Text).End
		return bitext.Place{Side: side, Block: s.Block, Span: bitext.Span{Start: end, End: end}}
	case len(d.Segments) > 0:
		s := d.Segments[0]
		return bitext.Place{Side: side, Block: s.Block, Span: bitext.Span{Start: s.Span.Start, End: s.Span.Start}}
	}
	return bitext.Place{Side: side}
}

// At returns the place of the span. A span over two blocks is cut at the end
// of the first. An empty Text gives its gap for the target, nil for the source.
func (t *Text) At(s bitext.Span) *bitext.Place {
	if t == nil || (t.Side == bitext.Source && s.Len() == 0) {
		return nil
	}
	for i := len(t.pieces) - 1; i >= 0; i-- {
		p := t.pieces[i]
		if s.Start < p.at {
			continue
		}
		start, end := min(s.Start-p.at, p.len), min(s.End-p.at, p.len)
		return &bitext.Place{Side: t.Side, Block: p.block, Span: bitext.Span{Start: start, End: end}.Shift(p.start)}
	}
	gap := t.gap
	return &gap
}

// All returns the span of the whole text without outer white space.
func (t *Text) All() bitext.Span { return bitext.Span{Start: 0, End: len(t.String)}.Trim(t.String) }

// Of returns the words that s covers.
func (t *Text) Of(s bitext.Span) string { return s.Of(t.String) }

// SegmentSpans returns the segments as spans of String, white space included.
func (t *Text) SegmentSpans() []bitext.Span {
	var out []bitext.Span
	at, block := 0, -1
	for i := t.Segments.Start; i < t.Segments.End; i++ {
		s := t.Document.Segments[i]
		if block >= 0 && block != s.Block {
			at++ // the line feed between blocks
		}
		block = s.Block
		out = append(out, bitext.Span{Start: at, End: at + s.Span.Len()})
		at += s.Span.Len()
	}
	return out
}

// Kind returns the kind of the block that holds offset at of String.
func (t *Text) Kind(at int) bitext.Kind {
	kind := bitext.Paragraph
	for _, p := range t.pieces {
		if p.at <= at {
			kind = t.Document.Blocks[p.block].Kind
		}
	}
	return kind
}

// Tokens returns the words, numbers and marks of the text, in order.
func (t *Text) Tokens() []morph.Token {
	if !t.done.tokens {
		t.tokens, t.done.tokens = morph.Tokens(t.String), true
	}
	return t.tokens
}

// Word returns the text of token i.
func (t *Text) Word(i int) string { return t.Tokens()[i].Span.Of(t.String) }

// Values returns the numbers, dates, sums and quantities of the text, in order.
func (t *Text) Values() []value.Value {
	if !t.done.values {
		t.values, t.done.values = value.Scan(t.String, t.Lang), true
	}
	return t.values
}

// Terms returns the glossary's terms in the text, in order, longest match first.
func (t *Text) Terms() []glossary.TextMatch {
	if !t.done.terms && t.finder != nil {
		t.terms = t.finder.Find(t.String)
	}
	t.done.terms = true
	return t.terms
}
