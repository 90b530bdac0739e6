// Package format turns the bytes of a file into blocks that know their bytes.
// A format is only a reader: it finds running text and says where it came
// from; bitext.Apply does all writing.
package format

import (
	"fmt"

	"github.com/cotejo/cotejo/bitext"
	"golang.org/x/text/language"
)

// MaxBytes is the size above which a file is refused: it is read whole.
const MaxBytes = 256 << 20

// Options says what is known of a file besides its bytes.
type Options struct {
	Encoding string       // IANA or WHATWG name; "" for UTF-8 or what a byte-order mark says
	Lang     language.Tag // language.Und where it is not known
}

// Error is a refusal of a file.
type Error struct{ Name, Msg, Help string }

func (e *Error) Error() string { return fmt.Sprintf("read %s: %s", e.Name, e.Msg) }

// Hint says what the user may do about it; it may be empty.
func (e *Error) Hint() string { return e.Help }

// Read returns the document that data holds as plain text.
func Read(name string, data []byte, o Options) (*bitext.Document, error) {
	part, err := decode(name, data, o.Encoding)
	if err != nil {
		return nil, err
	}
	d := &bitext.Document{Name: name, Lang: o.Lang, Parts: []*bitext.Part{part}}
	d.Blocks = textBlocks(part.Text)
	if len(d.Blocks) == 0 {
		return nil, &Error{name, "the file is empty", "give a file that holds text"}
	}
	return d, nil
}
