package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
)

// negators are a language's words that deny, the words that may stand for a
// denial of the other language (lacks, unless, hardly), and phrases in which a
// negator denies nothing (no obstante).
type negators struct {
	plain, implicit []string
	harmless        []string
}

var negatorTable = lang.NewMemo(func(l *lang.Language) negators {
	var n negators
	for _, row := range l.Rows("negators.tsv") {
		switch {
		case len(row) != 2:
		case row[0] == "plain":
			n.plain = append(n.plain, row[1])
		case row[0] == "implicit":
			n.implicit = append(n.implicit, row[1])
		case row[0] == "harmless":
			n.harmless = append(n.harmless, row[1])
		}
	}
	return n
})

var negationMismatch = &check.Rule{
	Name: "negation-mismatch", Category: check.Mistranslation, Severity: check.Critical, Since: "0.1", Needs: check.NeedSource,
	Doc: `a denial that only one side has

Flags a bead where the original denies and no word of the translation can stand for it, or the translation denies and
no word of the original does. Words that deny without a negator (lack, without, unlike, un-) are the languages' data.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "No vamos a renunciar.", Target: "⟦We are going⟧ to give up."},
		{SourceLang: "es", TargetLang: "en", Source: "El ministro habló ayer.", Target: "The minister did ⟦not⟧ speak yesterday."},
		{SourceLang: "es", TargetLang: "en", Source: "No vamos a renunciar.", Target: "We refuse to give up."},
		{SourceLang: "es", TargetLang: "en", Source: "No obstante, el ministro habló.", Target: "However, the minister spoke."},
	},
	Bead: func(p *check.BeadPass) {
		source, target := negatorTable.For(p.Source.Lang), negatorTable.For(p.Target.Lang)
		if len(source.plain) == 0 || len(target.plain) == 0 || p.Source.Segments.Len() == 0 || p.Target.Segments.Len() == 0 {
			return
		}
		s, t := source.in(p.Source), target.in(p.Target)
		switch {
		case len(s) > 0 && len(t) == 0 && !target.implies(p.Target):
			p.Report(check.Finding{Target: p.Target.At(about(p, s[0])), Source: p.Source.At(s[0]), Confidence: 0.7,
				Message: fmt.Sprintf("the original denies (%s), the translation does not", p.Source.Of(s[0]))})
		case len(t) > 0 && len(s) == 0 && !source.implies(p.Source):
			p.Report(check.Finding{Target: p.Target.At(t[0]), Confidence: 0.7, Source: p.Source.At(p.Source.All()),
				Message: fmt.Sprintf("the translation denies (%s), the original does not", p.Target.Of(t[0]))})
		}
	},
}

// in returns where t denies.
func (n negators) in(t *check.Text) []bitext.Span {
	var out []bitext.Span
	lower := strings.ToLower(t.String)
	for _, k := range t.Tokens() {
		word := strings.ReplaceAll(strings.ToLower(t.Of(k.Span)), "’", "'")
		if k.Kind != morph.Word || !slices.Contains(n.plain, word) && !strings.HasSuffix(word, "n't") {
			continue
		}
		if len(lower) == len(t.String) && slices.ContainsFunc(n.harmless, func(h string) bool { return strings.HasPrefix(lower[k.Span.Start:], h) }) {
			continue
		}
		out = append(out, k.Span)
	}
	return out
}

// implies reports whether a word of t begins as one that denies by itself.
func (n negators) implies(t *check.Text) bool {
	for _, k := range t.Tokens() {
		word := strings.ToLower(t.Of(k.Span))
		if k.Kind == morph.Word && slices.ContainsFunc(n.implicit, func(i string) bool { return strings.HasPrefix(word, i) }) {
			return true
		}
	}
	return false
}

// reach is how many bytes a place that is only estimated may have.
const reach = 40

// about returns the words of the target that stand about where the source
// words do: the word at the same part of the text, and its neighbours.
func about(p *check.BeadPass, source bitext.Span) bitext.Span {
	tokens := p.Target.Tokens()
	at := source.Start * len(p.Target.String) / max(len(p.Source.String), 1)
	middle := 0
	for i, k := range tokens {
		if k.Span.Start <= at {
			middle = i
		}
	}
	out := tokens[middle].Span
	for i := 1; i <= 2; i++ {
		for _, n := range []int{middle - i, middle + i} {
			if n < 0 || n >= len(tokens) || tokens[n].Kind != morph.Word {
				continue
			}
			if wider := out.Union(tokens[n].Span); wider.Len() <= reach {
				out = wider
			}
		}
	}
	return out
}
