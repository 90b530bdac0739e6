// Package value reads numbers, months and weekdays out of text as values that
// can be compared across languages: 20 000 in Spanish is 20,000 in English.
// How a language writes them is data: lang/data/*/numbers.tsv.
package value

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/cotejo/cotejo/bitext"
	"github.com/cotejo/cotejo/lang"
	"github.com/cotejo/cotejo/morph"
)

// Kind tells what a value is.
type Kind uint8

const (
	Number Kind = iota
	Month
	Weekday
	Unit // a unit that a number stands before: Name and Dimension say which
)

// Value is a number, a month (1–12), a weekday (Monday 1 – Sunday 7) or a unit.
type Value struct {
	Kind   Kind
	Span   bitext.Span
	Amount float64
	Digits bool // written in figures
	// Other is the amount under the opposite convention, where the figures have
	// one: 4,159 in a language with a decimal comma may still be a thousand.
	Other float64
	// Foreign is how the language writes the figures, where the text has them
	// in another language's way (20.000 in English); else "".
	Foreign string
	// Name and Dimension of a unit: km and length, EUR and money.
	Name, Dimension string
}

type table struct {
	decimal, group byte
	words, scales  map[string]float64
	months, days   map[string]float64
	units          map[string][2]string // word → name, dimension
	phrases        map[string][2]string // units of several words
	joiners        []string             // words between a number and its unit: " de"
}

var tables = lang.NewMemo(func(l *lang.Language) *table {
	t := &table{decimal: '.', group: ',', words: map[string]float64{}, scales: map[string]float64{}, months: map[string]float64{}, days: map[string]float64{}, units: map[string][2]string{}, phrases: map[string][2]string{}}
	maps := map[string]map[string]float64{"word": t.words, "scale": t.scales, "month": t.months, "day": t.days}
	for _, row := range l.Rows("numbers.tsv") {
		switch {
		case row[0] == "decimal":
			t.decimal = row[1][0]
		case row[0] == "joiner":
			t.joiners = append(t.joiners, " "+row[1])
		case row[0] == "group":
			t.group = row[1][0]
		case maps[row[0]] != nil && len(row) == 3:
			maps[row[0]][row[1]], _ = strconv.ParseFloat(row[2], 64)
		}
	}
	for _, row := range l.Rows("units.tsv") {
		if len(row) == 3 {
			if strings.Contains(row[0], " ") {
				t.phrases[row[0]] = [2]string{row[1], row[2]}
			} else {
				t.units[row[0]] = [2]string{row[1], row[2]}
			}
		}
	}
	return t
})

// figures is a number in figures: groups of three parted by a point, a comma
// or a space, and decimals.
var figures = regexp.MustCompile(`\d{1,3}(?:[ \x{00a0}\x{202f}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*`)

// clock is a time of day as languages with a decimal comma write it: 15.30.
var clock = regexp.MustCompile(`^(?:[01]?\d|2[0-3])\.[0-5]\d$`)

// Scan returns the values of text in order; they do not overlap. Figures that
// are part of a code, a clock time or a link are no values.
func Scan(text string, l *lang.Language) []Value {
	t := tables.For(l)
	var out []Value
	last := 0
	for _, k := range morph.Tokens(text) {
		if k.Span.Start < last {
			continue
		}
		v, ok := Value{}, false
		switch word := strings.ToLower(k.Span.Of(text)); {
		case k.Kind == morph.Number:
			v, ok = t.figures(text, k.Span.Start)
		case k.Kind == morph.Word:
			v, ok = t.word(word, text, k.Span)
		}
		if ok {
			out = append(out, t.scaled(text, v))
		}
		last = max(k.Span.End, v.Span.End)
		if u, ok := t.unitAfter(text, out); ok {
			out = append(out, u)
			last = u.Span.End
		}
	}
	return out
}

// word reads a number word, a month or a weekday. A month has a capital where
// its language writes one: "may" is a verb.
func (t *table) word(word, text string, s bitext.Span) (Value, bool) {
	if n, ok := t.words[word]; ok {
		return Value{Kind: Number, Span: s, Amount: n}, true
	}
	if n, ok := t.days[word]; ok {
		return Value{Kind: Weekday, Span: s, Amount: n}, true
	}
	if n, ok := t.months[word]; ok && (text[s.Start] < 'a' || t.decimal == ',') {
		return Value{Kind: Month, Span: s, Amount: n}, true
	}
	return Value{}, false
}

func (t *table) figures(text string, at int) (Value, bool) {
	m := figures.FindStringIndex(text[at:])
	if m == nil || m[0] != 0 {
		return Value{}, false
	}
	s := bitext.Span{Start: at, End: at + m[1]}
	if s.End < len(text) && strings.IndexByte(":/", text[s.End]) >= 0 || at > 0 && strings.IndexByte(":/-", text[at-1]) >= 0 {
		return Value{}, false
	}
	words := s.Of(text)
	if t.decimal == ',' && clock.MatchString(words) {
		return Value{}, false
	}
	home, decent := t.parse(words, t.decimal, t.group)
	if decent {
		other, _ := t.parse(words, t.group, t.decimal)
		return Value{Kind: Number, Span: s, Amount: home, Digits: true, Foreign: t.spaced(words), Other: other}, true
	}
	away, ok := t.parse(words, t.group, t.decimal)
	return Value{Kind: Number, Span: s, Amount: away, Digits: true, Foreign: t.swap(words)}, ok
}

// parse reads figures with the given separators; groups must have three figures.
func (t *table) parse(words string, decimal, group byte) (float64, bool) {
	whole, fraction, _ := strings.Cut(words, string(decimal))
	if strings.ContainsAny(fraction, ".,") {
		return 0, false
	}
	parts := strings.FieldsFunc(whole, func(r rune) bool { return r == rune(group) || strings.ContainsRune(" \u00a0\u202f", r) })
	for i, p := range parts {
		if i > 0 && len(p) != 3 || len(parts) > 1 && len(p) > 3 {
			return 0, false
		}
	}
	// With decimals of exactly three figures and no group, as 28.500, English
	// has no such number in prose and the other reading is meant.
	if decimal == '.' && decimal == t.decimal && len(fraction) == 3 && len(parts) == 1 && whole != "0" {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.Join(parts, "")+"."+fraction+"0", 64)
	return n, err == nil
}

// spaced returns the figures with this language's group separator where the
// text has spaces and the language uses a comma; else "".
func (t *table) spaced(words string) string {
	if t.group != ',' || !strings.ContainsAny(words, " \u00a0\u202f") {
		return ""
	}
	return strings.NewReplacer(" ", ",", "\u00a0", ",", "\u202f", ",").Replace(words)
}

// swap returns the figures with the two separators exchanged.
func (t *table) swap(words string) string {
	return strings.Map(func(r rune) rune {
		switch byte(r) {
		case t.decimal:
			return rune(t.group)
		case t.group:
			return rune(t.decimal)
		}
		return r
	}, words)
}

// scaled multiplies a number by the magnitudes that follow it: 3.8 billion.
func (t *table) scaled(text string, v Value) Value {
	for v.Kind == Number {
		rest := strings.TrimLeft(text[v.Span.End:], " \u00a0\u202f")
		gap := len(text) - v.Span.End - len(rest)
		word := rest
		if end := strings.IndexFunc(rest, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == ';' || r == '\n' || r == ')' }); end >= 0 {
			word = rest[:end]
		}
		n, ok := t.scales[strings.ToLower(word)]
		if !ok || gap == 0 || word == "" {
			return v
		}
		v.Amount *= n
		v.Other *= n
		v.Span.End += gap + len(word)
	}
	return v
}

// unitAfter returns the unit right after the last value, where that is a number.
func (t *table) unitAfter(text string, values []Value) (Value, bool) {
	if len(values) == 0 || values[len(values)-1].Kind != Number {
		return Value{}, false
	}
	end := values[len(values)-1].Span.End
	rest := text[end:]
	for _, joiner := range t.joiners {
		if after, ok := strings.CutPrefix(rest, joiner); ok && len(after) > 0 && after[0] == ' ' {
			rest = after
			break
		}
	}
	rest = strings.TrimLeft(rest, " \u00a0\u202f-")
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && r != '€' && r != '$' })
	if n < 0 {
		n = len(rest)
	}
	start := len(text) - len(rest)
	lower := strings.ToLower(rest[:min(len(rest), 40)])
	for phrase, u := range t.phrases {
		if strings.HasPrefix(lower, phrase) && len(lower) == min(len(rest), 40) {
			return Value{Kind: Unit, Span: bitext.Span{Start: start, End: start + len(phrase)}, Name: u[0], Dimension: u[1]}, start > end-1
		}
	}
	u, ok := t.units[strings.ToLower(rest[:n])]
	return Value{Kind: Unit, Span: bitext.Span{Start: start, End: start + n}, Name: u[0], Dimension: u[1]}, ok && start > end-1 && n > 0
}

// Unmatched returns the values of each side that have no equal on the other,
// each used once.
func Unmatched(source, target []Value) (s, t []Value) {
	used := make([]bool, len(target))
	for _, a := range source {
		found := false
		for i, b := range target {
			if !used[i] && equal(a, b) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			s = append(s, a)
		}
	}
	for i, b := range target {
		if !used[i] {
			t = append(t, b)
		}
	}
	return s, t
}

// equal reports whether two values can be the same: by the source's other
// reading too, for writers do not all keep to their language's separators.
func equal(a, b Value) bool {
	return a.Kind == b.Kind && a.Name == b.Name && (same(a.Amount, b.Amount) || a.Other != 0 && same(a.Other, b.Amount))
}

// same compares amounts up to the rounding of magnitudes: six tenths is 0.6.
func same(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }
