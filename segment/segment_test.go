package segment_test

import (
	"strings"
	"testing"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/segment"
	"golang.org/x/text/language"
)

// cases mark the boundaries that must be found with ¦.
var cases = map[string][]string{
	"en": {
		"She left. ¦He stayed.",
		"Dr. Smith met Mr. Jones in the U.S. Senate on Nov. 14.",
		"The J. R. Brown estate cost 3.8 million.",
		"“We met,” she said. ¦“It was short.”",
		"Who paid? ¦Nobody knows!",
		"It is safe. ¦pic.twitter.com/aBc1",
		"They cover the expenses. food and housing.",
	},
	"es": {
		"Llegaron ayer. ¦¿Quién lo vio? ¦Nadie.",
		"El Sr. Pérez vive en EE. UU. desde 1990.",
		"Según el art. 14 y la pág. 3, no procede.",
		"«No habrá cambios», dijo. ¦La medida sigue.",
	},
}

func TestText(t *testing.T) {
	for tag, texts := range cases {
		for _, want := range texts {
			text := strings.ReplaceAll(want, "¦", "")
			var got []string
			for _, s := range segment.Text(text, lang.For(language.Make(tag))) {
				got = append(got, s.Of(text))
			}
			if strings.Join(got, "¦") != want {
				t.Errorf("%s:\n  got  %s\n  want %s", tag, strings.Join(got, "¦"), want)
			}
		}
	}
}

func FuzzTiles(f *testing.F) {
	for _, texts := range cases {
		for _, text := range texts {
			f.Add(text)
		}
	}
	f.Add("\xff. \xfe\"'")
	f.Fuzz(func(t *testing.T, text string) {
		if spans := segment.Text(text, lang.For(language.Spanish)); !bitext.Tile(spans, len(text)) {
			t.Fatalf("%v do not tile %d bytes of %q", spans, len(text), text)
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat("Dr. Smith met Mr. Jones in the U.S. on Nov. 14. They talked for 3.5 hours. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		segment.Text(text, lang.For(language.English))
	}
}
