// Command cotejo holds a translation against its original.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
)

const version = "0.1.0"

// errFindings makes the program end with status 1.
var errFindings = errors.New("findings")

func main() {
	app := newApp()
	err := app.Run(flagsFirst(app, os.Args))
	switch {
	case err == nil:
	case errors.Is(err, errFindings):
		os.Exit(1)
	default:
		fmt.Fprintln(os.Stderr, "cotejo:", err)
		var h interface{ Hint() string }
		if errors.As(err, &h) && h.Hint() != "" {
			fmt.Fprintln(os.Stderr, "hint:", h.Hint())
		}
		os.Exit(2)
	}
}

func newApp() *cli.App {
	return &cli.App{
		Name: "cotejo", Usage: "hold a translation against its original", HideVersion: true, Suggest: true,
		Commands:       []*cli.Command{checkCommand(), fixCommand(), segmentCommand(), alignCommand(), rulesCommand(), versionCommand()},
		ExitErrHandler: func(*cli.Context, error) {}, // main says it, with the hint
		OnUsageError:   func(_ *cli.Context, err error, _ bool) error { return err },
		CommandNotFound: func(_ *cli.Context, name string) {
			fmt.Fprintf(os.Stderr, "cotejo: unknown command %q; cotejo help lists them\n", name)
			os.Exit(2)
		},
	}
}

func versionCommand() *cli.Command {
	return &cli.Command{Name: "version", Usage: "print the version", Action: func(c *cli.Context) error {
		_, err := fmt.Fprintln(c.App.Writer, "cotejo", version)
		return err
	}}
}

// flagsFirst puts the flags of the command before its files: urfave/cli stops
// at the first file and would take a later flag for one.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 3 {
		return args
	}
	command := app.Command(args[1])
	if command == nil {
		return args
	}
	takes := map[string]bool{}
	for _, f := range command.Flags {
		_, isBool := f.(*cli.BoolFlag)
		for _, n := range f.Names() {
			takes[n] = !isBool
		}
	}
	var flags, files []string
	rest := args[2:]
	for i := 0; i < len(rest); i++ {
		name := strings.TrimLeft(rest[i], "-")
		switch {
		case rest[i] == "--":
			files = append(files, rest[i+1:]...)
			i = len(rest)
		case rest[i] == "-" || !strings.HasPrefix(rest[i], "-"):
			files = append(files, rest[i])
		default:
			flags = append(flags, rest[i])
			if takes[name] && i+1 < len(rest) {
				i++
				flags = append(flags, rest[i])
			}
		}
	}
	out := append(append([]string{args[0], args[1]}, flags...), "--")
	return append(out, files...)
}
