// Package morph knows word forms: it divides text into tokens, tells words
// from what is none, and compares words across spelling.
package morph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
)

// Kind tells what a token is.
type Kind uint8

const (
	Word Kind = iota
	Number
	Mark
	Link // a URL, an e-mail address, an @handle, a #tag
)

// Token is a word, number, mark or link at a byte span.
type Token struct {
	Span bitext.Span
	Kind Kind
}

// Tokens returns the tokens of text in order. Words joined by a hyphen or an
// inner apostrophe are one token; the possessive ’s is one of its own.
func Tokens(text string) []Token {
	var out []Token
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end, kind := i+n, Mark
		switch {
		case unicode.IsSpace(r):
			i += n
			continue
		case link(text[i:]) > 0:
			end, kind = i+link(text[i:]), Link
		case unicode.IsLetter(r):
			end, kind = i+word(text[i:]), Word
		case unicode.IsDigit(r):
			end, kind = i+number(text[i:]), Number
		}
		out = append(out, Token{bitext.Span{Start: i, End: end}, kind})
		i = end
	}
	return out
}

// link returns the length of the link that text begins with, or 0.
func link(text string) int {
	head := text[:min(len(text), 20)]
	switch {
	case strings.HasPrefix(head, "http://"), strings.HasPrefix(head, "https://"), strings.HasPrefix(head, "www."), strings.HasPrefix(head, "pic.twitter.com/"):
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		return len(strings.TrimRight(text[:end], ".,;:!?)]”’»\"'"))
	case strings.HasPrefix(head, "@"), strings.HasPrefix(head, "#"):
		n := span(text[1:], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' })
		if n > 0 {
			return n + 1
		}
	}
	return 0
}

// word returns the length of the word that text begins with.
func word(text string) int {
	end := letters(text)
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune("-’'‐", r) {
			break
		}
		more := letters(text[end+n:])
		if more == 0 || r != '-' && text[end+n:end+n+more] == "s" {
			break
		}
		end += n + more
	}
	return end
}

func letters(text string) int {
	return span(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) })
}

// number returns the length of the number that text begins with, its
// separators included.
func number(text string) int {
	end := span(text, unicode.IsDigit)
	for end+1 < len(text) && strings.ContainsRune(".,:", rune(text[end])) && text[end+1] >= '0' && text[end+1] <= '9' {
		end += 1 + span(text[end+1:], unicode.IsDigit)
	}
	return end
}

// span returns the length of the longest start of text that keep likes.
func span(text string, keep func(rune) bool) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return !keep(r) }); end >= 0 {
		return end
	}
	return len(text)
}
