package align

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
	"golang.org/x/text/language"
)

// evidence answers what speaks for a bead.
type evidence struct {
	source, target side
	ratio          float64     // target characters for one of the source
	match          [][]float64 // source segment × target segment: weight of shared words; nil outside the corridor
}

// side is one document as the aligner sees it.
type side struct {
	runes []int     // running sum of segment lengths, in code points
	words [][]token // content words and numbers of each segment
}

// token is a word as it is compared: folded for spelling, stemmed for the lexicon.
type token struct{ word, stem string }

// separators are left out of numbers: 20 000 has two tokens, 20,000 one.
var separators = strings.NewReplacer(".", "", ",", "")

func newEvidence(source, target []string, o Options) *evidence {
	e := &evidence{source: newSide(source, o.Source), target: newSide(target, o.Target), ratio: 1}
	n, m := len(source), len(target)
	if s, t := e.source.runes[n], e.target.runes[m]; s > 0 && t > 0 {
		e.ratio = min(max(float64(t)/float64(s), .3), 3)
	}
	translations := stemmed(lexicons.For(lang.ForPair(o.Source, o.Target)), lexicons.For(lang.ForPair(o.Target, o.Source)))
	for _, a := range o.Anchors {
		translations[a.Source] = append(translations[a.Source], a.Target)
	}
	e.match = make([][]float64, n)
	finder := newFinder(e.target, translations)
	for i := range n {
		lo, hi := corridor(i, n, m)
		e.match[i] = finder.row(e.source.words[i], m, lo, hi)
	}
	return e
}

func newSide(texts []string, tag language.Tag) side {
	stem := morph.For(lang.For(tag)).Stem
	s := side{runes: make([]int, len(texts)+1), words: make([][]token, len(texts))}
	for i, text := range texts {
		s.runes[i+1] = s.runes[i] + utf8.RuneCountInString(strings.TrimSpace(text))
		for _, k := range morph.Tokens(text) {
			word := k.Span.Of(text)
			switch {
			case k.Kind == morph.Word && len(word) > 3:
				s.words[i] = append(s.words[i], token{morph.Fold(word), stem(word)})
			case k.Kind == morph.Number || k.Kind == morph.Link:
				word = separators.Replace(word)
				s.words[i] = append(s.words[i], token{word, word})
			}
		}
	}
	return s
}

// weights returns how much a word tells: the rarer it is, the more.
func (s side) weights() map[string]float64 {
	in := map[string]int{}
	for _, words := range s.words {
		for _, w := range words {
			in[w.word]++
		}
	}
	out := make(map[string]float64, len(in))
	for w, n := range in {
		out[w] = math.Log(1+float64(len(s.words))/float64(n)) / math.Log(2+float64(len(s.words)))
	}
	return out
}

// finder looks up which target segments hold counterparts of a source word.
type finder struct {
	weight       map[string]float64
	translations renderings
	byWord       map[string]*targetWord
	byStem       map[string][]*targetWord
	byStart      map[string][]*targetWord // the first letters, for cognates
	known        map[token][]*targetWord
}

// targetWord is a distinct word of the target and how often each segment has it.
type targetWord struct {
	token
	segments []int // ascending, one entry an occurrence
}

// cognateStart is how many letters cognates share at least: see morph.Cognate.
const cognateStart = 4

func newFinder(target side, translations renderings) *finder {
	f := &finder{target.weights(), translations, map[string]*targetWord{}, map[string][]*targetWord{}, map[string][]*targetWord{}, map[token][]*targetWord{}}
	for j, words := range target.words {
		for _, k := range words {
			w := f.byWord[k.word]
			if w == nil {
				w = &targetWord{token: k}
				f.byWord[k.word] = w
				f.byStem[k.stem] = append(f.byStem[k.stem], w)
				if len(k.word) >= cognateStart {
					start := k.word[:cognateStart]
					f.byStart[start] = append(f.byStart[start], w)
				}
			}
			w.segments = append(w.segments, j)
		}
	}
	return f
}

// counterparts returns the target words that may translate s, equal ones first.
func (f *finder) counterparts(s token) []*targetWord {
	if found, ok := f.known[s]; ok {
		return found
	}
	var out []*targetWord
	add := func(words ...*targetWord) {
		for _, w := range words {
			if !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	if w := f.byWord[s.word]; w != nil {
		add(w)
	}
	for _, stem := range f.translations[s.stem] {
		add(f.byStem[stem]...)
	}
	if len(s.word) >= cognateStart {
		for _, w := range f.byStart[s.word[:cognateStart]] {
			if morph.Cognate(s.word, w.word) > 0 {
				add(w)
			}
		}
	}
	f.known[s] = out
	return out
}

// row returns, for a source segment of the words, the summed weight of the
// counterparts that each target segment in [lo, hi) has. A source word meets
// one target word a segment, a target word as many source words as it stands there.
func (f *finder) row(words []token, m, lo, hi int) []float64 {
	out := make([]float64, m)
	type use struct {
		word    *targetWord
		segment int
	}
	left := map[use]int{}
	met := make([]int, m) // the last source word, from 1, that the segment met
	for n, s := range words {
		for _, w := range f.counterparts(s) {
			first, _ := slices.BinarySearch(w.segments, lo)
			for at := first; at < len(w.segments) && w.segments[at] < hi; {
				j, count := w.segments[at], 0
				for at < len(w.segments) && w.segments[at] == j {
					at, count = at+1, count+1
				}
				u := use{w, j}
				if met[j] == n+1 || left[u] >= count {
					continue
				}
				left[u]++
				met[j] = n + 1
				out[j] += f.weight[w.word]
			}
		}
	}
	return out
}

// cost returns what a bead costs: its deviation in length, less what its
// shared words gain.
func (e *evidence) cost(source, target bitext.Range) float64 {
	s := float64(e.source.runes[source.End] - e.source.runes[source.Start])
	t := float64(e.target.runes[target.End] - e.target.runes[target.Start])
	mean := (s*e.ratio + t) / 2
	if mean == 0 {
		return 0
	}
	delta := (t - s*e.ratio) / math.Sqrt(6.8*mean) // variance per character after Gale & Church
	gain, words := 0.0, 0
	for i := source.Start; i < source.End; i++ {
		for j := target.Start; j < target.End; j++ {
			gain += e.match[i][j]
		}
	}
	for i := source.Start; i < source.End; i++ {
		words += len(e.source.words[i])
	}
	for j := target.Start; j < target.End; j++ {
		words += len(e.target.words[j])
	}
	share := 0.0
	if words > 0 {
		share = 2 * gain / float64(words)
	}
	expected := .2 // of the words of true pairs more have a counterpart that spelling shows
	return min(delta*delta/2, 12)*.5 + (expected-share)*min(float64(words), 30)*.9
}
