package pack_test

import (
	"maps"
	"testing"

	"github.com/cotejo/cotejo/lang/pack"
	"pgregory.net/rapid"
)

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.MapOf(rapid.String(), rapid.String()).Draw(t, "table")
		table, err := pack.Open(string(pack.Write(want)))
		if err != nil {
			t.Fatal(err)
		}
		if got := maps.Collect(table.Prefix("")); !maps.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
		for k, v := range want {
			if got, ok := table.Get(k); !ok || got != v {
				t.Fatalf("Get(%q) = %q, %v; want %q", k, got, ok, v)
			}
		}
	})
}

func TestOpenRefuses(t *testing.T) {
	good := string(pack.Write(map[string]string{"a": "b"}))
	for _, bad := range []string{"", "CTP1", "XXXX" + good[4:], good[:len(good)-1], good + "x"} {
		if _, err := pack.Open(bad); err == nil {
			t.Errorf("Open(%q) took it", bad)
		}
	}
}

func BenchmarkGet(b *testing.B) {
	m := map[string]string{}
	for i := range 50000 {
		m[string(rune('a'+i%26))+string(rune(i+300))+"word"] = "v"
	}
	t, _ := pack.Open(string(pack.Write(m)))
	for i := 0; b.Loop(); i++ {
		t.Get(t.Key(i % t.Len()))
	}
}
