package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/morph"
)

var finalStop = &check.Rule{
	Name: "final-stop", Category: check.Punctuation, Severity: check.Minor, Since: "0.1", Needs: check.NeedSource,
	Doc: `a sentence without the full stop that the original has

Flags a target that ends in a letter or figure where the original ends in a full stop. The fix adds it and is safe.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Ayer llovió en Quito.", Target: "It rained in Quito yesterday⟦⟧", Fixed: "It rained in Quito yesterday."},
		{SourceLang: "es", TargetLang: "en", Source: "Ayer llovió en Quito.", Target: "It rained in Quito yesterday."},
	},
	Bead: func(p *check.BeadPass) {
		source, target := p.Source.All().Of(p.Source.String), p.Target.All()
		last, _ := utf8.DecodeLastRuneInString(target.Of(p.Target.String))
		if !strings.HasSuffix(source, ".") || len(target.Of(p.Target.String)) < 10 || !unicode.IsLetter(last) && !unicode.IsDigit(last) ||
			p.Target.Kind(target.Start) == bitext.Heading || p.Target.Kind(target.Start) == bitext.Signature || endsInLink(p.Target) {
			return
		}
		at := p.Target.At(bitext.Span{Start: target.End, End: target.End})
		p.Report(check.Finding{Target: at, Source: p.Source.At(bitext.Span{Start: p.Source.All().End - 1, End: p.Source.All().End}),
			Message: "the sentence has no full stop", Fixes: []check.Fix{check.Replace(at, ".", true)}})
	},
}

func endsInLink(t *check.Text) bool {
	tokens := t.Tokens()
	return len(tokens) > 0 && tokens[len(tokens)-1].Kind == morph.Link
}

var initialCase = &check.Rule{
	Name: "initial-case", Category: check.Spelling, Severity: check.Minor, Since: "0.1", Needs: check.NeedSource,
	Doc: `a sentence that begins with a small letter

Flags a bead whose target begins with a small letter and whose original with a capital. The fix is safe.`,
	Examples: []check.Example{
		{SourceLang: "es", TargetLang: "en", Source: "Ayer llovió en Quito.", Target: "⟦it⟧ rained in Quito yesterday.", Fixed: "It rained in Quito yesterday."},
		{SourceLang: "es", TargetLang: "en", Source: "iPhone nuevo.", Target: "iPhone, new."},
		{SourceLang: "es", TargetLang: "en", Source: "Ayer llovió en Quito.", Target: "It rained in Quito yesterday."},
	},
	Bead: func(p *check.BeadPass) {
		source, target := p.Source.Tokens(), p.Target.Tokens()
		if len(source) == 0 || len(target) == 0 || source[0].Kind != morph.Word || target[0].Kind != morph.Word {
			return
		}
		first, word := p.Source.Word(0), p.Target.Word(0)
		if r, _ := utf8.DecodeRuneInString(first); !unicode.IsUpper(r) || !plainLower(word) || p.Target.Kind(0) == bitext.ListItem || midSentence(p.Target) {
			return
		}
		at := p.Target.At(target[0].Span)
		r, n := utf8.DecodeRuneInString(word)
		p.Report(check.Finding{Target: at, Source: p.Source.At(source[0].Span), Message: "the sentence begins with a small letter",
			Fixes: []check.Fix{check.Replace(at, string(unicode.ToUpper(r))+word[n:], true)}})
	},
}

// midSentence reports whether text of the same block stands before t: it was
// divided there by a rule that broken-sentence judges.
func midSentence(t *check.Text) bool {
	at := t.At(t.All())
	return strings.TrimSpace(t.Document.Blocks[at.Block].Text[:at.Span.Start]) != ""
}

var doubledMark = &check.Rule{
	Name: "doubled-mark", Category: check.Punctuation, Severity: check.Minor, Since: "0.1",
	Doc: `a mark written twice

Flags two commas, semicolons or colons in a row and just two full stops. The fix leaves one and is safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "It rained⟦,,⟧ he said.", Fixed: "It rained, he said."},
		{TargetLang: "en", Target: "It rained⟦..⟧ He left.", Fixed: "It rained. He left."},
		{TargetLang: "en", Target: "It rained, he said..."},
		{TargetLang: "en", Target: "See :: and ../dir, etc."},
	},
	Bead: func(p *check.BeadPass) {
		text := p.Target.String
		for i := 1; i < len(text); i++ {
			if strings.IndexByte(",;.", text[i]) < 0 || text[i] != text[i-1] || text[i] == '.' && !justTwo(text, i) {
				continue
			}
			at := p.Target.At(bitext.Span{Start: i - 1, End: i + 1})
			p.Report(check.Finding{Target: at, Message: fmt.Sprintf("“%c” stands twice", text[i]), Fixes: []check.Fix{check.Replace(at, text[i:i+1], true)}})
			i++
		}
	},
}

// justTwo reports whether the full stops at i-1 and i follow a word and nothing
// but a space or the end follows them.
func justTwo(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i-1])
	return unicode.IsLetter(before) && (i+1 == len(text) || text[i+1] == ' ')
}

var articles = rowTable("article.tsv")

var articleForm = &check.Rule{
	Name: "article-form", Category: check.Grammar, Severity: check.Minor, Since: "0.1",
	Doc: `an article in the wrong form for the word after it

Flags a before a vowel sound and an before a consonant sound, as the language's data list the articles, the letters and
the words that sound otherwise than they look. The fix is safe.`,
	Examples: []check.Example{
		{TargetLang: "en", Target: "It was ⟦a⟧ accident.", Fixed: "It was an accident."},
		{TargetLang: "en", Target: "It was ⟦an⟧ letter.", Fixed: "It was a letter."},
		{TargetLang: "en", Target: "It took an hour at a university with a one-eyed man."},
		{TargetLang: "en", Target: "Vitamin A and an FBI agent."},
	},
	Bead: func(p *check.BeadPass) {
		t := p.Target
		for _, row := range articles.For(t.Lang) {
			if row[0] != "forms" || len(row) != 3 {
				continue
			}
			for i := 0; i+1 < len(t.Tokens()); i++ {
				word, next := t.Word(i), t.Word(i+1)
				if (word != row[1] && word != row[2]) || t.Tokens()[i+1].Kind != morph.Word || len(next) < 3 || !plainLower(next) {
					continue
				}
				want := row[1]
				if vowelSound(t, next) {
					want = row[2]
				}
				if at := t.At(t.Tokens()[i].Span); want != word {
					p.Report(check.Finding{Target: at, Message: fmt.Sprintf("“%s” before “%s”", word, next), Fixes: []check.Fix{check.Replace(at, want, true)}})
				}
			}
		}
	},
}

// vowelSound reports whether word begins with a vowel sound: by the data's
// exceptions, longest first as they are listed, else by its first letter.
func vowelSound(t *check.Text, word string) bool {
	vowels := ""
	for _, row := range articles.For(t.Lang) {
		switch {
		case row[0] == "vowels":
			vowels = row[1]
		case row[0] == "vowel" && strings.HasPrefix(word, row[1]):
			return true
		case row[0] == "consonant" && strings.HasPrefix(word, row[1]):
			return false
		}
	}
	return strings.IndexByte(vowels, word[0]) >= 0
}
