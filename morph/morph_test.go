package morph_test

import (
	"strings"
	"testing"

	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
	"golang.org/x/text/language"
)

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"Biden’s 3.8 billion, at 3:30.":   "Biden|’|s|3.8|billion|,|at|3:30|.",
		"See https://a.example/x. @me #t": "See|https://a.example/x|.|@me|#t",
		"well-known don't COVID-19":       "well-known|don't|COVID-19",
	} {
		var got []string
		for _, k := range morph.Tokens(text) {
			got = append(got, k.Span.Of(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("Tokens(%q) = %s, want %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestWords(t *testing.T) {
	en := morph.For(lang.For(language.English))
	for word, known := range map[string]bool{"Thousands": true, "Nicaragua": true, "Nicaraguathus": false, "islands": true, "vesel": false} {
		if en.Known(word) != known {
			t.Errorf("Known(%q) = %v", word, !known)
		}
	}
	for word, common := range map[string]bool{"Thousands": true, "Nicaragua": false, "Island": true, "The": true} {
		if en.IsCommon(word) != common {
			t.Errorf("IsCommon(%q) = %v", word, !common)
		}
	}
	if left, right, ok := en.Split("Nicaraguathus"); !ok || left != "Nicaragua" || right != "thus" {
		t.Errorf("Split(Nicaraguathus) = %q, %q, %v", left, right, ok)
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("it’s 3.5 @a http://b \xff")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, k := range morph.Tokens(text) {
			if k.Span.Start < at || k.Span.End <= k.Span.Start || k.Span.End > len(text) {
				t.Fatalf("span %v after %d in %q", k.Span, at, text)
			}
			at = k.Span.End
		}
	})
}

func BenchmarkKnown(b *testing.B) {
	en := morph.For(lang.For(language.English))
	for b.Loop() {
		en.Known("thousands")
	}
}
