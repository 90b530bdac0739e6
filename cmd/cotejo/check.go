package main

import (
	"fmt"
	"io"
	"os"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/collate"
	"github.com/cotejo/cotejo/format"
	"github.com/cotejo/cotejo/report"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
)

func sharedFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "from", Usage: "language of the original"},
		&cli.StringFlag{Name: "to", Usage: "language of the translation"},
		&cli.StringFlag{Name: "encoding", Usage: "of both files, if not UTF-8"},
		&cli.StringSliceFlag{Name: "glossary", Usage: "a CSV of terms or a list of corrections"},
		&cli.StringSliceFlag{Name: "only", Usage: "rules or categories to run"},
		&cli.StringSliceFlag{Name: "skip", Usage: "rules or categories to leave out"},
		&cli.StringSliceFlag{Name: "enable", Usage: "rules to add that are off by default"},
		&cli.BoolFlag{Name: "only-target", Usage: "only the translation is at hand"},
		&cli.BoolFlag{Name: "quiet", Usage: "say nothing on standard error"},
	}
}

func checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "flag the errors of a translation", ArgsUsage: "SOURCE TARGET",
		Flags: append(sharedFlags(),
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, json or jsonl"},
			&cli.StringFlag{Name: "fail-on", Value: "minor", Usage: "least severity that ends with status 1"},
			&cli.StringFlag{Name: "input", Usage: "jsonl: a bitext, one record a line"},
			&cli.BoolFlag{Name: "independent", Usage: "judge each record of a bitext alone"}),
		Action: runCheck,
	}
}

func runCheck(c *cli.Context) error {
	least, err := check.ParseSeverity(c.String("fail-on"))
	if err != nil {
		return err
	}
	write, err := writer(c)
	if err != nil {
		return err
	}
	if c.String("input") == "jsonl" {
		return checkStream(c, least, write)
	}
	r, err := request(c)
	if err != nil {
		return err
	}
	result, err := collate.Run(c.Context, r)
	if err != nil {
		return err
	}
	say(c, result.Detected)
	if err := write(c.App.Writer, result); err != nil {
		return err
	}
	return verdict(result, least)
}

func writer(c *cli.Context) (func(io.Writer, *collate.Result) error, error) {
	switch name := c.String("format"); name {
	case "text":
		return report.Text, nil
	case "json":
		return func(w io.Writer, r *collate.Result) error { return report.JSON(w, r, version) }, nil
	case "jsonl":
		return report.JSONL, nil
	default:
		return nil, refuse("use text, json or jsonl", "unknown format %q", name)
	}
}

// say names on standard error the languages that nobody named.
func say(c *cli.Context, detected []collate.Detection) {
	for _, d := range detected {
		if !d.FromName && !c.Bool("quiet") {
			fmt.Fprintf(os.Stderr, "cotejo: %s is taken to be in %s\n", d.Name, d.Lang)
		}
	}
}

func verdict(r *collate.Result, least check.Severity) error {
	for _, d := range r.Diagnostics {
		if d.Severity >= least {
			return errFindings
		}
	}
	return nil
}

// checkStream judges a JSONL bitext record by record.
func checkStream(c *cli.Context, least check.Severity, write func(io.Writer, *collate.Result) error) error {
	name := c.Args().First()
	in := io.Reader(os.Stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	r, err := streamRequest(c)
	if err != nil {
		return err
	}
	var verdictErr error
	for result, err := range collate.Stream(c.Context, format.ReadPairs(name, in, c.Bool("independent")), r) {
		if err != nil {
			return err
		}
		if err := write(c.App.Writer, result); err != nil {
			return err
		}
		if v := verdict(result, least); v != nil {
			verdictErr = v
		}
	}
	return verdictErr
}

func streamRequest(c *cli.Context) (r collate.Request, err error) {
	if r.Rules, err = selectRules(c); err != nil {
		return r, err
	}
	if r.From, err = tagOf(c, "from"); err != nil {
		return r, err
	}
	to, err := tagOf(c, "to")
	r.Target = &collate.File{Lang: to}
	if err != nil {
		return r, err
	}
	r.Glossary, err = readGlossaries(c)
	return r, err
}

func documentOf(c *cli.Context, name, flag string) (*bitext.Document, error) {
	f, err := textFile(c, name, flag)
	if err != nil {
		return nil, err
	}
	pair, _, err := collate.Read(collate.Request{Target: f})
	if err != nil {
		return nil, err
	}
	return pair.Target, nil
}

func tagOr(name string, fallback language.Tag) language.Tag {
	if tag, err := language.Parse(name); err == nil {
		return tag
	}
	return fallback
}
