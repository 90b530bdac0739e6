package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cotejo": main})
}

// TestScripts runs the sessions below testdata/script: the command line as a
// user types it, each in a folder of its own.
func TestScripts(t *testing.T) {
	articles, err := filepath.Abs(seed)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SEED", articles)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": statusCommand, "refused": refusedCommand, "bytes": bytesCommand, "sparse": sparseCommand,
		},
	})
}

// statusCommand runs a program: status N program [args]. It fails unless the
// program ends with status N.
func statusCommand(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := exitStatus(ts, args[1:]); got != want {
		ts.Fatalf("%s ended with status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// refusedCommand runs a program that must refuse: status 2, a message with a
// hint on standard error, nothing on standard output, and no file changed.
func refusedCommand(ts *testscript.TestScript, _ bool, args []string) {
	before := listing(ts)
	if got := exitStatus(ts, args); got != 2 {
		ts.Fatalf("%s ended with status %d, want 2", strings.Join(args, " "), got)
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("refused, yet printed: %s", out)
	}
	if message := ts.ReadFile("stderr"); !strings.HasPrefix(message, "cotejo: ") || !strings.Contains(message, "\nhint: ") {
		ts.Fatalf("the refusal has no message or no hint: %q", message)
	}
	if after := listing(ts); after != before {
		ts.Fatalf("refused, yet files changed:\n%s\nwere:\n%s", after, before)
	}
}

func exitStatus(ts *testscript.TestScript, args []string) int {
	err := ts.Exec(args[0], args[1:]...)
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	ts.Fatalf("%v", err)
	return -1
}

// listing tells names, sizes and times of all files of the session.
func listing(ts *testscript.TestScript) string {
	var out strings.Builder
	ts.Check(filepath.WalkDir(ts.Getenv("WORK"), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprintln(&out, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		return nil
	}))
	return out.String()
}

// bytesCommand writes a file of any bytes: bytes FILE 'text with \x00'.
func bytesCommand(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// sparseCommand makes a file of that many bytes that takes no room on disk:
// sparse FILE SIZE.
func sparseCommand(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), nil, 0o644))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}
