package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/collate"
	"github.com/urfave/cli/v2"
)

func fixCommand() *cli.Command {
	return &cli.Command{
		Name: "fix", Usage: "write the corrected translation", ArgsUsage: "SOURCE TARGET",
		Flags: append(sharedFlags(),
			&cli.BoolFlag{Name: "unsafe", Usage: "make the suggestions too"},
			&cli.BoolFlag{Name: "diff", Usage: "show the edits, write nothing"},
			&cli.BoolFlag{Name: "in-place", Usage: "write over the translation"},
			&cli.StringFlag{Name: "output", Usage: "file to write to; standard output without"}),
		Action: runFix,
	}
}

func runFix(c *cli.Context) error {
	r, err := request(c)
	if err != nil {
		return err
	}
	result, err := collate.Run(c.Context, r)
	if err != nil {
		return err
	}
	choice := check.Choose(result.Diagnostics, c.Bool("unsafe"))
	if c.Bool("diff") {
		showEdits(c, result.Pair, choice)
		return nil
	}
	out, err := bitext.Apply(result.Pair.Target, 0, choice.Edits)
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(os.Stderr, "cotejo: %d fixed, %d left\n", len(choice.Applied), len(choice.Left))
	}
	name := c.String("output")
	switch {
	case c.Bool("in-place"):
		return writeFile(r.Target.Name, out)
	case name == "" || name == "-":
		_, err = c.App.Writer.Write(out)
		return err
	case name == r.Target.Name || r.Source != nil && name == r.Source.Name:
		return refuse("use --in-place to write over the translation", "write %s: it is one of the files read", name)
	}
	return writeFile(name, out)
}

// showEdits writes each block that changes, before and after.
func showEdits(c *cli.Context, p *bitext.Pair, choice check.Choice) {
	for i, b := range p.Target.Blocks {
		var edits []bitext.Edit
		for _, e := range choice.Edits {
			if e.At.Block == i {
				edits = append(edits, e)
			}
		}
		if len(edits) == 0 {
			continue
		}
		whole := bitext.Span{Start: 0, End: len(b.Text)}
		alone := &bitext.Document{
			Parts:  []*bitext.Part{{Text: b.Text, Bytes: []byte(b.Text)}},
			Blocks: append(make([]bitext.Block, i), bitext.Block{Text: b.Text, Runs: []bitext.Run{{Text: whole, Raw: whole}}}),
		}
		after, err := bitext.Apply(alone, 0, edits)
		if err != nil {
			continue // the same edits are refused by fix itself, with their error
		}
		indent := func(mark, text string) string { return mark + strings.ReplaceAll(text, "\n", "\n"+mark) }
		fmt.Fprintf(c.App.Writer, "%s\n%s\n", indent("-", b.Text), indent("+", string(after)))
	}
}
