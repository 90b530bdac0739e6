package align_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cotejo/cotejo/align"
	"github.com/cotejo/cotejo/bitext"
)

var (
	source = []string{"El presidente Ramírez visitó Bogotá en 2019.", "El ministro Gómez inauguró el hospital de Medellín, que tiene 450 camas y costó 12 millones, ante unas 300 personas.", "La economía creció un 3 por ciento, según el banco central de Colombia.", "El turismo aumentó en Cartagena."}
	target = []string{"President Ramírez visited Bogotá in 2019.", "The economy grew 3 percent.", "Colombia’s central bank said so.", "Tourism rose in Cartagena."}
)

func TestTexts(t *testing.T) {
	beads, err := align.Texts(context.Background(), source, target, align.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range beads {
		got = append(got, fmt.Sprintf("%d:%d", b.Source.Len(), b.Target.Len()))
	}
	if strings.Join(got, " ") != "1:1 1:0 1:2 1:1" {
		t.Errorf("got %v", got)
	}
}

func FuzzTiles(f *testing.F) {
	f.Add("a b c\nd 1", "x\ny 1\nz")
	f.Fuzz(func(t *testing.T, a, b string) {
		s, u := strings.Split(a, "\n"), strings.Split(b, "\n")
		if len(s) > 50 || len(u) > 50 {
			return
		}
		beads, err := align.Texts(context.Background(), s, u, align.Options{})
		if err != nil || !bitext.TileBeads(beads, len(s), len(u)) {
			t.Fatalf("%v do not tile %d and %d segments (%v)", beads, len(s), len(u), err)
		}
	})
}

func BenchmarkTexts(b *testing.B) {
	var s, t []string
	for range 50 {
		s, t = append(s, source...), append(t, target...)
	}
	for b.Loop() {
		_, _ = align.Texts(context.Background(), s, t, align.Options{})
	}
}
