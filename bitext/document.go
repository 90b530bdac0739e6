package bitext

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/language"
)

// Part is a file, or one member of a container such as a DOCX. Nothing modifies it.
type Part struct {
	Name     string            // "" for a plain file, else the member's path, e.g. "word/document.xml"
	Bytes    []byte            // as they are on disk
	Text     string            // the UTF-8 decoding of Bytes, a byte-order mark included; raw spans refer to it
	Encoding string            // IANA name in lower case: "utf-8", "utf-16le", "windows-1252"
	Charset  encoding.Encoding // turns Text back into Bytes; nil for UTF-8
	// Escape writes text as this part's format wants it between the bytes of
	// a run (JSON strings, TSV fields, XML); nil where text stands for itself.
	Escape func(text string) string
}

// Kind tells what a block is in the structure of its document.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	ListItem
	Byline    // "By Ana Ruiz", a dateline alone on its line
	Signature // the attribution line under a quoted post: "— Name (@handle) date"
	Link      // a URL or an embed code alone on its line
	Cell      // a table cell, or the field of a paired file
)

// String returns the kind's name in lower case.
func (k Kind) String() string {
	return [...]string{"paragraph", "heading", "list item", "byline", "signature", "link", "cell"}[k]
}

// Run maps a stretch of a block's text to the bytes it came from. Where the
// two spans differ in length (an entity, an escape) the run is atomic: an edit
// replaces all of it or none.
type Run struct {
	Text Span // in Block.Text
	Raw  Span // in Part.Text
}

// Block is a paragraph, heading, list item or cell as a reader sees it. Runs
// tile Text in order; between two runs the file may hold markup.
type Block struct {
	ID   string // the unit's identifier in a paired file, else ""
	Part int    // index in Document.Parts
	Kind Kind
	Lang language.Tag // language.Und where the document's own holds
	Text string
	Runs []Run
}

// Segment is usually a sentence. The segments of a block tile it: white space
// after a sentence belongs to that sentence's segment.
type Segment struct {
	Block int
	Span  Span
}

// Document is one language's side. Both sides of a paired file share their Parts.
type Document struct {
	Name     string // as the user gave it; "-" for standard input
	Lang     language.Tag
	Parts    []*Part
	Blocks   []Block
	Segments []Segment
}

// SegmentText returns the text of segment i, outer white space included.
func (d *Document) SegmentText(i int) string {
	s := d.Segments[i]
	return d.Blocks[s.Block].Text[s.Span.Start:s.Span.End]
}

// WithSegments returns a copy of d that has the segments; d is unchanged.
func (d *Document) WithSegments(segments []Segment) *Document {
	c := *d
	c.Segments = segments
	return &c
}
