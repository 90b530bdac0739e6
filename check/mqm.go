package check

import (
	"fmt"
	"strings"
)

// Category is an MQM 2.0 error type in lower case, "dimension/type".
type Category string

// The error types that rules use (MQM Core, themqm.org).
const (
	WrongTerm       Category = "terminology/wrong-term"
	InconsistentUse Category = "terminology/inconsistent-use"
	Mistranslation  Category = "accuracy/mistranslation"
	Omission        Category = "accuracy/omission"
	Addition        Category = "accuracy/addition"
	Untranslated    Category = "accuracy/untranslated"
	Grammar         Category = "linguistic-conventions/grammar"
	Punctuation     Category = "linguistic-conventions/punctuation"
	Spelling        Category = "linguistic-conventions/spelling"
	Unidiomatic     Category = "style/unidiomatic"
	HouseStyle      Category = "style/third-party-style"
	NumberFormat    Category = "locale-conventions/number-format"
	DateFormat      Category = "locale-conventions/date-format"
	TimeFormat      Category = "locale-conventions/time-format"
	Markup          Category = "design-and-markup/markup"
)

// Dimension returns the part before the slash.
func (c Category) Dimension() string {
	d, _, _ := strings.Cut(string(c), "/")
	return d
}

// Under reports whether c is the category or dimension that prefix names.
func (c Category) Under(prefix string) bool {
	return string(c) == prefix || strings.HasPrefix(string(c), prefix+"/")
}

// Severity is MQM's scale of how much an error matters.
type Severity uint8

const (
	Neutral Severity = iota
	Minor
	Major
	Critical
)

var severities = [...]string{"neutral", "minor", "major", "critical"}

func (s Severity) String() string { return severities[s] }

// Penalty returns MQM's default penalty points: 0, 1, 5, 25.
func (s Severity) Penalty() int { return [...]int{0, 1, 5, 25}[s] }

// ParseSeverity returns the severity called name.
func ParseSeverity(name string) (Severity, error) {
	for i, s := range severities {
		if s == name {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: one of %s", name, strings.Join(severities[:], ", "))
}
