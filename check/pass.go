package check

import (
	"sync"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/lang"
)

// Knowledge is what rules may consult besides the texts. It is made once a run
// by [NewKnowledge] and shared by all beads. Where the original's language is
// unknown, Source is that of no language.
type Knowledge struct {
	Source, Target *lang.Language
	Pair           *lang.Language     // what is known of translating Source into Target
	Glossary       *glossary.Glossary // nil without one

	sourceTerms, targetTerms func() *glossary.Finder
}

// NewKnowledge returns what is known of the languages; g may be nil.
func NewKnowledge(source, target, pair *lang.Language, g *glossary.Glossary) *Knowledge {
	finder := func(l *lang.Language) func() *glossary.Finder {
		return sync.OnceValue(func() *glossary.Finder {
			if g == nil {
				return nil
			}
			return g.NewFinder(l.Tag)
		})
	}
	return &Knowledge{source, target, pair, g, finder(source), finder(target)}
}

// BeadPass is the evidence record of one bead, and where a rule reports what
// it finds in it. Where only the translation is at hand a bead is one block
// of it and Source is nil.
type BeadPass struct {
	*Knowledge
	Number         int // index in Pair.Beads; -1 where there are none
	Score          float64
	Source, Target *Text

	rule  *Rule
	found *[]Diagnostic
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
