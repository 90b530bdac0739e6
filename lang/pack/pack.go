// Package pack is a sorted string table that needs no loading: it is searched
// where it lies, in an embedded file, so that a command pays only for the words
// it looks up. Generators write it, rooms read it.
//
// Layout, little endian: "CTP1", uint32 n, n+1 uint32 key offsets, n+1 uint32
// value offsets, the keys one after the other, the values one after the other.
// Keys are unique and sorted by bytes.
package pack

import (
	"encoding/binary"
	"errors"
	"iter"
	"maps"
	"slices"
	"sort"
)

const magic = "CTP1"

// ErrFormat is returned by Open for bytes that Write did not make.
var ErrFormat = errors.New("not a packed table")

// Table is a packed table. The zero Table is empty.
type Table struct {
	n          int
	keyAt      string // n+1 offsets into keys
	valueAt    string
	keys, vals string
}

// Open returns the table that data holds; it copies nothing.
func Open(data string) (Table, error) {
	if len(data) < 8 || data[:4] != magic {
		return Table{}, ErrFormat
	}
	n := int(u32(data, 4))
	index := 4 * (n + 1)
	if n < 0 || len(data) < 8+2*index {
		return Table{}, ErrFormat
	}
	t := Table{n: n, keyAt: data[8 : 8+index], valueAt: data[8+index : 8+2*index]}
	rest := data[8+2*index:]
	keys, vals := int(u32(t.keyAt, 4*n)), int(u32(t.valueAt, 4*n))
	if len(rest) != keys+vals {
		return Table{}, ErrFormat
	}
	t.keys, t.vals = rest[:keys], rest[keys:]
	return t, nil
}

// Len returns the number of keys.
func (t Table) Len() int { return t.n }

// Get returns the value of key.
func (t Table) Get(key string) (string, bool) {
	i := sort.Search(t.n, func(i int) bool { return t.Key(i) >= key })
	if i < t.n && t.Key(i) == key {
		return t.Value(i), true
	}
	return "", false
}

// Key returns the i-th key in sorted order.
func (t Table) Key(i int) string {
	return t.keys[u32(t.keyAt, 4*i):u32(t.keyAt, 4*i+4)]
}

// Value returns the value of the i-th key.
func (t Table) Value(i int) string {
	return t.vals[u32(t.valueAt, 4*i):u32(t.valueAt, 4*i+4)]
}

// Prefix yields the keys that start with prefix, with their values, in order.
func (t Table) Prefix(prefix string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		i := sort.Search(t.n, func(i int) bool { return t.Key(i) >= prefix })
		for ; i < t.n; i++ {
			k := t.Key(i)
			if len(k) < len(prefix) || k[:len(prefix)] != prefix || !yield(k, t.Value(i)) {
				return
			}
		}
	}
}

// Write returns the packed form of m.
func Write(m map[string]string) []byte {
	keys := slices.Sorted(maps.Keys(m))
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(keys)))
	at := 0
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(k)
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(at))
	at = 0
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(m[k])
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(at))
	for _, k := range keys {
		out = append(out, k...)
	}
	for _, k := range keys {
		out = append(out, m[k]...)
	}
	return out
}

func u32(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}
