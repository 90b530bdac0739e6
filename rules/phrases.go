package rules

import (
	"fmt"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/lang"
)

// phrase is a row of false-friends.tsv or calques.tsv: where the source has
// one of source, the target words wrong should be right.
type phrase struct {
	source       []string
	wrong, right string
}

func phraseTable(file string) *lang.Memo[[]phrase] {
	return lang.NewMemo(func(l *lang.Language) []phrase {
		var out []phrase
		for _, row := range l.Rows(file) {
			if len(row) == 3 {
				out = append(out, phrase{strings.Split(row[0], "|"), row[1], row[2]})
			}
		}
		return out
	})
}

var falseFriends, calques = phraseTable("false-friends.tsv"), phraseTable("calques.tsv")

var falseFriend = &check.Rule{
	Name: "false-friend", Category: check.Mistranslation, Severity: check.Major, Since: "0.1", Needs: check.NeedSource,
	Doc: `a word that only looks like the original's

Flags a rendering that is spelt like the original's word but means something else: actualmente is no “actually”.
The original's word must stand in the bead. The fix names the usual rendering and is never safe.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Actualmente no hay vacuna.", Target: "⟦Actually⟧, there is no vaccine.", Fixed: "Currently, there is no vaccine."},
		{SourceLang: "es", TargetLang: "en", Source: "El vicecanciller salió.", Target: "The ⟦vice chancellor⟧ left.", Fixed: "The deputy foreign minister left."},
		{SourceLang: "es", TargetLang: "en", Source: "En realidad no hay vacuna.", Target: "Actually, there is no vaccine."},
		{SourceLang: "es", TargetLang: "en", Source: "El vicerrector salió.", Target: "The vice chancellor left."},
	},
	Bead: func(p *check.BeadPass) {
		reportPhrases(p, falseFriends.For(p.Pair), "“%s” is a false friend here: %s")
	},
}

var calque = &check.Rule{
	Name: "calque", Category: check.Unidiomatic, Severity: check.Minor, Since: "0.1",
	Doc: `a phrase copied word for word

Flags turns of phrase that are the original's, not the language's own: “social networks”, “between both countries”.
With the original at hand its phrase must stand in the bead; without it, the language must be named.
The fixes change style only, yet an editor may differ: they are not safe.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Habló en redes sociales.", Target: "He spoke on ⟦social networks⟧.", Fixed: "He spoke on social media."},
		{SourceLang: "es", TargetLang: "en", Target: "The border of the ⟦North American country⟧.", Fixed: "The border of the United States."},
		{SourceLang: "es", TargetLang: "en", Source: "La teoría de redes de parentesco.", Target: "The theory of social networks."},
		{TargetLang: "en", Target: "He spoke on social networks."},
	},
	Bead: func(p *check.BeadPass) {
		reportPhrases(p, calques.For(p.Pair), "“%s” copies the original; usual is %s")
	},
}

func reportPhrases(p *check.BeadPass, table []phrase, message string) {
	for _, row := range table {
		s, ok := phraseIn(p.Target.String, row.wrong)
		if !ok || row.right == p.Target.Of(s) {
			continue
		}
		var source *bitext.Place
		if p.Source != nil {
			if source = firstPhrase(p.Source, row.source); source == nil {
				continue
			}
		}
		words := p.Target.Of(s)
		at := p.Target.At(s)
		f := check.Finding{Target: at, Source: source, Message: fmt.Sprintf(message, words, row.right)}
		f.Fixes = []check.Fix{check.Replace(at, likeCase(row.right, words), false)}
		p.Report(f)
	}
}

func firstPhrase(t *check.Text, phrases []string) *bitext.Place {
	for _, w := range phrases {
		if s, ok := phraseIn(t.String, w); ok {
			return t.At(s)
		}
	}
	return nil
}
