package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

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
	if name == "-" {
		return io.ReadAll(io.LimitReader(os.Stdin, format.MaxBytes+1))
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, refuse("check the path", "read %s: there is no such file", name)
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", name, err)
	case info.IsDir():
		return nil, refuse("give the files in it", "read %s: it is a directory", name)
	case info.Size() > format.MaxBytes:
		return nil, refuse("split it", "read %s: the file has %d MB, more than the %d MB that are read", name, info.Size()>>20, format.MaxBytes>>20)
	}
	return os.ReadFile(name)
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
	names := c.Args().Slice()
	if c.Bool("only-target") {
		if len(names) != 1 {
			return r, refuse("cotejo check --only-target TARGET", "one file is wanted, %d are given", len(names))
		}
	} else {
		if len(names) != 2 {
			return r, refuse("cotejo check SOURCE TARGET, or --only-target TARGET", "two files are wanted, %d given", len(names))
		}
		if filepath.Clean(names[0]) == filepath.Clean(names[1]) {
			return r, refuse("the original stands first, then the translation", "%s is given twice", names[0])
		}
		if r.Source, err = textFile(c, names[0], "from"); err != nil {
			return r, err
		}
		names = names[1:]
	}
	if r.Target, err = textFile(c, names[0], "to"); err != nil {
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

// writeFile puts data in place of the file in one step: a crash leaves the old
// file or the new.
func writeFile(name string, data []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".cotejo-*")
	if err != nil {
		return refuse("name a file in a folder that can be written to", "write %s: %v", name, err)
	}
	defer os.Remove(f.Name()) // of no effect once renamed
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
