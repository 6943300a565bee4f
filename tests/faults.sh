#!/bin/sh
# Samples of what make faults, make kills and make tree do at length. Usage: tests/faults.sh BUILD
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
sample() { # sample COMMAND...: adds up what its last line says
    "$@" >"$work/out" 2>&1
    code=$?
    last=$(tail -1 "$work/out")
    p=$(echo "$last" | sed -n 's/.*: \([0-9]*\) passed, \([0-9]*\) failed$/\1/p')
    f=$(echo "$last" | sed -n 's/.*: \([0-9]*\) passed, \([0-9]*\) failed$/\2/p')
    if [ -z "$p" ] || { [ $code -ne 0 ] && [ "${f:-0}" -eq 0 ]; }; then p=0 f=1; fi
    [ "$f" -eq 0 ] || grep -v ' passed, ' "$work/out" | head -20 >&2
    passed=$((passed + p)) failed=$((failed + f))
}
if grep -q __asan_init "$build/tribune-index"; then # its runtime must come before any preloaded library
    sample python3 tests/faults/faults.py "$build" --kills 6 tests/faults/reports
else
    make -s BUILD="$build" "$build/fault.so" || exit 1
    sample python3 tests/faults/faults.py "$build" --points 40 --kills 6 tests/faults/reports
fi
sample sh tests/faults/tree.sh "$build" 1000
echo "faults.sh: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
