// Package report writes results for people and for programs. It alone knows
// lines and columns.
package report

import (
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/collate"
)

type file struct {
	Path     string `json:"path"`
	Lang     string `json:"lang"`
	Encoding string `json:"encoding,omitempty"`
}

type place struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

type edit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type fix struct {
	Message string `json:"message"`
	Safe    bool   `json:"safe"`
	Edits   []edit `json:"edits"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type inUnit struct {
	Target *span `json:"target,omitempty"`
	Source *span `json:"source,omitempty"`
}

type diagnostic struct {
	Rule        string         `json:"rule"`
	Also        []string       `json:"also,omitempty"`
	Category    check.Category `json:"category"`
	Severity    string         `json:"severity"`
	Confidence  float64        `json:"confidence"`
	Message     string         `json:"message"`
	Unit        string         `json:"unit,omitempty"`
	InUnit      *inUnit        `json:"inUnit,omitempty"`
	Target      *place         `json:"target"`
	Source      *place         `json:"source"`
	Bead        int            `json:"bead"`
	Fingerprint string         `json:"fingerprint"`
	Group       string         `json:"group,omitempty"`
	Fixes       []fix          `json:"fixes"`
}

// JSON writes the result as one object.
func JSON(w io.Writer, r *collate.Result, version string) error {
	out := map[string]any{
		"schema": 1, "version": version, "signature": "check|version:" + version,
		"source": nil, "target": fileOf(r.Pair.Target), "diagnostics": diagnostics(r),
		"score": map[string]any{"words": r.Score.Words, "penalty": r.Score.Penalty, "perThousandWords": r.Score.PerThousandWords},
	}
	if r.Pair.Source != nil {
		out["source"] = fileOf(r.Pair.Source)
	}
	return encoder(w).Encode(out)
}

// JSONL writes one diagnostic a line.
func JSONL(w io.Writer, r *collate.Result) error {
	e := encoder(w)
	for _, d := range diagnostics(r) {
		if err := e.Encode(d); err != nil {
			return err
		}
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

func fileOf(d *bitext.Document) file {
	f := file{Path: d.Name, Lang: d.Lang.String()}
	if len(d.Parts) > 0 && d.Parts[0].Encoding != "utf-8" {
		f.Encoding = d.Parts[0].Encoding
	}
	return f
}

func diagnostics(r *collate.Result) []diagnostic {
	out := []diagnostic{}
	for _, d := range r.Diagnostics {
		j := diagnostic{
			Rule: d.Rule.Name, Category: d.Rule.Category, Severity: d.Severity.String(), Confidence: d.Confidence, Message: d.Message,
			Bead: d.Bead, Fingerprint: d.Fingerprint, Group: d.Group, Fixes: []fix{},
			Target: placeOf(r.Pair.Target, d.Target), Source: placeOf(r.Pair.Source, d.Source),
		}
		for _, a := range d.Also {
			j.Also = append(j.Also, a.Name)
		}
		for _, f := range d.Fixes {
			j.Fixes = append(j.Fixes, fixOf(r.Pair.Target, f))
		}
		if len(r.Pair.Target.Parts) == 0 && d.Target != nil {
			j.Unit = r.Pair.Target.Blocks[d.Target.Block].ID
			j.InUnit = &inUnit{Target: spanOf(d.Target), Source: spanOf(d.Source)}
		}
		out = append(out, j)
	}
	return out
}

func spanOf(at *bitext.Place) *span {
	if at == nil {
		return nil
	}
	return &span{at.Span.Start, at.Span.End}
}

func fixOf(d *bitext.Document, f check.Fix) fix {
	out := fix{Message: f.Message, Safe: f.Safe, Edits: []edit{}}
	for _, e := range f.Edits {
		s := d.Blocks[e.At.Block].RawSpan(e.At.Span)
		out.Edits = append(out.Edits, edit{s.Start, s.End, e.New})
	}
	return out
}

// placeOf returns the place in its file: bytes, and line and column from 1, the
// column in code points. A unit of a stream has no file: its places are null.
func placeOf(d *bitext.Document, at *bitext.Place) *place {
	if at == nil || d == nil || len(d.Parts) == 0 {
		return nil
	}
	b := &d.Blocks[at.Block]
	s, text := b.RawSpan(at.Span), d.Parts[b.Part].Text
	line, column := position(text, s.Start)
	return &place{s.Start, s.End, line, column, at.Span.Of(b.Text)}
}

func position(text string, at int) (line, column int) {
	before := text[:at]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}
