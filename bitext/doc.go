// Package bitext holds the nouns of Cotejo: documents made of parts, blocks
// and segments, beads that pair segments of two documents, places in them, and
// edits.
//
// The original file is immutable. Everything known about it is a span of it,
// every correction is an [Edit], and saving is [Apply]: what no edit touches
// comes out byte for byte as it came in, whatever the format.
//
// A reader needs three names first: [Document], [Bead] and [Apply].
//
// All offsets are byte offsets, half open. Spans called Raw count bytes of a
// part's UTF-8 text ([Part.Text]); all others count bytes of a block's text
// ([Block.Text]).
package bitext
