package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/cotejo/cotejo/align"
	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/collate"
	"github.com/cotejo/cotejo/format"
	"github.com/cotejo/cotejo/rules"
	"github.com/cotejo/cotejo/segment"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
)

func selectRules(c *cli.Context) ([]*check.Rule, error) {
	selected, err := rules.Select(c.StringSlice("only"), c.StringSlice("skip"), c.StringSlice("enable"))
	if err != nil {
		return nil, refuse("cotejo rules lists them", "%v", err)
	}
	return selected, nil
}

func rulesCommand() *cli.Command {
	return &cli.Command{Name: "rules", Usage: "list the rules, or show the page of one", ArgsUsage: "[NAME]", Action: func(c *cli.Context) error {
		if c.Args().Len() > 1 {
			return refuse("cotejo rules NAME", "one rule is wanted, %d given", c.Args().Len())
		}
		if !c.Args().Present() {
			for _, r := range rules.All() {
				fmt.Fprintf(c.App.Writer, "%-20s %-9s %-38s %s\n", r.Name, r.Severity, r.Category, r.Title())
			}
			return nil
		}
		for _, r := range rules.All() {
			if r.Name != c.Args().First() {
				continue
			}
			fmt.Fprintf(c.App.Writer, "%s: %s\n", r.Name, r.Doc)
			for _, e := range r.Examples {
				fmt.Fprintf(c.App.Writer, "\n  %s\n  %s\n", e.Source, e.Target)
			}
			return nil
		}
		return refuse("cotejo rules lists them", "unknown rule %q", c.Args().First())
	}}
}

func segmentCommand() *cli.Command {
	return &cli.Command{
		Name: "segment", Usage: "divide a text into sentences", ArgsUsage: "FILE",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "language of the text"},
			&cli.StringFlag{Name: "encoding", Usage: "of the file, if not UTF-8"},
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text or json"},
			&cli.StringFlag{Name: "input", Usage: "jsonl: one text a line"},
			&cli.BoolFlag{Name: "quiet", Usage: "say nothing on standard error"},
		},
		Action: runSegment,
	}
}

func runSegment(c *cli.Context) error {
	if err := errors.Join(oneOf(c, "input", "jsonl"), oneOf(c, "format", "text", "json")); err != nil {
		return err
	}
	name, err := oneFile(c, "cotejo segment FILE")
	if err != nil {
		return err
	}
	if c.String("input") == "jsonl" {
		return lines(c, name, segmentRecord)
	}
	d, err := documentOf(c, name, "from")
	if err != nil {
		return err
	}
	if c.String("format") == "json" {
		out := []map[string]any{}
		for i, s := range spans(d) {
			out = append(out, map[string]any{"start": s[0], "end": s[1], "text": strings.TrimSpace(d.SegmentText(i))})
		}
		return encode(c, map[string]any{"lang": d.Lang.String(), "segments": out})
	}
	for i := range d.Segments {
		fmt.Fprintln(c.App.Writer, strings.Join(strings.Fields(d.SegmentText(i)), " "))
	}
	return nil
}

func segmentRecord(line []byte) (any, error) {
	var in struct{ ID, Lang, Text string }
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, err
	}
	out := []string{}
	d, err := format.Read(in.ID, []byte(in.Text), format.Options{Lang: tagOr(in.Lang, language.Und)})
	if err == nil {
		d = segment.Document(d)
		for i := range d.Segments {
			out = append(out, strings.TrimSpace(d.SegmentText(i)))
		}
	}
	return map[string]any{"id": in.ID, "segments": out}, nil
}

func alignCommand() *cli.Command {
	return &cli.Command{
		Name: "align", Usage: "pair the sentences of two texts", ArgsUsage: "SOURCE TARGET",
		Flags: append(fileFlags(),
			&cli.StringFlag{Name: "format", Value: "tsv", Usage: "json or tsv"},
			&cli.StringFlag{Name: "input", Usage: "jsonl: two lists of sentences a line"}),
		Action: runAlign,
	}
}

func runAlign(c *cli.Context) error {
	if err := errors.Join(oneOf(c, "input", "jsonl"), oneOf(c, "format", "json", "tsv")); err != nil {
		return err
	}
	if c.String("input") == "jsonl" {
		name, err := oneFile(c, "cotejo align --input jsonl FILE")
		if err != nil {
			return err
		}
		return lines(c, name, func(line []byte) (any, error) { return alignRecord(c, line) })
	}
	r, err := request(c)
	if err != nil {
		return err
	}
	r.Rules = nil
	result, err := collate.Run(c.Context, r)
	if err != nil {
		return err
	}
	say(c, result.Detected)
	return writeBeads(c, result.Pair)
}

func alignRecord(c *cli.Context, line []byte) (any, error) {
	var in struct {
		ID, SrcLang, TgtLang string
		Source, Target       []string
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, err
	}
	beads, err := align.Texts(c.Context, in.Source, in.Target, align.Options{Source: tagOr(in.SrcLang, language.Und), Target: tagOr(in.TgtLang, language.Und)})
	out := [][2][]int{}
	for _, b := range beads {
		out = append(out, [2][]int{numbers(b.Source), numbers(b.Target)})
	}
	return map[string]any{"id": in.ID, "beads": out}, err
}

func writeBeads(c *cli.Context, p *bitext.Pair) error {
	if c.String("format") == "json" {
		beads := []map[string]any{}
		for _, b := range p.Beads {
			beads = append(beads, map[string]any{"source": numbers(b.Source), "target": numbers(b.Target), "score": b.Score})
		}
		side := func(d *bitext.Document) map[string]any {
			return map[string]any{"path": d.Name, "lang": d.Lang.String(), "segments": spans(d)}
		}
		return encode(c, map[string]any{"source": side(p.Source), "target": side(p.Target), "beads": beads})
	}
	join := func(d *bitext.Document, r bitext.Range) string {
		var out []string
		for i := r.Start; i < r.End; i++ {
			out = append(out, strings.Fields(d.SegmentText(i))...)
		}
		return strings.Join(out, " ")
	}
	for _, b := range p.Beads {
		fmt.Fprintf(c.App.Writer, "%s\t%s\t%.3f\n", join(p.Source, b.Source), join(p.Target, b.Target), b.Score)
	}
	return nil
}

func numbers(r bitext.Range) []int {
	out := []int{}
	for i := r.Start; i < r.End; i++ {
		out = append(out, i)
	}
	return out
}

// spans returns the segments of d as byte offsets of its file, outer white
// space left out.
func spans(d *bitext.Document) [][2]int {
	out := [][2]int{}
	for _, s := range d.Segments {
		b := &d.Blocks[s.Block]
		raw := b.RawSpan(s.Span.Trim(b.Text))
		out = append(out, [2]int{raw.Start, raw.End})
	}
	return out
}

func encode(c *cli.Context, v any) error {
	e := json.NewEncoder(c.App.Writer)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// lines answers each line of the file, or of standard input, with one line.
func lines(c *cli.Context, name string, answer func([]byte) (any, error)) error {
	in, err := open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	scan := bufio.NewScanner(in)
	scan.Buffer(nil, 64<<20)
	for n := 1; scan.Scan(); n++ {
		out, err := answer(scan.Bytes())
		if err != nil {
			return refuse("give one JSON record a line", "read %s: line %d: %v", name, n, err)
		}
		if err := encode(c, out); err != nil {
			return err
		}
	}
	if err := scan.Err(); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}
