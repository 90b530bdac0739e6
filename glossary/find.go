package glossary

import (
	"strings"
	"unicode"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
	"golang.org/x/text/language"
)

// TextMatch is a term found in a text at a byte span.
type TextMatch struct {
	Concept *Concept
	Term    *Term
	Span    bitext.Span
}

// form is a term as it is looked for: its words' keys, and the words as written.
type form struct {
	keys, words []string
	concept     *Concept
	term        *Term
}

// Finder looks for a glossary's terms of one language.
type Finder struct {
	byFirst map[string][]form
	morph   *morph.Analyzer
}

// NewFinder indexes the terms of g in the language.
func (g *Glossary) NewFinder(tag language.Tag) *Finder {
	f := &Finder{map[string][]form{}, morph.For(lang.For(tag))}
	for i := range g.Concepts {
		c := &g.Concepts[i]
		for j := range c.Terms {
			t := &c.Terms[j]
			if !t.in(tag) {
				continue
			}
			e := form{concept: c, term: t}
			for _, k := range morph.Tokens(t.Text) {
				if k.Kind != morph.Mark {
					e.words = append(e.words, k.Span.Of(t.Text))
					e.keys = append(e.keys, f.key(k.Span.Of(t.Text)))
				}
			}
			if len(e.keys) > 0 {
				f.byFirst[e.keys[0]] = append(f.byFirst[e.keys[0]], e)
			}
		}
	}
	return f
}

// key returns what inflected forms of a word share.
func (f *Finder) key(word string) string {
	if len(word) <= 3 {
		return morph.Fold(word) // acronyms and particles do not inflect: US is no plural of U
	}
	stem := f.morph.Stem(strings.ReplaceAll(word, "-", ""))
	if n := len(stem); n > 4 && strings.HasSuffix(stem, "es") {
		return stem[:n-2]
	}
	if n := len(stem); n > 3 && strings.HasSuffix(stem, "s") {
		return stem[:n-1]
	}
	return strings.TrimSuffix(stem, "e")
}

// Find returns the terms in text in order; of terms that begin together the
// longest, and none inside another.
func (f *Finder) Find(text string) []TextMatch {
	var tokens []morph.Token
	for _, k := range morph.Tokens(text) {
		if k.Kind != morph.Mark {
			tokens = append(tokens, k)
		}
	}
	var out []TextMatch
	for i := 0; i < len(tokens); {
		var best *form
		for _, e := range f.byFirst[f.key(tokens[i].Span.Of(text))] {
			if (best == nil || len(e.keys) > len(best.keys)) && f.at(text, tokens[i:], e) {
				best = &e
			}
		}
		if best == nil {
			i++
			continue
		}
		last := tokens[i+len(best.keys)-1]
		out = append(out, TextMatch{best.concept, best.term, bitext.Span{Start: tokens[i].Span.Start, End: last.Span.End}})
		i += len(best.keys)
	}
	return out
}

// at reports whether the term stands at the first tokens. A word that the
// glossary writes with a capital must have one in the text.
func (f *Finder) at(text string, tokens []morph.Token, e form) bool {
	if len(tokens) < len(e.keys) {
		return false
	}
	for i, key := range e.keys {
		word := tokens[i].Span.Of(text)
		if f.key(word) != key || capital(e.words[i]) && !capital(word) {
			return false
		}
		if allCaps(e.words[i]) && !allCaps(word) {
			return false
		}
		if i > 0 && strings.ContainsAny(text[tokens[i-1].Span.End:tokens[i].Span.Start], ",;:!?()") {
			return false
		}
	}
	return true
}

func capital(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

func allCaps(word string) bool { return len(word) > 1 && word == strings.ToUpper(word) }
