package format

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/cotejo/cotejo/bitext"
	"golang.org/x/text/language"
)

// maxLine is the longest record that is read, in bytes.
const maxLine = 16 << 20

type record struct {
	ID      string `json:"id"`
	Doc     string `json:"doc"`
	SrcLang string `json:"srcLang"`
	TgtLang string `json:"tgtLang"`
	Source  string `json:"source"`
	Target  string `json:"target"`
}

// ReadPairs yields the pairs of a JSONL bitext: a record a line with id,
// srcLang, tgtLang, source, target and doc. Consecutive records with the same
// doc are one pair, others pairs of their own; so are all with independent.
// Block i of the source and block i of the target are one unit, their ID the
// record's. A block's text is the decoded field; its runs are empty: fields of
// a stream are judged, not edited. Memory is bounded by the largest pair.
func ReadPairs(name string, in io.Reader, independent bool) iter.Seq2[*bitext.Pair, error] {
	return func(yield func(*bitext.Pair, error) bool) {
		lines := bufio.NewScanner(in)
		lines.Buffer(make([]byte, 0, 64<<10), maxLine)
		var pair *bitext.Pair
		doc := ""
		for n := 1; lines.Scan(); n++ {
			line := strings.TrimPrefix(lines.Text(), bom)
			if strings.TrimSpace(line) == "" {
				continue
			}
			r, err := parseRecord(name, n, line)
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			if pair != nil && (independent || r.Doc == "" || r.Doc != doc) {
				if !yield(pair, nil) {
					return
				}
				pair = nil
			}
			pair, doc = r.add(pair, name), r.Doc
		}
		if pair != nil && !yield(pair, nil) {
			return
		}
		if err := lines.Err(); err != nil {
			yield(nil, readError(name, err))
		}
	}
}

func readError(name string, err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return &Error{name, fmt.Sprintf("a record is longer than %d MB", maxLine>>20), "give one record a line"}
	}
	return fmt.Errorf("read %s: %w", name, err)
}

func parseRecord(name string, n int, line string) (*record, error) {
	var r record
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		return nil, &Error{name, fmt.Sprintf("line %d is no JSON record: %v", n, err), `each line must be one object: {"id": …, "srcLang": …, "tgtLang": …, "source": …, "target": …}`}
	}
	return &r, nil
}

// add puts the record's unit at the end of p, or of a new pair where p is nil.
func (r *record) add(p *bitext.Pair, name string) *bitext.Pair {
	if p == nil {
		p = &bitext.Pair{
			Source: &bitext.Document{Name: name, Lang: language.Make(r.SrcLang)},
			Target: &bitext.Document{Name: name, Lang: language.Make(r.TgtLang)},
		}
	}
	p.Source.Blocks = append(p.Source.Blocks, bitext.Block{ID: r.ID, Kind: bitext.Cell, Text: r.Source})
	p.Target.Blocks = append(p.Target.Blocks, bitext.Block{ID: r.ID, Kind: bitext.Cell, Text: r.Target})
	return p
}
