// Package segment divides running text into sentences. The spans it returns
// tile the text: nothing is rewritten, and white space after a sentence
// belongs to it. What is an abbreviation is data: lang/data/*/abbreviations.tsv.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/lang"
	"golang.org/x/text/language"
)

// behaviour says when the point after an abbreviation can end a sentence.
type behaviour uint8

const (
	none     behaviour = iota
	never              // titles: "Dr.", "Sr."
	capital            // "etc.": ends it before a capital
	starter            // "U.S.": ends it before a word that often begins sentences
	numbered           // "No.", "pp.": no end before a number
)

// starts marks the sentence starters in a language's table: their keys begin with it.
const starts = "^"

var tables = lang.NewMemo(func(l *lang.Language) map[string]behaviour {
	kinds := map[string]behaviour{"never": never, "capital": capital, "number": numbered, "starter": starter}
	table := map[string]behaviour{}
	for _, row := range l.Rows("starters.tsv") {
		table[starts+row[0]] = starter
	}
	for _, row := range l.Rows("abbreviations.tsv") {
		if len(row) == 2 {
			table[row[0]] = kinds[row[1]]
		}
	}
	return table
})

// Text returns the sentences of text as byte spans that tile it.
func Text(text string, l *lang.Language) []bitext.Span {
	var out []bitext.Span
	table := tables.For(l)
	start := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isStop(r) {
			i += n
			continue
		}
		end := afterStop(text, i+n)
		next := end + len(text[end:]) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
		if next < len(text) && breaks(text, start, i, end, next, table) {
			out = append(out, bitext.Span{Start: start, End: next})
			start = next
		}
		i = max(next, i+n)
	}
	if start < len(text) {
		out = append(out, bitext.Span{Start: start, End: len(text)})
	}
	return out
}

// Document returns d with the segments of its blocks.
func Document(d *bitext.Document) *bitext.Document {
	var out []bitext.Segment
	for i, b := range d.Blocks {
		tag := b.Lang
		if tag == language.Und {
			tag = d.Lang
		}
		for _, s := range Text(b.Text, lang.For(tag)) {
			out = append(out, bitext.Segment{Block: i, Span: s})
		}
	}
	return d.WithSegments(out)
}

func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔', '։', '።', '။', '។':
		return true
	}
	return false
}

// ideographic stops end a sentence without a space after them.
func ideographic(r rune) bool { return strings.ContainsRune("。！？።", r) }

// afterStop returns where the stop that began before i ends, with further
// stops and the closing quotes and brackets that belong to the sentence.
func afterStop(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isStop(r) && !strings.ContainsRune("”’»)]\"'」』", r) {
			break
		}
		if strings.ContainsRune("\"'", r) && opensAt(text, i) {
			break
		}
		i += n
	}
	return i
}

// opensAt reports whether the straight quote at i opens a quotation: a letter
// follows it.
func opensAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// breaks reports whether the stop at i, whose marks end at end, ends the
// sentence that began at start; the next character stands at next.
func breaks(text string, start, i, end, next int, table map[string]behaviour) bool {
	stop, _ := utf8.DecodeRuneInString(text[i:])
	if next == end {
		return ideographic(stop)
	}
	r, n := utf8.DecodeRuneInString(text[next:])
	if strings.ContainsRune("¿¡“\"«‘'([—–-•", r) && next+n < len(text) {
		if strings.ContainsRune("—–-", r) && unicode.IsSpace(rune(text[next+n])) && stop != '.' {
			return false // “…!” — she said
		}
		r, _ = utf8.DecodeRuneInString(text[next+n:])
	}
	if unicode.IsLower(r) {
		// A stray stop is no end: rules see the sentence whole. A link is no word.
		return linkAt(text[next:]) && !abbreviated(text, start, i, text[next:], table)
	}
	if stop != '.' || end > i+1 && strings.HasPrefix(text[i:], "..") {
		return true
	}
	return !abbreviated(text, start, i, text[next:], table)
}

// linkAt reports whether text begins with a link.
func linkAt(text string) bool {
	for _, head := range []string{"http://", "https://", "www.", "pic.twitter.com/"} {
		if strings.HasPrefix(text, head) {
			return true
		}
	}
	return false
}

// abbreviated reports whether the point at i belongs to its word; rest is what
// follows it.
func abbreviated(text string, start, i int, rest string, table map[string]behaviour) bool {
	word := wordBefore(text, start, i)
	rest = strings.TrimLeft(rest, "¿¡“\"«‘'([—–-• ")
	next, _ := utf8.DecodeRuneInString(rest)
	if word == "" {
		return false
	}
	if isInitial(word) {
		return unicode.IsUpper(next)
	}
	if isNumber(word) {
		return i-len(word) == start // "1. First": a list's number
	}
	switch table[strings.ToLower(word)] {
	case never:
		return true
	case numbered:
		return unicode.IsDigit(next)
	case starter:
		return table[starts+strings.ToLower(firstWord(rest))] != starter
	}
	return false
}

// firstWord returns the letters that text begins with.
func firstWord(text string) string {
	if end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		return text[:end]
	}
	return text
}

// wordBefore returns the word that ends at i, inner points and a space inside
// a doubled abbreviation ("EE. UU") included.
func wordBefore(text string, start, i int) string {
	at := i
	for at > start {
		r, n := utf8.DecodeLastRuneInString(text[start:at])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != 'º' && r != 'ª' {
			break
		}
		at -= n
	}
	return text[at:i]
}

// isInitial reports whether word is one capital letter: "J." in a name.
func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

func isNumber(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
}
