package value_test

import (
	"testing"

	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/value"
	"golang.org/x/text/language"
)

func TestScan(t *testing.T) {
	for _, c := range []struct {
		tag, text, foreign string
		want               float64
	}{
		{"es", "20 000 visas", "", 20000}, {"en", "20,000 visas", "", 20000}, {"en", "20.000 visas", "20,000", 20000},
		{"en", "1 023 people", "1,023", 1023}, {"es", "3.800 millones", "", 3.8e9}, {"en", "3.8 billion", "", 3.8e9},
		{"en", "2,8% more", "2.8", 2.8}, {"es", "2,8 %", "", 2.8}, {"es", "cuatro menores", "", 4}, {"en", "14 November", "", 14},
		{"es", "11 mil personas", "", 11000}, {"en", "0.125 points", "", .125},
	} {
		got := value.Scan(c.text, lang.For(language.Make(c.tag)))
		if len(got) == 0 || got[0].Amount != c.want || got[0].Foreign != c.foreign {
			t.Errorf("%s %q: %+v, want %v %q", c.tag, c.text, got, c.want, c.foreign)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("20 000 and 3.8 billion, 1.2.3 Nov. 14 \xff")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, v := range value.Scan(text, lang.For(language.English)) {
			if v.Span.Start < at || v.Span.End > len(text) {
				t.Fatalf("%v after %d in %q", v.Span, at, text)
			}
			at = v.Span.End
		}
	})
}
