package format

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
)

// wrapWidth is the shortest line that a hard-wrapping editor ends in the
// middle of a sentence.
const wrapWidth = 50

var (
	listItem  = regexp.MustCompile(`^(?:[-*•⁃▪‣]\s|\d{1,3}[.)]\s|[a-z]\)\s|[ivx]+[.)]\s|#{1,6}\s)`)
	signature = regexp.MustCompile(`^[—–-]\s?[^@]{1,60}\(@\w+\)`)
	bareLink  = regexp.MustCompile(`^(?:https?://\S+|pic\.twitter\.com/\S+|www\.\S+)$`)
)

// textBlocks divides plain text into blocks. A blank line always ends one. A
// line end does too, unless the line looks wrapped: long, without a final stop,
// and followed by a line that goes on (in lower case, or in a text whose
// lines are all of one width).
func textBlocks(text string) []bitext.Block {
	var blocks []bitext.Block
	lines := lineSpans(text)
	for i := 0; i < len(lines); i++ {
		span := lines[i].Trim(text)
		if span.Len() == 0 {
			continue
		}
		for i+1 < len(lines) && wrapped(text, lines[i], lines[i+1]) {
			i++
			span.End = lines[i].Trim(text).End
		}
		blocks = append(blocks, textBlock(text, span))
	}
	for i := range blocks {
		if blocks[i].Kind == bitext.Paragraph && isHeading(blocks, i) {
			blocks[i].Kind = bitext.Heading
		}
	}
	return blocks
}

// lineSpans returns the lines of text without their ends; CR, LF and CRLF end
// a line. A byte-order mark belongs to no line.
func lineSpans(text string) []bitext.Span {
	var out []bitext.Span
	start := 0
	if strings.HasPrefix(text, bom) {
		start = len(bom)
	}
	for i := start; i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' {
			out = append(out, bitext.Span{Start: start, End: i})
			if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			start = i + 1
		}
	}
	return append(out, bitext.Span{Start: start, End: len(text)})
}

// wrapped reports whether the sentence of line a goes on in line b.
func wrapped(text string, a, b bitext.Span) bool {
	first, second := a.Trim(text), b.Trim(text)
	if second.Len() == 0 || first.Len() < wrapWidth || first.Len() > 2*wrapWidth {
		return false
	}
	head, tail := first.Of(text), second.Of(text)
	if k := kindOf(head); kindOf(tail) != bitext.Paragraph || k == bitext.Signature || k == bitext.Link || k == bitext.Heading {
		return false
	}
	if second.Len() > first.Len()*7/5 { // a paragraph in one line follows a heading
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	next, _ := utf8.DecodeRuneInString(tail)
	if unicode.IsLower(next) {
		return true
	}
	// A wrapped paragraph's sentence may also end with its line: then the next
	// line must be about as wide, as in no text of one paragraph a line.
	return !strings.ContainsRune(".!?…»”\":", last)
}

func textBlock(text string, span bitext.Span) bitext.Block {
	words := span.Of(text)
	return bitext.Block{
		Kind: kindOf(words), Text: words,
		Runs: []bitext.Run{{Text: bitext.Span{Start: 0, End: len(words)}, Raw: span}},
	}
}

func kindOf(line string) bitext.Kind {
	switch {
	case strings.HasPrefix(line, "#") && listItem.MatchString(line):
		return bitext.Heading
	case listItem.MatchString(line):
		return bitext.ListItem
	case signature.MatchString(line):
		return bitext.Signature
	case bareLink.MatchString(line):
		return bitext.Link
	}
	return bitext.Paragraph
}

// isHeading reports whether block i is a short line without a final stop that
// a longer paragraph follows.
func isHeading(blocks []bitext.Block, i int) bool {
	line := blocks[i].Text
	last, _ := utf8.DecodeLastRuneInString(line)
	return i+1 < len(blocks) && utf8.RuneCountInString(line) <= 120 && !strings.ContainsRune(".!?…:;,»”\"", last) &&
		blocks[i+1].Kind == bitext.Paragraph && len(blocks[i+1].Text) > len(line)
}
