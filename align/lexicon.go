package align

import (
	"slices"
	"strings"

	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
)

// renderings maps stems of a pair's first language to stems of its second.
type renderings map[string][]string

// lexicons reads a pair's lexicon.tsv: a lemma and its renderings. Words are
// compared by stem, so that inflected forms meet.
var lexicons = lang.NewMemo(func(pair *lang.Language) renderings {
	out := renderings{}
	rows := pair.Rows("lexicon.tsv")
	if len(rows) == 0 {
		return out
	}
	source, target := morph.For(lang.For(pair.Tag)), morph.For(lang.For(pair.To))
	for _, row := range rows {
		key := source.Stem(row[0])
		for rendering := range strings.SplitSeq(row[1], ";") {
			for word := range strings.FieldsSeq(rendering) {
				if stem := target.Stem(word); !slices.Contains(out[key], stem) {
					out[key] = append(out[key], stem)
				}
			}
		}
	}
	return out
})

// stemmed returns the renderings of a pair, those of the opposite direction
// turned round among them; the tables themselves stay as they are.
func stemmed(forward, backward renderings) renderings {
	out := make(renderings, len(forward)+len(backward))
	for s, targets := range forward {
		out[s] = slices.Clone(targets)
	}
	for t, sources := range backward {
		for _, s := range sources {
			out[s] = append(out[s], t)
		}
	}
	return out
}
