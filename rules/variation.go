package rules

import (
	"fmt"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/lang"
)

// variants is a row of variants.tsv: renderings of which a text should keep
// one, for the source words.
type variants struct{ source, renderings []string }

var variantTable = lang.NewMemo(func(l *lang.Language) []variants {
	var out []variants
	for _, row := range l.Rows("variants.tsv") {
		if len(row) == 2 {
			out = append(out, variants{strings.Split(row[0], "|"), strings.Split(row[1], "|")})
		}
	}
	return out
})

var termVariation = &check.Rule{
	Name: "term-variation", Category: check.InconsistentUse, Severity: check.Minor, Since: "0.1", Needs: check.NeedSource,
	Doc: `one term of the original, two renderings

Flags the rarer of two renderings that the pair's data list for one word of the original, where the text uses another at
least twice as often. The findings of one word are a group. The fix writes the commoner and is not safe.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "La crisis migratoria.\nLa política migratoria.\nEl flujo migratorio.",
			Target: "The migration crisis.\nThe migration policy.\nThe ⟦immigration⟧ flow.", Fixed: "The migration crisis.\nThe migration policy.\nThe migration flow."},
		{SourceLang: "es", TargetLang: "en", Source: "La crisis migratoria.\nLa política migratoria.\nUn policía de inmigración.",
			Target: "The migration crisis.\nThe migration policy.\nAn immigration officer."},
	},
	Document: func(p *check.Pass) {
		for _, v := range variantTable.For(p.Knowledge.Pair) {
			v.judge(p)
		}
	},
}

// use is one rendering in one bead.
type use struct {
	bead           *check.BeadPass
	rendering      string
	source, target bitext.Span
}

func (v variants) judge(p *check.Pass) {
	var uses []use
	count := map[string]int{}
	for _, b := range p.Beads {
		if u, ok := v.in(b); ok {
			uses = append(uses, u)
			count[u.rendering]++
		}
	}
	common := v.renderings[0]
	for _, r := range v.renderings {
		if count[r] > count[common] {
			common = r
		}
	}
	for _, u := range uses {
		if u.rendering == common || count[common] < 2*count[u.rendering] {
			continue
		}
		at := u.bead.Target.At(u.target)
		u.bead.Report(check.Finding{Target: at, Source: u.bead.Source.At(u.source), Group: v.source[0], Confidence: 0.7,
			Message: fmt.Sprintf("“%s” here, “%s” elsewhere for the same word", u.rendering, common),
			Fixes:   []check.Fix{check.Replace(at, likeCase(common, u.bead.Target.Of(u.target)), false)}})
	}
}

// in returns the rendering that the bead uses, where it uses just one.
func (v variants) in(b *check.BeadPass) (use, bool) {
	var out use
	for _, w := range v.source {
		if s, ok := phraseIn(b.Source.String, w); ok {
			out.bead, out.source = b, s
		}
	}
	if out.bead == nil {
		return use{}, false
	}
	for _, r := range v.renderings {
		if s, ok := phraseIn(b.Target.String, r); ok {
			if out.rendering != "" {
				return use{}, false
			}
			out.rendering, out.target = r, s
		}
	}
	return out, out.rendering != ""
}
