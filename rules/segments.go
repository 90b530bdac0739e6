package rules

import (
	"fmt"
	"strings"

	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/morph"
)

var missingSegment = &check.Rule{
	Name: "missing-segment", Category: check.Omission, Severity: check.Critical, Since: "0.1", Needs: check.NeedSource,
	Doc: `a sentence of the original that the translation lacks

Flags a source segment of four words or more without counterpart, at the place where its translation should stand.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Llovió ayer.\nLa temporada comenzó el 15 de mayo.\nHoy no.", Target: "It rained yesterday.⟦⟧\n\nNot today."},
		{SourceLang: "es", TargetLang: "en", Source: "Llovió ayer.\nLa temporada comenzó el 15 de mayo.", Target: "It rained yesterday.\nThe season began on May 15."},
	},
	Bead: func(p *check.BeadPass) {
		if p.Target.Segments.Len() > 0 || words(p.Source) < 4 {
			return
		}
		p.Report(check.Finding{Target: p.Target.At(p.Target.All()), Source: p.Source.At(p.Source.All()), Confidence: 0.8, Message: "a sentence of the original is missing"})
	},
}

var extraSegment = &check.Rule{
	Name: "extra-segment", Category: check.Addition, Severity: check.Major, Since: "0.1", Needs: check.NeedSource,
	Doc: `a sentence that the original lacks

Flags a target segment of four words or more without counterpart. An editor may have added it on purpose.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Llovió ayer.\n", Target: "It rained yesterday.\n⟦They are on the second line.⟧"},
		{SourceLang: "es", TargetLang: "en", Source: "Llovió ayer.\nVino Ana.", Target: "It rained yesterday.\nAna came."},
	},
	Bead: func(p *check.BeadPass) {
		if p.Source.Segments.Len() > 0 || words(p.Target) < 4 {
			return
		}
		p.Report(check.Finding{Target: p.Target.At(p.Target.All()), Confidence: 0.7, Message: "the original has no such sentence"})
	},
}

func words(t *check.Text) int {
	n := 0
	for _, k := range t.Tokens() {
		if k.Kind == morph.Word {
			n++
		}
	}
	return n
}

var untranslated = &check.Rule{
	Name: "untranslated", Category: check.Untranslated, Severity: check.Major, Since: "0.1", Needs: check.NeedSource,
	Doc: `a word of the original left in

Flags a word in lower case that stands letter for letter in the original, is a word of its language and none of the
translation's. The names of drugs and other words that both languages borrow are in neither dictionary.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Un concejal llegó.", Target: "A ⟦concejal⟧ arrived."},
		{SourceLang: "es", TargetLang: "en", Source: "Dos diputados aforados.", Target: "Two deputies ⟦aforados⟧."},
		{SourceLang: "es", TargetLang: "en", Source: "El hotel es popular.", Target: "The hotel is popular."},
		{SourceLang: "es", TargetLang: "en", Source: "Llegó a Cárdenas.", Target: "He reached Cárdenas."},
	},
	Bead: func(p *check.BeadPass) {
		if !p.Target.Morph.HasWords() {
			return
		}
		for i, k := range p.Target.Tokens() {
			word := p.Target.Of(k.Span)
			if k.Kind != morph.Word || len(word) < 4 || word != strings.ToLower(word) || p.Target.Morph.Known(word) ||
				!p.Source.Morph.Has(word) || inName(p, i) {
				continue
			}
			if s, ok := phraseIn(p.Source.String, word); ok {
				p.Report(check.Finding{Target: p.Target.At(k.Span), Source: p.Source.At(s), Message: fmt.Sprintf("“%s” is left untranslated", word)})
			}
		}
	},
}

// inName reports whether token i ends a run of the original's words that
// begins with a capital: a title or a Latin name is kept as it is.
func inName(p *check.BeadPass, i int) bool {
	for i--; i >= 0 && p.Target.Tokens()[i].Kind == morph.Word; i-- {
		word := p.Target.Word(i)
		if _, ok := phraseIn(p.Source.String, word); !ok {
			return false
		}
		if word != strings.ToLower(word) {
			return true
		}
	}
	return false
}
