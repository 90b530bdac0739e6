package rules_test

import (
	"testing"

	"github.com/cotejo/cotejo/check"
	"github.com/cotejo/cotejo/check/checktest"
	"github.com/cotejo/cotejo/rules"
)

func TestRules(t *testing.T) {
	if err := check.Validate(rules.All()); err != nil {
		t.Error(err)
	}
	for _, r := range rules.All() {
		checktest.Run(t, r)
	}
}

func TestSelect(t *testing.T) {
	if _, err := rules.Select([]string{"no-such-rule"}, nil, nil); err == nil {
		t.Error("an unknown name was taken")
	}
	got, err := rules.Select([]string{"style"}, nil, nil)
	if err != nil || len(got) != 1 || got[0].Name != "calque" {
		t.Errorf("style: %v, %v", got, err)
	}
}
