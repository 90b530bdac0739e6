// Package cotejo_test holds the rules of the house: what may import what.
package cotejo_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/cotejo/cotejo/"

// mayImport lists, for each room, the rooms that it may import. It is parsed
// from the files at each run: a listing by the go command would go stale in the
// test cache.
var mayImport = map[string][]string{
	"bitext":           {},
	"lang":             {"lang"},
	"morph":            {"bitext", "lang"},
	"value":            {"bitext", "lang", "morph"},
	"segment":          {"bitext", "lang"},
	"format":           {"bitext", "lang"},
	"align":            {"bitext", "lang", "morph", "value"},
	"glossary":         {"bitext", "lang", "morph"},
	"glossary/extract": {"bitext", "lang", "morph", "glossary", "align"},
	"check":            {"bitext", "lang", "morph", "value", "align", "glossary"},
	"check/checktest":  {"bitext", "lang", "morph", "glossary", "check", "segment"},
	"rules":            {"bitext", "lang", "morph", "value", "align", "glossary", "check"},
	"collate":          {"bitext", "lang", "morph", "value", "align", "glossary", "check", "rules", "format", "segment"},
	"report":           {"bitext", "check", "glossary", "format", "collate"},
	"translate":        {},
}

// world lists what only cmd and translate may touch.
var world = []string{"os", "os/exec", "net", "net/http", "log", "log/slog", "io/ioutil"}

// generators write data files from other data files; they are programs.
func isGenerator(file string) bool { return strings.Contains(file, "/internal/gen") }

func room(dir string) string {
	for d := dir; d != "."; d = path.Dir(d) {
		if _, ok := mayImport[d]; ok {
			return d
		}
	}
	return dir
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	walk(t, func(file string, imports []string) {
		dir := path.Dir(file)
		if dir == "cmd" || strings.HasPrefix(dir, "cmd/") || isGenerator(file) {
			return
		}
		r := room(dir)
		seen[r] = true
		allowed, known := mayImport[r]
		if !known {
			t.Errorf("%s: no rule says what %s may import", file, dir)
		}
		for _, i := range imports {
			ours, isOurs := strings.CutPrefix(i, module)
			switch {
			case isOurs && room(ours) != r && !slices.Contains(allowed, room(ours)):
				t.Errorf("%s: %s may not import %s", file, r, ours)
			case !isOurs && r != "translate" && slices.Contains(world, i) && dir != "check/checktest":
				t.Errorf("%s: %s may not import %s", file, r, i)
			}
		}
	})
	for r := range mayImport {
		if !seen[r] && r != "glossary/extract" && r != "translate" {
			t.Errorf("room %s has no file", r)
		}
	}
}

// TestNoInit keeps registration by init out of the libraries.
func TestNoInit(t *testing.T) {
	walk(t, func(file string, _ []string) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", file)
			}
		}
	})
}

// walk calls visit for each Go file that is not a test.
func walk(t *testing.T, visit func(file string, imports []string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, i := range f.Imports {
			p, _ := strconv.Unquote(i.Path.Value)
			imports = append(imports, p)
		}
		visit(filepath.ToSlash(file), imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
