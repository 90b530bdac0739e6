package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/collate"
	"github.com/mattn/go-runewidth"
)

// Text writes the result for a reader: each finding with the words around it,
// a caret frame below, the original's words, and the fix.
func Text(w io.Writer, r *collate.Result) error {
	var out strings.Builder
	for _, d := range r.Diagnostics {
		at := placeOf(r.Pair.Target, d.Target)
		if at != nil {
			fmt.Fprintf(&out, "%s:%d:%d: ", r.Pair.Target.Name, at.Line, at.Column)
		}
		fmt.Fprintf(&out, "%s: %s [%s, %s]\n", d.Severity, d.Message, d.Rule.Name, d.Rule.Category)
		frame(&out, "  ", r.Pair.Target, d.Target)
		if d.Source != nil {
			frame(&out, "  original: ", r.Pair.Source, d.Source)
		}
		for _, f := range d.Fixes[:min(len(d.Fixes), 1)] {
			safe := ""
			if !f.Safe {
				safe = " (unsafe)"
			}
			fmt.Fprintf(&out, "  fix: %s%s\n", f.Message, safe)
		}
		out.WriteByte('\n')
	}
	for _, s := range r.Skipped {
		fmt.Fprintf(&out, "skipped: %s needs what was not given\n", s.Name)
	}
	fmt.Fprintf(&out, "%d findings, %d penalty points, %.1f per 1,000 words\n", len(r.Diagnostics), r.Score.Penalty, r.Score.PerThousandWords)
	_, err := io.WriteString(w, out.String())
	return err
}

// around is how many columns of context a frame shows on each side.
const around = 40

// frame writes the words at the place with their neighbours, and carets under
// them; the carets count columns, so wide characters keep them true.
func frame(out *strings.Builder, label string, d *bitext.Document, at *bitext.Place) {
	if at == nil {
		return
	}
	flat := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")
	text := d.Blocks[at.Block].Text
	before := flat.Replace(text[:at.Span.Start])
	words := flat.Replace(at.Span.Of(text))
	after := flat.Replace(text[at.Span.End:])
	if runewidth.StringWidth(before) > around {
		before = runewidth.TruncateLeft(before, runewidth.StringWidth(before)-around, "…")
	}
	after = runewidth.Truncate(after, around, "…")
	words = runewidth.Truncate(words, 2*around, "…")
	fmt.Fprintf(out, "%s%s%s%s\n", label, before, words, after)
	pad := strings.Repeat(" ", runewidth.StringWidth(label)+runewidth.StringWidth(before))
	fmt.Fprintf(out, "%s%s\n", pad, strings.Repeat("^", max(1, runewidth.StringWidth(words))))
}
