package main

import (
	"context"
	"fmt"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/collate"
	"github.com/rogpeppe/go-internal/diff"
	"github.com/urfave/cli/v2"
)

func fixCommand() *cli.Command {
	return &cli.Command{
		Name: "fix", Usage: "write the corrected translation", ArgsUsage: "SOURCE TARGET",
		Flags: append(ruleFlags(),
			&cli.BoolFlag{Name: "unsafe", Usage: "make the suggestions too"},
			&cli.BoolFlag{Name: "diff", Usage: "show the edits, write nothing"},
			&cli.BoolFlag{Name: "in-place", Usage: "write over the translation"},
			&cli.StringFlag{Name: "output", Usage: "file to write to; standard output without"}),
		Action: runFix,
	}
}

func runFix(c *cli.Context) error {
	if c.Bool("in-place") && c.String("output") != "" {
		return refuse("use one of the two", "--in-place and --output name two places to write to")
	}
	r, err := request(c)
	if err != nil {
		return err
	}
	if c.Bool("in-place") && r.Target.Name == "-" {
		return refuse("leave --in-place out: the copy goes to standard output", "--in-place: standard input is no file to write over")
	}
	k, err := correct(c.Context, r, c.Bool("unsafe"))
	if err != nil {
		return err
	}
	say(c, k.detected)
	if c.Bool("diff") {
		_, err := c.App.Writer.Write(diff.Diff(r.Target.Name, []byte(k.before), r.Target.Name, []byte(k.after)))
		return err
	}
	if err := writeCopy(c, r, k.bytes); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.ErrWriter, "cotejo: %d fixed, %d left\n", len(k.fixed), k.left)
	}
	return nil
}

// correction is what [correct] did to a translation.
type correction struct {
	before, after string // the text, as UTF-8
	bytes         []byte // of the corrected file, in its encoding
	fixed         []check.Diagnostic
	left          int // findings
	detected      []collate.Detection
}

// passes is how often a text is judged anew; no text is known to need four.
const passes = 8

// correct makes the fixes, and those that they call for: which of two words
// prevails may depend on what has been written. So fixing twice changes
// nothing more.
func correct(ctx context.Context, r collate.Request, unsafe bool) (k correction, err error) {
	k.bytes = r.Target.Bytes
	for pass := range passes {
		result, err := collate.Run(ctx, r)
		if err != nil {
			return k, err
		}
		k.after = result.Pair.Target.Parts[0].Text
		if pass == 0 {
			k.before, k.detected = k.after, result.Detected
		}
		choice := check.Choose(result.Diagnostics, unsafe)
		k.left = len(choice.Left)
		if len(choice.Edits) == 0 || pass == passes-1 {
			break
		}
		if k.bytes, err = bitext.Apply(result.Pair.Target, 0, choice.Edits); err != nil {
			return k, err
		}
		for _, d := range choice.Applied {
			k.fixed = append(k.fixed, *d)
		}
		next := *r.Target
		next.Bytes, next.Lang = k.bytes, result.Pair.Target.Lang
		r.Target = &next
	}
	return k, nil
}

// writeCopy writes the corrected copy where the flags say.
func writeCopy(c *cli.Context, r collate.Request, data []byte) error {
	name := c.String("output")
	switch {
	case c.Bool("in-place"):
		return replaceFile(r.Target.Name, data)
	case name == "" || name == "-":
		_, err := c.App.Writer.Write(data)
		return err
	case sameFile(name, r.Target.Name) || r.Source != nil && sameFile(name, r.Source.Name):
		return refuse("use --in-place to write over the translation", "write %s: it is one of the files read", name)
	}
	return createFile(name, data)
}
