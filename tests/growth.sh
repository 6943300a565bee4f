#!/bin/sh
# The benches of growth and of the bulk set still run, with a handful of reports. Usage: tests/growth.sh BUILD
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() { # check WHAT COMMAND...: the command succeeds
    what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "growth.sh: $what: $(tail -3 "$work/said")" >&2
    fi
}
check "the generator" make -s BUILD="$build" "$build/bench-make-reports" "$build/bench-queries"
mkdir "$work/reports" "$work/again"
"$build/bench-make-reports" "$work/reports" 0 30
"$build/bench-make-reports" "$work/again" 0 30
check "the same numbers, the same reports" diff -r "$work/reports" "$work/again"
"$build/tribune-index" --dump "$work/reports/000/000007.md" >"$work/dump"
check "ten passages, four speakers, a date, a place" jq -e '(.passages | length) == 10 and (.speakers | length) > 1 and
    .event.start and .event.place' "$work/dump"
python3 tests/bench/growth/grow.py "$build" --sizes 0.2,0.4 --queries 2 --rounds 1 --work "$work" >"$work/figures" 2>&1
check "figures of each size" grep -q '40 reports: .* x the smallest' "$work/figures"
check "queries at each size" grep -q '^queries among .*passages' "$work/figures"
mkdir -p "$work/set/html"
: >"$work/set/html/.complete"
check "a bulk set that is there is not made again" sh -c "sh tests/bench/index/corpus.sh '$work/set' | grep -q '/set/html\$'"
echo "growth.sh: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
