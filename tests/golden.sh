#!/bin/sh
# Pairs of files: what is extracted from NAME.* must be what NAME.expected says. Usage: tests/golden.sh BUILD
# A new case is two files in tests/golden/people (or read/, where the unit test reads them); `tests/golden.sh BUILD --accept`
# writes what is missing, to be read before it is committed.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build} accept=${2-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for input in tests/golden/people/*.md tests/golden/people/*.html; do
    expected=${input%.*}.expected
    "$build/tribune-index" --dump "$input" 2>"$work/errors" | jq -r '
        "author: \(.author)",
        (.speakers[] | "speaker: \(.name) | \(.role) | \(.organisation) | \(.rule)"),
        (.mentions[] | "mention: \(.name) | \(.rule)"),
        (.passages[] | "passage \(.n): \(.speaker) | \(.text | gsub("\n"; " ") | .[0:60])")' >"$work/got" 2>>"$work/errors"
    if [ "$accept" = --accept ] && [ ! -e "$expected" ]; then cp "$work/got" "$expected"; fi
    if cmp -s "$work/got" "$expected" && [ ! -s "$work/errors" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "golden.sh: $input:" >&2
        diff -u "$expected" "$work/got" >&2
        cat "$work/errors" >&2
    fi
done
echo "golden.sh: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
