package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/collate"
	"github.com/cotejo/cotejo/format"
	"github.com/cotejo/cotejo/report"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
)

// fileFlags are the flags of every command that reads a pair of files.
func fileFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "from", Usage: "language of the original"},
		&cli.StringFlag{Name: "to", Usage: "language of the translation"},
		&cli.StringFlag{Name: "encoding", Usage: "of both files, if not UTF-8"},
		&cli.StringSliceFlag{Name: "glossary", Usage: "a CSV of terms or a list of corrections"},
		&cli.BoolFlag{Name: "quiet", Usage: "say nothing on standard error"},
	}
}

// ruleFlags are those of the commands that judge, too.
func ruleFlags() []cli.Flag {
	return append(fileFlags(),
		&cli.StringSliceFlag{Name: "only", Usage: "rules or categories to run"},
		&cli.StringSliceFlag{Name: "skip", Usage: "rules or categories to leave out"},
		&cli.StringSliceFlag{Name: "enable", Usage: "rules to add that are off by default"},
		&cli.BoolFlag{Name: "only-target", Usage: "only the translation is at hand"})
}

func checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "flag the errors of a translation", ArgsUsage: "SOURCE TARGET",
		Flags: append(ruleFlags(),
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
		return refuse("it is the least severity that ends with status 1", "--fail-on: %v", err)
	}
	if err := errors.Join(oneOf(c, "format", "text", "json", "jsonl"), oneOf(c, "input", "jsonl")); err != nil {
		return err
	}
	write := writer(c)
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

// writer returns what writes a result in the format asked for.
func writer(c *cli.Context) func(io.Writer, *collate.Result) error {
	switch c.String("format") {
	case "json":
		return func(w io.Writer, r *collate.Result) error { return report.JSON(w, r, version) }
	case "jsonl":
		return report.JSONL
	}
	return report.Text
}

// say names on standard error the languages that nobody named.
func say(c *cli.Context, detected []collate.Detection) {
	for _, d := range detected {
		if !d.FromName && !c.Bool("quiet") {
			fmt.Fprintf(c.App.ErrWriter, "cotejo: %s is taken to be in %s\n", d.Name, d.Lang)
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
	name, err := oneFile(c, "cotejo check --input jsonl BITEXT")
	if err != nil {
		return err
	}
	in, err := open(name)
	if err != nil {
		return err
	}
	defer in.Close()
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
	pair, detected, err := collate.Read(collate.Request{Target: f})
	if err != nil {
		return nil, err
	}
	say(c, detected)
	return pair.Target, nil
}

func tagOr(name string, fallback language.Tag) language.Tag {
	if tag, err := language.Parse(name); err == nil {
		return tag
	}
	return fallback
}
