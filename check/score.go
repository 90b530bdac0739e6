package check

import (
	"strings"

	"github.com/cotejo/cotejo/bitext"
)

// Score is the MQM quality measure of a translation: penalty points and their
// number per thousand words of the target.
type Score struct {
	Words, Penalty   int
	PerThousandWords float64
}

// ScoreOf adds up the penalties of the diagnostics; a group counts once, at
// its gravest.
func ScoreOf(target *bitext.Document, all []Diagnostic) Score {
	var s Score
	for _, b := range target.Blocks {
		s.Words += len(strings.Fields(b.Text))
	}
	groups := map[string]Severity{}
	for _, d := range all {
		if d.Group != "" {
			groups[d.Group] = max(groups[d.Group], d.Severity)
			continue
		}
		s.Penalty += d.Severity.Penalty()
	}
	for _, severity := range groups {
		s.Penalty += severity.Penalty()
	}
	if s.Words > 0 {
		s.PerThousandWords = 1000 * float64(s.Penalty) / float64(s.Words)
	}
	return s
}
