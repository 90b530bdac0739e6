package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/cotejo/cotejo/bitext"
)

// nameGroups replaces the rules' own group keys by g1, g2 … in reading order.
// A key with a single member left is no group.
func nameGroups(all []Diagnostic) {
	members := map[string]int{}
	for _, d := range all {
		members[d.Group]++
	}
	names := map[string]string{}
	for i := range all {
		key := all[i].Group
		if key == "" || members[key] < 2 {
			all[i].Group = ""
			continue
		}
		if names[key] == "" {
			names[key] = "g" + strconv.Itoa(len(names)+1)
		}
		all[i].Group = names[key]
	}
}

// fingerprint gives each diagnostic its name across runs: rule, normalised
// words of both sides, and the ordinal among its equals.
func fingerprint(p *bitext.Pair, all []Diagnostic) {
	seen := map[string]int{}
	for i := range all {
		d := &all[i]
		key := d.Rule.Name + "\x00" + words(p, d.Source) + "\x00" + words(p, d.Target)
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		d.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// words returns the text at the place, lower case and with single spaces, so
// that an edit of case or layout keeps the name.
func words(p *bitext.Pair, at *bitext.Place) string {
	if at == nil {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(p.Text(*at)), " "))
}
