package check

import (
	"errors"
	"fmt"
	"strings"
)

// Needs tells what a rule cannot do without; [Run] passes over a rule whose
// needs are not met.
type Needs uint8

const (
	NeedSource Needs = 1 << iota
	NeedGlossary
)

// Rule is one judgement: its documentation, its examples and the function that
// makes it. It has one of Bead and Document.
type Rule struct {
	Name     string // a noun for what is found: "stray-capital"
	Category Category
	Severity Severity // of a finding that names none
	// Doc is the page of the rule. Its first line is the title, lower case and
	// without a full stop; after an empty line: what it does, why it is bad,
	// when its fix is safe.
	Doc      string
	Since    string // the version that brought it
	Off      bool   // runs only when asked for by name or category
	Needs    Needs
	Examples []Example
	Bead     func(*BeadPass) // sees one bead: it streams and runs in parallel
	Document func(*Pass)     // sees all beads, after the bead rules
}

// Example is a text that a rule is shown with, and its test. Lines of Source
// and Target with the same number are one bead; an empty line is a side
// without counterpart. Errors in Target are marked ⟦so⟧, an omission's place
// ⟦⟧; an example without marks must stay silent.
type Example struct {
	SourceLang, TargetLang string // BCP 47
	Source, Target         string // Source "" throughout: only the translation is at hand
	Glossary               string // in any format that glossary.Read takes
	Fixed                  string // Target after each first fix, where the rule offers any
}

// Title returns the first line of the rule's documentation.
func (r *Rule) Title() string {
	title, _, _ := strings.Cut(strings.TrimSpace(r.Doc), "\n")
	return title
}

// Validate checks what a list of rules must keep: unique names, a page, a
// function, and as many silent examples as firing ones.
func Validate(rules []*Rule) error {
	var errs []error
	seen := map[string]bool{}
	for _, r := range rules {
		if seen[r.Name] {
			errs = append(errs, fmt.Errorf("rule %s is listed twice", r.Name))
		}
		seen[r.Name] = true
		errs = append(errs, r.validate())
	}
	return errors.Join(errs...)
}

func (r *Rule) validate() error {
	fire, silent := 0, 0
	for _, e := range r.Examples {
		if strings.Contains(e.Target, "⟦") {
			fire++
		} else {
			silent++
		}
	}
	switch {
	case r.Name == "" || r.Category == "" || r.Since == "":
		return fmt.Errorf("rule %q lacks a name, category or version", r.Name)
	case r.Title() == "" || !strings.Contains(r.Doc, "\n\n"):
		return fmt.Errorf("rule %s lacks a page", r.Name)
	case (r.Bead == nil) == (r.Document == nil):
		return fmt.Errorf("rule %s needs one of Bead and Document", r.Name)
	case fire == 0 || silent < fire:
		return fmt.Errorf("rule %s has %d examples that fire and %d that stay silent", r.Name, fire, silent)
	}
	return nil
}
