package bitext

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrOverlap is returned by [Apply] when two edits want the same bytes.
var ErrOverlap = errors.New("edits overlap")

// splice replaces the raw span by text.
type splice struct {
	raw  Span
	text string
}

// Apply returns the bytes of part number part of d with the edits made, in the
// part's own encoding. Edits of other parts are passed over; the side named in
// an edit's place is not looked at. Apply(d, 0, nil) is the file to the byte.
//
// An edit may cross markup: the new text goes into the first run that the
// edit touches and the markup between the runs stays. Two edits may meet but
// not overlap. Inserts at one offset are made in the order given.
func Apply(d *Document, part int, edits []Edit) ([]byte, error) {
	p := d.Parts[part]
	splices, err := plan(d, part, edits)
	if err != nil {
		return nil, err
	}
	if len(splices) == 0 {
		return slices.Clone(p.Bytes), nil
	}
	text, err := join(p.Text, splices)
	if err != nil || p.Charset == nil {
		return []byte(text), err
	}
	out, err := p.Charset.NewEncoder().Bytes([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("write the corrected text as %s: %w", p.Encoding, err)
	}
	return out, nil
}

// plan turns edits of block text into splices of the part's raw text.
func plan(d *Document, part int, edits []Edit) ([]splice, error) {
	var out []splice
	for _, e := range edits {
		if e.At.Block < 0 || e.At.Block >= len(d.Blocks) {
			return nil, fmt.Errorf("edit of block %d: the document has %d", e.At.Block, len(d.Blocks))
		}
		b := &d.Blocks[e.At.Block]
		if b.Part != part {
			continue
		}
		s, err := b.splices(e, d.Parts[part].Escape)
		if err != nil {
			return nil, err
		}
		out = append(out, s...)
	}
	slices.SortStableFunc(out, func(a, b splice) int {
		if a.raw.Start != b.raw.Start {
			return a.raw.Start - b.raw.Start
		}
		return a.raw.End - b.raw.End // inserts first
	})
	return out, nil
}

// splices says what edit e of block b does to the raw text.
func (b *Block) splices(e Edit, escape func(string) string) ([]splice, error) {
	at := e.At.Span
	if at.Start < 0 || at.End < at.Start || at.End > len(b.Text) {
		return nil, fmt.Errorf("edit at %d–%d: the block has %d bytes", at.Start, at.End, len(b.Text))
	}
	text := e.New
	if escape != nil {
		text = escape(text)
	}
	if at.Len() == 0 {
		raw, err := b.insertion(at.Start)
		if err != nil {
			return nil, err
		}
		return []splice{{raw, text}}, nil
	}
	var out []splice
	for _, r := range b.Runs {
		if !r.Text.Overlaps(at) {
			continue
		}
		raw, err := r.cut(at)
		if err != nil {
			return nil, err
		}
		out = append(out, splice{raw, text})
		text = "" // the first run takes the new text, the others lose theirs
	}
	return out, nil
}

// insertion returns the empty raw span where text offset at stands. Between
// two runs the earlier one's end is meant, so new text stays inside its markup.
func (b *Block) insertion(at int) (Span, error) {
	for _, r := range b.Runs {
		if at == r.Text.Start {
			return Span{r.Raw.Start, r.Raw.Start}, nil
		}
		if at > r.Text.End {
			continue
		}
		if at == r.Text.End {
			return Span{r.Raw.End, r.Raw.End}, nil
		}
		if r.atomic() {
			return Span{}, fmt.Errorf("edit at %d cuts an escaped character", at)
		}
		n := r.Raw.Start + at - r.Text.Start
		return Span{n, n}, nil
	}
	return Span{}, errors.New("edit of a block that has no text in the file")
}

func (r Run) atomic() bool { return r.Text.Len() != r.Raw.Len() }

// cut returns the raw bytes of the part of r that lies in at.
func (r Run) cut(at Span) (Span, error) {
	if r.atomic() {
		if !at.Contains(r.Text) {
			return Span{}, fmt.Errorf("edit at %d–%d cuts an escaped character", at.Start, at.End)
		}
		return r.Raw, nil
	}
	start, end := max(at.Start, r.Text.Start), min(at.End, r.Text.End)
	return Span{r.Raw.Start + start - r.Text.Start, r.Raw.Start + end - r.Text.Start}, nil
}

// join makes the splices, which are sorted.
func join(text string, splices []splice) (string, error) {
	var out strings.Builder
	at := 0
	for _, s := range splices {
		if s.raw.Start < at {
			return "", ErrOverlap
		}
		out.WriteString(text[at:s.raw.Start])
		out.WriteString(s.text)
		at = s.raw.End
	}
	out.WriteString(text[at:])
	return out.String(), nil
}

// RawSpan returns the bytes of the part's text that the span of block b covers,
// from the first byte to the last, markup between them included.
func (b *Block) RawSpan(s Span) Span {
	out := Span{-1, -1}
	for _, r := range b.Runs {
		if s.Len() == 0 && s.Start >= r.Text.Start && s.Start <= r.Text.End {
			n := r.Raw.Start
			switch {
			case s.Start == r.Text.End:
				n = r.Raw.End
			case !r.atomic():
				n += s.Start - r.Text.Start
			}
			return Span{n, n}
		}
		if !r.Text.Overlaps(s) {
			continue
		}
		raw := r.Raw
		if !r.atomic() {
			raw, _ = r.cut(s)
		}
		if out.Start < 0 {
			out.Start = raw.Start
		}
		out.End = raw.End
	}
	if out.Start < 0 {
		return Span{}
	}
	return out
}
