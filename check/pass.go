package check

import (
	"github.com/cotejo/cotejo/align"
	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/lexicon"
	"github.com/cotejo/cotejo/morph"
	"github.com/cotejo/cotejo/value"
)

// Knowledge is what rules may consult besides the texts. It is made once a run
// and shared by all beads. Source is never nil: where the original's language
// is unknown it is that of no language.
type Knowledge struct {
	Source, Target           *lang.Language
	Pair                     *lang.Language // what is known of translating Source into Target
	SourceMorph, TargetMorph *morph.Analyzer
	Lexicon                  *lexicon.Lexicon
	Linker                   *align.Linker
	Glossary                 *glossary.Glossary // nil without one
}

// BeadPass is the evidence record of one bead, and where a rule reports what
// it finds in it. Where only the translation is at hand a bead is one segment
// of it and Source is nil.
type BeadPass struct {
	*Knowledge
	Number         int // index in Pair.Beads
	Score          float64
	Source, Target *Text

	links    []align.Link
	linked   bool
	matching value.Matching
	matched  bool

	rule  *Rule
	found *[]Diagnostic
}

// Links returns the word links of the bead, in target order; none without a source.
func (p *BeadPass) Links() []align.Link {
	if !p.linked {
		p.linked = true
		if p.Source != nil {
			p.links = p.Linker.Words(p.Source.String, p.Target.String)
		}
	}
	return p.links
}

// SourceOf returns the span of the source words linked with target words that
// s overlaps, and whether there are any.
func (p *BeadPass) SourceOf(s bitext.Span) (bitext.Span, bool) {
	var out bitext.Span
	ok := false
	for _, l := range p.Links() {
		if !l.Target.Overlaps(s) {
			continue
		}
		if !ok {
			out, ok = l.Source, true
		} else {
			out = out.Union(l.Source)
		}
	}
	return out, ok
}

// TargetOf returns the span of the target words linked with source words that
// s overlaps, and whether there are any.
func (p *BeadPass) TargetOf(s bitext.Span) (bitext.Span, bool) {
	var out bitext.Span
	ok := false
	for _, l := range p.Links() {
		if !l.Source.Overlaps(s) {
			continue
		}
		if !ok {
			out, ok = l.Target, true
		} else {
			out = out.Union(l.Target)
		}
	}
	return out, ok
}

// Values returns which values of the two sides are each other's counterparts.
func (p *BeadPass) Values() value.Matching {
	if !p.matched && p.Source != nil {
		p.matching = value.Match(p.Source.Values(), p.Target.Values())
	}
	p.matched = true
	return p.matching
}

// Report records a finding of the rule that runs.
func (p *BeadPass) Report(f Finding) {
	d := Diagnostic{
		Rule: p.rule, Target: f.Target, Source: f.Source, Bead: p.Number,
		Severity: f.Severity, Confidence: f.Confidence, Message: f.Message, Group: f.Group, Fixes: f.Fixes,
	}
	if d.Severity == Neutral {
		d.Severity = p.rule.Severity
	}
	if d.Confidence == 0 {
		d.Confidence = 0.9
	}
	if d.Group != "" {
		d.Group = p.rule.Name + "\x00" + d.Group
	}
	*p.found = append(*p.found, d)
}

// Pass is the evidence of a whole pair, for rules that judge consistency.
// Findings are reported through the bead they lie in.
type Pass struct {
	*Knowledge
	Pair  *bitext.Pair
	Beads []*BeadPass
}
