// Package collate is the pipeline as one function: bytes and options in,
// [Result] out. The command line, the language server, the review page and
// batch jobs all call it; nothing here touches disk, network or clock.
package collate

import (
	"context"

	"github.com/cotejo/cotejo/align"
	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/format"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
	"github.com/cotejo/cotejo/segment"
	"golang.org/x/text/language"
)

// File is a file as the caller read it.
type File struct {
	Name     string
	Bytes    []byte
	Encoding string       // IANA name; "" for UTF-8 or what a byte-order mark says
	Lang     language.Tag // language.Und: from the name, else detected
}

// Request is what [Run] is to do.
type Request struct {
	Source   *File // nil: only the translation is at hand
	Target   *File
	From     language.Tag       // without a Source: what the translation was made from, if known
	Glossary *glossary.Glossary // nil without one
	Rules    []*check.Rule
	Workers  int           // goroutines; below 1: one
	Beads    []bitext.Bead // corrected by hand: kept as they are; nil: align
}

// Result is everything that [Run] found out.
type Result struct {
	Pair        *bitext.Pair
	Diagnostics []check.Diagnostic
	Skipped     []*check.Rule // for want of a source or a glossary
	Score       check.Score
	Detected    []Detection // languages that nobody named
}

// Run reads both files, segments and aligns them, and judges the translation.
func Run(ctx context.Context, r Request) (*Result, error) {
	pair, detected, err := Read(r)
	if err != nil {
		return nil, err
	}
	if err := alignPair(ctx, pair, r); err != nil {
		return nil, err
	}
	result, err := judge(ctx, pair, r)
	if err != nil {
		return nil, err
	}
	result.Detected = detected
	return result, nil
}

// Read reads and segments the files of the request; the pair has no beads yet.
func Read(r Request) (*bitext.Pair, []Detection, error) {
	pair := &bitext.Pair{}
	var detected []Detection
	read := func(f *File) (*bitext.Document, error) {
		d, err := format.Read(f.Name, f.Bytes, format.Options{Encoding: f.Encoding, Lang: f.Lang})
		if err != nil {
			return nil, err
		}
		detection, err := settle(d, f)
		if err != nil {
			return nil, err
		}
		if detection != nil {
			detected = append(detected, *detection)
		}
		return segment.Document(d), nil
	}
	var err error
	if r.Source != nil {
		if pair.Source, err = read(r.Source); err != nil {
			return nil, nil, err
		}
	}
	if pair.Target, err = read(r.Target); err != nil {
		return nil, nil, err
	}
	return pair, detected, plausible(pair, r)
}

func alignPair(ctx context.Context, pair *bitext.Pair, r Request) error {
	switch {
	case pair.Source == nil:
		return nil
	case r.Beads != nil:
		if !bitext.TileBeads(r.Beads, len(pair.Source.Segments), len(pair.Target.Segments)) {
			return &Error{"the beads given do not hold every segment of both files once", "write them anew with cotejo align and correct that file"}
		}
		pair.Beads = r.Beads
		return nil
	}
	beads, err := align.Align(ctx, pair.Source, pair.Target, align.Options{Anchors: anchors(pair, r.Glossary)})
	pair.Beads = beads
	return err
}

// judge runs the rules over a pair that has beads.
func judge(ctx context.Context, pair *bitext.Pair, r Request) (*Result, error) {
	in := check.Input{Pair: pair, Knowledge: knowledge(pair, r), Rules: r.Rules, Workers: r.Workers}
	found, err := check.Run(ctx, in)
	if err != nil {
		return nil, err
	}
	return &Result{
		Pair: pair, Diagnostics: found, Skipped: check.Skipped(in),
		Score: check.ScoreOf(pair.Target, found),
	}, nil
}

// knowledge looks up what is known of the pair's languages; its tables load
// when a rule first asks for them.
func knowledge(pair *bitext.Pair, r Request) *check.Knowledge {
	from, to := r.From, pair.Target.Lang
	if pair.Source != nil {
		from = pair.Source.Lang
	}
	return check.NewKnowledge(lang.For(from), lang.For(to), lang.ForPair(from, to), r.Glossary)
}

// anchors returns the glossary's terms that are one word on both sides.
func anchors(pair *bitext.Pair, g *glossary.Glossary) []align.Anchor {
	if g == nil {
		return nil
	}
	var out []align.Anchor
	for i := range g.Concepts {
		c := &g.Concepts[i]
		for _, s := range c.Texts(pair.Source.Lang, glossary.Preferred) {
			for _, t := range c.Texts(pair.Target.Lang, glossary.Preferred) {
				out = append(out, align.Anchor{Source: morph.Fold(s), Target: morph.Fold(t)})
			}
		}
	}
	return out
}
