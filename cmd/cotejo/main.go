// Command cotejo holds a translation against its original.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

const version = "0.1.0"

// errFindings makes the program end with status 1.
var errFindings = errors.New("findings")

func main() { os.Exit(run(os.Args, os.Stdout, os.Stderr)) }

// run carries out the command line and returns the exit status: 0 nothing
// found, 1 findings, 2 could not run.
func run(args []string, stdout, stderr io.Writer) int {
	out := &firstError{w: stdout}
	app := newApp(out, stderr)
	err := knownCommand(app, args)
	if err == nil {
		err = app.Run(flagsFirst(app, args))
	}
	if out.err != nil {
		err = fmt.Errorf("write standard output: %w", out.err)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFindings):
		return 1
	}
	fmt.Fprintln(stderr, "cotejo:", err)
	var h interface{ Hint() string }
	if errors.As(err, &h) && h.Hint() != "" {
		fmt.Fprintln(stderr, "hint:", h.Hint())
	}
	return 2
}

// firstError keeps the first error of a writer, so that a full disk is told
// whoever wrote.
type firstError struct {
	w   io.Writer
	err error
}

func (f *firstError) Write(p []byte) (int, error) {
	n, err := f.w.Write(p)
	if f.err == nil {
		f.err = err
	}
	return n, err
}

func newApp(stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name: "cotejo", Usage: "hold a translation against its original", HideVersion: true,
		Writer: stdout, ErrWriter: stderr,
		Commands:       []*cli.Command{checkCommand(), fixCommand(), segmentCommand(), alignCommand(), rulesCommand(), versionCommand()},
		ExitErrHandler: func(*cli.Context, error) {}, // run says it, with the hint
		OnUsageError:   refuseUsage,
	}
	for _, c := range app.Commands {
		c.OnUsageError = refuseUsage
		c.HideHelpCommand = true // "help" after a command is a file's name
	}
	return app
}

// refuseUsage turns the flag parser's error into a refusal with a suggestion.
func refuseUsage(c *cli.Context, err error, isCommand bool) error {
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !isCommand {
		return refuse(suggestCommand(c.App, name), "unknown flag %s before the command", dashed(name))
	}
	hint := fmt.Sprintf("cotejo %s --help lists the flags", c.Command.Name)
	if !unknown {
		return refuse(hint, "%s: %v", c.Command.Name, err)
	}
	if s := cli.SuggestFlag(c.Command.Flags, name, false); s != "" {
		hint = fmt.Sprintf("did you mean %s? %s", s, hint)
	}
	return refuse(hint, "%s: unknown flag %s", c.Command.Name, dashed(name))
}

// dashed writes the flag's name as a user writes it.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func suggestCommand(app *cli.App, name string) string {
	return strings.ToLower(cli.SuggestCommand(app.Commands, name)) + " cotejo help lists the commands"
}

// knownCommand refuses a command line whose command, or subject of help, does
// not exist; the library would show its help and call that success.
func knownCommand(app *cli.App, args []string) error {
	named := args[min(1, len(args)):]
	help := []string{"help", "h"}
	if len(named) > 1 && slices.Contains(help, named[0]) {
		named = named[1:]
	}
	if len(named) == 0 || strings.HasPrefix(named[0], "-") || slices.Contains(help, named[0]) || app.Command(named[0]) != nil {
		return nil
	}
	return refuse(suggestCommand(app, named[0]), "unknown command %q", named[0])
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
	takes := takesValue(command)
	flags, files := []string{args[0], args[1]}, []string(nil)
	rest := args[2:]
	for i := 0; i < len(rest); i++ {
		switch {
		case rest[i] == "--":
			files = append(files, rest[i+1:]...)
			i = len(rest)
		case rest[i] == "-" || !strings.HasPrefix(rest[i], "-"):
			files = append(files, rest[i])
		case !takes[strings.TrimLeft(rest[i], "-")]:
			flags = append(flags, rest[i])
		case i+1 == len(rest):
			return append(flags, rest[i]) // without its value: left to the parser to refuse
		default:
			flags = append(flags, rest[i], rest[i+1])
			i++
		}
	}
	return append(append(flags, "--"), files...)
}

// takesValue tells which names of the command's flags have a value after them.
func takesValue(command *cli.Command) map[string]bool {
	takes := map[string]bool{}
	for _, f := range command.Flags {
		_, isBool := f.(*cli.BoolFlag)
		for _, n := range f.Names() {
			takes[n] = !isBool
		}
	}
	return takes
}
