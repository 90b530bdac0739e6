package collate

import (
	"fmt"
	"path"
	"strings"

	"github.com/abadojack/whatlanggo"
	"github.com/cotejo/cotejo/bitext"
	"golang.org/x/text/language"
)

// Error is a refusal: what was being done to which file, and what may help.
type Error struct{ Msg, Help string }

func (e *Error) Error() string { return e.Msg }

// Hint says what the user may do about it.
func (e *Error) Hint() string { return e.Help }

// Detection is a language that nobody named, taken from the file's name or
// from its text.
type Detection struct {
	Name     string // of the file
	Lang     language.Tag
	FromName bool
	Sure     bool // false: the text is too short or too mixed to tell
}

// settle gives d its language: the user's, the name's (article.es.txt), or the
// one its whole text is written in.
func settle(d *bitext.Document, f *File) (*Detection, error) {
	if f.Lang != language.Und {
		d.Lang = f.Lang
		return nil, nil
	}
	if tag, ok := LanguageOfName(f.Name); ok {
		d.Lang = tag
		return &Detection{f.Name, tag, true, true}, nil
	}
	tag, sure := DetectLanguage(d)
	if tag == language.Und {
		return nil, &Error{fmt.Sprintf("%s: the language of the text cannot be told", f.Name), "name it with --from or --to, or in the file's name: article.es.txt"}
	}
	d.Lang = tag
	return &Detection{f.Name, tag, false, sure}, nil
}

// LanguageOfName returns the language that a file's name tells: article.es.txt
// is in Spanish.
func LanguageOfName(name string) (language.Tag, bool) {
	parts := strings.Split(path.Base(strings.ReplaceAll(name, `\`, "/")), ".")
	if len(parts) < 3 {
		return language.Und, false
	}
	code := parts[len(parts)-2]
	tag, err := language.Parse(code)
	if err != nil || len(code) < 2 {
		return language.Und, false
	}
	base, confidence := tag.Base()
	if confidence != language.Exact || len(base.String()) > 3 {
		return language.Und, false
	}
	return tag, true
}

// DetectLanguage tells the language of a whole document, and whether the
// answer is sure; language.Und where there is nothing to go by. A sentence
// alone is too little: 4 words are wrong one time in four.
func DetectLanguage(d *bitext.Document) (language.Tag, bool) {
	var text strings.Builder
	for _, b := range d.Blocks {
		text.WriteString(b.Text)
		text.WriteByte('\n')
		if text.Len() > 20_000 { // enough to be sure, and detection is linear
			break
		}
	}
	info := whatlanggo.Detect(text.String())
	if info.Lang < 0 {
		return language.Und, false
	}
	tag, err := language.Parse(info.Lang.Iso6391())
	if err != nil {
		return language.Und, false
	}
	return tag, info.IsReliable()
}

// plausible refuses a pair whose two files were surely given the wrong way
// round: each is written in the language named for the other.
func plausible(pair *bitext.Pair, r Request) error {
	if pair.Source == nil || r.Source.Lang == language.Und || r.Target.Lang == language.Und {
		return nil
	}
	source, sure := DetectLanguage(pair.Source)
	target, sureToo := DetectLanguage(pair.Target)
	if !sure || !sureToo || sameBase(source, target) {
		return nil
	}
	if sameBase(source, pair.Target.Lang) && sameBase(target, pair.Source.Lang) {
		return &Error{
			fmt.Sprintf("%s is written in %s and %s in %s, the other way round than named", r.Source.Name, source, r.Target.Name, target),
			"the original stands first: swap the two files, or --from and --to",
		}
	}
	return nil
}

func sameBase(a, b language.Tag) bool {
	x, _ := a.Base()
	y, _ := b.Base()
	return x == y
}
