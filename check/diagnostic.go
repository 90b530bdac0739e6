package check

import "github.com/cotejo/cotejo/bitext"

// Diagnostic is one error, shown with its evidence on both sides.
type Diagnostic struct {
	Rule           *Rule
	Also           []*Rule       // rules that accused the same words and were merged into this
	Target, Source *bitext.Place // nil where the side has no place; an omission's Target is empty, where the text should stand
	Bead           int           // index in Pair.Beads; -1 where there are none
	Severity       Severity
	Confidence     float64 // the probability that an editor would agree, 0 to 1
	Message        string  // a fact, lower case, no full stop
	Group          string  // shared by the occurrences of one document-level error, else ""
	Fingerprint    string  // names the finding across runs
	Fixes          []Fix   // best first; at most one is applied
}

// Fix is one way to put an error right.
type Fix struct {
	Message string
	Edits   []bitext.Edit // on the target
	Safe    bool          // a translator would never want to be asked
}

// Finding is what a rule reports. Its zero fields stand for the rule's own
// severity and full confidence.
type Finding struct {
	Target, Source *bitext.Place
	Severity       Severity // Neutral: the rule's
	Confidence     float64  // 0: 0.9
	Message        string
	Group          string // a key of the rule's choice: findings with equal keys are one group
	Fixes          []Fix
}

// Replace returns the fix that writes text at the place.
func Replace(at *bitext.Place, text string, safe bool) Fix {
	message := "write " + text
	if text == "" {
		message = "delete this"
	}
	return Fix{Message: message, Safe: safe, Edits: []bitext.Edit{{At: *at, New: text}}}
}
