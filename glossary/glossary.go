// Package glossary holds a user's terms: concepts with their terms in both
// languages, what must not be written, and corrections. [Read] takes a CSV
// (columns named by language, note, forbidden) or a correction list, and
// [Glossary.FindText] finds terms in running text, inflected or not.
package glossary

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Status says whether a term may be used.
type Status uint8

const (
	Preferred Status = iota
	Forbidden
)

// Term is one name of a concept in one language; a forbidden one and a
// correction belong to the translation, whatever its language: theirs is
// language.Und.
type Term struct {
	Text   string
	Lang   language.Tag
	Status Status
}

// Concept is what its terms name; the first term of a language is preferred.
type Concept struct {
	Terms []Term
	Note  string
	Line  int // in the glossary's file, from 1
}

// Texts returns the texts of the concept's terms in the language with the status.
func (c *Concept) Texts(tag language.Tag, status Status) []string {
	var out []string
	for _, t := range c.Terms {
		if t.in(tag) && t.Status == status {
			out = append(out, t.Text)
		}
	}
	return out
}

// Glossary is a set of concepts. A correction is a concept without a source
// term: its wrong form is forbidden wherever it stands.
type Glossary struct{ Concepts []Concept }

// Error is a refusal of a glossary file.
type Error struct {
	Name string
	Line int
	Msg  string
}

func (e *Error) Error() string {
	return fmt.Sprintf("read glossary %s: line %d: %s", e.Name, e.Line, e.Msg)
}

// Hint shows what a glossary looks like.
func (e *Error) Hint() string {
	return "a glossary is a CSV file with a header such as es,en,note,forbidden, or a list of corrections: wrong → right"
}

var arrows = []string{"→", "=>", "->"}

// Read returns the glossary that data holds. The first line that is not empty
// decides: a header with commas, semicolons or tabs, or a correction.
func Read(name string, data []byte) (*Glossary, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := plainText(name, data); err != nil {
		return nil, err
	}
	first, _, _ := strings.Cut(strings.TrimSpace(string(data)), "\n")
	for _, a := range arrows {
		if strings.Contains(first, a) {
			return readCorrections(name, string(data))
		}
	}
	return readCSV(name, data, first)
}

// plainText refuses data that is not UTF-8 text.
func plainText(name string, data []byte) error {
	n := 0
	for line := range bytes.Lines(data) {
		n++
		switch {
		case !utf8.Valid(line):
			return &Error{name, n, "the line is not UTF-8: save the file as UTF-8"}
		case bytes.IndexByte(line, 0) >= 0:
			return &Error{name, n, "the line holds a NUL byte: this is no text file"}
		}
	}
	return nil
}

// readCorrections reads a list of "wrong → right" lines; # begins a comment.
func readCorrections(name, text string) (*Glossary, error) {
	g := &Glossary{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		wrong, right, ok := cutArrow(line)
		if !ok || wrong == "" || right == "" {
			return nil, &Error{name, n, fmt.Sprintf("%q is no correction", line)}
		}
		g.Concepts = append(g.Concepts, correction(wrong, right, n))
	}
	return g, nil
}

func cutArrow(line string) (wrong, right string, ok bool) {
	for _, a := range arrows {
		if wrong, right, ok = strings.Cut(line, a); ok {
			return strings.TrimSpace(wrong), strings.TrimSpace(right), true
		}
	}
	return "", "", false
}

func correction(wrong, right string, line int) Concept {
	return Concept{Line: line, Terms: []Term{{right, language.Und, Preferred}, {wrong, language.Und, Forbidden}}}
}

func readCSV(name string, data []byte, first string) (*Glossary, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(first)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, &Error{name, 1, "there is no header"}
	}
	columns, err := readHeader(name, header)
	if err != nil {
		return nil, err
	}
	g := &Glossary{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			var p *csv.ParseError
			errors.As(err, &p)
			return nil, &Error{name, p.Line, p.Err.Error()}
		}
		line, _ := r.FieldPos(0)
		if len(row) > len(header) {
			return nil, &Error{name, line, fmt.Sprintf("the line has %d columns, the header %d", len(row), len(header))}
		}
		c := columns.concept(row, line)
		if len(c.Terms) == 0 {
			return nil, &Error{name, line, "the line has no term"}
		}
		g.Concepts = append(g.Concepts, c)
	}
}

// separator returns the mark that divides the columns of the header.
func separator(header string) rune {
	for _, r := range ";\t" {
		if strings.ContainsRune(header, r) {
			return r
		}
	}
	return ','
}

// columns says what each column of a CSV holds.
type columns struct {
	names []string
	langs []language.Tag
}

func readHeader(name string, header []string) (columns, error) {
	c := columns{make([]string, len(header)), make([]language.Tag, len(header))}
	terms := 0
	for i, h := range header {
		h = strings.ToLower(strings.TrimSpace(h))
		c.names[i] = h
		if slices.Contains([]string{"note", "forbidden", "wrong", "right"}, h) {
			terms++
			continue
		}
		tag, err := language.Parse(h)
		if err != nil {
			return c, &Error{name, 1, fmt.Sprintf("column %q is neither a language nor one of note, forbidden, wrong, right", h)}
		}
		c.langs[i] = tag
		terms++
	}
	if terms < 2 {
		return c, &Error{name, 1, "one column is no glossary"}
	}
	return c, nil
}

func (c columns) concept(row []string, line int) Concept {
	out := Concept{Line: line}
	for i, cell := range row {
		tag, status := c.langs[i], Preferred
		switch c.names[i] {
		case "note":
			out.Note = cell
			continue
		case "forbidden", "wrong":
			status = Forbidden
		}
		for text := range strings.SplitSeq(cell, "|") {
			if text = strings.TrimSpace(text); text != "" {
				out.Terms = append(out.Terms, Term{text, tag, status})
			}
		}
	}
	return out
}

// Merge returns the concepts of all the glossaries, in the order given.
func Merge(all ...*Glossary) *Glossary {
	out := &Glossary{}
	for _, g := range all {
		out.Concepts = append(out.Concepts, g.Concepts...)
	}
	return out
}

// in reports whether the term may stand in a text in the language.
func (t *Term) in(tag language.Tag) bool {
	x, _ := t.Lang.Base()
	y, _ := tag.Base()
	return t.Lang == language.Und || x == y
}
