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
	weight := e.target.weights()
	known := map[[2]token]bool{}
	e.match = make([][]float64, n)
	for i := range n {
		lo, hi := corridor(i, n, m)
		e.match[i] = make([]float64, m)
		for j := lo; j < hi; j++ {
			e.match[i][j] = shared(e.source.words[i], e.target.words[j], weight, translations, known)
		}
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

// shared returns the summed weight of the target words that have a
// counterpart among the source words, each source word used once.
func shared(source, target []token, weight map[string]float64, translations map[string][]string, known map[[2]token]bool) float64 {
	sum := 0.0
	used := make([]bool, len(source))
	for _, t := range target {
		for i, s := range source {
			if used[i] {
				continue
			}
			key := [2]token{s, t}
			ok, seen := known[key]
			if !seen {
				ok = s.word == t.word || slices.Contains(translations[s.stem], t.stem) || morph.Cognate(s.word, t.word) > 0
				known[key] = ok
			}
			if ok {
				used[i] = true
				sum += weight[t.word]
				break
			}
		}
	}
	return sum
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
