package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/cotejo/cotejo/collate"
	"github.com/cotejo/cotejo/format"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/rules"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
)

func refuse(hint, message string, args ...any) error {
	return &collate.Error{Msg: fmt.Sprintf(message, args...), Help: hint}
}

// readFile reads a file whole, or standard input for "-".
func readFile(name string) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > format.MaxBytes {
		return nil, refuse("split it", "read %s: the file has %d MB, more than the %d MB that are read", name, info.Size()>>20, format.MaxBytes>>20)
	}
	// A pipe or device tells no size: read one byte more than the reader takes.
	data, err := io.ReadAll(io.LimitReader(f, format.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, reason(err))
	}
	return data, nil
}

// open opens a file to read, or standard input for "-".
func open(name string) (*os.File, error) {
	if name == "-" {
		return os.Stdin, nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, refuse("check the path", "read %s: there is no such file", name)
	case err != nil:
		return nil, refuse("check the path", "read %s: %v", name, reason(err))
	case info.IsDir():
		return nil, refuse("give the files in it", "read %s: it is a directory", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, refuse("check who may read it", "read %s: %v", name, reason(err))
	}
	return f, nil
}

// reason returns the error without the call and the path, which the message
// has already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// sameFile reports whether both names lead to one file.
func sameFile(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// oneFile returns the only file that the command line names.
func oneFile(c *cli.Context, usage string) (string, error) {
	if n := c.Args().Len(); n != 1 {
		return "", refuse(usage, "one file is wanted, %d given", n)
	}
	return c.Args().First(), nil
}

// oneOf refuses a value of the flag that is none of those.
func oneOf(c *cli.Context, flag string, values ...string) error {
	if v := c.String(flag); c.IsSet(flag) && !slices.Contains(values, v) {
		return refuse("use "+strings.Join(values, " or "), "--%s: unknown value %q", flag, v)
	}
	return nil
}

// textFile reads the file and settles its language: the flag's, or later its name's or text's.
func textFile(c *cli.Context, name, flag string) (*collate.File, error) {
	tag, err := tagOf(c, flag)
	if err != nil {
		return nil, err
	}
	data, err := readFile(name)
	if err != nil {
		return nil, err
	}
	return &collate.File{Name: name, Bytes: data, Encoding: c.String("encoding"), Lang: tag}, nil
}

func tagOf(c *cli.Context, flag string) (language.Tag, error) {
	if c.String(flag) == "" {
		return language.Und, nil
	}
	tag, err := language.Parse(c.String(flag))
	if err != nil {
		return language.Und, refuse("use a tag such as es, en or pt-BR", "--%s %s: unknown language", flag, c.String(flag))
	}
	return tag, nil
}

// request reads what the command line names.
func request(c *cli.Context) (r collate.Request, err error) {
	if r.Rules, err = rules.Select(c.StringSlice("only"), c.StringSlice("skip"), c.StringSlice("enable")); err != nil {
		return r, refuse("cotejo rules lists them", "%v", err)
	}
	r.Workers = runtime.GOMAXPROCS(0)
	if r.From, err = tagOf(c, "from"); err != nil {
		return r, err
	}
	target, usage := "", "cotejo "+c.Command.Name
	if c.Bool("only-target") {
		if target, err = oneFile(c, usage+" --only-target TARGET"); err != nil {
			return r, err
		}
	} else {
		if c.Args().Len() != 2 {
			if usage += " SOURCE TARGET"; c.Command.Name != "align" {
				usage += ", or --only-target TARGET"
			}
			return r, refuse(usage, "two files are wanted, %d given", c.Args().Len())
		}
		source := c.Args().First()
		if target = c.Args().Get(1); sameFile(source, target) {
			return r, refuse("the original stands first, then the translation", "%s is given twice", source)
		}
		if r.Source, err = textFile(c, source, "from"); err != nil {
			return r, err
		}
	}
	if r.Target, err = textFile(c, target, "to"); err != nil {
		return r, err
	}
	r.Glossary, err = readGlossaries(c)
	return r, err
}

func readGlossaries(c *cli.Context) (*glossary.Glossary, error) {
	var all []*glossary.Glossary
	for _, name := range c.StringSlice("glossary") {
		data, err := readFile(name)
		if err != nil {
			return nil, err
		}
		g, err := glossary.Read(name, data)
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	if all == nil {
		return nil, nil
	}
	return glossary.Merge(all...), nil
}

// createFile writes a file that is not there yet, or is empty: nothing is
// overwritten. A device or pipe is written to as it is.
func createFile(name string, data []byte) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return replaceFile(name, data)
	case info.IsDir():
		return refuse("name a file in it", "write %s: it is a directory", name)
	case !info.Mode().IsRegular():
		return os.WriteFile(name, data, 0)
	case info.Size() > 0:
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
			return nil
		}
		return refuse("name a new file, or use --in-place to write over the translation", "write %s: there is such a file already", name)
	}
	return replaceFile(name, data)
}

// replaceFile puts data in place of the file in one step: a crash leaves the
// old file or the new. A link keeps leading to it.
func replaceFile(name string, data []byte) error {
	path, mode := name, fs.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		path = real
	}
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".cotejo-*")
	if err != nil {
		return refuse("name a file in a folder that can be written to", "write %s: %v", name, reason(err))
	}
	defer os.Remove(f.Name()) // of no effect once renamed
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, reason(err))
	}
	return nil
}
