package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
)

var brokenSentence = &check.Rule{
	Name: "broken-sentence", Category: check.Grammar, Severity: check.Major, Since: "0.1",
	Doc: `a full stop in the middle of a sentence

Flags a full stop after an ordinary word that a word in lower case follows. Whether a comma or nothing belongs there
is the editor's to say: the fix offers a comma and is not safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "They cover ⟦expenses. food⟧ and housing.", Fixed: "They cover expenses, food and housing."},
		{TargetLang: "en", Target: "It was ⟦late. because⟧ of rain.", Fixed: "It was late, because of rain."},
		{TargetLang: "en", Target: "It was late. Because of rain."},
		{TargetLang: "en", Target: "The U.S. team met at 3 p.m. on Nov. 14."},
	},
	Bead: func(p *check.BeadPass) {
		t := p.Target
		for i := 1; i+1 < len(t.Tokens()); i++ {
			a, stop, b := t.Tokens()[i-1], t.Tokens()[i], t.Tokens()[i+1]
			before, after := t.Of(a.Span), t.Of(b.Span)
			r, _ := utf8.DecodeRuneInString(after)
			if t.Of(stop.Span) != "." || a.Kind != morph.Word || b.Kind != morph.Word || !unicode.IsLower(r) ||
				a.Span.End != stop.Span.Start || stop.Span.End == b.Span.Start || len(before) < 4 || !t.Morph.IsCommon(before) || !t.Morph.IsCommon(after) {
				continue
			}
			at := t.At(bitext.Span{Start: a.Span.Start, End: b.Span.End})
			p.Report(check.Finding{Target: at, Source: segmentPlace(p), Message: "a full stop breaks the sentence",
				Fixes: []check.Fix{check.Replace(at, before+", "+after, false)}})
		}
	},
}

// segmentPlace returns the place of the bead's source, or nil.
func segmentPlace(p *check.BeadPass) *bitext.Place {
	if p.Source == nil {
		return nil
	}
	return p.Source.At(p.Source.All())
}

var infinitiveAfter = rowTable("infinitive-after.tsv")

// rowTable reads the rows of a table as they are.
func rowTable(file string) *lang.Memo[[][]string] {
	return lang.NewMemo(func(l *lang.Language) [][]string { return l.Rows(file) })
}

var clauseAfterCausing = &check.Rule{
	Name: "clause-after-causing", Category: check.Grammar, Severity: check.Major, Since: "0.1",
	Doc: `a finite clause where the verb before it wants an infinitive

Flags a modal verb that follows “causing” and its object, as the language's grammar data list them: causing thousands
will be stranded. The fix writes the infinitive's particle and is not safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "It rained, causing thousands ⟦will⟧ be stranded.", Fixed: "It rained, causing thousands to be stranded."},
		{TargetLang: "en", Target: "Causing many people ⟦would⟧ leave.", Fixed: "Causing many people to leave."},
		{TargetLang: "en", Target: "It rained, causing thousands to be stranded."},
		{TargetLang: "en", Target: "It is causing harm that will last, and it will grow."},
	},
	Bead: func(p *check.BeadPass) {
		t := p.Target
		for _, row := range infinitiveAfter.For(t.Lang) {
			if len(row) != 4 {
				continue
			}
			for i := range t.Tokens() {
				if strings.ToLower(t.Word(i)) == row[0] {
					modalAfter(p, i, row)
				}
			}
		}
	},
}

// modalAfter reports a modal among the few words after token i, if only words
// stand between and none that opens a clause of its own.
func modalAfter(p *check.BeadPass, i int, row []string) {
	t := p.Target
	modals, particle, openers := strings.Fields(row[1]), row[2], strings.Fields(row[3])
	for j := i + 2; j < min(i+5, len(t.Tokens())); j++ {
		if t.Tokens()[j-1].Kind != morph.Word || slices.Contains(openers, t.Word(j-1)) {
			return
		}
		if !slices.Contains(modals, t.Word(j)) {
			continue
		}
		at := t.At(t.Tokens()[j].Span)
		p.Report(check.Finding{Target: at, Source: segmentPlace(p), Message: fmt.Sprintf("“%s” wants an infinitive, not “%s”", t.Word(i), t.Word(j)),
			Fixes: []check.Fix{check.Replace(at, particle, false)}})
		return
	}
}

var spacing = &check.Rule{
	Name: "spacing", Category: check.Punctuation, Severity: check.Minor, Since: "0.1",
	Doc: `a space too many

Flags two spaces in a row and a space before a comma or full stop. The fix is safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "It is⟦  ⟧late.", Fixed: "It is late."},
		{TargetLang: "en", Target: "It is late⟦ ⟧, he said.", Fixed: "It is late, he said."},
		{TargetLang: "en", Target: "It is late, he said."},
		{TargetLang: "en", Target: "A .45 gun."},
	},
	Bead: func(p *check.BeadPass) {
		text := p.Target.String
		for i := 0; i < len(text); i++ {
			end := i
			for end < len(text) && text[end] == ' ' {
				end++
			}
			if end == i || end == len(text) || i == 0 {
				i = end
				continue
			}
			s := bitext.Span{Start: i, End: end}
			next := strings.IndexByte(",.", text[end]) >= 0 && (end+1 == len(text) || text[end+1] == ' ')
			switch at := p.Target.At(s); {
			case next:
				p.Report(check.Finding{Target: at, Message: "a space before a mark", Fixes: []check.Fix{check.Replace(at, "", true)}})
			case s.Len() > 1:
				p.Report(check.Finding{Target: at, Message: "more than one space", Fixes: []check.Fix{check.Replace(at, " ", true)}})
			}
			i = end
		}
	},
}

var unbalancedQuotes = &check.Rule{
	Name: "unbalanced-quotes", Category: check.Punctuation, Severity: check.Major, Since: "0.1", Needs: check.NeedSource,
	Doc: `a quotation mark without its partner

Flags an opening or closing mark that stands alone in a bead whose original is balanced.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "«Vamos», dijo.", Target: "⟦“⟧Let us go, he said."},
		{SourceLang: "es", TargetLang: "en", Source: "El Partido (PP) ganó.", Target: "The party ⟦(⟧PP won."},
		{SourceLang: "es", TargetLang: "en", Source: "«Vamos», dijo.", Target: "“Let us go,” he said."},
		{SourceLang: "es", TargetLang: "en", Source: "«Vamos», dijo.", Target: "“Let us go”, he said (twice)."},
	},
	Bead: func(p *check.BeadPass) {
		for _, pair := range [][2]string{{"“", "”"}, {"(", ")"}, {"«", "»"}} {
			text := p.Target.String
			open, shut := strings.Count(text, pair[0]), strings.Count(text, pair[1])
			if open == shut || balancedBlock(p, pair) || strings.Count(p.Source.String, pair[0]) != strings.Count(p.Source.String, pair[1]) ||
				strings.Count(p.Source.String, "«") != strings.Count(p.Source.String, "»") {
				continue
			}
			mark, i := pair[0], strings.LastIndex(text, pair[0])
			if shut > open {
				mark, i = pair[1], strings.Index(text, pair[1])
			}
			p.Report(check.Finding{Target: p.Target.At(bitext.Span{Start: i, End: i + len(mark)}), Message: fmt.Sprintf("%s has no partner", mark)})
		}
	},
}

// balancedBlock reports whether the marks pair off in the target's whole
// block: a quotation may run over several beads.
func balancedBlock(p *check.BeadPass, pair [2]string) bool {
	at := p.Target.At(p.Target.All())
	text := p.Target.Document.Blocks[at.Block].Text
	return strings.Count(text, pair[0]) == strings.Count(text, pair[1])
}
