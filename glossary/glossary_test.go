package glossary_test

import (
	"strings"
	"testing"

	"github.com/cotejo/cotejo/glossary"
	"golang.org/x/text/language"
)

const terms = "es,en,note,forbidden\nsindicato,labor union|union,,syndicate\nUE,EU,,UE\nla Isla,the island,,the Island\n"

func TestFind(t *testing.T) {
	g, err := glossary.Read("t.csv", []byte(terms))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"The syndicates met":          "syndicates",
		"The ue is small":             "",
		"The US is large":             "",
		"the UE and the Island":       "UE|the Island",
		"on the island, labor unions": "the island|labor unions",
	} {
		var got []string
		for _, m := range g.NewFinder(language.English).Find(text) {
			got = append(got, m.Span.Of(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, bad := range []string{"", "es", "foo bar,en\na,b\n", "Parola → Parole\nnothing\n", "es,en\na,b,c\n", "es,en\n,\n"} {
		if _, err := glossary.Read("bad", []byte(bad)); err == nil {
			t.Errorf("Read(%q) took it", bad)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(terms))
	f.Add([]byte("a -> b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := glossary.Read("f", data)
		if err != nil {
			return
		}
		text := string(data)
		for _, m := range g.NewFinder(language.English).Find(text) {
			if m.Span.Start < 0 || m.Span.End > len(text) {
				t.Fatal(m.Span)
			}
		}
	})
}
