package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/cotejo/cotejo/collate"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/rules"
)

const seed = "../../testdata/seed/"

// seedRequest is the check of the article that the README shows.
func seedRequest(t *testing.T) collate.Request {
	t.Helper()
	read := func(name string) *collate.File {
		data, err := os.ReadFile(seed + name)
		if err != nil {
			t.Fatal(err)
		}
		return &collate.File{Name: name, Bytes: data}
	}
	terms, err := glossary.Read("glossary.csv", read("glossary.csv").Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return collate.Request{Source: read("seed.es.txt"), Target: read("seed.en.txt"), Glossary: terms, Rules: rules.All(), Workers: 2}
}

// TestFixHolds fixes the article: what was fixed is not found again, and a
// second fix has nothing to do.
func TestFixHolds(t *testing.T) {
	for name, unsafe := range map[string]bool{"safe": false, "unsafe": true} {
		t.Run(name, func(t *testing.T) {
			r := seedRequest(t)
			once, err := correct(context.Background(), r, unsafe)
			if err != nil {
				t.Fatal(err)
			}
			if len(once.fixed) < 2 || once.before == once.after {
				t.Fatalf("%d findings were fixed, want some", len(once.fixed))
			}
			r.Target.Bytes = once.bytes
			result, err := collate.Run(context.Background(), r)
			if err != nil {
				t.Fatal(err)
			}
			for _, was := range once.fixed {
				for _, is := range result.Diagnostics {
					if is.Fingerprint == was.Fingerprint {
						t.Errorf("fixed, yet found again: %s: %s", is.Rule.Name, is.Message)
					}
				}
			}
			twice, err := correct(context.Background(), r, unsafe)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range twice.fixed {
				t.Errorf("fixed only the second time: %s: %s (%s)", d.Rule.Name, d.Message, d.Fixes[0].Message)
			}
			if !bytes.Equal(once.bytes, twice.bytes) {
				t.Error("fixing twice changed something more")
			}
		})
	}
}

// TestReplaceFile writes through a link: the link stays, and the file's mode.
func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("file", link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := replaceFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "new" {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is one no more: %v, %v", info, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode changed: %v, %v", info, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("%d files are left in the folder, %v", len(left), err)
	}
}
