package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/morph"
	"golang.org/x/text/language"
)

var termForbidden = &check.Rule{
	Name: "term-forbidden", Category: check.WrongTerm, Severity: check.Critical, Since: "0.1", Needs: check.NeedGlossary,
	Doc: `a word that the glossary forbids

Flags a forbidden term of the glossary where the original has the concept's term, and the wrong form of a
correction anywhere. The fix writes the preferred term; it is safe for corrections only.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "El vicecanciller habló.", Target: "The ⟦vice chancellor⟧ spoke.",
			Glossary: "es,en,forbidden\nvicecanciller,deputy foreign minister,vice chancellor\n", Fixed: "The deputy foreign minister spoke."},
		{TargetLang: "en", Target: "The ⟦Parola⟧ Program ended.", Glossary: "Parola → Parole\n", Fixed: "The Parole Program ended."},
		{SourceLang: "es", TargetLang: "en", Source: "El rector habló.", Target: "The vice chancellor spoke.",
			Glossary: "es,en,forbidden\nvicecanciller,deputy foreign minister,vice chancellor\n"},
		{TargetLang: "en", Target: "The Parole Program ended.", Glossary: "Parola → Parole\n"},
	},
	Bead: func(p *check.BeadPass) {
		for _, m := range p.Target.Terms() {
			if m.Term.Status != glossary.Forbidden {
				continue
			}
			source, free := conceptIn(p, m.Concept)
			if source == nil && !free {
				continue
			}
			at := p.Target.At(m.Span)
			f := check.Finding{Target: at, Source: source, Message: fmt.Sprintf("the glossary forbids “%s”", p.Target.Of(m.Span))}
			for _, right := range m.Concept.Texts(p.Target.Lang.Tag, glossary.Preferred) {
				f.Fixes = append(f.Fixes, check.Replace(at, likeCase(right, p.Target.Of(m.Span)), free))
			}
			p.Report(f)
		}
	},
}

var termMissing = &check.Rule{
	Name: "term-missing", Category: check.WrongTerm, Severity: check.Minor, Since: "0.1", Needs: check.NeedSource | check.NeedGlossary,
	Doc: `a term of the glossary that the translation lacks

Flags a sentence whose original has a term of the glossary while the translation has none of its renderings, inflected
or not. It is silent where a word of the rendering stands alone, as writers shorten a term, and where
term-forbidden speaks.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "El sindicato protestó.", Target: "⟦The club protested.⟧", Glossary: "es,en\nsindicato,labor union|union\n"},
		{SourceLang: "es", TargetLang: "en", Source: "El apagón duró horas.", Target: "⟦The failure lasted hours.⟧", Glossary: "es,en\napagón,blackout\n"},
		{SourceLang: "es", TargetLang: "en", Source: "Los sindicatos protestaron.", Target: "The labor unions protested.", Glossary: "es,en\nsindicato,labor union|union\n"},
		{SourceLang: "es", TargetLang: "en", Source: "El club protestó.", Target: "The club protested.", Glossary: "es,en\nsindicato,labor union|union\n"},
	},
	Bead: func(p *check.BeadPass) {
		if p.Target.Segments.Len() == 0 {
			return
		}
		seen := map[*glossary.Concept]bool{}
		for _, m := range p.Source.Terms() {
			c := m.Concept
			if seen[c] || m.Term.Status != glossary.Preferred || m.Term.Lang == language.Und || rendered(p.Target, c) {
				continue
			}
			seen[c] = true
			rights := c.Texts(p.Target.Lang.Tag, glossary.Preferred)
			if len(rights) == 0 {
				continue
			}
			p.Report(check.Finding{Target: p.Target.At(p.Target.All()), Source: p.Source.At(m.Span), Confidence: 0.6,
				Message: fmt.Sprintf("the glossary has “%s” for “%s”", strings.Join(rights, "” or “"), p.Source.Of(m.Span))})
		}
	},
}

// rendered reports whether the target has a term of the concept, wanted or
// forbidden, or the last word of one, as a writer shortens it.
func rendered(t *check.Text, c *glossary.Concept) bool {
	for _, m := range t.Terms() {
		if m.Concept == c {
			return true
		}
	}
	for _, right := range append(c.Texts(t.Lang.Tag, glossary.Preferred), c.Texts(t.Lang.Tag, glossary.Forbidden)...) {
		for _, word := range strings.Fields(right) {
			stem := t.Morph.Stem(word)
			if len(stem) > 3 && slices.ContainsFunc(t.Tokens(), func(k morph.Token) bool { return t.Morph.Stem(t.Of(k.Span)) == stem }) {
				return true
			}
		}
	}
	return false
}

// conceptIn returns where the source has the concept, and whether the concept
// is free of the source: a correction, which has no term of any language.
func conceptIn(p *check.BeadPass, c *glossary.Concept) (at *bitext.Place, free bool) {
	if !slices.ContainsFunc(c.Terms, func(t glossary.Term) bool { return t.Lang != language.Und }) {
		return nil, true
	}
	if p.Source == nil {
		return nil, false
	}
	for _, m := range p.Source.Terms() {
		if m.Concept == c && m.Term.Status == glossary.Preferred {
			return p.Source.At(m.Span), false
		}
	}
	return nil, false
}

// likeCase returns right with a capital where the words it replaces have one.
func likeCase(right, words string) string {
	r, n := utf8.DecodeRuneInString(right)
	if first, _ := utf8.DecodeRuneInString(words); unicode.IsUpper(first) && unicode.IsLower(r) {
		return string(unicode.ToUpper(r)) + right[n:]
	}
	return right
}

// phraseIn reports whether text holds the phrase as whole words, and where; case
// aside unless the phrase has a capital.
func phraseIn(text, phrase string) (bitext.Span, bool) {
	haystack := text
	if phrase == strings.ToLower(phrase) {
		if lower := strings.ToLower(text); len(lower) == len(text) {
			haystack = lower
		}
	}
	for at := 0; ; {
		i := strings.Index(haystack[at:], phrase)
		if i < 0 {
			return bitext.Span{}, false
		}
		s := bitext.Span{Start: at + i, End: at + i + len(phrase)}
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		after, _ := utf8.DecodeRuneInString(text[s.End:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return s, true
		}
		at = s.Start + 1
	}
}
