package morph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/lang/pack"
	"github.com/kljensen/snowball"
	"golang.org/x/text/unicode/norm"
)

// Analyzer knows the words of a language: see [For].
type Analyzer struct {
	words    pack.Table
	stems    pack.Table  // of a language without a full list: dictionary forms only
	prefixes []string    // that make a word of a word: multi-, post-
	endings  [][2]string // an inflected form's end, and the dictionary form's
	stemmer  string      // Snowball's name of the language, or ""
}

var analyzers = lang.NewMemo(func(l *lang.Language) *Analyzer {
	a := &Analyzer{}
	if table, err := pack.Open(l.File("words.pack")); err == nil {
		a.words = table
	}
	if table, err := pack.Open(l.File("stems.pack")); err == nil {
		a.stems = table
	}
	for _, row := range l.Rows("morph.tsv") {
		switch {
		case row[0] == "ending" && len(row) == 3:
			a.endings = append(a.endings, [2]string{row[1], strings.TrimPrefix(row[2], "-")})
		case len(row) != 2:
		case row[0] == "stemmer":
			a.stemmer = row[1]
		case row[0] == "prefix":
			a.prefixes = append(a.prefixes, row[1])
		}
	}
	return a
})

// For returns the analyzer of the language; without a word list of its own it
// knows no word.
func For(l *lang.Language) *Analyzer { return analyzers.For(l) }

// HasWords reports whether there is a word list to go by.
func (a *Analyzer) HasWords() bool { return a.words.Len() > 0 }

// Known reports whether word is spelt as some word or name of the language. A
// word joined by hyphens is known where its parts are, one with a prefix of
// the language's list where the rest is.
func (a *Analyzer) Known(word string) bool {
	for part := range strings.SplitSeq(plain(word), "-") {
		if _, ok := a.words.Get(part); !ok && !strings.ContainsAny(part, "0123456789") && !a.prefixed(part) {
			return false
		}
	}
	return true
}

// prefixed reports whether word is a prefix and an ordinary word of four
// letters or more.
func (a *Analyzer) prefixed(word string) bool {
	for _, p := range a.prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) > 3 && a.IsCommon(rest) {
			return true
		}
	}
	return false
}

// Has reports whether word, or a dictionary form that the language's endings
// make of it, is listed.
func (a *Analyzer) Has(word string) bool {
	word = plain(word)
	if a.lists(word) {
		return true
	}
	for _, e := range a.endings {
		if root, ok := strings.CutSuffix(word, e[0]); ok && len(root) > 1 && a.lists(root+e[1]) {
			return true
		}
	}
	return false
}

func (a *Analyzer) lists(word string) bool {
	_, ok := a.words.Get(word)
	if !ok {
		_, ok = a.stems.Get(word)
	}
	return ok
}

// IsCommon reports whether word is an ordinary word, not only a name.
func (a *Analyzer) IsCommon(word string) bool {
	v, ok := a.words.Get(plain(word))
	return ok && v[0] == 'c'
}

// IsName reports whether word is known with a capital only.
func (a *Analyzer) IsName(word string) bool {
	v, ok := a.words.Get(plain(word))
	return ok && v[0] == 'n'
}

// Near returns the ordinary word that one edit makes of word (Damerau 1964: a
// letter dropped, added, changed or swapped with its neighbour). Letters
// doubled or dropped come first, then swaps, then the rest; where the best
// kind has several answers the first in the alphabet is given.
func (a *Analyzer) Near(word string) (string, bool) {
	word = plain(word)
	for _, candidates := range [][]string{insertions(word), swaps(word), deletions(word), changes(word)} {
		slices.Sort(candidates)
		for _, c := range candidates {
			if a.IsCommon(c) {
				return c, true
			}
		}
	}
	return "", false
}

const letterRange = "abcdefghijklmnopqrstuvwxyz"

func insertions(w string) (out []string) {
	for i := range len(w) + 1 {
		for _, r := range letterRange {
			out = append(out, w[:i]+string(r)+w[i:])
		}
	}
	return out
}

func deletions(w string) (out []string) {
	for i := range len(w) {
		out = append(out, w[:i]+w[i+1:])
	}
	return out
}

func swaps(w string) (out []string) {
	for i := range max(len(w)-1, 0) {
		out = append(out, w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:])
	}
	return out
}

func changes(w string) (out []string) {
	for i := range len(w) {
		for _, r := range letterRange {
			out = append(out, w[:i]+string(r)+w[i+1:])
		}
	}
	return out
}

// Stem returns what inflected forms of word share: the stem that the word list
// gives, else Snowball's (Porter 2001), else the word itself; folded.
func (a *Analyzer) Stem(word string) string {
	if v, ok := a.words.Get(plain(word)); ok {
		return Fold(v[1:])
	}
	if a.stemmer != "" {
		if stem, err := snowball.Stem(plain(word), a.stemmer, true); err == nil {
			return Fold(stem)
		}
	}
	return Fold(word)
}

// Split returns the two words that word was glued from, where it is no word
// itself and only one way to part it is sure: both sides are words of three
// letters or more and the longest second one is an ordinary word.
func (a *Analyzer) Split(word string) (left, right string, ok bool) {
	if a.Known(word) || strings.Contains(word, "-") || utf8.RuneCountInString(word) < 7 {
		return "", "", false
	}
	for i := range word {
		if i < 3 || len(word)-i < 3 || unicode.IsUpper(firstRune(word[i:])) {
			continue
		}
		if a.Known(word[:i]) && a.IsCommon(word[i:]) {
			return word[:i], word[i:], true
		}
	}
	return "", "", false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// plain returns word in lower case with straight apostrophes, as the lists have it.
func plain(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "’", "'")
}

// Fold returns s in lower case without accents.
func Fold(s string) string {
	s = strings.ToLower(s)
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Cognate returns how alike two words of different languages are spelt, from
// 0 to 1, accents and case aside: equal words of three letters or more, or a
// common start of five letters that is more than half of the longer word.
func Cognate(a, b string) float64 {
	a, b = Fold(a), Fold(b)
	if len(a) < 3 || len(b) < 3 {
		return 0
	}
	if a == b {
		return 1
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	share := float64(n) / float64(max(len(a), len(b)))
	if n < 5 && (n < 4 || share < .6) || share < .45 {
		return 0
	}
	return share
}
