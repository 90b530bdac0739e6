package bitext

import (
	"strings"
	"unicode"
)

// Span is a half-open range of byte offsets.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte. An empty span overlaps what
// it lies strictly inside of.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Union returns the smallest span that holds both.
func (s Span) Union(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Of returns the text that s covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Trim returns s without the white space at its ends in text.
func (s Span) Trim(text string) Span {
	part := s.Of(text)
	start := s.Start + len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	end := s.End - len(part) + len(strings.TrimRightFunc(part, unicode.IsSpace))
	if start > end {
		return Span{s.Start, s.Start}
	}
	return Span{start, end}
}

// Tile reports whether spans cover [0, n) in order, without gap or overlap.
func Tile(spans []Span, n int) bool {
	at := 0
	for _, s := range spans {
		if s.Start != at || s.End < s.Start {
			return false
		}
		at = s.End
	}
	return at == n
}
