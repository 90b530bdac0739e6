package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/morph"
	"github.com/cotejo/cotejo/value"
)

var numberMismatch = &check.Rule{
	Name: "number-mismatch", Category: check.Mistranslation, Severity: check.Critical, Since: "0.1", Needs: check.NeedSource,
	Doc: `a number that differs from the original's

Compares numbers by value, each side read as its language writes it. It speaks only where exactly one number of each
side has no equal on the other and both are in figures: then one stands for the other.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Hay 20 000 visas.", Target: "There are ⟦2,000⟧ visas."},
		{SourceLang: "es", TargetLang: "en", Source: "Subió un 12,4 %.", Target: "It rose ⟦124⟧%."},
		{SourceLang: "es", TargetLang: "en", Source: "Hay 20 000 visas.", Target: "There are 20,000 visas."},
		{SourceLang: "es", TargetLang: "en", Source: "Gastó 3.800 millones a las 15.30 horas.", Target: "It spent 3.8 billion at 3:30 p.m."},
	},
	Bead: func(p *check.BeadPass) { reportValue(p, value.Number, "the original says %s, the translation %s", 0.9) },
}

var dateMismatch = &check.Rule{
	Name: "date-mismatch", Category: check.Mistranslation, Severity: check.Critical, Since: "0.1", Needs: check.NeedSource,
	Doc: `a month or weekday that differs from the original's

Speaks where exactly one month, or one weekday, of each side has no equal on the other.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "El 14 de abril.", Target: "On ⟦August⟧ 14."},
		{SourceLang: "es", TargetLang: "en", Source: "El martes llovió.", Target: "It rained on ⟦Thursday⟧."},
		{SourceLang: "es", TargetLang: "en", Source: "El 14 de noviembre.", Target: "On Nov. 14."},
		{SourceLang: "es", TargetLang: "en", Source: "El martes llovió.", Target: "It may have rained on Tuesday."},
	},
	Bead: func(p *check.BeadPass) {
		reportValue(p, value.Month, "the original says %s, the translation %s", 0.95)
		reportValue(p, value.Weekday, "the original says %s, the translation %s", 0.95)
	},
}

var unitMismatch = &check.Rule{
	Name: "unit-mismatch", Category: check.Mistranslation, Severity: check.Critical, Since: "0.1", Needs: check.NeedSource,
	Doc: `a unit or currency that differs from the original's

Flags the only unit of a dimension on each side that has no equal on the other: dollars for euros, miles for
kilometres. A conversion added in brackets is no difference.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Cuesta 9 euros.", Target: "It costs 9 ⟦dollars⟧."},
		{SourceLang: "es", TargetLang: "en", Source: "A 400 kilómetros de aquí.", Target: "At 400 ⟦miles⟧ from here."},
		{SourceLang: "es", TargetLang: "en", Source: "A 400 kilómetros de aquí.", Target: "At 400 kilometers (250 miles) from here."},
		{SourceLang: "es", TargetLang: "en", Source: "Gastó 3.800 millones de euros en 2 años.", Target: "It spent 3.8 billion euros in two years."},
	},
	Bead: func(p *check.BeadPass) {
		s, t := value.Unmatched(ofKind(p.Source.Values(), value.Unit), ofKind(p.Target.Values(), value.Unit))
		for _, a := range s {
			same := func(v value.Value) bool { return v.Dimension == a.Dimension }
			if i := slices.IndexFunc(t, same); i >= 0 && count(s, same) == 1 && count(t, same) == 1 {
				p.Report(check.Finding{Target: p.Target.At(t[i].Span), Source: p.Source.At(a.Span), Confidence: 0.85,
					Message: fmt.Sprintf("the original says %s, the translation %s", p.Source.Of(a.Span), p.Target.Of(t[i].Span))})
			}
		}
	},
}

func count(values []value.Value, is func(value.Value) bool) int {
	n := 0
	for _, v := range values {
		if is(v) {
			n++
		}
	}
	return n
}

// reportValue reports the only value of the kind on each side that has no
// equal on the other.
func reportValue(p *check.BeadPass, kind value.Kind, message string, confidence float64) {
	s, t := value.Unmatched(ofKind(p.Source.Values(), kind), ofKind(p.Target.Values(), kind))
	if len(s) != 1 || len(t) != 1 || kind == value.Number && !s[0].Digits && !t[0].Digits && s[0].Amount < 3 {
		return
	}
	p.Report(check.Finding{
		Target: p.Target.At(t[0].Span), Source: p.Source.At(s[0].Span), Confidence: confidence,
		Message: fmt.Sprintf(message, p.Source.Of(s[0].Span), p.Target.Of(t[0].Span)),
	})
}

func ofKind(values []value.Value, kind value.Kind) []value.Value {
	return slices.DeleteFunc(slices.Clone(values), func(v value.Value) bool { return v.Kind != kind })
}

var numberFormat = &check.Rule{
	Name: "number-format", Category: check.NumberFormat, Severity: check.Minor, Since: "0.1", Needs: check.NeedSource,
	Doc: `a number written in the original's way

Flags figures whose separators are another language's, where the original has the same value. The fix is safe: the
value is the original's.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Acudieron 28.500 personas.", Target: "Some ⟦28.500⟧ people came.", Fixed: "Some 28,500 people came."},
		{SourceLang: "es", TargetLang: "en", Source: "Subió un 2,8 %.", Target: "It rose ⟦2,8⟧%.", Fixed: "It rose 2.8%."},
		{SourceLang: "es", TargetLang: "en", Source: "Acudieron 28.500 personas.", Target: "Some 28,500 people came."},
		{SourceLang: "es", TargetLang: "en", Source: "La versión 1.2.3 costó 5.", Target: "Version 1.2.3 cost 5."},
	},
	Bead: func(p *check.BeadPass) {
		for _, v := range p.Target.Values() {
			if v.Foreign == "" {
				continue
			}
			for _, s := range p.Source.Values() {
				if s.Kind == v.Kind && s.Amount == v.Amount {
					at := p.Target.At(v.Span)
					figures := *at
					figures.Span.End = figures.Span.Start + len(v.Foreign)
					if len(v.Foreign) != len(strings.TrimSpace(p.Target.Of(v.Span))) {
						break // a magnitude word follows, or the spaces are wide ones
					}
					p.Report(check.Finding{Target: at, Source: p.Source.At(s.Span), Message: fmt.Sprintf("here one writes %s", v.Foreign),
						Fixes: []check.Fix{check.Replace(&figures, v.Foreign, true)}})
					break
				}
			}
		}
	},
}

var linkMismatch = &check.Rule{
	Name: "link-mismatch", Category: check.Markup, Severity: check.Major, Since: "0.1", Needs: check.NeedSource,
	Doc: `a link, handle or hashtag that differs from the original's

Speaks where one link of the translation has no equal in the original and one of the original none in the
translation. The fix writes the original's.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Vea https://a.example/x1.", Target: "See ⟦https://a.example/x2⟧.", Fixed: "See https://a.example/x1."},
		{SourceLang: "es", TargetLang: "en", Source: "En @USEmb hoy.", Target: "On ⟦@USEmv⟧ today.", Fixed: "On @USEmb today."},
		{SourceLang: "es", TargetLang: "en", Source: "Vea https://a.example/x1.", Target: "See https://a.example/x1."},
		{SourceLang: "es", TargetLang: "en", Source: "En @USEmb hoy.", Target: "On @USEmb today."},
	},
	Bead: func(p *check.BeadPass) {
		s, t := onlyLinks(p.Source, p.Target), onlyLinks(p.Target, p.Source)
		if len(s) != 1 || len(t) != 1 {
			return
		}
		at := p.Target.At(t[0])
		p.Report(check.Finding{Target: at, Source: p.Source.At(s[0]), Message: fmt.Sprintf("the original has %s", p.Source.Of(s[0])),
			Fixes: []check.Fix{check.Replace(at, p.Source.Of(s[0]), true)}})
	},
}

// onlyLinks returns the links of a that b has not.
func onlyLinks(a, b *check.Text) []bitext.Span {
	var out []bitext.Span
	for _, k := range a.Tokens() {
		if k.Kind == morph.Link && !strings.Contains(b.String, a.Of(k.Span)) {
			out = append(out, k.Span)
		}
	}
	return out
}
