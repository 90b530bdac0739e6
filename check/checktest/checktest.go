// Package checktest runs a rule on its examples, for our own rules and for
// those that others write: every mark must be found, nothing else may be, a
// fix must give the example's Fixed and leave the rule silent there.
package checktest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/segment"
	"golang.org/x/text/language"
)

// Run tests the rule on each of its examples.
func Run(t *testing.T, r *check.Rule) {
	t.Helper()
	for i, e := range r.Examples {
		t.Run(fmt.Sprintf("%s/%d", r.Name, i+1), func(t *testing.T) { runExample(t, r, e) })
	}
}

func runExample(t *testing.T, r *check.Rule, e check.Example) {
	target, marks := unmark(e.Target)
	found, pair, err := judge(r, e, target)
	if err != nil {
		t.Fatal(err)
	}
	got := spans(pair.Target, found)
	for _, m := range marks {
		if !slices.ContainsFunc(got, func(s bitext.Span) bool { return s == m }) {
			t.Errorf("%q is not flagged in %q", m.Of(target), target)
		}
	}
	for i, s := range got {
		if s.Start < 0 {
			t.Errorf("flagged without a place (%s) in %q", found[i].Message, target)
		} else if !slices.Contains(marks, s) {
			t.Errorf("%q is flagged (%s) in %q", s.Of(target), found[i].Message, target)
		}
	}
	if !t.Failed() && e.Fixed != "" {
		fixed(t, r, e, pair, found)
	}
}

// fixed applies the first fixes and wants the example's Fixed, on which the
// rule is silent.
func fixed(t *testing.T, r *check.Rule, e check.Example, pair *bitext.Pair, found []check.Diagnostic) {
	choice := check.Choose(found, true)
	out, err := bitext.Apply(pair.Target, 0, choice.Edits)
	if err != nil {
		t.Fatal(err)
	}
	if string(out) != e.Fixed {
		t.Errorf("fixed:\n  got  %q\n  want %q", out, e.Fixed)
		return
	}
	again, _, err := judge(r, e, e.Fixed)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range again {
		t.Errorf("still flagged after the fix: %s", d.Message)
	}
}

// judge runs the rule alone on the example with the given target.
func judge(r *check.Rule, e check.Example, target string) ([]check.Diagnostic, *bitext.Pair, error) {
	from, to := language.Make(e.SourceLang), language.Make(e.TargetLang)
	pair := &bitext.Pair{Target: document(target, to)}
	if strings.TrimSpace(e.Source) != "" {
		pair.Source = document(e.Source, from)
		pair.Beads = lineByLine(pair.Source, pair.Target, strings.Count(target, "\n")+1)
	}
	var g *glossary.Glossary
	if e.Glossary != "" {
		var err error
		if g, err = glossary.Read("example", []byte(e.Glossary)); err != nil {
			return nil, nil, err
		}
	}
	k := check.NewKnowledge(lang.For(from), lang.For(to), lang.ForPair(from, to), g)
	found, err := check.Run(context.Background(), check.Input{Pair: pair, Knowledge: k, Rules: []*check.Rule{r}})
	return found, pair, err
}

// document makes each line of text a block; an empty line is an empty block.
func document(text string, tag language.Tag) *bitext.Document {
	d := &bitext.Document{Name: "example", Lang: tag, Parts: []*bitext.Part{{Bytes: []byte(text), Text: text, Encoding: "utf-8"}}}
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		all := bitext.Span{Start: 0, End: len(line)}
		d.Blocks = append(d.Blocks, bitext.Block{Text: line, Runs: []bitext.Run{{Text: all, Raw: all.Shift(at)}}})
		at += len(line) + 1
	}
	return segment.Document(d)
}

// lineByLine pairs the segments of each line with those of the same line.
func lineByLine(source, target *bitext.Document, lines int) []bitext.Bead {
	var out []bitext.Bead
	s, t := 0, 0
	for line := range max(lines, len(source.Blocks)) {
		b := bitext.Bead{Source: inBlock(source, s, line), Target: inBlock(target, t, line), Score: 1}
		s, t = b.Source.End, b.Target.End
		if b.Source.Len() > 0 || b.Target.Len() > 0 {
			out = append(out, b)
		}
	}
	return out
}

// inBlock returns the range of segments from number i on that lie in the block.
func inBlock(d *bitext.Document, i, block int) bitext.Range {
	r := bitext.Range{Start: i, End: i}
	for r.End < len(d.Segments) && d.Segments[r.End].Block == block {
		r.End++
	}
	return r
}

// unmark returns text without ⟦ and ⟧, and the spans that they enclosed.
func unmark(text string) (string, []bitext.Span) {
	var out strings.Builder
	var spans []bitext.Span
	start := 0
	for _, r := range text {
		switch r {
		case '⟦':
			start = out.Len()
		case '⟧':
			spans = append(spans, bitext.Span{Start: start, End: out.Len()})
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), spans
}

// spans returns the diagnostics' places as spans of the whole target text.
func spans(d *bitext.Document, found []check.Diagnostic) []bitext.Span {
	var out []bitext.Span
	for _, f := range found {
		if f.Target == nil {
			out = append(out, bitext.Span{Start: -1, End: -1})
			continue
		}
		out = append(out, d.Blocks[f.Target.Block].RawSpan(f.Target.Span))
	}
	return out
}
