// Command gen writes the packed word list of a language from Hunspell
// dictionaries into the bundle that package lang embeds:
//
//	gen [-stems] lang/bundle.pack en/words.pack DICTIONARY DICTIONARY …
//
// A DICTIONARY is a path that .aff and .dic end. Other entries of the bundle stay.
//
// Each form that the dictionary's affixes make is a key in lower case. Its value
// is a letter, c for an ordinary word and n for one that is written with a
// capital, and the stem. With -stems the affixes are left out.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"strings"

	"github.com/cotejo/cotejo/lang/pack"
)

type affix struct {
	prefix, cross bool
	strip, add    string
	condition     *regexp.Regexp
}

func main() {
	stems := flag.Bool("stems", false, "leave the affixes out")
	flag.Parse()
	if flag.NArg() < 3 {
		fmt.Fprintln(os.Stderr, "usage: gen [-stems] BUNDLE ENTRY DICTIONARY …")
		os.Exit(2)
	}
	words := map[string]string{}
	for _, dictionary := range flag.Args()[2:] {
		if err := read(words, dictionary, *stems); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
	if err := store(flag.Arg(0), flag.Arg(1), pack.Write(words)); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// store puts the entry into the bundle, which is made where there is none.
func store(bundle, entry string, content []byte) error {
	entries := map[string]string{}
	data, err := os.ReadFile(bundle)
	if err == nil {
		table, err := pack.Open(string(data))
		if err != nil {
			return fmt.Errorf("read %s: %w", bundle, err)
		}
		entries = maps.Collect(table.Prefix(""))
	}
	entries[entry] = string(content)
	return os.WriteFile(bundle, pack.Write(entries), 0o644)
}

// read adds the forms of a dictionary to words.
func read(words map[string]string, dictionary string, stems bool) error {
	rules := map[rune][]affix{}
	if !stems {
		var err error
		if rules, err = readAffixes(dictionary + ".aff"); err != nil {
			return err
		}
	}
	data, err := os.ReadFile(dictionary + ".dic")
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		stem, flags, _ := strings.Cut(strings.Fields(line + " .")[0], "/")
		for _, form := range expand(stem, flags, rules) {
			add(words, form, stem)
		}
	}
	return nil
}

// add records form; an ordinary word outranks a name of the same spelling.
func add(words map[string]string, form, stem string) {
	kind := "c"
	if form != strings.ToLower(form) {
		kind = "n"
	}
	key := strings.ToLower(form)
	if old, ok := words[key]; !ok || old[0] == 'n' && kind == "c" {
		words[key] = kind + strings.ToLower(stem)
	}
}

// expand returns the stem with each affix of its flags, and with each pair of
// prefix and suffix that may be combined.
func expand(stem, flags string, rules map[rune][]affix) []string {
	out := []string{stem}
	var suffixed []string
	for _, f := range flags {
		for _, a := range rules[f] {
			if form, ok := a.apply(stem); ok {
				out = append(out, form)
				if !a.prefix && a.cross {
					suffixed = append(suffixed, form)
				}
			}
		}
	}
	for _, f := range flags {
		for _, a := range rules[f] {
			for _, form := range suffixed {
				if both, ok := a.apply(form); ok && a.prefix && a.cross {
					out = append(out, both)
				}
			}
		}
	}
	return out
}

func (a affix) apply(word string) (string, bool) {
	switch {
	case !a.condition.MatchString(word):
		return "", false
	case a.prefix:
		return a.add + strings.TrimPrefix(word, a.strip), true
	}
	return strings.TrimSuffix(word, a.strip) + a.add, true
}

// readAffixes reads the PFX and SFX rules of an affix file, by flag.
func readAffixes(name string) (map[rune][]affix, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	rules := map[rune][]affix{}
	cross := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] != "PFX" && f[0] != "SFX" {
			continue
		}
		if len(f) == 4 {
			cross[f[0]+f[1]] = f[2] == "Y"
			continue
		}
		a := affix{prefix: f[0] == "PFX", cross: cross[f[0]+f[1]], strip: zero(f[2]), add: zero(strings.SplitN(f[3], "/", 2)[0])}
		pattern := f[4] + "$"
		if a.prefix {
			pattern = "^" + f[4]
		}
		if a.condition, err = regexp.Compile(pattern); err != nil {
			return nil, err
		}
		name := []rune(f[1])[0]
		rules[name] = append(rules[name], a)
	}
	return rules, nil
}

// zero returns s, or nothing for Hunspell's 0.
func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}
