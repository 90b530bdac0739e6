package format

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

const bom = "\ufeff"

// decode returns data as a part. Decoding must be undone exactly by encoding,
// so that bytes which no edit touches stay what they were.
func decode(name string, data []byte, encodingName string) (*bitext.Part, error) {
	if len(data) > MaxBytes {
		return nil, &Error{name, fmt.Sprintf("the file has %d MB, more than the %d MB that are read", len(data)>>20, MaxBytes>>20), "split it, or give it as a JSONL bitext, which streams"}
	}
	charset, encodingName, err := charsetOf(name, data, encodingName)
	if err != nil {
		return nil, err
	}
	part := &bitext.Part{Bytes: data, Encoding: encodingName, Charset: charset}
	if charset == nil {
		part.Text = string(data)
		if err := validUTF8(name, part.Text); err != nil {
			return nil, err
		}
	} else if part.Text, err = exact(charset, data); err != nil {
		return nil, &Error{name, "the bytes are not " + encodingName, "name the encoding with --encoding"}
	}
	if i := strings.IndexByte(part.Text, 0); i >= 0 {
		return nil, &Error{name, fmt.Sprintf("byte %d is NUL: this is no text file", i), "give plain text; a word processor's file must be saved as text first"}
	}
	return part, nil
}

// charsetOf returns the encoding to decode with, nil for UTF-8, and its name.
func charsetOf(name string, data []byte, asked string) (encoding.Encoding, string, error) {
	switch asked = strings.ToLower(asked); {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}) && (asked == "" || strings.HasPrefix(asked, "utf-16")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", nil
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}) && (asked == "" || strings.HasPrefix(asked, "utf-16")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", nil
	case asked == "" || asked == "utf-8" || asked == "utf8":
		return nil, "utf-8", nil
	}
	charset, err := htmlindex.Get(asked)
	if err != nil {
		return nil, "", &Error{name, fmt.Sprintf("unknown encoding %q", asked), "use a name such as windows-1252, iso-8859-15 or utf-16le"}
	}
	if asked == "utf-16le" || asked == "utf-16" {
		charset = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return charset, asked, nil
}

func exact(charset encoding.Encoding, data []byte) (string, error) {
	text, err := charset.NewDecoder().Bytes(data)
	if err != nil {
		return "", err
	}
	back, err := charset.NewEncoder().Bytes(text)
	if err != nil || !bytes.Equal(back, data) {
		return "", fmt.Errorf("not reversible")
	}
	return string(text), nil
}

func validUTF8(name, text string) error {
	if utf8.ValidString(text) {
		return nil
	}
	at, line := 0, 1
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				at = i
				break
			}
		}
		if r == '\n' {
			line++
		}
	}
	return &Error{name, fmt.Sprintf("byte %d, in line %d, is not UTF-8", at, line), "if the file is an older one, try --encoding windows-1252"}
}
