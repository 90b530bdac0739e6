package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
)

var nameMismatch = &check.Rule{
	Name: "name-mismatch", Category: check.Mistranslation, Severity: check.Minor, Since: "0.1", Needs: check.NeedSource,
	Doc: `a name spelt otherwise than in the original

Flags a capitalised word that is no word of the language and differs from a capitalised word of the original by
accents alone or by one letter. The fix writes the original's form.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Habló Carlos Cossío.", Target: "Carlos ⟦Cossio⟧ spoke.", Fixed: "Carlos Cossío spoke."},
		{SourceLang: "es", TargetLang: "en", Source: "Dijo Portuondo.", Target: "⟦Portuando⟧ said so.", Fixed: "Portuondo said so."},
		{SourceLang: "es", TargetLang: "en", Source: "Habló Carlos Cossío.", Target: "Carlos Cossío spoke."},
		{SourceLang: "es", TargetLang: "en", Source: "Viajó a Haití y a Panamá.", Target: "He went to Haiti and Panama."},
	},
	Bead: func(p *check.BeadPass) {
		if !p.Target.Morph.HasWords() {
			return
		}
		for _, t := range capitalised(p.Target) {
			word := p.Target.Of(t.Span)
			if p.Target.Morph.Known(word) {
				continue
			}
			if s, ok := nearName(p.Source, word); ok {
				name := p.Source.Of(s)
				at := p.Target.At(t.Span)
				p.Report(check.Finding{Target: at, Source: p.Source.At(s), Message: fmt.Sprintf("the original has the name %s", name),
					Fixes: []check.Fix{check.Replace(at, name, false)}})
			}
		}
	},
}

func capitalised(t *check.Text) []morph.Token {
	var out []morph.Token
	for _, k := range t.Tokens() {
		if r, _ := utf8.DecodeRuneInString(t.Of(k.Span)); k.Kind == morph.Word && unicode.IsUpper(r) {
			out = append(out, k)
		}
	}
	return out
}

// nearName returns the capitalised word of t that is almost word; none where
// t has word itself.
func nearName(t *check.Text, word string) (bitext.Span, bool) {
	var near bitext.Span
	found := false
	for _, k := range capitalised(t) {
		name := t.Of(k.Span)
		if name == word {
			return bitext.Span{}, false
		}
		if len(word) > 4 && (morph.Fold(name) == morph.Fold(word) || oneLetter(morph.Fold(name), morph.Fold(word))) {
			near, found = k.Span, true
		}
	}
	return near, found
}

// oneLetter reports whether a and b have equal length and differ in one letter.
func oneLetter(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n == 1
}

var joinedWords = &check.Rule{
	Name: "joined-words", Category: check.Spelling, Severity: check.Critical, Since: "0.1",
	Doc: `two words run together

Flags a word that is none but parts into two words of the language. After a name that the original follows with a
comma the fix puts a comma too. A name may look the same, so the fix is not safe.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Voló a Nicaragua, cortando así la ruta.", Target: "He flew to ⟦Nicaraguathus⟧ cutting the route.", Fixed: "He flew to Nicaragua, thus cutting the route."},
		{TargetLang: "en", Target: "A ⟦courtorder⟧ came.", Fixed: "A court order came."},
		{TargetLang: "en", Target: "Nicaragua, thus cutting the route."},
		{SourceLang: "es", TargetLang: "en", Source: "Habló Yanelisotero.", Target: "Yanelisotero spoke of the airspace."},
	},
	Bead: func(p *check.BeadPass) {
		for _, t := range p.Target.Tokens() {
			word := p.Target.Of(t.Span)
			left, right, ok := "", "", false
			if t.Kind == morph.Word {
				left, right, ok = p.Target.Morph.Split(word)
			}
			if !ok || p.Source != nil && strings.Contains(p.Source.String, word) {
				continue
			}
			f := check.Finding{Message: fmt.Sprintf("“%s” is %s and %s run together", word, left, right)}
			gap := " "
			if p.Source != nil {
				if s, ok := phraseIn(p.Source.String, left); ok && len(left) > 3 {
					f.Source = p.Source.At(s)
					if strings.HasPrefix(p.Source.String[s.End:], ",") {
						gap = ", "
					}
				}
			}
			f.Target = p.Target.At(t.Span)
			f.Fixes = []check.Fix{check.Replace(f.Target, left+gap+right, false)}
			p.Report(f)
		}
	},
}

var doubledWord = &check.Rule{
	Name: "doubled-word", Category: check.Grammar, Severity: check.Minor, Since: "0.1",
	Doc: `a word written twice

Flags a word that stands twice in a row, unless the original doubles one too or grammar allows it (had had, that that).
The fix deletes the second.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "He saw the⟦ the⟧ ship.", Fixed: "He saw the ship."},
		{TargetLang: "en", Target: "They came and⟦ and⟧ left.", Fixed: "They came and left."},
		{TargetLang: "en", Target: "He had had enough."},
		{TargetLang: "en", Target: "In Baden Baden it rained, rained and rained."},
	},
	Bead: func(p *check.BeadPass) {
		t := p.Target
		for i := 1; i < len(t.Tokens()); i++ {
			a, b := t.Tokens()[i-1], t.Tokens()[i]
			word := t.Of(b.Span)
			if a.Kind != morph.Word || b.Kind != morph.Word || t.Of(a.Span) != word && strings.ToLower(t.Of(a.Span)) != word ||
				word != strings.ToLower(word) || doubles(t, word) || strings.TrimSpace(t.String[a.Span.End:b.Span.Start]) != "" {
				continue
			}
			at := t.At(bitext.Span{Start: a.Span.End, End: b.Span.End})
			p.Report(check.Finding{Target: at, Message: fmt.Sprintf("“%s” stands twice", word), Fixes: []check.Fix{check.Replace(at, "", true)}})
		}
	},
}

var doubleTable, smallWords = wordTable("doubles.tsv"), wordTable("small-words.tsv")

// wordTable reads a table of words with what its second column says of them.
func wordTable(file string) *lang.Memo[map[string]string] {
	return lang.NewMemo(func(l *lang.Language) map[string]string {
		out := map[string]string{}
		for _, row := range l.Rows(file) {
			out[row[0]] = strings.Join(row[1:], "\t")
		}
		return out
	})
}

// doubles reports whether the language's data allow word to follow itself.
func doubles(t *check.Text, word string) bool {
	_, ok := doubleTable.For(t.Lang)[word]
	return ok
}

var strayCapital = &check.Rule{
	Name: "stray-capital", Category: check.Spelling, Severity: check.Minor, Since: "0.1",
	Doc: `a capital in the middle of a sentence

Flags a capitalised word that is no name: a function word or a quantity word of the language's list after a comma or a
lower-case word, with no other capital beside it. The fix writes it small; in such words it is safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "It happened, causing ⟦Thousands⟧ to leave.", Fixed: "It happened, causing thousands to leave."},
		{TargetLang: "en", Target: "To deal with it, ⟦The⟧ US government acted.", Fixed: "To deal with it, the US government acted."},
		{TargetLang: "en", Target: "He wrote for The New York Times."},
		{TargetLang: "en", Target: "They asked: “Will he come?”"},
	},
	Bead: func(p *check.BeadPass) {
		t := p.Target
		for _, s := range t.SegmentSpans() {
			if t.Kind(s.Start) == bitext.Heading {
				continue
			}
			for i, k := range t.Tokens() {
				if !s.Contains(k.Span) || i == 0 || !stray(t, i) || t.Tokens()[i-1].Span.Start < s.Start {
					continue
				}
				at := t.At(k.Span)
				word := t.Of(k.Span)
				p.Report(check.Finding{Target: at, Message: fmt.Sprintf("“%s” is no name and begins no sentence", word),
					Fixes: []check.Fix{check.Replace(at, strings.ToLower(word), true)}})
			}
		}
	},
}

// stray reports whether token i is a word of the language's small words with a
// capital that nothing around it explains: what stands before is a comma, or a
// lower-case word where the word is no article that a title may begin with.
func stray(t *check.Text, i int) bool {
	word := t.Word(i)
	kind := smallWords.For(t.Lang)[strings.ToLower(word)]
	if kind == "" || word == strings.ToLower(word) || word == strings.ToUpper(word) {
		return false
	}
	before := t.Word(i - 1)
	if before == "," {
		return i > 1 && (kind == "quantity" || t.Word(i-2) == strings.ToLower(t.Word(i-2)))
	}
	return kind == "quantity" && t.Tokens()[i-1].Kind == morph.Word && before == strings.ToLower(before)
}
