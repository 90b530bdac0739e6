package collate_test

import (
	"context"
	"os"
	"testing"

	"github.com/cotejo/cotejo/collate"
	"github.com/cotejo/cotejo/glossary"
	"github.com/cotejo/cotejo/rules"
)

// seed returns the request for the sample article.
func seed(t testing.TB) collate.Request {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../testdata/seed/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	terms, err := glossary.Read("glossary.csv", read("glossary.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return collate.Request{
		Source:   &collate.File{Name: "seed.es.txt", Bytes: read("seed.es.txt")},
		Target:   &collate.File{Name: "seed.en.txt", Bytes: read("seed.en.txt")},
		Glossary: terms, Rules: rules.All(),
	}
}

func BenchmarkRun(b *testing.B) {
	r := seed(b)
	for b.Loop() {
		if _, err := collate.Run(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
