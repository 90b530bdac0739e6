package bitext

// Range is a half-open range of segment numbers.
type Range struct{ Start, End int }

// Len returns the number of segments in r.
func (r Range) Len() int { return r.End - r.Start }

// Bead pairs neighbouring segments of the source with neighbouring segments of
// the target that say the same (Brown, Lai & Mercer 1991). Either side may be
// empty, not both. Score is the probability, from 0 to 1, that it is right.
type Bead struct {
	Source, Target Range
	Score          float64
}

// Pair is a source document, its translation, and the beads that tile both.
// Source is nil where only the translation is at hand.
type Pair struct {
	Source, Target *Document
	Beads          []Bead
}

// Side tells the two documents of a pair apart.
type Side uint8

const (
	Target Side = iota
	Source
)

// Place is a span of one block.
type Place struct {
	Side  Side
	Block int
	Span  Span
}

// Text returns the words at the place.
func (p *Pair) Text(at Place) string {
	d := p.Target
	if at.Side == Source {
		d = p.Source
	}
	return at.Span.Of(d.Blocks[at.Block].Text)
}

// Edit puts New where the text At stands.
type Edit struct {
	At  Place
	New string
}

// TileBeads reports whether the beads hold every one of n source and m target
// segments exactly once, in any order.
func TileBeads(beads []Bead, n, m int) bool {
	source, target := make([]bool, n), make([]bool, m)
	for _, b := range beads {
		if b.Source.Len() == 0 && b.Target.Len() == 0 {
			return false
		}
		if !mark(source, b.Source) || !mark(target, b.Target) {
			return false
		}
	}
	return all(source) && all(target)
}

func mark(seen []bool, r Range) bool {
	if r.Start < 0 || r.End < r.Start || r.End > len(seen) {
		return false
	}
	for i := r.Start; i < r.End; i++ {
		if seen[i] {
			return false
		}
		seen[i] = true
	}
	return true
}

func all(seen []bool) bool {
	for _, s := range seen {
		if !s {
			return false
		}
	}
	return true
}
