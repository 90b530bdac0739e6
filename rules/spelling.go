package rules

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/morph"
)

var misspelling = &check.Rule{
	Name: "misspelling", Category: check.Spelling, Severity: check.Minor, Since: "0.1",
	Doc: `a word misspelt by one letter

Flags a word in lower case of five letters or more that is none, where one letter less, more, other or swapped makes an
ordinary word and the original does not have it as it stands. The fix is not safe: two words may be as near.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "She boarded the ⟦vesel⟧.", Fixed: "She boarded the vessel."},
		{TargetLang: "en", Target: "The ⟦investigaton⟧ began.", Fixed: "The investigation began."},
		{TargetLang: "en", Target: "She boarded the vessel."},
		{SourceLang: "es", TargetLang: "en", Source: "Comió una arepita.", Target: "She ate an arepita."},
	},
	Bead: func(p *check.BeadPass) {
		for _, k := range p.Target.Tokens() {
			word := p.Target.Of(k.Span)
			if k.Kind != morph.Word || len(word) < 5 || !plainLower(word) || !p.Target.Morph.HasWords() || p.Target.Morph.Known(word) {
				continue
			}
			if _, _, glued := p.Target.Morph.Split(word); glued || p.Source != nil && strings.Contains(p.Source.String, word) {
				continue
			}
			if right, ok := p.Target.Morph.Near(word); ok {
				at := p.Target.At(k.Span)
				p.Report(check.Finding{Target: at, Message: fmt.Sprintf("“%s” is no word; near is %s", word, right), Confidence: 0.85,
					Fixes: []check.Fix{check.Replace(at, right, false)}})
			}
		}
	},
}

// plainLower reports whether word has lower-case letters only.
func plainLower(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) })
}

var missingCapital = &check.Rule{
	Name: "missing-capital", Category: check.Spelling, Severity: check.Minor, Since: "0.1",
	Doc: `a name in small letters

Flags a word in lower case that the language knows with a capital only: a country, a month, a people. The fix is safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "He said that ⟦spain⟧ would grow.", Fixed: "He said that Spain would grow."},
		{TargetLang: "en", Target: "They met on ⟦monday⟧.", Fixed: "They met on Monday."},
		{TargetLang: "en", Target: "He said that Spain would grow."},
		{TargetLang: "en", Target: "They may march to the china shop, see www.spain.example."},
	},
	Bead: func(p *check.BeadPass) {
		for _, k := range p.Target.Tokens() {
			word := p.Target.Of(k.Span)
			if k.Kind != morph.Word || len(word) < 4 || !plainLower(word) || !p.Target.Morph.IsName(word) {
				continue
			}
			if p.Source != nil && strings.Contains(p.Source.String, word) {
				continue
			}
			at := p.Target.At(k.Span)
			p.Report(check.Finding{Target: at, Message: fmt.Sprintf("“%s” is a name", word),
				Fixes: []check.Fix{check.Replace(at, strings.ToUpper(word[:1])+word[1:], true)}})
		}
	},
}

var foreignMarks = rowTable("foreign-marks.tsv")

var invertedMark = &check.Rule{
	Name: "inverted-mark", Category: check.Punctuation, Severity: check.Minor, Since: "0.1",
	Doc: `a mark that the language does not have

Flags marks of the language's list of foreign ones, such as ¿ and ¡ in English. The fix deletes them and is safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "“⟦¿⟧Did I dream of it?”", Fixed: "“Did I dream of it?”"},
		{TargetLang: "en", Target: "⟦¡⟧Out!", Fixed: "Out!"},
		{TargetLang: "en", Target: "“Did I dream of it?”"},
		{TargetLang: "es", Target: "¿Lo soñé?"},
	},
	Bead: func(p *check.BeadPass) {
		for _, row := range foreignMarks.For(p.Target.Lang) {
			for i := range p.Target.String {
				if !strings.HasPrefix(p.Target.String[i:], row[0]) {
					continue
				}
				at := p.Target.At(bitext.Span{Start: i, End: i + len(row[0])})
				p.Report(check.Finding{Target: at, Message: row[0] + " is no mark of this language", Fixes: []check.Fix{check.Replace(at, "", true)}})
			}
		}
	},
}
