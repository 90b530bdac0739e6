// Package lang is what Cotejo knows about languages: a loader, and below data/
// one folder a language (en, es, …) and one a pair (es-en, …). A language is a
// folder; no Go code names one.
//
// The loader knows nothing of what the files mean. Each room reads the tables
// it understands, once, through a [Memo].
package lang

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"github.com/cotejo/cotejo/lang/pack"
	"golang.org/x/text/language"
)

//go:embed data
var files embed.FS

// bundle holds the packed tables, by folder and file. It is a string of its own
// because a file system hands out copies, and a copy of a word list costs
// more than all look-ups of an article.
//
//go:embed bundle.pack
var bundle string

var packs = sync.OnceValue(func() pack.Table {
	t, err := pack.Open(bundle)
	if err != nil {
		panic("lang: bundle.pack: " + err.Error()) // the build itself is broken
	}
	return t
})

// Language gives the data of one language, or of one pair of languages. Its
// folders run from the most particular to the most general: es-MX, es, default.
type Language struct {
	Tag     language.Tag
	To      language.Tag // of a pair: the language translated into
	name    string
	folders []string
}

var languages sync.Map // name → *Language; entries never change

// For returns what is known of tag. It never fails: an unknown language has
// the files of data/default alone.
func For(tag language.Tag) *Language {
	var folders []string
	for t := tag; t != language.Und; t = t.Parent() {
		folders = append(folders, t.String())
	}
	base, _ := tag.Base()
	if n := len(folders); tag != language.Und && (n == 0 || folders[n-1] != base.String()) {
		folders = append(folders, base.String())
	}
	return intern(tag.String(), tag, language.Und, append(folders, "default"))
}

// ForPair returns what is known of translating source into target: the folders
// named with the most particular tags first, then base languages. Folders hold
// one direction; a reader that can use both asks twice.
func ForPair(source, target language.Tag) *Language {
	s, _ := source.Base()
	t, _ := target.Base()
	folders := []string{source.String() + "-" + target.String()}
	if base := s.String() + "-" + t.String(); base != folders[0] {
		folders = append(folders, base)
	}
	return intern(source.String()+"-"+target.String(), source, target, folders)
}

func intern(name string, tag, to language.Tag, folders []string) *Language {
	if l, ok := languages.Load(name); ok {
		return l.(*Language)
	}
	l, _ := languages.LoadOrStore(name, &Language{tag, to, name, folders})
	return l.(*Language)
}

// Name returns the tag, or for a pair the two tags joined by a hyphen.
func (l *Language) Name() string { return l.name }

// Has reports whether a folder of its own (not default) holds the file.
func (l *Language) Has(file string) bool {
	for _, f := range l.folders {
		if f == "default" {
			continue
		}
		if _, err := fs.Stat(files, "data/"+f+"/"+file); err == nil {
			return true
		}
	}
	return false
}

// File returns the content of the named file from the first folder that has
// it, or "" where none has.
func (l *Language) File(file string) string {
	for _, f := range l.folders {
		if packed, ok := packs().Get(f + "/" + file); ok {
			return packed
		}
		if b, err := files.ReadFile("data/" + f + "/" + file); err == nil {
			return string(b)
		}
	}
	return ""
}

// Rows returns the rows of the named table: see [ParseRows].
func (l *Language) Rows(file string) [][]string { return ParseRows(l.File(file)) }

// ParseRows reads a table: one row a line, columns separated by tabs. Empty
// lines and lines that start with # are left out; trailing empty columns too.
func ParseRows(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n\t ")
		if line == "" || line[0] == '#' {
			continue
		}
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

// Folders returns the names of all data folders, sorted: languages and pairs.
func Folders() []string {
	entries, _ := fs.ReadDir(files, "data")
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

// Memo builds a value from a language's data at the first request and keeps
// it. The value must never be modified.
type Memo[T any] struct {
	build func(*Language) T
	made  sync.Map // *Language → func() T
}

// NewMemo returns a memo for build, which must be pure.
func NewMemo[T any](build func(*Language) T) *Memo[T] { return &Memo[T]{build: build} }

// For returns the value built from l.
func (m *Memo[T]) For(l *Language) T {
	if f, ok := m.made.Load(l); ok {
		return f.(func() T)()
	}
	f, _ := m.made.LoadOrStore(l, sync.OnceValue(func() T { return m.build(l) }))
	return f.(func() T)()
}
